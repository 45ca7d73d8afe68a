/// Takes away what builds wrote, and nothing else.
package enum SiteCleaner {
  /// Removes a site from its folder; says how many files it removed.
  package static func clean(_ folder: String, files: any FileSystem) throws(BuildError) -> Int {
    guard files.status(of: folder) != nil else { return 0 }
    return try OutputWriter(folder: folder, files: files, force: true).clean()
  }
}
