/// A bound from multipliers of the people where sites have capacities, and sites from what the multipliers choose.
///
///     L(λ) = Σᵢ wᵢ λᵢ + min { Σⱼ (fⱼ − ρⱼ(λ)) yⱼ : Σⱼ yⱼ ≤ p },   ρ as in ``CapacityCuts``
///     λ ← λ + t · d,   d ← 0.3 d + slope,   slopeᵢ = 1 − the share of i that the chosen sites would serve
///
/// Every λ gives a bound, and a cut of the master.
///
/// Source: Beasley (1988), doi:10.1016/0377-2217(88)90175-0; deflected slopes: Camerini, Fratta, Maffioli (1975),
/// doi:10.1007/BFb0120697.
struct ServingAscent {
  let rows: ServingRows
  let capacities: [Double]
  /// Cost of opening each site; infinite where it may not, minus infinite where it has to.
  let fixed: [Double]
  /// How many may be open.
  let most: Int
  private(set) var multipliers: [Double]
  private(set) var bound = -Double.infinity
  private(set) var bestMultipliers: [Double]
  private var direction: [Double]
  private var factor = 1.0
  private var sinceBest = 0

  /// - Parameter start: Multipliers to begin at; those of the cheapest service of good sites are best.
  init(_ rows: ServingRows, capacities: [Double], fixed: [Double], most: Int, start: [Double]) {
    (self.rows, self.capacities, self.fixed, self.most) = (rows, capacities, fixed, most)
    multipliers = start
    bestMultipliers = start
    direction = [Double](repeating: 0, count: start.count)
  }

  /// Whether steps have become too short to matter.
  var isDone: Bool { factor < 1e-3 }

  /// One step.
  ///
  /// - Parameter target: A value that some sites reach.
  /// - Returns: The sites that the multipliers choose.
  mutating func step(target: Double) -> [Int] {
    let point = CapacityPoint(rows, capacities, multipliers)
    let (value, chosen) = choice(point)
    sinceBest = value > bound + 1e-7 * abs(bound) ? 0 : sinceBest + 1
    if value > bound { (bound, bestMultipliers) = (value, multipliers) }
    if sinceBest >= Self.patience {
      (factor, sinceBest) = (factor / 2, 0)
      multipliers = bestMultipliers
    }
    turn(towards: chosen, point)
    let norm = direction.indices.reduce(0) { $0 + rows.people[$1] * direction[$1] * direction[$1] }
    guard norm > 0 else { return chosen }
    let length = factor * max(target - value, 1e-7 * abs(target)) / norm
    for row in multipliers.indices {
      multipliers[row] = min(rows.rest[row], multipliers[row] + length * direction[row])
    }
    return chosen
  }

  private static let patience = 15

  private mutating func turn(towards chosen: [Int], _ point: CapacityPoint) {
    var served = [Double](repeating: 0, count: multipliers.count)
    for site in chosen {
      point.forEachServed(by: site, rows, capacities[site]) { served[$0] += $1 }
    }
    for row in direction.indices {
      direction[row] = 0.3 * direction[row] + 1 - served[row] / rows.people[row]
    }
  }

  /// What L is, and the sites that make it so.
  private func choice(_ point: CapacityPoint) -> (value: Double, chosen: [Int]) {
    let costs = fixed.indices.map { (cost: fixed[$0] - point.worth[$0], site: $0) }
      .filter { $0.cost < 0 }.sorted { ($0.cost, $0.site) < ($1.cost, $1.site) }
    let chosen = costs.prefix(most)
    // Those that have to be open stand first, and count with what they save alone.
    let value = chosen.reduce(point.sum) { $0 + ($1.cost == -.infinity ? -point.worth[$1.site] : $1.cost) }
    return (value, chosen.map(\.site))
  }
}
