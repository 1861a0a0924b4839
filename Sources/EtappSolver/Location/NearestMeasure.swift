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

  /// - Complexity: O(places + opened × opened): local search asks for it at every step.
  func value(in phasing: Phasing, of problem: PhasedProblem) -> Double {
    let events = phasing.events.span
    var clients: [Int] = []
    for client in places.indices where events[places[client]] != Phasing.never { clients.append(client) }
    guard !clients.isEmpty else { return 0 }
    var value = 0.0
    for round in 0..<problem.rounds where weights[round] != 0 {
      value += weights[round] * nearest(clients, events: events, round: Int8(round))
    }
    return value
  }

  /// Minutes from the places of the programme to the nearest place open in `round`: their mean, or the greatest.
  private func nearest(_ clients: [Int], events: Span<Int8>, round: Int8) -> Double {
    let minutes = minutes.span
    var servers: [Int] = []
    for client in clients where events[places[client]] <= round { servers.append(client) }
    var (sum, greatest) = (0.0, 0.0)
    for client in clients {
      let row = client * places.count
      var best = Float.infinity
      for server in servers { best = min(best, minutes[row + server]) }
      let time = min(farthest, Double(best))
      sum += time
      greatest = max(greatest, time)
    }
    return aggregation == .mean ? sum / Double(clients.count) : greatest
  }
}
