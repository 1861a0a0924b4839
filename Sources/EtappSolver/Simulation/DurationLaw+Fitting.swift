/// Laws that go through three points, read as P10, P50 and P90.
extension DurationLaw {
  /// The triangle with these quantiles; nil where there is none, which is where one side is more than 0.618 of the whole.
  ///
  /// With the mode at a share w of the base, (P50 − P10) / (P90 − P10) rises with w from 0.382 to 0.618; w is found by
  /// halving, then the base from P90 − P10.
  package static func triangular(p10: Double, p50: Double, p90: Double) -> DurationLaw? {
    guard p10 < p90 else { return nil }
    let share = (p50 - p10) / (p90 - p10)
    func unit(_ w: Double) -> (p10: Double, p50: Double, p90: Double) {
      let law = DurationLaw.triangular(low: 0, mode: w, high: 1)
      return (law.quantile(0.1), law.quantile(0.5), law.quantile(0.9))
    }
    func unitShare(_ w: Double) -> Double {
      let unit = unit(w)
      return (unit.p50 - unit.p10) / (unit.p90 - unit.p10)
    }
    guard share >= unitShare(0), share <= unitShare(1) else { return nil }
    var (lower, upper) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (lower + upper) / 2
      if unitShare(middle) < share { lower = middle } else { upper = middle }
    }
    let (w, points) = (lower, unit(lower))
    let width = (p90 - p10) / (points.p90 - points.p10)
    let low = p10 - width * points.p10
    return .triangular(low: low, mode: low + w * width, high: low + width)
  }

  /// The law of three points as people give them: the triangle with these quantiles where there is one that stays above
  /// 0, else two half lognormals, which fit any three.
  ///
  /// - Precondition: 0 < p10 ≤ p50 ≤ p90.
  package static func threePoint(p10: Double, p50: Double, p90: Double) -> DurationLaw {
    precondition(p10 > 0 && p10 <= p50 && p50 <= p90, "Three points rise and are above 0.")
    if p10 == p90 { return .fixed(p50) }
    if case .triangular(let low, let mode, let high)? = triangular(p10: p10, p50: p50, p90: p90), low >= 0 {
      return .triangular(low: low, mode: mode, high: high)
    }
    return .lognormal(p10: p10, median: p50, p90: p90)
  }
}
