extension Formulation {
  /// A column for each place's travel in each round; the mean divides by the number of places, which may itself vary.
  mutating func formulate(_ measure: NearestMeasure, index: Int, cap: Double, counter: inout CountRanges) {
    let last = problem.rounds - 1
    let covers = covers(among: measure.places)
    var expression = Expression()
    for round in 0..<last where measure.weights[round] != 0 {
      let cost = measure.places.map { _ in linear.addColumn(.init(0, .infinity)) }
      sources.append(
        .nearest(
          NearestCuts(
            measure: index, minutes: measure.minutes, farthest: measure.farthest,
            presence: measure.places.map { open[last][$0] }, servers: measure.places.map { open[round][$0] },
            cost: cost, covers: covers)))
      let value =
        switch measure.aggregation {
        case .mean:
          mean(of: cost, places: measure.places, greatest: min(cap / measure.weights[round], measure.farthest),
            counter: &counter)
        case .maximum: maximum(of: cost)
        }
      expression.terms += value.map { Term($0.column, $0.coefficient * measure.weights[round]) }
    }
    expressions[index] = expression
  }

  private mutating func maximum(of cost: [Int]) -> [Term] {
    let greatest = linear.addColumn(.init(0, .infinity))
    for column in cost { linear.addRow(0, [Term(greatest, 1), Term(column, -1)], .infinity) }
    return [Term(greatest, 1)]
  }

  /// Σ cost / n, exact for every n that can be: the sum is split over the possible n, and only the true one may hold it.
  private mutating func mean(
    of cost: [Int], places: [Int], greatest: Double, counter: inout CountRanges
  ) -> [Term] {
    let all = expression(of: places.flatMap { site in events(ofSite: site) })
    let range = counter.range(of: all)
    guard range.count > 1 else {
      return cost.map { Term($0, 1 / Double(max(1, range.lowerBound))) }
    }
    let isTotal = range.map { _ in linear.addColumn(.init(0, 1, isInteger: true, priority: 0)) }
    linear.addRow(1, isTotal.map { Term($0, 1) }, 1)
    linear.addRow(
      -all.constant, all.terms + zip(range, isTotal).map { Term($1, -Double($0)) }, -all.constant)
    families.append(Family(columns: isTotal, dimensions: [Array(range)]))
    var split = cost.map { Term($0, 1) }
    var value: [Term] = []
    for (n, column) in zip(range, isTotal) {
      let part = linear.addColumn(.init(0, .infinity))
      // In minutes of mean travel, so that the columns stay of one size.
      linear.addRow(-.infinity, [Term(part, 1), Term(column, -greatest)], 0)
      split.append(Term(part, -Double(n)))
      if n > 0 { value.append(Term(part, 1)) }
    }
    linear.addRow(0, split, 0)
    return value
  }

  /// Every event of a site, each once.
  func events(ofSite site: Int) -> [PhasedProblem.EventTerm] {
    (0..<problem.rounds).map { PhasedProblem.EventTerm(site: site, round: $0) }
  }

  /// Sets of places of which the rules demand at least one.
  private func covers(among places: [Int]) -> [[Int]] {
    var clientOfSite = [Int](repeating: -1, count: problem.sites.count)
    for (client, site) in places.enumerated() { clientOfSite[site] = client }
    var covers: Set<[Int]> = []
    for row in problem.rows where row.price == nil && row.lower > 1e-9 {
      let clients = Set(row.terms.filter { $0.coefficient > 0 }.map { clientOfSite[$0.site] })
      guard clients.count > 1, !clients.contains(-1), row.terms.allSatisfy({ $0.coefficient >= 0 }) else { continue }
      covers.insert(clients.sorted())
    }
    return covers.sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
  }
}

