import EtappModel
import EtappReport

/// How the offices of the cast are established: fifteen tasks each, with people they share.
enum WorkCast {
  static let week = WorkCalendar(
    id: "days", title: Text(en: "Working days", sv: "Arbetsdagar"),
    holidays: [
      Holiday(title: Text(en: "New Year's Day", sv: "Nyårsdagen"), date: .fixed(MonthDay(month: 1, day: 1))),
      Holiday(title: Text(en: "Good Friday", sv: "Långfredagen"), date: .easter(-2)),
    ])

  static let trade = WorkCalendar(
    id: "trade", title: Text(en: "Building trade", sv: "Byggbranschen"), holidays: week.holidays,
    closures: [Closure(title: Text(en: "Trade holiday", sv: "Industrisemester"), when: .weeks(28...31))])

  static let resources = [
    Resource(
      id: "leads", title: Text(en: "Establishment leads", sv: "Etableringsledare"), division: "county",
      capacity: [Resource.Step(units: 2)], source: "https://example.org/staff"),
    Resource(id: "lawyers", title: Text(en: "Lawyers", sv: "Jurister"), capacity: [Resource.Step(units: 1)]),
    Resource(
      id: "installers", title: Text(en: "IT and security installers", sv: "IT- och säkerhetsinstallatörer"),
      capacity: [Resource.Step(units: 1), Resource.Step(from: Day(year: 2022, month: 11, day: 1), units: 2)]),
    Resource(id: "trainers", title: "Utbildare & co", capacity: [Resource.Step(units: 1)], source: "Antaget"),
  ]

  // MARK: Tasks

  private static func task(
    _ id: ID<WorkTask>, _ english: String, _ swedish: String, _ days: (Double, Double, Double)?,
    after: [ID<WorkTask>] = [], calendar: ID<WorkCalendar>? = nil, needs: ID<Resource>? = nil
  ) -> WorkTask {
    WorkTask(
      id: id, title: Text(en: english, sv: swedish),
      estimate: days.map { .threePoint(low: $0.0, middle: $0.1, high: $0.2, law: .lognormal) } ?? .fixed(0),
      calendar: calendar, predecessors: after.map { WorkTask.Predecessor(task: $0) },
      needs: needs.map { [WorkTask.Need(resource: $0, units: 1)] } ?? [])
  }

  static let tasks = [
    task("needs", "Needs analysis", "Behovsanalys", (10, 15, 25), needs: "leads"),
    task("requirements", "Requirements", "Kravspecifikation", (10, 15, 25), after: ["needs"], needs: "leads"),
    task("search", "Search for premises", "Lokalsökning", (20, 35, 70), after: ["requirements"], needs: "leads"),
    task("choice", "Choice of premises", "Val av lokal", (5, 10, 20), after: ["search"], needs: "leads"),
    task("lease", "Lease", "Hyresavtal", (15, 20, 40), after: ["choice"], needs: "lawyers"),
    task("permits", "Permits", "Bygglov", (15, 25, 50), after: ["choice"]),
    task("orders", "Orders of equipment", "Beställning av utrustning", (30, 45, 70), after: ["lease"]),
    task("rebuilding", "Rebuilding", "Ombyggnad", (30, 45, 80), after: ["lease", "permits"], calendar: "trade"),
    task(
      "security", "Security installation", "Säkerhetsinstallation", (5, 8, 15), after: ["rebuilding", "orders"],
      calendar: "trade", needs: "installers"),
    task(
      "it", "IT installation", "IT-installation", (8, 12, 20), after: ["rebuilding", "orders"], needs: "installers"),
    task("furniture", "Furniture", "Inredning", (4, 6, 12), after: ["rebuilding", "orders"]),
    task("recruiting", "Recruiting", "Rekrytering", (40, 60, 90), after: ["choice"]),
    task("training", "Training", "Utbildning", (15, 20, 25), after: ["recruiting"], needs: "trainers"),
    task(
      "trial", "Trial run", "Provdrift", (3, 5, 8), after: ["security", "it", "furniture", "training"], needs: "leads"),
    task("inauguration", "Inauguration", "Invigning", nil, after: ["trial"]),
  ]

