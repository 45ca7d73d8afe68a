import Glibc

/// The folders that the system tells of, and what its news mean.
struct WatchedTree: ~Copyable {
  private struct Watched {
    let path: String
    /// Whether all that happens in the folder counts, and folders in it are watched too.
    var isTree: Bool
    /// The names that count in a folder that is watched for them alone: roots, or folders on the way to one.
    var names: Set<String> = []
    var depth: Int
    /// Whether it is a file that a link leads to.
    var isFile = false
  }

  private let descriptor: Int32
  private let roots: [String]
  private let outputs: [String]
  private var watched: [Int32: Watched] = [:]

  init(roots: [String], outputs: [String]) throws(BuildError) {
    (self.roots, self.outputs) = (roots, outputs)
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw Self.trouble(roots.first ?? ".") }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Listens to all roots as they are now; what is watched already stays.
  mutating func listen() throws(BuildError) {
    for root in roots {
      try watchAbove(root)
      try watchTree(root, depth: 0)
    }
  }

  /// Whether the system tells something within a time in milliseconds; below 0 it waits for ever.
  func hasNews(within time: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, time) > 0
  }

  /// Takes in what the system tells; says whether any of it counts.
  mutating func readNews() throws(BuildError) -> Bool {
    var counts = false
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return counts }
      var start = 0
      while start + Self.headSize <= count {
        let news = News(in: buffer, at: start)
        start += Self.headSize + news.length
        if try take(news) { counts = true }
      }
    }
  }

  private mutating func take(_ news: News) throws(BuildError) -> Bool {
    guard !news.holds(IN_Q_OVERFLOW) else {
      // Some of what happened was lost, so all is looked at anew.
      watched = [:]
      try listen()
      return true
    }
    guard let folder = watched[news.watch] else { return false }
    if news.holds(IN_IGNORED) {
      watched[news.watch] = nil
      if folder.isFile { try watchFile(folder.path) }
      return folder.isFile
    }
    guard !folder.isFile else {
      try watchFile(folder.path)
      return true
    }
    guard !news.name.isEmpty else { return folder.isTree && news.holds(IN_DELETE_SELF, IN_MOVE_SELF) }
    let isNamed = folder.names.contains(news.name)
    guard isNamed || (folder.isTree && !news.name.hasPrefix(".")) else { return false }
    let path = folder.path.appending(path: news.name)
    guard !isOutput(path) else { return false }
    if news.holds(IN_MOVED_FROM), news.holds(IN_ISDIR) { forget(below: path) }
    let isNew = news.holds(IN_CREATE, IN_MOVED_TO)
    if isNamed, isNew || news.holds(IN_ISDIR) {
      try listen()
    } else if isNew {
      try watchTree(path, depth: folder.depth + 1)
    }
    return true
  }

  /// Listens to a folder and all below it, and to files that links in it lead to; nothing happens for a plain file.
  private mutating func watchTree(_ root: String, depth: Int) throws(BuildError) {
    var waiting = [(path: root, depth: depth)]
    while let (path, depth) = waiting.popLast() {
      guard depth < SourceWalk.depthLimit, !isOutput(path) else { continue }
      guard let number = try add(path, Self.ofFolders) else {
        if Self.isLink(path) { try watchFile(path) }
        continue
      }
      guard watched[number]?.isTree != true || depth == 0 else { continue }
      let names = Self.entries(of: path)
      guard !names.contains(where: { $0.name == BuildManifest.fileName }) else {
        if watched[number] == nil { inotify_rm_watch(descriptor, number) }
        continue
      }
      watched[number, default: Watched(path: path, isTree: true, depth: depth)].isTree = true
      for entry in names where entry.mayBeFolder && !entry.name.hasPrefix(".") {
        waiting.append((path.appending(path: entry.name), depth + 1))
      }
    }
  }

  /// Listens for the name of a root in the folder above it, or where that is missing, in the nearest that is there.
  private mutating func watchAbove(_ root: String) throws(BuildError) {
    var path = root
    while let parent = path.parentPath {
      if let number = try add(parent, Self.ofFolders) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        watched[number, default: Watched(path: parent, isTree: false, depth: 0)].names.insert(name)
        return
      }
      path = parent
    }
  }

  private mutating func watchFile(_ path: String) throws(BuildError) {
    guard let number = try add(path, Self.ofFiles), watched[number] == nil else { return }
    watched[number] = Watched(path: path, isTree: false, depth: 0, isFile: true)
  }

  /// Asks the system to tell; nil where nothing of the kind is there.
  private func add(_ path: String, _ mask: UInt32) throws(BuildError) -> Int32? {
    let number = inotify_add_watch(descriptor, path, mask)
    if number >= 0 { return number }
    switch errno {
    case ENOSPC, ENOMEM: throw Self.trouble(path)
    default: return nil
    }
  }

  private mutating func forget(below path: String) {
    for (number, folder) in watched where folder.path == path || folder.path.hasPrefix(path + "/") {
      inotify_rm_watch(descriptor, number)
      watched[number] = nil
    }
  }

  private func isOutput(_ path: String) -> Bool {
    let files = DiskFileSystem()
    guard let identity = files.status(of: path)?.identity else { return outputs.contains(path) }
    return outputs.contains { files.status(of: $0)?.identity == identity }
  }

  private static func trouble(_ path: String) -> BuildError {
    BuildError(
      path: path,
      message: "the system cannot watch so many folders: \(String(cString: strerror(errno)).lowercased())",
      remedy: "looking at the dates of files instead; raising fs.inotify.max_user_watches would help")
  }
}

// MARK: - What the system says

extension WatchedTree {
  private static let ofFiles = UInt32(IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
  private static let ofFolders =
    ofFiles | UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)

  /// Of a `struct inotify_event`, before the name.
  private static let headSize = 16

  /// One event, as `inotify(7)` lays it out.
  private struct News {
    let watch: Int32
    let mask: UInt32
    let name: String
    /// Bytes of the name, with the zeros behind it.
    let length: Int

    init(in buffer: [UInt8], at start: Int) {
      func number(_ offset: Int) -> UInt32 {
        buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self) }
      }
      watch = Int32(bitPattern: number(0))
      mask = number(4)
      length = min(Int(number(12)), buffer.count - start - WatchedTree.headSize)
      let bytes = buffer[(start + WatchedTree.headSize)...].prefix(length).prefix { $0 != 0 }
      name = String(decoding: bytes, as: UTF8.self)
    }

    func holds(_ flags: Int32...) -> Bool { flags.contains { mask & UInt32(bitPattern: $0) != 0 } }
  }

  private struct Entry {
    let name: String
    let mayBeFolder: Bool
  }

  private static func entries(of folder: String) -> [Entry] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let kind = Int(entry.pointee.d_type)
      let mayBeFolder = kind != DT_REG
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      // Plain files are told of by their folder; only names that mark a site are looked at.
      guard mayBeFolder || name == BuildManifest.fileName else { continue }
      if name != ".", name != ".." { entries.append(Entry(name: name, mayBeFolder: mayBeFolder)) }
    }
    return entries
  }

  private static func isLink(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFLNK
  }
}
