import Glibc
import Synchronization

/// Says when something changed that a site is made from, as the system tells it (inotify).
///
/// It hears of every folder below its roots, and of the folders above, so that a root that vanishes and comes back is
/// found again. Where the system cannot tell of all changes it says so, and the caller must look for itself.
package final class FileWatcher: Sendable {
  /// So long nothing may happen before a change counts as done: an editor saves in several steps.
  private static let quiet: Int32 = 100
  /// After so many quiet times a change is told though it still goes on.
  private static let patience = 20

  private let tree: Mutex<WatchedTree>

  /// Begins to listen to some files and folders, whether they are there yet or not.
  ///
  /// What is below a folder of `outputs` is what builds write, and is no change.
  package init(_ roots: [String], outputs: [String]) throws(BuildError) {
    for root in roots where MountTable.current.isRemote(root) {
      throw BuildError(
        path: root, message: "the system does not tell of changes on this drive",
        remedy: "looking at the dates of files instead")
    }
    var tree = try WatchedTree(roots: roots, outputs: outputs)
    try tree.listen()
    self.tree = Mutex(tree)
  }

  /// Waits until something changed, and then until it is quiet; says whether something did in the given time.
  ///
  /// The caller's thread waits, so it must be one that nobody else needs.
  package func wait(milliseconds limit: Int32?) throws(BuildError) -> Bool {
    try tree.withLock { (tree: inout WatchedTree) throws(BuildError) in
      var deadline = limit
      var isChanged = false
      var rounds = 0
      while rounds < Self.patience {
        let start = Self.milliseconds
        guard tree.hasNews(within: isChanged ? Self.quiet : deadline ?? -1) else { return isChanged }
        if try tree.readNews() { isChanged = true }
        if isChanged {
          rounds += 1
        } else if let left = deadline {
          // What happened was nothing that counts; the time goes on.
          deadline = max(0, left - Int32(clamping: Self.milliseconds - start))
        }
      }
      return isChanged
    }
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
