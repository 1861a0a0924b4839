/// A bound of a large problem with capacities from multipliers of its customers, and sites from what they choose.
///
///     L(μ) = Σᵢ μᵢ + min Σⱼ ρⱼ yⱼ,   ρⱼ = fⱼ − max { Σᵢ (μᵢ − cᵢⱼ) xᵢ : Σᵢ dᵢ xᵢ ≤ capⱼ, 0 ≤ x ≤ 1 }
///
/// over the y whose capacities hold all demand (as a relaxed knapsack), and of the asked number. Every μ gives a bound.
struct CapacityAscent {
  private let search: CapacitatedSearch
  private var problem: CapacitatedProblem { search.problem }

  init(_ search: CapacitatedSearch) { self.search = search }

  private static let steps = 400
  /// Sets of sites whose service is computed at most.
  private static let trials = 40

  func run() -> CapacitatedSearch.Result {
    var multipliers = start
    var (bestBound, factor, sinceBest) = (-Double.infinity, 1.0, 0)
    var best = CapacitatedSearch.Result(sites: [], service: [], value: nil, bound: 0)
    var tried: Set<[Int]> = []
    for step in 0..<Self.steps where search.stop.reason == nil {
      let point = evaluate(multipliers)
      sinceBest = point.bound > bestBound + 1e-9 * abs(bestBound) ? 0 : sinceBest + 1
      bestBound = max(bestBound, point.bound)
      if step % 8 == 0 || sinceBest == 0, tried.count < Self.trials { serve(point.sites, &best, &tried) }
      if let value = best.value, value - bestBound <= 1e-7 * abs(value) { break }
      if sinceBest > 12 { (factor, sinceBest) = (factor / 2, 0) }
      let target = best.value ?? bestBound * 1.05 + 1
      let norm = point.slopes.reduce(0) { $0 + $1 * $1 }
      guard norm > 0, factor > 1e-4 else { break }
      let length = factor * max(target - point.bound, 1e-7 * abs(target)) / norm
      for customer in multipliers.indices { multipliers[customer] += length * point.slopes[customer] }
    }
    improve(&best, &tried)
    best.bound = min(bestBound, best.value ?? bestBound)
    return best
  }

  /// The second least cost of each customer.
  private var start: [Double] {
    (0..<problem.customerCount).map { customer in
      let row = (0..<problem.siteCount).map { problem.cost(customer, $0) }.sorted()
      return row.count > 1 ? row[1] : row.first ?? 0
    }
  }

  // MARK: One point

  private struct Point {
    var bound: Double
    var sites: [Int]
    /// 1 − what the chosen sites serve of each customer.
    var slopes: [Double]
  }

  private func evaluate(_ multipliers: [Double]) -> Point {
    var reduced = [Double](repeating: 0, count: problem.siteCount)
    var served = [[(customer: Int, share: Double)]](repeating: [], count: problem.siteCount)
    for site in 0..<problem.siteCount {
      let (profit, parts) = knapsack(site, multipliers)
      reduced[site] = problem.fixed[site] - profit
      served[site] = parts
    }
    let chosen = choose(reduced)
    var slopes = [Double](repeating: 1, count: problem.customerCount)
    for (site, amount) in chosen.parts { for part in served[site] { slopes[part.customer] -= amount * part.share } }
    return Point(
      bound: multipliers.reduce(0, +) + chosen.sum, sites: chosen.parts.map(\.site).sorted(), slopes: slopes)
  }

  /// The customers most worth serving from a site, by what they bring for each unit of capacity.
  private func knapsack(
    _ site: Int, _ multipliers: [Double]
  ) -> (profit: Double, parts: [(customer: Int, share: Double)]) {
    var items: [(worth: Double, customer: Int)] = []
    for customer in multipliers.indices {
      let gain = multipliers[customer] - problem.cost(customer, site)
      if gain > 0 { items.append((gain / max(problem.demand[customer], 1e-12), customer)) }
    }
    items.sort { ($0.worth, $1.customer) > ($1.worth, $0.customer) }
    var (left, profit) = (problem.capacities[site], 0.0)
    var parts: [(customer: Int, share: Double)] = []
    for item in items {
      guard left > 0 else { break }
      let share = min(1, left / max(problem.demand[item.customer], 1e-12))
      profit += share * (multipliers[item.customer] - problem.cost(item.customer, site))
      left -= share * problem.demand[item.customer]
      parts.append((item.customer, share))
    }
    return (profit, parts)
  }

  /// The least Σ ρ y with capacity for all: sites that pay for themselves, then the cheapest capacity, the last in part.
  ///
  /// With a number of sites to open, the capacity is left out: the least so many.
  private func choose(_ reduced: [Double]) -> (sum: Double, parts: [(site: Int, amount: Double)]) {
    let order = reduced.indices.sorted { (reduced[$0], $0) < (reduced[$1], $1) }
    if let open = problem.open {
      return (order.prefix(open).reduce(0) { $0 + reduced[$1] }, order.prefix(open).map { ($0, 1) })
    }
    var parts = order.filter { reduced[$0] < 0 }.map { (site: $0, amount: 1.0) }
    var sum = parts.reduce(0) { $0 + reduced[$1.site] }
    var missing = problem.demand.reduce(0, +) - parts.reduce(0) { $0 + problem.capacities[$1.site] }
    let rest = order.filter { reduced[$0] >= 0 && problem.capacities[$0] > 0 }.sorted {
      (reduced[$0] / problem.capacities[$0], $0) < (reduced[$1] / problem.capacities[$1], $1)
    }
    for site in rest where missing > 0 {
      let amount = min(1, missing / problem.capacities[site])
      parts.append((site, amount))
      sum += amount * reduced[site]
      missing -= problem.capacities[site]
    }
    return (sum, parts)
  }

  // MARK: Sites

  /// The service of a set of sites, kept when it is the best so far.
  private func serve(_ sites: [Int], _ best: inout CapacitatedSearch.Result, _ tried: inout Set<[Int]>) {
    let capacity = sites.reduce(0) { $0 + problem.capacities[$1] }
    guard capacity >= problem.demand.reduce(0, +), tried.insert(sites).inserted else { return }
    let found = search.whole(over: sites, mustOpen: true)
    guard let value = found.value, value < best.value ?? .infinity else { return }
    (best.sites, best.service, best.value) = (found.sites, found.service, value)
  }

  /// Leaves out one site, as long as that helps and time is left.
  private func improve(_ best: inout CapacitatedSearch.Result, _ tried: inout Set<[Int]>) {
    guard problem.open == nil else { return }
    var improved = true
    while improved, search.stop.reason == nil, tried.count < 3 * Self.trials {
      improved = false
      for site in best.sites where search.stop.reason == nil {
        let before = best.value
        serve(best.sites.filter { $0 != site }, &best, &tried)
        if best.value != before {
          improved = true
          break
        }
      }
    }
  }
}
