import DossierSource

// How a template takes others in.
extension TemplateExpansion {
  mutating func include(_ inclusion: TemplateInclusion, in scope: Scope) {
    let origin = TemplateProgram.Origin(template: scope.template, offset: inclusion.offset)
    guard let template = library.index(of: inclusion.name) else {
      let nearest = NearestName.name(to: inclusion.name, among: library.names)
      return report(.noSuchTemplate(inclusion.name, nearest: nearest), at: origin)
    }
    var inner = scope
    inner.margin.dropped = 0
    if let blanks = inclusion.indentation {
      let text = library.templates[scope.template].source.text
      inner.margin.indentation += text[blanks].dropFirst(scope.margin.dropped)
    }
    guard !isRecursive[template] else {
      return call(template, in: inner, at: origin, isInline: inclusion.indentation == nil || isWithinLine)
    }
    inner.template = template
    usedTemplates.insert(template)
    if inclusion.indentation == nil { isWithinLine = true }
    write(library.templates[template].nodes, in: inner)
    isWithinLine = false
  }

  /// Calls a template that takes itself in, as a routine of its own for each set of arguments.
  mutating func call(_ template: Int, in scope: Scope, at origin: TemplateProgram.Origin, isInline: Bool) {
    let routine = Routine(template: template, arguments: scope.arguments)
    let index = routineIndices[routine] ?? routineIndices.count
    if routineIndices[routine] == nil {
      routineIndices[routine] = index
      waitingRoutines.append((routine, scope.context))
      certainCalls.append([])
    }
    program.calls.append(
      TemplateProgram.Call(
        routine: index, name: library.templates[template].source.name, indentation: scope.margin.indentation,
        isInline: isInline))
    isWithinLine = false
    emit(.call(Int32(program.calls.count - 1)), at: origin)
    guard let currentRoutine, scope.sections == 0 else { return }
    certainCalls[currentRoutine].append(
      CertainCall(routine: index, instruction: program.instructions.count - 1))
  }

  /// Writes the routines that are called, and those that they call.
  mutating func writeRoutines() {
    var next = 0
    while next < waitingRoutines.count {
      let (routine, context) = waitingRoutines[next]
      currentRoutine = next
      usedTemplates.insert(routine.template)
      program.routines.append(program.instructions.count)
      isWithinLine = false
      write(
        library.templates[routine.template].nodes,
        in: Scope(template: routine.template, arguments: routine.arguments, context: context))
      emit(.leave, at: TemplateProgram.Origin(template: routine.template, offset: 0))
      next += 1
    }
    refuseEndlessRoutines()
  }

  /// Reports the routines that call themselves whatever the values are, and cuts the calls that do.
  private mutating func refuseEndlessRoutines() {
    for start in certainCalls.indices {
      while let path = certainPath(from: start), let last = path.last {
        let names = ([start] + path.map(\.routine)).map {
          library.templates[waitingRoutines[$0].routine.template].source.name
        }
        report(.endless(names), at: program.origins[last.instruction])
        program.instructions[last.instruction] = .text(from: 0, upTo: 0)
        for routine in certainCalls.indices {
          certainCalls[routine].removeAll { $0.instruction == last.instruction }
        }
      }
    }
  }

  /// The calls that lead from a routine to itself, if any do.
  private func certainPath(from start: Int) -> [CertainCall]? {
    var cameFrom: [Int: (routine: Int, call: Int)] = [:]
    var waiting = [start]
    var next = 0
    while next < waiting.count {
      let routine = waiting[next]
      next += 1
      for (index, call) in certainCalls[routine].enumerated() {
        guard call.routine != start else {
          var path = [call]
          var current = routine
          while current != start, let step = cameFrom[current] {
            path.append(certainCalls[step.routine][step.call])
            current = step.routine
          }
          return path.reversed()
        }
        guard cameFrom[call.routine] == nil else { continue }
        cameFrom[call.routine] = (routine, index)
        waiting.append(call.routine)
      }
    }
    return nil
  }
}
