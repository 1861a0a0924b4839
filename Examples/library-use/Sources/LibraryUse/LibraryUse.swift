import Etapp
import EtappModel

/// Reads a workspace, plans it, and prints the plan with its proof and the price of one alternative.
///
///     swift run LibraryUse ../iceland-service-points
@main
struct LibraryUse {
  static func main() throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "../iceland-service-points"
    let workspace: Workspace
    do {
      workspace = try Workspace(folder: folder)
    } catch {
      for diagnostic in error.diagnostics { print(diagnostic.message(.english), diagnostic.value ?? "") }
      throw error
    }
    let study = Study(workspace)
    let plan = try study.plan()
    show(plan, workspace)
    if let first = plan.establishments.first {
      show(try study.explain(plan, .place(first.place)), workspace)
    }
  }

  private static func show(_ plan: Plan, _ workspace: Workspace) {
    print(workspace.assignment.name(.english))
    for (index, round) in workspace.assignment.rounds.enumerated() {
      let offices = plan.establishments.filter { $0.round == index }.map(\.name)
      print("  \(round.name(.english)): \(offices.joined(separator: ", "))")
    }
    for goal in plan.totals {
      print("  \(goal.goal): \(goal.value) \(goal.unit.rawValue), no plan is better than \(goal.bound)")
    }
    print("  proof: \(plan.proof)")
  }

  /// What it would cost to have a place in another round, or not at all.
  private static func show(_ explanation: Explanation, _ workspace: Workspace) {
    print(explanation.title)
    for alternative in explanation.alternatives {
      let round = alternative.round.map { workspace.assignment.rounds[$0].name(.english) } ?? "not in the plan"
      let price = alternative.goals.map { "\($0.goal) \($0.delta)" }.joined(separator: ", ")
      print("  \(round): \(alternative.proof), \(price)")
    }
  }
}
