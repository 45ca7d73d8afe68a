/// Runs a program over a page's values.
///
/// It walks the values by pointers into them, since counting references to each value that is looked at would cost as
/// much as the rest. `render` keeps the whole tree alive and unchanged as long as there is a renderer for it.
struct TemplateRenderer: ~Copyable {
  private typealias Value = UnsafePointer<TemplateValue>

  /// An open section: its items, and which is the turn of.
  private struct Section {
    let items: UnsafeBufferPointer<TemplateValue>
    var turn: Int
  }

  /// A routine that was called: where to go on, and how long the indentation was.
  private struct Return {
    let instruction: Int
    let indentation: Int
  }

  /// How deep, and how often in all, a page may call templates that take themselves in.
  static let depthLimit = 100
  static let callLimit = 100_000

  private let program: TemplateProgram
  private var context: [Value]
  private var sections: [Section] = []
  private var returns: [Return] = []
  private var calls = 0
  private var indentation: [UInt8] = []
  private var isWithinLine = false
  private(set) var troubles: [(trouble: TemplateTrouble, origin: TemplateProgram.Origin)] = []

  private init(_ program: TemplateProgram, _ value: UnsafePointer<TemplateValue>) {
    self.program = program
    context = [value]
  }

  /// Appends a page's bytes to the output, and tells what was wrong with its values.
  static func render(
    _ program: TemplateProgram, _ value: TemplateValue, into output: inout [UInt8]
  ) -> [(trouble: TemplateTrouble, origin: TemplateProgram.Origin)] {
    withExtendedLifetime(value) {
      withUnsafePointer(to: value) { value in
        var renderer = TemplateRenderer(program, value)
        renderer.run(into: &output)
        return renderer.troubles
      }
    }
  }

  private mutating func run(into output: inout [UInt8]) {
    let instructions = program.instructions
    var current = 0
    while current < instructions.count {
      let instruction = instructions[current]
      current += 1
      switch instruction {
      case .text(let start, let end):
        program.pool.withUnsafeBufferPointer {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]))
        }
      case .escaped(let reference):
        switch value(of: reference)?.pointee {
        case .text(let text), .html(let text): HTMLEscaping.append(text, to: &output)
        case .markup(let bytes): bytes.withUnsafeBufferPointer { HTMLEscaping.append($0, to: &output) }
        case .flag, .list, .object, nil: break
        }
      case .unescaped(let reference):
        switch value(of: reference)?.pointee {
        case .html(var text): text.withUTF8 { output.append(contentsOf: $0) }
        case .markup(let bytes): output.append(contentsOf: bytes)
        case .text(let text): appendRefused(text, at: current - 1, to: &output)
        case .flag, .list, .object, nil: break
        }
      case .section(let reference, let end):
        if !open(value(of: reference)) { current = Int(end) }
      case .inverted(let reference, let end):
        if let value = value(of: reference), !value.pointee.isEmpty { current = Int(end) }
      case .next(let start):
        if nextItem() { current = Int(start) }
      case .indent:
        if !isWithinLine { output.append(contentsOf: indentation) }
        isWithinLine = false
      case .call(let call):
        current = enter(program.calls[Int(call)], from: current)
      case .leave:
        guard let last = returns.popLast() else { return }
        indentation.removeLast(indentation.count - last.indentation)
        current = last.instruction
      }
    }
  }

  private func value(of index: Int32) -> Value? {
    let reference = program.references[Int(index)]
    guard let first = reference.first else { return context.last }
    var place = context.count
    var found: Value?
    while place > 0, found == nil {
      place -= 1
      found = context[place].pointee.field(first)
    }
    for name in reference.rest { found = found?.pointee.field(name) }
    return found
  }

  /// Opens a section; `false` where there is nothing to open.
  private mutating func open(_ value: Value?) -> Bool {
    guard let value, !value.pointee.isEmpty else { return false }
    let items = value.pointee.items
    context.append(items?.baseAddress ?? value)
    sections.append(Section(items: items ?? UnsafeBufferPointer(start: nil, count: 0), turn: 0))
    return true
  }

  /// Goes to the section's next item; after the last it leaves the section and is `false`.
  private mutating func nextItem() -> Bool {
    guard let section = sections.indices.last, let top = context.indices.last else { return false }
    let turn = sections[section].turn + 1
    let items = sections[section].items
    guard turn < items.count, let start = items.baseAddress else {
      sections.removeLast()
      context.removeLast()
      return false
    }
    sections[section].turn = turn
    context[top] = start + turn
    return true
  }

  private mutating func enter(_ call: TemplateProgram.Call, from current: Int) -> Int {
    calls += 1
    guard returns.count < Self.depthLimit, calls <= Self.callLimit else {
      note(.calledTooDeep(call.name), at: current - 1)
      return current
    }
    returns.append(Return(instruction: current, indentation: indentation.count))
    indentation += call.indentation
    isWithinLine = call.isInline
    return program.routines[call.routine]
  }

  /// Plain text where HTML belongs: it is told, and shown escaped.
  private mutating func appendRefused(_ text: String, at instruction: Int, to output: inout [UInt8]) {
    if case .unescaped(let reference) = program.instructions[instruction] {
      let reference = program.references[Int(reference)]
      let name = ([reference.first].compactMap(\.self) + reference.rest).map(\.string).joined(separator: ".")
      note(.unescapedText(name.isEmpty ? "." : name), at: instruction)
    }
    HTMLEscaping.append(text, to: &output)
  }

  /// Notes what is wrong, once for each place.
  private mutating func note(_ trouble: TemplateTrouble, at instruction: Int) {
    let origin = program.origins[instruction]
    guard !troubles.contains(where: { $0.origin == origin && $0.trouble.id == trouble.id }) else { return }
    troubles.append((trouble, origin))
  }
}
