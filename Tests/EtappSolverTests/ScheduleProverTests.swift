import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Schedule prover` {
  private static let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })

  /// What brute force found of the same seeds, so that every labelled case is known to occur.
  @Test func `the tiny projects are of every kind`() {
    let tiny = (0..<120).map { TinyProject(seed: $0) }
    #expect(tiny.contains { $0.project.isUniform } && tiny.contains { !$0.project.isUniform })
    #expect(Set(tiny.flatMap { $0.project.links.map(\.kind) }).count == 4)
    #expect(tiny.contains { !$0.objective.anchors.isEmpty && !$0.objective.dues.isEmpty })
    #expect(tiny.contains { $0.project.fixedStarts[0] != nil })
  }

  @Test(arguments: 0..<120)
  func `the proved optimum is that of brute force, and no bound is above it`(seed: Int) {
    let tiny = TinyProject(seed: seed, onlyMakespan: seed % 3 == 0)
    guard let (first, best) = tiny.enumerate() else { return }
    let optimum = tiny.objective.value(of: best)
    let prover = ScheduleProver(project: tiny.project, objective: tiny.objective)
    let result = prover.improve(incumbent: first, lowerBound: 0, stop: Self.stop)
    #expect(result.isProved)
    #expect(result.bound == optimum)
    #expect(tiny.objective.value(of: result.best) == optimum)
    #expect(TimetableCheck(tiny.project).violations(in: result.best).isEmpty)
    let short = prover.improve(incumbent: first, lowerBound: 0, stop: Self.stop, conflictLimit: 1)
    #expect(short.bound <= optimum)
    let bounds = ScheduleBounds(project: tiny.project, objective: tiny.objective)
    #expect(bounds.value(incumbent: first, stop: Self.stop) <= optimum)
    #expect(bounds.value(incumbent: best, stop: Self.stop) <= optimum)
  }

  @Test(arguments: 200..<240)
  func `with some starts kept, the best of the rest is found`(seed: Int) {
    let tiny = TinyProject(seed: seed)
    guard let (first, _) = tiny.enumerate() else { return }
    var pins: [Int?] = first.starts
    let free = [0, 2]
    for activity in free { pins[activity] = nil }
    guard let (_, best) = tiny.enumerate(keeping: pins) else {
      Issue.record("The incumbent itself keeps its starts.")
      return
    }
    let result = ScheduleProver(project: tiny.project, objective: tiny.objective)
      .improve(incumbent: first, freeing: free, keeping: .starts, stop: Self.stop, conflictLimit: 10_000)
    #expect(result.isProved)
    #expect(tiny.objective.value(of: result.best) == tiny.objective.value(of: best))
    #expect(TimetableCheck(tiny.project).violations(in: result.best).isEmpty)
    for activity in 0..<tiny.project.activityCount where !free.contains(activity) {
      #expect(result.best.starts[activity] == first.starts[activity])
    }
  }

  /// Greatest distances both ways, so that many of these projects have no timetable at all.
  private static func circled(seed: Int) -> TinyProject {
    var tiny = TinyProject(seed: seed, onlyMakespan: true)
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<3 {
      let from = Int.random(in: 1..<tiny.project.activityCount, using: &random)
      let to = Int.random(in: 0..<from, using: &random)
      tiny.project.links.append(
        .init(from: from, to: to, kind: .startStart, lag: -Int.random(in: 1...4, using: &random)))
    }
    return tiny
  }

  @Test(arguments: 300..<400)
  func `from nothing, the shortest timetable is found, or that there is none`(seed: Int) {
    let tiny = Self.circled(seed: seed)
    let found = ScheduleProver(project: tiny.project, objective: .makespan).shortest(stop: Self.stop)
    #expect(found.isProved)
    guard let (_, best) = tiny.enumerate() else {
      #expect(found.best == nil)
      return
    }
    #expect(found.best?.makespan == best.makespan && found.bound == best.makespan)
    if let timetable = found.best { #expect(TimetableCheck(tiny.project).violations(in: timetable).isEmpty) }
  }

  @Test func `the circled projects are of both kinds`() {
    let kinds = (300..<400).map { Self.circled(seed: $0).enumerate() == nil }
    #expect(kinds.count { $0 } > 5 && kinds.count { !$0 } > 5)
  }

  @Test func `the same run twice is the same run`() {
    let tiny = TinyProject(seed: 7, onlyMakespan: true)
    guard let (first, _) = tiny.enumerate() else { return }
    let runs = (0..<2).map { _ in
      ScheduleProver(project: tiny.project, objective: tiny.objective)
        .improve(incumbent: first, lowerBound: 0, stop: Self.stop)
    }
    #expect(runs[0].best == runs[1].best && runs[0].conflicts == runs[1].conflicts)
  }
}
