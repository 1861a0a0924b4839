package import EtappModel

/// What must be moved for a round to keep its promise, in words.
extension Sentences {
  /// A few lines for each round that is not as sure as was asked for.
  package func summary(_ remedies: [Remedy]) -> String {
    guard !remedies.isEmpty else {
      return say(en: "Every round is as sure as that already.", sv: "Varje omgång är redan så säker.")
    }
    return remedies.map(remedy).joined(separator: "\n")
  }

  private func remedy(_ remedy: Remedy) -> String {
    let (title, wanted) = (title(ofRound: remedy.round), numbers.percent(remedy.wanted, places: 0))
    let before = numbers.percent(remedy.before)
    let head =
      remedy.isReached
      ? say(
        en: "\(title) keeps its promise with \(before). For \(wanted), move:",
        sv: "\(title) håller sitt löfte med \(before). För \(wanted), flytta:")
      : say(
        en: "\(title) keeps its promise with \(before). Moving offices does not make it \(wanted); the best found is:",
        sv:
          "\(title) håller sitt löfte med \(before). Att flytta kontor räcker inte till \(wanted); det bästa funna är:")
    return ([head] + remedy.steps.map { "  " + step($0) }).joined(separator: "\n")
  }

  private func step(_ step: Remedy.Step) -> String {
    let odds = numbers.percent(step.probability)
    guard let round = step.to else {
      return say(en: "\(name(step.place)), out of the plan: \(odds)", sv: "\(name(step.place)), ut ur planen: \(odds)")
    }
    return say(
      en: "\(name(step.place)), to \(name(ofRound: round)): \(odds)",
      sv: "\(name(step.place)), till \(name(ofRound: round)): \(odds)")
  }
}
