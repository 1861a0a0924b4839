/// The end of a placing search over HiGHS: what the multipliers leave undecided, by the master's cuts and its tree.
///
/// Multipliers come near the relaxation's bound soon and close to it late; the linear program does not mind what is left
/// of a problem being flat. It is given few sites and few points.
struct MasterFinish {
  let library: HighsLibrary
  let stop: StopRule
  let threads: Int

  /// Entries above which the master would take longer than the tree.
  static let mostEntries = 3_000_000

  struct Answer {
    /// Sites of the region that are better than what was known; nil when nothing is.
    var sites: [Int]?
    var bound: Double
    var nodes: Int
  }

  /// - Parameters:
  ///   - known: A choice in the region and its value, where one is known.
  ///   - cutoff: Nothing with this value or more is of interest.
  func run(_ region: Region, known: [Int]?, value: Double, cutoff: Double) -> Answer {
    let problem = region.problem
    var builder = GainRows.Builder(siteCount: problem.siteCount)
    builder.reserveCapacity(points: problem.pointCount, entries: problem.entries.count)
    var row: [(site: Int32, burden: Double)] = []
    for point in 0..<problem.pointCount {
      row.removeAll(keepingCapacity: true)
      let weight = problem.weights[point]
      for index in problem.starts[point]..<problem.starts[point + 1] {
        row.append((Int32(problem.entries[index].site), weight * Double(problem.entries[index].burden)))
      }
      builder.add(rest: weight * Double(problem.rest[point]), row)
    }
    let sites = 0..<problem.siteCount
    let phased = PhasedProblem(
      rounds: 1, sites: sites.map { _ in PhasedProblem.Site(mayHappen: [true]) },
      rows: [
        PhasedProblem.EventRow(
          terms: sites.map { PhasedProblem.EventTerm(site: $0, round: 0) }, upper: Double(region.open))
      ], measures: [.gain(GainMeasure(weights: [1], rows: builder.build()))])
    // The master's own values leave out what no site here can change.
    let shift = problem.constant
    let gap = max(1e-9, (value - cutoff) / max(abs(value - shift), 1e-9)) / 0.9
    let tree = BranchAndCut(phased, library: library, stop: stop, threads: threads)
    let start = known.map { known in
      var events = [Int8](repeating: Phasing.never, count: problem.siteCount)
      for site in known { events[site] = 0 }
      return Phasing(events: events)
    }
    let outcome = tree.minimise(
      BranchAndCut.Question(
        objective: Objective(0), starts: start.map { [$0] } ?? [], gap: gap, floor: region.bound - shift))
    let found = outcome.phasing.map { phasing in sites.filter { phasing.events[$0] != Phasing.never } }
    return Answer(sites: found, bound: outcome.bound + shift, nodes: outcome.effort.nodes)
  }
}
