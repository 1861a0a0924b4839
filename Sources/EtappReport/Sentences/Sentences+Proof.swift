package import EtappModel

/// How sure an answer is, in plain words.
extension Sentences {
  /// Two or three words for a badge: "Proved best".
  package func badge(_ proof: Proof) -> String {
    switch proof {
    case .optimal: say(en: "Proved best", sv: "Bevisat bäst")
    case .within(let gap): say(en: "Within \(share(gap)) of the best", sv: "Inom \(share(gap)) från bästa")
    case .infeasible: say(en: "No plan possible", sv: "Ingen plan möjlig")
    case .stopped: say(en: "Stopped before the proof", sv: "Avbruten före beviset")
    case .evaluated: say(en: "Given, not optimised", sv: "Given, inte optimerad")
    }
  }

  /// One sentence on what the status promises.
  package func proof(_ proof: Proof) -> String {
    switch proof {
    case .optimal:
      say(
        en:
          "The plan is proved best: no other plan that keeps the rules does better, in the order the goals are taken.",
        sv: "Planen är bevisat bäst: ingen annan plan som följer villkoren är bättre, i den ordning målen tas.")
    case .within(let gap):
      say(
        en: "No plan that keeps the rules is better by more than \(share(gap)).",
        sv: "Ingen plan som följer villkoren är bättre med mer än \(share(gap)).")
    case .infeasible(let conflict):
      say(en: "No plan fulfils the rules. ", sv: "Ingen plan uppfyller villkoren. ") + self.conflict(conflict)
    case .stopped(let stop): stopped(stop)
    case .evaluated:
      say(
        en: "The plan was given. Its figures are computed, but no better plan was looked for.",
        sv: "Planen är given. Dess värden är beräknade, men ingen bättre plan har sökts.")
    }
  }

  private func stopped(_ stop: Proof.Stop) -> String {
    let cause =
      switch stop {
      case .timeLimit: say(en: "The time was up", sv: "Tiden tog slut")
      case .interrupted: say(en: "The run was interrupted", sv: "Körningen avbröts")
      }
    return say(
      en:
        "\(cause) before the proof was done. The plan is the best found; the bounds say how much better another could at most be.",
      sv:
        "\(cause) innan beviset var klart. Planen är den bästa som hittats; gränserna säger hur mycket bättre en annan som mest kan vara."
    )
  }

  /// What the proof of one goal says, with its numbers.
  package func proof(_ result: GoalResult) -> String {
    let value = value(result.value, result.unit)
    if result.gap <= Proof.tolerance {
      return say(
        en: "\(value) is the best that the rules and the goals before it allow.",
        sv: "\(value) är det bästa som villkoren och målen före tillåter.")
    }
    let bound = self.value(result.bound, result.unit)
    if let goal = names.goal(result.goal), isLeft(goal) {
      return say(
        en:
          "\(value); the best alone at this step is \(bound), and the tolerance of this goal lets the goals after it use the rest.",
        sv: "\(value); det bästa i detta steg är \(bound), och målets tolerans låter målen efter använda resten.")
    }
    return say(
      en: "\(value); no plan that keeps the rules and the goals before it does better than \(bound).",
      sv: "\(value); ingen plan som följer villkoren och målen före är bättre än \(bound).")
  }

  /// The gap as a table has it: what a tolerance leaves to later goals is no gap in the proof.
  package func gap(_ result: GoalResult, isTotal: Bool) -> String {
    guard isTotal, result.gap > Proof.tolerance, let goal = names.goal(result.goal), isLeft(goal) else {
      return isTotal ? share(result.gap) : "–"
    }
    return say(en: "within tolerance", sv: "inom toleransen")
  }

  private func isLeft(_ goal: Goal) -> Bool {
    switch goal.tolerance {
    case .share(let number), .amount(let number): number > 0
    }
  }

  /// What "optimal", bound and gap mean, for a reader who has never met them.
  package var proofInPlainWords: [String] {
    [
      say(
        en:
          "Every plan that keeps the rules is covered by the proof, not only those that were looked at one by one. The program computes a bound: a figure that no plan can beat. When the plan's own figure meets the bound, there is nothing better to find.",
        sv:
          "Beviset omfattar varje plan som följer villkoren, inte bara dem som granskats en och en. Programmet räknar fram en gräns: ett värde som ingen plan kan överträffa. När planens eget värde når gränsen finns inget bättre att hitta."
      ),
      say(
        en:
          "Value is what the plan has. Bound is the best that any plan could have. Gap is the distance between them. Proved best means a gap of at most one millionth.",
        sv:
          "Värde är vad planen har. Gräns är det bästa någon plan kan ha. Gap är avståndet däremellan. Bevisat bäst betyder ett gap på högst en miljondel."
      ),
      say(
        en:
          "Every figure has been computed a second time from the plan itself, by another way than the one that found it.",
        sv: "Varje värde har räknats en andra gång från planen själv, på ett annat sätt än det som hittade det."),
      say(
        en: "The proof is about the rules, goals and data stated here. It cannot know what the data leaves out.",
        sv:
          "Beviset gäller de villkor, mål och data som anges här. Det kan inte känna till det som saknas i underlaget."),
    ]
  }

  /// A gap as a percentage that does not round to nothing.
  package func share(_ gap: Double) -> String {
    guard gap.isFinite else { return "–" }
    return gap >= 0.0001 || gap == 0
      ? numbers.percent(gap, places: 2) : say(en: "less than 0.01%", sv: "mindre än 0,01\u{A0}%")
  }
}
