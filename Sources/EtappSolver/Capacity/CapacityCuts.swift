/// Benders cuts of what serving everybody costs in one round, where sites serve so many and no more.
///
/// For any multipliers λ ≤ b of the rows, and every y,
///
///     least cost(y) ≥ Σᵢ wᵢ λᵢ − Σⱼ ρⱼ(λ) yⱼ,   ρⱼ = max { Σᵢ (λᵢ − cᵢⱼ) xᵢ : Σᵢ xᵢ ≤ capⱼ, 0 ≤ xᵢ ≤ wᵢ }
///
/// with equality at the current y for the multipliers of its cheapest service. The cuts without capacities stand beside
/// them, group by group.
///
/// Source: Van Roy (1986), doi:10.1287/opre.34.1.145; Beasley (1988), doi:10.1016/0377-2217(88)90175-0, for the
/// multipliers; Fischetti, Ljubić, Sinnl (2016), doi:10.1016/j.ejor.2016.03.002, for cuts of capacitated location.
struct CapacityCuts: Sendable {
  let measure: Int
  let round: Int
  let rows: ServingRows
  let capacities: [Double]
  /// Column of each site in this round; −1 for a site that is never open.
  let columns: [Int]
  /// The cost of this round in terms of the master's columns.
  let cost: Expression
  let scale: Double

  func separate(_ point: [Double]) -> [Row] {
    let open = columns.map { $0 >= 0 ? max(0, point[$0]) : 0 }
    let transportation = Transportation.solved(rows, open: open, capacities: capacities)
    let cut = cut(at: CapacityPoint(rows, capacities, transportation.multipliers()))
    return cut.value(at: point) < cut.lower - 1e-6 ? [cut] : []
  }

  /// The cut of some multipliers.
  func cut(at point: CapacityPoint) -> Row {
    var terms = cost.terms.map { Term($0.column, $0.coefficient / scale) }
    for (site, column) in columns.enumerated() where column >= 0 && point.worth[site] > 0 {
      terms.append(Term(column, point.worth[site] / scale))
    }
    return Row((point.sum - cost.constant) / scale, terms, .infinity).collected()
  }
}

extension Formulation {
  /// The burden without capacities, and for each round a source of cuts that know of them.
  mutating func formulate(_ measure: ServingMeasure, index: Int) {
    let rows = measure.uncapacitated.rows
    let scale = max(rows.total, 1e-30) / 1000
    expressions[index] = Expression(constant: measure.weights.reduce(0, +) * rows.greatest)
    for round in 0..<problem.rounds where measure.weights[round] != 0 && rows.total > 0 {
      let burden = burden(rows, in: round, measure: index, scale: scale)
      expressions[index].terms += burden.terms.map { Term($0.column, $0.coefficient * measure.weights[round]) }
      sources.append(
        .capacity(
          CapacityCuts(
            measure: index, round: round, rows: measure.rows, capacities: measure.capacities, columns: open[round],
            cost: burden, scale: scale)))
    }
  }
}
