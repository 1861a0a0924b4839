import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `A schedule as a project file` {
  private static func project(
    actuals: [Actual] = [], today: Day? = nil, baselines: [Schedule] = [], language: Language = .english
  ) -> ProjectFile {
    ProjectFile(
      ScheduleBench.schedule, assignment: ScheduleBench.assignment, geography: Workbench.geography,
      language: language, actuals: actuals, today: today, baselines: baselines)
  }

  private static func task(_ place: String, _ task: String, of project: ProjectFile) throws -> ProjectFile.Task {
    try #require(
      project.tasks.first {
        $0.value(of: ProjectFile.OwnField.place.rawValue) == place
          && $0.value(of: ProjectFile.OwnField.task.rawValue) == task
      })
  }

  @Test func `has a summary task for each office and its tasks below it`() {
    let project = Self.project()
    #expect(project.tasks.map(\.outline) == ["1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2", "2.3", "2.4"])
    #expect(project.tasks.map(\.uid) == Array(1...10))
    #expect(project.tasks.filter(\.isSummary).map(\.name) == ["Boden, centrum", "Ånge"])
    #expect(project.tasks.filter(\.isMilestone).map(\.name) == ["Gate", "Opening", "Gate", "Opening"])
    #expect(Self.project(language: .swedish).tasks[1].name == "Sök")
  }

  @Test func `has the schedule's dates from eight to five`() throws {
    let project = Self.project()
    let search = try Self.task("boden-c", "search", of: project)
    #expect(search.start?.description == "2022-05-30T08:00:00")
    #expect(search.finish?.description == "2022-06-07T17:00:00")
    #expect(ProjectSpan.written(search.duration) == "PT48H0M0S")
    let open = try Self.task("boden-c", "open", of: project)
    #expect(open.start == open.finish && open.start?.description == "2022-08-05T08:00:00" && open.duration == 0)
    #expect(open.totalSlack == 3 * 4_800)
  }

  /// A duration counts the days of the task's own calendar, as the program that opens the file will.
  @Test func `counts only the days that a trade works`() throws {
    let build = try Self.task("boden-c", "build", of: Self.project())
    let days = (25..<48).filter { ScheduleBench.trade.isWorking(ScheduleBench.timeline[$0]) }
    #expect(days.count < 23)
    #expect(build.duration == days.count * 8 * 3_600)
    let project = Self.project()
    #expect(build.calendar == project.calendars.first { $0.name == "Trade" }?.uid)
    #expect(try Self.task("boden-c", "search", of: project).calendar == nil)
  }

  @Test func `keeps links with their kind and lag`() throws {
    let project = Self.project()
    let search = try Self.task("ange", "search", of: project)
    let build = try Self.task("ange", "build", of: project)
    let open = try Self.task("ange", "open", of: project)
    #expect(build.links == [ProjectFile.Link(predecessor: search.uid, kind: .startStart, lag: 25 * 4_800)])
    #expect(open.links.map(\.lag) == [-2 * 4_800])
    #expect(open.links.map(\.lagFormat) == [7])
  }

  @Test func `holds what hangs on more than links, softly`() throws {
    let project = Self.project()
    for task in project.tasks where !task.isSummary {
      let binding = task.value(of: ProjectFile.OwnField.binding.rawValue) ?? ""
      let isHeld = !binding.hasPrefix("predecessor")
      #expect(task.constraint == (isHeld ? .startNoEarlierThan : .asSoonAsPossible), "\(task.name) \(binding)")
      #expect((task.constraintDate == task.start) == isHeld)
    }
    #expect(try Self.task("ange", "search", of: project).constraint == .startNoEarlierThan)
  }

  @Test func `has calendars whose exceptions are the days that are not worked`() throws {
    let project = Self.project()
    #expect(project.calendars.map(\.name) == ["Working days", "Trade"])
    #expect(project.calendar == 1)
    for (calendar, own) in zip(project.calendars, [ScheduleBench.calendar, ScheduleBench.trade]) {
      #expect(calendar.week.map(\.day).first == .sunday && calendar.week.count == 7)
      for number in Day(year: 2022, month: 1, day: 1).number...Day(year: 2024, month: 12, day: 31).number {
        let day = Day(number: number)
        let exceptions = calendar.exceptions.filter { $0.from <= day && day <= $0.to }
        let isWorking = calendar.week.first { $0.day == day.weekday }?.isWorking ?? false
        #expect(exceptions.count <= 1, "exceptions overlap on \(day)")
        #expect((isWorking && exceptions.isEmpty) == own.isWorking(day), "\(calendar.name) \(day)")
      }
    }
    #expect(project.calendars[1].exceptions.contains { $0.name == "Semester" && $0.to - $0.from == 27 })
  }

  @Test func `has a resource for each pool and who works on what`() throws {
    let project = Self.project()
    #expect(project.resources.map(\.name) == ["Leads, North", "Leads"])
    #expect(project.resources.map(\.maxUnits) == [1, 3])
    #expect(project.resources[0].availability.isEmpty)
    #expect(
      project.resources[1].availability == [
        ProjectFile.Availability(to: ProjectMoment("2022-06-30T23:59:00"), units: 2),
        ProjectFile.Availability(from: ProjectMoment("2022-07-01T00:00:00"), units: 3),
      ])
    #expect(project.assignments.map(\.units) == [1, 2])
    #expect(project.assignments.map(\.work) == [6 * 28_800, 12 * 28_800])
    #expect(
      try project.assignments.map(\.task) == [
        Self.task("boden-c", "search", of: project).uid, Self.task("ange", "search", of: project).uid,
      ])
  }

  @Test func `keeps up to eleven baselines`() throws {
    var earlier = ScheduleBench.schedule
    earlier.tasks[0] = ScheduleBench.task("boden-c", "search", 2, 8, .start)
    let project = Self.project(baselines: Array(repeating: earlier, count: 13))
    let baselines = try Self.task("boden-c", "search", of: project).baselines
    #expect(baselines.map(\.number) == Array(0...10))
    #expect(baselines[0].start?.description == "2022-06-01T08:00:00")
    #expect(baselines[0].duration == 6 * 28_800)
  }

  @Test func `comes back from XML as it was`() throws {
    let today = ScheduleBench.timeline[30]
    let project = Self.project(actuals: Self.actuals, today: today, baselines: [ScheduleBench.schedule])
    let (again, diagnostics) = ProjectFile.read(Array(project.written.utf8), file: "plan.xml")
    #expect(again == project)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(DiagnosticCase.written))")
  }

  // MARK: Actual dates

  static let actuals = [
    Actual(
      place: "boden-c", task: "search", started: ScheduleBench.timeline[0], finished: ScheduleBench.timeline[6]),
    Actual(place: "boden-c", task: "build", started: ScheduleBench.timeline[25]),
    Actual(place: "ange", task: "search", started: ScheduleBench.timeline[7], finished: ScheduleBench.timeline[13]),
    Actual(place: "ange", task: "gate", started: ScheduleBench.timeline[20], finished: ScheduleBench.timeline[20]),
  ]

  private static let places: Set<ID<Place>> = ["boden-c", "ange"]

  @Test func `gives back the actual dates it was written with`() throws {
    let today = ScheduleBench.timeline[30]
    let project = Self.project(actuals: Self.actuals, today: today)
    let (again, _) = ProjectFile.read(Array(project.written.utf8), file: "plan.xml")
    let (actuals, diagnostics) = try #require(again).actuals(
      places: Self.places, work: ScheduleBench.work, file: "plan.xml")
    #expect(actuals == Self.actuals)
    #expect(diagnostics.isEmpty)
    // Six of 23 days, today's too, have been worked.
    #expect(try Self.task("boden-c", "build", of: project).percentComplete == 6 * 100 / 23)
    #expect(try Self.task("boden-c", "search", of: project).percentComplete == 100)
    #expect(project.statusDate == .evening(today))
  }

  @Test func `puts what has happened where it has happened`() throws {
    let saturday = Day(year: 2022, month: 6, day: 4)
    let actuals = [
      Actual(place: "boden-c", task: "search", finished: saturday),
      Actual(place: "ange", task: "gate", started: saturday, finished: saturday),
    ]
    let project = Self.project(actuals: actuals, today: ScheduleBench.timeline[30])
    let search = try Self.task("boden-c", "search", of: project)
    #expect(search.start == search.actualStart && search.start?.description == "2022-05-30T08:00:00")
    #expect(search.finish == search.actualFinish && search.finish == .evening(saturday))
    let gate = try Self.task("ange", "gate", of: project)
    #expect(gate.start == .morning(saturday) && gate.finish == .morning(saturday))
    #expect(gate.constraintDate == gate.start)
  }

  @Test func `never calls a task done that has no finish`() throws {
    let project = Self.project(actuals: Self.actuals, today: ScheduleBench.timeline[300])
    #expect(try Self.task("boden-c", "build", of: project).percentComplete == 99)
  }

  struct Spoiled: CustomTestStringConvertible, Sendable {
    let label: String
    let spoil: @Sendable (inout ProjectFile.Task) -> Void
    let severity: Diagnostic.Severity
    let says: String
    let column: String
    let value: String
    var maybe: String?
    var testDescription: String { label }
  }

  private static func set(_ field: ProjectFile.OwnField, _ value: String?) -> @Sendable (inout ProjectFile.Task) -> Void
  {
    { task in
      task.fields.removeAll { $0.field == field.rawValue }
      if let value { task.fields.append(ProjectFile.FieldValue(field: field.rawValue, value: value)) }
    }
  }

  static let spoiled: [Spoiled] = [
    Spoiled(
      label: "no ids", spoil: { $0.fields = [] }, severity: .warning, says: "none of ours", column: "Text1",
      value: "Search"),
    Spoiled(
      label: "an empty id", spoil: set(.task, ""), severity: .warning, says: "none of ours", column: "Text1",
      value: "Search"),
    Spoiled(
      label: "an unknown place", spoil: set(.place, "boden"), severity: .error, says: "no place of this id",
      column: "Text1", value: "boden", maybe: "boden-c"),
    Spoiled(
      label: "an unknown task", spoil: set(.task, "serch"), severity: .error, says: "No template has a task",
      column: "Text2", value: "serch", maybe: "search"),
    Spoiled(
      label: "a task twice", spoil: set(.place, "ange"), severity: .error, says: "stands here twice", column: "Text2",
      value: "ange search"),
    Spoiled(
      label: "done before it began", spoil: { $0.actualFinish = ProjectMoment("2022-05-01T08:00:00") },
      severity: .error, says: "finished before it has started", column: "ActualFinish",
      value: "Search: 2022-05-01T08:00:00", maybe: "2022-05-30T08:00:00"),
    Spoiled(
      label: "progress without a start",
      spoil: {
        ($0.actualStart, $0.actualFinish) = (nil, nil)
        $0.percentComplete = 40
      }, severity: .warning, says: "taken as not begun", column: "ActualStart", value: "Search: 40 %"),
  ]

  @Test(arguments: spoiled)
  func `says which actual dates it cannot use`(example: Spoiled) {
    var project = Self.project(actuals: Self.actuals, today: ScheduleBench.timeline[30])
    example.spoil(&project.tasks[1])
    let (_, diagnostics) = project.actuals(places: Self.places, work: ScheduleBench.work, file: "plan.xml")
    #expect(
      diagnostics.contains {
        $0.severity == example.severity && $0.message(.english).contains(example.says)
          && $0.place
            == Diagnostic.Place(
              file: "plan.xml", row: example.says.contains("twice") ? 7 : 2, column: example.column)
          && $0.value == example.value && $0.maybe == example.maybe
      }, "\(diagnostics.map(DiagnosticCase.written))")
    for diagnostic in diagnostics { DiagnosticCase.checkWords(diagnostic) }
  }

  @Test func `takes no dates from summary tasks and empty rows`() {
    var project = Self.project()
    project.tasks[0].actualStart = ProjectMoment("2022-05-30T08:00:00")
    project.tasks[1].isBlank = true
    project.tasks[1].actualStart = ProjectMoment("2022-05-30T08:00:00")
    let (actuals, diagnostics) = project.actuals(places: Self.places, work: ScheduleBench.work, file: "plan.xml")
    #expect(actuals.isEmpty && diagnostics.isEmpty)
  }
}
