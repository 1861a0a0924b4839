package import EtappModel

/// The dialogue in words.
extension Sentences {
  /// A line for each municipality: how far it has come, last and next contact, open promises.
  package func list(_ dialogues: [Dialogue]) -> String {
    guard !dialogues.isEmpty else { return say(en: "There is no dialogue yet.", sv: "Det finns ingen dialog än.") }
    return dialogues.map { dialogue in
      let parts = [word(dialogue.readiness), last(dialogue), next(dialogue), open(dialogue), dialogue.owner]
      return "\(names.name(of: dialogue.municipality)): " + parts.compactMap { $0 }.joined(separator: ", ")
    }.joined(separator: "\n")
  }

  package func word(_ readiness: Dialogue.Readiness) -> String {
    switch readiness {
    case .untold: say(en: "not told yet", sv: "inte informerad än")
    case .told: say(en: "told", sv: "informerad")
    case .talking: say(en: "in talks", sv: "samtal pågår")
    case .ready: say(en: "ready to begin", sv: "redo att börja")
    case .blocked: say(en: "cannot begin", sv: "kan inte börja")
    }
  }

  private func last(_ dialogue: Dialogue) -> String? {
    dialogue.lastContact.map { say(en: "last contact \(dates.day($0))", sv: "senaste kontakt \(dates.day($0))") }
  }

  private func next(_ dialogue: Dialogue) -> String? {
    dialogue.nextContact.map { say(en: "next \(dates.day($0))", sv: "nästa \(dates.day($0))") }
      ?? (dialogue.readiness == .untold ? nil : say(en: "no next contact", sv: "ingen nästa kontakt"))
  }

  private func open(_ dialogue: Dialogue) -> String? {
    let (ours, theirs) = (
      dialogue.promises.count { $0.isOurs && $0.kept == nil }, dialogue.promises.count { !$0.isOurs && $0.kept == nil }
    )
    guard ours + theirs > 0 else { return nil }
    return say(en: "open promises: \(ours) ours, \(theirs) theirs", sv: "öppna löften: \(ours) våra, \(theirs) deras")
  }

  // MARK: One municipality

  /// Everything that is known of the dialogue with one municipality.
  package func details(_ dialogue: Dialogue) -> String {
    var lines = ["\(names.name(of: dialogue.municipality)): \(word(dialogue.readiness))"]
    func section(_ title: String, _ rows: [String]) {
      if !rows.isEmpty { lines += [title] + rows.map { "  " + $0 } }
    }
    let facts = [last(dialogue), next(dialogue), dialogue.owner.map { say(en: "owner \($0)", sv: "ansvarig \($0)") }]
    lines += [facts.compactMap { $0 }.joined(separator: ", ")].filter { !$0.isEmpty }.map { "  " + $0 }
    section(say(en: "Contacts", sv: "Kontakter"), dialogue.contacts.map(line))
    section(say(en: "Promises", sv: "Löften"), dialogue.promises.map(line))
    section(say(en: "What has been said", sv: "Vad som har sagts"), dialogue.talks.map(line))
    section(say(en: "Answers", sv: "Svar"), dialogue.answers.map { "\(theme($0.theme)): \($0.text)" })
    section(say(en: "Conditions", sv: "Villkor"), dialogue.conditions.map(line))
    return lines.joined(separator: "\n")
  }

  /// The name of a theme of the consultation.
  package func theme(_ id: String) -> String {
    assignment.correspondence?.themes.first { $0.id == id }?.name(language) ?? id
  }

  private func line(_ contact: Contact) -> String {
    [contact.name, contact.role, contact.address, contact.phone].compactMap { $0 }.joined(separator: ", ")
  }

  /// "ours, 21 – 31 October 2021, kept 25 October 2021: we come back …"
  package func line(_ promise: Dialogue.Promise) -> String {
    let who = promise.isOurs ? say(en: "ours", sv: "vårt") : say(en: "theirs", sv: "deras")
    let kept = promise.kept.map { say(en: "kept \(dates.day($0))", sv: "hållet \(dates.day($0))") }
    let parts = [who, span(promise.due), kept].compactMap { $0 }.joined(separator: ", ")
    return "\(promise.id): \(parts): \(promise.text.replacing("\n", with: " "))"
  }

  private func line(_ talk: Dialogue.Talk) -> String {
    let entry = talk.entry.map { " (\($0))" } ?? ""
    return "\(talk.day) \(word(talk.channel)), \(talk.with): \(talk.summary)\(entry)"
  }

  package func word(_ channel: Dialogue.Talk.Channel) -> String {
    switch channel {
    case .letter: say(en: "letter", sv: "brev")
    case .mail: say(en: "mail", sv: "e-post")
    case .phone: say(en: "telephone", sv: "telefon")
    case .meeting: say(en: "meeting", sv: "möte")
    case .other: say(en: "other", sv: "annat")
    }
  }

