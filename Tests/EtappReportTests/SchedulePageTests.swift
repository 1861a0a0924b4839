import EtappModel
import Foundation
import Testing

@testable import EtappReport

@Suite struct `The report of a schedule` {
  static let pages: [String: String] = {
    var bare = WorkCast.content
    (bare.baselineSchedule, bare.forecast) = (nil, nil)
    var alone = WorkCast.content
    (alone.schedule, alone.baselineSchedule) = (nil, nil)
    alone.forecast?.shocks = ["freeze"]
    var nameless = WorkCast.content
    nameless.assignment.work = nil
    return [
      "full": PlanReport.html(WorkCast.content), "schedule": PlanReport.html(bare),
      "forecast": PlanReport.html(alone), "without work": PlanReport.html(nameless),
    ]
  }()

  static let names = ["full", "schedule", "forecast", "without work"]
  static func page(_ name: String) -> String { pages[name] ?? "" }

  @Test(arguments: names)
  func `is well formed, with headings in order, and loads nothing`(name: String) {
    let page = Self.page(name)
    let check = PageCheck(page)
    #expect(check.problems.isEmpty, "\(name): \(check.problems.prefix(3))")
    #expect(Set(check.ids).count == check.ids.count)
    var last = 0
    for heading in check.headings {
      #expect(heading <= last + 1, "\(name): h\(heading) after h\(last)")
      last = heading
    }
    for address in check.addresses {
      #expect(address.tag == "a" && address.attribute == "href", "\(name): \(address)")
    }
  }

  @Test func `has its sections where there is something to tell`() {
    func sections(_ name: String) -> Set<String> { Set(PageCheck(Self.page(name)).ids) }
    for language in ["sv", "en"] {
      #expect(sections("full").isSuperset(of: [language + "-schedule", language + "-forecast"]))
      #expect(!sections("schedule").contains(language + "-forecast"))
      #expect(!sections("forecast").contains(language + "-schedule"))
    }
    #expect(!PlanReport.html(Cast.content).contains("class=\"time-row"))
  }

  @Test func `takes hostile names as text`() {
    let page = Self.page("full")
    #expect(!page.contains("<script>alert"))
    #expect(page.ranges(of: "<script").count == 1)
    #expect(page.contains("Utbildare &amp; co"))
    #expect(page.contains("Antaget &lt;2021&gt;"))
  }

  @Test(arguments: ["full", "schedule", "without work"])
  func `has a row for every office and a bar for every task`(name: String) {
    let page = Self.page(name)
    #expect(page.ranges(of: "<details class=\"time-row\">").count == 2 * WorkCast.schedule.openings.count)
    for task in WorkCast.tasks where task.estimate.planned > 0 && name != "without work" {
      let title = HTML.text(task.title(.english)).markup
      #expect(page.ranges(of: "<title>\(title), ").count >= 6, "\(task.id)")
    }
  }

  /// Whatever is drawn is in a table too.
  @Test func `has every date of the pictures in a table`() {
    let page = Self.page("full")
    let dates = WorkCast.sentences(.english).dates
    for opening in WorkCast.schedule.openings {
      #expect(page.contains("<td>\(dates.short(opening.day))</td>"))
    }
    for office in WorkCast.forecast.offices {
      #expect(page.contains("<strong>\(dates.short(office.promise))</strong>"))
      for day in [office.p50, office.p80, office.p90] { #expect(page.contains("<td>\(dates.short(day))</td>")) }
    }
  }

  @Test func `states its assumptions with their sources`() {
    let page = Self.page("full")
    #expect(page.contains("20–35–70"))
    #expect(page.contains("1.3–1.7–2.5") && page.contains("1,3–1,7–2,5"))
    #expect(page.contains("<a href=\"https://example.org/risks?a=1&amp;b=2\""))
    #expect(page.contains("<a href=\"https://example.org/staff\""))
    #expect(page.contains("10,000\u{A0}simulated courses") && page.contains("10\u{A0}000\u{A0}simulerade förlopp"))
  }

  @Test func `stays small with many offices`() throws {
    let content = WorkCast.crowd(28)
    let page = PlanReport.html(content, languages: [.swedish])
    let start = try #require(page.firstRange(of: "id=\"sv-schedule\""))
    let end = try #require(page.firstRange(of: "id=\"sv-forecast\""))
    let size = page[start.lowerBound..<end.lowerBound].utf8.count
    #expect(size < 250_000, "\(size) bytes")
    #expect(page.ranges(of: "<details class=\"time-row\">").count == 28)
  }
}

@Suite struct `Charts` {
  static let axis = TimeAxis(showing: [Day(year: 2021, month: 6, day: 15), Day(year: 2023, month: 2, day: 3)])

  @Test func `an axis shows whole months and places days in order`() {
    let axis = Self.axis
    #expect(axis.first == Day(year: 2021, month: 6, day: 1))
    #expect(axis.last == Day(year: 2023, month: 2, day: 28))
    #expect(axis.x(axis.first) == 0 && axis.x(axis.last + 1) == axis.days && axis.x(axis.last + 99) == axis.days)
    #expect(axis.x(axis.first + -9) == 0)
    #expect(axis.x(Day(year: 2021, month: 7, day: 1)) == 30)
  }

  @Test(arguments: [TimeAxis.Step.month, .quarter, .year])
  func `periods cover the axis without a hole`(step: TimeAxis.Step) {
    let periods = Self.axis.periods(step)
    #expect(periods.first?.from == Self.axis.first)
    #expect(periods.last?.to == Self.axis.last + 1)
    for (a, b) in zip(periods, periods.dropFirst()) {
      #expect(a.to == b.from)
      #expect(b.from.civil.day == 1 && (b.from.civil.month - 1) % step.rawValue == 0)
    }
    #expect(periods.count == [.month: 21, .quarter: 8, .year: 3][step])
  }

