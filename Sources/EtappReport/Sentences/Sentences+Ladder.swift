package import EtappModel

/// The ladder of replanning: what few changes bring, and what a broken promise brings.
extension Sentences {
  package func ladder(_ ladder: Ladder) -> String {
    let steps = ladder.steps.map(step)
    guard !ladder.rungs.isEmpty else { return steps.joined(separator: "\n") }
    return (steps + [promised(ladder.promised)] + ladder.rungs.map(step)).joined(separator: "\n")
  }

  /// What stands between the two parts: to whom something has been said.
  private func promised(_ places: [ID<Place>]) -> String {
    let names = list(places.map(name), atMost: 5)
    return say(
      en: "Promised, since the municipality has been told: \(names). What a broken promise would bring:",
      sv: "Utlovat, eftersom kommunen har fått besked: \(names). Vad ett brutet löfte skulle ge:")
  }

  /// One step of the ladder of replanning.
  package func step(_ step: LadderStep) -> String {
    let allowed = allowed(step)
    guard step.plan.hasChoice else { return allowed + proof(step.plan.proof) }
    let moved = step.moves.isEmpty ? say(en: "nothing moves", sv: "inget flyttas") : moves(step.moves)
    let values = step.plan.totals.map { "\(title(ofGoal: $0.goal)) \(value($0.value, $0.unit))" }.joined(
      separator: ", ")
    return "\(allowed)\(moved). \(values)." + broken(step) + gained(step)
  }

  private func allowed(_ step: LadderStep) -> String {
    let changes = count(step.changes, .change)
    guard let promises = step.promises else {
      return say(en: "With at most \(changes): ", sv: "Med högst \(changes): ")
    }
    guard promises > 0 else {
      return say(
        en: "With at most \(changes) and every promise kept: ", sv: "Med högst \(changes) och alla löften hållna: ")
    }
    let broken = count(promises, .brokenPromise)
    return say(en: "With at most \(changes) and \(broken): ", sv: "Med högst \(changes) och \(broken): ")
  }

  private func broken(_ step: LadderStep) -> String {
    guard !step.broken.isEmpty else { return "" }
    let places = list(step.broken.map(name), atMost: 5)
    return say(en: " Breaks what has been said about \(places).", sv: " Bryter det som sagts om \(places).")
  }

  /// What another broken promise brings, against the step before.
  private func gained(_ step: LadderStep) -> String {
    guard step.promises.map({ $0 > 0 }) ?? false else { return "" }
    return say(en: " Against the line before: ", sv: " Mot raden före: ") + differences(step.differences) + "."
  }
}