/// Cuts for travel from places that are themselves decided.
///
/// For a place j with presence p and any D,
///
///     costⱼ ≥ D·p − Σₖ max(0, D − dⱼₖ) yₖ
///
/// which is the p-median's cut times the presence; the best D is where the running sum of y over the servers, nearest
/// first, reaches p. For a set G of places of which at least one is present, with d𝐺ₖ = min over G,
///
///     Σ_{j∈G} costⱼ ≥ D − Σₖ max(0, D − d𝐺ₖ) yₖ
///
/// holds whichever it is; without it a relaxation that splits one office over many neighbours travels for free.
struct NearestCuts: Sendable {
  let measure: Int
  let minutes: [Float]
  let farthest: Double
  /// Columns: whether the place is in the programme; whether it is open in this round; −1 for never.
  let presence: [Int]
  let servers: [Int]
  let cost: [Int]
  let covers: [[Int]]
  /// Servers of each place, nearest first.
  private let nearestFirst: [[Int32]]
  /// For each cover: the shortest time from any of its places to each server, and the servers nearest first.
  private let coverMinutes: [[Float]]
  private let coverNearestFirst: [[Int32]]

  init(
    measure: Int, minutes: [Float], farthest: Double, presence: [Int], servers: [Int], cost: [Int], covers: [[Int]]
  ) {
    self.measure = measure
    self.minutes = minutes
    self.farthest = farthest
    self.presence = presence
    self.servers = servers
    self.cost = cost
    self.covers = covers
    let count = servers.count
    let usable = servers.indices.filter { servers[$0] >= 0 }.map(Int32.init)
    func sorted(_ time: (Int) -> Float) -> [Int32] {
      usable.sorted { (time(Int($0)), $0) < (time(Int($1)), $1) }
    }
    nearestFirst = servers.indices.map { client in sorted { minutes[client * count + $0] } }
    coverMinutes = covers.map { cover in
      servers.indices.map { server in cover.map { minutes[$0 * count + server] }.min() ?? 0 }
    }
    coverNearestFirst = coverMinutes.map { times in sorted { times[$0] } }
  }

  /// - Parameter anticipates: Whether to make each place's cut as if it were fully present, broken or not: a
  ///   relaxation that is kept from one place otherwise moves on to the next, one round of cuts for each.
  /// - Complexity: O(places² + covers × places).
  func separate(_ point: [Double], anticipates: Bool) -> [Row] {
    let count = servers.count
    var cuts: [Row] = []
    for client in cost.indices where presence[client] >= 0 {
      let present = point[presence[client]]
      let time = { (server: Int) in Double(minutes[client * count + server]) }
      func cut(unit: Double) -> Row {
        let limit = critical(nearestFirst[client], unit: unit, time: time, point: point)
        return row(
          lower: 0, demand: [Term(presence[client], -limit)], clients: [client], limit: limit,
          order: nearestFirst[client], time: time)
      }
      if present > 1e-6 {
        let broken = cut(unit: present)
        if broken.value(at: point) < -1e-6 { cuts.append(broken) }
      }
      if anticipates, present < 1 - 1e-6 { cuts.append(cut(unit: 1)) }
    }
    for (cover, clients) in covers.enumerated() {
      let time = { (server: Int) in Double(coverMinutes[cover][server]) }
      let limit = critical(coverNearestFirst[cover], unit: 1, time: time, point: point)
      let cut = row(
        lower: limit, demand: [], clients: clients, limit: limit, order: coverNearestFirst[cover], time: time)
      if cut.value(at: point) < limit - 1e-6 { cuts.append(cut) }
    }
    return cuts
  }

  /// The time at which the open servers, nearest first, add up to `unit`.
  private func critical(_ order: [Int32], unit: Double, time: (Int) -> Double, point: [Double]) -> Double {
    var sum = 0.0
    for server in order {
      sum += point[servers[Int(server)]]
      if sum >= unit - 1e-9 { return min(farthest, time(Int(server))) }
    }
    return farthest
  }

  /// lower ≤ Σ cost + demand + Σ (limit − time) y
  private func row(
    lower: Double, demand: [Term], clients: [Int], limit: Double, order: [Int32], time: (Int) -> Double
  ) -> Row {
    var terms = clients.map { Term(cost[$0], 1) } + demand
    for server in order {
      let nearer = limit - time(Int(server))
      guard nearer > 0 else { break }
      terms.append(Term(servers[Int(server)], nearer))
    }
    return Row(lower, terms, .infinity).collected()
  }
}
