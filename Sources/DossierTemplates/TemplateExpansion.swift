import DossierSource

/// Writes one template, and all it takes in, as a program.
///
/// A block is replaced by the outermost argument of its name. An argument's own blocks and parents belong to
/// the template that it is written in, so that a page may give `title` to its layout and another `title` to a
/// card within it. The work is bounded: by depth, and by the number of instructions.
struct TemplateExpansion {
  /// What replaces a block: where it is written, and the arguments that held there.
  struct Argument: Hashable {
    let template: Int
    let block: Int
    let arguments: Int
  }

  /// Where a line begins: what goes before it, and how many blanks of its own are dropped for that.
  struct Margin {
    var indentation: [UInt8] = []
    var dropped = 0
  }

  /// What holds for the nodes that are being written.
  struct Scope {
    var template: Int
    /// Index of the arguments in `argumentSets`.
    var arguments = 0
    var margin = Margin()
    /// What the open sections hold, as far as the page's shape tells.
    var context: [TemplateShape.Content]
    var sections = 0
    var depth = 0
  }

  struct Routine: Hashable {
    let template: Int
    let arguments: Int
  }

  /// A call outside all sections: the routine called, and the instruction that calls it.
  struct CertainCall {
    let routine: Int
    let instruction: Int
  }

  private struct Report: Hashable {
    let origin: TemplateProgram.Origin
    let trouble: String
  }

  /// How many tags and pieces of text a template may have with all it takes in, and how deep they may lie.
  static let sizeLimit = 200_000
  static let depthLimit = 200

  let library: TemplateLibrary
  let isRecursive: [Bool]
  var program = TemplateProgram()
  var diagnostics: [Diagnostic] = []
  var usedTemplates: Set<Int> = []

  private(set) var argumentSets: [[String: Argument]] = [[:]]
  private var argumentSetIndices: [[String: Argument]: Int] = [[:]: 0]
  private var blocks: [Argument: TemplateBlock] = [:]
  /// The names of the blocks met, to know a misspelt argument.
  private var blocksMet: [String] = []

  var routineIndices: [Routine: Int] = [:]
  var waitingRoutines: [(routine: Routine, context: [TemplateShape.Content])] = []
  /// For each routine the calls that it makes whatever the values are.
  var certainCalls: [[CertainCall]] = []
  var currentRoutine: Int?

  var textStart = 0
  private var textOrigin = TemplateProgram.Origin(template: 0, offset: 0)
  /// Whether the next line's beginning is within a line already.
  var isWithinLine = false
  private var size = 0
  private var isTooLarge = false
  private var reported: Set<Report> = []

  init(_ library: TemplateLibrary, isRecursive: [Bool]) {
    self.library = library
    self.isRecursive = isRecursive
  }

  /// Writes the program of a template.
  mutating func expand(_ template: Int, context: [TemplateShape.Content]) {
    let scope = Scope(template: template, context: context)
    if isRecursive[template] {
      call(template, in: scope, at: TemplateProgram.Origin(template: template, offset: 0), isInline: false)
    } else {
      usedTemplates.insert(template)
      write(library.templates[template].nodes, in: scope)
    }
    finish()
  }

  mutating func finish() {
    emit(.leave, at: TemplateProgram.Origin(template: 0, offset: 0))
    writeRoutines()
  }

  /// Reports trouble once for each place, however often the place is taken in.
  mutating func report(_ trouble: TemplateTrouble, at origin: TemplateProgram.Origin) {
    guard reported.insert(Report(origin: origin, trouble: trouble.id)).inserted else { return }
    diagnostics.append(trouble.diagnostic(at: origin.offset, in: library.templates[origin.template].source))
  }

  mutating func emit(_ instruction: TemplateProgram.Instruction, at origin: TemplateProgram.Origin) {
    flushText()
    program.instructions.append(instruction)
    program.origins.append(origin)
  }

