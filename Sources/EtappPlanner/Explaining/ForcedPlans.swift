import EtappModel
import EtappSolver

/// The best plan with one decision forced, question after question on one master.
///
/// The programme has the municipalities in question added as places that stay out unless asked for, at most one of
/// them at a time. What a question adds (a round, staying out, the number of offices) are bounds and limits, so that
/// cuts and basis of one question serve the next.
///
/// One thread's own: answers depend on the order of the questions when effort is limited.
final class ForcedPlans {
  let planner: Planner
  let plan: Plan
  let model: MasterModel
  let stages: Stages
  let master: Stages.Master
  /// The plan itself.
  let start: Phasing
  /// Sites that are municipalities tried out.
  private let tried: [Int]
  /// Index of the measure that counts the offices that open.
  private let offices: Int
  /// Index of the measure that counts, negatively, what opens of a topic with several sites in a round (nil: in any).
  private var counts: [Count: Int] = [:]
  /// Index of the measure of how many places differ from the plan.
  let differences: Int
  private let floors: [Stages.Floor]
  /// What each goal's measure cannot be smaller than under the rules, whatever else is asked: its value alone.
  private let ideals: [Double]
  /// How far the plan let each goal but the last be pushed.
  private let limits: [(measure: Int, upper: Double)]
  private let hints: [BranchAndCut.Hint]

  private struct Count: Hashable {
    let sites: [Int]
    let round: Int?
  }

  /// How much effort a question gets.
  struct Effort {
    var evaluations: Int
    var nodes: Int?
    /// Moves that local search tries, and nodes, to find a plan as good that differs less.
    var mending: Int
    var mendingNodes: Int

    /// As sure as the plan itself.
    static let proof = Effort(evaluations: 60_000, nodes: nil, mending: 40_000, mendingNodes: 200)
    /// An interval, for many questions at a time: what local search finds, and what is known beforehand as the bound.
    static let survey = Effort(evaluations: 6_000, nodes: 0, mending: 8_000, mendingNodes: 0)
    /// The same for very many.
    static let glance = Effort(evaluations: 2_000, nodes: 0, mending: 4_000, mendingNodes: 0)
  }

  /// - Parameter topics: Every topic that will be asked about.
  init(_ planner: Planner, plan: Plan, topics: [Topic], hints: [BranchAndCut.Hint] = []) {
    let outside = planner.programme.municipalitiesToTry(topics)
    let programme =
      outside.isEmpty ? planner.programme : planner.programme.trying(outside, threads: planner.options.threads)
    var options = planner.options
    options.threads = 1
    self.planner = Planner(programme, options: options, library: planner.library)
    self.plan = plan
    self.hints = hints
    start = programme.phasing(of: plan.choice)
    tried = programme.sites.indices.filter {
      if case .municipality = programme.sites[$0].origin { true } else { false }
    }
    var model = MasterModel(programme)
    let all = programme.events(programme.openingSites, programme.allRounds)
    offices = model.add(.linear(LinearMeasure(constant: 0, terms: all)))
    differences = model.add(.linear(programme.differences(from: plan.choice)))
    if tried.count > 1 {
      model.add(PhasedProblem.EventRow(terms: programme.events(tried, programme.allRounds), upper: 1))
    }
    for topic in topics {
      let sites = programme.sites(of: topic)
      guard sites.count > 1 else { continue }
      for round in [nil] + programme.allRounds.map(Optional.some) {
        let rounds = round.map { $0...$0 } ?? programme.allRounds
        counts[Count(sites: sites, round: round)] = model.add(
          .linear(LinearMeasure(constant: 0, terms: programme.events(sites, rounds, coefficient: -1))))
      }
    }
    self.model = model
    stages = Stages(programme: programme, model: model, library: planner.library, options: options, isQuiet: true)
    master = Stages.Master(model, isShared: true)
    floors = Self.floors(plan, model: model, programme: programme)
    ideals = zip(model.goals, model.measures).map { goal, measure in
      guard let ideal = plan.totals.first(where: { $0.goal == goal.id })?.ideal, let form = goal.form(in: programme)
      else {
        return -.infinity
      }
      // An ideal is proved to within the tolerance of proof.
      let value = form.measure(ofValue: ideal)
      return value - 2 * Proof.tolerance * max(1e-3, abs(value))
    }
    limits = floors.last.map { zip(model.measures, $0.limits).map { ($0, $1) } } ?? []
  }

