import DossierTemplates
import Testing

/// Templates against the names that a page declares.
@Suite struct TemplateShapeTests {
  private static let link: TemplateShape = ["path": .text, "name": .text]
  private static let page: TemplateShape = [
    "title": .text, "body": .html, "isMachineMade": .flag, "actors": .list(link), "outlet": .object(link),
    "aliases": .texts, "tree": .anything,
  ]

  private func check(_ text: String, with others: KeyValuePairs<String, String> = [:], says: String...) {
    let template = compile(text, with: others, shape: Self.page)
    #expect(template.diagnostics.map { "\($0.location): \($0.message); \($0.remedy)" } == says)
  }

  @Test func acceptsEveryDeclaredName() {
    check(
      """
      {{title}}{{{body}}}{{#isMachineMade}}yes{{/isMachineMade}}{{#title}}{{title}}{{.}}{{/title}}
      {{#actors}}{{name}}{{path}}{{title}}{{outlet.name}}{{/actors}}{{^actors}}{{title}}{{/actors}}
      {{#aliases}}{{.}}{{/aliases}}{{#outlet}}{{name}}{{/outlet}}
      {{#tree}}{{anything}}{{#inner}}{{{html}}}{{/inner}}{{/tree}}{{tree.any.thing}}
      """)
  }

  @Test func findsAMisspeltNameAndTheOneThatWasMeant() {
    check(
      "{{tilte}}",
      says: "page.mustache:1:1: this page has no value 'tilte' here; did you mean 'title'?")
    check(
      "{{#actors}}\n  {{nmae}}\n{{/actors}}",
      says: "page.mustache:2:3: this page has no value 'nmae' here; did you mean 'name'?")
    check(
      "{{#actor}}{{any}}{{/actor}}",
      says: "page.mustache:1:1: this page has no value 'actor' here; did you mean 'actors'?")
    check(
      "{{outlet.nam}}",
      says: "page.mustache:1:1: this page has no value 'outlet.nam' here; did you mean 'name'?")
    check(
      "{{name}}",
      says: "page.mustache:1:1: this page has no value 'name' here; see the list of this page's values")
    check(
      "{{title.length}}",
      says:
        "page.mustache:1:1: this page has no value 'title.length' here; see the list of this page's values")
  }

  @Test func tellsOnceOfAPartialTakenInTwice() {
    check(
      "{{#actors}}{{>link}}{{/actors}}{{#outlet}}{{>link}}{{/outlet}}", with: ["link": "{{pth}}"],
      says: "link.mustache:1:1: this page has no value 'pth' here; did you mean 'path'?")
  }

  @Test func checksABlockWhereItIsShown() {
    check(
      "{{<list}}{{$item}}{{name}}{{/item}}{{/list}}",
      with: ["list": "{{#actors}}{{$item}}{{path}}{{/item}}{{/actors}}"])
    check(
      "{{<list}}{{$item}}{{name}}{{/item}}{{/list}}", with: ["list": "{{$item}}{{/item}}"],
      says: "page.mustache:1:19: this page has no value 'name' here; see the list of this page's values")
  }

  @Test func refusesTextAsHTMLAndListsAsText() {
    check(
      "{{{title}}}",
      says: "page.mustache:1:1: 'title' is plain text, not HTML, and is not let through unescaped; "
        + "write '{{title}}'")
    check(
      "{{actors}}",
      says: "page.mustache:1:1: 'actors' is a list, not a text; open it with '{{#actors}}…{{/actors}}'")
    check(
      "{{outlet}}",
      says: "page.mustache:1:1: 'outlet' is an object, not a text; open it with '{{#outlet}}…{{/outlet}}'")
    check(
      "{{isMachineMade}}",
      says: "page.mustache:1:1: 'isMachineMade' is a flag, not a text; "
        + "open it with '{{#isMachineMade}}…{{/isMachineMade}}'")
  }

  @Test func joinsThePagesNamesWithThoseOfAllPages() {
    let shape = (["title": .html] as TemplateShape).adding(Self.page)
    #expect(compile("{{{title}}}{{{body}}}", shape: shape).diagnostics == [])
  }

  @Test func saysWhereValuesAreNotWhatThePageDeclares() {
    let object: TemplateObject = [
      "title": .text("Talks"), "body": .text("<p>"), "unknown": .flag(true), "outlet": .flag(false),
      "actors": .list([.object(["path": .text("a.html"), "count": .text("2")]), .text("b")]),
      "aliases": .list([.text("c"), .list([])]), "tree": .list([.text("d")]), "isMachineMade": .text("yes"),
    ]
    #expect(
      Self.page.disagreements(with: object) == [
        "body is not HTML", "isMachineMade is not a flag", "actors[0].name is missing",
        "actors[0].count is not declared", "actors[1] is not an object", "aliases[1] is not a text",
        "unknown is not declared",
      ])
  }
}
