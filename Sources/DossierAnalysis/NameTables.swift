/// What names are recognised by.
package struct NameTables: Sendable {
  package init() {}
}