  private mutating func flushText() {
    guard program.pool.count > textStart else { return }
    program.instructions.append(.text(from: Int32(textStart), upTo: Int32(program.pool.count)))
    program.origins.append(textOrigin)
    textStart = program.pool.count
  }

  // MARK: Nodes

  mutating func write(_ nodes: [TemplateNode], in scope: Scope) {
    var scope = scope
    scope.depth += 1
    let first = nodes.first.map { origin(of: $0, in: scope) }
    guard scope.depth <= Self.depthLimit else {
      if let first { report(.nestedTooDeep(Self.depthLimit), at: first) }
      return
    }
    for node in nodes {
      size += 1
      // A line of text counts too by what it adds to the pool.
      guard size + program.pool.count / 100 <= Self.sizeLimit else {
        if !isTooLarge { report(.tooLarge(Self.sizeLimit), at: origin(of: node, in: scope)) }
        isTooLarge = true
        return
      }
      write(node, in: scope)
    }
  }

  private mutating func write(_ node: TemplateNode, in scope: Scope) {
    switch node {
    case .text(let range, let startsLine): write(range, startsLine: startsLine, in: scope)
    case .variable(let reference, let escaped):
      let index = addReference(reference)
      checkVariable(reference, escaped: escaped, in: scope)
      isWithinLine = false
      emit(
        escaped ? .escaped(reference: index) : .unescaped(reference: index), at: origin(of: node, in: scope))
    case .section(let reference, let inverted, let content):
      writeSection(reference, inverted: inverted, content: content, in: scope)
    case .partial(let inclusion): include(inclusion, in: scope)
    case .parent(let inclusion, let arguments):
      var inner = scope
      inner.arguments = add(arguments, in: scope)
      let met = blocksMet.count
      include(inclusion, in: inner)
      checkArguments(arguments, of: inclusion, met: met, in: scope)
    case .block(let block): write(block, in: scope)
    }
  }

  private mutating func writeSection(
    _ reference: TemplateReference, inverted: Bool, content: [TemplateNode], in scope: Scope
  ) {
    let origin = TemplateProgram.Origin(template: scope.template, offset: reference.offset)
    let index = addReference(reference)
    let inside = checkSection(reference, in: scope)
    var inner = scope
    inner.sections += 1
    if !inverted { inner.context.append(inside) }
    emit(.leave, at: origin)
    let start = program.instructions.count
    write(content, in: inner)
    if !inverted { emit(.next(start: Int32(start)), at: origin) } else { flushText() }
    let end = Int32(program.instructions.count)
    program.instructions[start - 1] =
      inverted ? .inverted(reference: index, end: end) : .section(reference: index, end: end)
  }

  private mutating func write(_ block: TemplateBlock, in scope: Scope) {
    blocksMet.append(block.name)
    var endsLine = block.closesAlone
    if let argument = argumentSets[scope.arguments][block.name], let replacement = blocks[argument] {
      let margin = margin(of: replacement, replacing: block, in: scope)
      let inner = Scope(
        template: argument.template, arguments: argument.arguments, margin: margin, context: scope.context,
        sections: scope.sections, depth: scope.depth)
      if block.opensAlone {
        if !replacement.opensAlone, !replacement.content.isEmpty {
          beginLine(margin, in: scope, at: block.offset)
        }
      } else {
        isWithinLine = true
      }
      write(replacement.content, in: inner)
      isWithinLine = false
      endsLine = replacement.closesAlone
      if block.closesAlone, !endsLine, !replacement.content.isEmpty {
        append([UInt8(ascii: "\n")], scope, block.offset)
      }
    } else {
      write(block.content, in: scope)
    }
    guard let lineEnd = block.lineEnd, !endsLine else { return }
    append(library.templates[scope.template].source.text[lineEnd], scope, block.offset)
  }

