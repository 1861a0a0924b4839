import Etapp
import EtappModel
import EtappReport
import Synchronization

/// The best plan with the moves that were made: searched while the reader looks at the answer, told as it gets better.
enum BoardSuggestion {
  /// Seconds after which the best so far is shown.
  private static let patience = 10.0

  private struct State: Encodable {
    var words: String
    var gap: Double?
    var href: String?
    var link: String?
  }

  static func events(_ current: Current, _ visit: Visit) async throws -> Answer {
    let query = try BoardQuery(
      visit.query, version: current.name, plan: current.plan, assignment: current.assignment,
      geography: current.room.names.geography)
    guard !query.moves.isEmpty else { throw Refusal.notFound }
    let id =
      "suggestion-" + Secrets.fingerprint(query.path(current.assignment) + current.version.stored).prefix(16)
      + Secrets.make().prefix(6)
    let box = Found()
    let room = current.room
    let pins = query.pins(current.plan.choice)
    var choice = current.plan.choice
    for move in query.moves { choice.opens[move.place] = move.to }
    let start = choice
    let run = visit.site.desk.runs.start(id, Text(en: "A suggestion", sv: "Ett förslag")) { run in
      let study = Study(
        room.workspace.keeping(Pins(opens: pins.opens, forbidden: pins.forbidden)), baselines: room.study.baselines)
      let plan = try study.plan(run.options(timeLimit: patience), starts: [start])
      guard plan.hasChoice else { return .failed(study.wordsWithoutPlan(plan)) }
      let own = try room.study.evaluate(plan.choice, RunOptions(randomPlans: 0, ideals: false))
      box.put(own, plan.proof)
      return .done("")
    }
    guard let run else { throw Refusal.busy }
    return .events { send in
      var seen = -1
      defer { run.stop() }
      while !Task.isCancelled {
        let (outcome, steps) = (run.outcome, run.steps)
        if steps != seen || outcome != nil {
          seen = steps
          let state = state(outcome, run, box, current, query, visit)
          try await send(ServerEvent.text(state, named: outcome == nil ? "progress" : "end"))
        }
        if outcome != nil { return }
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }

  /// What a run found, handed from its thread to the one that tells.
  private final class Found: Sendable {
    private let value = Mutex<(Plan, Proof)?>(nil)

    func put(_ plan: Plan, _ proof: Proof) { value.withLock { $0 = (plan, proof) } }
    var plan: (Plan, Proof)? { value.withLock { $0 } }
  }

  private static func state(
    _ outcome: LongRun.Outcome?, _ run: LongRun, _ found: Found, _ current: Current, _ query: BoardQuery, _ visit: Visit
  ) -> State {
    let sentences = current.room.sentences(visit.language)
    switch outcome {
    case .failed(let message)?: return State(words: visit.say(message))
    case nil:
      let gap = run.last.flatMap { $0.gap.isFinite ? $0.gap : nil }
      var words = visit.say(
        en: "Looking for the best plan with these moves …", sv: "Söker den bästa planen med dessa flyttar …")
      if let gap { words += " " + visit.say(en: "gap ", sv: "gap ") + sentences.numbers.percent(gap) }
      return State(words: words, gap: gap)
    case .done?:
      guard let (plan, proof) = found.plan else {
        return State(words: visit.say(en: "Nothing better was found.", sv: "Inget bättre hittades."))
      }
      return suggestion(plan, proof, current, query, visit)
    }
  }

  private static func suggestion(
    _ plan: Plan, _ proof: Proof, _ current: Current, _ query: BoardQuery, _ visit: Visit
  ) -> State {
    let sentences = current.room.sentences(visit.language)
    let moves = current.plan.choice.moves(to: plan.choice)
    let own = Set(query.moves.map(\.place))
    let others = moves.filter { !own.contains($0.place) }
    let differences = sentences.differences(GoalDifference.between(current.plan, plan))
    guard !others.isEmpty else {
      return State(
        words: visit.say(
          en: "Nothing else needs to move: it is the best with these moves.",
          sv: "Inget annat behöver flytta: detta är det bästa med dessa flyttar."))
    }
    return State(
      words: visit.say(
        en:
          "In exchange: \(sentences.moves(others)). Then, against the kept plan, \(differences). \(sentences.proof(proof))",
        sv:
          "I utbyte: \(sentences.moves(others)). Då gäller, mot den sparade planen, att \(differences). \(sentences.proof(proof))"
      ),
      href: BoardQuery(version: query.version, moves: moves).path(current.assignment),
      link: visit.say(en: "Show it on the board", sv: "Visa det på tavlan"))
  }
}
