/// Siting with capacities: each site serves so much and no more.
///
///     min Σⱼ fⱼ yⱼ + Σᵢⱼ cᵢⱼ xᵢⱼ   subject to  Σⱼ xᵢⱼ = 1,  Σᵢ dᵢ xᵢⱼ ≤ capⱼ yⱼ,  xᵢⱼ ≤ yⱼ
///
/// with xᵢⱼ the share of customer i that site j serves; 0 or 1 where a customer is served by one site.
package struct CapacitatedProblem: Sendable {
  package let demand: [Double]
  package let capacities: [Double]
  package let fixed: [Double]
  /// Cost of serving all of a customer from a site, `customers × sites`.
  package let costs: [Double]
  /// Sites to open exactly; nil leaves it to the costs.
  package let open: Int?
  /// Whether each customer is served by one site.
  package let isWhole: Bool

  package init(
    demand: [Double], capacities: [Double], fixed: [Double], costs: [Double], open: Int?, isWhole: Bool
  ) {
    self.demand = demand
    self.capacities = capacities
    self.fixed = fixed
    self.costs = costs
    self.open = open
    self.isWhole = isWhole
  }

  package var customerCount: Int { demand.count }
  package var siteCount: Int { capacities.count }

  package func cost(_ customer: Int, _ site: Int) -> Double { costs[customer * siteCount + site] }

  /// What serving looks like: of each customer the sites that serve it, with their shares.
  package typealias Service = [[(site: Int, share: Double)]]

  /// The value of a service from the definition; nil where it breaks a capacity, leaves somebody out or opens another
  /// number of sites than asked.
  ///
  /// - Parameter open: Sites that are open.
  package func value(of service: Service, open sites: [Int]) -> Double? {
    guard open.map({ $0 == sites.count }) ?? true, Set(sites).count == sites.count else { return nil }
    var load = [Double](repeating: 0, count: siteCount)
    var value = sites.reduce(0) { $0 + fixed[$1] }
    for (customer, parts) in service.enumerated() {
      let whole = parts.reduce(0) { $0 + $1.share }
      guard abs(whole - 1) <= 1e-6, !isWhole || parts.count == 1 else { return nil }
      for part in parts {
        guard sites.contains(part.site), part.share >= 0 else { return nil }
        load[part.site] += part.share * demand[customer]
        value += part.share * cost(customer, part.site)
      }
    }
    let isWithin = capacities.indices.allSatisfy { load[$0] <= capacities[$0] * (1 + 1e-6) + 1e-6 }
    return isWithin ? value : nil
  }
}
