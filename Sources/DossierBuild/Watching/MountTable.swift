/// Where drives are mounted, and of which kind they are.
struct MountTable {
  /// Kinds of drives that other machines write to: this one's system does not hear of it.
  private static let remoteKinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "virtiofs", "afs", "coda", "ncpfs", "ceph", "glusterfs",
    "lustre",
    "vboxsf", "prl_fs",
  ]

  private let kinds: [(place: String, kind: String)]

  /// Of lines as `/proc/self/mountinfo` has them, by `proc(5)`.
  init(parsing lines: String) {
    kinds = lines.split(separator: "\n").compactMap { line -> (place: String, kind: String)? in
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), fields.count > dash + 1, dash > 4 else { return nil }
      return (String(fields[4]).replacing("\\040", with: " "), String(fields[dash + 1]))
    }
  }

  static var current: MountTable {
    let lines = (try? DiskFileSystem().contents(of: "/proc/self/mountinfo")) ?? []
    return MountTable(parsing: String(decoding: lines, as: UTF8.self))
  }

  /// Whether a place, or where it is missing the nearest folder above it, lies on such a drive.
  func isRemote(_ path: String) -> Bool {
    var place: String? = path
    while let current = place, DiskFileSystem.wholePath(of: current) == nil { place = current.parentPath }
    guard let whole = place.flatMap(DiskFileSystem.wholePath) else { return false }
    return isRemote(whole: whole)
  }

  func isRemote(whole path: String) -> Bool {
    let above = kinds.filter { path == $0.place || $0.place == "/" || path.hasPrefix($0.place + "/") }
    // Of two at one place, the later covers the earlier.
    let nearest = above.enumerated().max {
      ($0.element.place.utf8.count, $0.offset) < ($1.element.place.utf8.count, $1.offset)
    }
    guard let kind = nearest?.element.kind else { return false }
    return Self.remoteKinds.contains(kind) || kind.hasPrefix("fuse.")
  }
}
