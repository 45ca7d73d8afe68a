import DossierModel

/// Who is named together with an entity, to be drawn: the entity in the middle, the others in two columns beside it.
///
/// Columns and not a circle: every name can be read, and a neighbour more moves no other to another side. The lists
/// of the page hold the same with the sentences.
package struct EgoGraph: Sendable {
  package struct Neighbour: Sendable {
    package let reference: Reference
    package let count: Int
    /// Its line's ends: of the name, from the middle.
    package let x: Int
    package let y: Int
    package let isLeft: Bool
    /// How strong its line is drawn, from 1 to 5.
    package let weight: Int
  }

  package let neighbours: [Neighbour]
  package let height: Int

  /// The drawing's own units: its width, and where the columns of names begin.
  package static let width = 900
  package static let columns = (left: 290, right: 610)
  private static let mostNeighbours = 20
  private static let fewestNeighbours = 3
  private static let rowHeight = 28

  /// Of rows by how many sentences name both, the most first; nil where there is too little to draw.
  init?(of rows: [RelationRow]) {
    let shown = rows.prefix(Self.mostNeighbours)
    guard shown.count >= Self.fewestNeighbours, let most = shown.first?.count, most > 0 else { return nil }
    let lines = (shown.count + 1) / 2
    height = lines * Self.rowHeight + 12
    let top = height / 2 - (lines - 1) * Self.rowHeight / 2
    neighbours = shown.enumerated().map { rank, row in
      Neighbour(
        reference: row.other, count: row.count,
        x: rank.isMultiple(of: 2) ? Self.columns.left : Self.columns.right,
        y: top + rank / 2 * Self.rowHeight, isLeft: rank.isMultiple(of: 2),
        weight: 1 + row.count * 4 / most)
    }
  }
}