  private func line(_ condition: Dialogue.Condition) -> String {
    let state =
      condition.isConfirmed ? say(en: "confirmed", sv: "bekräftat") : say(en: "not confirmed", sv: "inte bekräftat")
    let day = condition.notBefore.map { say(en: ", not before \(dates.day($0))", sv: ", inte före \(dates.day($0))") }
    return "\(condition.id): \(condition.text)\(day ?? "") (\(state))"
  }

  // MARK: What is due

  /// What somebody has to look at, the most urgent first.
  package func due(_ due: [Dialogue.Due], on day: Day) -> String {
    guard !due.isEmpty else {
      return say(en: "Nothing is due by \(dates.day(day)).", sv: "Inget ska göras till och med \(dates.day(day)).")
    }
    return due.map { line($0) }.joined(separator: "\n")
  }

  /// `overdue by 3 days`, `due now`, `in 12 days`, with the day.
  package func state(_ due: Dialogue.Due) -> String {
    let state =
      switch due.state {
      case .overdue(let days):
        say(en: "overdue by \(count(days, .day))", sv: "\(count(days, .day)) försenat")
      case .due: say(en: "due now", sv: "ska göras nu")
      case .ahead(let days): say(en: "in \(count(days, .day))", sv: "om \(count(days, .day))")
      case .undated: say(en: "no date", sv: "inget datum")
      }
    return state + (due.by.map { " (" + say(en: "by \(dates.day($0))", sv: "senast \(dates.day($0))") + ")" } ?? "")
  }

  package func whose(_ promise: Dialogue.Promise) -> String {
    promise.isOurs ? say(en: "ours", sv: "vårt") : say(en: "theirs", sv: "deras")
  }

  /// "26 of 28 municipalities have been told. 3 promises are open, 1 of them overdue; 5 have been kept."
  package func gist(_ dialogues: [Dialogue], on day: Day) -> String {
    let told = dialogues.count { $0.readiness != .untold }
    let promises = dialogues.flatMap(\.promises)
    let open = promises.count { $0.kept == nil }
    let late = dialogues.open(on: day).count { due in
      if case .promise = due.matter, case .overdue = due.state { true } else { false }
    }
    return say(
      en:
        "\(told) of \(count(dialogues.count, .municipality)) have been told. Promises: \(open) open, of which \(late) overdue; \(promises.count - open) kept.",
      sv:
        "\(told) av \(count(dialogues.count, .municipality)) är informerade. Löften: \(open) öppna, varav \(late) försenade; \(promises.count - open) hållna."
    )
  }

  /// "Ånge, overdue by 3 days (by 31 October 2021): our promise – we come back …"
  package func line(_ due: Dialogue.Due) -> String {
    let what =
      switch due.matter {
      case .contact: say(en: "next contact", sv: "nästa kontakt")
      case .promise(let promise):
        (promise.isOurs ? say(en: "our promise", sv: "vårt löfte") : say(en: "their promise", sv: "deras löfte"))
          + " – " + promise.text.replacing("\n", with: " ")
      }
    return "\(names.name(of: due.municipality)), \(state(due)): \(what)" + (due.owner.map { " [\($0)]" } ?? "")
  }

  // MARK: Who is to be told

  /// In which order municipalities are to be told of a change, and of what.
  package func notices(_ notices: [NoticeOrder.Notice]) -> String {
    guard !notices.isEmpty else {
      return say(en: "Nobody needs to be told anything.", sv: "Ingen behöver få veta något.")
    }
    let head = say(
      en: "To be told, in this order, each before anybody else:",
      sv: "Ska få veta, i denna ordning, var och en före andra:")
    return ([head] + notices.map { "  \($0.step). \(names.name(of: $0.municipality)): \(list($0.reasons.map(words)))" })
      .joined(separator: "\n")
  }

  private func words(_ reason: NoticeOrder.Reason) -> String {
    switch reason {
    case .added: say(en: "is in the plan now", sv: "är nu med i planen")
    case .removed: say(en: "is no longer in the plan", sv: "är inte längre med i planen")
    case .moved(let from, let to):
      say(
        en: "moves from \(inside(title(ofRound: from))) to \(inside(title(ofRound: to)))",
        sv: "flyttas från \(inside(title(ofRound: from))) till \(inside(title(ofRound: to)))")
    case .redated(let from, let to):
      say(
        en: "opens \(dates.day(to)) instead of \(dates.day(from))",
        sv: "öppnar \(dates.day(to)) i stället för \(dates.day(from))")
    }
  }
}
