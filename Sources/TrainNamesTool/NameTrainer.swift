import DossierAnalysis

/// Trains the weights of the tagger of names: an averaged structured perceptron.
///
/// After Collins, "Discriminative Training Methods for Hidden Markov Models" (2002). All arithmetic is of integers and
/// the order of the examples is drawn from a fixed seed, so the same data give the same bytes.
struct NameTrainer {
  /// A feature must be seen this often to be kept.
  static let leastCount = 2
  static let rounds = 12
  /// Whole trainings in other orders, whose weights are averaged.
  static let runs = 10
  /// What a wrong label must lose by, for the weights to stay as they are.
  static let margin: Int32 = 20
  /// Of 256 features of an example, so many are left out each time it is seen, so that no weight leans on another
  /// (Srivastava and others, "Dropout", 2014).
  static let leftOut: UInt64 = 64
  /// Sources that mark names by rules of their own.
  ///
  /// Their features are doubled, and the copies, which take up what is peculiar to the source, are not kept (Daumé,
  /// "Frustratingly Easy Domain Adaptation", 2007).
  static let peculiar: Set<String> = ["gum"]
  /// The model has room for 2 to this power features.
  static let bits = 17

  private var ids: [UInt64: Int32] = [:]
  private var hashes: [UInt64] = []
  /// How many of the features go into the model; behind them stand the copies of peculiar sources.
  private var keptCount = 0
  private var weights: [SIMD16<Int32>] = []
  /// Sums over time of each weight, as Collins' averaging wants them: weight times the steps since its last change.
  private var sums: [SIMD16<Int64>] = []
  private var lastSteps: [Int64] = []
  private var step: Int64 = 1
  private var transitions = [SIMD16<Int32>](repeating: .zero, count: NameLabel.count)
  private var transitionSums = [SIMD16<Int64>](repeating: .zero, count: NameLabel.count)
  /// Of the label pairs, the sums of the runs before.
  private var totals = [SIMD16<Int64>](repeating: .zero, count: NameLabel.count)

  private struct Example {
    let features: [[Int32]]
    let labels: [Int]
    let allowed: [UInt16]
    let isCertain: Bool
  }

  mutating func train(_ windows: [TrainingWindow], report: (String) -> Void) -> NameModel {
    let examples = examples(of: windows)
    report("\(windows.count) windows, \(keptCount) features")
    var random = SplitMix(state: 20_190_827)
    for run in 1...Self.runs {
      var order = Array(examples.indices)
      for round in 1...Self.rounds {
        random.shuffle(&order)
        var wrong = 0
        for index in order {
          if update(Self.thinned(examples[index], &random)) { wrong += 1 }
          step += 1
        }
        report("run \(run), round \(round): \(wrong) windows wrong")
      }
      endRun()
    }
    return model()
  }

  /// Gives the features that are seen often enough their numbers, the most frequent first.
  private mutating func examples(of windows: [TrainingWindow]) -> [Example] {
    var seen: [UInt64: Int] = [:]
    for window in windows {
      for features in window.features { for feature in features { seen[feature, default: 0] += 1 } }
    }
    number(seen)
    keptCount = hashes.count
    seen = [:]
    for window in windows where Self.peculiar.contains(window.source) {
      for features in window.features {
        for feature in features { seen[Self.copy(feature), default: 0] += 1 }
      }
    }
    number(seen)
    weights = Array(repeating: .zero, count: hashes.count)
    sums = Array(repeating: .zero, count: hashes.count)
    lastSteps = Array(repeating: 0, count: hashes.count)
    return windows.map { window in
      let isPeculiar = Self.peculiar.contains(window.source)
      return Example(
        features: window.features.map { features in
          (features + (isPeculiar ? features.map(Self.copy) : [])).compactMap { ids[$0] }
        }, labels: window.labels, allowed: window.allowed,
        isCertain: zip(window.labels, window.allowed).allSatisfy { $1 == 1 << UInt16($0) })
    }
  }

  /// Gives numbers to features that are seen often enough.
  private mutating func number(_ seen: [UInt64: Int]) {
    let kept = seen.filter { $0.value >= Self.leastCount }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    for (feature, _) in kept {
      ids[feature] = Int32(hashes.count)
      hashes.append(feature)
    }
  }

  /// The feature as a peculiar source has it.
  private static func copy(_ feature: UInt64) -> UInt64 { (feature ^ 0x5bd1_e995) &* 0x9e37_79b9_7f4a_7c15 }

