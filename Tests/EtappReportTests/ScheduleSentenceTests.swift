import EtappModel
import Testing

@testable import EtappReport

@Suite struct `A schedule in words` {
  static func task(_ binding: ScheduledTask.Binding, _ id: ID<WorkTask> = "lease") -> ScheduledTask {
    ScheduledTask(
      place: "ange", task: id, start: Day(year: 2022, month: 5, day: 4), finish: Day(year: 2022, month: 5, day: 31),
      first: 240, end: 259,
      needs: [.init(resource: "leads", region: "North", units: 1), .init(resource: "installers", units: 1)],
      isCritical: false, float: 3, binding: binding)
  }

  /// A schedule of two tasks, one of which waits for the people of the other.
  static let two: Schedule = {
    var schedule = WorkCast.schedule
    var other = task(.start, "search")
    (other.place, other.start, other.finish) = (
      "jarpen", Day(year: 2022, month: 3, day: 1), Day(year: 2022, month: 5, day: 3)
    )
    var choice = task(.start, "choice")
    (choice.start, choice.finish) = (Day(year: 2022, month: 4, day: 1), Day(year: 2022, month: 5, day: 3))
    schedule.tasks = [other, choice, task(.resource("leads", place: "jarpen", task: "search"))]
    return schedule
  }()

  static let bindings: [(ScheduledTask.Binding, english: String, swedish: String)] = [
    (.start, "begins on the programme's first day", "börjar programmets första dag"),
    (
      .predecessor("choice"), "follows when Choice of premises (3 May 2022) is done",
      "följer när Val av lokal (3 maj 2022) är klar"
    ),
    (
      .resource("leads", place: "jarpen", task: "search"),
      "waits for the establishment leads in North, who are busy with Search for premises in Järpen (Åre) until 3 May 2022",
      "väntar på etableringsledare i North, som är upptagna med Lokalsökning i Järpen (Åre) till och med 3 maj 2022"
    ),
    (
      .capacity("installers"), "waits until there are enough IT and security installers, on 4 May 2022",
      "väntar tills det finns tillräckligt med IT- och säkerhetsinstallatörer, den 4 maj 2022"
    ),
    (.actual, "has begun", "har börjat"),
    (
      .today, "cannot begin before the day of the schedule, 4 May 2022",
      "kan inte börja före tidplanens dag, 4 maj 2022"
    ),
    (
      .free, "could begin earlier without anything else moving",
      "kan börja tidigare utan att något annat flyttas"
    ),
  ]

  @Test(arguments: bindings)
  func `says what a start hangs on`(binding: ScheduledTask.Binding, english: String, swedish: String) {
    let task = Self.task(binding)
    #expect(WorkCast.sentences(.english).binding(task, in: Self.two).replacing("\u{A0}", with: " ") == english)
    #expect(WorkCast.sentences(.swedish).binding(task, in: Self.two).replacing("\u{A0}", with: " ") == swedish)
  }

