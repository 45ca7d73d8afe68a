import DossierModel
import DossierSource

/// Tells whom a description means that stands beside a name: "her Ruritanian counterpart, Rudolf Elphberg,".
///
/// Only a comma, a bracket or a dash may stand between the two. Where a conjunction follows, the description and the
/// name may as well be two of a list, and then nobody is meant for certain.
struct AppositionReader: Sendable {
  /// What the words beside a description say.
  enum Finding: Equatable {
    /// No name stands beside it.
    case alone
    /// It means the person of a mention.
    case names(Int)
    /// A name stands beside it that may be another person's.
    case open
  }

  private let conjunctions: Set<String>
  private let functionWords: Set<String>

  init(words: LinkingWords) {
    conjunctions = Set(words.listWords)
    functionWords = Set(words.functionWords)
  }

  func finding(_ index: Int, of mentions: [Mention], in context: TextContext) -> Finding {
    let isBehind = index > 0 && isPerson(mentions[index - 1]) && isBehind(index, of: mentions, in: context)
    guard index + 1 < mentions.count, isPerson(mentions[index + 1]),
      isMark(context, from: mentions[index].range.upperBound, to: start(of: mentions[index + 1]))
    else { return isBehind ? .names(index - 1) : .alone }
    let end = mentions[index + 1].range.upperBound
    return isBehind || conjunctions.contains(context.word(after: end)) ? .open : .names(index + 1)
  }

  /// Whether "the Ruritanian king," is put behind a name, and closed before the next words.
  private func isBehind(_ index: Int, of mentions: [Mention], in context: TextContext) -> Bool {
    let description = mentions[index].range
    let determiner = context.startOfWord(before: description.lowerBound)
    return functionWords.contains(context.word(before: description.lowerBound))
      && !conjunctions.contains(context.word(before: determiner))
      && isMark(context, from: mentions[index - 1].range.upperBound, to: determiner)
      && (isMark(context, from: description.upperBound, to: description.upperBound + 1)
        || isStop(context, at: description.upperBound))
  }

  private func isPerson(_ mention: Mention) -> Bool { mention.kind == .person && mention.form == .name }

  private func start(of mention: Mention) -> Int { mention.title?.lowerBound ?? mention.range.lowerBound }

  /// Whether one mark and spaces, and nothing else, stand between two offsets.
  private func isMark(_ context: TextContext, from start: Int, to end: Int) -> Bool {
    guard start < end, end - start <= 5 else { return false }
    let between = context[TextRange(start, end)].filter { $0 != 0x20 }
    return Self.marks.contains(between)
  }

  private func isStop(_ context: TextContext, at offset: Int) -> Bool {
    guard offset < context.bytes.count else { return true }
    return Self.stops.contains(context.bytes[offset])
  }

  private static let marks: [[UInt8]] = [",", "(", "-", "–", "—"].map { Array($0.utf8) }
  /// A full stop, a semicolon, a closing bracket, the end of a paragraph.
  private static let stops: [UInt8] = [0x2E, 0x3B, 0x29, 0x0A]
}
