import DossierAnalysis
import DossierLanguages
import Testing

@Suite struct NameModelTests {
  private func row(_ values: [Int16]) -> NameModel.Row {
    var row = NameModel.Row.zero
    for (lane, value) in values.enumerated() { row[lane] = value }
    return row
  }

  private var transitions: [NameModel.Row] { Array(repeating: .zero, count: NameLabel.count) }

  @Test func isTheSameAfterItWasWrittenAndRead() throws {
    var model = NameModel(bits: 4, transitions: transitions)
    let isNew = model.insert(0x1234_5678_9abc_def0, weights: row([1, -2, 3]))
    #expect(isNew)
    let bytes = model.bytes
    let read = try #require(bytes.withUnsafeBytes { NameModel(bytes: $0) })
    #expect(read.bytes == bytes)
  }

  @Test func isUsedWhereItsBytesStay() throws {
    var model = NameModel(bits: 4, transitions: transitions)
    let isNew = model.insert(77, weights: row([1]))
    let bytes = model.bytes
    let place = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { place.deallocate() }
    place.copyBytes(from: bytes)
    let address = UInt(bitPattern: place.baseAddress)
    let read = NameModel(staying: {
      UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: bytes.count)
    })
    var staying = try #require(read)
    let isAdded = staying.insert(78, weights: row([1]))
    #expect(isNew && !isAdded)
    #expect(staying.bytes == bytes)
  }

  @Test func refusesBytesThatAreNoModel() {
    let model = NameModel(bits: 4, transitions: transitions).bytes
    for bytes in [[], Array("names-2\n".utf8), Array(model.dropLast(32)), Array(model.prefix(40))] {
      #expect(bytes.withUnsafeBytes { NameModel(bytes: $0) } == nil)
    }
  }

  @Test func doesNotTakeAFeatureTwice() {
    var model = NameModel(bits: 4, transitions: transitions)
    let wasNew = model.insert(77, weights: row([1]))
    let isNewAgain = model.insert(77, weights: row([2]))
    #expect(wasNew && !isNewAgain)
  }
}

@Suite struct NameDecoderTests {
  /// Scores that favour the labels given, one a token.
  private func best(_ favoured: [Int], allowed: [UInt16]? = nil) -> [Int] {
    let scores = favoured.map { label in
      var score = SIMD16<Int32>.zero
      score[label] = 10
      return score
    }
    let free = Array(repeating: SIMD16<Int32>.zero, count: NameLabel.count)
    return NameDecoder.best(scores, transitions: free, allowed: allowed)
  }

  @Test func takesTheLabelsThatTheScoresFavour() {
    let person = NameLabel.labels(of: 0, count: 3)
    #expect(best(person) == person)
    #expect(best([]) == [])
  }

  @Test func neverLeavesANameWithoutItsEndOrBeginning() {
    for first in 0..<NameLabel.count {
      for second in 0..<NameLabel.count {
        let labels = best([first, second])
        #expect(!NameLabel.continues(labels[0]) && !NameLabel.isOpen(labels[1]))
        #expect(NameLabel.allows(labels[1], after: labels[0]))
      }
    }
  }

  @Test func keepsToTheLabelsAllowed() {
    let single = NameLabel.labels(of: 1, count: 1)
    #expect(best(single) == single)
    #expect(best(single, allowed: [1]) == [NameLabel.outside])
  }
}
