/// Proves the best sites under capacities.
///
/// Small problems go to HiGHS whole. Of larger ones a bound comes from multipliers, and sites from what they choose; the
/// service of given sites is a transportation problem, exact.
///
/// Source: the strong formulation and its multipliers, Beasley (1988), doi:10.1016/0377-2217(88)90175-0; Van Roy (1986),
/// doi:10.1287/opre.34.1.145.
package struct CapacitatedSearch {
  package let problem: CapacitatedProblem
  let library: HighsLibrary
  let stop: StopRule

  package init(_ problem: CapacitatedProblem, library: HighsLibrary, stop: StopRule) {
    self.problem = problem
    self.library = library
    self.stop = stop
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
    return isSmall || problem.isWhole
      ? whole(over: Array(0..<problem.siteCount), mustOpen: false) : CapacityAscent(self).run()
  }

  // MARK: The whole program

  /// The program over some sites: all of it to HiGHS.
  ///
  /// - Parameter mustOpen: Whether the sites are open for certain: what is left is who is served by whom.
  func whole(over sites: [Int], mustOpen: Bool) -> Result {
    var linear = LinearModel()
    var costs: [Double] = []
    let opening = sites.map { site in
      costs.append(problem.fixed[site])
      return linear.addColumn(.init(mustOpen ? 1 : 0, 1, isInteger: !mustOpen))
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
      guard !mustOpen else { continue }
      for columns in serving { linear.addRow(-.infinity, [Term(columns[number], 1), Term(opening[number], -1)], 0) }
    }
    if let open = problem.open, !mustOpen {
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
