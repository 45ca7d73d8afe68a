import DossierModel

/// What the last paragraphs of a text say of it, filed.
struct FiledFoot: Sendable {
  private(set) var bylines: [String] = []
  private(set) var credits: [String] = []
  private(set) var relays: [String] = []
  private(set) var address: String?
  private(set) var removed: [RemovedText] = []

  /// Files a paragraph by its labels (``LastParagraphs``).
  mutating func file(_ text: String, _ labels: [PastedLine.Label]) {
    var reason = RemovalReason.movedToMetadata
    for label in labels {
      switch label {
      case .bylines(let names): bylines = names + bylines.filter { !names.contains($0) }
      case .credits(let names): credits += names.filter { !credits.contains($0) }
      case .relays(let names): relays += names
      case .address(let found): address = address ?? found
      case .removed(let why): reason = why
      case .title, .deck, .date, .ambiguousDate, .dateline, .outlet, .notice, .caption, .heading, .paragraph:
        break
      }
    }
    removed.append(RemovedText(text, reason))
  }

  /// Adds to an article's what is not known of it; who is its author is not credited besides.
  func fill(_ metadata: inout ArticleMetadata) {
    if metadata.bylines.isEmpty { metadata.bylines = bylines }
    for name in bylines + credits where !metadata.bylines.contains(name) && !metadata.credits.contains(name) {
      metadata.credits.append(name)
    }
    metadata.relays += relays.filter { !metadata.relays.contains($0) }
    metadata.url = metadata.url ?? address
  }
}
