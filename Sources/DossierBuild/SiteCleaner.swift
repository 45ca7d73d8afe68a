/// Takes away what builds wrote, and nothing else.
package enum SiteCleaner {
  /// Removes a site from its folder, and what builds remembered of it; says how many files it removed.
  package static func clean(
    _ folder: String, memory: BuildMemory? = nil, files: any FileSystem
  ) throws(BuildError) -> Int {
    if let memory, files.status(of: memory.folder) != nil { try memory.forget(in: files) }
    guard files.status(of: folder) != nil else { return 0 }
    return try OutputWriter(BuildOutput(folder: folder, force: true), files: files).clean()
  }
}
