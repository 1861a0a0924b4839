import Etapp
import EtappModel
import EtappReport

/// The same things for programs: the documents of the command line, and what the board answers.
enum Interface {
  static let routes: [Route] =
    [
      .get("/api/openapi.json", .everyone) { visit in
        .json(OpenAPI.document, headers: [("cache-control", "public, max-age=300")])
      }
    ]
    + all.map { operation -> Route in
      var route = Route(operation.method, "/api/v1" + operation.path, .permission(operation.permission)) { visit in
        try operation.checkBody(visit)
        return try await operation.handler(visit)
      }
      route.takesFiles = operation.takesFiles
      return route
    }

  /// What is asked for, and what is written.
  static let all = operations + InterfaceWriting.operations

  /// One entry of the interface: what is asked, what it is called, what comes.
  struct Operation: Sendable {
    var method: Inquiry.Method = .get
    var path: String
    var permission: Permission = .read
    var name: String
    var summary: String
    /// Query parameters: name, what it is, whether it may come several times.
    var query: [(name: String, summary: String, isList: Bool)] = []
    /// What a body holds, where one is sent.
    var body: [Member] = []
    /// Whether the body is a form with documents.
    var takesFiles = false
    var handler: Route.Handler

    /// Refuses a body that cannot be read, and members that nobody reads: a name spelt wrongly is not left out in silence.
    func checkBody(_ visit: Visit) throws {
      guard method == .post else { return }
      let sent = visit.inquiry
      guard let members = sent.isJSON ? sent.members : [:] else {
        throw Refusal.unusable(
          Text(
            en: "The body is no JSON object of texts and lists of texts.",
            sv: "Innehållet är inget JSON-objekt av texter och listor av texter."))
      }
      // A browser that is signed in sends its proof along.
      let known = Set(body.map(\.name) + ["csrf"])
      if let name = visit.form.all.map(\.name).first(where: { !known.contains($0) }) { throw unknown(name) }
      for member in body {
        let isList = members[member.name]?.isList ?? (visit.form.values(member.name).count > 1)
        if isList, !member.isList { throw misshapen(member) }
        if !isList, member.isList, members[member.name] != nil { throw misshapen(member) }
      }
    }

    private func misshapen(_ member: Member) -> Refusal {
      Refusal.unusable(
        member.isList
          ? Text(en: "“\(member.name)” is a list of texts.", sv: "”\(member.name)” är en lista av texter.")
          : Text(en: "“\(member.name)” is one text, not several.", sv: "”\(member.name)” är en text, inte flera."))
    }

    private func unknown(_ name: String) -> Refusal {
      let names = body.map(\.name).joined(separator: ", ")
      return Refusal.unusable(
        Text(
          en: "“\(name.prefix(80))” is nothing that is read here. There are: \(names).",
          sv: "”\(name.prefix(80))” är inget som läses här. Det finns: \(names)."))
    }
  }

  /// A member of a body.
  struct Member: Sendable {
    var name: String
    var summary: String
    var isNeeded = false
    var isList = false
    /// Words that it may be; any where there are none.
    var words: [String] = []
    var format: String?
  }

  private static let version = (name: "version", summary: "A kept plan's name; else the one in force.", isList: false)

