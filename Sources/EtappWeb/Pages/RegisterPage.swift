import Etapp
import EtappModel
import EtappReport

/// The register: its entries, newest first, searched and narrowed; and the form with which documents come in.
enum RegisterPage {
  static let routes: [Route] =
    [
      .get("/register", .permission(.read)) { try await page($0) },
      .upload("/register", .permission(.register)) { try await RegisterUpload.add($0) },
      .get("/register/public", .permission(.read)) { try await PublicRegister.preview($0) },
    ] + EntryPage.routes

  static let pageSize = 50

  /// What is asked for, read from the address; what cannot be read is not asked about.
  struct Question: Sendable {
    var words: String
    var registry: Registry.Question
    /// 1, 2 …
    var page: Int

    init(_ fields: Fields) {
      words = String((fields["q"] ?? "").prefix(200))
      registry = Registry.Question(
        from: fields["from"].flatMap { Day($0) }, to: fields["to"].flatMap { Day($0) },
        direction: fields["direction"].flatMap(RegisterEntry.Direction.init),
        municipality: fields["municipality"].flatMap { $0.isEmpty ? nil : ID($0) })
      page = min(max(fields["page"].flatMap { Int($0) } ?? 1, 1), 1_000_000)
    }

    var isSearch: Bool { words.contains { !$0.isWhitespace } }

