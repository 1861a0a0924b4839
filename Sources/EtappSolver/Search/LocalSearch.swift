/// Local search over phasings: change one site's round, let two sites exchange theirs, or three pass theirs on, while it
/// helps; then shake and descend again.
///
/// Rules first: a phasing that breaks fewer rules is better than one that breaks more, whatever its value.
///
/// Source: vertex substitution, Teitz & Bart (1968), doi:10.1287/opre.16.5.955; iterated local search, Lourenço,
/// Martin, Stützle (2003), doi:10.1007/0-306-48056-5_11.
package struct LocalSearch: Sendable {
  private let problem: PhasedProblem
  private let layout: SearchState.Layout

  package init(_ problem: PhasedProblem) {
    self.problem = problem
    layout = SearchState.Layout(problem)
  }

  /// How good a state is: rules first, then value.
  private struct Score {
    var violation: Double
    var value: Double

    func isBetter(than other: Score) -> Bool {
      if abs(violation - other.violation) > 1e-9 { return violation < other.violation }
      return value < other.value - 1e-12 * max(1, abs(other.value))
    }
  }

  /// The best phasing found within `evaluations`, or nil when none keeps the rules.
  package func improve(
    _ start: Phasing, question: BranchAndCut.Question, evaluations: Int, seed: UInt64, stop: StopRule
  ) -> Phasing? {
    var walk = Walk(self, start: start, question: question, evaluations: evaluations, seed: seed, stop: stop)
    walk.descend()
    var best = walk.state.phasing
    var bestScore = walk.score
    while walk.hasBudget {
      walk.shake()
      walk.descend()
      if walk.score.isBetter(than: bestScore) {
        best = walk.state.phasing
        bestScore = walk.score
      } else {
        walk.restart(from: best)
      }
    }
    return bestScore.violation <= 0 ? best : nil
  }

  private static func events(of site: PhasedProblem.Site) -> [Int8] {
    let rounds = site.mayHappen.indices.filter { site.mayHappen[$0] }.map(Int8.init)
    return site.mayStay || rounds.isEmpty ? [Phasing.never] + rounds : rounds
  }

  /// One walk: the state, the sites that may move and a budget.
  private struct Walk {
    let search: LocalSearch
    let question: BranchAndCut.Question
    let stop: StopRule
    let movable: [Int]
    let events: [[Int8]]
    var state: SearchState
    var score: Score
    var generator: SplitMix64
    var evaluations: Int

    init(
      _ search: LocalSearch, start: Phasing, question: BranchAndCut.Question, evaluations: Int, seed: UInt64,
      stop: StopRule
    ) {
      self.search = search
      self.question = question
      self.stop = stop
      var events = search.problem.sites.map(LocalSearch.events)
      for forcing in question.forcings { events[forcing.site] = forcing.events }
      self.events = events
      movable = events.indices.filter { events[$0].count > 1 }
      // A program with few ways to fall out is looked through many times over with less.
      let ways = events.reduce(1.0) { $0 * Double(max(1, $1.count)) }
      self.evaluations = Int(min(Double(evaluations), 10 * ways))
      var phasing = start
      for site in events.indices where !events[site].contains(phasing.events[site]) {
        phasing.events[site] = events[site].first ?? Phasing.never
      }
      state = SearchState(search.problem, layout: search.layout, phasing: phasing)
      generator = SplitMix64(seed: seed)
      score = Score(violation: .infinity, value: .infinity)
      score = currentScore()
    }

    var hasBudget: Bool { evaluations > 0 && !isPerfect && !movable.isEmpty && stop.reason == nil }

    /// Whether nothing can be better: the rules hold and what is paid for wishes is nothing.
    private var isPerfect: Bool {
      score.violation <= 0
        && question.objective.terms.allSatisfy { term in
          if case .penalty = search.problem.measures[term.measure] { score.value <= 0 } else { false }
        }
    }

    func currentScore() -> Score {
      Score(violation: state.violation(limits: question.limits), value: state.value(of: question.objective))
    }

    mutating func restart(from phasing: Phasing) {
      for site in movable { state.set(site, phasing.events[site]) }
      score = currentScore()
    }

    /// Takes improving moves, in random order, until none is left or the budget is spent.
    mutating func descend() {
      var improved = true
      while improved, hasBudget {
        improved = tryChanges()
        if !improved { improved = tryExchanges() }
        if !improved { improved = tryRotations() }
      }
    }

    private mutating func tryChanges() -> Bool {
      var improved = false
      for site in movable.shuffled(using: &generator) {
        for event in events[site].shuffled(using: &generator) where event != state.phasing.events[site] {
          guard hasBudget else { return improved }
          if attempt(Change(site, event)) { improved = true }
        }
      }
      return improved
    }

    private mutating func tryExchanges() -> Bool {
      let active = movable.filter { state.phasing.events[$0] != Phasing.never }.shuffled(using: &generator)
      var improved = false
      for first in active {
        for second in movable.shuffled(using: &generator) {
          let (a, b) = (state.phasing.events[first], state.phasing.events[second])
          guard a != b, events[first].contains(b), events[second].contains(a) else { continue }
          guard hasBudget else { return improved }
          if attempt(Change(first, b), Change(second, a)) { improved = true }
        }
      }
      return improved
    }

    /// One leaves, a second takes the round it had, and a newcomer the round of the second: what a count for each round and
    /// a count in all let through where exchanges are stuck.
    private mutating func tryRotations() -> Bool {
      let active = movable.filter { state.phasing.events[$0] != Phasing.never }.shuffled(using: &generator)
      let idle = movable.filter { state.phasing.events[$0] == Phasing.never }
      var improved = false
      for leaving in active where events[leaving].contains(Phasing.never) {
        for moving in active where moving != leaving {
          for coming in idle.shuffled(using: &generator) {
            let (from, to) = (state.phasing.events[moving], state.phasing.events[leaving])
            guard from != to, from != Phasing.never, to != Phasing.never, state.phasing.events[coming] == Phasing.never,
              events[moving].contains(to), events[coming].contains(from)
            else { continue }
            guard hasBudget else { return improved }
            if attempt(Change(leaving, Phasing.never), Change(moving, to), Change(coming, from)) { improved = true }
          }
        }
      }
      return improved
    }

    /// A site given another event.
    private struct Change {
      let site: Int
      let event: Int8

      init(_ site: Int, _ event: Int8) {
        self.site = site
        self.event = event
      }
    }

    /// Makes up to three changes and keeps them when the score is better.
    ///
    /// Most changes break a rule at once, so that the rows are asked first, then the limits that need no travel of
    /// people, and only then the rest.
    private mutating func attempt(_ first: Change, _ second: Change? = nil, _ third: Change? = nil) -> Bool {
      let touched = state.touched
      defer { evaluations -= 1 + (state.touched - touched) / Self.entriesPerEvaluation }
      let before = (
        state.phasing.events[first.site], second.map { state.phasing.events[$0.site] } ?? 0,
        third.map { state.phasing.events[$0.site] } ?? 0
      )
      state.setRows(first.site, first.event)
      if let second { state.setRows(second.site, second.event) }
      if let third { state.setRows(third.site, third.event) }
      let allowed = score.violation + 1e-7
      if state.rowViolation <= allowed, state.quickViolation(limits: question.limits) <= allowed {
        state.setMeasures(first.site, from: before.0)
        if let second { state.setMeasures(second.site, from: before.1) }
        if let third { state.setMeasures(third.site, from: before.2) }
        if let new = scoreIfPromising(), new.isBetter(than: score) {
          score = new
          if state.hasServings { state.look() }
          return true
        }
        state.set(first.site, before.0)
        if let second { state.set(second.site, before.1) }
        if let third { state.set(third.site, before.2) }
      } else {
        state.setRows(first.site, before.0)
        if let second { state.setRows(second.site, before.1) }
        if let third { state.setRows(third.site, before.2) }
      }
      return false
    }

    /// The score of what is open now; nil where the value is known not to be better without working it out.
    private mutating func scoreIfPromising() -> Score? {
      guard state.hasServings else { return currentScore() }
      if score.violation <= 0, state.floor(of: question.objective) >= score.value { return nil }
      state.countValue()
      return currentScore()
    }

    /// So many entries of gain rows looked at count as one evaluation more. On a national study an exchange touches some
    /// ten thousand, and the relaxation, whose corners are nearly all whole there, finds the best plan sooner than chance.
    private static let entriesPerEvaluation = 1500

    /// Gives a few random sites random rounds.
    mutating func shake() {
      for _ in 0..<min(4, movable.count) {
        guard let site = movable.randomElement(using: &generator) else { return }
        guard let event = events[site].randomElement(using: &generator) else { continue }
        state.set(site, event)
      }
      score = currentScore()
      if state.hasServings { state.look() }
    }
  }
}
