import DossierSource

/// Makes templates of a library ready to render.
///
/// Partials and parents are resolved here, once: what remains is a flat program. A tag that is wrong is told
/// in the template's diagnostics and shows nothing.
package struct TemplateCompiler: Sendable {
  private let library: TemplateLibrary
  private let isRecursive: [Bool]

  package init(_ library: TemplateLibrary) {
    self.library = library
    isRecursive = library.recursiveTemplates()
  }

  /// The template of a name; with a shape every name in it is checked.
  ///
  /// Where there is no template of the name, the one that comes back is empty and says so.
  package func template(named name: String, shape: TemplateShape? = nil) -> Template {
    var expansion = TemplateExpansion(library, isRecursive: isRecursive)
    let context: [TemplateShape.Content] = [shape.map { .object($0) } ?? .anything]
    guard let index = library.index(of: name) else {
      let trouble = TemplateTrouble.noSuchTemplate(
        name, nearest: NearestName.name(to: name, among: library.names))
      let source = TemplateSource(name: name, text: [])
      expansion.finish()
      return Template(
        program: expansion.program, sources: [], diagnostics: [trouble.diagnostic(at: 0, in: source)])
    }
    expansion.expand(index, context: context)
    let used = expansion.usedTemplates.sorted()
    let texts = used.flatMap { library.templates[$0].diagnostics }
    return Template(
      program: expansion.program, sources: library.templates.map(\.source), used: used,
      diagnostics: Set(texts + expansion.diagnostics).sorted())
  }
}
