import Testing

@testable import DossierServer

/// Which place of a site a request names, and which part of a file.
@Suite struct SitePathTests {
  @Test(arguments: [
    ("/", [], true), ("/index.html", ["index.html"], false), ("/actors/", ["actors"], true),
    ("/a%20b/c%C3%A4.html", ["a b", "cä.html"], false),
    // Once, and no more: this is the name of a file with a percent sign.
    ("/a%2525", ["a%25"], false), ("/a%252e%252e", ["a%2e%2e"], false),
  ])
  func namesAPlaceOfTheSite(path: String, names: [String], isFolder: Bool) {
    let place = SitePath(decoding: path)
    #expect(place?.names == names && place?.isFolder == isFolder)
  }

  @Test(arguments: [
    "", "a", "/..", "/../a", "/a/../b", "/%2e%2e/a", "/%2E./a", "/.%2e", "/a/%2e", "/./a", "//", "//a",
    "/a//b",
    "/%2f", "/a%2Fb", "/..%2f..%2fa", "/%5c..%5ca", "/..\\a", "/a\\b", "/a%00", "/%00", "/a%0a", "/a%7f",
    "/%", "/%a",
    "/%zz", "/%+1", "/%C3", "/%ff", "/%c0%ae%c0%ae/a", "/.dossier-manifest", "/%2edossier-manifest",
    "/a/.git/config",
    "/" + String(repeating: "a", count: 256),
  ])
  func leadsNowhereElse(path: String) {
    #expect(SitePath(decoding: path) == nil)
  }

  @Test(arguments: [
    (nil, ByteRange.whole), ("bytes=0-3", .part(0..<4)), ("bytes=5-", .part(5..<10)),
    ("bytes=-3", .part(7..<10)),
    ("bytes=8-99", .part(8..<10)), ("bytes=-99", .part(0..<10)), ("bytes=10-", .unsatisfiable),
    ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
    ("bytes=0-99999999999999999999", .part(0..<10)), ("bytes=4-2", .whole), ("bytes=-", .whole),
    ("bytes=a-b", .whole), ("bytes=1-2,4-5", .whole), ("lines=1-2", .whole), ("bytes=1", .whole),
  ])
  func readsOneRangeOfBytes(written: String?, range: ByteRange) {
    #expect(ByteRange(written, of: 10) == range)
  }

  @Test func noRangeOfAnEmptyFileCanBeHad() {
    #expect(ByteRange("bytes=0-", of: 0) == .unsatisfiable && ByteRange("bytes=-1", of: 0) == .unsatisfiable)
  }

  @Test func aBasePathHasSlashesAtItsEndsAndPlainNamesBetween() {
    #expect(
      ["", "/", "sub", "/sub/path", "a/b/"].map { BasePath($0)?.text } == [
        "/", "/", "/sub/", "/sub/path/", "/a/b/",
      ])
    #expect(["/../a", "/a b/", "/ä/", "/a?b/", "/\"x/", "/.a/"].allSatisfy { BasePath($0) == nil })
    #expect(
      BasePath("/sub/")?.rest(of: "/sub/a.html") == "/a.html" && BasePath("/sub/")?.rest(of: "/subway") == nil
    )
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:8000", true), ("127.0.0.1:8000", true), ("[::1]:8000", true),
    ("[::1]", true),
    ("evil.example", false), ("localhost.evil.example:8000", false), ("127.0.0.1.evil.example", false),
    ("", false),
    ("10.0.0.1", false), ("localhost:8000:9", false), ("evil.example:127.0.0.1", false),
  ])
  func answersOnlyToNamesOfThisMachine(host: String, isAllowed: Bool) {
    #expect(AllowedHosts(boundTo: "127.0.0.1").allow(host) == isAllowed)
  }

  @Test func aServerForTheNetworkAnswersToAddressesButNotToNames() {
    let hosts = AllowedHosts(boundTo: "0.0.0.0")
    #expect(
      hosts.allow("192.168.1.7:8000") && !hosts.allow("evil.example") && !hosts.allow("1.2.3")
        && !hosts.allow("1.2.3.a"))
  }

  @Test func filesAreWhatTheirNamesEndIn() {
    let types = [
      "a.html", "a.CSS", "a.js", "dossier.json", "feed.xml", "icon.svg", "a.b.png", "README", "a.exe", "",
    ]
    #expect(
      types.map { ContentType(ofFile: $0).text } == [
        "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8",
        "application/json; charset=utf-8", "application/xml; charset=utf-8", "image/svg+xml; charset=utf-8",
        "image/png", "application/octet-stream", "application/octet-stream", "application/octet-stream",
      ])
  }
}
