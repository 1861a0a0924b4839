import EtappModel
import EtappTestSupport
import Testing

@Suite struct `A dialogue` {
  private let day = Day(year: 2021, month: 6, day: 10)
  private let empty = Dialogue(municipality: "2260")

  private func promise(
    _ id: String, from: Int? = nil, to: Int? = nil, kept: Int? = nil, isOurs: Bool = true
  ) -> Dialogue.Promise {
    Dialogue.Promise(
      id: id, text: id, isOurs: isOurs, due: DayInterval(from: from.map { day + $0 }, to: to.map { day + $0 }),
      kept: kept.map { day + $0 })
  }

  // MARK: Changes

  @Test func `keeps talks in order of their days`() throws {
    var dialogue = empty
    for (index, offset) in [5, 1, 3, 3, 9].enumerated() {
      let talk = Dialogue.Talk(day: day + offset, channel: .phone, with: "\(index)", summary: "", by: "Å")
      dialogue = try dialogue.after(.talk(talk))
    }
    #expect(dialogue.talks.map(\.with) == ["1", "2", "3", "0", "4"])
    #expect(dialogue.lastContact == day + 9 && dialogue.readiness == .told)
  }

  @Test func `takes a talk for the contact that was planned`() throws {
    let planned = try empty.after(.nextContact(day + 5))
    func next(after offset: Int) throws -> Day? {
      let talk = Dialogue.Talk(day: day + offset, channel: .meeting, with: "x", summary: "", by: "Å")
      return try planned.after(.talk(talk)).nextContact
    }
    #expect(try next(after: 4) == day + 5)
    #expect(try next(after: 5) == nil && next(after: 6) == nil)
  }

  @Test func `does not untell those who have come further`() throws {
    let talk = Dialogue.Change.talk(Dialogue.Talk(day: day, channel: .mail, with: "x", summary: "", by: "Å"))
    for readiness in Dialogue.Readiness.allCases {
      let after = try empty.after(.readiness(readiness)).after(talk)
      #expect(after.readiness == (readiness == .untold ? .told : readiness))
    }
  }

  @Test func `keeps, reopens and withdraws promises`() throws {
    var dialogue = try empty.after(.promise(promise("a", to: 3))).after(.promise(promise("b")))
    dialogue = try dialogue.after(.kept(promise: "a", on: day))
    #expect(dialogue.promises == [promise("a", to: 3, kept: 0), promise("b")])
    dialogue = try dialogue.after(.reopened(promise: "a")).after(.promise(promise("a", to: 9)))
    #expect(dialogue.promises == [promise("a", to: 9), promise("b")], "in its place")
    dialogue = try dialogue.after(.withdrawn(promise: "a"))
    #expect(dialogue.promises == [promise("b")])
  }

  @Test func `answers and conditions take the place of former ones`() throws {
    func answer(_ theme: String, _ text: String) -> Dialogue.Answer {
      Dialogue.Answer(theme: theme, text: text, day: day)
    }
    var dialogue = try empty.after(.answer(answer("travel", "a"))).after(.answer(answer("cost", "b")))
    dialogue = try dialogue.after(.answer(answer("travel", "c")))
    #expect(dialogue.answers.map(\.text) == ["b", "c"])
    dialogue = try dialogue.after(.condition(Dialogue.Condition(id: "1", text: "x", notBefore: day)))
    dialogue = try dialogue.after(.confirmed(condition: "1"))
    #expect(dialogue.conditions == [Dialogue.Condition(id: "1", text: "x", notBefore: day, isConfirmed: true)])
    #expect(try dialogue.after(.dropped(condition: "1")).conditions.isEmpty)
  }

  @Test func `refuses what cannot be`() {
    let elsewhere = Contact(municipality: "2361", name: "n", role: "r")
    let backwards = DayInterval(from: day + 1, to: day)
    let refused: [(Dialogue.Change, Dialogue.Refusal)] = [
      (.kept(promise: "x", on: day), .unknownPromise("x")), (.reopened(promise: "x"), .unknownPromise("x")),
      (.withdrawn(promise: "x"), .unknownPromise("x")), (.confirmed(condition: "y"), .unknownCondition("y")),
      (.dropped(condition: "y"), .unknownCondition("y")), (.contacts([elsewhere]), .contactElsewhere(elsewhere)),
      (.promise(promise("p", from: 1, to: 0)), .endsBeforeItBegins(backwards)),
    ]
    for (change, refusal) in refused {
      #expect(throws: refusal) { try empty.after(change) }
      #expect(refusal.message(.swedish) != refusal.message(.english))
    }
  }

  // MARK: Due

  static let states: [(from: Int?, to: Int?, today: Int, state: Dialogue.Due.State)] = [
    (0, 5, -1, .ahead(days: 1)), (0, 5, 0, .due), (0, 5, 5, .due), (0, 5, 6, .overdue(days: 1)),
    (nil, 5, 4, .ahead(days: 1)), (nil, 5, 5, .due), (nil, 5, 9, .overdue(days: 4)), (3, nil, 2, .ahead(days: 1)),
    (3, nil, 3, .due), (3, nil, 4, .overdue(days: 1)), (nil, nil, 100, .undated),
  ]

