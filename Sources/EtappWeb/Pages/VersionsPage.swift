import Etapp
import EtappModel
import EtappReport
import Foundation

/// The plans that are kept: two side by side, and the one that is adopted.
enum VersionsPage {
  static let routes: [Route] = [
    .get("/versions", .permission(.read)) { visit in try await visit.withPlan { try await page($0, visit) } },
    .get("/versions/compare", .permission(.read)) { visit in try await compare(visit) },
    .get("/versions/:name/adopt", .permission(.decide)) { visit in try await question(visit) },
    .post("/versions/:name/adopt", .permission(.decide)) { visit in try await adopt(visit) },
  ]

  private static func page(_ current: Current, _ visit: Visit) async throws -> Answer {
    let versions = try await visit.site.desk.versions()
    let adoptions = try visit.site.desk.decided(visit.site.accounts).adoptions
    return Page(title: visit.say(en: "Versions", sv: "Versioner"), tab: .plan, isWide: true) {
      Parts.planTabs(visit, current: "/versions")
      table(versions, adopted: adoptions.last?.plan, current, visit)
      versions.count > 1 ? chooser(versions, visit) : nil
      adoptions.isEmpty ? nil : history(adoptions, visit)
    }.answer(visit)
  }

  private static func table(
    _ versions: [Version], adopted: String?, _ current: Current, _ visit: Visit
  ) -> HTML {
    let sentences = current.room.sentences(visit.language)
    let goals = current.assignment.goals
    return Parts.table(
      visit.say(en: "Plans that are kept", sv: "Sparade planer"),
      [
        visit.say(en: "Name", sv: "Namn"), visit.say(en: "Standing", sv: "Ställning"),
        visit.say(en: "Offices", sv: "Kontor"),
      ]
        + goals.map { sentences.title($0) } + [
          visit.say(en: "Kept", sv: "Sparad"), visit.say(en: "Note", sv: "Anteckning"),
        ],
      numeric: Set(2...(goals.count + 2)),
      rows: versions.reversed().map { version in
        [
          Tag.a(.href("/plan?version=" + Fields.encoded(version.name))) { version.name },
          standing(version, adopted: adopted, visit), .text("\(version.offices)"),
        ]
          + goals.map { goal in
            .text(version.goals.first { $0.goal == goal.id }.map { sentences.value($0.value, goal.unit) } ?? "–")
          }
          + [
            .text(String(version.stored.prefix(16)).replacing("T", with: " ")),
            Tag.span(.class("words")) { version.note ?? "" },
          ]
      })
  }

  private static func standing(_ version: Version, adopted: String?, _ visit: Visit) -> HTML {
    if version.name == adopted { return Tag.strong { visit.say(en: "Adopted", sv: "Antagen") } }
    guard visit.may(.decide) else { return "–" }
    return Tag.a(.href("/versions/\(Fields.encoded(version.name))/adopt")) { visit.say(en: "Adopt", sv: "Anta") }
  }

  private static func chooser(_ versions: [Version], _ visit: Visit) -> HTML {
    let options = versions.map { (value: $0.name, words: $0.name) }
    return Tag.form([Attribute("method", "get"), Attribute("action", "/versions/compare"), .class("row-form")]) {
      Parts.choice(visit.say(en: "From", sv: "Från"), name: "a", options, chosen: versions.dropLast().last?.name)
      Parts.choice(visit.say(en: "To", sv: "Till"), name: "b", options, chosen: versions.last?.name)
      Parts.quiet(visit.say(en: "Compare", sv: "Jämför"))
    }
  }

