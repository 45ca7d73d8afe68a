import DossierSource
import DossierTemplates
import Testing

/// Renders the template `page` of a small library and compares; the other templates are given by name.
func check(
  _ page: String, with others: KeyValuePairs<String, String> = [:], _ value: TemplateValue = .object([:]),
  gives expected: String, _ location: Testing.SourceLocation = #_sourceLocation
) {
  let template = compile(page, with: others)
  #expect(template.diagnostics == [], sourceLocation: location)
  var output: [UInt8] = []
  let trouble = template.render(value, into: &output)
  #expect(String(decoding: output, as: UTF8.self) == expected, sourceLocation: location)
  #expect(trouble == [], sourceLocation: location)
}

/// Compiles the template `page` of a small library.
func compile(
  _ page: String, with others: KeyValuePairs<String, String> = [:], shape: TemplateShape? = nil
) -> Template {
  let sources = [("page", page)] + others.map { ($0.key, $0.value) }
  let library = TemplateLibrary(sources.map { TemplateSource(name: $0.0, text: Array($0.1.utf8)) })
  return TemplateCompiler(library).template(named: "page", shape: shape)
}