  static let operations: [Operation] = [
    Operation(path: "/versions", name: "versions", summary: "The plans that are kept (etapp.versions/1).") { visit in
      json(Document.versions(try await visit.site.desk.versions()))
    },
    Operation(
      path: "/plan", name: "plan", summary: "The plan in force, evaluated (etapp.plan/1).", query: [version]
    ) { visit in
      let current = try await required(visit)
      return json(current.room.study.document(current.plan, language: visit.language))
    },
    Operation(
      path: "/plan.geojson", name: "planGeoJSON", summary: "The plan and the existing offices (RFC 7946).",
      query: [version]
    ) { visit in
      let current = try await required(visit)
      return json(
        current.room.study.geoJSON(current.plan, language: visit.language), type: "application/geo+json")
    },
    Operation(
      path: "/trial", name: "trial", summary: "What becomes of a plan when places move; nothing is kept.",
      query: [version, ("move", "A move, place~round; round “out” leaves the plan.", true)]
    ) { visit in
      let position = try await Board.position(try await required(visit), visit.query)
      return .json(TrialDocument(position, visit))
    },
    Operation(
      path: "/explanations/:topic", name: "explanation",
      summary: "Why a place or municipality is where it is (etapp.explanation/1).", query: [version]
    ) { visit in
      let current = try await required(visit)
      let topic = try WhyPage.asked(visit.path["topic"] ?? "", current, visit)
      let (room, plan) = (current.room, current.plan)
      let key = WhyPage.key(topic, current)
      let explanation = try await Blocking.run { try room.explanation(topic, of: plan, key: key) }
      return json(room.study.document(explanation, language: visit.language))
    },
    Operation(
      path: "/schedule", name: "schedule", summary: "When every task is done (etapp.schedule/1).", query: [version]
    ) { visit in
      let (current, dates) = try await dated(visit)
      return json(
        current.room.study.document(dates.schedule, baseline: dates.baseline, language: visit.language))
    },
    Operation(
      path: "/forecast", name: "forecast", summary: "How sure every date is (etapp.forecast/1).", query: [version]
    ) { visit in
      let (current, dates) = try await dated(visit)
      guard let forecast = dates.forecast else { throw Refusal.notFound }
      return json(current.room.study.document(forecast, language: visit.language))
    },
    Operation(
      path: "/register", name: "register", summary: "The register, newest first (etapp.register/1).",
      query: [("page", "Which page, from 1.", false)]
    ) { visit in
      let page = RegisterPage.Question(visit.query).page
      let mayAll = visit.may(.register)
      return json(
        try await visit.registering { registry -> String in
          let entries = try registry.list(
            limit: RegisterPage.pageSize, offset: (page - 1) * RegisterPage.pageSize, newestFirst: true)
          return registry.document(entries.filter { mayAll || $0.secrecy == nil })
        })
    },
    Operation(
      path: "/publications", name: "publications", summary: "What was made public or taken back, the last in force."
    ) {
      visit in
      .json(
        try visit.site.desk.decided(visit.site.accounts).publications.map {
          PublicationDocument(
            matter: $0.matter.rawValue, isPublic: $0.isPublic, by: $0.by, reason: $0.reason, at: $0.at.description)
        })
    },
    Operation(path: "/decisions", name: "decisions", summary: "Adopted plans with their reasons, the last in force.") {
      visit in
      .json(
        try visit.site.desk.decided(visit.site.accounts).adoptions.map {
          DecisionDocument(plan: $0.plan, by: $0.by, reason: $0.reason, at: $0.at.description)
        })
    },
  ]

  private static func json(_ text: String, type: String = "application/json") -> Answer { Answer(type: type, text) }

  private static func required(_ visit: Visit) async throws -> Current {
    guard let current = try await visit.current() else { throw soon }
    return current
  }

  /// The plan with its dates; waits a while for them where they are being computed, so that one question is enough.
  private static func dated(_ visit: Visit) async throws -> (Current, Study.Dates) {
    for _ in 0..<waits {
      let current = try await required(visit)
      if let message = current.undeliverable { throw Refusal(status: 422, message: message) }
      guard current.assignment.work != nil else { throw Refusal.notFound }
      if let dates = current.dates { return (current, dates) }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw soon
  }

  /// Twenty seconds of waiting.
  private static let waits = 100

  /// It is being computed: ask again.
  private static let soon = Refusal(
    status: 503,
    message: Text(en: "It is being computed. Ask again soon.", sv: "Det räknas fram. Fråga igen snart."),
    headers: [("retry-after", "5")])
}

struct PublicationDocument: Encodable {
  var matter: String
  var isPublic: Bool
  var by: String
  var reason: String
  var at: String
}

struct DecisionDocument: Encodable {
  var plan: String
  var by: String
  var reason: String
  var at: String
}

/// `etapp.trial/1`
struct TrialDocument: Encodable {
  struct Goal: Encodable {
    var id: String
    var unit: String
    var value: Double
    var delta: Double
    var words: String?
  }

  struct Rule: Encodable {
    var id: String
    var words: String
    var isNew: Bool
  }

  struct Move: Encodable {
    var place: String
    var from: String?
    var to: String?
  }

  var schema = "etapp.trial/1"
  var version: String
  var moves: [Move]
  var goals: [Goal]
  var broken: [Rule]
  var milliseconds: Double

  init(_ position: Board.Position, _ visit: Visit) {
    let (current, trial) = (position.current, position.trial)
    let sentences = current.room.sentences(visit.language)
    let rounds = current.assignment.rounds
    let isNew = Set(trial.broken.map(\.rule))
    version = current.name
    moves = trial.moves.map {
      Move(place: $0.place.code, from: $0.from.map { rounds[$0].id.code }, to: $0.to.map { rounds[$0].id.code })
    }
    goals = trial.goals.map {
      Goal(
        id: $0.goal.code, unit: $0.unit.rawValue, value: $0.value, delta: $0.delta,
        words: sentences.change($0, would: false))
    }
    broken = trial.plan.rules.filter { !$0.satisfied }.map {
      Rule(id: $0.rule.code, words: sentences.result($0), isNew: isNew.contains($0.rule))
    }
    milliseconds = (position.seconds * 10_000).rounded() / 10
  }
}
