import Foundation

/// The beta distribution on (0, 1) with two shapes.
struct BetaDistribution: Sendable {
  let alpha: Double
  let beta: Double
  /// ln B(α, β).
  private let logBeta: Double

  /// - Precondition: both shapes are above 0.
  init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && beta > 0, "The shapes of a beta distribution are above 0.")
    self.alpha = alpha
    self.beta = beta
    logBeta = lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta)
  }

  /// The share of the distribution below `x`: the regularised incomplete beta function, by its continued fraction.
  ///
  /// - Complexity: some ten terms.
  ///
  /// Source: Abramowitz & Stegun, "Handbook of Mathematical Functions" (1964), 26.5.8; W. J. Lentz, "Generating Bessel
  /// functions in Mie scattering calculations using continued fractions", Applied Optics 15 (1976),
  /// doi:10.1364/AO.15.000668.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast below the mean; beyond it the mirror image does.
    guard x <= (alpha + 1) / (alpha + beta + 2) else {
      return 1 - BetaDistribution(alpha: beta, beta: alpha).cumulative(1 - x)
    }
    return exp(alpha * log(x) + beta * log1p(-x) - logBeta) / (alpha * fraction(x))
  }

  private func fraction(_ x: Double) -> Double {
    var (value, c, d) = (1.0, 1.0, 0.0)
    for term in 1..<400 {
      let numerator = numerator(term, x)
      d = 1 / Self.awayFromZero(1 + numerator * d)
      c = Self.awayFromZero(1 + numerator / c)
      value *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return value
  }

  private func numerator(_ term: Int, _ x: Double) -> Double {
    let m = Double(term / 2)
    return term % 2 == 0
      ? m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m))
      : -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1))
  }

  private static func awayFromZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }

  /// The value that a share `probability` of the distribution lies below: Newton's steps, halving where they leave the
  /// bracket.
  func quantile(_ probability: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    var x = alpha / (alpha + beta)
    for _ in 0..<200 {
      let excess = cumulative(x) - probability
      if excess < 0 { low = x } else { high = x }
      let density = exp((alpha - 1) * log(x) + (beta - 1) * log1p(-x) - logBeta)
      let newton = x - excess / density
      let next = newton > low && newton < high ? newton : (low + high) / 2
      if abs(next - x) <= 1e-15 * x || next <= 0 || next >= 1 { return min(max(next, low), high) }
      x = next
    }
    return x
  }
}
