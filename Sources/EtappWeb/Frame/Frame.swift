import Etapp
import EtappModel
import EtappReport

/// The rooms of the application, as the navigation names them.
enum Tab: String, CaseIterable, Sendable {
  case overview, map, plan, schedule, forecast, dialogue, register, assignment, data, published

  var path: String {
    switch self {
    case .overview: "/"
    case .published: "/publishing"
    default: "/" + rawValue
    }
  }

  var title: Text {
    switch self {
    case .overview: Text(en: "Overview", sv: "Översikt")
    case .map: Text(en: "Map", sv: "Karta")
    case .plan: Text(en: "Plan", sv: "Plan")
    case .schedule: Text(en: "Schedule", sv: "Tidplan")
    case .forecast: Text(en: "Forecast", sv: "Prognos")
    case .dialogue: Text(en: "Dialogue", sv: "Dialog")
    case .register: Text(en: "Register", sv: "Diarium")
    case .assignment: Text(en: "Assignment", sv: "Uppdrag")
    case .data: Text(en: "Data", sv: "Underlag")
    case .published: Text(en: "Public", sv: "Offentligt")
    }
  }
}

/// What stands around every page: the way past the navigation, the navigation, language, account.
struct Frame {
  let page: Page
  let visit: Visit

  var body: [HTML] {
    [
      Tag.a(.class("skip-link"), .href("#main")) { visit.say(en: "Skip to the content", sv: "Hoppa till innehållet") },
      header,
      Tag.main(.id("main"), .class(page.isWide ? "page wide" : "page"), Attribute("tabindex", "-1")) {
        notice
        page.kicker.map { words in Tag.p(.class("kicker")) { words } }
        Tag.h1 { page.title }
        page.content
      },
      foot,
    ]
  }

  private var header: HTML {
    Tag.header(.class("app-head")) {
      Tag.div(.class("app-bar")) {
        Tag.a(.class("brand"), .href(visit.account == nil ? "/public" : "/")) { "Etapp" }
        visit.account == nil ? nil : navigation
        Tag.div(.class("app-side")) {
          languages
          person
        }
      }
    }
  }

  private var navigation: HTML {
    Tag.nav(.class("app-nav"), .aria("label", visit.say(en: "Main", sv: "Huvudmeny"))) {
      Tag.ul {
        for tab in Tab.allCases {
          Tag.li {
            Tag.a(.href(tab.path), tab == page.tab ? .isCurrent : nil) { visit.say(tab.title) }
          }
        }
      }
    }
  }

  /// Links, so that they work without script; the public pages have an address for each language.
  private var languages: HTML {
    Tag.nav(.class("languages"), .aria("label", visit.say(en: "Language", sv: "Språk"))) {
      for language in Language.allCases {
        Tag.a(
          .href(address(in: language)), .lang(language.rawValue), Attribute("hreflang", language.rawValue),
          language == visit.language ? Attribute("aria-current", "true") : nil, .aria("label", language.ownName)
        ) { language.rawValue }
      }
    }
  }

  private func address(in language: Language) -> String {
    let path = visit.inquiry.path
    let own = "/public/\(visit.language.rawValue)"
    if path == own || path.hasPrefix(own + "/") { return "/public/\(language.rawValue)" + path.dropFirst(own.count) }
    let query = visit.query.all.isEmpty || visit.inquiry.method == .post ? "" : "?" + visit.query.encoded
    return "/language/\(language.rawValue)?to=" + Fields.encoded(path + query)
  }

  private var person: HTML? {
    guard let account = visit.account else {
      return page.isPublic
        ? Tag.a(.href("/")) { visit.say(en: "To the programme", sv: "Till programmet") }
        : Tag.a(.href("/sign-in")) { visit.say(en: "Sign in", sv: "Logga in") }
    }
    return Tag.a(.class("person"), .href("/account"), visit.inquiry.path == "/account" ? .isCurrent : nil) {
      account.title
    }
  }

  /// What was just done, told once.
  private var notice: HTML? {
    guard let word = visit.query["done"], let text = Notice(rawValue: word)?.text else { return nil }
    return Tag.p(.class("notice"), .role("status")) { visit.say(text) }
  }

  /// Where script tells that somebody else has changed something.
  private var changes: HTML {
    Tag.p(.id("changes"), .class("changes"), .data("events", "/changes"), .role("status"), .hidden) {
      Tag.span {}
      " "
      Tag.a(.href(visit.inquiry.method == .get ? "" : "/")) { visit.say(en: "Load anew", sv: "Ladda om") }
    }
  }

  private var foot: HTML {
    Tag.footer(.class("app-foot")) {
      Tag.p { "Etapp \(Study.version)" }
      visit.account == nil || page.isPublic ? nil : changes
      visit.account == nil || page.isPublic
        ? nil
        : Tag.p { Tag.a(.href("/api/openapi.json")) { visit.say(en: "For programs", sv: "För program") } }
    }
  }
}

/// What was just done.
enum Notice: String, CaseIterable {
  case written, registered, known, judged, corrected
  case possible, published, unpublished, drafted, sent, replaced
  case kept, adopted, recorded, saved, revoked, invited, password, closed, factor, changed

  var text: Text {
    switch self {
    case .written: Text(en: "Written down.", sv: "Antecknat i dialogen.")
    case .registered: Text(en: "Registered.", sv: "Diariefört.")
    case .known:
      Text(
        en: "This was registered before; nothing was changed.", sv: "Detta var redan diariefört; inget ändrades.")
    case .judged: Text(en: "The promise is looked at.", sv: "Löftet är bedömt.")
    case .corrected: Text(en: "The entry is corrected.", sv: "Posten är rättad.")
    case .possible:
      Text(
        en: "All rules can hold at once: there is a plan.", sv: "Alla villkor kan gälla samtidigt: det finns en plan.")
    case .published: Text(en: "It is public now.", sv: "Det är offentligt nu.")
    case .unpublished: Text(en: "It is no longer public.", sv: "Det är inte längre offentligt.")
    case .drafted: Text(en: "The drafts lie in the outbox.", sv: "Utkasten ligger i utkorgen.")
    case .sent:
      Text(
        en: "Registered as sent, with its promise in the dialogue.",
        sv: "Diariefört som skickat, med löftet i dialogen.")
    case .replaced: Text(en: "The file is replaced.", sv: "Filen är utbytt.")
    case .kept: Text(en: "The plan is kept.", sv: "Planen är sparad.")
    case .adopted: Text(en: "The plan is adopted.", sv: "Planen är antagen.")
    case .recorded:
      Text(
        en: "Recorded. Dates and probabilities are being computed anew.",
        sv: "Antecknat. Datum och sannolikheter räknas om.")
    case .saved: Text(en: "The assignment is saved.", sv: "Uppdraget är sparat.")
    case .revoked: Text(en: "Signed out there.", sv: "Utloggad där.")
    case .invited: Text(en: "The account is made.", sv: "Kontot är skapat.")
    case .password: Text(en: "The password is changed.", sv: "Lösenordet är bytt.")
    case .closed: Text(en: "The account is closed.", sv: "Kontot är stängt.")
    case .factor: Text(en: "The second factor is changed.", sv: "Den andra faktorn är ändrad.")
    case .changed: Text(en: "The account is changed.", sv: "Kontot är ändrat.")
    }
  }
}
