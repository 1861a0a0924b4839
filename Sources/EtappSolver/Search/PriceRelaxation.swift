/// The master's relaxation solved to its end, and again with decisions about single sites forced.
///
/// A class because it holds HiGHS's program; used by one thread at a time.
final class PriceRelaxation {
  private let formulation: Formulation
  private let terms: QuestionTerms
  private let library: HighsLibrary
  private let stop: StopRule
  private let threads: Int
  private let model: HighsModel
  private var cuts: [Row] = []
  private let objective: Double
  private let values: [Double]
  private let reducedCosts: [Double]
  private let basis: HighsModel.Basis
  /// Row and dual of "opens no earlier than …" between two rounds of a site, at `site × rounds + round`.
  private var chains: [Int: (row: Row, dual: Double)] = [:]

  /// - Returns: nil where the relaxation has no solution, or none was found.
  init?(
    _ problem: PhasedProblem, measure: Int, hints: [BranchAndCut.Hint], library: HighsLibrary, stop: StopRule,
    threads: Int
  ) {
    let caps = [Double](repeating: .infinity, count: problem.measures.count)
    let formulation = Formulation(problem, library: library, stop: stop, caps: caps, memory: RangeMemory())
    guard !formulation.isInfeasible else { return nil }
    terms = QuestionTerms(
      BranchAndCut.Question(objective: Objective(measure)), formulation: formulation, threads: threads)
    let model = HighsModel(formulation.linear, library: library, stop: stop)
    model.setCosts(terms.costs)
    for hint in hints {
      let point = formulation.point(of: hint)
      for source in formulation.sources { cuts += source.separate(point, threads: threads) }
    }
    model.addRows(cuts)
    guard Self.solve(model, formulation, terms, &cuts) else { return nil }
    (self.formulation, self.library, self.stop, self.threads, self.model) = (formulation, library, stop, threads, model)
    objective = terms.unscaled(model.objective)
    values = model.values
    reducedCosts = model.reducedCosts
    basis = model.basis()
    collectChains(problem)
  }

  private init(copying other: PriceRelaxation) {
    formulation = other.formulation
    terms = other.terms
    library = other.library
    stop = other.stop
    threads = other.threads
    cuts = other.cuts
    (objective, values, reducedCosts, chains) = (other.objective, other.values, other.reducedCosts, other.chains)
    model = HighsModel(formulation.linear, library: library, stop: stop)
    model.setCosts(terms.costs)
    model.addRows(cuts)
    basis = other.basis
    model.restore(basis)
  }

  /// Another worker's, standing at the same point.
  func copy() -> PriceRelaxation { PriceRelaxation(copying: self) }

  /// Cuts until none is broken, or the bound stands still.
  private static func solve(
    _ model: HighsModel, _ formulation: Formulation, _ terms: QuestionTerms, _ cuts: inout [Row]
  ) -> Bool {
    var last = -Double.infinity
    var still = 0
    while true {
      guard model.solve() == .optimal else { return false }
      let bound = terms.unscaled(model.objective)
      still = bound - last > 1e-7 * max(1e-9, abs(bound)) ? 0 : still + 1
      last = bound
      let broken = formulation.sources.filter { terms.isActive[$0.measure] }.flatMap {
        $0.separate(model.values, threads: terms.threads)
      }
      guard !broken.isEmpty, still < 4 else { return true }
      model.addRows(broken)
      cuts += broken
    }
  }

  private func collectChains(_ problem: PhasedProblem) {
    var owner: [Int: (site: Int, round: Int)] = [:]
    for (round, columns) in formulation.open.enumerated() {
      for (site, column) in columns.enumerated() where column >= 0 { owner[column] = (site, round) }
    }
    for (index, row) in formulation.linear.rows.enumerated() where row.terms.count == 2 {
      guard let first = owner[row.terms[0].column], let second = owner[row.terms[1].column],
        first.site == second.site, abs(first.round - second.round) == 1, model.rowDuals[index] != 0
      else { continue }
      chains[first.site * problem.rounds + max(first.round, second.round)] = (row, model.rowDuals[index])
    }
  }

  // MARK: Bounds

  /// What each column of a site is when it has an event.
  private func forced(_ site: Int, _ event: Int8) -> [(column: Int, value: Double)] {
    (0..<formulation.problem.rounds).compactMap { round in
      let column = formulation.open[round][site]
      guard column >= 0 else { return nil }
      let happened = event != Phasing.never && Int(event) <= round
      return (column, happened != formulation.problem.sites[site].closes ? 1 : 0)
    }
  }

  /// What the objective is at least when a site has an event, by the duals alone.
  func bound(of site: Int, _ event: Int8) -> Double {
    let problem = formulation.problem
    let forced = forced(site, event)
    var scaled = forced.reduce(0) { $0 + reducedCosts[$1.column] * ($1.value - values[$1.column]) }
    let value = Dictionary(forced.map { ($0.column, $0.value) }, uniquingKeysWith: { first, _ in first })
    for round in 1..<max(1, problem.rounds) {
      guard let (row, dual) = chains[site * problem.rounds + round] else { continue }
      let before = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.column] }
      let after = row.terms.reduce(0) { $0 + $1.coefficient * (value[$1.column] ?? 0) }
      scaled += dual * (after - before)
    }
    return objective + scaled / terms.scaledDifference(1)
  }

  /// The relaxation with a decision forced, cut a few times over.
  ///
  /// - Parameter cutoff: What is known to be possible: no more effort than to reach it.
  /// - Returns: What the objective is at least, and whole points that were met.
  func solve(_ site: Int, _ event: Int8, cutoff: Double) -> (least: Double, phasings: [Phasing]) {
    let forced = forced(site, event)
    let columns = formulation.linear.columns
    model.restore(basis)
    model.setColumnBounds(forced.map(\.column), lower: forced.map(\.value), upper: forced.map(\.value))
    defer {
      model.setColumnBounds(
        forced.map(\.column), lower: forced.map { columns[$0.column].lower },
        upper: forced.map { columns[$0.column].upper })
    }
    var least = -Double.infinity
    var phasings: [Phasing] = []
    for _ in 0..<Self.rounds {
      let status = model.solve()
      if status == .infeasible { return (.infinity, phasings) }
      guard status == .optimal else { break }
      least = max(least, terms.unscaled(model.objective))
      if let phasing = whole { phasings.append(phasing) }
      guard least < cutoff - 1e-7 * max(1e-9, abs(cutoff)) else { break }
      let broken = formulation.sources.filter { terms.isActive[$0.measure] }.flatMap {
        $0.separate(model.values, threads: 1)
      }
      guard !broken.isEmpty else { break }
      model.addRows(broken)
    }
    return (least, phasings)
  }

  /// Rounds of cuts for one decision; the cuts stay, so that later decisions need fewer.
  private static let rounds = 8

  /// The point as a phasing, where every column is whole.
  private var whole: Phasing? {
    let point = model.values
    guard terms.integers.allSatisfy({ abs(point[$0] - point[$0].rounded()) <= 1e-6 }) else { return nil }
    let problem = formulation.problem
    return Phasing(
      events: problem.sites.indices.map { site in
        for round in 0..<problem.rounds {
          let column = formulation.open[round][site]
          guard column >= 0 else { return Phasing.never }
          if (point[column] > 0.5) != problem.sites[site].closes { return Int8(round) }
        }
        return Phasing.never
      })
  }
}
