import DossierSource

/// A compiled template: a pure function from values to bytes.
package struct Template: Sendable {
  private let program: TemplateProgram
  private let sources: [TemplateSource]

  /// What is wrong with the template and with those that it takes in, sorted; with an error among them it
  /// still renders, without the tags that are wrong.
  package let diagnostics: [Diagnostic]
  /// The names of the templates whose texts this one is made of, sorted.
  package let parts: [String]
  /// Of the texts that the template is made of: equal where the same values give the same bytes.
  package let fingerprint: Fingerprint

  init(program: TemplateProgram, sources: [TemplateSource], used: [Int] = [], diagnostics: [Diagnostic]) {
    self.program = program
    self.sources = sources
    self.diagnostics = diagnostics
    parts = used.map { sources[$0].name }.sorted()
    var texts: [UInt8] = []
    for source in used.map({ sources[$0] }) {
      texts += "\(source.name) \(source.text.count)\n".utf8
      texts += source.text
    }
    fingerprint = Fingerprint(of: texts)
  }

  /// Appends the rendered page to the output; what comes back is what was wrong with the values.
  package func render(_ value: TemplateValue, into output: inout [UInt8]) -> [Diagnostic] {
    TemplateRenderer.render(program, value, into: &output).map {
      $0.trouble.diagnostic(at: $0.origin.offset, in: sources[$0.origin.template])
    }
  }
}
