/// Travel times between two lists of positions, computed when asked for.
///
/// Nothing of size points × sites is stored: a national study has 10⁸ pairs and needs a few million.
public struct TravelTable: Sendable {
  private let formula: Travel.Formula
  private let unreachable: Float
  private let fromX: [Double], fromY: [Double], fromZ: [Double]
  private let toX: [Double], toY: [Double], toZ: [Double]
  private let matrix: [Float]
  private let matrixWidth: Int
  /// Row of the matrix for each origin, column for each destination; −1 where the matrix does not know it.
  private let matrixRow: [Int32], matrixColumn: [Int32]

  /// An end of a journey: the id that the travel-time file uses, and where it is.
  public struct End: Sendable {
    public var id: String
    public var position: Coordinate

    public init(id: String, position: Coordinate) {
      self.id = id
      self.position = position
    }
  }

  public init(from origins: [End], to destinations: [End], travel: Travel, matrix: TravelMatrix?) {
    formula = travel.formula
    unreachable = Float(travel.unreachable.value)
    let starts = origins.map(\.position.unitVector)
    (fromX, fromY, fromZ) = (starts.map(\.x), starts.map(\.y), starts.map(\.z))
    let ends = destinations.map(\.position.unitVector)
    (toX, toY, toZ) = (ends.map(\.x), ends.map(\.y), ends.map(\.z))
    self.matrix = matrix?.minutes ?? []
    matrixWidth = matrix?.destinations.count ?? 0
    matrixRow = matrix.map { matrix in origins.map { Int32(matrix.origins[$0.id] ?? -1) } } ?? []
    matrixColumn = matrix.map { matrix in destinations.map { Int32(matrix.destinations[$0.id] ?? -1) } } ?? []
  }

  public var origins: Int { fromX.count }
  public var destinations: Int { toX.count }

  /// Minutes from origin `i` to destination `j`; never more than `Travel.unreachable`.
  ///
  /// A pair whose two ends the matrix knows takes the matrix's word, including that there is no way;
  /// any other pair takes the formula.
  public func minutes(_ i: Int, _ j: Int) -> Float {
    if matrixWidth > 0, matrixRow[i] >= 0, matrixColumn[j] >= 0 {
      return min(unreachable, matrix[Int(matrixRow[i]) * matrixWidth + Int(matrixColumn[j])])
    }
    let (x, y, z) = (fromX[i] - toX[j], fromY[i] - toY[j], fromZ[i] - toZ[j])
    let straight = Coordinate.arc(chordSquared: x * x + y * y + z * z)
    return min(unreachable, Float(formula.minutes(straightLine: Kilometres(straight)).value))
  }

  /// Minutes from origin `i` to the nearest destination; `Travel.unreachable` when none is nearer.
  public func nearest(from i: Int) -> Float {
    if matrixWidth > 0, matrixRow[i] >= 0 {
      return toX.indices.reduce(unreachable) { min($0, minutes(i, $1)) }
    }
    // The formula grows with distance, so the shortest chord is enough.
    let (x, y, z) = (fromX[i], fromY[i], fromZ[i])
    let (xs, ys, zs) = (toX.span, toY.span, toZ.span)
    var best = Double.infinity
    var nearest = -1
    for j in xs.indices {
      let (dx, dy, dz) = (x - xs[j], y - ys[j], z - zs[j])
      let chord = dx * dx + dy * dy + dz * dz
      if chord < best { (best, nearest) = (chord, j) }
    }
    return nearest < 0 ? unreachable : minutes(i, nearest)
  }

  /// Calls `body` with every destination strictly nearer to origin `i` than `limit` minutes.
  ///
  /// - Complexity: one squared chord for each destination; minutes are computed for the near ones only.
  public func forEachNearer(from i: Int, than limit: Float, _ body: (Int, Float) -> Void) {
    if matrixWidth > 0, matrixRow[i] >= 0 {
      for j in toX.indices {
        let minutes = minutes(i, j)
        if minutes < limit { body(j, minutes) }
      }
      return
    }
    // A hair wider than the limit, then the exact comparison: rounding may not drop a pair.
    let reach = Coordinate.chordSquared(arc: formula.straightLine(minutes: Double(limit)) * (1 + 1e-6) + 1e-6)
    let (x, y, z) = (fromX[i], fromY[i], fromZ[i])
    let (xs, ys, zs) = (toX.span, toY.span, toZ.span)
    for j in xs.indices {
      let (dx, dy, dz) = (x - xs[j], y - ys[j], z - zs[j])
      guard dx * dx + dy * dy + dz * dz <= reach else { continue }
      let minutes = minutes(i, j)
      if minutes < limit { body(j, minutes) }
    }
  }
}