  private static func history(_ adoptions: [Adoption], _ visit: Visit) -> HTML {
    Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "What was decided", sv: "Vad som har beslutats") }
      Tag.ul(.class("prose")) {
        for adoption in adoptions.reversed() {
          Tag.li {
            Tag.strong { adoption.plan }
            " – \(adoption.by), \(String(adoption.at.description.prefix(10))): \(adoption.reason)"
          }
        }
      }
    }
  }

  // MARK: Two side by side

  private static func compare(_ visit: Visit) async throws -> Answer {
    guard let a = visit.query["a"], let b = visit.query["b"] else { return .redirect("/versions") }
    guard let first = try await visit.current(a), let second = try await visit.current(b) else {
      throw Refusal.notFound
    }
    let sentences = first.room.sentences(visit.language)
    let comparison = first.room.study.compare(first.plan, named: first.name, second.plan, named: second.name)
    return Page(title: "\(first.name) → \(second.name)", tab: .plan) {
      Parts.planTabs(visit, current: "")
      Tag.p(.class("answer")) { sentences.comparison(comparison) }
      goals(first, second, sentences, visit)
      moves(comparison, sentences, visit)
    }.answer(visit)
  }

  private static func goals(
    _ first: Current, _ second: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    Parts.table(
      visit.say(en: "Goals", sv: "Mål"), [visit.say(en: "Goal", sv: "Mål"), first.name, second.name],
      numeric: [1, 2],
      rows: second.plan.totals.map { goal in
        [
          .text(sentences.title(ofGoal: goal.goal)),
          .text(
            first.plan.totals.first { $0.goal == goal.goal }.map { sentences.value($0.value, $0.unit) } ?? "–"),
          .text(sentences.value(goal.value, goal.unit)),
        ]
      })
  }

  private static func moves(_ comparison: Comparison, _ sentences: Sentences, _ visit: Visit) -> HTML? {
    guard !comparison.moves.isEmpty else { return nil }
    func round(_ index: Int?) -> HTML {
      index.map { round in
        .group {
          Signs.round(round)
          " " + sentences.title(ofRound: round)
        }
      } ?? "–"
    }
    return Parts.table(
      visit.say(en: "Places that differ", sv: "Platser som skiljer sig"),
      [visit.say(en: "Place", sv: "Plats"), comparison.first, comparison.second],
      rows: comparison.moves.map { [.text(sentences.name($0.place)), round($0.from), round($0.to)] })
  }

  // MARK: Adopting

  private static func question(_ visit: Visit, trouble: Text? = nil) async throws -> Answer {
    guard let current = try await visit.current(visit.path["name"]) else { throw Refusal.notFound }
    let sentences = current.room.sentences(visit.language)
    return Page(title: visit.say(en: "Adopt \(current.name)", sv: "Anta \(current.name)"), tab: .plan) {
      Tag.p(.class("answer")) { sentences.answer(current.plan).joined(separator: " ") }
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      Parts.form("/versions/\(Fields.encoded(current.name))/adopt", visit, .class("card narrow")) {
        Tag.div(.class("field")) {
          Tag.label(Attribute("for", "reason")) { visit.say(en: "Why", sv: "Varför") }
          Tag.p(.class("help"), .id("reason-help")) {
            visit.say(
              en: "In words that can be read in public.",
              sv: "Med ord som kan läsas offentligt.")
          }
          Tag.textarea(
            .id("reason"), .name("reason"), Attribute("rows", "5"), Attribute("maxlength", "2000"), .required,
            .aria("describedby", "reason-help")
          ) {}
        }
        Parts.button(visit.say(en: "Adopt", sv: "Anta"))
      }
    }.answer(visit, status: trouble == nil ? 200 : 400)
  }

  private static func adopt(_ visit: Visit) async throws -> Answer {
    do {
      try await adopt(visit.path["name"], visit)
    } catch let refusal as Refusal where refusal.status == 400 {
      return try await question(visit, trouble: refusal.message)
    }
    return .redirect("/versions?done=adopted")
  }

  /// Adopts a plan with the reason of a form.
  static func adopt(_ name: String?, _ visit: Visit) async throws {
    let reason = (visit.form["reason"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty, reason.count <= 2000 else {
      throw Refusal.unusable(
        Text(
          en: "A decision needs a reason, of at most 2,000 characters.",
          sv: "Ett beslut behöver ett skäl, om högst 2 000 tecken."))
    }
    guard let current = try await visit.current(name) else { throw Refusal.notFound }
    try visit.site.accounts.add(
      Adoption(plan: current.name, by: visit.account?.title ?? "", reason: reason, at: visit.now))
  }
}