  @Test func `a round holds back by its work, by its window, or by a place that is not ready`() {
    let sentences = WorkCast.sentences(.english)
    var task = Self.task(.round("2"), "needs")
    task.first = 0
    #expect(sentences.binding(task, in: Self.two).hasSuffix("whose work begins 1\u{A0}October 2022"))
    task.first = 400
    #expect(
      sentences.binding(task, in: Self.two) == "waits for the window of round 2, which opens 1\u{A0}January 2023")
    var geography = Cast.geography
    for index in geography.places.indices { geography.places[index].earliest = Day(year: 2023, month: 3, day: 1) }
    let later = Sentences(.english, NameBook(WorkCast.assignment, geography))
    #expect(later.binding(task, in: Self.two) == "waits for the place, which is ready 1\u{A0}March 2023")
  }

  @Test(arguments: WorkTask.LinkKind.allCases)
  func `a link is told by its kind`(kind: WorkTask.LinkKind) throws {
    var assignment = WorkCast.assignment
    assignment.work?.templates[0].tasks[4].predecessors = [.init(task: "choice", kind: kind, lag: 5)]
    for language in Language.allCases {
      let words = Sentences(language, NameBook(assignment, Cast.geography))
        .binding(Self.task(.predecessor("choice")), in: Self.two)
      let day = kind == .finishStart || kind == .finishFinish ? "3\u{A0}" : "1\u{A0}"
      #expect(words.contains("(\(day)"), "\(words)")
      #expect(words.contains(language == .english ? "at least 5\u{A0}working days" : "minst 5\u{A0}arbetsdagar"))
    }
  }

  @Test func `begins with the last opening, the rounds and how far from the best`() {
    let words = WorkCast.sentences(.english).answer(WorkCast.schedule).joined(separator: "\n")
      .replacing("\u{A0}", with: " ")
    #expect(words.hasPrefix("The last office, "))
    #expect(words.contains("Round 1: 3 of 4 offices open by 31 December 2022. Late: Tensta (Stockholm) by "))
    #expect(words.contains("Round 2: 2 of 2 offices open by 31 December 2023."))
    #expect(words.contains("no schedule takes fewer than"))
    #expect(words.contains("at most 2.9% from the best there can be"))
    #expect(words.contains("seed 7"))
  }

  @Test func `a gap is rounded up and a proof is said to be one`() {
    var schedule = WorkCast.schedule
    schedule.makespan = Schedule.Measure(value: 10_001, bound: 10_000)
    #expect(WorkCast.sentences(.english).makespan(schedule).contains("at most 0.1% longer"))
    schedule.makespan = Schedule.Measure(value: 10_000, bound: 10_000)
    #expect(WorkCast.sentences(.english).makespan(schedule).hasSuffix("and no schedule takes fewer."))
    schedule.objective = Schedule.Measure(value: 7, bound: 7)
    #expect(WorkCast.sentences(.swedish).objective(schedule).hasSuffix("är ingen tidplan bättre."))
  }

  @Test(arguments: Language.allCases)
  func `has a line for every office`(language: Language) {
    let sentences = WorkCast.sentences(language)
    let words = sentences.summary(WorkCast.schedule)
    for opening in WorkCast.schedule.openings {
      let line = words.split(separator: "\n").first {
        $0.hasPrefix("  " + sentences.names.name(of: opening.place) + ":")
      }
      #expect(line?.contains(sentences.dates.day(opening.day)) == true, "\(opening.place)")
      #expect(line?.hasSuffix(".") == true)
    }
    #expect(!words.contains("  \n") && !words.contains(".."))
  }

  @Test func `an office hangs on the last thing that is not its own work`() {
    let sentences = WorkCast.sentences(.english)
    let opening = Opening(place: "ange", round: 0, day: Day(year: 2022, month: 5, day: 31), late: 0, isActual: false)
    #expect(sentences.hangsOn(opening, in: Self.two).hasPrefix("Lease waits for the establishment leads"))
    var alone = Self.two
    alone.tasks[2].binding = .predecessor("choice")
    #expect(sentences.hangsOn(opening, in: alone).hasPrefix("Hangs on its own work"))
    var open = opening
    open.isActual = true
    #expect(sentences.hangsOn(open, in: alone) == "Open.")
  }

  @Test func `a chain runs from its first task to the opening, over other offices`() throws {
    let schedule = try #require(WorkCast.crowd(10).schedule)
    let last = try #require(schedule.lastOpening)
    let sentences = WorkCast.sentences(.english)
    let chain = sentences.chain(to: last.place, in: schedule)
    #expect(chain.last?.task == "inauguration" && chain.last?.place == last.place)
    #expect(Set(chain.map { $0.place }).count > 1)
    for (before, after) in zip(chain, chain.dropFirst()) { #expect(before.end == after.first) }
    #expect(chain.allSatisfy { $0.isCritical })
    #expect(chain.count == schedule.tasks.count { $0.isCritical })
    let list = sentences.numbered(chainOf: last, in: schedule).split(separator: "\n")
    #expect(list.count == chain.count)
    #expect(list.first?.hasPrefix("1. ") == true)
    #expect(list.last?.contains("Inauguration") == true)
  }

  @Test func `bindings in a ring end`() {
    var ring = Self.two
    ring.tasks[0].binding = .resource("leads", place: "ange", task: "lease")
    #expect(ring.chain(to: "ange", openings: []).count == 2)
  }

  @Test func `nothing scheduled is said so`() {
    var nothing = WorkCast.schedule
    (nothing.tasks, nothing.openings) = ([], [])
    #expect(WorkCast.sentences(.english).summary(nothing) == "Nothing opens.")
    #expect(WorkCast.sentences(.swedish).summary(nothing) == "Inget öppnar.")
  }

  @Test func `a programme without work is told by codes`() {
    let sentences = Cast.sentences(.english)
    #expect(sentences.reason(Self.task(.capacity("leads")), in: Self.two).hasPrefix("lease in Ånge waits until"))
  }
}