  @Test(arguments: states.indices) func `says what is due when`(_ index: Int) throws {
    let (from, to, today, state) = Self.states[index]
    let open = try empty.after(.promise(promise("p", from: from, to: to))).open(on: day + today)
    #expect(open.map(\.state) == [state])
    switch state {
    case .due, .overdue: #expect(open[0].isUrgent)
    case .ahead, .undated: #expect(!open[0].isUrgent)
    }
  }

  @Test func `asks for nothing that is kept`() throws {
    let dialogue = try empty.after(.promise(promise("p", to: 1, kept: 0))).after(.nextContact(day + 2)).after(
      .owner("Å"))
    let open = dialogue.open(on: day + 2)
    #expect(open.map(\.matter) == [.contact] && open[0].owner == "Å" && open[0].by == day + 2)
  }

  @Test func `puts the most urgent first, over all municipalities`() throws {
    var random = RandomInstance.Generator(seed: 3)
    var dialogues: [Dialogue] = []
    for municipality in 0..<20 {
      var dialogue = Dialogue(municipality: ID("\(1000 + municipality)"))
      for number in 0..<Int.random(in: 0...4, using: &random) {
        let to = Bool.random(using: &random) ? Int.random(in: -30...30, using: &random) : nil
        dialogue = try dialogue.after(
          .promise(promise("\(number)", to: to, kept: Int.random(in: 0..<4, using: &random) == 0 ? 0 : nil)))
      }
      dialogues.append(dialogue)
    }
    let open = dialogues.open(on: day)
    #expect(open.count == dialogues.flatMap(\.promises).filter { $0.kept == nil }.count)
    let days = open.map { $0.by?.number ?? .max }
    #expect(days == days.sorted())
    // Due is what an eye would pick from the list.
    let due = dialogues.flatMap(\.promises).filter { $0.kept == nil && ($0.due.to.map { $0 <= day } ?? false) }
    #expect(dialogues.due(on: day).count == due.count && !due.isEmpty)
    #expect(Array(dialogues.reversed()).open(on: day).map(\.municipality) == open.map(\.municipality))
  }
}

@Suite struct `The order in which people are told` {
  private typealias Standing = NoticeOrder.Standing
  private let day = Day(year: 2022, month: 6, day: 1)

  @Test func `tells those who wait before those who gain`() {
    let old = [
      Standing(municipality: "wait", round: 0, day: day), Standing(municipality: "gain", round: 1, day: day + 365),
      Standing(municipality: "same", round: 0, day: day), Standing(municipality: "lost", round: 1),
      Standing(municipality: "late", round: 1, day: day), Standing(municipality: "soon", round: 1, day: day),
    ]
    let new = [
      Standing(municipality: "wait", round: 1, day: day + 400), Standing(municipality: "gain", round: 0, day: day),
      Standing(municipality: "same", round: 0, day: day), Standing(municipality: "new", round: 0, day: day),
      Standing(municipality: "late", round: 1, day: day + 40), Standing(municipality: "soon", round: 1, day: day + -40),
    ]
    let notices = NoticeOrder.notices(from: old, to: new)
    #expect(notices.map(\.municipality) == ["lost", "wait", "gain", "late", "new", "soon"])
    #expect(notices.map(\.step) == [1, 1, 2, 2, 2, 3])
    #expect(notices[1].reasons == [.moved(from: 0, to: 1)] && notices[0].reasons == [.removed])
    #expect(
      NoticeOrder.notices(from: old, to: new, tolerance: 40).map(\.municipality) == ["lost", "wait", "gain", "new"])
    #expect(NoticeOrder.notices(from: new, to: new).isEmpty)
  }

  @Test func `compares several offices of a municipality in order`() {
    let old = [Standing(municipality: "m", round: 1), Standing(municipality: "m", round: 0)]
    let new = [
      Standing(municipality: "m", round: 0), Standing(municipality: "m", round: 2),
      Standing(municipality: "m", round: 2),
    ]
    #expect(NoticeOrder.notices(from: old, to: new).map(\.reasons) == [[.moved(from: 1, to: 2), .added]])
    #expect(NoticeOrder.notices(from: new, to: old).map(\.reasons) == [[.moved(from: 2, to: 1), .removed]])
  }
}

@Suite struct `Retention` {
  private let rule = Correspondence.Retention(kind: .note, years: 5, decision: "2021:7")

  @Test func `counts from the end of the calendar year`() {
    for text in ["2021-01-01", "2021-06-10", "2021-12-31"] {
      #expect(Day(text).map(rule.removable) == Day("2027-01-01"))
    }
  }

  @Test func `allows nothing without a decision, a row, or the time`() throws {
    let day = try #require(Day("2021-06-10"))
    let late = try #require(Day("2027-01-01"))
    #expect([rule].allowing(.note, dated: day, on: late) == rule)
    #expect([rule].allowing(.note, dated: day, on: Day(number: late.number - 1)) == nil)
    #expect([rule].allowing(.letter, dated: day, on: late) == nil)
    var undecided = rule
    undecided.decision = "\t "
    #expect([undecided].allowing(.note, dated: day, on: late) == nil)
    #expect([rule, undecided].allowing(.note, dated: day, on: late) == nil)
    var longer = rule
    longer.years = 6
    #expect([longer, rule].allowing(.note, dated: day, on: late) == nil, "the longer time holds")
  }
}
