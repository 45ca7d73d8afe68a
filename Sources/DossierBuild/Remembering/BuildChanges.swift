import DossierSource

/// What the last build that changed a site found changed, and which files it wrote for it.
package struct BuildChanges: Sendable, Equatable {
  /// What a build could not go on from where the one before it ended.
  enum Ground: String, Sendable, Equatable {
    /// Nothing was remembered.
    case first
    /// The tool, its options or the configuration were others.
    case setting
    /// None but the files below.
    case inputs
  }

  enum Kind: String, Sendable, Equatable { case added, changed, removed }

  struct Input: Sendable, Equatable {
    let path: String
    let kind: Kind
  }

  let ground: Ground
  let inputs: [Input]
  /// Files of the site that were not there before.
  let new: [String]
  /// Files of the site whose bytes became others.
  let rewritten: [String]

  init(ground: Ground, inputs: [Input], new: [String], rewritten: [String]) {
    (self.ground, self.inputs, self.new, self.rewritten) = (ground, inputs, new, rewritten)
  }

  /// Of a build beside the one before it; of a first one no files are listed, since all are new.
  init(from previous: BuildRecord?, to record: BuildRecord, written: [String]) {
    guard let previous else {
      self.init(ground: .first, inputs: [], new: [], rewritten: [])
      return
    }
    let known = Set(previous.outputs.map(\.path))
    self.init(
      ground: previous.setting == record.setting ? .inputs : .setting,
      inputs: Self.inputs(from: previous.inputs, to: record.inputs),
      new: written.filter { !known.contains($0) }.sorted(), rewritten: written.filter(known.contains).sorted()
    )
  }

  private static func inputs(from old: InputSnapshot, to new: InputSnapshot) -> [Input] {
    var before = Dictionary(old.files.map { ($0.path, $0) }) { first, _ in first }
    var inputs: [Input] = []
    for file in new.files {
      guard let known = before.removeValue(forKey: file.path) else {
        inputs.append(Input(path: file.path, kind: .added))
        continue
      }
      let isSame =
        if let now = file.fingerprint, let then = known.fingerprint { now == then } else {
          file.stamp == known.stamp
        }
      if !isSame { inputs.append(Input(path: file.path, kind: .changed)) }
    }
    inputs += before.keys.map { Input(path: $0, kind: .removed) }
    return inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

// MARK: - In words

extension BuildChanges {
  private static let limit = 20

  /// Why a file of the site is as it is, line by line.
  ///
  /// Which of the changed files the page shows is told by its links to the articles of sources; other changes reach a page
  /// through what the whole corpus says, such as who is named with whom.
  package func reasons(for page: String, links: (String) -> Bool) -> [String] {
    switch ground {
    case .first: return ["new: nothing was remembered of an earlier build"]
    case .setting, .inputs: break
    }
    let isNew = new.contains(page)
    guard isNew || rewritten.contains(page) else {
      return ["unchanged by the last build that changed the site"]
    }
    var lines = [
      isNew ? "new in the last build that changed the site" : "rewritten, since its bytes became others"
    ]
    if ground == .setting {
      lines.append("because of the tool, its options or dossier.yml: they are others than before")
    }
    let (near, far) = (inputs.filter { links($0.path) }, inputs.filter { !links($0.path) })
    lines += near.prefix(Self.limit).map {
      "because of \($0.path): \($0.kind.rawValue), and the page links to it"
    }
    lines += far.prefix(Self.limit - min(Self.limit, near.count)).map {
      "\(near.isEmpty ? "because of" : "also changed:") \($0.path): \($0.kind.rawValue)"
    }
    let rest = inputs.count - Self.limit
    if rest > 0 { lines.append("and of \(rest) more") }
    return lines
  }
}

// MARK: - On disk

extension BuildChanges {
  private static let magic: UInt64 = 0x3147_4843_4f53_5344

  /// Nil where the bytes are not exactly what a build wrote.
  init?(parsing bytes: [UInt8]) {
    do {
      var reader = try PackedReader(unsealing: bytes, Self.magic)
      guard let ground = Ground(rawValue: try reader.word()) else { return nil }
      var inputs: [Input] = []
      for _ in 0..<(try reader.count()) {
        let path = try reader.text()
        guard let kind = Kind(rawValue: try reader.word()) else { return nil }
        inputs.append(Input(path: path, kind: kind))
      }
      var lists: [[String]] = [[], []]
      for index in lists.indices {
        for _ in 0..<(try reader.count()) { lists[index].append(try reader.text()) }
      }
      self.init(ground: ground, inputs: inputs, new: lists[0], rewritten: lists[1])
    } catch {
      return nil
    }
  }

  var bytes: [UInt8] {
    var writer = PackedWriter()
    writer.write(word: ground.rawValue)
    writer.write(count: inputs.count)
    for input in inputs {
      writer.write(input.path)
      writer.write(word: input.kind.rawValue)
    }
    for list in [new, rewritten] {
      writer.write(count: list.count)
      for path in list { writer.write(path) }
    }
    return writer.sealed(Self.magic)
  }
}