  static let template = WorkTemplate(
    id: "office", title: Text(en: "Office", sv: "Kontor"), tasks: tasks, opening: "inauguration",
    source: "Antaget <2021>")

  // MARK: Risks

  static let risks = [
    Risk(
      id: "no-premises", title: Text(en: "No suitable premises", sv: "Ingen lämplig lokal"), probability: 0.3,
      factor: Risk.Factor(low: 1.3, middle: 1.7, high: 2.5), tasks: ["search", "choice"], source: "Antaget"),
    Risk(
      id: "late-equipment", title: Text(en: "Equipment arrives late", sv: "Utrustning levereras sent"),
      probability: 0.4, factor: Risk.Factor(low: 1.1, middle: 1.3, high: 1.54), tasks: ["orders", "it"],
      scope: .programme, source: "https://example.org/risks?a=1&b=2"),
    Risk(
      id: "hostile", title: Text(Cast.hostile), probability: 0.1,
      factor: Risk.Factor(low: 1, middle: 1.1, high: 1.2), scope: .region("county")),
  ]

  static let shock = Shock(
    id: "freeze", title: Text(en: "All work stops for three months", sv: "Allt arbete stoppas i tre månader"),
    effects: [.freeze(from: Day(year: 2022, month: 3, day: 1), to: Day(year: 2022, month: 5, day: 31))])

  static let work = Work(
    starts: Day(year: 2022, month: 2, day: 24), calendar: "days", calendars: [week, trade], resources: resources,
    templates: [template], risks: risks, shocks: [shock])

  static let rounds = [
    Cast.rounds[0],
    Round(
      id: "2", name: Text(en: "Round 2", sv: "Omgång 2"),
      opens: Round.Window(from: Day(year: 2023, month: 1, day: 1), to: Day(year: 2023, month: 12, day: 31)),
      starts: Day(year: 2022, month: 10, day: 1)),
  ]

  static let assignment: Assignment = {
    var assignment = Cast.assignment
    assignment.work = work
    assignment.rounds = rounds
    return assignment
  }()

  static let names = NameBook(assignment, Cast.geography)
  static func sentences(_ language: Language) -> Sentences { Sentences(language, names) }

  // MARK: Content

  /// In the order that their work begins.
  static let opens: [(ID<Place>, Int)] = [
    ("jarpen", 0), ("osthammar", 0), ("hostile", 0), ("tensta", 0), ("ange", 1), ("vallingby", 1),
  ]

  static let schedule = ScheduleCast(opens).schedule
  static let baseline = ScheduleCast(opens.reversed()).schedule
  static let forecast = ForecastCast.forecast(of: schedule)

  static let content: ReportContent = {
    var content = Cast.content
    content.assignment = assignment
    content.schedule = schedule
    content.baselineSchedule = baseline
    content.forecast = forecast
    return content
  }()
}

extension WorkCast {
  /// A programme of many offices, to see how large a page gets.
  static func crowd(_ number: Int) -> ReportContent {
    var content = content
    let places = (0..<number).map { index in
      Place(
        id: ID("p\(index)"), name: "Berg \(index + 1)", municipality: Cast.municipalities[index % 6].id,
        coordinate: Coordinate(latitude: 56 + Double(index % 14) * 0.8, longitude: 13 + Double(index % 5)))
    }
    content.geography.places = places
    content.explanations = []
    let opens = places.enumerated().map { ($1.id, $0 % 2) }
    let schedule = ScheduleCast(opens).schedule
    content.schedule = schedule
    content.baselineSchedule = ScheduleCast(opens.reversed()).schedule
    content.forecast = ForecastCast.forecast(of: schedule)
    return content
  }
}
