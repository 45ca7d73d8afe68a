import DossierSource

/// Messages as they are listed: in the order of places, and of each kind only the first ones.
struct DiagnosticListing {
  struct Line {
    let text: String
    let colored: String
  }

  let lines: [Line]

  init(_ diagnostics: [Diagnostic], limit: Int) {
    var lines: [Line] = []
    var shown: [String: Int] = [:]
    for diagnostic in diagnostics {
      shown[diagnostic.id, default: 0] += 1
      if shown[diagnostic.id, default: 0] <= limit { lines.append(Line(of: diagnostic)) }
    }
    for (id, count) in shown.sorted(by: { $0.key < $1.key }) where count > limit {
      let text = "… and \(count - limit) more of [\(id)]; --verbose shows them all"
      lines.append(Line(text: text, colored: text))
    }
    self.lines = lines
  }

  /// How many there are of each severity and, where there are several, of each kind; nil where there is nothing.
  static func count(of diagnostics: [Diagnostic]) -> String? {
    guard !diagnostics.isEmpty else { return nil }
    let kinds = Dictionary(grouping: diagnostics, by: \.id).map { (id: $0, count: $1.count) }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    return totals(of: diagnostics) + ": "
      + kinds.map { "\($0.count.grouped) \($0.id)" }.joined(separator: ", ")
  }

  /// How many there are of each severity.
  static func totals(of diagnostics: [Diagnostic]) -> String {
    Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count.grouped) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }
}

extension DiagnosticListing.Line {
  fileprivate init(of diagnostic: Diagnostic) {
    text = diagnostic.description
    let color =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    colored =
      "\(diagnostic.location): \u{1B}[1;\(color)m\(diagnostic.severity.rawValue)\u{1B}[0m: \(diagnostic.message); "
      + "\(diagnostic.remedy) [\(diagnostic.id)]"
  }
}