  /// The example without some of its features.
  private static func thinned(_ example: Example, _ random: inout SplitMix) -> Example {
    let features = example.features.map { row in
      var bits: UInt64 = 0
      var left = 0
      return row.filter { _ in
        if left == 0 { (bits, left) = (random.next(), 8) }
        defer { (bits, left) = (bits >> 8, left - 1) }
        return bits & 255 >= leftOut
      }
    }
    return Example(
      features: features, labels: example.labels, allowed: example.allowed, isCertain: example.isCertain)
  }

  /// Moves the weights where the best sequence is not right; true where it was not.
  private mutating func update(_ example: Example) -> Bool {
    let scores = zip(example.features, example.labels).map { features, label in
      var margin = SIMD16<Int32>(repeating: Self.margin)
      margin[label] = 0
      return features.reduce(margin) { $0 &+ weights[Int($1)] }
    }
    let found = NameDecoder.best(scores, transitions: transitions)
    guard found != example.labels else { return false }
    let right =
      example.isCertain
      ? example.labels : NameDecoder.best(scores, transitions: transitions, allowed: example.allowed)
    guard found != right else { return false }
    for index in found.indices where found[index] != right[index] {
      for feature in example.features[index] { change(Int(feature), up: right[index], down: found[index]) }
    }
    for index in found.indices.dropFirst() {
      guard (found[index - 1], found[index]) != (right[index - 1], right[index]) else { continue }
      changeTransition(right[index - 1], right[index], by: 1)
      changeTransition(found[index - 1], found[index], by: -1)
    }
    return true
  }

  private mutating func change(_ feature: Int, up: Int, down: Int) {
    settle(feature)
    weights[feature][up] += 1
    weights[feature][down] -= 1
  }

  private mutating func settle(_ feature: Int) {
    let elapsed = step - lastSteps[feature]
    sums[feature] &+= SIMD16<Int64>(truncatingIfNeeded: weights[feature]) &* SIMD16(repeating: elapsed)
    lastSteps[feature] = step
  }

  private mutating func changeTransition(_ from: Int, _ to: Int, by amount: Int32) {
    transitions[from][to] += amount
    // The average of a weight that changed by d at step s of n is d times (n - s) over n.
    transitionSums[from][to] += Int64(amount) * step
  }

  /// Adds a run's averages to those before, and begins again from nothing.
  private mutating func endRun() {
    for feature in weights.indices {
      settle(feature)
      weights[feature] = .zero
    }
    for from in transitions.indices {
      totals[from] &+=
        SIMD16<Int64>(truncatingIfNeeded: transitions[from]) &* SIMD16(repeating: step)
        &- transitionSums[from]
      transitions[from] = .zero
      transitionSums[from] = .zero
    }
  }

  private mutating func model() -> NameModel {
    let scale = self.scale
    let rows = transitions.indices.map { from in
      var row = NameModel.Row.zero
      for to in 0..<15 {
        row[to] = Self.clipped(totals[from][to] * scale / step)
      }
      return row
    }
    var kept: [(feature: Int, row: NameModel.Row, size: Int)] = []
    for feature in 0..<keptCount {
      var row = NameModel.Row.zero
      var size = 0
      for label in 0..<15 {
        row[label] = Self.clipped(sums[feature][label] * scale / step)
        size += abs(Int(row[label]))
      }
      if size > 0 { kept.append((feature, row, size)) }
    }
    kept.sort { $0.size != $1.size ? $0.size > $1.size : $0.feature < $1.feature }
    var model = NameModel(bits: Self.bits, transitions: rows)
    // The features that weigh most, for as many as there is room.
    for entry in kept.prefix((1 << Self.bits) * 4 / 5) {
      _ = model.insert(hashes[entry.feature], weights: entry.row)
    }
    return model
  }

  /// Averaged weights are told in 64ths.
  private let scale: Int64 = 64

  private static func clipped(_ value: Int64) -> Int16 { Int16(max(-30_000, min(30_000, value))) }
}

/// A generator of numbers that look random, the same on every run: SplitMix64 (Steele, Lea, Flood, 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  mutating func shuffle(_ order: inout [Int]) {
    for index in order.indices.dropFirst().reversed() {
      order.swapAt(index, Int(next() % UInt64(index + 1)))
    }
  }
}
