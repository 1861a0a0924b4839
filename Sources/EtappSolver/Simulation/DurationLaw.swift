import Foundation

/// How likely an activity is to take how many days, or a risk to have which factor.
///
/// Three points are read as P10, P50 and P90 unless said otherwise, since what people call the shortest and the longest
/// time are seldom the ends of what happens (see `threePoint`).
package enum DurationLaw: Sendable, Hashable {
  case fixed(Double)
  /// The ends and the mode of a triangle.
  case triangular(low: Double, mode: Double, high: Double)
  /// A beta distribution between two ends with shapes 1 + 4 (mode − low) / (high − low) and the mirror image.
  case pert(low: Double, mode: Double, high: Double)
  /// Two half lognormals that meet at the median:
  ///
  ///     median · (median / p10)^(z / z₉₀) for z ≤ 0,   median · (p90 / median)^(z / z₉₀) for z ≥ 0,   z normal
  ///
  /// with z₉₀ the normal P90. It is a lognormal where p10 · p90 = median².
  case lognormal(p10: Double, median: Double, p90: Double)
  /// One of these values, each as likely; they rise.
  case empirical([Double])
  case uniform(low: Double, high: Double)
  case normal(mean: Double, deviation: Double)
  case exponential(mean: Double)

  /// A lognormal by its median and the factor from it to P90, the same down to P10.
  ///
  /// - Parameter factor: at least 1.
  package static func lognormal(median: Double, factor: Double) -> DurationLaw {
    .lognormal(p10: median / factor, median: median, p90: median * factor)
  }

  /// The value that a share `probability` of the law lies at or below.
  ///
  /// - Parameter probability: in (0, 1).
  package func quantile(_ probability: Double) -> Double {
    switch self {
    case .fixed(let value): return value
    case .triangular(let low, let mode, let high): return Self.triangle(low, mode, high, probability)
    case .pert(let low, let mode, let high):
      guard high > low else { return low }
      let shape = 1 + 4 * (mode - low) / (high - low)
      return low + (high - low) * BetaDistribution(alpha: shape, beta: 6 - shape).quantile(probability)
    case .lognormal(let p10, let median, let p90):
      let z = NormalDistribution.quantile(probability) / Self.z90
      return z < 0 ? median * pow(median / p10, z) : median * pow(p90 / median, z)
    case .empirical(let values): return values[min(values.count - 1, Int(probability * Double(values.count)))]
    case .uniform(let low, let high): return low + (high - low) * probability
    case .normal(let mean, let deviation): return mean + deviation * NormalDistribution.quantile(probability)
    case .exponential(let mean): return -mean * log1p(-probability)
    }
  }

  package var median: Double { quantile(0.5) }

  /// The normal P90.
  static let z90 = NormalDistribution.quantile(0.9)

  private static func triangle(_ low: Double, _ mode: Double, _ high: Double, _ probability: Double) -> Double {
    let width = high - low
    guard width > 0 else { return low }
    if probability * width <= mode - low { return low + (probability * width * (mode - low)).squareRoot() }
    return high - ((1 - probability) * width * (high - mode)).squareRoot()
  }
}
