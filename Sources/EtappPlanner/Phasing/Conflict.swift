package import EtappModel
import EtappSolver

extension Planner {
  /// A minimal set of rules that cannot hold together: leave any one out and the others can.
  ///
  /// Deletion filter: take each rule out in turn; when what remains is still impossible, it was not needed.
  /// Halves are tried first, since most rules have no part in a conflict.
  ///
  /// - Parameter forced: Rules that a question adds and that are not to blame.
  /// - Returns: The conflict's rules in the order of the assignment; empty when the rules can hold, or when the run was
  ///   stopped before a rule could be shown to be superfluous.
  /// - Complexity: n feasibility questions of one rule each when a single rule stands against what is forced, else
  ///   O(k log(n/k)) for a conflict of k among n rules.
  /// - Source: Junker (2004), QuickXplain, AAAI-04.
  package func conflict(forced: [Rule] = []) -> [ID<Rule>] {
    let rules = programme.rules.filter { $0.price == nil }
    if !forced.isEmpty, let alone = rules.first(where: { isPossible(forced + [$0]) == false }) { return [alone.id] }
    guard isPossible(forced + rules) == false else { return [] }
    let needed = explain(background: forced, backgroundGrew: !forced.isEmpty, rules)
    return rules.map(\.id).filter { id in needed.contains { $0.id == id } }
  }

  private func explain(background: [Rule], backgroundGrew: Bool, _ rules: [Rule]) -> [Rule] {
    if backgroundGrew, isPossible(background) == false { return [] }
    guard rules.count > 1 else { return rules }
    let half = rules.count / 2
    let (first, second) = (Array(rules[..<half]), Array(rules[half...]))
    let inSecond = explain(background: background + first, backgroundGrew: !first.isEmpty, second)
    let inFirst = explain(background: background + inSecond, backgroundGrew: !inSecond.isEmpty, first)
    return inFirst + inSecond
  }

  /// Whether rules can hold together; nil when the run was stopped before that was known.
  func isPossible(_ rules: [Rule]) -> Bool? {
    let reduced = programme.with(rules: rules)
    let model = MasterModel(reduced, goals: [])
    guard !model.isContradictory else { return false }
    let question = BranchAndCut.Question(objective: Objective([]))
    let start = Phasing(events: [Int8](repeating: Phasing.never, count: model.problem.sites.count))
    if LocalSearch(model.problem).improve(
      start, question: question, evaluations: 2_000, seed: options.seed, stop: options.stop) != nil
    {
      return true
    }
    return BranchAndCut(model.problem, library: library, stop: options.stop, threads: options.threads).isFeasible()
  }
}