  /// What the plan's own proof says of questions that only take freedom away.
  private static func floors(_ plan: Plan, model: MasterModel, programme: Programme) -> [Stages.Floor] {
    guard plan.proof != .evaluated, !programme.assignment.isWeighted else { return [] }
    var floors: [Stages.Floor] = []
    var limits: [Double] = []
    for goal in model.goals {
      guard let result = plan.totals.first(where: { $0.goal == goal.id }), let form = goal.form(in: programme) else {
        break
      }
      floors.append(Stages.Floor(bound: form.measure(ofValue: result.bound), limits: limits))
      guard let limit = result.limit else { break }
      limits.append(form.measure(ofValue: limit))
    }
    return floors
  }

  /// The best plan with a decision forced.
  func answer(_ topic: Topic, _ question: Alternative.Question, effort: Effort) -> Alternative {
    let sites = planner.programme.sites(of: topic)
    var request = request(sites, question, effort: effort)
    if let first = exchange(request) { request.starts.append(first) }
    var result = stages.run(request, master: master)
    guard let phasing = result.phasing else {
      var proof = planner.proof(result)
      if case .infeasible = proof {
        proof = .infeasible(conflict: planner.conflict(forced: rules(topic, sites, question)))
      }
      return Alternative(question: question, round: nil, proof: proof)
    }
    let nearest = nearest(to: phasing, result, request, effort)
    result.gap = max(result.gap, gap(of: nearest, result))
    return alternative(question, sites, nearest, result)
  }

  // MARK: The question

  private func request(_ sites: [Int], _ question: Alternative.Question, effort: Effort) -> Stages.Request {
    var request = Stages.Request(
      starts: [start], hints: hints, evaluations: effort.evaluations, nodeLimit: effort.nodes)
    let asksForTried = sites.contains { tried.contains($0) }
    if !asksForTried {
      request.floors = floors
      request.least = ideals
    }
    request.forcings = tried.filter { !sites.contains($0) }.map { .init(site: $0, events: [Phasing.never]) }
    switch question {
    case .staysOut:
      request.forcings += sites.map { .init(site: $0, events: [Phasing.never]) }
    case .opens(let round): force(sites, in: round, &request)
    case .opensInBestRound: force(sites, in: nil, &request)
    case .opensInExchange:
      force(sites, in: nil, &request)
      request.limits.append((offices, Double(plan.choice.opens.count)))
    }
    return request
  }

  /// The plan with the decision forced and as little as possible mended: the goals stay within what the plan itself
  /// allowed them, where that can be.
  private func exchange(_ request: Stages.Request) -> Phasing? {
    guard let last = model.measures.last, limits.count + 1 == model.goals.count else { return nil }
    let question = BranchAndCut.Question(
      objective: Objective(last), limits: limits + request.limits, forcings: request.forcings)
    return LocalSearch(model.problem).improve(
      start, question: question, evaluations: 3 * request.evaluations, seed: planner.options.seed,
      stop: planner.options.stop)
  }

  private func force(_ sites: [Int], in round: Int?, _ request: inout Stages.Request) {
    if sites.count == 1 {
      let events = round.map { [Int8($0)] } ?? planner.programme.allRounds.map { Int8($0) }
      request.forcings.append(.init(site: sites[0], events: events))
    } else if let measure = counts[Count(sites: sites, round: round)] {
      request.limits.append((measure, -1))
    }
  }

