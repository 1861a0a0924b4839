import Etapp
import EtappModel
import EtappReport
import Foundation

/// What was asked: rules and goals with the sentences they mean; and the text itself, checked while it is written.
enum AssignmentPage {
  static let routes: [Route] =
    AssignmentEntryPage.routes + [
      .post("/assignment/possible", .permission(.plan)) { try await possible($0) },
      .get("/assignment", .permission(.read)) { visit in try await page(visit) },
      .get("/assignment/text", .permission(.edit)) { visit in try await editor(visit) },
      .post("/assignment/check", .permission(.edit)) { visit in
        let diagnostics = try await check(visit.form["text"] ?? "", visit)
        return Answer(type: "text/html; charset=utf-8", verdict(diagnostics, visit).markup)
      },
      .post("/assignment/text", .permission(.edit)) { visit in try await save(visit) },
    ]

  // MARK: In sentences

  private static func page(_ visit: Visit) async throws -> Answer {
    let room = try await visit.room()
    let sentences = room.sentences(visit.language)
    let results = try await visit.current().map { current in
      Dictionary(current.plan.rules.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return Page(
      title: visit.say(en: "Assignment", sv: "Uppdrag"), kicker: room.assignment.name(visit.language),
      tab: .assignment
    ) {
      head(room, sentences, visit)
      rules(room, results ?? [:], sentences, visit)
      goals(room, sentences, visit)
      if !room.workspace.diagnostics.isEmpty {
        Tag.section(.class("section")) {
          Tag.h2 { visit.say(en: "About the data", sv: "Om underlaget") }
          Parts.diagnostics(room.workspace.diagnostics, visit)
        }
      }
    }.answer(visit)
  }

  private static func head(_ room: Room, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let assignment = room.assignment
    var facts: [(String, HTML)] = []
    assignment.principal.map { facts.append((visit.say(en: "From", sv: "Från"), .text(visit.say($0)))) }
    assignment.decided.map { facts.append((visit.say(en: "Decided", sv: "Beslutat"), .text(sentences.dates.day($0)))) }
    assignment.source.map { facts.append((visit.say(en: "Source", sv: "Källa"), .text($0))) }
    for (index, round) in assignment.rounds.enumerated() {
      let words = [number(round, sentences, visit), sentences.window(ofRound: index)].compactMap { $0 }
      facts.append((round.name(visit.language), .text(words.joined(separator: ", "))))
    }
    return .group {
      Parts.facts(facts)
      visit.may(.edit)
        ? Tag.p(.class("more")) {
          Tag.a(.href("/assignment/text")) { visit.say(en: "Change the whole text", sv: "Ändra hela texten") }
        } : nil
      visit.may(.plan)
        ? Parts.form("/assignment/possible", visit) {
          Parts.quiet(visit.say(en: "Can all rules hold at once?", sv: "Kan alla villkor gälla samtidigt?"))
        } : nil
    }
  }

  /// Whether there is a plan that keeps every rule; if not, which of them are in each other's way.
  private static func possible(_ visit: Visit) async throws -> Answer {
    let room = try await visit.room()
    let title = Text(en: "Can all rules hold at once?", sv: "Kan alla villkor gälla samtidigt?")
    let run = visit.site.desk.runs.start("possible", title) { run in
      let plan = try room.study.plan(run.options(timeLimit: 30))
      guard plan.hasChoice else { return .failed(room.study.wordsWithoutPlan(plan)) }
      return .done("/assignment?done=possible")
    }
    guard run != nil else { throw Refusal.busy }
    return .redirect("/runs/possible?to=" + Fields.encoded("/assignment?done=possible"))
  }

  /// A kind to begin a new rule or goal with.
  private static func adder(
    _ list: ProgrammeText.List, _ label: String, _ kinds: [(value: String, words: String)], _ visit: Visit
  ) -> HTML? {
    guard visit.may(.edit) else { return nil }
    return Tag.form(
      [Attribute("method", "get"), Attribute("action", "/assignment/new/\(list.rawValue)"), .class("row-form")]
    ) {
      Parts.choice(label, name: "kind", id: "kind-\(list.rawValue)", kinds)
      Parts.quiet(visit.say(en: "Write it", sv: "Skriv det"))
    }
  }

  private static func changer(_ list: ProgrammeText.List, _ id: String, _ words: String, _ visit: Visit) -> HTML? {
    guard visit.may(.edit) else { return nil }
    return Tag.a(.class("detail"), .href(AssignmentEntryPage.path(list, id))) {
      visit.say(en: "Change", sv: "Ändra")
      Tag.span(.class("unseen")) { " " + words }
    }
  }

  private static func number(_ round: Round, _ sentences: Sentences, _ visit: Visit) -> String? {
    switch (round.minimum, round.maximum) {
    case (nil, nil): nil
    case (let least?, nil): visit.say(en: "at least ", sv: "minst ") + sentences.count(least, .office)
    case (nil, let most?): visit.say(en: "at most ", sv: "högst ") + sentences.count(most, .office)
    case (let least?, let most?): "\(least)–" + sentences.count(most, .office)
    }
  }

  private static func rules(
    _ room: Room, _ results: [ID<Rule>: RuleResult], _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    Tag.section(.class("section"), .id("rules")) {
      Tag.h2 { visit.say(en: "Rules", sv: "Villkor") }
      Tag.p(.class("lead")) {
        visit.say(
          en: "What must hold, and how it stands in the current plan.",
          sv: "Vad som måste gälla, och hur det står till i den nuvarande planen.")
      }
      Tag.ul(.class("rules-list")) {
        for rule in room.assignment.rules {
          let result = results[rule.id]
          Tag.li(.class("rule " + (result.map { $0.satisfied ? "held" : "broken" } ?? ""))) {
            Tag.span(
              .class("state"), .role("img"),
              .aria(
                "label",
                result.map {
                  $0.satisfied
                    ? visit.say(en: "holds", sv: "uppfyllt") : visit.say(en: "does not hold", sv: "inte uppfyllt")
                } ?? visit.say(en: "not looked at", sv: "inte prövat"))
            ) { result.map { $0.satisfied ? "✓" : "✕" } ?? "–" }
            Tag.div {
              Tag.p(.class("rule-words")) { sentences.rule(rule) }
              result.map { result in Tag.p(.class("rule-standing")) { sentences.standing(result) } }
              rule.source.map { source in Tag.p(.class("source")) { source } }
              changer(.rules, rule.id.code, rule.id.code, visit)
            }
          }
        }
      }
      adder(
        .rules, visit.say(en: "Another rule", sv: "Ett villkor till"),
        Rule.KindName.allCases.map { ($0.rawValue, visit.say(AssignmentKinds.title($0))) }, visit)
    }
  }

  private static func goals(_ room: Room, _ sentences: Sentences, _ visit: Visit) -> HTML {
    Tag.section(.class("section"), .id("goals")) {
      Tag.h2 { visit.say(en: "Goals, in order", sv: "Mål, i ordning") }
      Tag.ol(.class("goals-list")) {
        for (index, goal) in room.assignment.goals.enumerated() {
          Tag.li(.class("card goal")) {
            Tag.h3 { sentences.title(goal) }
            Tag.p { sentences.goal(goal) }
            Tag.p(.class("meaning")) { sentences.meaning(goal.kind) }
            goal.source.map { source in Tag.p(.class("source")) { source } }
            mover(goal, isFirst: index == 0, isLast: index == room.assignment.goals.count - 1, sentences, visit)
          }
        }
      }
      adder(
        .goals, visit.say(en: "Another goal", sv: "Ett mål till"),
        Goal.KindName.allCases.map { ($0.rawValue, visit.say(AssignmentKinds.title($0))) }, visit)
    }
  }

  /// Changes a goal, or its place in the order.
  private static func mover(_ goal: Goal, isFirst: Bool, isLast: Bool, _ sentences: Sentences, _ visit: Visit) -> HTML?
  {
    guard visit.may(.edit) else { return nil }
    let title = sentences.title(goal)
    return Tag.div(.class("row-form mover")) {
      changer(.goals, goal.id.code, title, visit)
      Parts.form(AssignmentEntryPage.path(.goals, goal.id.code) + "/move", visit, .class("row-form")) {
        if !isFirst { step("up", "↑", visit.say(en: "Earlier: \(title)", sv: "Tidigare: \(title)")) }
        if !isLast { step("down", "↓", visit.say(en: "Later: \(title)", sv: "Senare: \(title)")) }
      }
    }
  }

  private static func step(_ to: String, _ sign: String, _ words: String) -> HTML {
    Tag.button(.type("submit"), .class("button quiet small"), .name("to"), .value(to), .aria("label", words)) { sign }
  }

  // MARK: As text

  private static func programme(_ visit: Visit) -> ProgrammeText { ProgrammeText(folder: visit.site.desk.folder) }

  private static func check(_ text: String, _ visit: Visit) async throws -> [Diagnostic] {
    let programme = programme(visit)
    return try await Blocking.run { programme.check(text) }
  }

  private static func verdict(_ diagnostics: [Diagnostic], _ visit: Visit) -> HTML {
    .group {
      Tag.p(.class("rules-held")) {
        diagnostics.hasErrors
          ? visit.say(en: "It cannot be used like this:", sv: "Så här går det inte att använda:")
          : visit.say(en: "It can be read.", sv: "Det går att läsa.")
      }
      Parts.diagnostics(
        diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity != .error }, visit)
    }
  }

  private static func editor(
    _ visit: Visit, text: String? = nil, original: String? = nil, trouble: Text? = nil, status: Int = 200
  ) async throws -> Answer {
    let kept = try programme(visit).read()
    let (shown, base) = (text ?? kept, original ?? kept)
    let diagnostics = try await check(shown, visit)
    return Page(
      title: visit.say(en: "Change the assignment", sv: "Ändra uppdraget"), kicker: "programme.yaml", tab: .assignment,
      isWide: true
    ) {
      Tag.p(.class("lead")) {
        visit.say(
          en:
            "The text is the assignment: what you write is read as you write, comments stay, and nothing is saved that cannot be used.",
          sv:
            "Texten är uppdraget: det du skriver läses medan du skriver, kommentarer blir kvar och inget sparas som inte går att använda."
        )
      }
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      Parts.form("/assignment/text", visit) {
        Parts.hidden("original", base)
        Tag.div(.class("field")) {
          Tag.label(Attribute("for", "text")) { "programme.yaml" }
          Tag.textarea(
            .id("text"), .name("text"), .class("editor"), Attribute("rows", "30"), Attribute("spellcheck", "false"),
            Attribute("wrap", "off"), .data("check", "/assignment/check"), .data("box", "reading"),
            .aria("describedby", "reading")
          ) { HTML.text("\n" + shown) }
        }
        Parts.button(visit.say(en: "Save", sv: "Spara"))
      }
      Tag.div(.id("reading"), .class("live"), .aria("live", "polite")) { verdict(diagnostics, visit) }
    }.answer(visit, status: status)
  }

  /// Browsers send line breaks as two characters; the file keeps its own.
  private static func plain(_ text: String?) -> String { (text ?? "").replacing("\r\n", with: "\n") }

  private static func save(_ visit: Visit) async throws -> Answer {
    let (text, original) = (plain(visit.form["text"]), plain(visit.form["original"]))
    let programme = programme(visit)
    do {
      let actor = visit.actor()
      try await Blocking.run { try programme.write(text, over: original, by: actor, changing: "text") }
    } catch ProgrammeText.Refusal.changed(let now) {
      return try await editor(
        visit, text: text, original: now,
        trouble: Text(
          en:
            "Somebody else has saved the assignment since you opened it. Your text stands below; save again to put it over theirs.",
          sv:
            "Någon annan har sparat uppdraget sedan du öppnade det. Din text står nedan; spara igen för att lägga den över deras."
        ), status: 409)
    } catch ProgrammeText.Refusal.invalid {
      return try await editor(
        visit, text: text, original: original,
        trouble: Text(
          en: "Nothing was saved: the text cannot be used like this.",
          sv: "Inget sparades: texten går inte att använda så här."), status: 422)
    }
    visit.site.desk.forget()
    return .redirect("/assignment?done=saved")
  }
}
