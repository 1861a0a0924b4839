import Etapp
import EtappModel
import EtappReport

/// The register as everyone may see it, and what is masked in it and why.
enum PublicRegister {
  static let routes: [Route] = [
    .get("/public/:language/register", .everyone) { try await published($0) },
    .get("/public/:language/register.csv", .everyone) { try await table($0) },
  ]

  /// A page of the list.
  private struct Listing: Sendable {
    var list: Registry.PublicList
    var total: Int
    var page: Int
  }

  private static func listing(_ visit: Visit) async throws -> Listing {
    let page = RegisterPage.Question(visit.query).page
    return try await visit.registering { try listing(page, $0) }
  }

  private static func listing(_ page: Int, _ registry: Registry) throws -> Listing {
    let entries = try registry.list(
      limit: RegisterPage.pageSize, offset: (page - 1) * RegisterPage.pageSize, newestFirst: true)
    return Listing(list: registry.publicList(entries), total: try registry.count(), page: page)
  }

  // MARK: For everyone

  /// Masking takes its time, so a page is made once and kept until something is written to the store.
  private static func published(_ visit: Visit) async throws -> Answer {
    let plain = try anonymous(visit)
    let (room, page) = (try await plain.room(), RegisterPage.Question(plain.query).page)
    let key = "register \(plain.language) \(page) \(plain.site.desk.storeStamp)"
    return try await Blocking.run {
      try room.answer(key) { view(try listing(page, room.registry), room, plain).answer(plain) }
    }
  }

  private static func view(_ listing: Listing, _ room: Room, _ plain: Visit) -> Page {
    let sentences = room.sentences(plain.language)
    return Page(
      title: plain.say(en: "The register", sv: "Diariet"), kicker: room.assignment.name(plain.language), isPublic: true
    ) {
      Tag.p(.class("lead")) {
        plain.say(
          en: "Documents that came in, went out or were drawn up here. Private persons are not named.",
          sv: "Handlingar som kommit in, gått ut eller upprättats här. Privatpersoner namnges inte.")
      }
      entries(listing, withReasons: false, sentences, plain)
      pages(listing, "/public/\(plain.language.rawValue)/register", sentences, plain)
      Parts.downloads(plain, [("/public/\(plain.language.rawValue)/register.csv", "register.csv")])
      Tag.p {
        Tag.a(.href("/public/\(plain.language.rawValue)")) { plain.say(en: "The whole plan", sv: "Hela planen") }
      }
    }
  }

  private static func table(_ visit: Visit) async throws -> Answer {
    let plain = try anonymous(visit)
    let (room, language) = (try await plain.room(), plain.language)
    let key = "register.csv \(language) \(plain.site.desk.storeStamp)"
    let text = try await Blocking.run {
      try room.text(key) {
        let registry = room.registry
        return registry.table(registry.publicList(try registry.list(newestFirst: true)), language: language)
      }
    }
    var answer = Answer.download("register.csv", type: "text/csv; charset=utf-8", text)
    answer.headers.append(("cache-control", "public, max-age=60, stale-while-revalidate=600"))
    return answer
  }

  /// The visit of nobody in particular: the page is the same for everybody.
  private static func anonymous(_ visit: Visit) throws -> Visit {
    guard Language(rawValue: visit.path["language"] ?? "") != nil,
      try visit.site.desk.decided(visit.site.accounts).isPublic(.register)
    else { throw Refusal.notFound }
    // What else the address says must not get into a page that others are shown.
    var inquiry = visit.inquiry
    inquiry.query = Fields(inquiry.query.all.filter { $0.name == "page" })
    return Visit(
      site: visit.site, inquiry: inquiry, path: visit.path, account: nil, secret: nil, language: visit.language)
  }

  // MARK: Seen from within

