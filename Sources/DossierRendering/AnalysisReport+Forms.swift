import DossierSource

extension AnalysisReport {
  /// For reading: a line for each row, its words in quotation marks and its fields as `name=value`.
  package var text: String {
    var lines = [source]
    for field in head { if let value = field.value.text { lines.append("  \(field.name): \(value)") } }
    for section in sections where !section.rows.isEmpty {
      lines += ["", "\(section.name) (\(section.rows.count))"]
      lines += section.rows.map(\.line)
    }
    return lines.joined(separator: "\n")
  }

  /// For programs: one object on one line, with every field, offsets in code points.
  package var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("source", source)
      for field in head { field.write(to: &writer) }
      for section in sections {
        writer.name(section.name)
        writer.array(section.rows) { $1.write(to: &$0) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension AnalysisReport.Row {
  fileprivate var line: String {
    let place = range.map { "\($0.lowerBound)-\($0.upperBound) " } ?? ""
    let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let said = fields.compactMap { field in field.value.text.map { " \(field.name)=\($0)" } }
    return "  \(place)\"\(words)\"" + said.joined()
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      if let range {
        writer.field("start", range.lowerBound)
        writer.field("end", range.upperBound)
      }
      writer.field("text", text)
      for field in fields { field.write(to: &writer) }
    }
  }
}

extension AnalysisReport.Field {
  fileprivate func write(to writer: inout JSONWriter) {
    switch value {
    case .text(let text): writer.field(name, text)
    case .number(let number): writer.field(name, number)
    case .list(let texts): writer.strings(name, texts)
    case .nothing: writer.field(name, String?.none)
    }
  }
}

extension AnalysisReport.Value {
  /// Nil where there is nothing to say.
  fileprivate var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? number.description
    case .list(let texts): texts.isEmpty ? nil : texts.joined(separator: "; ")
    case .nothing: nil
    }
  }
}
