/// Proves the best sites under capacities.
///
/// Small problems, and those in which nobody is divided, go to HiGHS whole. Larger ones are a phased problem of one round:
/// its master decides what opens, and who is served where is a transportation problem, exact.
package struct CapacitatedSearch {
  package let problem: CapacitatedProblem
  let library: HighsLibrary
  let stop: StopRule
  private let threads: Int

  package init(_ problem: CapacitatedProblem, library: HighsLibrary, stop: StopRule, threads: Int = 1) {
    self.problem = problem
    self.library = library
    self.stop = stop
    self.threads = threads
  }

  package struct Result: Sendable {
    package var sites: [Int]
    package var service: CapacitatedProblem.Service
    /// nil where no service was found.
    package var value: Double?
    package var bound: Double
    package var isInfeasible = false
  }

  /// Pairs of customer and site above which the whole program would take longer than multipliers.
  private static let mostPairs = 12_000

  package func run() -> Result {
    if let open = problem.open, open > problem.siteCount {
      return Result(sites: [], service: [], value: nil, bound: .infinity, isInfeasible: true)
    }
    let isSmall = problem.customerCount * problem.siteCount <= Self.mostPairs
    // A customer of no demand takes no room but costs something: no person to send anywhere.
    return isSmall || problem.isWhole || problem.demand.contains(0) ? whole() : divided()
  }

  // MARK: Branch and cut

  /// Sites by branch and cut, service by transportation.
  func divided() -> Result {
    let phased = phased
    let outcome = BranchAndCut(phased, library: library, stop: stop, threads: threads).minimise(
      .init(objective: Objective([(0, 1), (1, 1)])))
    guard let phasing = outcome.phasing else {
      let isInfeasible = outcome.status == .infeasible
      return Result(sites: [], service: [], value: nil, bound: outcome.bound, isInfeasible: isInfeasible)
    }
    let open = (0..<problem.siteCount).filter { phasing.events[$0] == 0 }
    let service = Service.cheapest(
      people: problem.demand,
      costs: (0..<problem.customerCount).map { customer in open.map { unitCost(customer, $0) } },
      elsewhere: (0..<problem.customerCount).map(elsewhere), capacities: open.map { problem.capacities[$0] })
    let shares = service.parts.enumerated().map { customer, parts in
      parts.compactMap { part in
        part.site.map { (site: open[$0], share: part.people / max(problem.demand[customer], 1e-12)) }
      }
    }
    // The value is the definition's, never the engine's.
    return Result(sites: open, service: shares, value: problem.value(of: shares, open: open), bound: outcome.bound)
  }

  /// One round: the cost of serving everybody, the costs of sites, and room for all.
  private var phased: PhasedProblem {
    var builder = ServingRows.Builder(siteCount: problem.siteCount)
    for customer in 0..<problem.customerCount {
      builder.add(
        people: problem.demand[customer], rest: elsewhere(customer),
        (0..<problem.siteCount).map { (site: Int32($0), cost: unitCost(customer, $0)) })
    }
    let serving = ServingMeasure(weights: [1], rows: builder.build(), capacities: problem.capacities)
    let sites = 0..<problem.siteCount
    let fixed = LinearMeasure(
      constant: 0, terms: sites.map { .init(site: $0, round: 0, coefficient: problem.fixed[$0]) })
    let all = problem.demand.reduce(0, +)
    var rows = [
      PhasedProblem.EventRow(
        lower: all, terms: sites.map { .init(site: $0, round: 0, coefficient: min(all, problem.capacities[$0])) })
    ]
    if let open = problem.open {
      rows.append(
        .init(lower: Double(open), terms: sites.map { .init(site: $0, round: 0) }, upper: Double(open)))
    }
    return PhasedProblem(
      rounds: 1, sites: sites.map { _ in .init(mayHappen: [true]) }, rows: rows,
      measures: [.serving(serving), .linear(fixed)])
  }

  private func unitCost(_ customer: Int, _ site: Int) -> Double {
    problem.cost(customer, site) / max(problem.demand[customer], 1e-12)
  }

  /// More than anywhere: where there is room for all, nobody is left to it.
  private func elsewhere(_ customer: Int) -> Double {
    ((0..<problem.siteCount).map { unitCost(customer, $0) }.max() ?? 0) + 1
  }

  // MARK: The whole program

  /// All of it to HiGHS.
  private func whole() -> Result {
    let sites = Array(0..<problem.siteCount)
    var linear = LinearModel()
    var costs: [Double] = []
    let opening = sites.map { site in
      costs.append(problem.fixed[site])
      return linear.addColumn(.init(0, 1, isInteger: true))
    }
    var serving: [[Int]] = []
    for customer in 0..<problem.customerCount {
      serving.append(
        sites.map { site in
          costs.append(problem.cost(customer, site))
          return linear.addColumn(.init(0, 1, isInteger: problem.isWhole))
        })
    }
    for columns in serving { linear.addRow(1, columns.map { Term($0, 1) }, 1) }
    for (number, site) in sites.enumerated() {
      let load = serving.indices.map { Term(serving[$0][number], problem.demand[$0]) }
      linear.addRow(-.infinity, load + [Term(opening[number], -problem.capacities[site])], 0)
      for columns in serving { linear.addRow(-.infinity, [Term(columns[number], 1), Term(opening[number], -1)], 0) }
    }
    if let open = problem.open {
      linear.addRow(Double(open), opening.map { Term($0, 1) }, Double(open))
    }
    let answer = WholeProgram(linear, costs: costs, library: library, stop: stop).solve()
    return result(answer, sites, opening, serving)
  }

  private func result(
    _ answer: WholeProgram.Answer, _ sites: [Int], _ opening: [Int], _ serving: [[Int]]
  ) -> Result {
    guard let values = answer.values else {
      return Result(
        sites: [], service: [], value: nil, bound: answer.isInfeasible ? .infinity : answer.bound,
        isInfeasible: answer.isInfeasible)
    }
    let open = sites.indices.filter { values[opening[$0]] > 0.5 }.map { sites[$0] }
    let service = serving.map { columns in
      columns.indices.compactMap { number -> (site: Int, share: Double)? in
        let share = problem.isWhole ? values[columns[number]].rounded() : values[columns[number]]
        return share > 1e-9 ? (sites[number], share) : nil
      }
    }
    // The value is the definition's, never the solver's.
    return Result(
      sites: open, service: service, value: problem.value(of: service, open: open), bound: answer.bound)
  }
}
