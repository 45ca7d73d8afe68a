extension Workspace {
  /// The files and folders that its site is made from, whether they are there or not.
  package var watched: [String] {
    guard let root else { return [content] }
    let configuration = root.appending(path: Self.configurationName)
    // The content folder that is named may come after the site was built from all of the root.
    let named = root.appending(path: self.configuration.content ?? "content")
    return [content, named, templates, configuration].compactMap(\.self).reduce(into: []) { places, place in
      if !places.contains(place) { places.append(place) }
    }
  }
}
