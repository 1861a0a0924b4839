/// Travel from every place of the programme to the nearest one opened so far: spread.
///
///     mean:     Σₜ weightₜ · (1/n) Σⱼ min { dⱼₖ : k open in round t },  j over the n places open in the last round
///     maximum:  Σₜ weightₜ · maxⱼ min { dⱼₖ : k open in round t }
///
/// The clients are themselves decided, which is what tells it from a p-median.
package struct NearestMeasure: Sendable {
  package enum Aggregation: Sendable { case mean, maximum }

  /// Sites that are places of the programme when they open.
  package var places: [Int]
  /// Minutes from place to place, row-major, `places × places`, zero on the diagonal.
  package var minutes: [Float]
  /// Weight of each round; the last one's is zero, since by then every place is open.
  package var weights: [Double]
  package var aggregation: Aggregation
  /// Minutes when nothing is open yet.
  package var farthest: Double

  package init(
    places: [Int], minutes: [Float], weights: [Double], aggregation: Aggregation, farthest: Double
  ) {
    precondition(minutes.count == places.count * places.count, "One travel time for each pair of places.")
    self.places = places
    self.minutes = minutes
    self.weights = weights
    self.aggregation = aggregation
    self.farthest = farthest
  }

  func value(in phasing: Phasing, of problem: PhasedProblem) -> Double {
    var value = 0.0
    for round in 0..<problem.rounds where weights[round] != 0 {
      let nearest = nearest(in: phasing, round: round, of: problem)
      guard !nearest.isEmpty else { continue }
      switch aggregation {
      case .mean: value += weights[round] * nearest.reduce(0, +) / Double(nearest.count)
      case .maximum: value += weights[round] * (nearest.max() ?? 0)
      }
    }
    return value
  }

  /// Minutes from each place of the programme to the nearest place open in `round`.
  private func nearest(in phasing: Phasing, round: Int, of problem: PhasedProblem) -> [Double] {
    let last = problem.rounds - 1
    let clients = places.indices.filter { problem.isOpen(places[$0], in: last, of: phasing) }
    let servers = clients.filter { problem.isOpen(places[$0], in: round, of: phasing) }
    return clients.map { client in
      servers.reduce(farthest) { min($0, Double(minutes[client * places.count + $1])) }
    }
  }
}
