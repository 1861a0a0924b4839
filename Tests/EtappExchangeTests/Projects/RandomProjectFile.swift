import EtappModel
import EtappTestSupport

@testable import EtappExchange

/// Project files made at random, with everything that the format has and names that want to break out of it.
struct RandomProjectFile {
  private var generator: RandomInstance.Generator

  static let names = [
    "Ånge", "", " ", "a & b", "<Task>", "]]>", "&amp;", "\"quoted\" 'twice'", "line\nfeed", "tab\tstop", "return\r",
    "return\r\nfeed", "<!DOCTYPE x>", "<!-- no comment -->", "<![CDATA[x]]>", "=1+1", "😀 👩‍👩‍👧", "e\u{301}", "  blanks  ",
    "&#0;", "\u{FFFD}", "\u{85}", "\u{2028}", "&nbsp;", "<?xml?>", String(repeating: "lång ", count: 200),
  ]

  init(seed: UInt64) { generator = RandomInstance.Generator(seed: seed) }

  private mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func chance() -> Bool { Bool.random(using: &generator) }
  private mutating func name() -> String { Self.names.randomElement(using: &generator) ?? "" }

  private mutating func moment() -> ProjectMoment {
    ProjectMoment(Day(year: int(1984...2149), month: 1, day: 1) + int(0...364), second: int(0...86_399))
  }

  private mutating func maybe() -> ProjectMoment? { chance() ? moment() : nil }

  mutating func project() -> ProjectFile {
    var project = ProjectFile(name: name(), title: name(), calendar: int(1...5))
    (project.start, project.finish, project.statusDate) = (maybe(), maybe(), maybe())
    project.minutesPerDay = int(1...1_440)
    project.minutesPerWeek = int(1...10_080)
    project.daysPerMonth = int(1...31)
    project.fields = (0..<int(0...4)).map { ProjectFile.Field(id: 188_743_731 + $0, name: name(), alias: name()) }
    project.calendars = (0..<int(0...3)).map { calendar($0 + 1) }
    let count = int(0...12)
    project.tasks = (0..<count).map { task($0, of: count) }
    project.resources = (0..<int(0...4)).map { resource($0 + 1) }
    if count > 0 {
      project.assignments = (0..<int(0...6)).map { uid in
        ProjectFile.Assignment(
          uid: uid, task: int(0...(count - 1)), resource: chance() ? -65_535 : int(1...4), units: units(),
          work: int(0...9_999_999))
      }
    }
    return project
  }

  private mutating func units() -> Double {
    [0, 0.5, 1, 4, 0.1, 1e-5, 12_345.678].randomElement(using: &generator) ?? 1
  }

  private mutating func times() -> [ProjectFile.WorkingTime] {
    (0..<int(0...3)).map { _ in ProjectFile.WorkingTime(from: int(0...86_399), to: int(0...86_399)) }
  }

  private mutating func calendar(_ uid: Int) -> ProjectFile.Calendar {
    let week = Weekday.allCases.shuffled(using: &generator).prefix(int(0...7)).map { day in
      ProjectFile.WeekDay(day: day, isWorking: chance(), times: times())
    }
    let exceptions = (0..<int(0...5)).map { _ in
      let from = moment().day
      return ProjectFile.Exception(
        name: name(), from: from, to: from + int(0...60), isWorking: chance(), times: times())
    }
    return ProjectFile.Calendar(
      uid: uid, name: name(), isBase: chance(), base: chance() ? int(1...9) : nil, week: Array(week),
      exceptions: exceptions)
  }

  private mutating func values() -> [ProjectFile.FieldValue] {
    (0..<int(0...3)).map { ProjectFile.FieldValue(field: 188_743_731 + 3 * $0, value: name()) }
  }

  private mutating func task(_ uid: Int, of count: Int) -> ProjectFile.Task {
    var task = ProjectFile.Task(uid: uid, name: name(), outline: "\(uid).\(int(1...9))", level: int(0...9))
    task.id = int(0...999)
    task.wbs = chance() ? task.outline : name()
    task.isSummary = chance()
    task.isMilestone = chance()
    task.isCritical = chance()
    task.isBlank = chance()
    (task.start, task.finish, task.actualStart, task.actualFinish) = (maybe(), maybe(), maybe(), maybe())
    task.duration = int(-100_000...99_999_999)
    task.totalSlack = chance() ? int(-999_999...999_999) : nil
    task.percentComplete = int(0...100)
    task.constraint = ProjectFile.Constraint.allCases.randomElement(using: &generator) ?? .asSoonAsPossible
    (task.constraintDate, task.deadline) = (maybe(), maybe())
    task.calendar = chance() ? int(1...5) : nil
    task.notes = name()
    task.links = (0..<int(0...4)).map { _ in link(count) }
    task.baselines = (0...10).filter { _ in chance() }.map { number in
      ProjectFile.Baseline(number: number, start: maybe(), finish: maybe(), duration: int(0...9_999_999))
    }
    task.fields = values()
    return task
  }

  private mutating func link(_ count: Int) -> ProjectFile.Link {
    let formats = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20, 35, 36, 39, 51, 52]
    let lags = [0, 1, -1, 4_800, -4_800, 5, -7, 50, -50, 100, 525_960_000, -525_960_000]
    return ProjectFile.Link(
      predecessor: int(0...(count - 1)),
      kind: ProjectFile.LinkKind.allCases.randomElement(using: &generator) ?? .finishStart,
      lag: lags.randomElement(using: &generator) ?? 0, lagFormat: formats.randomElement(using: &generator) ?? 7)
  }

  private mutating func resource(_ uid: Int) -> ProjectFile.Resource {
    let periods = (0..<int(0...3)).map { _ in ProjectFile.Availability(from: maybe(), to: maybe(), units: units()) }
    return ProjectFile.Resource(
      uid: uid, name: name(), group: name(), maxUnits: units(), calendar: chance() ? int(1...5) : nil,
      availability: periods, fields: values())
  }
}
