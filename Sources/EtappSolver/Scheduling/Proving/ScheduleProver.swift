/// Betters a timetable and proves how good it is, by search with learned clauses.
///
///     until the limit is refuted, stopped or out of conflicts:
///       search with restarts for a timetable that costs less than the best
///       now and then assume that the makespan is as short as the bound says, and raise the bound when that fails
///
/// All links, patterns, capacities over time, releases and fixed starts are kept exactly; the objective may be any.
///
/// Source: A. Schutt, T. Feydy, P. J. Stuckey, M. G. Wallace, "Solving RCPSP/max by lazy clause generation",
/// Journal of Scheduling 16 (2013), doi:10.1007/s10951-012-0285-x.
package struct ScheduleProver: Sendable {
  package struct Result: Sendable {
    package var best: Timetable
    /// No timetable costs less.
    package var bound: Int
    package var isProved: Bool
    package var conflicts: Int
  }

  private let graph: StartGraph
  private let objective: ScheduleObjective

  package init(project: Project, objective: ScheduleObjective) {
    graph = StartGraph(project, anchors: objective.anchors)
    self.objective = objective
  }

  /// What the activities that are not free keep of the incumbent.
  package enum Kept: Sendable {
    /// Their starts.
    case starts
    /// Who hands a resource on to whom; all may move.
    case order
  }

  /// - Precondition: `incumbent`, and what is heard, keep the project's constraints.
  ///
  /// - Parameters:
  ///   - heard: Asked now and then for a timetable that a search beside this has found.
  ///   - tell: Told of every better timetable.
  package func improve(
    incumbent: Timetable, lowerBound: Int, stop: StopRule, conflictLimit: Int? = nil,
    heard: () -> Timetable? = { nil }, tell: (Timetable) -> Void = { _ in }
  ) -> Result {
    improve(
      graph, incumbent: incumbent, lowerBound: lowerBound, pins: nil, stop: stop, conflictLimit: conflictLimit,
      heard: heard, tell: tell)
  }

  /// What a search that begins from nothing came to.
  package struct Solution: Sendable {
    /// The best timetable found; nil while none is known.
    package var best: Timetable?
    /// No timetable is shorter.
    package var bound: Int
    /// Whether nothing is shorter than the best; without a best, that there is no timetable at all.
    package var isProved: Bool
    package var conflicts: Int
  }

  /// Finds the shortest timetable without one to begin from, or proves that there is none: links may form circles, and then
  /// nothing may keep them.
  ///
  /// - Parameter tell: Told of every better timetable.
  package func shortest(
    stop: StopRule, conflictLimit: Int? = nil, heard: () -> Timetable? = { nil }, tell: (Timetable) -> Void = { _ in }
  ) -> Solution {
    let least = StartWindows(graph, deadline: graph.horizon)
    guard let least,
      let proof = ProofModel(
        graph, objective: .makespan, limit: graph.horizon, guide: Timetable(starts: least.earliest, finishes: []))
    else { return Solution(best: nil, bound: graph.horizon + 1, isProved: true, conflicts: 0) }
    let bound = proof.makespan.map { proof.model.lower[$0] } ?? 0
    var run = ProofRun(
      proof, graph: graph, objective: .makespan, incumbent: nil, value: graph.horizon + 1, lowerBound: bound)
    run.run(stop: stop, conflictLimit: conflictLimit ?? Int.max, heard: heard, tell: tell)
    return Solution(best: run.best, bound: run.bound, isProved: run.bound == run.value, conflicts: run.conflicts)
  }

  /// Betters an incumbent while every activity but those in `free` keeps something; the bound is the sub-problem's.
  package func improve(
    incumbent: Timetable, freeing free: [Int], keeping kept: Kept, stop: StopRule, conflictLimit: Int
  ) -> Result {
    var isKept = Array(repeating: true, count: incumbent.starts.count)
    for activity in free { isKept[activity] = false }
    var (graph, pins): (StartGraph, [Int?]?) = (graph, nil)
    switch kept {
    case .starts: pins = zip(incumbent.starts, isKept).map { $1 ? $0 : nil }
    case .order: graph = graph.adding(ResourceOrder.links(of: incumbent, in: graph.project, among: isKept))
    }
    return improve(graph, incumbent: incumbent, lowerBound: 0, pins: pins, stop: stop, conflictLimit: conflictLimit)
  }

  private func improve(
    _ graph: StartGraph, incumbent: Timetable, lowerBound: Int, pins: [Int?]?, stop: StopRule, conflictLimit: Int?,
    heard: () -> Timetable? = { nil }, tell: (Timetable) -> Void = { _ in }
  ) -> Result {
    let value = objective.value(of: incumbent)
    guard value > lowerBound,
      let proof = ProofModel(graph, objective: objective, limit: value - 1, guide: incumbent, pins: pins)
    else { return Result(best: incumbent, bound: value, isProved: true, conflicts: 0) }
    var run = ProofRun(
      proof, graph: graph, objective: objective, incumbent: incumbent, value: value, lowerBound: lowerBound)
    run.run(stop: stop, conflictLimit: conflictLimit ?? Int.max, heard: heard, tell: tell)
    return Result(
      best: run.best ?? incumbent, bound: run.bound, isProved: run.bound == run.value, conflicts: run.conflicts)
  }
}