    /// The address of another page of the same question.
    func path(page: Int) -> String {
      let fields = [
        ("q", words), ("from", registry.from?.description ?? ""), ("to", registry.to?.description ?? ""),
        ("direction", registry.direction?.rawValue ?? ""), ("municipality", registry.municipality?.code ?? ""),
        ("page", "\(page)"),
      ]
      return "/register?" + Fields(fields.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }).encoded
    }
  }

  /// What was found.
  private struct Findings: Sendable {
    var entries: [RegisterEntry] = []
    var hits: [Registry.Hit] = []
    var total = 0
  }

  // MARK: The list

  static func page(_ visit: Visit, trouble: [String] = [], status: Int = 200) async throws -> Answer {
    let question = Question(visit.query)
    let isForAll = visit.may(.register)
    let findings = try await visit.registering { registry in try find(question, registry, isForAll: isForAll) }
    let room = try await visit.room()
    let sentences = room.sentences(visit.language)
    return Page(title: visit.say(Tab.register.title), tab: .register) {
      tabs(visit, current: "/register")
      if !trouble.isEmpty {
        Tag.div(.class("trouble"), .role("alert")) { for line in trouble { Tag.p { line } } }
      }
      visit.may(.register) ? RegisterUpload.form(room, sentences, visit, isOpen: !trouble.isEmpty) : nil
      search(question, room, sentences, visit)
      question.isSearch ? hits(findings, sentences, visit) : list(findings, question, sentences, visit)
    }.answer(visit, status: status)
  }

  private static func find(_ question: Question, _ registry: Registry, isForAll: Bool) throws -> Findings {
    if question.isSearch {
      let hits = try registry.search(question.words, question.registry, limit: pageSize)
      let shown = hits.filter { isForAll || $0.entry.secrecy == nil }
      return Findings(hits: shown, total: shown.count)
    }
    return Findings(
      entries: try registry.list(
        question.registry, limit: pageSize, offset: (question.page - 1) * pageSize, newestFirst: true),
      total: try registry.count(question.registry))
  }

  static func tabs(_ visit: Visit, current: String) -> HTML {
    Parts.tabs(
      visit.say(en: "About the register", sv: "Om diariet"),
      [
        ("/register", visit.say(en: "Entries", sv: "Poster")),
        ("/register/public", visit.say(en: "What everyone may see", sv: "Vad alla får se")),
      ], current: current)
  }

  private static func search(_ question: Question, _ room: Room, _ sentences: Sentences, _ visit: Visit) -> HTML {
    Tag.form(Attribute("method", "get"), Attribute("action", "/register"), .class("row-form search"), .role("search")) {
      Parts.field(visit.say(en: "Search for words", sv: "Sök ord"), name: "q", type: "search", value: question.words)
      Parts.choice(
        visit.say(en: "Direction", sv: "Riktning"), name: "direction",
        [("", visit.say(en: "either", sv: "alla"))] + directions(visit),
        chosen: question.registry.direction?.rawValue)
      Parts.choice(
        visit.say(en: "Municipality", sv: "Kommun"), name: "municipality",
        [("", visit.say(en: "any", sv: "vilken som helst"))] + municipalities(room, sentences),
        chosen: question.registry.municipality?.code)
      Parts.field(
        visit.say(en: "From the day", sv: "Från och med"), name: "from", type: "date",
        value: question.registry.from?.description ?? "")
      Parts.field(
        visit.say(en: "To the day", sv: "Till och med"), name: "to", type: "date",
        value: question.registry.to?.description ?? "")
      Tag.button(.type("submit"), .class("button quiet")) { visit.say(en: "Show", sv: "Visa") }
    }
  }

  static func directions(_ visit: Visit) -> [(value: String, words: String)] {
    [
      (RegisterEntry.Direction.incoming.rawValue, visit.say(en: "incoming", sv: "inkommen")),
      (RegisterEntry.Direction.outgoing.rawValue, visit.say(en: "outgoing", sv: "utgående")),
      (RegisterEntry.Direction.internal.rawValue, visit.say(en: "drawn up here", sv: "upprättad här")),
    ]
  }

  static func municipalities(_ room: Room, _ sentences: Sentences) -> [(value: String, words: String)] {
    room.names.geography.municipalities.sorted { sentences.sortKey($0.name) < sentences.sortKey($1.name) }
      .map { ($0.id.code, $0.name) }
  }

  private static func list(
    _ findings: Findings, _ question: Question, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    guard !findings.entries.isEmpty else {
      return Tag.p(.class("lead")) { visit.say(en: "Nothing is registered here.", sv: "Inget är diariefört här.") }
    }
    return .group {
      Parts.table(
        visit.say(en: "Entries, the newest first", sv: "Poster, de nyaste först"),
        [
          visit.say(en: "Number", sv: "Nummer"), visit.say(en: "About", sv: "Om"), visit.say(en: "Day", sv: "Dag"),
          visit.say(en: "Direction", sv: "Riktning"), visit.say(en: "From or to", sv: "Från eller till"),
        ], rows: findings.entries.map { row($0, sentences, visit) })
      pages(findings.total, question, sentences, visit)
    }
  }

  private static func row(_ entry: RegisterEntry, _ sentences: Sentences, _ visit: Visit) -> [HTML] {
    let isHidden = entry.secrecy?.hidesEntry == true && !visit.mayRead(entry)
    let waiting = entry.promises.count { $0.isConfirmed == nil }
    return [
      Tag.a(.href(EntryPage.path(entry.number))) { entry.number },
      Tag.span(.class("words")) {
        isHidden ? visit.say(en: "Marked as secret", sv: "Sekretessmarkerad") : entry.about
        waiting > 0 && visit.mayRead(entry)
          ? Tag.span(.class("status under-way")) {
            visit.say(en: "\(waiting) to confirm", sv: "\(waiting) att bekräfta")
          } : nil
      },
      .text(entry.day.description), .text(sentences.word(entry.direction)),
      .text(isHidden ? "–" : other(entry, sentences)),
    ]
  }

  /// The municipality, else the party on the other side.
  private static func other(_ entry: RegisterEntry, _ sentences: Sentences) -> String {
    if let municipality = entry.municipality { return sentences.names.name(of: municipality) }
    let parties = entry.direction == .outgoing ? entry.to : entry.from
    return parties.first.map { $0.name ?? $0.address ?? "–" } ?? "–"
  }

  private static func pages(_ total: Int, _ question: Question, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let first = (question.page - 1) * pageSize + 1
    let span = "\(sentences.numbers.whole(first))–\(sentences.numbers.whole(min(total, first + pageSize - 1)))"
    return Tag.p(.class("downloads")) {
      visit.say(en: "\(span) of \(sentences.numbers.whole(total))", sv: "\(span) av \(sentences.numbers.whole(total))")
      question.page > 1
        ? HTML.group {
          " · "
          Tag.a(.href(question.path(page: question.page - 1))) { visit.say(en: "Newer", sv: "Nyare") }
        } : nil
      first + pageSize <= total
        ? HTML.group {
          " · "
          Tag.a(.href(question.path(page: question.page + 1))) { visit.say(en: "Older", sv: "Äldre") }
        } : nil
    }
  }

  // MARK: What a search found

  private static func hits(_ findings: Findings, _ sentences: Sentences, _ visit: Visit) -> HTML {
    guard !findings.hits.isEmpty else {
      return Tag.p(.class("lead")) { visit.say(en: "Nothing was found.", sv: "Inget hittades.") }
    }
    return .group {
      Tag.ul(.class("due hits")) {
        for hit in findings.hits {
          Tag.li {
            Tag.a(.href(EntryPage.path(hit.entry.number))) { hit.entry.about }
            Tag.p(.class("detail")) {
              "\(hit.entry.number) · \(sentences.dates.day(hit.entry.day)) · \(other(hit.entry, sentences))"
            }
            Tag.p(.class("words")) {
              for piece in hit.snippet { piece.isMatch ? Tag("mark")([]) { piece.text } : .text(piece.text) }
            }
          }
        }
      }
      findings.hits.count == pageSize
        ? Tag.p(.class("downloads")) {
          visit.say(
            en: "The first \(pageSize) are shown; more words find fewer.",
            sv: "De första \(pageSize) visas; fler ord hittar färre.")
        } : nil
    }
  }
}
