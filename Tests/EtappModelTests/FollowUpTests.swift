import EtappModel
import Testing

/// A schedule against its baseline, on numbers that can be counted on the fingers.
@Suite struct `The follow-up` {
  private let start = Day(year: 2022, month: 1, day: 3)
  private var timeline: Timeline { Timeline(WorkCalendar(id: "days", title: "Days"), from: start, count: 200) }

  /// Offices with two tasks of five days and an opening, each beginning on a working day.
  private func schedule(_ begins: [ID<Place>: Int], late: Set<ID<Place>> = [], open: Set<ID<Place>> = []) -> Schedule {
    let offices = begins.sorted { $0.key < $1.key }
    let tasks = offices.flatMap { place, first in
      [("a", first, first + 5), ("b", first + 5, first + 10), ("open", first + 10, first + 10)].map { id, first, end in
        ScheduledTask(
          place: place, task: ID(id), start: timeline[first], finish: timeline[max(first, end - 1)], first: first,
          end: end, needs: [], isCritical: false, float: 0, binding: .free)
      }
    }
    return Schedule(
      timeline: timeline, tasks: tasks,
      openings: offices.map { place, first in
        Opening(
          place: place, round: 0, day: timeline[first + 10], late: late.contains(place) ? 1 : 0,
          isActual: open.contains(place))
      },
      makespan: Schedule.Measure(value: 0, bound: 0), objective: Schedule.Measure(value: 0, bound: 0), seconds: 0,
      seed: 1, tried: 1)
  }

  private func done(_ place: ID<Place>, _ task: ID<WorkTask>, _ index: Int) -> Actual {
    Actual(place: place, task: task, started: timeline[index], finished: timeline[index])
  }

  @Test func `earns the time that the baseline took for as much`() {
    let baseline = schedule(["x": 0, "y": 0])
    let today = timeline[9]
    let followUp = FollowUp(
      baseline, against: baseline, actuals: [done("x", "a", 4), done("y", "a", 9)], today: today)
    // By the tenth day the baseline has both first and both second tasks; only the two first are done.
    #expect(followUp.finished == 2 && followUp.planned == 4 && followUp.tasks == 6)
    #expect(followUp.earnedSchedule == 5 && followUp.actualTime == 9)
    #expect(followUp.performance == 5.0 / 9)
  }

  @Test func `earns nothing before anything is done, and nothing by what is done tomorrow`() {
    let baseline = schedule(["x": 0])
    #expect(FollowUp(baseline, against: baseline, actuals: [], today: timeline[3]).earnedSchedule == 0)
    #expect(FollowUp(baseline, against: baseline, actuals: [], today: start).performance == nil)
    let tomorrow = FollowUp(baseline, against: baseline, actuals: [done("x", "a", 4)], today: timeline[3])
    #expect(tomorrow.finished == 0)
  }

  @Test func `says of every office how it stands, and tells those whose day has moved`() {
    let baseline = schedule(["x": 0, "y": 0, "gone": 0, "late": 0, "open": 0])
    let now = schedule(["x": 0, "y": 5, "new": 0, "late": 20, "open": 5], late: ["late"], open: ["open"])
    let followUp = FollowUp(now, against: baseline, actuals: [], today: start)
    let status = Dictionary(uniqueKeysWithValues: followUp.offices.map { ($0.place, $0.status) })
    #expect(
      status == ["x": .asPlanned, "y": .slipping, "gone": .withdrawn, "new": .new, "late": .late, "open": .open])
    #expect(Set(followUp.toTell.map(\.place)) == ["y", "late", "open"])
    #expect(followUp.offices.first { $0.place == "y" }?.days == 7)
  }
}
