/// The value of a serving measure while sites open and close.
///
/// Exactly it takes a transportation problem; mostly it is enough to know what it cannot be less than: the burden without
/// capacities, kept up to date site by site, and the cut of the last set that was looked at closely.
struct ServingState {
  private let measure: ServingMeasure
  private var nearest: GainState
  private var isOpen: [[Bool]]
  /// For each round the cut of the set that was looked at last; nil where none was.
  private var points: [CapacityPoint?]

  init(_ measure: ServingMeasure, columns: GainColumns, rounds: Int) {
    self.measure = measure
    nearest = GainState(measure.uncapacitated, columns: columns, rounds: rounds)
    isOpen = [[Bool]](repeating: [Bool](repeating: false, count: measure.rows.siteCount), count: rounds)
    points = [CapacityPoint?](repeating: nil, count: rounds)
  }

  /// - Returns: How many entries were looked at.
  mutating func set(_ site: Int, _ round: Int, _ open: Bool) -> Int {
    isOpen[round][site] = open
    return nearest.set(site, round, open)
  }

  private var activeRounds: [Int] { isOpen.indices.filter { measure.weights[$0] != 0 } }

  var value: Double { activeRounds.reduce(0) { $0 + measure.weights[$1] * measure.cost(open: isOpen[$1]) } }

  /// What the value is not less than.
  var floor: Double {
    let closely = activeRounds.reduce(0.0) { sum, round in
      guard let point = points[round] else { return -.infinity }
      return sum + measure.weights[round] * point.floor(open: isOpen[round])
    }
    return max(nearest.value, closely)
  }

  /// Looks closely at what is open now.
  mutating func look() {
    for round in activeRounds { points[round] = measure.point(open: isOpen[round]) }
  }

  /// What an exact value costs, in entries of rows.
  var work: Int { 100 * measure.rows.rowCount * activeRounds.count }
}
