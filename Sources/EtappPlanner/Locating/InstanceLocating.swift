package import EtappModel
import EtappSolver

/// The standard problems of siting on public instances: p-median and maximal covering.
package struct InstanceLocating {
  let instance: LocationInstance
  let open: Int
  let options: PlanningOptions

  /// - Parameter open: Sites to open.
  package init(_ instance: LocationInstance, open: Int, options: PlanningOptions) {
    self.instance = instance
    self.open = open
    self.options = options
  }

  package struct Answer: Sendable {
    package var sites: [Int]
    package var objective: Double
    package var bound: Double
    package var proof: Proof
  }

  /// Sites that the instance has.
  package static func siteCount(_ instance: LocationInstance) -> Int {
    switch instance.kind {
    case .graph(let vertices, _, _): vertices
    case .plane(let places): places.count
    case .covering(let sites, _, _, _): sites.count
    }
  }

  /// The p-median: Σ distance to the nearest open site, customers weighted by their demand.
  package func access() -> Answer {
    switch instance.kind {
    case .graph(let vertices, let edges, _):
      let lists = GraphDistances(vertices: vertices, edges: edges.map { ($0.from, $0.to, $0.length) }).problem(
        threads: options.threads)
      return answer(search(lists).run())
    case .plane(let places):
      let positions = Self.positions(places)
      let weights = [Double](repeating: 1, count: places.count)
      return answer(country(positions, weights, positions) { Float($0.rounded(.down)) }.run())
    case .covering(let sites, let customers, let demand, _):
      return answer(country(Self.positions(customers), demand, Self.positions(sites)) { Float($0) }.run())
    }
  }

  /// Maximal covering: demand within a radius of an open site.
  package func reach(within radius: Double) -> Answer {
    let near: @Sendable (Double) -> Float = { $0 <= radius ? 0 : 1 }
    switch instance.kind {
    case .graph(let vertices, let edges, _):
      let lists = GraphDistances(vertices: vertices, edges: edges.map { ($0.from, $0.to, $0.length) }).problem(
        threads: options.threads, within: radius)
      return Self.turned(search(lists.merged()).run(), total: Double(vertices))
    case .plane(let places):
      let positions = Self.positions(places)
      let weights = [Double](repeating: 1, count: places.count)
      return Self.turned(
        country(positions, weights, positions, horizon: radius, near).run(), total: Double(places.count))
    case .covering(let sites, let customers, let demand, _):
      return Self.turned(
        country(Self.positions(customers), demand, Self.positions(sites), horizon: radius, near).run(),
        total: demand.reduce(0, +))
    }
  }

  private func search(_ problem: PlacingProblem) -> PlacingSearch {
    PlacingSearch(
      problem, open: open, stop: options.stop, threads: options.threads, seed: options.seed,
      library: try? HighsLibrary.shared())
  }

  private func country(
    _ points: Terrain.Positions, _ weights: [Double], _ sites: Terrain.Positions, horizon: Double = .infinity,
    _ burden: @escaping @Sendable (Double) -> Float
  ) -> CountrySearch {
    let terrain = Terrain(
      shape: .plane, points: points, weights: weights, sites: sites, existing: Terrain.Positions(),
      horizon: horizon, threads: options.threads, burden: burden)
    return CountrySearch(
      terrain, open: open, stop: options.stop, threads: options.threads, seed: options.seed,
      library: try? HighsLibrary.shared())
  }

  private static func positions(_ places: [LocationInstance.Position]) -> Terrain.Positions {
    var positions = Terrain.Positions()
    for place in places { positions.append(place.x, place.y) }
    return positions
  }

  private func answer(_ result: PlacingSearch.Result) -> Answer {
    Answer(
      sites: result.sites, objective: result.value, bound: result.bound,
      proof: Self.proof(result.value, result.bound, result.status))
  }

  /// What is not borne is reached.
  static func turned(_ result: PlacingSearch.Result, total: Double) -> Answer {
    let (value, bound) = (total - result.value, total - result.bound)
    return Answer(sites: result.sites, objective: value, bound: bound, proof: proof(value, bound, result.status))
  }

  private static func proof(_ value: Double, _ bound: Double, _ status: Outcome.Status) -> Proof {
    let gap = abs(value - bound) / max(abs(value), 1e-9)
    if gap <= Proof.tolerance { return .optimal }
    switch status {
    case .stopped(.timeLimit): return .stopped(.timeLimit)
    case .stopped(.interrupted): return .stopped(.interrupted)
    case .proved, .unproved, .infeasible: return .within(gap)
    }
  }
}
