package import EtappModel
import EtappSolver

extension Planner {
  /// The ladder of replanning: the best plan with at most 0, 1, 2 … changes from a named plan, then with as many changes
  /// as the last and at most 0, 1, 2 … promises broken.
  ///
  /// Each step is the whole assignment with one rule more, `keep`; a step begins from the one before it, which it
  /// can only better. What is promised is a wish, `keep` of the promised places with their price, and in the second part
  /// a rule. A step with the same plan as the one before says that another change buys nothing.
  ///
  /// - Parameters:
  ///   - changes: The most changes to try.
  ///   - open: Places that are open: each stays in the round it has in the named plan.
  ///   - terms: Who has been told, and what a broken promise costs.
  /// - Complexity: One plan for each step; the second part ends where another broken promise buys nothing.
  package func ladder(
    from name: String, changes: Int, open: Set<ID<Place>> = [], terms: PromiseTerms = PromiseTerms()
  ) throws -> Ladder {
    guard let baseline = programme.baselines[name] else { return Ladder() }
    let promised = baseline.opens.keys.sorted().filter { place in
      !open.contains(place) && programme.geography.place(place).map { terms.told.contains($0.municipality) } ?? false
    }
    let replanning = Replanning(
      planner: self, name: name, baseline: baseline, open: open.sorted(), promised: promised, terms: terms)
    let steps = try replanning.steps(changes: max(0, changes))
    return Ladder(steps: steps, promised: promised, rungs: try replanning.rungs(after: steps))
  }

  /// The rule that what is open stays.
  package static let openRule: ID<Rule> = "open"

  /// The rule that a step of the ladder adds.
  package static let keepRule: ID<Rule> = "keep-at-most"

  /// The wish, or the rule, that what is promised stays.
  package static let promiseRule: ID<Rule> = "promised"
}

/// What the steps of one ladder have in common.
private struct Replanning {
  let planner: Planner
  let name: String
  let baseline: Choice
  let open: [ID<Place>]
  let promised: [ID<Place>]
  let terms: PromiseTerms

  /// With at most 0, 1, 2 … changes.
  func steps(changes: Int) throws -> [LadderStep] {
    var steps: [LadderStep] = []
    for allowed in 0...changes where !isStopped {
      steps.append(try step(changes: allowed, promises: nil, after: steps.last))
    }
    return steps
  }

  /// With as many changes as the last step, and at most 0, 1, 2 … promises broken.
  func rungs(after steps: [LadderStep]) throws -> [LadderStep] {
    guard !promised.isEmpty, let last = steps.last else { return [] }
    var rungs: [LadderStep] = []
    for allowed in 0...max(0, min(terms.broken, promised.count)) where !isStopped {
      let rung = try step(changes: last.changes, promises: allowed, after: rungs.last)
      rungs.append(rung)
      // It was free to break one more and did not.
      if rung.plan.proof == .optimal, rung.broken.count < allowed { break }
    }
    return rungs
  }

  private var isStopped: Bool { planner.options.stop.reason != nil }

  private func step(changes: Int, promises: Int?, after previous: LadderStep?) throws -> LadderStep {
    let programme = planner.programme
    let keep = Rule(id: Planner.keepRule, kind: .keep(plan: name, changes: changes))
    let kept = Planner(
      programme.with(rules: programme.rules + stays + promise(promises) + [keep]), options: planner.options.bare,
      library: planner.library)
    let plan = try kept.plan(starts: [previous?.plan.choice ?? baseline])
    // A proved plan may also be that nothing opens.
    let isPlan = plan.hasChoice || plan.proof == .optimal
    let moves = isPlan ? baseline.moves(to: plan.choice) : []
    return LadderStep(
      changes: changes, promises: promises, plan: plan, moves: moves,
      broken: moves.map(\.place).filter(promised.contains), differences: differences(previous, plan))
  }

  private func differences(_ previous: LadderStep?, _ plan: Plan) -> [GoalDifference] {
    guard let before = previous?.plan, before.hasChoice, plan.hasChoice else { return [] }
    return GoalDifference.between(before, plan)
  }

  /// What is open stays.
  private var stays: [Rule] {
    let fixings = open.compactMap { place in
      baseline.opens[place].map { Fixing(subject: Subject(title: place.code, places: [place]), round: $0) }
    }
    return fixings.isEmpty ? [] : [Rule(id: Planner.openRule, kind: .fixed(fixings))]
  }

  /// A wish that every promise is kept, or a rule that at most so many are broken.
  private func promise(_ broken: Int?) -> [Rule] {
    guard !promised.isEmpty else { return [] }
    return [
      Rule(
        id: Planner.promiseRule, kind: .keep(plan: name, changes: broken ?? 0, of: Selection(places: promised)),
        price: broken == nil ? terms.price : nil)
    ]
  }
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
