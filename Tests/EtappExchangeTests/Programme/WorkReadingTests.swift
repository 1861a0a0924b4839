import EtappExchange
import EtappModel
import Testing

/// Work as it is meant: what each key of the small programme becomes.
@Suite struct `Work as it is read` {
  private static func work() throws -> Work { try #require(try SmallWork.contents().assignment?.work) }

  @Test func `has its start, calendar and promise`() throws {
    let work = try Self.work()
    #expect(work.starts == Day("2022-01-03"))
    #expect(work.programmeCalendar.id == "days")
    #expect(work.promise == 0.8)
  }

  @Test func `has calendars, one like another`() throws {
    let work = try Self.work()
    #expect(work.calendars.map(\.id) == ["days", "trade"])
    let days = work.calendars[0]
    #expect(days.week == [.monday, .tuesday, .wednesday])
    #expect(
      days.holidays.map(\.date) == [
        .fixed(MonthDay(month: 1, day: 1)), .easter(-2), .weekday(.friday, from: MonthDay(month: 6, day: 19)),
        .once(Day(year: 2022, month: 9, day: 11)),
      ])
    #expect(
      days.closures.map(\.when) == [
        .weeks(28...31), .yearly(from: MonthDay(month: 12, day: 20), to: MonthDay(month: 1, day: 10)),
      ])
    #expect(work.calendars[1].week == days.week && work.calendars[1].holidays == days.holidays)
    #expect(work.calendars[1].closures == days.closures)
  }

  @Test func `has resources by region and by time`() throws {
    let work = try Self.work()
    #expect(work.resources.map(\.id) == ["leads", "lawyers"])
    #expect(work.resources[0].division == "county")
    #expect(work.resources[0].regional == ["Jämtland": [Resource.Step(units: 1)]])
    #expect(work.resources[1].capacity == [Resource.Step(units: 2), Resource.Step(from: Day("2022-06-01"), units: 3)])
  }

  @Test func `has templates, one like another`() throws {
    let work = try Self.work()
    #expect(work.templates.map(\.id) == ["standard", "city"])
    let (standard, city) = (work.templates[0], work.templates[1])
    #expect(standard.places.categories == ["rural"] && city.places == Selection())
    #expect(standard.opening == "open" && city.opening == "open")
    #expect(standard.tasks[0].estimate == .threePoint(low: 10, middle: 15, high: 30, law: .pert))
    #expect(standard.tasks[0].needs == [WorkTask.Need(resource: "leads", units: 1)])
    #expect(standard.tasks[1].calendar == "trade")
    #expect(standard.tasks[1].predecessors == [WorkTask.Predecessor(task: "search", kind: .startStart, lag: 5)])
    #expect(standard.tasks[2].predecessors == [WorkTask.Predecessor(task: "build")])
    #expect(city.tasks[1].estimate == .observed([12, 18]))
    #expect(city.tasks[1].predecessors == standard.tasks[1].predecessors)
    #expect(city.tasks[0] == standard.tasks[0])
  }

  @Test func `has risks and shocks`() throws {
    let work = try Self.work()
    let storm = try #require(work.risks.first)
    #expect(storm.probability == 0.3 && storm.scope == .region("county") && storm.tasks == ["build"])
    #expect(storm.factor == Risk.Factor(low: 1.1, middle: 1.4, high: 2))
    #expect(storm.places.categories == ["rural"])
    #expect(
      work.shocks.map(\.effects) == [
        [.freeze(from: Day(year: 2022, month: 3, day: 1), to: Day(year: 2022, month: 5, day: 31))],
        [.units("leads", -1, from: nil, to: nil)], [.capacity(share: 0.8, from: Day("2022-06-01"))],
        [.slower(tasks: ["build"], factor: 1.3)],
      ])
  }
}
