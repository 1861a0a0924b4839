package import EtappModel
import EtappSolver

/// The frontier of a p-median against the smallest distance between two open sites, of an instance whose sites are its
/// points.
package struct InstanceFrontier {
  package struct Point: Sendable {
    package var sites: [Int]
    package var objective: Double
    package var bound: Double
    package var separation: Double
  }

  private let open: Int
  private let options: PlanningOptions
  private let count: Int
  /// From point to site, `points × sites`.
  private let distances: [Float]

  /// Sites of which all pairs are looked at.
  package static let mostSites = 2_000

  /// - Returns: nil of an instance of another kind, or one that is too large.
  package init?(_ instance: LocationInstance, open: Int, options: PlanningOptions) {
    guard InstanceLocating.siteCount(instance) <= Self.mostSites else { return nil }
    self.open = open
    self.options = options
    switch instance.kind {
    case .graph(let vertices, let edges, _):
      let graph = GraphDistances(vertices: vertices, edges: edges.map { ($0.from, $0.to, $0.length) })
      distances = Self.matrix(graph.problem(threads: options.threads))
      count = vertices
    case .plane(let places):
      distances = places.flatMap { a in
        places.map { b in
          let (x, y) = (a.x - b.x, a.y - b.y)
          return Float((x * x + y * y).squareRoot().rounded(.down))
        }
      }
      count = places.count
    case .covering: return nil
    }
  }

  private static func matrix(_ lists: PlacingProblem) -> [Float] {
    let count = lists.siteCount
    var matrix = lists.rest.flatMap { [Float](repeating: $0, count: count) }
    for point in 0..<lists.pointCount {
      for entry in lists.entries[lists.starts[point]..<lists.starts[point + 1]] {
        matrix[point * count + Int(entry.site)] = entry.burden
      }
    }
    return matrix
  }

  /// - Returns: The points from the least objective on; `optimal` when they are all there are, each proved.
  /// - Throws: When HiGHS is not there.
  package func run() throws -> (points: [Point], proof: Proof) {
    let base = problem
    let isWhole = distances.allSatisfy { $0 == $0.rounded() }
    let walk = SeparationWalk(
      measure: 0, unit: isWhole ? 1 : 0, library: try HighsLibrary.shared(), stop: options.stop,
      threads: options.threads, seed: options.seed, separation: { separation(of: sites(of: $0)) },
      problem: { beyond in separated(base, beyond: beyond) })
    let frontier = walk.frontier(same: isWhole ? 0 : 2 * Proof.tolerance)
    let points = frontier.points.map {
      Point(sites: sites(of: $0.phasing), objective: $0.value, bound: $0.bound, separation: $0.separation)
    }
    return (points, frontier.isComplete ? .optimal : unfinished(points.last))
  }

  /// Of a walk that did not come to the end.
  private func unfinished(_ last: Point?) -> Proof {
    switch options.stop.reason {
    case .interrupted: .stopped(.interrupted)
    case .timeLimit: .stopped(.timeLimit)
    case nil: .within(last.map { ($0.objective - $0.bound) / max(abs($0.objective), 1e-9) } ?? 1)
    }
  }

  private var problem: PhasedProblem {
    var rows = GainRows.Builder(siteCount: count)
    for point in 0..<count {
      let burdens = distances[point * count..<(point + 1) * count]
      let greatest = burdens.max() ?? 0
      rows.add(
        rest: Double(greatest),
        burdens.enumerated().filter { $0.element < greatest }.map { (Int32($0.offset), Double($0.element)) })
    }
    let all = PhasedProblem.EventRow(lower: Double(open), terms: (0..<count).map(Self.term), upper: Double(open))
    return PhasedProblem(
      rounds: 1, sites: [PhasedProblem.Site](repeating: PhasedProblem.Site(mayHappen: [true]), count: count),
      rows: [all], measures: [.gain(GainMeasure(weights: [1], rows: rows.build()))])
  }

  /// Of sites that are near each other no two are open.
  private func separated(_ base: PhasedProblem, beyond: Double) -> PhasedProblem {
    var problem = base
    guard beyond > -.infinity else { return problem }
    let cliques = NearCliques.covering(Array(0..<count), count: count) {
      Double(distances[$0 * count + $1]) <= beyond
    }
    problem.rows += cliques.map { PhasedProblem.EventRow(terms: $0.map(Self.term), upper: 1) }
    return problem
  }

  private static func term(_ site: Int) -> PhasedProblem.EventTerm { PhasedProblem.EventTerm(site: site, round: 0) }

  private func sites(of phasing: Phasing) -> [Int] {
    phasing.events.indices.filter { phasing.events[$0] != Phasing.never }
  }

  private func separation(of open: [Int]) -> Double {
    var least = Double.infinity
    for a in open { for b in open where a < b { least = min(least, Double(distances[a * count + b])) } }
    return least
  }
}
