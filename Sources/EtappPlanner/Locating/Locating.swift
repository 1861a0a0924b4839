package import EtappModel
import EtappSolver
import Foundation

/// A location study: the best sites of a country, without a programme around them.
package struct Locating {
  let data: LocationData
  let question: LocationQuestion
  let options: PlanningOptions
  let network: LocationNetwork

  package init(_ data: LocationData, _ question: LocationQuestion, options: PlanningOptions) {
    self.data = data
    self.question = question
    self.options = options
    network = LocationNetwork(data, question.measure, threads: options.threads)
  }

  /// What was found, in numbers.
  struct Found {
    var sites: [Int]
    var value: Double?
    var bound: Double
    var status: Outcome.Status
    var nodes = 0
    var attainable: Double?
    var kappa: Double?
  }

  /// How far a run is.
  package struct Step: Sendable {
    package var value: Double?
    package var bound: Double
    package var gap: Double
  }

  /// - Throws: When HiGHS is needed (for `cover` and `farthest`) and not there.
  package func run(report: @escaping (Step) -> Void = { _ in }) throws -> LocationAnswer {
    let found: Found =
      switch question.goal {
      case .access: access(report)
      case .equity: equity(report)
      case .reach: reach(report)
      case .cover: try cover(report)
      case .farthest: try farthest(report)
      }
    return answer(found)
  }

  private func answer(_ found: Found) -> LocationAnswer {
    let travel = network.travel(open: found.sites, within: question.within)
    var answer = LocationAnswer(
      question: question, proof: .optimal, objective: found.value, bound: found.bound,
      open: found.sites.map { data.candidates[$0] }, existing: data.existing.count, points: data.points.count,
      candidates: data.candidates.count, people: data.people, travel: travel, attainable: found.attainable,
      nodes: found.nodes, diagnostics: data.diagnostics)
    answer.proof = proof(found, gap: answer.gap)
    answer.kappa = found.kappa
    return answer
  }

  private func proof(_ found: Found, gap: Double) -> Proof {
    if found.status == .infeasible { return .infeasible(conflict: []) }
    if gap <= Proof.tolerance { return .optimal }
    switch found.status {
    case .stopped(.timeLimit): return .stopped(.timeLimit)
    case .stopped(.interrupted): return .stopped(.interrupted)
    case .proved, .unproved, .infeasible: return .within(gap)
    }
  }

  /// Tells of a search in the goal's own unit.
  func telling(
    _ report: @escaping (Step) -> Void, _ unit: @escaping (Double) -> Double
  ) -> (EtappSolver.Progress) -> Void {
    { progress in
      let value = progress.value.isFinite ? unit(progress.value) : nil
      let bound = progress.bound.isFinite ? unit(progress.bound) : progress.bound
      let gap = value.map { abs($0 - bound) / max(abs($0), 1e-9) } ?? .infinity
      report(Step(value: value, bound: bound, gap: gap))
    }
  }
}
