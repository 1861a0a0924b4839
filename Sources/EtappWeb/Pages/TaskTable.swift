import Etapp
import EtappModel
import EtappReport

/// The schedule as a table in which what happened is recorded, task by task, with the keyboard.
enum TaskTable {
  static let routes: [Route] = [
    .get("/schedule/table", .permission(.read)) { visit in
      try await visit.withDates(.schedule) { current, dates in try page(current, dates, visit) }
    },
    .post("/schedule/table", .permission(.deliver)) { try await record($0) },
  ]

  /// Tasks of one page.
  private static let most = 100

  /// Which tasks are shown.
  private struct Question {
    var place: String
    var round: Int?
    /// Whether tasks that are done are shown too.
    var hasDone: Bool
    var page: Int

    init(_ fields: Fields, _ assignment: Assignment) {
      place = fields["place"] ?? ""
      round = fields["round"].flatMap { id in assignment.rounds.firstIndex { $0.id.code == id } }
      hasDone = fields["done-too"] == "yes"
      page = max(1, Int(fields["page"] ?? "") ?? 1)
    }
  }

  private static func key(_ place: ID<Place>, _ task: ID<WorkTask>) -> String { place.code + "\u{1F}" + task.code }

  // MARK: The page

  private static func page(_ current: Current, _ dates: Study.Dates, _ visit: Visit, trouble: [Diagnostic] = []) throws
    -> Answer
  {
    let question = Question(visit.query, current.assignment)
    let sentences = current.room.sentences(visit.language)
    let actuals = Dictionary(
      current.room.workspace.actuals.map { (key($0.place, $0.task), $0) }, uniquingKeysWith: { first, _ in first })
    let rounds = Dictionary(
      current.plan.establishments.map { ($0.place, $0.round) }, uniquingKeysWith: { first, _ in first })
    let all = dates.schedule.tasks.filter { task in
      (question.place.isEmpty || task.place.code == question.place)
        && (question.round == nil || rounds[task.place] == question.round)
        && (question.hasDone || actuals[key(task.place, task.task)]?.finished == nil)
    }.sorted { ($0.start, $0.place, $0.task) < ($1.start, $1.place, $1.task) }
    let shown = Array(all.dropFirst((question.page - 1) * most).prefix(most))
    return Page(
      title: visit.say(en: "Tasks", sv: "Uppgifter"), kicker: sentences.quoted(current.name), tab: .schedule,
      isWide: true
    ) {
      Tag.p(.class("lead")) {
        visit.say(
          en: "The next tasks first. Fill in what has happened and save: dates and probabilities are computed anew.",
          sv: "De närmaste uppgifterna först. Fyll i vad som har hänt och spara: datum och sannolikheter räknas om.")
      }
      chooser(question, current, sentences, visit)
      trouble.isEmpty ? nil : Parts.diagnostics(trouble, visit)
      form(shown, actuals, current, sentences, visit)
      pages(question, (all.count + most - 1) / most, visit)
      Tag.p { Tag.a(.href("/schedule")) { visit.say(en: "The schedule", sv: "Tidplanen") } }
    }.answer(visit, status: trouble.isEmpty ? 200 : 422)
  }

  private static func chooser(_ question: Question, _ current: Current, _ sentences: Sentences, _ visit: Visit) -> HTML
  {
    let all = (value: "", words: visit.say(en: "all", sv: "alla"))
    let places = current.plan.establishments.map { (value: $0.place.code, words: sentences.name($0.place)) }
      .sorted { sentences.sortKey($0.words) < sentences.sortKey($1.words) }
    let rounds = current.assignment.rounds
    return Tag.form([Attribute("method", "get"), Attribute("action", "/schedule/table"), .class("row-form search")]) {
      Parts.choice(visit.say(en: "Office", sv: "Kontor"), name: "place", [all] + places, chosen: question.place)
      Parts.choice(
        visit.say(en: "Round", sv: "Omgång"), name: "round",
        [all] + rounds.map { ($0.id.code, $0.name(visit.language)) },
        chosen: question.round.map { rounds[$0].id.code })
      Tag.label(.class("check")) {
        Tag.input(.type("checkbox"), .name("done-too"), .value("yes"), question.hasDone ? .checked : nil)
        Tag.span { visit.say(en: "those that are done, too", sv: "även de som är klara") }
      }
      Parts.quiet(visit.say(en: "Show", sv: "Visa"))
    }
  }