  static func preview(_ visit: Visit) async throws -> Answer {
    let (listing, room) = (try await listing(visit), try await visit.room())
    let sentences = room.sentences(visit.language)
    return Page(title: visit.say(en: "What everyone may see", sv: "Vad alla får se"), tab: .register, isWide: true) {
      RegisterPage.tabs(visit, current: "/register/public")
      Tag.p(.class("lead")) {
        visit.say(
          en: "The list as it is published, and beside each entry what is taken out of it and why.",
          sv: "Listan som den publiceras, och vid varje post vad som tas bort ur den och varför.")
      }
      entries(listing, withReasons: true, sentences, visit)
      pages(listing, "/register/public", sentences, visit)
      Tag.p {
        Tag.a(.href("/publishing")) {
          visit.say(en: "Make the list public, or take it back", sv: "Gör listan offentlig, eller ta tillbaka den")
        }
      }
    }.answer(visit)
  }

  // MARK: Parts

  private static func entries(
    _ listing: Listing, withReasons: Bool, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    guard !listing.list.entries.isEmpty else {
      return Tag.p { visit.say(en: "Nothing is registered.", sv: "Inget är diariefört.") }
    }
    let columns = [
      visit.say(en: "Number", sv: "Nummer"), visit.say(en: "Day", sv: "Dag"), visit.say(en: "From", sv: "Från"),
      visit.say(en: "To", sv: "Till"), visit.say(en: "About", sv: "Om"),
    ]
    return Parts.table(
      visit.say(en: "Entries, the newest first", sv: "Poster, de nyaste först"), columns,
      rows: listing.list.entries.map { row($0, withReasons: withReasons, sentences, visit) })
  }

  private static func row(
    _ entry: PublicEntry, withReasons: Bool, _ sentences: Sentences, _ visit: Visit
  ) -> [HTML] {
    [
      withReasons ? Tag.a(.href(EntryPage.path(entry.number))) { entry.number } : .text(entry.number),
      .text(entry.day.description), parties(entry.from, visit), parties(entry.to, visit),
      .group {
        Tag.span(.class("words")) {
          entry.about ?? visit.say(en: "not shown", sv: "visas inte")
          entry.secrecy.map { mark in Tag.span(.class("detail")) { " " + visit.say(mark) } }
        }
        withReasons ? reasons(entry, visit) : nil
      },
    ]
  }

  /// What is taken out of an entry, and why.
  private static func reasons(_ entry: PublicEntry, _ visit: Visit) -> HTML? {
    let reasons = entry.reasons.map { field($0.field, visit) + " – " + visit.say($0.text) }
    guard !reasons.isEmpty else { return nil }
    return Tag.p(.class("words detail")) {
      visit.say(en: "Taken out: ", sv: "Borttaget: ") + reasons.joined(separator: "; ")
    }
  }

  private static func parties(_ parties: [Text], _ visit: Visit) -> HTML {
    Tag.span(.class("words")) {
      parties.isEmpty ? "–" : parties.map { visit.say($0) }.joined(separator: "; ")
    }
  }

  private static func field(_ field: PublicEntry.Field, _ visit: Visit) -> String {
    switch field {
    case .from: visit.say(en: "from", sv: "från")
    case .to: visit.say(en: "to", sv: "till")
    case .about: visit.say(en: "about", sv: "om")
    case .direction: visit.say(en: "direction", sv: "riktning")
    case .municipality: visit.say(en: "municipality", sv: "kommun")
    }
  }

  private static func pages(_ listing: Listing, _ path: String, _ sentences: Sentences, _ visit: Visit) -> HTML? {
    let last = (listing.total + RegisterPage.pageSize - 1) / RegisterPage.pageSize
    guard last > 1 else { return nil }
    return Tag.p(.class("downloads")) {
      visit.say(en: "Page \(listing.page) of \(last)", sv: "Sida \(listing.page) av \(last)")
      if listing.page > 1 {
        " · "
        Tag.a(.href(path + "?page=\(listing.page - 1)")) { visit.say(en: "Newer", sv: "Nyare") }
      }
      if listing.page < last {
        " · "
        Tag.a(.href(path + "?page=\(listing.page + 1)")) { visit.say(en: "Older", sv: "Äldre") }
      }
    }
  }
}
