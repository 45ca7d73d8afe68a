import DossierSource
import DossierTemplates
import Testing

/// What is said about a broken template.
@Suite struct TemplateTroubleTests {
  struct MessageCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: String
    let others: KeyValuePairs<String, String>
    let says: [String]

    init(_ name: String, _ page: String, with others: KeyValuePairs<String, String> = [:], says: String...) {
      testDescription = name
      self.page = page
      self.others = others
      self.says = says
    }
  }

  static let texts = [
    MessageCase(
      "unclosed tag", "one\n  {{name",
      says: "page.mustache:2:3: error: the tag '{{name' has no end; "
        + "close it with the closing delimiter [template-unclosed-tag]"),
    MessageCase(
      "tag closed with too few braces", "{{{name}} {{#a}}",
      says: "page.mustache:1:1: error: the tag '{{{name}}' has no end; "
        + "close it with the closing delimiter [template-unclosed-tag]",
      "page.mustache:1:11: error: '{{#a}}' is never closed; add the end tag '{{/a}}' [template-unclosed-section]"
    ),
    MessageCase(
      "empty tag", "é{{ }}",
      says: "page.mustache:1:2: error: the tag '{{ }}' names nothing; write a name into it or remove it "
        + "[template-bad-name]"),
    MessageCase(
      "name with a blank", "{{first name}}{{a..b}}",
      says:
        "page.mustache:1:1: error: 'first name' is not a name; a name has no blanks, and dots only between "
        + "its parts [template-bad-name]",
      "page.mustache:1:15: error: 'a..b' is not a name; a name has no blanks, and dots only between "
        + "its parts [template-bad-name]"),
    MessageCase(
      "one delimiter", "{{=<%=}} {{= <% =}}{{=<%}}",
      says:
        "page.mustache:1:1: error: '{{=<%=}}' does not set two delimiters; write two with a blank between "
        + "them and no '=' in them, such as {{=<% %>=}} [template-bad-delimiters]",
      "page.mustache:1:10: error: '{{= <% =}}' does not set two delimiters; write two with a blank between "
        + "them and no '=' in them, such as {{=<% %>=}} [template-bad-delimiters]",
      "page.mustache:1:20: error: '{{=<%}}' does not set two delimiters; write two with a blank between "
        + "them and no '=' in them, such as {{=<% %>=}} [template-bad-delimiters]"),
    MessageCase(
      "unclosed section", "a\n{{#people}}\n{{name}}\n",
      says: "page.mustache:2:1: error: '{{#people}}' is never closed; add the end tag '{{/people}}' "
        + "[template-unclosed-section]"),
    MessageCase(
      "end tag of an outer section", "{{#a}}\n {{#b}}\n{{/a}}",
      says: "page.mustache:2:2: error: '{{#b}}' is never closed; add the end tag '{{/b}}' "
        + "[template-unclosed-section]"),
    MessageCase(
      "end tag of another name", "{{#actors}}\n{{/actor}}\n{{/actors}}",
      says: "page.mustache:2:1: error: '{{/actor}}' does not close '{{#actors}}' of line 1; "
        + "close 'actors' first [template-mismatched-end]"),
    MessageCase(
      "end tag of nothing", "{{/actor}}",
      says: "page.mustache:1:1: error: '{{/actor}}' closes nothing; remove it or open 'actor' before it "
        + "[template-mismatched-end]"),
    MessageCase(
      "tag between blocks", "{{<a}}\n{{name}}{{#b}}x{{/b}}\n{{/a}}", with: ["a": "."],
      says: "page.mustache:2:1: error: '{{name}}' does nothing between '{{<a}}' and its end; "
        + "put it into a block '{{$name}}…{{/name}}' [template-misplaced-tag]",
      "page.mustache:2:9: error: '{{#b}}' does nothing between '{{<a}}' and its end; "
        + "put it into a block '{{$name}}…{{/name}}' [template-misplaced-tag]"),
  ]

  static let libraries = [
    MessageCase(
      "unknown partial", "\n {{>crad}}", with: ["card": "", "list": ""],
      says: "page.mustache:2:2: error: there is no template 'crad'; did you mean 'card'? "
        + "[template-unknown-template]"),
    MessageCase(
      "unknown parent, nothing near", "{{<something}}{{/something}}",
      says: "page.mustache:1:1: error: there is no template 'something'; "
        + "add the file 'something.mustache' or remove the tag [template-unknown-template]"),
    MessageCase(
      "trouble in a partial taken in twice", "{{>a}}{{>a}}", with: ["a": "{{#x}}"],
      says: "a.mustache:1:1: error: '{{#x}}' is never closed; add the end tag '{{/x}}' "
        + "[template-unclosed-section]"),
    MessageCase(
      "parents in a circle", "{{<a}}{{/a}}", with: ["a": "{{<b}}{{/b}}", "b": "\n{{<a}}{{/a}}"],
      says: "b.mustache:2:1: error: the template takes itself in without end: a → b → a; "
        + "put one of these tags into a section that ends, or remove it [template-endless]"),
    MessageCase(
      "a template that is its own parent", "{{<page}}{{$x}}1{{/x}}{{/page}}",
      says: "page.mustache:1:1: error: the template takes itself in without end: page → page; "
        + "put one of these tags into a section that ends, or remove it [template-endless]"),
    MessageCase(
      "misspelt block", "{{<a}}{{$contnet}}1{{/contnet}}{{$other}}2{{/other}}{{/a}}",
      with: ["a": "{{$content}}{{/content}}"],
      says: "page.mustache:1:7: warning: 'a' has no block 'contnet'; did you mean 'content'? "
        + "[template-unknown-block]"),
    MessageCase(
      "a block that the parent calls otherwise", "{{<a}}{{$title}}1{{/title}}{{$content}}2{{/content}}{{/a}}",
      with: ["a": "{{$title}}{{/title}}{{$main}}{{/main}}{{$foot}}{{/foot}}"],
      says: "page.mustache:1:28: warning: 'a' has no block 'content'; its other blocks are foot, main "
        + "[template-unknown-block]"),
  ]

  @Test(arguments: texts + libraries)
  func saysWhatIsWrongAndWhere(_ example: MessageCase) {
    let template = compile(example.page, with: example.others)
    #expect(template.diagnostics.map(\.description) == example.says)
    var output: [UInt8] = []
    #expect(template.render(.object([:]), into: &output) == [])
  }

  @Test func saysThatThePagesTemplateIsMissing() {
    let library = TemplateLibrary([TemplateSource(name: "article", text: [])])
    let said = TemplateCompiler(library).template(named: "articel").diagnostics.map(\.description)
    #expect(
      said == [
        "articel.mustache:1:1: error: there is no template 'articel'; did you mean 'article'? "
          + "[template-unknown-template]"
      ])
  }

  @Test func refusesATextThatIsNotUTF8() {
    let library = TemplateLibrary([TemplateSource(name: "a", text: Array("one\ntw".utf8) + [0xF3, 0x0A])])
    #expect(
      library.diagnostics.map(\.description) == [
        "a.mustache:2:1: error: this line is not in UTF-8; save the file in UTF-8 [template-not-utf8]"
      ])
  }

  @Test func tellsOfTextsThatNoPageUses() {
    let library = TemplateLibrary([TemplateSource(name: "unused", text: Array("{{#x}}".utf8))])
    #expect(library.diagnostics.map(\.id) == ["template-unclosed-section"])
  }

  @Test func boundsNestingAndSize() {
    let deep = String(repeating: "{{#a}}", count: 100_000)
    #expect(compile(deep).diagnostics.contains { $0.id == "template-nested-too-deep" })
    let unclosed = String(repeating: "{{{a}}", count: 1_000)
    #expect(compile(unclosed).diagnostics.count == 200)
    let doubling = TemplateLibrary(
      (0..<40).map { TemplateSource(name: "t\($0)", text: Array("{{>t\($0 + 1)}}{{>t\($0 + 1)}}".utf8)) }
        + [TemplateSource(name: "t40", text: [])])
    let template = TemplateCompiler(doubling).template(named: "t0")
    #expect(template.diagnostics.map(\.id) == ["template-too-large"])
  }

  @Test func staysWholeOnAnyText() {
    var generator = SeededGenerator(state: 7)
    let pieces = [
      "{{", "}}", "{", "#a", "/a", "$b", "/b", "<p", "/p", ">p", "=| |=", "|", "\n", "  ", "x", "^a", "!",
      "&",
    ]
    for _ in 0..<500 {
      let text = (0..<20).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
      let template = compile(text, with: ["p": "1\n{{$b}}2{{/b}}{{#a}}{{>p}}{{/a}}"])
      var output: [UInt8] = []
      _ = template.render(.object(["a": .list([.text("<"), .object(["a": .flag(false)])])]), into: &output)
      #expect(output.count < 200_000)
    }
  }
}

/// Numbers that are the same on every run (SplitMix64, Steele, Lea and Flood 2014).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
