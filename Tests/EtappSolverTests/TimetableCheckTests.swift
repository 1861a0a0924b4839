import Testing

@testable import EtappSolver

@Suite struct `Timetable check` {
  /// Two activities of 2 and 3 days on one resource of 2 units, the second in a trade that closes on days 3 and 4.
  private static let project = Project(
    durations: [2, 3], links: [.init(from: 0, to: 1, lag: 1)],
    demands: [[.init(resource: 0, amount: 2)], [.init(resource: 0, amount: 1)]],
    capacities: [.init(days: [0, 6], amounts: [2, 1])], releases: [0, 1], patternOf: [nil, 0],
    patterns: [[true, true, true, false, false]])

  private func violations(
    _ starts: [Int], _ finishes: [Int], _ change: (inout Project) -> Void = { _ in }
  ) -> [TimetableCheck.Violation] {
    var project = Self.project
    change(&project)
    return TimetableCheck(project).violations(in: Timetable(starts: starts, finishes: finishes))
  }

  @Test func `a timetable that keeps everything has no violation`() {
    #expect(violations([0, 3], [2, 8]).isEmpty)
  }

  @Test func `a finish that forgets the closed days is named with the right one`() {
    #expect(violations([0, 3], [2, 6]) == [.duration(activity: 1, finish: 8)])
  }

  @Test func `releases and fixed starts are kept, a fixed start without regard to the release`() {
    #expect(violations([0, 3], [2, 8]) { $0.releases[1] = 4 } == [.release(activity: 1)])
    #expect(violations([0, 3], [2, 8]) { $0.fixedStarts[0] = 1 } == [.fixedStart(activity: 0)])
    #expect(
      violations([0, 3], [2, 8]) {
        $0.fixedStarts[1] = 3; $0.releases[1] = 4
      }.isEmpty)
    #expect(violations([-1, 3], [1, 8]) == [.beforeTimeline(activity: 0)])
  }

  @Test func `what a resource lacks is named by day and amount, also where the capacity falls`() {
    #expect(
      violations([0, 1], [2, 6]) { $0.links = [] } == [.resource(index: 0, day: 1, excess: 1)])
    #expect(
      violations([5, 0], [7, 3]) {
        $0.links = []; $0.releases = [0, 0]
      } == [.resource(index: 0, day: 6, excess: 1)])
  }

  @Test(arguments: [
    (Project.LinkKind.finishStart, 2, 1), (.startStart, 4, 1), (.finishFinish, 7, 1), (.startFinish, 9, 1),
    (.finishStart, -5, 0), (.startStart, 3, 0), (.finishFinish, 6, 0), (.startFinish, 8, 0),
  ])
  func `each kind of link measures between its own ends`(kind: Project.LinkKind, lag: Int, missing: Int) {
    let found = violations([0, 3], [2, 8]) { $0.links = [.init(from: 0, to: 1, kind: kind, lag: lag)] }
    #expect(found == (missing == 0 ? [] : [.link(index: 0, missing: missing)]))
  }

  @Test func `a timetable of another size is not looked at further`() {
    #expect(violations([0], [2, 8]) == [.count(starts: 1, finishes: 2)])
  }
}
