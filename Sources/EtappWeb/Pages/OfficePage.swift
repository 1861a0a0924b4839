import Etapp
import EtappModel
import EtappReport

/// One establishment: when it opens, how sure that is, every task, and a place to record what happened.
enum OfficePage {
  static let routes: [Route] = [
    .get("/offices/:place", .permission(.read)) { visit in
      try await visit.withPlan { current in
        let office = try office(current, visit)
        let municipality = office.municipality
        let dialogue = try await visit.conversing { try $0.dialogue(with: municipality) }
        return try page(current, office, dialogue, visit)
      }
    },
    .post("/offices/:place/tasks/:task", .permission(.deliver)) { try await record($0) },
  ]

  private static func office(_ current: Current, _ visit: Visit) throws -> Establishment {
    let id = ID<Place>(visit.path["place"] ?? "")
    guard let office = current.plan.establishments.first(where: { $0.place == id }) else { throw Refusal.notFound }
    return office
  }

  private static func page(
    _ current: Current, _ office: Establishment, _ dialogue: Dialogue, _ visit: Visit
  ) throws -> Answer {
    let sentences = current.room.sentences(visit.language)
    return Page(
      title: sentences.name(office.place),
      kicker: ([sentences.title(ofRound: office.round)] + office.categories.map { sentences.title($0) })
        .joined(separator: " · "), tab: .overview
    ) {
      change(office, current, sentences, visit)
      Tag.p(.class("answer")) { answer(office, current, sentences, visit) }
      facts(office, dialogue, current, sentences, visit)
      if let schedule = current.dates?.schedule { tasks(office, schedule, current, sentences, visit) }
    }.answer(visit)
  }

