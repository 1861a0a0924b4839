/// Travel times between two lists of positions, computed when asked for.
///
/// Nothing of size points × sites is stored: a national study has 10⁸ pairs and needs a few million. The formula
/// grows with distance, so straight lines decide who is near, and minutes are computed for those only.
public struct TravelTable: Sendable {
  private let formula: Travel.Formula
  private let unreachable: Float
  private let fromX: [Double], fromY: [Double], fromZ: [Double]
  private let toX: [Double], toY: [Double], toZ: [Double]
  private let sweep: Sweep
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
    sweep = Sweep(ends)
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
    if isInMatrix(i), matrixColumn[j] >= 0 {
      return min(unreachable, matrix[Int(matrixRow[i]) * matrixWidth + Int(matrixColumn[j])])
    }
    return minutes(chordSquared: chordSquared(i, j))
  }

  private func isInMatrix(_ i: Int) -> Bool { matrixWidth > 0 && matrixRow[i] >= 0 }

  private func chordSquared(_ i: Int, _ j: Int) -> Double {
    let (x, y, z) = (fromX[i] - toX[j], fromY[i] - toY[j], fromZ[i] - toZ[j])
    return x * x + y * y + z * z
  }

  private func minutes(chordSquared: Double) -> Float {
    let straight = Coordinate.arc(chordSquared: chordSquared)
    return min(unreachable, Float(formula.minutes(straightLine: Kilometres(straight)).value))
  }

  // MARK: The nearest

  /// Minutes from origin `i` to the nearest destination; `Travel.unreachable` when none is nearer.
  public func nearest(from i: Int) -> Float {
    if isInMatrix(i) { return toX.indices.reduce(unreachable) { min($0, minutes(i, $1)) } }
    guard let chord = sweep.least(from: (fromX[i], fromY[i], fromZ[i])) else { return unreachable }
    return minutes(chordSquared: chord)
  }

  /// Minutes from origin `i` to the nearest of some destinations; `Travel.unreachable` when none is nearer.
  ///
  /// - Complexity: one squared chord for each; minutes for the nearest only.
  public func nearest(from i: Int, among destinations: [Int]) -> Float {
    if isInMatrix(i) { return destinations.reduce(unreachable) { min($0, minutes(i, $1)) } }
    var least = Double.infinity
    for j in destinations { least = min(least, chordSquared(i, j)) }
    return least < .infinity ? minutes(chordSquared: least) : unreachable
  }

  // MARK: The nearer

  /// Calls `body` with every destination strictly nearer to origin `i` than `limit` minutes, in order of index.
  public func forEachNearer(from i: Int, than limit: Float, _ body: (Int, Float) -> Void) {
    var found: [Reached] = []
    collectNearer(from: i, than: limit, into: &found)
    found.sort { $0.destination < $1.destination }
    for entry in found { body(entry.destination, entry.minutes) }
  }

  /// A destination and the minutes to it in one number that sorts by minutes, then by index.
  ///
  /// The minutes are the upper half: the bits of floats that are not negative sort as the floats do.
  package struct Reached: Comparable {
    private let key: UInt64

    init(_ destination: Int, _ minutes: Float) {
      key = UInt64(minutes.bitPattern) << 32 | UInt64(UInt32(truncatingIfNeeded: destination))
    }

    package var destination: Int { Int(UInt32(truncatingIfNeeded: key)) }
    package var minutes: Float { Float(bitPattern: UInt32(truncatingIfNeeded: key >> 32)) }

    package static func < (a: Reached, b: Reached) -> Bool { a.key < b.key }
  }

  /// Puts every destination strictly nearer to origin `i` than `limit` minutes into a list, nearest first.
  ///
  /// - Complexity: one squared chord for each destination in a band as wide as the limit; minutes for the near ones.
  package func listNearer(from i: Int, than limit: Float, into found: inout [Reached]) {
    found.removeAll(keepingCapacity: true)
    collectNearer(from: i, than: limit, into: &found)
    found.sort()
  }

  private func collectNearer(from i: Int, than limit: Float, into found: inout [Reached]) {
    guard !isInMatrix(i) else {
      for j in toX.indices {
        let minutes = minutes(i, j)
        if minutes < limit { found.append(Reached(j, minutes)) }
      }
      return
    }
    // A hair wider than the limit, then the exact comparison: rounding may not drop a pair. Nothing is farther than
    // unreachable, so that a limit beyond that takes in the whole earth.
    let line = limit > unreachable ? .infinity : formula.straightLine(minutes: Double(limit)) * (1 + 1e-6) + 1e-6
    let reach = Coordinate.chordSquared(arc: line)
    sweep.forEach(within: reach, from: (fromX[i], fromY[i], fromZ[i])) { j, chord in
      let minutes = minutes(chordSquared: chord)
      if minutes < limit { found.append(Reached(j, minutes)) }
    }
  }
}
