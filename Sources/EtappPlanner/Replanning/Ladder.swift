package import EtappModel
import EtappSolver

extension Planner {
  /// The ladder of replanning: the best plan with at most 0, 1, 2 … changes from a named plan.
  ///
  /// Each step is the whole assignment with one rule more, `keep`; a step begins from the one before it, which it
  /// can only better. A step with the same plan as the one before says that another change buys nothing.
  ///
  /// - Parameters:
  ///   - changes: The most changes to try.
  ///   - open: Places that are open: each stays in the round it has in the named plan.
  package func ladder(from name: String, changes: Int, open: Set<ID<Place>> = []) throws -> [LadderStep] {
    guard let baseline = programme.baselines[name] else { return [] }
    let fixings = open.sorted().compactMap { place in
      baseline.opens[place].map { Fixing(subject: Subject(title: place.code, places: [place]), round: $0) }
    }
    let done = fixings.isEmpty ? [] : [Rule(id: Self.openRule, kind: .fixed(fixings))]
    var steps: [LadderStep] = []
    for allowed in 0...max(0, changes) where options.stop.reason == nil {
      let keep = Rule(id: Self.keepRule, kind: .keep(plan: name, changes: allowed))
      let kept = Planner(
        programme.with(rules: programme.rules + done + [keep]), options: options.bare, library: library)
      let plan = try kept.plan(starts: [steps.last?.plan.choice ?? baseline])
      // A proved plan may also be that nothing opens.
      let isPlan = plan.hasChoice || plan.proof == .optimal
      steps.append(LadderStep(changes: allowed, plan: plan, moves: isPlan ? baseline.moves(to: plan.choice) : []))
    }
    return steps
  }

  /// The rule that what is open stays.
  package static let openRule: ID<Rule> = "open"

  /// The rule that a step of the ladder adds.
  package static let keepRule: ID<Rule> = "keep-at-most"
}

extension PlanningOptions {
  /// The same without the comparison with chance and with each goal's best alone.
  var bare: PlanningOptions {
    var options = self
    options.randomPlans = 0
    options.ideals = false
    return options
  }
}
