import EtappModel
import EtappSolver
import Foundation

/// The goals that are sums over people.
extension Locating {
  private var open: Int { min(question.open ?? data.candidates.count, data.candidates.count) }

  /// Σ w d / Σ w
  func access(_ report: @escaping (Step) -> Void) -> Found {
    let people = max(data.people, 1e-9)
    // Whole metres are whole numbers, and whole numbers prove sooner.
    let unit: Float = question.measure == .kilometres ? 1000 : 1
    let scale = people * Double(unit)
    let ground = network.ground(open: open, options) { unit == 1 ? $0 : ($0 * unit).rounded() }
    let result = ground.run(telling(report) { $0 / scale }, goal: nil)
    let travel = network.travel(open: result.sites, within: nil)
    return found(result, value: travel.mean, bound: result.bound / scale, isOptimal: result.status == .proved)
  }

  /// A bound is never better than the value; a proof in another unit is a proof.
  private func found(
    _ result: PlacingSearch.Result, value: Double, bound: Double, isOptimal: Bool
  ) -> Found {
    let bound =
      isOptimal && abs(value - bound) <= 1e-6 * abs(value)
      ? max(min(bound, value), value - abs(value) * 1e-6) : min(bound, value)
    return Found(sites: result.sites, value: value, bound: bound, status: result.status, nodes: result.nodes)
  }

  /// (1/κ) ln ( Σ w exp(κ d) / Σ w )
  ///
  /// Source: Horton, Logan, Murrell, Skipper, Speakman (2024), arXiv:2401.15452.
  func equity(_ report: @escaping (Step) -> Void) -> Found {
    let people = max(data.people, 1e-9)
    let (kappa, most) = (self.kappa, Self.greatestExponent)
    // Where exp(κd) is hardly more than 1, it is what is more that is to be told apart.
    let one = kappa * network.travel(open: Array(data.candidates.indices), within: nil).mean < 0.5 ? 1.0 : 0
    let burden: @Sendable (Float) -> Double = { travel in
      let exponent = min(most, kappa * Double(travel))
      return one > 0 ? expm1(exponent) : exp(exponent)
    }
    let ground = network.ground(open: open, options, ends: true) { Float(burden($0)) }
    func inUnit(_ sum: Double) -> Double { log(max(sum / people + one, .leastNormalMagnitude)) / kappa }
    let result = ground.run(telling(report, inUnit), goal: nil)
    let sum = zip(data.population, network.travels(open: result.sites)).reduce(0) { $0 + $1.0 * burden($1.1) }
    // Burdens are rounded to 24 bits: the bound is lowered by as much as that can be.
    let bound = inUnit(result.bound * (1 - 1.2e-7))
    var found = found(result, value: inUnit(sum), bound: bound, isOptimal: false)
    found.kappa = kappa
    return found
  }

  /// Exponents beyond this would outgrow the numbers; e⁸⁰ burdens are avoided at any price anyway.
  private static let greatestExponent = 80.0

  /// κ of `equity`, for one minute or kilometre.
  ///
  ///     κ = ε Σ w d / Σ w d²
  ///
  /// with d the travel before anything opens; where nothing is open, with as many sites open as are asked for, where a
  /// quick search for short mean travel puts them.
  var kappa: Double {
    switch question.aversion {
    case .kappa(let kappa): return max(kappa, 1e-9)
    case .epsilon(let epsilon):
      var (first, second) = (0.0, 0.0)
      for (persons, travel) in zip(data.population, network.travels(open: data.existing.isEmpty ? usual : [])) {
        first += persons * Double(travel)
        second += persons * Double(travel) * Double(travel)
      }
      return max(second > 0 ? epsilon * first / second : epsilon, 1e-9)
    }
  }

  /// Sites as they may be expected, before it is known which are best.
  private var usual: [Int] {
    guard let open = question.open, open < data.candidates.count else { return Array(data.candidates.indices) }
    return network.ground(open: open, options) { $0 }.quick
  }

  // MARK: Reach

  /// Persons within.
  func reach(_ report: @escaping (Step) -> Void) -> Found { reach(open: open, goal: nil, report) }

  /// - Parameter goal: Persons outside that are few enough: the search ends when it knows whether they can be so few.
  func reach(open: Int, goal: Double?, _ report: @escaping (Step) -> Void) -> Found {
    let within = Float(question.within ?? 0)
    let people = data.people
    let ground = network.ground(open: open, options, ends: true) { $0 <= within ? 0 : 1 }
    let result = ground.run(telling(report) { people - $0 }, goal: goal)
    let value = network.travel(open: result.sites, within: question.within).within ?? 0
    let bound = max(value, people - result.bound)
    return Found(sites: result.sites, value: value, bound: bound, status: result.status, nodes: result.nodes)
  }
}
