import EtappModel
import Testing

@Suite("The trend of openings") struct MilestoneTrendTests {
  private func schedule(_ openings: [(ID<Place>, Int, Int)]) -> Schedule {
    let calendar = WorkCalendar(id: "plain", title: Text("plain"))
    return Schedule(
      timeline: Timeline(calendar, from: Day(number: 19_000), count: 10), tasks: [],
      openings: openings.map { Opening(place: $0.0, round: $0.1, day: Day(number: $0.2), late: 0, isActual: false) },
      makespan: Schedule.Measure(value: 0, bound: 0), objective: Schedule.Measure(value: 0, bound: 0), seconds: 0,
      seed: 1, tried: 1)
  }

  @Test("follows each office, also one that comes late or goes")
  func lines() {
    let trend = MilestoneTrend([
      (MilestoneTrend.Report(name: "first", day: Day(number: 1)), schedule([("a", 0, 100), ("b", 1, 200)])),
      (MilestoneTrend.Report(name: "second", day: Day(number: 2)), schedule([("a", 0, 90), ("c", 0, 150)])),
      (MilestoneTrend.Report(name: nil, day: Day(number: 3)), schedule([("a", 1, 130), ("c", 0, 150)])),
    ])
    #expect(trend.lines.map(\.place) == ["c", "a", "b"])
    #expect(trend.lines.map(\.moved) == [0, 30, nil])
    #expect(trend.lines[0].openings == [nil, Day(number: 150), Day(number: 150)])
    #expect(trend.lines[1].round == 1, "The round is that of the last schedule.")
  }
}
