/// How long a task takes in working days, as far as is known beforehand.
public enum Estimate: Hashable, Sendable {
  /// Certain.
  case fixed(Int)
  /// In one case of ten less than `low`, in half of them less than `middle`, in one of ten more than `high`.
  case threePoint(low: Double, middle: Double, high: Double, law: Law)
  /// What earlier work of this kind took.
  case observed([Double])

  /// The shape a three-point estimate is drawn from.
  public enum Law: String, CaseIterable, Sendable {
    case lognormal, pert, triangular
  }

  /// What a plan counts with: the median, in whole days.
  public var planned: Int {
    switch self {
    case .fixed(let days): return days
    case .threePoint(_, let middle, _, _): return Int(middle.rounded())
    case .observed(let days):
      let sorted = days.sorted()
      return sorted.isEmpty ? 0 : Int(sorted[sorted.count / 2].rounded())
    }
  }

  /// Whether how long it takes is not known beforehand.
  public var isUncertain: Bool { if case .fixed = self { false } else { true } }

  /// The estimate of work that takes `factor` times as long; what is certain stays.
  public func scaled(by factor: Double) -> Estimate {
    guard factor != 1 else { return self }
    switch self {
    case .fixed: return self
    case .threePoint(let low, let middle, let high, let law):
      return .threePoint(low: low * factor, middle: middle * factor, high: high * factor, law: law)
    case .observed(let days): return .observed(days.map { $0 * factor })
    }
  }
}