  /// The same question as rules, to find what stands against it.
  private func rules(_ topic: Topic, _ sites: [Int], _ question: Alternative.Question) -> [Rule] {
    let programme = planner.programme
    let asked = ID<Rule>("asked")
    let subject = Subject(title: "", places: sites.map { ID(programme.sites[$0].id) })
    let others = tried.filter { !sites.contains($0) }.map { ID<Place>(programme.sites[$0].id) }
    var rules: [Rule] = []
    if !others.isEmpty { rules.append(Rule(id: "not-asked", kind: .forbidden(Selection(places: others), round: nil))) }
    switch question {
    case .staysOut: rules.append(Rule(id: asked, kind: .forbidden(Selection(places: subject.places), round: nil)))
    case .opens(let round): rules.append(Rule(id: asked, kind: .fixed([Fixing(subject: subject, round: round)])))
    case .opensInBestRound: rules.append(Rule(id: asked, kind: .fixed([Fixing(subject: subject, round: nil)])))
    case .opensInExchange:
      rules.append(Rule(id: asked, kind: .fixed([Fixing(subject: subject, round: nil)])))
      rules.append(
        Rule(
          id: "as-many",
          kind: .count(
            parts: [CountPart(selection: .all, rounds: programme.allRounds)], min: nil, max: plan.choice.opens.count)))
    }
    return rules
  }

  // MARK: The answer

  private func alternative(
    _ question: Alternative.Question, _ sites: [Int], _ phasing: Phasing, _ result: Stages.Result
  ) -> Alternative {
    let choice = planner.programme.choice(of: phasing)
    let rounds = sites.compactMap { phasing.events[$0] == Phasing.never ? nil : Int(phasing.events[$0]) }
    let round: Int? = if case .opens(let asked) = question { asked } else { rounds.min() }
    return Alternative(
      question: question, round: round, proof: planner.proof(result), goals: differences(phasing, result),
      moves: plan.choice.moves(to: choice), choice: choice)
  }

  /// Alternative minus plan, goal by goal, with the bound that was proved.
  private func differences(_ phasing: Phasing, _ result: Stages.Result) -> [GoalDifference] {
    zip(model.goals, model.measures).enumerated().compactMap { step, entry in
      let (goal, measure) = entry
      guard let before = plan.totals.first(where: { $0.goal == goal.id }), let form = goal.form(in: planner.programme)
      else {
        return nil
      }
      let value = form.value(ofMeasure: model.problem.value(of: measure, in: phasing))
      let open = goal.sense == .minimise ? -Double.infinity : .infinity
      let bound = planner.programme.assignment.isWeighted ? open : result.bounds[step] ?? open
      let delta = Self.cleaned(value - before.value, scale: before.value)
      return GoalDifference(
        goal: goal.id, sense: goal.sense, unit: goal.unit, delta: delta,
        bound: Self.cleaned(
          goal.sense == .minimise ? min(bound, value) - before.value : max(bound, value) - before.value,
          scale: before.value),
        value: value)
    }
  }

  /// A difference of two numbers that agree but for rounding is none.
  private static func cleaned(_ difference: Double, scale: Double) -> Double {
    abs(difference) <= 1e-9 * max(1, abs(scale)) ? 0 : difference
  }
}

extension Programme {
  /// The sites that a topic is about: a place, or all candidates of a municipality.
  func sites(of topic: Topic) -> [Int] {
    switch topic {
    case .place(let place): site(of: place).map { [$0] } ?? []
    case .municipality(let municipality):
      openingSites.filter { sites[$0].municipality == municipality }
    }
  }

  /// Indices of the topics' municipalities that have no candidate.
  func municipalitiesToTry(_ topics: [Topic]) -> [Int] {
    topics.compactMap { topic in
      guard case .municipality(let id) = topic, sites(of: topic).isEmpty else { return nil }
      return geography.municipalities.firstIndex { $0.id == id }
    }
  }

  /// The same programme with municipalities added as places.
  func trying(_ municipalities: [Int], threads: Int) -> Programme {
    Programme(
      assignment: assignment, geography: geography, baselines: baselines, triedOut: municipalities, threads: threads)
  }
}
