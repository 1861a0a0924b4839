import Etapp
import EtappModel

/// Drafts of letters, and letters that have gone.
enum LetterWriting {
  static func write(_ visit: Visit) async throws -> Answer {
    guard let question = try LetterQuestion(visit.form, visit),
      let current = try await visit.current(visit.form["version"])
    else { throw Refusal.notFound }
    let chosen = Set(visit.form.values("municipality"))
    guard !chosen.isEmpty else {
      return try await LettersPage.page(
        question, current, visit,
        trouble: Text(en: "Choose at least one municipality.", sv: "Välj minst en kommun."), status: 400)
    }
    let items = try await question.items(current, only: chosen)
    guard items.count == chosen.count else { throw Refusal.notFound }
    let missing = items.flatMap(\.diagnostics)
    guard missing.isEmpty else { throw Workspace.Invalid(missing) }
    let letters = items.compactMap(\.letter)
    guard letters.allSatisfy({ visit.mayTalk(with: $0.municipality, in: current.room) }) else {
      throw Refusal.forbidden
    }
    let obstacles = letters.flatMap(\.obstacles)
    guard obstacles.isEmpty else { throw Workspace.Invalid(obstacles) }
    do {
      return try await done(letters, visit.form["do"] == "sent", question, current, visit)
    } catch let failure as Outbox.Failure {
      return try await LettersPage.page(question, current, visit, trouble: failure.message, status: 409)
    } catch let refusal as Refusal {
      return try await LettersPage.page(question, current, visit, trouble: refusal.message, status: refusal.status)
    }
  }

  private static func done(
    _ letters: [OutgoingLetter], _ areSent: Bool, _ question: LetterQuestion, _ current: Current, _ visit: Visit
  ) async throws -> Answer {
    let (workspace, actor) = (current.room.workspace, visit.actor())
    try await Blocking.run {
      let outbox = Outbox(workspace: workspace.folder)
      let registry = Registry(workspace)
      // What nobody has made a draft of cannot have been sent from one.
      if areSent, let first = try letters.first(where: { try outbox.standing(of: $0) == .new }) { throw unmade(first) }
      for letter in letters {
        guard areSent else {
          try outbox.write(letter, sent: actor.at)
          continue
        }
        let deliveries = try outbox.haveSent(letter, by: actor.name, now: actor.at) { letter, mail in
          try registry.registerSent(letter, mail, by: actor)
        }
        guard deliveries.allSatisfy({ [.sent, .before].contains($0.outcome) }) else { throw unclear(letter) }
      }
    }
    return .redirect("/letters?" + question.fields.encoded + "&done=" + (areSent ? "sent" : "drafted"))
  }

  private static func unmade(_ letter: OutgoingLetter) -> Refusal {
    Refusal.conflict(
      Text(
        en: "There is no draft of the letter to \(letter.name) yet. Make the draft, send it, and then say so here.",
        sv:
          "Det finns inget utkast av brevet till \(letter.name) ännu. Gör utkastet, skicka det och säg sedan till här.")
    )
  }

  private static func unclear(_ letter: OutgoingLetter) -> Refusal {
    Refusal.conflict(
      Text(
        en: "Whether the letter to \(letter.name) has gone is not known; see outbox/journal.csv.",
        sv: "Om brevet till \(letter.name) har gått är inte känt; se outbox/journal.csv."))
  }
}
