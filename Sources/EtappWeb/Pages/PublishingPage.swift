import Etapp
import EtappModel
import EtappReport

/// What everybody may see: nothing before somebody has made it public, with a reason.
enum PublishingPage {
  static let routes: [Route] =
    [Route.get("/publishing", .permission(.read)) { try await page($0) }]
    + Publication.Matter.allCases.map { matter in
      Route.post("/publishing/" + matter.rawValue, .permission(permission(matter))) { visit in
        try await decide(matter, visit)
      }
    }

  /// Who decides: of the plan whoever adopts plans, of the list whoever keeps the register.
  static func permission(_ matter: Publication.Matter) -> Permission {
    switch matter {
    case .plan: .decide
    case .register: .register
    }
  }

  // MARK: The page

  private static func page(_ visit: Visit, trouble: Text? = nil) async throws -> Answer {
    let decided = try visit.site.desk.decided(visit.site.accounts)
    let room = try await visit.room()
    return Page(title: visit.say(en: "What everybody may see", sv: "Vad alla får se"), tab: .published) {
      Tag.p(.class("lead")) {
        visit.say(
          en: "Nothing is public before somebody makes it so. Who did, when and why stands in the log.",
          sv: "Inget är offentligt förrän någon gör det offentligt. Vem, när och varför står i loggen.")
      }
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      for matter in Publication.Matter.allCases { card(matter, decided, room.sentences(visit.language), visit) }
      history(decided.publications, room.sentences(visit.language), visit)
    }.answer(visit, status: trouble == nil ? 200 : 400)
  }

  private static func card(
    _ matter: Publication.Matter, _ decided: Decided, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let isPublic = decided.isPublic(matter)
    return Tag.section(.class("card")) {
      Tag.h2 {
        title(matter, visit)
        Tag.span(.class("status " + (isPublic ? "open" : "new"))) {
          isPublic ? visit.say(en: "public", sv: "offentligt") : visit.say(en: "not public", sv: "inte offentligt")
        }
      }
      Tag.p { words(matter, visit) }
      if matter == .plan {
        Tag.p {
          decided.plan.map { visit.say(en: "The adopted plan is “\($0)”.", sv: "Den antagna planen är ”\($0)”.") }
            ?? visit.say(
              en: "No plan is adopted yet, so there is nothing to show.",
              sv: "Ingen plan är antagen ännu, så det finns inget att visa.")
        }
      }
      Tag.p(.class("downloads")) {
        isPublic
          ? Tag.a(.href(address(matter, visit))) {
            visit.say(en: "See it as everybody does", sv: "Se det som alla andra")
          }
          : nil
        isPublic && matter == .register ? " · " : nil
        matter == .register
          ? Tag.a(.href("/register/public")) {
            visit.say(en: "What it shows and hides", sv: "Vad den visar och döljer")
          } : nil
      }
      visit.may(permission(matter)) ? form(matter, isPublic, visit) : nil
    }
  }

  private static func form(_ matter: Publication.Matter, _ isPublic: Bool, _ visit: Visit) -> HTML {
    Parts.form("/publishing/" + matter.rawValue, visit, .class("narrow")) {
      Parts.hidden("public", isPublic ? "no" : "yes")
      Parts.area(
        isPublic
          ? visit.say(en: "Why it is taken back", sv: "Varför det tas tillbaka")
          : visit.say(en: "Why it is made public now", sv: "Varför det görs offentligt nu"),
        name: "reason", id: "reason-" + matter.rawValue)
      isPublic
        ? Tag.button(.type("submit"), .class("button danger")) { visit.say(en: "Take it back", sv: "Ta tillbaka") }
        : Parts.button(visit.say(en: "Make it public", sv: "Gör det offentligt"))
    }
  }

  private static func title(_ matter: Publication.Matter, _ visit: Visit) -> String {
    switch matter {
    case .plan: visit.say(en: "The plan", sv: "Planen")
    case .register: visit.say(en: "The register", sv: "Diariet")
    }
  }

  private static func words(_ matter: Publication.Matter, _ visit: Visit) -> String {
    switch matter {
    case .plan:
      visit.say(
        en:
          "The adopted plan with its map and rounds, a page for each municipality, and the plan as CSV, GeoJSON and JSON.",
        sv: "Den antagna planen med karta och omgångar, en sida för varje kommun, och planen som CSV, GeoJSON och JSON."
      )
    case .register:
      visit.say(
        en: "The list of the register, in which private persons and what is marked as secret are masked.",
        sv: "Diarielistan, där privatpersoner och det som är sekretessmarkerat är maskerat.")
    }
  }

  private static func address(_ matter: Publication.Matter, _ visit: Visit) -> String {
    "/public/\(visit.language.rawValue)" + (matter == .register ? "/register" : "")
  }

  private static func history(_ all: [Publication], _ sentences: Sentences, _ visit: Visit) -> HTML? {
    guard !all.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "What was decided", sv: "Vad som har beslutats") }
      Tag.ul(.class("timeline")) {
        for publication in all.reversed() {
          Tag.li {
            Tag.p {
              Tag.strong { title(publication.matter, visit) }
              " – "
              publication.isPublic
                ? visit.say(en: "made public", sv: "gjord offentlig") : visit.say(en: "taken back", sv: "tillbakatagen")
            }
            Tag.p(.class("words")) { publication.reason }
            Tag.p(.class("detail")) { "\(publication.by), \(sentences.dates.day(publication.at.day()))" }
          }
        }
      }
    }
  }

  // MARK: Deciding

  private static func decide(_ matter: Publication.Matter, _ visit: Visit) async throws -> Answer {
    do {
      let isPublic = try write(matter, visit)
      return .redirect("/publishing?done=" + (isPublic ? "published" : "unpublished"))
    } catch let refusal as Refusal {
      return try await page(visit, trouble: refusal.message)
    }
  }

  /// - Returns: Whether it is public now.
  @discardableResult
  static func write(_ matter: Publication.Matter, _ visit: Visit) throws -> Bool {
    guard let isPublic = ["yes": true, "no": false][visit.form["public"] ?? ""] else {
      throw Refusal.unusable(Text(en: "Say “yes” or “no”.", sv: "Ange ”yes” eller ”no”."))
    }
    guard let reason = try visit.words("reason") else {
      throw Refusal.unusable(
        Text(en: "Such a decision needs a reason.", sv: "Ett sådant beslut behöver ett skäl."))
    }
    let actor = visit.actor()
    try visit.site.accounts.add(
      Publication(matter: matter, isPublic: isPublic, by: actor.name, reason: reason, at: actor.at))
    return isPublic
  }
}
