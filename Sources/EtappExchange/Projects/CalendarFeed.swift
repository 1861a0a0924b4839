package import EtappModel

/// The programme's days as a calendar feed: openings, and what else is asked for.
package struct CalendarFeed: Sendable {
  /// What the feed shows.
  package enum Content: String, CaseIterable, Sendable {
    case openings
    /// Tasks of no days that are no opening.
    case milestones
    /// Every other task, from its first to its last day.
    case tasks
    /// Days on which the principal wants a report.
    case reports
    /// Dates that can be promised, from a forecast.
    case promises
    /// What is due in the dialogue: promises to keep, and when we are in touch next.
    case dialogue
  }

  private let assignment: Assignment
  private let geography: Geography
  private let language: Language
  private var events: [ICalendar.Event] = []

  package init(assignment: Assignment, geography: Geography, language: Language) {
    self.assignment = assignment
    self.geography = geography
    self.language = language
  }

  // MARK: Adding

  /// The openings and tasks of a schedule.
  ///
  /// - Parameter places: The offices it is about; nil for all.
  package mutating func add(
    _ schedule: Schedule, contents: Set<Content> = [.openings], places: Set<ID<Place>>? = nil
  ) {
    let isWanted = { (place: ID<Place>) in places?.contains(place) ?? true }
    if contents.contains(.openings) { for opening in schedule.openings where isWanted(opening.place) { add(opening) } }
    let openings = Set(assignment.work?.templates.map(\.opening) ?? [])
    for task in schedule.tasks where !openings.contains(task.task) && isWanted(task.place) {
      if contents.contains(task.first == task.end ? .milestones : .tasks) { add(task) }
    }
  }

  private mutating func add(_ opening: Opening) {
    var words = opening.isActual ? Text(en: "Has opened.", sv: "Har öppnat.") : Text(en: "Planned.", sv: "Planerat.")
    if opening.late > 0 {
      words = Text(
        en: "\(words(.english)) \(opening.late) working days after the round's window.",
        sv: "\(words(.swedish)) \(opening.late) arbetsdagar efter omgångens fönster.")
    }
    var event = event(
      "opening/" + ICalendar.encoded(opening.place.code), opening.place, on: opening.day...opening.day,
      Text(en: "Opening: \(name(opening.place))", sv: "Öppning: \(name(opening.place))"), category: .openings)
    event.description = round(opening.round) + words(language)
    event.isConfirmed = opening.isActual
    events.append(event)
  }

  private mutating func add(_ task: ScheduledTask) {
    let title = assignment.work?.task(task.task)?.title(language) ?? task.task.code
    var event = event(
      "task/" + ICalendar.encoded(task.place.code) + "/" + ICalendar.encoded(task.task.code), task.place,
      on: task.start...max(task.start, task.finish), Text("\(name(task.place)): \(title)"),
      category: task.first == task.end ? .milestones : .tasks)
    event.isConfirmed = task.binding == .actual
    events.append(event)
  }

  /// The dates that a forecast promises.
  ///
  /// - Parameter places: The offices it is about; nil for all.
  package mutating func add(_ forecast: Forecast, places: Set<ID<Place>>? = nil) {
    for office in forecast.offices where places?.contains(office.place) ?? true {
      var event = event(
        "promise/" + ICalendar.encoded(office.place.code), office.place, on: office.promise...office.promise,
        Text(en: "Open by: \(name(office.place))", sv: "Öppet senast: \(name(office.place))"), category: .promises)
      let words = Text(
        en: "In one case of two open by \(office.p50), in nine of ten by \(office.p90).",
        sv: "I ett fall av två öppet \(office.p50), i nio av tio \(office.p90).")
      event.description = round(office.round) + words(language)
      events.append(event)
    }
  }

  /// The reports that the principal wants; each keeps its number when its day is moved.
  package mutating func addReports() {
    for (index, day) in assignment.reports.enumerated() {
      let principal = assignment.principal?(language)
      let title = Text(en: "Report \(index + 1) is due", sv: "Redovisning \(index + 1) ska lämnas")
      events.append(
        ICalendar.Event(
          uid: uid("report/\(index + 1)"), from: day, to: day, summary: title(language),
          description: [principal, assignment.source].compactMap { $0 }.joined(separator: "\n"),
          category: Self.word(.reports, language), isConfirmed: true))
    }
  }

  /// What is open in the dialogue; what nobody has dated is left out.
  package mutating func add(_ open: [Dialogue.Due]) {
    for due in open {
      guard let last = due.by else { continue }
      let home = geography.municipality(due.municipality)?.name ?? due.municipality.code
      switch due.matter {
      case .contact:
        add(
          due, "contact/" + ICalendar.encoded(due.municipality.code), on: last...last,
          Text(en: "Be in touch with \(home)", sv: "Kontakta \(home)"))
      case .promise(let promise):
        add(
          due, "kept/" + ICalendar.encoded(promise.id), on: min(promise.due.from ?? last, last)...last,
          promise.isOurs
            ? Text(en: "Our promise to \(home)", sv: "Vårt löfte till \(home)")
            : Text(en: "Promised by \(home)", sv: "Löfte från \(home)"), words: promise.text)
      }
    }
  }

  private mutating func add(
    _ due: Dialogue.Due, _ id: String, on days: ClosedRange<Day>, _ title: Text, words: String? = nil
  ) {
    events.append(
      ICalendar.Event(
        uid: uid(id), from: days.lowerBound, to: days.upperBound, summary: title(language),
        description: [words, due.owner].compactMap { $0 }.joined(separator: "\n"),
        category: Self.word(.dialogue, language)))
  }

  // MARK: Writing

  /// The feed as text.
  ///
  /// - Parameters:
  ///   - stamp: The moment it is written, in UTC.
  ///   - sequence: How many times it has been published before.
  package func written(stamp: ProjectMoment, sequence: Int = 0) -> String {
    ICalendar(
      name: assignment.name(language), language: language.rawValue, stamp: stamp, sequence: sequence, events: events
    ).text
  }

  private func event(
    _ id: String, _ place: ID<Place>, on days: ClosedRange<Day>, _ title: Text, category: Content
  ) -> ICalendar.Event {
    ICalendar.Event(
      uid: uid(id), from: days.lowerBound, to: days.upperBound, summary: title(language), location: name(place),
      position: geography.place(place)?.coordinate, category: Self.word(category, language))
  }

  /// What lasts of a thing: what it is and which programme it belongs to, never its date.
  private func uid(_ thing: String) -> String {
    "\(thing)@\(ICalendar.encoded(assignment.name(.english))).etapp"
  }

  private func name(_ place: ID<Place>) -> String { geography.place(place)?.name ?? place.code }

  private func round(_ index: Int) -> String {
    assignment.rounds.indices.contains(index) ? assignment.rounds[index].name(language) + ". " : ""
  }

  private static func word(_ content: Content, _ language: Language) -> String {
    let word =
      switch content {
      case .openings: Text(en: "Openings", sv: "Öppningar")
      case .milestones: Text(en: "Milestones", sv: "Milstolpar")
      case .tasks: Text(en: "Tasks", sv: "Uppgifter")
      case .reports: Text(en: "Reports", sv: "Redovisningar")
      case .promises: Text(en: "Promises", sv: "Löften")
      case .dialogue: Text(en: "Dialogue", sv: "Dialog")
      }
    return word(language)
  }
}
