import DossierLinking
import DossierSource
import Testing

@testable import DossierBuild

/// Texts that were compared are kept for the next build, which compares only what is new.
@Suite struct TextMemoryTests {
  private let tool = Fingerprint(of: "1")
  private static let wire = """
    The old ferry was towed from the outer harbour to the dry dock at noon, and the crew of nine went home by train.

    Nobody at the yard would say how long the repair of her second engine is going to take this time, or what it costs.
    """

  private func site() -> DecidedSite {
    DecidedSite([
      "one.txt": "Ferry towed\n\n\(Self.wire)\n",
      "two.txt": "A ferry in dock\n\nIt happened again. \(Self.wire)\n",
    ])
  }

  private func texts(_ bytes: [UInt8]) -> ComparedTexts? { ComparedTexts(parsing: bytes, tool: tool) }

  @Test func whatIsReadIsWhatWasKept() async throws {
    let site = site()
    let memory = BuildMemory(folder: "/m", tool: tool)
    _ = try await site.build(nil, memory: "/m")
    let texts = try #require(memory.texts(in: site.files))
    #expect(!texts.copies.isEmpty && texts.sums.count == 2)
    let bytes = texts.bytes(tool: tool)
    #expect(self.texts(bytes) == texts)
    #expect(ComparedTexts(parsing: bytes, tool: Fingerprint(of: "other")) == nil)
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 7) {
      #expect(self.texts(Array(bytes[..<length])) == nil)
      var damaged = bytes
      damaged[length] ^= 4
      #expect(self.texts(damaged) == nil)
    }
  }

  @Test func theyAreWrittenAgainOnlyWhereATextChanged() async throws {
    let site = site()
    _ = try await site.build(nil, memory: "/m")
    let before = site.files.status(of: "/m/texts")?.stamp
    _ = try await site.build("outlet a:one \"The Post\"", memory: "/m")
    #expect(site.files.status(of: "/m/texts")?.stamp == before)
    site.files.put(Array("New\n\nIt was said: \(Self.wire)\n".utf8), at: "/c/three.txt")
    _ = try await site.build(nil, memory: "/m")
    #expect(BuildMemory(folder: "/m", tool: tool).texts(in: site.files)?.copies.count ?? 0 > 2)
  }
}
