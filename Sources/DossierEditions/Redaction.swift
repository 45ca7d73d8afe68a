import DossierModel
import DossierSource

/// The names that the editor wants replaced, in whatever form they are printed.
struct Redaction {
  /// A form of a name, and what stands in its place; nil for a name of somebody else that is left as it is.
  private struct Form {
    let bytes: [UInt8]
    let replacement: String?
  }

  /// The forms by their first byte, the longest first.
  private struct Forms {
    private var byFirst: [UInt8: [Form]] = [:]

    mutating func add(_ text: String, _ replacement: String?) {
      let bytes = Array(text.utf8)
      guard let first = bytes.first, byFirst[first]?.contains(where: { $0.bytes == bytes }) != true else {
        return
      }
      byFirst[first, default: []].append(Form(bytes: bytes, replacement: replacement))
    }

    mutating func sort() {
      for first in byFirst.keys { byFirst[first]?.sort { $0.bytes.count > $1.bytes.count } }
    }

    func found(in text: String) -> [(range: TextRange, replacement: String)] {
      var text = text
      return text.withUTF8 { bytes in
        var found: [(TextRange, String)] = []
        var index = 0
        while index < bytes.count {
          guard index == 0 || !bytes[index - 1].isOfWord, let form = form(at: index, in: bytes) else {
            index += 1
            continue
          }
          let end = index + form.bytes.count
          if let replacement = form.replacement { found.append((TextRange(index, end), replacement)) }
          index = end
        }
        return found
      }
    }

    private func form(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Form? {
      byFirst[bytes[start]]?.first { form in
        let end = start + form.bytes.count
        return end <= bytes.count && (end == bytes.count || !bytes[end].isOfWord)
          && bytes[start..<end].elementsEqual(form.bytes)
      }
    }
  }

  /// What each entity is called instead.
  let names: [EntityID: String]
  /// All forms as they are printed, for the test of what was written.
  let printed: [String]
  private var texts = Forms()
  private var slugs = Forms()

  /// Nil where nothing is to be redacted.
  init?(of dossier: Dossier) {
    var names: [EntityID: String] = [:]
    for case (_, .redact(let entity, let words)) in dossier.record.restrictions { names[entity] = words }
    guard !names.isEmpty else { return nil }
    self.names = names
    var printed: Set<String> = []
    for entity in dossier.entities {
      guard let words = names[entity.id] else { continue }
      for form in Self.forms(of: entity) {
        printed.insert(form)
        texts.add(form, words)
        texts.add(form.uppercased(), words)
        slugs.add(Slug(folding: form).string, Slug(folding: words).string)
      }
    }
    self.printed = printed.sorted()
    for entity in dossier.entities where names[entity.id] == nil {
      for form in Self.forms(of: entity) where printed.contains(where: { Self.holds(form, $0) }) {
        texts.add(form, nil)
        texts.add(form.uppercased(), nil)
        slugs.add(Slug(folding: form).string, nil)
      }
    }
    texts.sort()
    slugs.sort()
  }

  /// A text of a source or of the editor with other words in place of the names.
  func text(_ text: String) -> String { Self.replacing(texts.found(in: text), in: text) }

  /// An id, a path or an address, in which names stand as slugs.
  func identifier(_ text: String) -> String { Self.replacing(slugs.found(in: text), in: text) }

  /// Where names stand in a text that nothing was found in.
  func occurrences(in text: String) -> [(range: TextRange, replacement: String)] { texts.found(in: text) }

  private static func replacing(_ found: [(range: TextRange, replacement: String)], in text: String) -> String
  {
    guard !found.isEmpty else { return text }
    return TextRevision(
      of: text, by: found.map { TextRevision.Edit(range: $0.range, text: $0.replacement, change: .reworded) }
    ).text
  }

  /// The forms that name an entity and do not merely describe it or stand for it.
  static func forms(of entity: Entity) -> [String] {
    let forms = entity.aliases.filter { $0.kind != .description && $0.kind != .metonym }.map(\.text)
    return Set(forms + [entity.name]).sorted()
  }

  /// Whether a longer name has a shorter one among its words.
  private static func holds(_ long: String, _ short: String) -> Bool {
    long.utf8.count > short.utf8.count && (" " + long + " ").contains(" " + short + " ")
  }
}