  @Test func `closures are stretches by their title`() {
    let closures = Self.axis.closures(of: [WorkCast.week, WorkCast.trade])
    #expect(closures.count == 2)
    #expect(closures.allSatisfy { $0.period.to - $0.period.from == 28 })
    #expect(closures.first?.period.from == Day(year: 2021, month: 7, day: 12))
  }

  @Test func `a task takes the days that its own calendar works`() {
    let sentences = WorkCast.sentences(.english)
    let long = WorkCast.schedule.tasks.filter { $0.task == "rebuilding" && $0.end - $0.first > 45 }
    #expect(!long.isEmpty)
    for task in WorkCast.schedule.tasks {
      let planned = WorkCast.tasks.first { $0.id == task.task }?.estimate.planned
      #expect(sentences.worked(task, in: WorkCast.schedule) == planned, "\(task.task)")
    }
  }

  @Test func `bars of an office never lie over each other`() {
    for place in Cast.places {
      let tasks = WorkCast.schedule.tasks(of: place.id)
      let lanes = Gantt.lanes(tasks)
      for (i, a) in tasks.enumerated() {
        for (j, b) in tasks.enumerated() where i < j && lanes[i] == lanes[j] && a.end > a.first && b.end > b.first {
          #expect(a.end <= b.first || b.end <= a.first, "\(a.task) and \(b.task)")
        }
      }
      #expect((lanes.max() ?? 0) < 5)
    }
  }

  /// Day by day, counted anew.
  @Test func `the load of people is what their tasks need`() {
    let schedule = WorkCast.schedule
    let loads = ResourceLoad.all(schedule, WorkCast.work)
    #expect(Set(loads.map(\.resource)) == Set(WorkCast.resources.map(\.id)))
    for load in loads {
      for number in stride(from: Self.axis.first.number, to: Self.axis.first.number + 900, by: 1) {
        let day = Day(number: number)
        let busy = schedule.tasks.filter { task in
          task.start <= day && day <= task.finish && task.end > task.first
            && task.needs.contains { $0.resource == load.resource && $0.region == load.region }
        }
        let told = load.use.last { $0.from.map { $0 <= day } ?? true }?.units ?? 0
        #expect(told == busy.count, "\(load.resource) on \(day)")
        #expect(told <= load.capacity(on: day))
      }
      #expect(load.utilisation > 0 && load.utilisation <= 1)
    }
  }

  @Test(arguments: Language.allCases)
  func `a curve is well formed and tells its figures`(language: Language) throws {
    let round = try #require(WorkCast.forecast.rounds.first)
    let sentences = WorkCast.sentences(language)
    let markup = OpeningCurve(round, sentences).drawing(id: "curve").markup
    #expect(PageCheck(markup).problems.isEmpty)
    #expect(markup.contains(sentences.chance(round.probabilityKept)))
    #expect(markup.contains(sentences.dates.day(round.by)))
    #expect(!markup.contains("nan") && !markup.contains("inf"))
  }

  @Test func `a round without offices still draws`() {
    let nothing = RoundForecast(
      round: 0, by: Day(year: 2022, month: 1, day: 1), distribution: [1], expectedLate: 0, promised: 0)
    #expect(PageCheck(OpeningCurve(nothing, WorkCast.sentences(.english)).drawing(id: "x").markup).problems.isEmpty)
  }

  @Test func `what is done steps back, and the day of the schedule is marked`() throws {
    var content = WorkCast.content
    #expect(!PlanReport.html(content).contains("class=\"t-today\""))
    let today = Day(year: 2022, month: 10, day: 1)
    content.schedule?.today = today
    let page = PlanReport.html(content)
    #expect(page.contains("class=\"t-today\""))
    #expect(page.contains("As of 1\u{A0}October 2022"))
    let schedule = try #require(content.schedule)
    let gantt = Gantt(schedule, baseline: nil, forecast: nil, axis: Self.axis, WorkCast.sentences(.english))
    let opening = try #require(schedule.openings.first)
    let done = schedule.tasks(of: opening.place).filter { $0.finish < today && $0.end > $0.first }
    let crews = Set(done.map { gantt.crews.index(of: $0) })
    #expect(gantt.bars(opening).markup.ranges(of: "opacity=\"0.45\"").count == crews.count)
  }

  /// Contrast of a bar to the paper and to the dark page, which must be 3 for graphics (WCAG 2.2, 1.4.11).
  @Test(arguments: [(CrewColour.light, "#ffffff"), (CrewColour.dark, "#182127")])
  func `crews stand out from their ground`(colours: [String], ground: String) {
    func light(_ colour: String) -> Double {
      let parts = stride(from: 1, to: 7, by: 2).map { offset -> Double in
        let start = colour.index(colour.startIndex, offsetBy: offset)
        let share = Double(Int(colour[start..<colour.index(start, offsetBy: 2)], radix: 16) ?? 0) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for colour in colours {
      let (bright, dim) = (max(light(colour), light(ground)), min(light(colour), light(ground)))
      #expect((bright + 0.05) / (dim + 0.05) >= 3, "\(colour) on \(ground)")
    }
    #expect(Set(colours).count == CrewColour.light.count)
  }

  @Test func `every sign has a shape of its own`() {
    let shapes = TimeSign.allCases.map { $0.drawing().markup }
    #expect(Set(shapes).count == TimeSign.allCases.count)
  }

  @Test(arguments: [(0.0, "0%"), (0.5, "50%"), (0.123, "12.3%"), (0.12345, "12.35%"), (0.0005, "0.05%"), (1, "100%")])
  func `shares are written short`(share: Double, written: String) {
    #expect(SVG.percent(share) == written)
  }
}
