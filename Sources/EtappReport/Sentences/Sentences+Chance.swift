package import EtappModel

/// Probabilities as people say them.
extension Sentences {
  /// A probability in whole per cent; what only comes near certainty does not become it.
  package func chance(_ probability: Double) -> String {
    let percent = (probability * 100).rounded()
    if percent < 1 { return say(en: "under \(numbers.percent(0.01))", sv: "under \(numbers.percent(0.01))") }
    if percent > 99 { return say(en: "over \(numbers.percent(0.99))", sv: "över \(numbers.percent(0.99))") }
    return numbers.percent(percent / 100)
  }

  /// `8 cases of 10`; `half of the cases` for one half, `85 cases of 100` where tens do not do.
  package func cases(_ probability: Double) -> String {
    let percent = Int((probability * 100).rounded())
    guard percent != 50 else { return say(en: "half of the cases", sv: "hälften av fallen") }
    let (part, whole) = percent.isMultiple(of: 10) ? (percent / 10, 10) : (percent, 100)
    return say(en: "\(part) \(part == 1 ? "case" : "cases") of \(whole)", sv: "\(part) fall av \(whole)")
  }

  /// "open by 3 May 2022 in 8 cases of 10": what a percentile of the opening day means.
  package func open(by day: Day, in probability: Double) -> String {
    say(
      en: "open by \(dates.day(day)) in \(cases(probability))",
      sv: "öppet senast \(dates.day(day)) i \(cases(probability))")
  }

  /// `± 0.4 percentage points`, one standard error of a probability.
  package func error(_ standardError: Double) -> String {
    let points = numbers.significant(standardError * 100)
    return say(en: "±\u{A0}\(points) percentage points", sv: "±\u{A0}\(points) procentenheter")
  }

  /// The standard error of a probability that was counted in so many trials, √(p (1 − p) / n); nil where all trials
  /// agree, since that tells nothing of how far off they are.
  func error(of probability: Double, trials: Int) -> String? {
    let variance = probability * (1 - probability) / Double(max(1, trials))
    return variance > 1e-12 ? error(variance.squareRoot()) : nil
  }

  /// Calendar days with one decimal where they are few: `12 days`, `0.4 days`.
  func days(_ value: Double) -> String {
    let text = abs(value) >= 9.95 ? numbers.whole(value) : numbers.trimmed(value, places: 1)
    return "\(text)\u{A0}\(noun(.day, text == "1" ? 1 : 2))"
  }

  /// Offices that are expected, with a decimal: `0.8 offices`.
  func expectedOffices(_ value: Double) -> String {
    let text = numbers.trimmed(value, places: abs(value) < 1 ? 2 : 1)
    return "\(text)\u{A0}\(noun(.office, text == "1" ? 1 : 2))"
  }
}
