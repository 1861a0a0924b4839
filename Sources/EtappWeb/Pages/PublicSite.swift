import Etapp
import EtappModel
import EtappReport

/// What anybody may read: the adopted plan, its map, and a page for each municipality.
enum PublicSite {
  static let routes: [Route] = [
    .get("/public", .everyone) { visit in
      var answer = Answer.redirect("/public/\(visit.language.rawValue)")
      answer.status = 302
      answer.headers.append(("vary", "accept-language, cookie"))
      return answer
    },
    .get("/public/:language", .everyone) { try await front($0) },
    .get("/public/:language/municipalities/:code", .everyone) { try await municipality($0) },
    .get("/public/:language/map.svg", .everyone) { try await map($0) },
    .get("/public/:language/plan.csv", .everyone) { visit in
      try await file(visit, "plan.csv", "text/csv; charset=utf-8") { $0.room.study.table($0.plan) }
    },
    .get("/public/:language/plan.geojson", .everyone) { visit in
      try await file(visit, "plan.geojson", "application/geo+json") {
        $0.room.study.geoJSON($0.plan, language: visit.language)
      }
    },
    .get("/public/:language/plan.json", .everyone) { visit in
      try await file(visit, "plan.json", "application/json") {
        $0.room.study.document($0.plan, language: visit.language)
      }
    },
  ]

  /// The adopted plan, where somebody has made it public: what is merely kept never is.
  private static func published(_ visit: Visit) async throws -> Current? {
    guard Language(rawValue: visit.path["language"] ?? "") != nil else { throw Refusal.notFound }
    let decided = try visit.site.desk.decided(visit.site.accounts)
    guard decided.isPublic(.plan), let adopted = decided.plan else { return nil }
    return try await visit.current(adopted)
  }

  private static let cache = ("cache-control", "public, max-age=60, stale-while-revalidate=600")

  /// A page that is the same for everybody is made once for each plan, language and address.
  private static func remembered(
    _ current: Current, _ visit: Visit, _ make: () throws -> Page
  ) throws -> Answer {
    let hasRegister = try visit.site.desk.decided(visit.site.accounts).isPublic(.register)
    let key = [
      "public", current.version.stored, current.name, visit.language.rawValue, visit.inquiry.path,
      "\(current.dates == nil)", "\(hasRegister)",
    ].joined(separator: " ")
    let plain = stranger(visit)
    return try current.room.answer(key) { try make().answer(plain) }
  }

  /// The visit as somebody whom nobody knows makes it: what else the address says, and who asks, must not get into a page
  /// that others are shown.
  private static func stranger(_ visit: Visit) -> Visit {
    var inquiry = visit.inquiry
    inquiry.query = Fields()
    return Visit(
      site: visit.site, inquiry: inquiry, path: visit.path, account: nil, secret: nil, language: visit.language)
  }

  // MARK: The front page

  private static func front(_ visit: Visit) async throws -> Answer {
    guard let current = try await published(visit) else { return try await unpublished(visit) }
    return try remembered(current, visit) { try page(current, visit) }
  }

  private static func unpublished(_ visit: Visit) async throws -> Answer {
    let room = try await visit.room()
    let hasRegister = try visit.site.desk.decided(visit.site.accounts).isPublic(.register)
    var page = Page(title: room.assignment.name(visit.language)) {
      Tag.p(.class("answer")) {
        visit.say(en: "No plan has been published yet.", sv: "Ingen plan har publicerats ännu.")
      }
      hasRegister ? register(visit) : nil
    }
    page.isPublic = true
    var answer = page.answer(stranger(visit))
    answer.headers = answer.headers.filter { $0.name != "cache-control" } + [("cache-control", "public, max-age=5")]
    return answer
  }

  private static func page(_ current: Current, _ visit: Visit) throws -> Page {
    let sentences = current.room.sentences(visit.language)
    let pieces = current.pieces()
    let hasRegister = try visit.site.desk.decided(visit.site.accounts).isPublic(.register)
    return Page(
      title: current.assignment.name(visit.language), kicker: current.assignment.principal.map { visit.say($0) },
      isPublic: true
    ) {
      Tag.p(.class("answer")) { sentences.answer(current.plan).first ?? "" }
      municipalities(current, sentences, visit)
      Parts.section(pieces.section(.map, visit.language))
      Parts.section(pieces.section(.rounds, visit.language))
      hasRegister ? register(visit) : nil
      Parts.downloads(
        visit,
        ["plan.csv", "plan.geojson", "plan.json", "map.svg"].map {
          ("/public/\(visit.language.rawValue)/\($0)", $0)
        })
    }
  }

