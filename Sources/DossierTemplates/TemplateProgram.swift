/// A template with all it takes in, as one flat row of instructions.
///
/// Literal text of all files is merged, with its indentation, into one pool. Only templates that take
/// themselves in are routines of their own, which get their indentation when they are called.
struct TemplateProgram: Sendable {
  enum Instruction: Sendable {
    /// Copies a stretch of the pool.
    case text(from: Int32, upTo: Int32)
    case escaped(reference: Int32)
    case unescaped(reference: Int32)
    /// Goes to `end` where the value is empty; else into it, once or for each item.
    case section(reference: Int32, end: Int32)
    /// Goes to `end` unless the value is empty.
    case inverted(reference: Int32, end: Int32)
    /// The section's next item, from `start` on, or out of the section.
    case next(start: Int32)
    /// The indentation that the routine was called with.
    case indent
    case call(Int32)
    /// The end of the program or of a routine.
    case leave
  }

  /// A name to look up: the first part in all that is open, the others each in the one before.
  struct Reference: Sendable {
    let first: TemplateName?
    let rest: [TemplateName]
  }

  struct Call: Sendable {
    var routine: Int
    let name: String
    let indentation: [UInt8]
    /// Whether the call is within a line, which has its indentation already.
    let isInline: Bool
  }

  /// Where an instruction comes from.
  struct Origin: Sendable, Hashable {
    let template: Int
    let offset: Int
  }

  var instructions: [Instruction] = []
  var origins: [Origin] = []
  var pool: [UInt8] = []
  var references: [Reference] = []
  var calls: [Call] = []
  /// The first instruction of each routine.
  var routines: [Int] = []
}
