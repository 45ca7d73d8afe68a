import DossierSource
import DossierTemplates
import Testing

@Suite struct TemplateRenderingTests {
  @Test func escapesWhatHasAMeaningInHTML() {
    check(
      "<p title='{{x}}'>", .object(["x": .text(#"a & b < "c" > 'd' é"#)]),
      gives: "<p title='a &amp; b &lt; &quot;c&quot; &gt; &#39;d&#39; é'>")
    check("{{x}}{{x}}", .object(["x": .text("&")]), gives: "&amp;&amp;")
    check("{{x}}", .object(["x": .text("")]), gives: "")
  }

  @Test func escapesEvenHTMLWhereATextIsAskedFor() {
    check("{{x}} {{{x}}} {{&x}}", .object(["x": .html("<b>")]), gives: "&lt;b&gt; <b> <b>")
  }

  @Test func refusesPlainTextWhereHTMLIsAskedForAndShowsItEscaped() {
    let template = compile("a\n {{{talk.x}}}{{#xs}}{{{.}}}{{/xs}}")
    var output: [UInt8] = []
    let value: TemplateValue = .object([
      "talk": .object(["x": .text("<script>")]), "xs": .list([.text("<"), .text(">")]),
    ])
    let said = template.render(value, into: &output).map(\.description)
    #expect(String(decoding: output, as: UTF8.self) == "a\n &lt;script&gt;&lt;&gt;")
    #expect(
      said == [
        "page.mustache:2:2: error: 'talk.x' is plain text, not HTML, and is not let through unescaped; "
          + "write '{{talk.x}}' [template-unescaped-text]",
        "page.mustache:2:21: error: '.' is plain text, not HTML, and is not let through unescaped; "
          + "write '{{.}}' [template-unescaped-text]",
      ])
  }

  @Test func skipsSectionsOverFalseAndEmptyValues() {
    let value: TemplateValue = .object([
      "no": .flag(false), "none": .list([]), "blank": .text(""), "bare": .html(""), "thing": .object([:]),
    ])
    for name in ["no", "none", "blank", "bare", "missing"] {
      check("{{#\(name)}}full{{/\(name)}}{{^\(name)}}empty{{/\(name)}}", value, gives: "empty")
    }
    check("{{#thing}}full{{/thing}}{{^thing}}empty{{/thing}}", value, gives: "full")
  }

  @Test func looksNamesUpFromTheInnermostSectionOutwards() {
    let value: TemplateValue = .object([
      "name": .text("outer"), "only": .text("outermost"),
      "items": .list([.object(["name": .text("inner")]), .object([:])]),
    ])
    check("{{#items}}{{name}} {{only}};{{/items}}", value, gives: "inner outermost;outer outermost;")
  }

  @Test func takesTheFirstOfANameGivenTwice() {
    check("{{x}}", .object(["x": .text("1"), "x": .text("2")]), gives: "1")
    let long = "a-name-that-is-longer-than-others"
    check(
      "{{\(long)-1}}{{\(long)-2}}",
      .object(
        TemplateObject([(TemplateName(long + "-2"), .text("2")), (TemplateName(long + "-1"), .text("1"))])),
      gives: "12")
  }

  @Test func leavesAByteOrderMarkOut() {
    let library = TemplateLibrary([
      TemplateSource(name: "a", text: [0xEF, 0xBB, 0xBF] + Array("{{x}}b".utf8))
    ])
    var output: [UInt8] = []
    #expect(TemplateCompiler(library).template(named: "a").render(.object([:]), into: &output) == [])
    #expect(output == Array("b".utf8))
  }

  @Test func appendsToWhatTheOutputHolds() {
    var output = Array("before ".utf8)
    #expect(compile("after").render(.object([:]), into: &output) == [])
    #expect(output == Array("before after".utf8))
  }

  @Test func rendersATreeThroughATemplateThatTakesItselfIn() {
    func node(_ name: String, _ inner: [TemplateValue] = []) -> TemplateValue {
      .object(["name": .text(name), "inner": .list(inner)])
    }
    check(
      "<ul>\n  {{>node}}\n</ul>\n",
      with: ["node": "<li>{{name}}\n{{#inner}}\n  {{>node}}\n{{/inner}}\n</li>\n"],
      node("a", [node("b", [node("c")]), node("d")]),
      gives: """
        <ul>
          <li>a
            <li>b
              <li>c
              </li>
            </li>
            <li>d
            </li>
          </li>
        </ul>

        """)
  }

  @Test func indentsATemplateThatTakesItselfInWithinALineOnlyAfterThatLine() {
    check(
      "  {{>node}}\n", with: ["node": "<{{name}}{{#inner}}{{>node}}{{/inner}}>\n-"],
      .object([
        "name": .text("a"),
        "inner": .list([.object(["name": .text("b"), "inner": .flag(false)])]),
      ]),
      gives: "  <a<b>\n  ->\n  -")
  }

  @Test func cutsATemplateThatTakesItselfInTooDeep() {
    let template = compile("{{>a}}", with: ["a": "{{#x}}.{{>a}}{{>a}}{{/x}}"])
    #expect(template.diagnostics == [])
    var output: [UInt8] = []
    let said = template.render(.object(["x": .flag(true)]), into: &output)
    #expect(said.map(\.id) == ["template-called-too-deep", "template-called-too-deep"])
    #expect(said.first?.location.description == "a.mustache:1:8")
    #expect(output.count <= 100_000)
  }

  @Test func saysWhichTextsATemplateIsMadeOf() {
    let one = compile("{{>a}}", with: ["a": "1", "b": "2"])
    #expect(one.parts == ["a", "page"])
    #expect(one.fingerprint == compile("{{>a}}", with: ["a": "1", "b": "3"]).fingerprint)
    #expect(one.fingerprint != compile("{{>a}}", with: ["a": "2", "b": "2"]).fingerprint)
  }

  @Test func laterTextsReplaceEarlierOnesOfTheSameName() {
    let library = TemplateLibrary([
      TemplateSource(name: "page", path: "theme/page.mustache", text: Array("{{>a}}".utf8)),
      TemplateSource(name: "a", path: "theme/a.mustache", text: Array("theme".utf8)),
      TemplateSource(name: "a", path: "mine/a.mustache", text: Array("mine{{>page2}}".utf8)),
    ])
    let template = TemplateCompiler(library).template(named: "page")
    var output: [UInt8] = []
    #expect(template.render(.object([:]), into: &output) == [])
    #expect(output == Array("mine".utf8))
    #expect(template.diagnostics.map(\.location.description) == ["mine/a.mustache:1:5"])
  }
}