  private static func register(_ visit: Visit) -> HTML {
    Tag.p(.class("more")) {
      Tag.a(.href("/public/\(visit.language.rawValue)/register")) { visit.say(en: "The register", sv: "Diariet") }
    }
  }

  private static func municipalities(_ current: Current, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let all = current.room.names.geography.municipalities.sorted {
      sentences.sortKey($0.name) < sentences.sortKey($1.name)
    }
    let chosen = Set(current.plan.establishments.map(\.municipality))
    return Tag.details(.class("why")) {
      Tag.summary {
        Tag.span(.class("name")) { visit.say(en: "What happens in my municipality?", sv: "Vad händer i min kommun?") }
      }
      Tag.ul(.class("columns municipalities")) {
        for municipality in all {
          Tag.li {
            Tag.a(.href("/public/\(visit.language.rawValue)/municipalities/\(Fields.encoded(municipality.id.code))")) {
              municipality.name
            }
            chosen.contains(municipality.id)
              ? Tag.span(.class("detail")) { " " + visit.say(en: "new office", sv: "nytt kontor") } : nil
          }
        }
      }
    }
  }

  // MARK: One municipality

  private static func municipality(_ visit: Visit) async throws -> Answer {
    guard let current = try await published(visit),
      let municipality = current.room.names.geography.municipality(ID(visit.path["code"] ?? ""))
    else { throw Refusal.notFound }
    return try remembered(current, visit) { page(municipality, current, visit) }
  }

  private static func page(_ municipality: Municipality, _ current: Current, _ visit: Visit) -> Page {
    let sentences = current.room.sentences(visit.language)
    let new = current.plan.establishments.filter { $0.municipality == municipality.id }
    let existing = current.room.names.geography.offices.filter { $0.municipality == municipality.id }
    return Page(title: municipality.name, kicker: current.assignment.name(visit.language), isPublic: true) {
      if new.isEmpty {
        Tag.p(.class("answer")) {
          visit.say(
            en: "The plan has no new office in \(municipality.name).",
            sv: "Planen har inget nytt kontor i \(municipality.name).")
        }
      }
      for office in new { self.office(office, current, sentences, visit) }
      if !existing.isEmpty {
        Tag.h2 { visit.say(en: "Offices there already", sv: "Kontor som redan finns") }
        Tag.ul(.class("prose")) { for office in existing { Tag.li { office.name } } }
      }
      Tag.p {
        Tag.a(.href("/public/\(visit.language.rawValue)")) { visit.say(en: "The whole plan", sv: "Hela planen") }
      }
    }
  }

  private static func office(
    _ office: Establishment, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let forecast = current.dates?.forecast?.offices.first { $0.place == office.place }
    return Tag.section(.class("card")) {
      Tag.h2 {
        Signs.round(office.round)
        office.name
      }
      Tag.p(.class("answer")) {
        ([sentences.title(ofRound: office.round)] + [sentences.window(ofRound: office.round)].compactMap { $0 })
          .joined(separator: ", ") + "."
      }
      forecast.map { forecast in
        Tag.p { sentences.sentence(sentences.promise(forecast)) + "." }
      }
    }
  }

  // MARK: Files

  private static func map(_ visit: Visit) async throws -> Answer {
    guard let current = try await published(visit) else { throw Refusal.notFound }
    let text = current.room.text("map \(current.version.stored) \(visit.language)") {
      current.pieces().mapFile(visit.language)
    }
    return Answer(type: "image/svg+xml", text, headers: [cache])
  }

  private static func file(
    _ visit: Visit, _ name: String, _ type: String, _ make: (Current) throws -> String
  ) async throws -> Answer {
    guard let current = try await published(visit) else { throw Refusal.notFound }
    let text = try current.room.text("\(name) \(current.version.stored) \(visit.language)") { try make(current) }
    var answer = Answer.download(name, type: type, text)
    answer.headers.append(cache)
    return answer
  }
}
