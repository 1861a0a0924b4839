import EtappModel
import EtappSolver

/// `balance`: offices of each group in each round against the group's share in the programme.
///
///     balance(t) = Σ𝑐 | n𝑐ₜ − n𝑐 nₜ / n |;  in all the sum over the rounds
struct BalanceGoal: GoalForm {
  let grouping: Goal.Grouping

  func measure(in programme: Programme) -> Measure {
    .balance(BalanceMeasure(all: programme.openingSites, groups: groups(in: programme)))
  }

  func result(for measuring: Measuring) -> GoalValue {
    let programme = measuring.programme
    let rounds = 0..<programme.rounds
    func opened(_ sites: [Int], _ round: Int) -> Double {
      Double(sites.count { measuring.event(of: $0) == round })
    }
    let all = programme.openingSites
    let n = rounds.reduce(0) { $0 + opened(all, $1) }
    guard n > 0 else { return GoalValue(total: 0, byRound: rounds.map { _ in 0 }) }
    let values = rounds.map { round in
      groups(in: programme).reduce(0) { sum, group in
        let whole = rounds.reduce(0) { $0 + opened(group, $1) }
        return sum + abs(opened(group, round) - whole * opened(all, round) / n)
      }
    }
    return GoalValue(total: values.reduce(0, +), byRound: values)
  }

  private func groups(in programme: Programme) -> [[Int]] {
    let sites = programme.openingSites
    switch grouping {
    case .categories(let listed):
      let categories = listed.isEmpty ? programme.categoriesInUse() : listed
      return categories.map { category in sites.filter { programme.sites[$0].categories.contains(category) } }
    case .division(let division):
      let region = { (site: Int) in programme.municipalities[programme.sites[site].municipality]?.regions[division] }
      let regions = Set(sites.compactMap(region)).subtracting([""]).sorted()
      return regions.map { name in sites.filter { region($0) == name } }
    }
  }
}
