package import EtappModel
import EtappSolver

/// A location study with rounds, rules or closings: a programme like any other, planned like one.
///
///     access, reach, equity   goals of the same name, rounds weighed
///     cover                   fewest sites (or least cost) under a rule for the share of people
///     farthest                the longest travel halved on a rule that nobody is beyond it
package struct RuledLocating {
  package let programme: Programme
  let question: LocationQuestion
  let options: PlanningOptions

  /// - Parameters:
  ///   - assignment: Rounds and rules; goals are the question's.
  ///   - weights: What each round counts; 1 each when empty.
  package init(
    _ geography: Geography, _ assignment: Assignment, _ question: LocationQuestion, weights: [Double] = [],
    options: PlanningOptions
  ) {
    var assignment = assignment
    let weights = assignment.rounds.indices.map { $0 < weights.count ? weights[$0] : 1 }
    assignment.goals = Self.goals(
      question, weights, Self.aversion(question, geography, travel: assignment.travel, options))
    assignment.rules += Self.covering(question, last: max(0, assignment.rounds.count - 1))
    programme = Programme(
      assignment: assignment, geography: Self.counted(geography, assignment, question), threads: options.threads)
    self.question = question
    self.options = options
  }

  /// A study whose programme is made already.
  package init(_ programme: Programme, _ question: LocationQuestion, options: PlanningOptions) {
    self.programme = programme
    self.question = question
    self.options = options
  }

  private static func goals(
    _ question: LocationQuestion, _ weights: [Double], _ aversion: Goal.Aversion
  ) -> [Goal] {
    switch question.goal {
    case .access: [Goal(id: "access", kind: .access(months: weights))]
    case .reach: [Goal(id: "reach", kind: .reach(within: Minutes(question.within ?? 0), months: weights))]
    case .equity: [Goal(id: "equity", kind: .equity(aversion, months: weights))]
    case .cover: [Goal(id: "cover", kind: .cost(months: weights.map { _ in 0 }))]
    case .farthest: []
    }
  }

  /// Where nothing is open yet, κ is that of a study without rounds and rules.
  private static func aversion(
    _ question: LocationQuestion, _ geography: Geography, travel: Travel, _ options: PlanningOptions
  ) -> Goal.Aversion {
    guard question.goal == .equity, geography.offices.isEmpty else { return question.aversion }
    return .kappa(Locating(LocationData(geography, travel: travel), question, options: options).kappa)
  }

  /// What covering asks for: the share of the people, and no more sites than said.
  private static func covering(_ question: LocationQuestion, last: Int) -> [Rule] {
    guard question.goal == .cover, let within = question.within else { return [] }
    let share = Rule(
      id: "covered",
      kind: .share(
        parts: [DemandPart(selection: .everyone)], within: Minutes(within), after: last, min: question.share))
    guard let most = question.open else { return [share] }
    let part = CountPart(selection: .all, rounds: 0...last)
    return [share, Rule(id: "at-most", kind: .count(parts: [part], min: nil, max: most))]
  }

  /// Where no place has a cost, each counts as one.
  private static func counted(
    _ geography: Geography, _ assignment: Assignment, _ question: LocationQuestion
  ) -> Geography {
    guard question.goal == .cover, geography.places.allSatisfy({ assignment.cost(of: $0) == nil }) else {
      return geography
    }
    var geography = geography
    for index in geography.places.indices { geography.places[index].cost = Money(1) }
    return geography
  }

  /// The best plan, with proof.
  ///
  /// - Throws: When HiGHS is not there.
  package func plan() throws -> Plan {
    let planner = try Planner(programme, options: options)
    guard question.goal == .farthest else { return try planner.plan() }
    return try farthest(planner)
  }

  // MARK: Farthest

  /// The least longest travel after the last round, by halving; the last question is whether anything is better at all.
  private func farthest(_ planner: Planner) throws -> Plan {
    var plan = try planner.plan()
    guard plan.hasChoice || plan.proof == .optimal else { return plan }
    var upper = longest(plan.choice)
    var lower = Float(0)
    while lower < upper, options.stop.reason == nil {
      let isNear = upper - lower <= 1e-3 * upper
      let within = isNear ? upper.nextDown : (lower + upper) / 2
      let limit = Rule(
        id: "nobody-beyond",
        kind: .nobodyBeyond(
          parts: [DemandPart(selection: .everyone)], limit: Minutes(Double(within)), after: programme.rounds - 1))
      let question = Planner(
        programme.with(rules: programme.rules + [limit]), options: options, library: planner.library)
      switch question.feasible() {
      case .some(let choice?):
        plan = planner.evaluate(choice)
        upper = min(upper.nextDown, programme.hasCapacities ? min(within, longest(choice)) : longest(choice))
      case .some(nil): lower = isNear ? upper : within.nextUp
      case nil: return told(plan, upper, min(lower, upper), planner)
      }
    }
    return told(plan, upper, lower, planner)
  }

  private func told(_ plan: Plan, _ upper: Float, _ lower: Float, _ planner: Planner) -> Plan {
    var plan = plan
    plan.gap = upper > 0 ? Double(max(0, upper - lower) / upper) : 0
    let stopped = options.stop.reason.map { planner.proof(.stopped($0), gap: plan.gap) } ?? .within(plan.gap)
    plan.proof = plan.gap <= Proof.tolerance ? .optimal : stopped
    plan.goals = [
      GoalResult(
        goal: "farthest", sense: .minimise, unit: .minutes, value: Double(upper), bound: Double(min(lower, upper)))
    ]
    return plan
  }

  /// The longest travel anybody has after the last round, to an open point of any level.
  private func longest(_ choice: Choice) -> Float {
    longest(Measuring(programme, choice: choice).journeys(after: programme.rounds - 1, ofAny: true) { Double($0) })
  }

  private func longest(_ journeys: [Journey]) -> Float {
    journeys.reduce(0) { $1.people > 0 ? max($0, $1.minutes) : $0 }
  }

  // MARK: What a plan comes to

  /// What each round of a plan opens and closes, and how people travel after it.
  package func phases(of plan: Plan) -> [LocationPhase] {
    let measuring = Measuring(programme, choice: plan.choice)
    return (0..<programme.rounds).map { round in
      let happening = programme.sites.indices.filter { measuring.event(of: $0) == round }.map { programme.sites[$0] }
      func listed(_ closes: Bool) -> [LocationData.Site] {
        happening.filter { $0.closes == closes }.map {
          LocationData.Site(id: $0.id, name: $0.name, position: $0.coordinate, level: $0.level)
        }
      }
      return LocationPhase(
        round: programme.assignment.rounds[round].id, opens: listed(false), closes: listed(true),
        travel: travel(measuring, after: round), loads: measuring.loads(after: round))
    }
  }

  private func travel(_ measuring: Measuring, after round: Int) -> LocationAnswer.Travel {
    let journeys = measuring.journeys(after: round) { Double($0) }
    let total = journeys.reduce(0) { $0 + $1.people * Double($1.minutes) }
    return LocationAnswer.Travel(
      mean: total / max(programme.geography.demand.total.value, 1e-9),
      // The first tier is served by any open point.
      longest: Double(longest(journeys.filter { $0.tier == 0 })),
      within: question.within.map { limit in
        journeys.reduce(0) { $1.minutes <= Float(limit) ? $0 + $1.people : $0 }
      },
      unserved: measuring.unserved(journeys))
  }

  /// What a plan changes for whom; nothing where there are no offices to begin with.
  package func effects(of plan: Plan) -> [LocationEffect] {
    guard !programme.geography.offices.isEmpty else { return [] }
    let measuring = Measuring(programme, choice: plan.choice)
    return LocationEffects(
      geography: programme.geography, before: measuring.tiers(after: nil),
      after: measuring.tiers(after: programme.rounds - 1), limit: Float(question.within ?? 30)
    ).all
  }
}

