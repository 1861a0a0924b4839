package import EtappModel

/// A plan in words.
extension Sentences {
  /// The answer in three sentences: what opens, how sure it is, what it brings.
  package func answer(_ plan: Plan) -> [String] {
    guard plan.hasChoice else { return [gist(plan.proof)] }
    return [opening(plan), proof(plan.proof), benefit(plan)].compactMap { $0 }
      + fullness(plan.loads, unserved: plan.travel.last?.unserved.value ?? 0)
      + (plan.loads.isEmpty ? [] : [travelToRoom])
  }

  private func opening(_ plan: Plan) -> String {
    let byRound = assignment.rounds.indices.map { round in
      let number = plan.establishments.count { $0.round == round }
      return "\(numbers.whole(number)) \(inRound(round))"
    }
    let total = count(plan.establishments.count, .office)
    let closing = plan.choice.closes.isEmpty ? "" : " " + closes(plan.choice.closes.count)
    guard byRound.count > 1 else { return say(en: "\(total) open.", sv: "\(total) öppnar.") + closing }
    return say(en: "\(total) open: \(list(byRound)).", sv: "\(total) öppnar: \(list(byRound)).") + closing
  }

  private func closes(_ number: Int) -> String {
    say(
      en: "\(number == 1 ? "One existing office closes" : "\(number) existing offices close").",
      sv: "\(number == 1 ? "Ett befintligt kontor" : "\(number) befintliga kontor") stänger.")
  }

  private func benefit(_ plan: Plan) -> String? {
    guard let before = plan.travel.first, let after = plan.travel.last, plan.travel.count > 1 else { return nil }
    guard hasOfficesBefore else { return reached(after) }
    let means = (minutes(before.mean.value), minutes(after.mean.value))
    let hour = (before.beyond[60]?.value ?? 0, after.beyond[60]?.value ?? 0)
    let far = say(
      en:
        "and the number of people with more than an hour to an office from \(numbers.whole(hour.0)) to \(numbers.whole(hour.1))",
      sv:
        "och antalet personer med mer än en timme till ett kontor från \(numbers.whole(hour.0)) till \(numbers.whole(hour.1))"
    )
    let falls = after.mean <= before.mean
    return say(
      en: "Mean travel time to the nearest office \(falls ? "falls" : "rises") from \(means.0) to \(means.1), \(far).",
      sv:
        "Den genomsnittliga restiden till närmaste kontor \(falls ? "sjunker" : "stiger") från \(means.0) till \(means.1), \(far)."
    )
  }

  /// Whether anybody had an office to travel to before the programme; else "before" is no travel time.
  var hasOfficesBefore: Bool { !names.geography.offices.isEmpty }

  private func reached(_ after: TravelSummary) -> String {
    let (mean, far) = (minutes(after.mean.value), numbers.whole(after.beyond[60]?.value ?? 0))
    return say(
      en: "Mean travel time to the nearest office is then \(mean), and \(far) people have more than an hour to one.",
      sv:
        "Den genomsnittliga restiden till närmaste kontor är sedan \(mean), och \(far) personer har mer än en timme dit."
    )
  }

  /// What travel means where the nearest office may be full.
  var travelToRoom: String {
    say(
      en: "Travel is to offices that have room, in all as short as can be.",
      sv: "Restiderna är till kontor som har plats, sammantaget så korta som det går.")
  }

  /// How many offices with a capacity are full, and how many people find no room at all.
  func fullness(_ loads: [SiteLoad], unserved: Double) -> [String] {
    guard !loads.isEmpty else { return [] }
    let full = loads.count(where: \.isFull)
    let lines = [
      say(
        en: "Offices with a capacity that are full: \(full) of \(loads.count).",
        sv: "Kontor med kapacitet som är fulla: \(full) av \(loads.count).")
    ]
    guard unserved > 0.5 else { return lines }
    let (people, minutes) = (numbers.whole(unserved), numbers.whole(assignment.travel.unreachable.value))
    return lines + [
      say(
        en: "\(people) people find no room anywhere; they count as \(minutes) minutes.",
        sv: "\(people) personer får inte plats någonstans; de räknas som \(minutes) minuter.")
    ]
  }

  // MARK: For a terminal

  /// The plan as lines of text: answer, rounds, goals, rules that do not hold.
  package func summary(_ plan: Plan) -> String {
    guard plan.hasChoice else { return assignment.name(language) + "\n" + proof(plan.proof) }
    let head = assignment.name(language) + "\n" + answer(plan).joined(separator: " ")
    let parts = [head, rounds(plan), goals(plan), rules(plan)]
    return parts.joined(separator: "\n\n")
  }

  private func rounds(_ plan: Plan) -> String {
    assignment.rounds.indices.map { round in
      let places = plan.establishments.filter { $0.round == round }
      let window = window(ofRound: round).map { " (\($0))" } ?? ""
      return "\(title(ofRound: round))\(window): \(count(places.count, .office))\n  "
        + places.map { name($0.place) }.joined(separator: ", ")
    }
    .joined(separator: "\n")
  }

  /// `2022`, `1 March – 30 June 2022`; nil for a round without a window.
  package func window(ofRound index: Int) -> String? {
    assignment.rounds[index].opens.map { dates.span($0.from, $0.to) }
  }

  private func goals(_ plan: Plan) -> String {
    let lines = plan.totals.map { "  " + figures($0) }
    return ([say(en: "Goals", sv: "Mål")] + lines).joined(separator: "\n")
  }

  /// "Travel time: 12.2 min (ideal 12.0 min, random 12.6 min, gap 0%)".
  package func figures(_ result: GoalResult) -> String {
    var beside: [String] = []
    if let ideal = result.ideal { beside.append(say(en: "ideal ", sv: "bästa enskilt ") + value(ideal, result.unit)) }
    if let random = result.random { beside.append(say(en: "random ", sv: "slumpen ") + value(random, result.unit)) }
    let figures = beside.isEmpty ? "" : " (\(beside.joined(separator: ", ")))"
    return "\(title(ofGoal: result.goal)): \(value(result.value, result.unit))\(figures)"
  }

  private func rules(_ plan: Plan) -> String {
    let broken = plan.rules.filter { !$0.satisfied }
    guard !broken.isEmpty else {
      return say(
        en: "All \(count(plan.rules.count, .rule)) hold.", sv: "Alla \(count(plan.rules.count, .rule)) är uppfyllda.")
    }
    let lines = broken.map { "  " + result($0) }
    let held = plan.rules.count - broken.count
    return
      ([
        say(
          en: "Rules: \(held) of \(plan.rules.count) hold", sv: "Villkor: \(held) av \(plan.rules.count) är uppfyllda")
      ] + lines)
      .joined(separator: "\n")
  }
}