  private static func form(
    _ tasks: [ScheduledTask], _ actuals: [String: Actual], _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let mayRecord = tasks.contains { visit.mayDeliver($0.place) }
    let table = Parts.table(
      visit.say(en: "Tasks, the next first", sv: "Uppgifter, de närmaste först"),
      [
        visit.say(en: "Office", sv: "Kontor"), visit.say(en: "Task", sv: "Uppgift"), visit.say(en: "When", sv: "När"),
        visit.say(en: "Can slip", sv: "Kan glida"), visit.say(en: "Began", sv: "Började"),
        visit.say(en: "Done", sv: "Klar"),
      ],
      rows: tasks.map { task in
        let actual = actuals[key(task.place, task.task)]
        return [
          Tag.a(.href("/offices/" + Fields.encoded(task.place.code))) { sentences.name(task.place) },
          .text(sentences.title(task.task)), .text(sentences.span(task)),
          .text(task.isCritical ? visit.say(en: "no", sv: "nej") : sentences.float(task)),
          cell("started", task, actual?.started, sentences, visit),
          cell("finished", task, actual?.finished, sentences, visit, known: actual),
        ]
      })
    guard mayRecord else { return table }
    return Parts.form("/schedule/table", visit) {
      for name in ["place", "round", "done-too", "page"] {
        visit.query[name].map { value in Parts.hidden(name, value) }
      }
      table
      Parts.button(visit.say(en: "Save", sv: "Spara"))
    }
  }

  private static func cell(
    _ name: String, _ task: ScheduledTask, _ day: Day?, _ sentences: Sentences, _ visit: Visit, known: Actual?? = nil
  ) -> HTML {
    guard visit.mayDeliver(task.place) else { return .text(day.map { sentences.dates.day($0) } ?? "–") }
    let what = name == "started" ? visit.say(en: "Began", sv: "Började") : visit.say(en: "Done", sv: "Klar")
    let field = name + "/" + task.place.code + "/" + task.task.code
    return .group {
      Tag.input(
        .name(field), .type("date"), .value(day?.description ?? ""),
        .aria("label", "\(what): \(sentences.name(task.place)), \(sentences.title(task.task))"))
      known.map { known in
        Parts.hidden("known/" + task.place.code + "/" + task.task.code, OfficePage.known(known))
      }
    }
  }

  private static func pages(_ question: Question, _ last: Int, _ visit: Visit) -> HTML? {
    guard last > 1 else { return nil }
    func path(_ page: Int) -> String {
      "/schedule/table?"
        + Fields(visit.query.all.filter { $0.name != "page" && $0.name != "done" } + [("page", "\(page)")]).encoded
    }
    return Tag.p(.class("downloads")) {
      visit.say(en: "Page \(question.page) of \(last)", sv: "Sida \(question.page) av \(last)")
      if question.page > 1 {
        " · "
        Tag.a(.href(path(question.page - 1))) { visit.say(en: "Earlier", sv: "Föregående") }
      }
      if question.page < last {
        " · "
        Tag.a(.href(path(question.page + 1))) { visit.say(en: "Later", sv: "Nästa") }
      }
    }
  }

  // MARK: Recording

  private static func record(_ visit: Visit) async throws -> Answer {
    let room = try await visit.room()
    let actuals = try changed(room, visit)
    let actor = visit.actor()
    if !actuals.isEmpty {
      do {
        try await Blocking.run { try room.workspace.record(actuals, by: actor) }
      } catch let invalid as Workspace.Invalid {
        throw Refusal.unusable(invalid.diagnostics.map { $0.message }.first ?? "")
      }
      visit.site.desk.forget()
    }
    let back = Fields(
      visit.form.all.filter { ["place", "round", "done-too", "page"].contains($0.name) } + [("done", "recorded")])
    return .redirect("/schedule/table?" + back.encoded)
  }

  /// What the form says otherwise than it did when it was made.
  private static func changed(_ room: Room, _ visit: Visit) throws -> [Actual] {
    let form = visit.form
    let present = Dictionary(
      room.workspace.actuals.map { (key($0.place, $0.task), $0) }, uniquingKeysWith: { first, _ in first })
    return try form.all.filter { $0.name.hasPrefix("known/") }.compactMap { field in
      let parts = field.name.split(separator: "/", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { throw Refusal.notFound }
      let (place, task) = (ID<Place>(parts[1]), ID<WorkTask>(parts[2]))
      func day(_ name: String) throws -> Day? {
        try form["\(name)/\(parts[1])/\(parts[2])"].flatMap { $0.isEmpty ? nil : try Visit.day($0) }
      }
      let new = Actual(place: place, task: task, started: try day("started"), finished: try day("finished"))
      guard OfficePage.known(new) != field.value else { return nil }
      guard visit.mayDeliver(place) else { throw Refusal.forbidden }
      guard OfficePage.known(present[key(place, task)]) == field.value else {
        throw Refusal.conflict(
          Text(
            en: "Somebody else has recorded this since you opened the page. Go back and look again.",
            sv: "Någon annan har antecknat detta sedan du öppnade sidan. Gå tillbaka och titta igen."))
      }
      return new
    }
  }
}
