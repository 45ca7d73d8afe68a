import DossierSource

// What a page's shape says about the names in a template.
extension TemplateExpansion {
  /// Reports a variable that the page does not have, or that cannot be shown as it is.
  mutating func checkVariable(_ reference: TemplateReference, escaped: Bool, in scope: Scope) {
    let origin = TemplateProgram.Origin(template: scope.template, offset: reference.offset)
    guard let content = content(of: reference, in: scope) else { return }
    switch content {
    case .text: if !escaped { report(.unescapedText(reference.text), at: origin) }
    case .html, .anything: break
    case .flag: report(.notShowable(reference.text, kind: "a flag"), at: origin)
    case .object: report(.notShowable(reference.text, kind: "an object"), at: origin)
    case .list, .texts: report(.notShowable(reference.text, kind: "a list"), at: origin)
    }
  }

  /// What a section opens; reports a name that the page does not have.
  mutating func checkSection(_ reference: TemplateReference, in scope: Scope) -> TemplateShape.Content {
    guard let content = content(of: reference, in: scope) else { return .anything }
    switch content {
    case .list(let shape), .object(let shape): return .object(shape)
    case .texts: return .text
    case .text, .html, .flag, .anything: return content
    }
  }

  /// What a name holds; `nil` where that is unknown, which is then reported.
  private mutating func content(of reference: TemplateReference, in scope: Scope) -> TemplateShape.Content? {
    guard let first = reference.parts.first else { return scope.context.last }
    guard var content = content(of: first, in: scope.context) else {
      report(unknown: first, of: reference, known: visibleNames(in: scope.context), in: scope)
      return nil
    }
    for part in reference.parts.dropFirst() {
      switch content {
      case .anything: return .anything
      case .object(let shape):
        guard let inner = shape[part] else {
          report(unknown: part, of: reference, known: shape.names, in: scope)
          return nil
        }
        content = inner
      case .text, .html, .flag, .list, .texts:
        report(unknown: part, of: reference, known: [], in: scope)
        return nil
      }
    }
    return content
  }

  private func content(of name: TemplateName, in context: [TemplateShape.Content]) -> TemplateShape.Content? {
    for open in context.reversed() {
      switch open {
      case .anything: return .anything
      case .object(let shape): if let content = shape[name] { return content }
      case .text, .html, .flag, .list, .texts: continue
      }
    }
    return nil
  }

  private func visibleNames(in context: [TemplateShape.Content]) -> [String] {
    context.flatMap { open in
      if case .object(let shape) = open { return shape.names }
      return []
    }
  }

  private mutating func report(
    unknown part: TemplateName, of reference: TemplateReference, known: [String], in scope: Scope
  ) {
    report(
      .unknownName(reference.text, nearest: NearestName.name(to: part.string, among: known)),
      at: TemplateProgram.Origin(template: scope.template, offset: reference.offset))
  }
}