  /// What was just recorded did to the promise.
  private static func change(
    _ office: Establishment, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML? {
    guard let before = visit.query["was"].flatMap({ Day($0) }), current.undeliverable == nil else { return nil }
    guard let dates = current.dates else {
      let (run, here) = (Site.datesRun(current.name), visit.inquiry.path + "?" + visit.query.encoded)
      return Tag.p(
        .class("lead run"), .data("events", "/runs/\(Fields.encoded(run))/events"), .data("to", here), .role("status")
      ) {
        visit.say(
          en: "The promise was \(sentences.dates.day(before)). What becomes of it is being computed.",
          sv: "Löftet var \(sentences.dates.day(before)). Vad det blir räknas fram.")
      }
    }
    guard let now = dates.forecast?.offices.first(where: { $0.place == office.place })?.promise else { return nil }
    return Tag.p(.class("lead"), .role("status")) { words(before, now, sentences, visit) }
  }

  private static func words(_ before: Day, _ now: Day, _ sentences: Sentences, _ visit: Visit) -> String {
    let (days, old, new) = (now.number - before.number, sentences.dates.day(before), sentences.dates.day(now))
    if days == 0 { return visit.say(en: "The promise stays \(old).", sv: "Löftet är oförändrat: \(old).") }
    let span =
      abs(days) == 1
      ? visit.say(en: "one day", sv: "en dag") : visit.say(en: "\(abs(days)) days", sv: "\(abs(days)) dagar")
    return days > 0
      ? visit.say(
        en: "The promise was \(old) and is now \(new): \(span) later.",
        sv: "Löftet var \(old) och är nu \(new): \(span) senare.")
      : visit.say(
        en: "The promise was \(old) and is now \(new): \(span) earlier.",
        sv: "Löftet var \(old) och är nu \(new): \(span) tidigare.")
  }

  private static func answer(
    _ office: Establishment, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> String {
    guard let dates = current.dates,
      let opening = dates.schedule.openings.first(where: { $0.place == office.place })
    else {
      return visit.say(
        en: "Opens in \(sentences.name(ofRound: office.round)). Its day is being computed.",
        sv: "Öppnar i \(sentences.name(ofRound: office.round)). Dagen räknas fram.")
    }
    return sentences.line(opening, in: dates.schedule) + " " + sentences.hangsOn(opening, in: dates.schedule)
  }

  /// How far the municipality has come, and what is open with it.
  private static func standing(_ dialogue: Dialogue, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let open = dialogue.promises.count { $0.kept == nil }
    let late = dialogue.open(on: visit.today).count(where: \.isOverdue)
    return .group {
      Tag.a(.href(DialoguePage.path(dialogue.municipality))) {
        sentences.sentence(sentences.word(dialogue.readiness))
      }
      if open > 0 { visit.say(en: ", open promises: \(open)", sv: ", öppna löften: \(open)") }
      late > 0
        ? HTML.group {
          " "
          Tag.span(.class("status late")) { visit.say(en: "\(late) overdue", sv: "\(late) försenade") }
        } : nil
    }
  }

  private static func facts(
    _ office: Establishment, _ dialogue: Dialogue, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    var facts: [(String, HTML)] = [
      (
        visit.say(en: "Municipality", sv: "Kommun"),
        .text(current.room.names.name(of: office.municipality))
      ),
      (visit.say(en: "Dialogue", sv: "Dialog"), standing(dialogue, sentences, visit)),
      (
        visit.say(en: "Round", sv: "Omgång"),
        .text(
          [sentences.title(ofRound: office.round), sentences.window(ofRound: office.round)].compactMap { $0 }
            .joined(separator: ", "))
      ),
    ]
    if !current.assignment.kinds.isEmpty || office.level != 1 {
      facts.append((visit.say(en: "Kind", sv: "Slag"), .text(sentences.sentence(sentences.kind(office)))))
    }
    if let forecast = current.dates?.forecast?.offices.first(where: { $0.place == office.place }) {
      facts.append((visit.say(en: "Promise", sv: "Löfte"), .text(sentences.sentence(sentences.promise(forecast)))))
      facts.append((visit.say(en: "Between", sv: "Mellan"), .text(sentences.sentence(sentences.between(forecast)))))
      if let chance = sentences.inWindow(forecast) {
        facts.append((visit.say(en: "In its window", sv: "I sitt fönster"), .text(sentences.sentence(chance))))
      }
    }
    facts.append(
      (
        visit.say(en: "Why here and now", sv: "Varför här och nu"),
        Tag.a(.href("/why/\(Fields.encoded(office.place.code))?version=\(Fields.encoded(current.name))")) {
          visit.say(en: "The price of each alternative", sv: "Priset för varje alternativ")
        }
      ))
    return Parts.facts(facts)
  }

  // MARK: Tasks

  private static func tasks(
    _ office: Establishment, _ schedule: Schedule, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let own = schedule.tasks.filter { $0.place == office.place }.sorted { ($0.start, $0.task) < ($1.start, $1.task) }
    let actuals = Dictionary(
      current.room.workspace.actuals.filter { $0.place == office.place }.map { ($0.task, $0) },
      uniquingKeysWith: { first, _ in first })
    let mayRecord = visit.mayDeliver(office.place)
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Tasks", sv: "Uppgifter") }
      Parts.table(
        visit.say(en: "Tasks with their days", sv: "Uppgifter med sina dagar"),
        [
          visit.say(en: "Task", sv: "Uppgift"), visit.say(en: "When", sv: "När"),
          visit.say(en: "Working days", sv: "Arbetsdagar"), visit.say(en: "Can slip", sv: "Kan glida"),
          visit.say(en: "Hangs on", sv: "Hänger på"),
        ], numeric: [2],
        rows: own.map { task in
          [
            .text(sentences.title(task.task)), .text(sentences.span(task)),
            .text(sentences.numbers.whole(sentences.worked(task, in: schedule))), .text(sentences.float(task)),
            Tag.span(.class("words")) { sentences.sentence(sentences.binding(task, in: schedule)) },
          ]
        })
      mayRecord ? recorder(office, own, actuals, sentences, visit) : nil
    }
  }

  /// A line for each task: when it began and when it was done.
  private static func recorder(
    _ office: Establishment, _ tasks: [ScheduledTask], _ actuals: [ID<WorkTask>: Actual], _ sentences: Sentences,
    _ visit: Visit
  ) -> HTML {
    Tag.details(.class("why")) {
      Tag.summary { Tag.span(.class("name")) { visit.say(en: "Record what happened", sv: "Anteckna vad som hänt") } }
      Tag.div(.class("why-body")) {
        for task in tasks {
          let path = "/offices/\(Fields.encoded(office.place.code))/tasks/\(Fields.encoded(task.task.code))"
          Parts.form(path, visit, .class("row-form"), .aria("label", sentences.title(task.task))) {
            Tag.p(.class("label")) { sentences.title(task.task) }
            day(
              visit.say(en: "Began", sv: "Började"), "started-" + task.task.code, "started", actuals[task.task]?.started
            )
            day(
              visit.say(en: "Done", sv: "Klar"), "finished-" + task.task.code, "finished", actuals[task.task]?.finished)
            Parts.hidden("known", known(actuals[task.task]))
            Parts.quiet(visit.say(en: "Record", sv: "Anteckna"))
          }
        }
      }
    }
  }

  private static func day(_ label: String, _ id: String, _ name: String, _ day: Day?) -> HTML {
    Tag.div(.class("field")) {
      Tag.label(Attribute("for", id)) { label }
      Tag.input(.id(id), .name(name), .type("date"), .value(day?.description ?? ""))
    }
  }

  /// What the form was made from, so that two who record at once do not undo each other.
  static func known(_ actual: Actual?) -> String {
    "\(actual?.started?.description ?? "") \(actual?.finished?.description ?? "")"
  }

  private static func record(_ visit: Visit) async throws -> Answer {
    let place = ID<Place>(visit.path["place"] ?? "")
    let before = try await visit.current()?.dates?.forecast?.offices.first { $0.place == place }?.promise
    try await write(visit)
    let was = before.map { "&was=\($0)" } ?? ""
    return .redirect("/offices/\(Fields.encoded(place.code))?done=recorded" + was)
  }

  /// Records what a form says of one task.
  static func write(_ visit: Visit) async throws {
    let (place, task) = (ID<Place>(visit.path["place"] ?? ""), ID<WorkTask>(visit.path["task"] ?? ""))
    let room = try await visit.room()
    guard room.workspace.geography.place(place) != nil else { throw Refusal.notFound }
    guard visit.mayDeliver(place) else { throw Refusal.forbidden }
    guard room.assignment.work?.task(task) != nil else { throw Refusal.notFound }
    let present = room.workspace.actuals.first { $0.place == place && $0.task == task }
    guard visit.form["known"].map({ $0 == known(present) }) ?? true else {
      throw Refusal.conflict(
        Text(
          en: "Somebody else has recorded this since you opened the page. Go back and look again.",
          sv: "Någon annan har antecknat detta sedan du öppnade sidan. Gå tillbaka och titta igen."))
    }
    let actual = Actual(
      place: place, task: task, started: try day(visit.form["started"]), finished: try day(visit.form["finished"]))
    let actor = visit.actor()
    do {
      try await Blocking.run { try room.workspace.record(actual, by: actor) }
    } catch let invalid as Workspace.Invalid {
      throw Refusal.unusable(invalid.diagnostics.first?.message ?? "")
    }
    visit.site.desk.forget()
  }

  private static func day(_ text: String?) throws -> Day? {
    guard let text, !text.isEmpty else { return nil }
    guard let day = Day(text) else {
      throw Refusal.unusable(Text(en: "“\(text)” is no date.", sv: "”\(text)” är inget datum."))
    }
    return day
  }
}
