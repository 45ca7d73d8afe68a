import DossierModel

/// The cases of an enumeration by number.
///
/// A case that is missing here is written as one that cannot be read: its article is then analysed anew each
/// time, never read as something else.
struct PackedCases<Value: Equatable & Sendable>: Sendable {
  private let cases: [Value]

  init(_ cases: [Value]) { self.cases = cases }

  fileprivate func number(of value: Value) -> Int {
    (cases.firstIndex(of: value) ?? cases.count)
  }

  fileprivate func value(_ number: Int) -> Value? { cases.indices.contains(number) ? cases[number] : nil }
}

extension PackedWriter {
  mutating func write<Value>(_ value: Value, of cases: PackedCases<Value>) {
    write(count: cases.number(of: value))
  }

  /// Zero for none.
  mutating func write<Value>(_ value: Value?, of cases: PackedCases<Value>) {
    write(count: value.map { cases.number(of: $0) + 1 } ?? 0)
  }
}

extension PackedReader {
  mutating func value<Value>(of cases: PackedCases<Value>) throws(PackedTrouble) -> Value {
    guard let value = cases.value(try count()) else { throw PackedTrouble() }
    return value
  }

  mutating func optional<Value>(of cases: PackedCases<Value>) throws(PackedTrouble) -> Value? {
    let number = try count()
    guard number > 0 else { return nil }
    guard let value = cases.value(number - 1) else { throw PackedTrouble() }
    return value
  }
}

extension EntityKind { static let packed = PackedCases(allCases) }
extension Mention.Form { static let packed = PackedCases<Self>([.name, .demonym, .description]) }
extension Quotation.Use { static let packed = PackedCases<Self>([.speech, .notSpeech]) }
extension Quotation.Attribution { static let packed = PackedCases(allCases) }
extension Figure.Qualifier { static let packed = PackedCases(allCases) }
extension EventMention.Status { static let packed = PackedCases<Self>([.happened, .planned]) }
extension TimeExpression.Kind { static let packed = PackedCases<Self>([.date, .time, .duration, .set]) }
extension TimeExpression.Direction { static let packed = PackedCases<Self>([.past, .future, .unknown]) }
extension TimeExpression.Bound { static let packed = PackedCases(allCases) }
extension TimeMeaning.Unit { static let packed = PackedCases(allCases) }
extension TimeMeaning.Part { static let packed = PackedCases(allCases) }
extension TimeOfDay.Part { static let packed = PackedCases(allCases) }
extension Basis { static let packed = PackedCases<Self>([.stated, .inferred, .decided]) }
extension RemovalReason { static let packed = PackedCases(allCases) }