extension Planner {
  /// A choice that keeps the rules; `.some(nil)` where there is none, nil where that was not found out.
  func feasible() -> Choice?? {
    let model = MasterModel(programme, goals: [])
    guard !model.isContradictory else { return .some(nil) }
    let result = stages(model).run()
    if let phasing = result.phasing { return .some(programme.choice(of: phasing)) }
    return result.status == .infeasible ? .some(nil) : nil
  }
}

extension LocationData {
  /// What a study without rounds and rules knows of the same places.
  init(_ geography: Geography, travel: Travel) {
    self.init()
    ids = geography.demand.ids
    points = geography.demand.coordinates
    population = geography.demand.population.map(Double.init)
    candidates = geography.places.map { Site(id: $0.id.code, name: $0.name, position: $0.coordinate) }
    self.travel = travel
    times = geography.travelMatrix.map { Times($0, from: ids, to: candidates.map(\.id)) }
  }
}

extension LocationData.Times {
  fileprivate init(_ matrix: TravelMatrix, from points: [String], to sites: [String]) {
    self.init()
    let columns = sites.map { matrix.destinations[$0] }
    for (point, id) in points.enumerated() {
      guard let row = matrix.origins[id] else { continue }
      for case (let site, let column?) in columns.enumerated() {
        self.points.append(Int32(point))
        self.sites.append(Int32(site))
        minutes.append(matrix.minutes[row * matrix.destinations.count + column])
      }
    }
  }
}