  private func margin(
    of replacement: TemplateBlock, replacing block: TemplateBlock, in scope: Scope
  ) -> Margin {
    var margin = Margin(
      indentation: scope.margin.indentation, dropped: replacement.contentIndentation?.count ?? 0)
    let blanks = block.opensAlone ? block.contentIndentation ?? block.indentation : block.indentation
    if let blanks {
      margin.indentation += library.templates[scope.template].source.text[blanks].dropFirst(
        scope.margin.dropped)
    }
    return margin
  }

  // MARK: Text

  private mutating func write(_ range: Range<Int>, startsLine: Bool, in scope: Scope) {
    let text = library.templates[scope.template].source.text
    defer { isWithinLine = false }
    guard startsLine else { return append(text[range], scope, range.lowerBound) }
    var start = range.lowerBound
    while start < range.upperBound, start - range.lowerBound < scope.margin.dropped,
      TemplateScanner.isBlank(text[start])
    {
      start += 1
    }
    // An empty line stays empty.
    let isEmptyLine =
      start < range.upperBound && (text[start] == UInt8(ascii: "\n") || text[start] == UInt8(ascii: "\r"))
    if !isEmptyLine, !isWithinLine { beginLine(scope.margin, in: scope, at: range.lowerBound) }
    append(text[start..<range.upperBound], scope, range.lowerBound)
  }

  private mutating func beginLine(_ margin: Margin, in scope: Scope, at offset: Int) {
    if currentRoutine != nil {
      emit(.indent, at: TemplateProgram.Origin(template: scope.template, offset: offset))
    }
    append(margin.indentation, scope, offset)
  }

  private mutating func append(_ text: some Sequence<UInt8>, _ scope: Scope, _ offset: Int) {
    if program.pool.count == textStart {
      textOrigin = TemplateProgram.Origin(template: scope.template, offset: offset)
    }
    program.pool.append(contentsOf: text)
  }

  private func origin(of node: TemplateNode, in scope: Scope) -> TemplateProgram.Origin {
    let offset =
      switch node {
      case .text(let range, _): range.lowerBound
      case .variable(let reference, _), .section(let reference, _, _): reference.offset
      case .partial(let inclusion), .parent(let inclusion, _): inclusion.offset
      case .block(let block): block.offset
      }
    return TemplateProgram.Origin(template: scope.template, offset: offset)
  }

  private mutating func addReference(_ reference: TemplateReference) -> Int32 {
    program.references.append(
      TemplateProgram.Reference(first: reference.parts.first, rest: Array(reference.parts.dropFirst())))
    return Int32(program.references.count - 1)
  }

  // MARK: Arguments

  /// The arguments that hold within a parent tag: those from outside before its own.
  private mutating func add(_ arguments: [TemplateBlock], in scope: Scope) -> Int {
    var set = argumentSets[scope.arguments]
    for block in arguments where set[block.name] == nil {
      let argument = Argument(template: scope.template, block: block.offset, arguments: scope.arguments)
      blocks[argument] = block
      set[block.name] = argument
    }
    if let index = argumentSetIndices[set] { return index }
    argumentSets.append(set)
    argumentSetIndices[set] = argumentSets.count - 1
    return argumentSets.count - 1
  }

  /// Warns of an argument that no block takes: where it is spelt much like one, and where the parent has blocks that
  /// nothing was given for, for then what was written for them is lost.
  private mutating func checkArguments(
    _ arguments: [TemplateBlock], of parent: TemplateInclusion, met: Int, in scope: Scope
  ) {
    let known = Set(blocksMet[met...])
    let strange = arguments.filter { !known.contains($0.name) }
    guard !strange.isEmpty else { return }
    var open = known.subtracting(arguments.map(\.name))
    let nearest = strange.map { NearestName.name(to: $0.name, among: known) }
    open.subtract(nearest.compactMap(\.self))
    for (argument, nearest) in zip(strange, nearest) where nearest != nil || !open.isEmpty {
      report(
        .unknownBlock(argument.name, parent: parent.name, nearest: nearest, among: open.sorted()),
        at: TemplateProgram.Origin(template: scope.template, offset: argument.offset))
    }
  }
}
