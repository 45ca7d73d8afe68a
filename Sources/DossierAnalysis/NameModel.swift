/// The trained weights of the tagger of names.
package struct NameModel: Sendable {
  package init() {}
}
