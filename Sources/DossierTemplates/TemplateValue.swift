/// What a template is given: plain values, never the model.
package enum TemplateValue: Sendable, Hashable {
  case text(String)
  /// HTML made by the renderer: the only thing that `{{{x}}}` takes.
  case html(String)
  case flag(Bool)
  case list([TemplateValue])
  case object(TemplateObject)

  /// Whether `{{#x}}` skips it: false, an empty list, an empty text.
  var isEmpty: Bool {
    switch self {
    case .text(let text), .html(let text): text.isEmpty
    case .flag(let flag): !flag
    case .list(let values): values.isEmpty
    case .object: false
    }
  }
}

/// Named values, written as a dictionary literal: `["title": .text("Talks"), "body": .html("<p>…</p>")]`.
///
/// A page is made of hundreds of these with few names each, so that the names are searched in a row: no
/// dictionary is built, and making one costs one allocation. Of a name given twice the first counts.
package struct TemplateObject: Sendable, ExpressibleByDictionaryLiteral {
  private var fields: [(TemplateName, TemplateValue)]

  package init(_ fields: [(TemplateName, TemplateValue)] = []) { self.fields = fields }

  package init(dictionaryLiteral elements: (TemplateName, TemplateValue)...) { fields = elements }

  /// The value of a name; setting `nil` takes the name away.
  package subscript(name: TemplateName) -> TemplateValue? {
    get {
      for field in fields where field.0 == name { return field.1 }
      return nil
    }
    set {
      guard let index = fields.firstIndex(where: { $0.0 == name }) else {
        if let newValue { fields.append((name, newValue)) }
        return
      }
      guard let newValue else {
        fields.remove(at: index)
        return
      }
      fields[index].1 = newValue
    }
  }

  /// The names in the order in which they were given.
  package var names: [TemplateName] { fields.map(\.0) }
}

extension TemplateObject: Hashable {
  /// Whether both give the same names the same values, in any order.
  package static func == (left: TemplateObject, right: TemplateObject) -> Bool {
    left.fields.count == right.fields.count && left.agrees(with: right) && right.agrees(with: left)
  }

  private func agrees(with other: TemplateObject) -> Bool {
    fields.allSatisfy { other[$0.0] == $0.1 }
  }

  package func hash(into hasher: inout Hasher) {
    var sum: UInt64 = 0
    for field in fields { sum = sum &+ field.0.hash }
    hasher.combine(sum)
  }
}
