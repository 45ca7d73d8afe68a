import DossierSource
import Testing

@Suite struct PartitioningIndexTests {
  @Test func isTheFirstIndexFromWhichTheConditionHolds() {
    for count in 0...9 {
      let numbers = Array(0..<count)
      for limit in 0...count {
        #expect(numbers.partitioningIndex { $0 >= limit } == limit)
      }
    }
  }

  @Test func ofASliceItIsAnIndexOfTheWhole() {
    let numbers = [1, 3, 5, 7, 9]
    #expect(numbers[2...].partitioningIndex { $0 > 6 } == 3)
    #expect(numbers[1..<3].partitioningIndex { $0 > 6 } == 3)
  }
}
