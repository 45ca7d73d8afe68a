import CHTML

/// Puts the parts of a page that a server streamed late where they belong.
///
/// React sends a slow part behind the page, in a hidden box `S:n`, and a script moves it to the place that a
/// `<template>` `P:n` or `B:n` holds. A saved page whose scripts did not run has the article in such boxes.
enum StreamedFragments {
  /// The most elements looked at; pages with fragments are far smaller.
  private static let limit = 400_000

  static func putInPlace(below root: xmlNodePtr) {
    var places: [(id: String, node: xmlNodePtr)] = []
    var boxes: [String: xmlNodePtr] = [:]
    var next: xmlNodePtr? = root
    var seen = 0
    while let node = next, seen < limit {
      seen += 1
      if node.pointee.type == XML_ELEMENT_NODE, let (kind, id) = fragmentID(of: node) {
        if kind == UInt8(ascii: "S") { boxes[id] = node } else { places.append((id, node)) }
      }
      next = following(node, within: root)
    }
    for place in places {
      guard let box = boxes.removeValue(forKey: place.id), !isAncestor(box, of: place.node) else { continue }
      move(contentsOf: box, behind: place.node)
    }
  }

  /// `S:1f` of a `div`, `P:1f` or `B:1f` of a `template`.
  private static func fragmentID(of node: xmlNodePtr) -> (kind: UInt8, id: String)? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if let name = current.pointee.name, name[0] == 0x69, name[1] == 0x64, name[2] == 0,
        let value = current.pointee.children?.pointee.content, value[0] != 0, value[1] == UInt8(ascii: ":")
      {
        let kind = value[0]
        guard kind == 0x53 || kind == 0x50 || kind == 0x42 else { return nil }
        return (kind, String(cString: value + 2))
      }
      attribute = current.pointee.next
    }
    return nil
  }

  private static func move(contentsOf box: xmlNodePtr, behind place: xmlNodePtr) {
    var last = place
    while let child = box.pointee.children {
      xmlUnlinkNode(child)
      guard let moved = xmlAddNextSibling(last, child) else { return }
      last = moved
    }
    // What stands up to the comment `/$` was shown while the part was on its way: it is hidden in the part's place.
    var waiting = last.pointee.next
    guard place.pointee.properties?.pointee.children?.pointee.content?[0] == 0x42 else { return }
    while let node = waiting, node.pointee.type != XML_COMMENT_NODE {
      waiting = node.pointee.next
      xmlUnlinkNode(node)
      guard xmlAddChild(box, node) != nil else { return }
    }
  }

  private static func isAncestor(_ candidate: xmlNodePtr, of node: xmlNodePtr) -> Bool {
    var current = node.pointee.parent
    while let found = current {
      if found == candidate { return true }
      current = found.pointee.parent
    }
    return false
  }

  /// The next node in document order, without recursion.
  private static func following(_ node: xmlNodePtr, within root: xmlNodePtr) -> xmlNodePtr? {
    if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
    var current = node
    while current != root {
      if let next = current.pointee.next { return next }
      guard let parent = current.pointee.parent else { return nil }
      current = parent
    }
    return nil
  }
}
