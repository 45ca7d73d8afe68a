/// What a template is given: plain values, never the model.
package indirect enum TemplateValue: Sendable, Hashable {
  case text(String)
  /// HTML made by the renderer: the only thing that `{{{x}}}` takes.
  case html(String)
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
}
