import Foundation

/// A JSON value as pages embed it; numbers are kept as their text.
indirect enum JSONValue: Sendable, Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case other

  /// Nil where the text is not JSON.
  init?(_ text: String) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else { return nil }
    self = value
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else {
      self = .other
    }
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  var string: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// The elements of an array, or the value alone.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [self] }
    return elements
  }
}
