import Etapp
import EtappModel
import EtappReport
import Foundation

/// Something that takes its time: how far it is, live, and a button to stop it.
enum LongRunPage {
  static let routes: [Route] = [
    .get("/runs/:id", .permission(.read)) { try await page($0) },
    .get("/runs/:id/events", .permission(.read)) { try await events($0) },
    .post("/runs/:id/stop", .permission(.plan)) { try stop($0) },
  ]

  private static func run(_ visit: Visit) throws -> LongRun {
    guard let run = visit.site.desk.runs.run(visit.path["id"] ?? "") else { throw Refusal.notFound }
    return run
  }

  private static func target(_ outcome: String, _ visit: Visit) -> String {
    visit.query["to"].map { visit.local($0) } ?? outcome
  }

  private static func page(_ visit: Visit) async throws -> Answer {
    let run: LongRun
    do {
      run = try self.run(visit)
    } catch {
      // Known no longer: it ended some time ago, so what it made is there.
      guard let path = visit.query["to"] else { throw error }
      return .redirect(visit.local(path))
    }
    if case .done(let path)? = run.outcome { return .redirect(target(path, visit)) }
    let room = try? await visit.room()
    return Page(title: visit.say(run.title), refresh: run.outcome == nil ? 2 : nil) {
      if case .failed(let message)? = run.outcome {
        Tag.p(.class("answer")) { visit.say(message) }
      } else {
        Tag.div(
          .class("card narrow run"), .data("events", "/runs/\(Fields.encoded(run.id))/events"),
          .data("to", target("", visit))
        ) {
          Tag.p(.class("run-state"), .role("status")) { words(run, room, visit) }
          Tag.progress(.aria("label", visit.say(run.title))) {}
          if visit.may(.plan) {
            Parts.form("/runs/\(Fields.encoded(run.id))/stop", visit) {
              Parts.hidden("to", target("/", visit))
              Parts.quiet(visit.say(en: "Stop here, keep the best so far", sv: "Stoppa här, behåll det bästa hittills"))
            }
          }
        }
      }
    }.answer(visit)
  }

  /// "Goal 2 of 4, spread: 21.8 min, at best 21.6 min, gap 0.9%".
  private static func words(_ run: LongRun, _ room: Room?, _ visit: Visit) -> String {
    if let before = visit.site.desk.runs.place(of: run) {
      return visit.say(
        en: "Waits for its turn; before it: \(before + LongRuns.most).",
        sv: "Väntar på sin tur; före den: \(before + LongRuns.most).")
    }
    guard let last = run.last, let room else { return visit.say(run.title) + " …" }
    let sentences = room.sentences(visit.language)
    let unit = room.names.goal(last.goal)?.unit ?? .points
    var parts = [
      visit.say(en: "Step \(last.step) of \(last.steps)", sv: "Steg \(last.step) av \(last.steps)") + ": "
        + sentences.title(ofGoal: last.goal)
    ]
    if let value = last.value { parts.append(sentences.value(value, unit)) }
    if last.bound.isFinite {
      parts.append(visit.say(en: "at best", sv: "som bäst") + " " + sentences.value(last.bound, unit))
    }
    if last.gap.isFinite {
      parts.append(visit.say(en: "gap", sv: "gap") + " " + sentences.numbers.percent(last.gap, places: 2))
    }
    return parts.joined(separator: ", ")
  }

  private struct State: Encodable {
    var words: String
    var value: Double?
    var bound: Double?
    var gap: Double?
    var step: Int?
    var steps: Int?
    var done: String?
    var failed: Bool?
  }

  /// Value, bound and gap as they come; the last event says where to go on.
  private static func events(_ visit: Visit) async throws -> Answer {
    let run = try run(visit)
    let room = try? await visit.room()
    return .events { send in
      var seen: [Int?] = []
      while !Task.isCancelled {
        let (outcome, news) = (run.outcome, [run.steps, visit.site.desk.runs.place(of: run)])
        if news != seen || outcome != nil {
          seen = news
          try await send(ServerEvent.text(state(run, outcome, room, visit), named: outcome == nil ? "progress" : "end"))
        }
        if outcome != nil { return }
        try await Task.sleep(for: .milliseconds(120))
      }
    }
  }

  private static func state(_ run: LongRun, _ outcome: LongRun.Outcome?, _ room: Room?, _ visit: Visit) -> State {
    let last = run.last
    var state = State(
      words: words(run, room, visit), value: last?.value, bound: last.flatMap { $0.bound.isFinite ? $0.bound : nil },
      gap: last.flatMap { $0.gap.isFinite ? $0.gap : nil }, step: last?.step, steps: last?.steps)
    switch outcome {
    case .done(let path)?: state.done = target(path, visit)
    case .failed(let message)?: (state.words, state.failed) = (visit.say(message), true)
    case nil: break
    }
    return state
  }

  private static func stop(_ visit: Visit) throws -> Answer {
    let run = try run(visit)
    run.stop()
    return .redirect(
      "/runs/\(Fields.encoded(run.id))"
        + (visit.form["to"].map { $0 == "/" ? "" : "?to=" + Fields.encoded(visit.local($0)) } ?? ""))
  }
}

/// A server-sent event.
enum ServerEvent {
  static func text(_ value: some Encodable, named name: String) -> String {
    "event: \(name)\ndata: \(Answer.json(value).text)\n\n"
  }
}
