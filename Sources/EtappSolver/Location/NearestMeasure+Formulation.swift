extension Formulation {
  /// A column for each place's travel in each round; the mean divides by the number of places, which may itself vary.
  mutating func formulate(_ measure: NearestMeasure, index: Int, counter: inout CountRanges) {
    let last = problem.rounds - 1
    let groups = groups(among: measure.places, counter: &counter)
    var expression = Expression()
    for round in 0..<last where measure.weights[round] != 0 {
      let cost = measure.places.map { _ in linear.addColumn(.init(0, .infinity)) }
      sources.append(
        .nearest(
          NearestCuts(
            measure: index, minutes: measure.minutes, farthest: measure.farthest,
            presence: measure.places.map { open[last][$0] }, servers: measure.places.map { open[round][$0] },
            cost: cost, groups: groups)))
      let value =
        switch measure.aggregation {
        case .mean:
          mean(of: cost, measure, index: index, round: round, counter: &counter)
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
    of cost: [Int], _ measure: NearestMeasure, index: Int, round: Int, counter: inout CountRanges
  ) -> [Term] {
    let all = expression(of: measure.places.flatMap { site in events(ofSite: site) })
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
      let ceiling = Ceiling(
        row: linear.rows.count, column: column, greatest: measure.farthest, share: 1 / measure.weights[round])
      ceilings[index].append(ceiling)
      linear.addRow(-.infinity, [Term(part, 1), Term(column, ceiling.coefficient(cap: .infinity))], 0)
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

  /// Sets of places that a rule counts, with how many of each the rules let open.
  private func groups(among places: [Int], counter: inout CountRanges) -> [NearestCuts.Group] {
    var clientOfSite = [Int](repeating: -1, count: problem.sites.count)
    for (client, site) in places.enumerated() { clientOfSite[site] = client }
    var sets: Set<[Int]> = []
    for row in problem.rows where row.price == nil && row.terms.allSatisfy({ $0.coefficient >= 0 }) {
      let clients = Set(row.terms.filter { $0.coefficient > 0 }.map { clientOfSite[$0.site] })
      guard clients.count > 1, !clients.contains(-1) else { continue }
      sets.insert(clients.sorted())
    }
    let sorted = sets.sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
    return sorted.map { clients in
      let presence = expression(of: clients.flatMap { events(ofSite: places[$0]) })
      return NearestCuts.Group(clients: clients, count: counter.range(of: presence))
    }
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
/// Where at most b places of G can be present, opening k helps at most b of them, so that for any uⱼ
///
///     Σ_{j∈G} costⱼ ≥ Σ_{j∈G} uⱼ pⱼ − Σₖ yₖ · (sum of the b greatest max(0, uⱼ − dⱼₖ))
///
/// which for neighbours of which one may open (b = 1) is as strong as if they were one place.
struct NearestCuts: Sendable {
  /// Places that a rule counts, and how many of them can be present.
  struct Group: Sendable {
    let clients: [Int]
    let count: ClosedRange<Int>
  }

  let measure: Int
  let minutes: [Float]
  let farthest: Double
  /// Columns: whether the place is in the programme; whether it is open in this round; −1 for never.
  let presence: [Int]
  let servers: [Int]
  let cost: [Int]
  let groups: [Group]
  /// Servers of each place, nearest first.
  private let nearestFirst: [[Int32]]
  /// For each group: the shortest time from any of its places to each server, and the servers nearest first.
  private let groupMinutes: [[Float]]
  private let groupNearestFirst: [[Int32]]

  init(
    measure: Int, minutes: [Float], farthest: Double, presence: [Int], servers: [Int], cost: [Int], groups: [Group]
  ) {
    self.measure = measure
    self.minutes = minutes
    self.farthest = farthest
    self.presence = presence
    self.servers = servers
    self.cost = cost
    self.groups = groups
    let count = servers.count
    let usable = servers.indices.filter { servers[$0] >= 0 }.map(Int32.init)
    func sorted(_ time: (Int) -> Float) -> [Int32] {
      usable.sorted { (time(Int($0)), $0) < (time(Int($1)), $1) }
    }
    nearestFirst = servers.indices.map { client in sorted { minutes[client * count + $0] } }
    groupMinutes = groups.map { group in
      servers.indices.map { server in group.clients.map { minutes[$0 * count + server] }.min() ?? 0 }
    }
    groupNearestFirst = groupMinutes.map { times in sorted { times[$0] } }
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
    for (index, group) in groups.enumerated() {
      if group.count.lowerBound > 0, let cut = coverCut(index, point) { cuts.append(cut) }
      if group.count.upperBound < group.clients.count, let cut = packingCut(group, point) { cuts.append(cut) }
    }
    return cuts
  }

  /// The cut of a group of which at least one place is present.
  private func coverCut(_ index: Int, _ point: [Double]) -> Row? {
    let time = { (server: Int) in Double(groupMinutes[index][server]) }
    let limit = critical(groupNearestFirst[index], unit: 1, time: time, point: point)
    let cut = row(
      lower: limit, demand: [], clients: groups[index].clients, limit: limit, order: groupNearestFirst[index],
      time: time)
    return cut.value(at: point) < limit - 1e-6 ? cut : nil
  }

  /// The cut of a group of which at most b places are present.
  ///
  /// u begins where open servers add up to the group's presence over b, and is improved by a subgradient walk on
  /// Σ uⱼ pⱼ − Σₖ yₖ (sum of the b greatest), over the places and servers that the point has anything of. A place the
  /// point has nothing of gets the time to its nearest open server, which costs nothing.
  private func packingCut(_ group: Group, _ point: [Double]) -> Row? {
    let most = group.count.upperBound
    let clients = group.clients.filter { presence[$0] >= 0 }
    let weights = clients.map { max(0, point[presence[$0]]) }
    let present = weights.reduce(0, +)
    guard most > 0, present > 1e-6 else { return nil }
    var limits = clients.enumerated().map { index, client in
      critical(
        nearestFirst[client], unit: weights[index] > 1e-6 ? min(1, present / Double(most)) : 1e-9,
        time: { Double(minutes[client * servers.count + $0]) }, point: point)
    }
    if most > 1 { improve(&limits, clients: clients, weights: weights, most: most, point: point) }
    var terms = clients.map { Term(cost[$0], 1) }
    for (client, limit) in zip(clients, limits) { terms.append(Term(presence[client], -limit)) }
    for server in servers.indices where servers[server] >= 0 {
      let help = greatest(
        most, clients.indices.map { limits[$0] - Double(minutes[clients[$0] * servers.count + server]) })
      if help > 0 { terms.append(Term(servers[server], help)) }
    }
    let cut = Row(0, terms, .infinity).collected()
    return cut.value(at: point) < -1e-6 ? cut : nil
  }

  /// The sum of the `count` greatest positive numbers.
  private func greatest(_ count: Int, _ numbers: [Double]) -> Double {
    if count == 1 { return max(0, numbers.max() ?? 0) }
    let positive = numbers.filter { $0 > 0 }
    guard positive.count > count else { return positive.reduce(0, +) }
    return positive.sorted(by: >).prefix(count).reduce(0, +)
  }

  private func improve(
    _ limits: inout [Double], clients: [Int], weights: [Double], most: Int, point: [Double]
  ) {
    let active = clients.indices.filter { weights[$0] > 1e-6 }
    let open = servers.indices.filter { servers[$0] >= 0 && point[servers[$0]] > 1e-6 }
    guard active.count > 1 else { return }
    var trial = limits
    var best = -Double.infinity
    var step = 0.5 * active.reduce(0) { $0 + limits[$1] } / Double(active.count)
    for _ in 0..<Self.improvements {
      var value = 0.0
      var gradient = [Double](repeating: 0, count: active.count)
      for (index, client) in active.enumerated() {
        value += trial[client] * weights[client]
        gradient[index] = weights[client]
      }
      for server in open {
        let y = point[servers[server]]
        let helped = active.indices
          .map { ($0, trial[active[$0]] - Double(minutes[clients[active[$0]] * servers.count + server])) }
          .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(most)
        for (index, help) in helped {
          value -= y * help
          gradient[index] -= y
        }
      }
      if value > best {
        best = value
        limits = trial
      }
      for (index, client) in active.enumerated() {
        trial[client] = min(farthest, max(0, trial[client] + step * gradient[index]))
      }
      step *= 0.85
    }
  }

  private static let improvements = 25

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
