import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `A project file` {
  private static func reread(_ project: ProjectFile) -> (project: ProjectFile?, diagnostics: [Diagnostic]) {
    ProjectFile.read(Array(project.written.utf8), file: "plan.xml")
  }

  @Test(arguments: 0..<300)
  func `comes back as it was written`(seed: UInt64) {
    var random = RandomProjectFile(seed: seed)
    let project = random.project()
    let (again, diagnostics) = Self.reread(project)
    #expect(again == project, "seed \(seed)")
    #expect(diagnostics.isEmpty, "seed \(seed): \(diagnostics.map(DiagnosticCase.written))")
    #expect(again?.written == project.written)
  }

  @Test func `is met by chance with every kind of link and lag`() {
    var links: [ProjectFile.Link] = []
    var baselines: Set<Int> = []
    for seed in 0..<300 as Range<UInt64> {
      var random = RandomProjectFile(seed: seed)
      for task in random.project().tasks {
        links += task.links
        baselines.formUnion(task.baselines.map(\.number))
      }
    }
    #expect(Set(links.map(\.kind)).count == 4 && baselines == Set(0...10))
    for kind in ProjectFile.LinkKind.allCases {
      let own = links.filter { $0.kind == kind }
      #expect(own.contains { $0.lag < 0 } && own.contains { $0.lag > 0 } && own.contains { $0.lag == 0 })
      #expect(own.contains { $0.isPercentage && $0.lag < 0 } && own.contains { $0.lagFormat == 20 })
    }
  }

  @Test func `replaces what XML cannot hold`() {
    let (again, diagnostics) = Self.reread(ProjectFile(name: "a\u{0}b\u{1F}c\u{FFFE}"))
    #expect(again?.name == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(diagnostics.isEmpty)
  }

  // MARK: Files of other programs

  /// What Microsoft Project writes around what we read, in little.
  static let foreign = """
    \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
    <!-- by hand -->
    <Project xmlns="http://schemas.microsoft.com/project" xmlns:x="urn:x">
      <SaveVersion>14</SaveVersion><Name>Plan.xml</Name><Author>A. Ström</Author>
      <MinutesPerDay>450</MinutesPerDay><CalendarUID>3</CalendarUID>
      <Calendars><Calendar><UID>3</UID><Name>Standard</Name><IsBaseCalendar>true</IsBaseCalendar>
        <WeekDays>
          <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
          <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>
            <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
            <WorkingTime></WorkingTime></WorkingTimes></WeekDay>
          <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
            <FromDate>2022-01-06T00:00:00</FromDate><ToDate>2022-01-06T23:59:00</ToDate></TimePeriod></WeekDay>
          <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
            <FromDate>2022-12-24T00:00:00</FromDate><ToDate>2022-12-26T23:59:00</ToDate></TimePeriod></WeekDay>
        </WeekDays>
        <Exceptions>
          <Exception><TimePeriod><FromDate>2022-12-24T00:00:00</FromDate><ToDate>2022-12-26T23:59:00</ToDate>
            </TimePeriod><Name>Jul</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>
          <Exception><TimePeriod><FromDate>2022-06-06T00:00:00</FromDate><ToDate>2032-06-06T23:59:00</ToDate>
            </TimePeriod><Name>Varje år</Name><Type>2</Type><DayWorking>0</DayWorking></Exception>
        </Exceptions></Calendar></Calendars>
      <Tasks>
        <Task><UID>0</UID><ID>0</ID><Name>Plan</Name><OutlineLevel>0</OutlineLevel><Summary>1</Summary>
          <Cost>0</Cost></Task>
        <Task><UID>7</UID><ID>1</ID><Name><![CDATA[Sök & välj]]></Name><Duration>P2D</Duration>
          <Cost>12.5</Cost><x:Mine>1</x:Mine><Start>2022-01-03T08:00:00</Start></Task>
        <Task><UID>8</UID><Name>Hyr</Name><Duration>PT3H45M30.5S</Duration>
          <PredecessorLink><PredecessorUID>7</PredecessorUID><Type>3</Type><LinkLag>4800.0</LinkLag>
            <LagFormat>7</LagFormat></PredecessorLink>
          <PredecessorLink><PredecessorUID>7</PredecessorUID><LinkLag>-50</LinkLag><LagFormat>19</LagFormat>
            </PredecessorLink>
          <Baseline><Number>0</Number><Start>2022-01-03T08:00:00</Start><Finish>2022-01-04T17:00:00</Finish>
            <Duration>PT15H0M0S</Duration></Baseline>
          <Baseline><TimephasedData><UID>1</UID></TimephasedData><Number>10</Number></Baseline></Task>
      </Tasks>
      <Resources/><Assignments></Assignments>
    </Project>
    """

  @Test func `of another program is read with what it has`() throws {
    let (project, diagnostics) = ProjectFile.read(Array(Self.foreign.utf8), file: "plan.xml")
    let read = try #require(project)
    #expect(read.tasks.map(\.name) == ["Plan", "Sök & välj", "Hyr"])
    #expect(read.tasks.map(\.duration) == [0, 2 * 450 * 60, 3 * 3_600 + 45 * 60 + 30])
    #expect(
      read.tasks[2].links == [
        ProjectFile.Link(predecessor: 7, kind: .startStart, lag: 4_800, lagFormat: 7),
        ProjectFile.Link(predecessor: 7, kind: .finishStart, lag: -50, lagFormat: 19),
      ])
    #expect(read.tasks[2].baselines.map(\.number) == [0, 10])
    #expect(read.calendars[0].week.map(\.day) == [.sunday, .monday])
    #expect(read.calendars[0].week[1].times == [ProjectFile.WorkingTime(from: 28_800, to: 43_200)])
    // Those that stand twice, once in each way, are one; the one that repeats is not taken for ten years.
    #expect(read.calendars[0].exceptions.map(\.from.description) == ["2022-12-24", "2022-01-06"])
    let said = diagnostics.map { "\($0.severity) \($0.message(.english)) \($0.value ?? "")" }
    #expect(said.count == 2)
    #expect(said.contains { $0.contains("repeats by a rule") && $0.contains("Varje år") })
    #expect(
      said.contains {
        $0.contains("passed over")
          && $0.contains("Task/Cost (2), Baseline/TimephasedData (1), Project/Author (1), Task/Mine (1)")
      })
  }

  @Test(arguments: [
    ("2021-06-01T08:00:00", "2021-06-01T08:00:00"), ("2021-06-01", "2021-06-01T00:00:00"),
    ("2021-06-01T08:00", "2021-06-01T08:00:00"), ("2021-06-01T08:00:00.000Z", "2021-06-01T08:00:00"),
    ("2021-06-01T23:59:59+02:00", "2021-06-01T23:59:59"), ("2021-06-31T08:00:00", nil), ("2021-06-01T24:00:00", nil),
    ("2021-06-01T8:00:00", nil), ("2021-06-01 08:00:00", nil), ("", nil), ("T08:00:00", nil), ("2021-06-01T", nil),
  ])
  func `knows a moment`(text: String, moment: String?) {
    #expect(ProjectMoment(text)?.description == moment)
  }

  @Test(arguments: [
    ("PT8H0M0S", 28_800), ("PT0H0M0S", 0), ("PT90M", 5_400), ("P1DT1H", 28_800 + 3_600), ("P1W", 5 * 28_800),
    ("-PT1H", -3_600), ("PT1.5H", 5_400), ("PT0S", 0), ("P", nil), ("PT", nil), ("8H", nil), ("PT8", nil),
    ("PT8X", nil), ("P1H", nil), ("PT1D", nil), ("PT99999999999999H", nil), ("PT1e9H", nil), ("", nil),
    ("PTT1H", nil), ("P1Y", nil),
  ])
  func `knows a span`(text: String, seconds: Int?) {
    #expect(ProjectSpan.seconds(text, secondsPerDay: 28_800) == seconds)
  }

  @Test func `writes a span so that it comes back`() {
    for seconds in [0, 1, 59, 60, 3_599, 3_600, 28_800, -28_801, 99_999_999] {
      #expect(ProjectSpan.seconds(ProjectSpan.written(seconds), secondsPerDay: 1) == seconds)
    }
  }
}
