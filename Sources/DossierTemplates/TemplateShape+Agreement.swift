extension TemplateShape {
  /// Where a page's values are not what the shape declares, each with its path; for tests of what builds pages.
  ///
  /// What there is not is given as a false flag: a name left out would be looked up in what is around it.
  package func disagreements(with object: TemplateObject) -> [String] { disagreements(with: object, at: "") }

  private func disagreements(with object: TemplateObject, at path: String) -> [String] {
    let undeclared = object.names.filter { self[$0] == nil }.map { "\(path)\($0) is not declared" }
    return fields.flatMap { name, content -> [String] in
      guard let value = object[name] else { return ["\(path)\(name) is missing"] }
      return content.disagreements(with: value, at: "\(path)\(name)")
    } + undeclared
  }
}

extension TemplateShape.Content {
  fileprivate func disagreements(with value: TemplateValue, at path: String) -> [String] {
    switch (self, value) {
    case (.text, .text), (.html, .html), (.html, .markup), (.flag, .flag), (.anything, _): return []
    case (_, .flag(false)): return []
    case (.object(let shape), .object(let object)):
      return shape.disagreements(with: object, at: path + ".")
    case (.list(let shape), .list(let values)):
      return values.enumerated().flatMap { index, value in
        TemplateShape.Content.object(shape).disagreements(with: value, at: "\(path)[\(index)]")
      }
    case (.texts, .list(let values)):
      return values.enumerated().flatMap { index, value in
        TemplateShape.Content.text.disagreements(with: value, at: "\(path)[\(index)]")
      }
    case (.text, _): return ["\(path) is not a text"]
    case (.html, _): return ["\(path) is not HTML"]
    case (.flag, _): return ["\(path) is not a flag"]
    case (.object, _): return ["\(path) is not an object"]
    case (.list, _), (.texts, _): return ["\(path) is not a list"]
    }
  }
}
