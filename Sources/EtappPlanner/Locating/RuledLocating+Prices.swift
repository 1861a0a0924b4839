package import EtappModel
import EtappSolver

extension RuledLocating {
  /// What every other decision about a single site would cost, each as a proved interval.
  ///
  /// - Returns: An entry for each site and each event that it does not have in the plan; empty for goals that are no sum
  ///   over people, and where rules are wishes with prices.
  /// - Throws: When HiGHS is not there.
  package func prices(of plan: Plan) throws -> [SitePrice] {
    guard let scale = PriceScale(self, plan) else { return [] }
    let table = PriceTable(
      scale.model.problem, measure: scale.measure, best: scale.phasing, library: try HighsLibrary.shared(),
      stop: options.stop, threads: options.threads)
    return (table?.entries(hints: [scale.hint], known: scale.bound) ?? []).map { entry in
      scale.price(
        of: entry.site, entry.event, least: entry.least, most: entry.most, exchange: entry.exchange)
    }
  }

  /// What every other decision about one site costs, each proved to the end: the best plan with the decision forced.
  ///
  /// - Parameter site: The id of a place, or of an office that may close.
  /// - Throws: When HiGHS is not there.
  package func exactPrices(of plan: Plan, site id: String) throws -> [SitePrice] {
    guard let scale = PriceScale(self, plan), let site = programme.sites.firstIndex(where: { $0.id == id }) else {
      return []
    }
    let stages = Stages(
      programme: programme, model: scale.model, library: try HighsLibrary.shared(), options: options, isQuiet: true)
    let master = Stages.Master(scale.model, isShared: true)
    let rounds = programme.allRounds.map { Int8($0) }
    return (rounds + [Phasing.never]).filter { $0 != scale.phasing.events[site] }.map { event in
      let result = stages.run(
        Stages.Request(
          forcings: [.init(site: site, events: [event])], starts: [scale.phasing], hints: [scale.hint],
          evaluations: 2_000), master: master)
      guard let phasing = result.phasing, let bound = result.bounds.last ?? nil else {
        let least = result.status == .infeasible ? Double.infinity : scale.bound
        return scale.price(of: site, event, least: least, most: nil, exchange: [])
      }
      let moved = programme.sites.indices.filter { $0 != site && phasing.events[$0] != scale.phasing.events[$0] }
      let value = scale.model.problem.value(of: scale.measure, in: phasing)
      return scale.price(
        of: site, event, least: min(value, max(scale.bound, scale.form.measure(ofValue: bound))), most: value,
        exchange: moved)
    }
  }
}

/// From the engine's measure to prices in the goal's unit, against a plan.
private struct PriceScale {
  let programme: Programme
  let model: MasterModel
  let measure: Int
  let form: any GoalForm
  let phasing: Phasing
  /// The measure's proved bound, whatever is decided.
  let bound: Double
  private let isMinimised: Bool
  private let value: Double

  init?(_ locating: RuledLocating, _ plan: Plan) {
    programme = locating.programme
    model = MasterModel(programme)
    // Wishes with prices of their own come first, and what is paid for them is no travel.
    guard model.goals.count == 1, let goal = model.goals.last, let measure = model.measures.last,
      let form = goal.form(in: programme), model.problem.measures[measure].isRelieved
    else { return nil }
    self.measure = measure
    self.form = form
    phasing = programme.phasing(of: plan.choice)
    isMinimised = goal.sense == .minimise
    value = form.value(ofMeasure: model.problem.value(of: measure, in: phasing))
    bound = plan.totals.first { $0.goal == goal.id }.map { form.measure(ofValue: $0.bound) } ?? -.infinity
  }

  /// What is open in the plan, as a point to make cuts at.
  var hint: BranchAndCut.Hint {
    programme.allRounds.map { round in
      programme.sites.indices.map { model.problem.isOpen($0, in: round, of: phasing) ? 1 : 0 }
    }
  }

  func price(of site: Int, _ event: Int8, least: Double, most: Double?, exchange: [Int]) -> SitePrice {
    SitePrice(
      site: programme.sites[site].id, name: programme.sites[site].name, closes: programme.sites[site].closes,
      current: Self.round(phasing.events[site]), round: Self.round(event), least: max(0, difference(least)),
      most: most.map(difference), exchange: exchange.map { programme.sites[$0].id })
  }

  /// How much worse the goal is; what is less than numbers can tell is nothing.
  private func difference(_ measure: Double) -> Double {
    guard measure.isFinite else { return .infinity }
    let worse = form.value(ofMeasure: measure) - value
    let difference = isMinimised ? worse : -worse
    return abs(difference) <= 1e-9 * max(1, abs(value)) ? 0 : difference
  }

  private static func round(_ event: Int8) -> Int? { event == Phasing.never ? nil : Int(event) }
}
