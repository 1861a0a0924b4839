import EtappModel
import EtappSolver

/// `apart`: no two of the selected places that open lie nearer to each other than a distance.
///
///     Σ_{j in a clique of near places} y_{jT} ≤ 1
///
/// Near pairs are gathered into cliques, greedily, since one row for a clique says more than one for each pair.
struct ApartRule: RuleForm {
  let selection: Selection
  let distance: Kilometres

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let pairs = nearPairs(in: programme)
    let groups = price == nil ? Self.cliques(covering: pairs) : pairs.map { [$0.0, $0.1] }
    return RuleRows(
      rows: groups.map { group in
        PhasedProblem.EventRow(terms: programme.events(group, programme.allRounds), upper: 1, price: price)
      })
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let programme = measuring.programme
    let broken = nearPairs(in: programme).filter {
      measuring.event(of: $0.0) != nil && measuring.event(of: $0.1) != nil
    }
    var result = RuleResult(id, value: Double(broken.count), max: 0)
    result.broken = broken.map { "\(programme.sites[$0.0].name) – \(programme.sites[$0.1].name)" }
    return result
  }

  private func nearPairs(in programme: Programme) -> [(Int, Int)] {
    let sites = programme.sites(matching: selection)
    var pairs: [(Int, Int)] = []
    for (index, a) in sites.enumerated() {
      for b in sites[(index + 1)...]
      where programme.sites[a].coordinate.distance(to: programme.sites[b].coordinate) < distance {
        pairs.append((a, b))
      }
    }
    return pairs
  }

  private static func cliques(covering pairs: [(Int, Int)]) -> [[Int]] {
    var neighbours: [Int: Set<Int>] = [:]
    for (a, b) in pairs {
      neighbours[a, default: []].insert(b)
      neighbours[b, default: []].insert(a)
    }
    var covered: Set<[Int]> = []
    var cliques: [[Int]] = []
    for (a, b) in pairs where !covered.contains([a, b]) {
      var clique = [a, b]
      let common = (neighbours[a] ?? []).intersection(neighbours[b] ?? []).sorted()
      for other in common where clique.allSatisfy({ neighbours[other]?.contains($0) ?? false }) { clique.append(other) }
      clique.sort()
      for (index, one) in clique.enumerated() { for two in clique[(index + 1)...] { covered.insert([one, two]) } }
      cliques.append(clique)
    }
    return cliques
  }
}
