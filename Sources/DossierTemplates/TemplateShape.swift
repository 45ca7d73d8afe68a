/// The names that a page gives to its template, and what each holds: what a template is checked against.
///
/// With a shape a misspelt name is found when the template is compiled, instead of showing as nothing.
package struct TemplateShape: Sendable, ExpressibleByDictionaryLiteral {
  /// What a name holds.
  package indirect enum Content: Sendable {
    case text
    case html
    case flag
    case object(TemplateShape)
    /// A list of objects.
    case list(TemplateShape)
    /// A list of plain texts, shown by `{{.}}`.
    case texts
    /// Anything, such as a tree that holds itself: names within it are not checked.
    case anything
  }

  /// The names and what they hold, in the order in which they were declared.
  package let fields: [(name: TemplateName, content: Content)]

  package init(dictionaryLiteral elements: (TemplateName, Content)...) {
    fields = elements.map { (name: $0.0, content: $0.1) }
  }

  init(fields: [(name: TemplateName, content: Content)]) { self.fields = fields }

  /// What a name holds; `nil` where the shape has no such name.
  package subscript(name: TemplateName) -> Content? { fields.first { $0.name == name }?.content }

  var names: [String] { fields.map(\.name.string) }

  /// This shape's names with those of another, such as what all pages share; its own come first.
  package func adding(_ other: TemplateShape) -> TemplateShape {
    TemplateShape(fields: fields + other.fields)
  }
}
