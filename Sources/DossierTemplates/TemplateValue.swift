/// What a template is given: plain values, never the model.
package enum TemplateValue: Sendable, Hashable {
  case text(String)
  /// HTML made by the renderer: the only thing that `{{{x}}}` takes.
  case html(String)
  /// The same, as bytes of UTF-8.
  case markup([UInt8])
  case flag(Bool)
  case list([TemplateValue])
  case object(TemplateObject)

  /// Whether `{{#x}}` skips it: false, an empty list, an empty text.
  var isEmpty: Bool {
    switch self {
    case .text(let text), .html(let text): text.isEmpty
    case .markup(let bytes): bytes.isEmpty
    case .flag(let flag): !flag
    case .list(let values): values.isEmpty
    case .object: false
    }
  }
}

/// Values where they lie, for who walks a tree of them that stays alive and unchanged for so long.
extension TemplateValue {
  /// The value of an object's name.
  func field(_ name: TemplateName) -> UnsafePointer<TemplateValue>? {
    guard case .object(let object) = self else { return nil }
    return object.fields.withUnsafeBufferPointer { fields in
      for place in fields.indices where fields[place].0 == name {
        return fields.baseAddress.map {
          (UnsafeRawPointer($0 + place) + TemplateObject.valueOffset)
            .assumingMemoryBound(to: TemplateValue.self)
        }
      }
      return nil
    }
  }

  /// The values of a list.
  var items: UnsafeBufferPointer<TemplateValue>? {
    guard case .list(let values) = self else { return nil }
    return values.withUnsafeBufferPointer { $0 }
  }
}

/// Named values, written as a dictionary literal: `["title": .text("Talks"), "body": .html("<p>…</p>")]`.
///
/// A page is made of hundreds of these with few names each, so that the names are searched in a row: no
/// dictionary is built, and making one costs one allocation. Of a name given twice the first counts.
package struct TemplateObject: Sendable, ExpressibleByDictionaryLiteral {
  fileprivate var fields: [(TemplateName, TemplateValue)]

  /// Where the value lies in a field: right behind the name, which leaves no gap.
  fileprivate static var valueOffset: Int { MemoryLayout<TemplateName>.stride }

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
