import DossierTemplates
import Testing

/// What the specification leaves open about parents and blocks.
@Suite struct TemplateInheritanceTests {
  @Test func keepsAPagesBlockApartFromTheSameBlockOfACardWithinIt() {
    check(
      "{{<layout}}{{$title}}Page{{/title}}{{$content}}{{<card}}{{$title}}Card{{/title}}{{/card}}{{/content}}{{/layout}}",
      with: [
        "layout": "<title>{{$title}}{{/title}}</title>{{$content}}{{/content}}",
        "card": "<h2>{{$title}}{{/title}}</h2>",
      ],
      gives: "<title>Page</title><h2>Card</h2>")
  }

  @Test func fillsABlockWithTheSameBlockOfAnInnerParent() {
    check(
      "{{<a}}{{$x}}{{<b}}{{$x}}inner{{/x}}{{/b}}{{/x}}{{/a}}",
      with: ["a": "a({{$x}}{{/x}})", "b": "b({{$x}}{{/x}})"], gives: "a(b(inner))")
  }

  @Test func showsTheDefaultOfABlockWithinItsOwnReplacement() {
    check(
      "{{<a}}{{$x}}new {{$x}}old{{/x}}{{/x}}{{/a}}", with: ["a": "{{$x}}{{/x}}"], gives: "new old")
  }

  @Test func givesArgumentsToPartialsOfTheParent() {
    check(
      "{{<a}}{{$x}}new{{/x}}{{/a}}", with: ["a": "{{>b}}", "b": "{{$x}}old{{/x}}"], gives: "new")
  }

  @Test func fitsABlockToTheLinesThatItReplaces() {
    let layout = "<main>\n  {{$content}}\n  <p>nothing</p>\n  {{/content}}\n</main>\n"
    check(
      "{{<layout}}\n{{$content}}\n<p>\n  one\n\n</p>\n{{/content}}\n{{/layout}}\n", with: ["layout": layout],
      gives: "<main>\n  <p>\n    one\n\n  </p>\n</main>\n")
    check(
      "{{<layout}}{{$content}}<p>one</p>{{/content}}{{/layout}}", with: ["layout": layout],
      gives: "<main>\n  <p>one</p>\n</main>\n")
    check(
      "{{<layout}}{{$content}}{{/content}}{{/layout}}", with: ["layout": layout], gives: "<main>\n</main>\n")
    check("{{<layout}}{{/layout}}", with: ["layout": layout], gives: "<main>\n  <p>nothing</p>\n</main>\n")
  }

  @Test func keepsTheShapeOfAPartialWithinABlockThatIsMoved() {
    check(
      "{{<layout}}\n{{$c}}\n    <p>\n      {{>list}}\n{{/c}}\n{{/layout}}",
      with: ["layout": "<main>\n  {{$c}}{{/c}}\n</main>\n", "list": "<ul>\n  one\n</ul>\n"],
      gives: "<main>\n  <p>\n    <ul>\n      one\n    </ul>\n</main>\n")
  }

  @Test func addsNoEmptyLineAfterABlockOfWholeLines() {
    check(
      "{{<layout}}\n{{$content}}\none\ntwo\n{{/content}}\n{{/layout}}\n",
      with: ["layout": "<main>\n  {{$content}}{{/content}}\n</main>\n"],
      gives: "<main>\n  one\n  two\n</main>\n")
  }

  @Test func keepsTheLineOfAParentWithTextAroundIt() {
    check(
      "  {{<a}}{{/a}} and\n  {{<a}}\n  {{/a}}\n.", with: ["a": "1\n2\n"], gives: "  1\n2\n and\n  1\n  2\n.")
  }

  @Test func rendersAParentOnceForEachItem() {
    check(
      "{{#xs}}\n{{<card}}{{$title}}{{.}}{{/title}}{{/card}}\n{{/xs}}\n",
      with: ["card": "<h2>{{$title}}none{{/title}}</h2>\n"],
      .object(["xs": .list([.text("a"), .text("b")])]), gives: "<h2>a</h2>\n<h2>b</h2>\n")
  }
}
