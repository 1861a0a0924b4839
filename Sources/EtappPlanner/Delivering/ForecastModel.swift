import EtappModel
import EtappSolver

/// A plan's work with what is not known about it: laws of durations, risks with who shares them, what has happened.
struct ForecastModel {
  let network: WorkNetwork
  /// The risks in the order of the model's drivers.
  let risks: [Risk]
  private(set) var model: SimulationModel

  init(_ network: WorkNetwork, programme: Programme) {
    self.network = network
    risks = network.work.risks
    model = SimulationModel(
      project: network.project,
      laws: network.activities.indices.map {
        Self.law(network.activities[$0].task.estimate.scaled(by: network.factor(of: $0)))
      },
      keys: network.activities.map { Self.key("\($0.place)/\($0.task.id)") },
      drivers: network.work.risks.map { Self.driver($0, network, programme) })
    model.progress = network.activities.indices.map { network.progress(of: $0) }
  }

  // MARK: Durations

  /// Three points are P10, P50 and P90; those of PERT are its classical shortest, most likely and longest.
  static func law(_ estimate: Estimate) -> DurationLaw {
    switch estimate {
    case .fixed(let days): return .fixed(Double(days))
    case .observed(let days): return .empirical(days.sorted())
    case .threePoint(let low, let middle, let high, let law):
      if low == high { return .fixed(middle) }
      return switch law {
      case .lognormal: .lognormal(p10: low, median: middle, p90: high)
      case .triangular: .threePoint(p10: low, p50: middle, p90: high)
      case .pert: .pert(low: low, mode: middle, high: high)
      }
    }
  }

  /// A number for a name, the same in every run and on every machine.
  ///
  /// Source: FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo, "The FNV non-cryptographic hash algorithm", IETF draft (2019).
  static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  // MARK: Risks

  private static func driver(_ risk: Risk, _ network: WorkNetwork, _ programme: Programme) -> SimulationModel.Driver {
    let factor = risk.factor
    let law: DurationLaw =
      factor.low == factor.high
      ? .fixed(factor.middle) : .lognormal(p10: factor.low, median: factor.middle, p90: factor.high)
    return SimulationModel.Driver(
      key: key("risk/\(risk.id)"), probability: risk.probability, impact: .multiplies(law),
      scopes: scopes(risk, network, programme))
  }

  /// The activities that a risk hits, by who shares its outcome.
  private static func scopes(
    _ risk: Risk, _ network: WorkNetwork, _ programme: Programme
  ) -> [SimulationModel.Driver.Scope] {
    var groups: [String: [Int]] = [:]
    for office in network.offices {
      guard let site = programme.site(of: office.place).map({ programme.sites[$0] }),
        programme.matches(site, risk.places)
      else { continue }
      let hit = office.activities.filter { activity in
        risk.tasks.isEmpty || risk.tasks.contains(network.activities[activity].task.id)
      }
      groups[group(risk.scope, office, site, programme), default: []] += hit
    }
    return groups.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map {
      SimulationModel.Driver.Scope(key: key($0.key), activities: $0.value)
    }
  }

  private static func group(
    _ scope: Risk.Scope, _ office: WorkNetwork.Office, _ site: Site, _ programme: Programme
  ) -> String {
    switch scope {
    case .programme: "programme"
    case .office: "office/\(office.place)"
    case .region(let division): "region/" + (programme.municipalities[site.municipality]?.regions[division] ?? "")
    }
  }

  // MARK: Shocks

  /// The model after some shocks, everybody's luck unchanged.
  func struck(by shocks: [EtappModel.Shock]) -> SimulationModel {
    model.struck(by: shocks.flatMap(\.effects).flatMap { effects($0) })
  }

  private func effects(_ effect: EtappModel.Shock.Effect) -> [EtappSolver.Shock] {
    switch effect {
    case .freeze(let from, let to):
      let all = network.activities.indices.filter { !network.isDone($0) }
      return [.freeze(all, days: days(from, to))]
    case .units(let resource, let change, let from, let to):
      return network.pools.indices.filter { network.pools[$0].resource == resource }.map {
        .capacity(resource: $0, change: change, days: days(from, to))
      }
    case .capacity(let share, let from):
      return network.pools.indices.flatMap { cuts(of: $0, share: share, days: days(from, nil)) }
    case .slower(let tasks, let factor):
      let hit = network.activities.indices.filter {
        (tasks.isEmpty || tasks.contains(network.activities[$0].task.id)) && !network.isDone($0)
      }
      return [.slower(hit, factor: factor)]
    }
  }

  private func days(_ from: Day?, _ to: Day?) -> Range<Int> {
    let first = from.map { network.timeline.index(onOrAfter: $0) } ?? 0
    let end = to.map { network.timeline.count(through: $0) } ?? WorkNetwork.horizon
    return first..<max(first, end)
  }

  /// What a cut takes from each step of a pool: rounded up, but one unit is left.
  private func cuts(of pool: Int, share: Double, days: Range<Int>) -> [EtappSolver.Shock] {
    let capacity = network.project.capacities[pool]
    return capacity.days.indices.compactMap { step in
      let end = step + 1 < capacity.days.count ? capacity.days[step + 1] : WorkNetwork.horizon
      let stretch = max(days.lowerBound, capacity.days[step])..<min(days.upperBound, max(end, capacity.days[step]))
      let units = capacity.amounts[step]
      let left = max(min(1, units), Int((Double(units) * share).rounded(.down)))
      guard stretch.lowerBound < stretch.upperBound, left < units else { return nil }
      return .capacity(resource: pool, change: left - units, days: stretch)
    }
  }
}
