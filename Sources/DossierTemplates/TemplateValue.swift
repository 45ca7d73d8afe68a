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
  private var fields: [(key: TemplateName, value: TemplateValue)]

  package init(_ fields: [(key: TemplateName, value: TemplateValue)] = []) { self.fields = fields }

  package init(dictionaryLiteral elements: (TemplateName, TemplateValue)...) {
    fields = elements.map { (key: $0.0, value: $0.1) }
  }

  /// The value of a name; setting `nil` takes the name away.
  package subscript(name: TemplateName) -> TemplateValue? {
    get {
      for field in fields where field.key == name { return field.value }
      return nil
    }
    set {
      guard let index = fields.firstIndex(where: { $0.key == name }) else {
        if let newValue { fields.append((name, newValue)) }
        return
      }
      guard let newValue else {
        fields.remove(at: index)
        return
      }
      fields[index].value = newValue
    }
  }

  /// The names in the order in which they were given.
  package var names: [TemplateName] { fields.map(\.key) }
}

extension TemplateObject: Hashable {
  package static func == (left: TemplateObject, right: TemplateObject) -> Bool {
    left.fields.count == right.fields.count
      && left.fields.allSatisfy { right[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    var sum: UInt64 = 0
    for field in fields { sum = sum &+ field.key.hash }
    hasher.combine(sum)
  }
}
