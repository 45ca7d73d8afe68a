import DossierSource
import Testing

@Suite struct FingerprintBuilderTests {
  private func fingerprint(_ add: (inout FingerprintBuilder) -> Void) -> Fingerprint {
    var builder = FingerprintBuilder()
    add(&builder)
    return builder.fingerprint
  }

  @Test func tellsWhereOneTextEndsAndTheNextBegins() {
    let one = fingerprint {
      $0.add("har")
      $0.add("bour")
    }
    let other = fingerprint {
      $0.add("harb")
      $0.add("our")
    }
    #expect(one != other)
  }

  @Test func tellsWhereOneListEndsAndTheNextBegins() {
    func of(_ lists: [[Int]]) -> Fingerprint {
      fingerprint { builder in
        for list in lists { builder.add(list) { $0.add($1) } }
      }
    }
    #expect(of([[1], [2, 3]]) != of([[1, 2], [3]]))
    #expect(of([[], [1]]) != of([[1], []]))
  }

  @Test func tellsNothingFromAnEmptyText() {
    #expect(fingerprint { $0.add(String?.none) } != fingerprint { $0.add(String?.some("")) })
    let empty: TextRange? = TextRange(0, 0)
    #expect(fingerprint { $0.add(TextRange?.none) } != fingerprint { $0.add(empty) })
  }
}
