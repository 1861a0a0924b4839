package import EtappModel
import Synchronization

/// Small sentences of the page that have figures in them.
extension Sentences {
  func madeBy(_ version: String, on day: Day) -> String {
    say(en: "Made \(dates.day(day)) by Etapp \(version).", sv: "Gjord \(dates.day(day)) med Etapp \(version).")
  }

  package func gapInWords(_ plan: Plan) -> String? {
    guard plan.gap.isFinite else { return nil }
    return say(en: "Gap: ", sv: "Gap: ")
      + (plan.gap <= Proof.tolerance ? say(en: "none", sv: "inget") : share(plan.gap))
  }

  func ofAll(_ people: Double) -> String { say(en: "of \(persons(people))", sv: "av \(persons(people))") }

  func beyond(_ minutes: Int) -> String { say(en: "Over \(minutes)\u{A0}min", sv: "Över \(minutes)\u{A0}min") }

  /// `mainly (80%)`, how much must open inside the window.
  package func mainly(_ share: Double) -> String {
    say(en: "mainly (\(numbers.percent(share)))", sv: "främst (\(numbers.percent(share)))")
  }

  package func rulesHeld(_ plan: Plan) -> String {
    let held = plan.rules.count(where: \.satisfied)
    if held == plan.rules.count {
      return say(en: "All \(count(held, .rule)) hold.", sv: "Alla \(count(held, .rule)) är uppfyllda.")
    }
    return say(
      en: "\(held) of \(count(plan.rules.count, .rule)) hold.",
      sv: "\(held) av \(count(plan.rules.count, .rule)) är uppfyllda.")
  }

  /// How the wishes fare; nil when there are none.
  package func wishes(_ plan: Plan) -> String? {
    let wishes = plan.rules.filter { names.rule($0.rule)?.price != nil }
    guard !wishes.isEmpty else { return nil }
    let met = wishes.count(where: \.satisfied)
    return say(
      en: "of them wishes: \(met) of \(wishes.count) met", sv: "varav önskemål: \(met) av \(wishes.count) uppfyllda")
  }

  func outsideLead(_ number: Int) -> String {
    say(
      en:
        "\(count(number, .municipality)) get no office in this plan. For each: what an office there would bring, and what it would displace.",
      sv:
        "\(count(number, .municipality)) får inget kontor i denna plan. För var och en: vad ett kontor där skulle ge, och vad det skulle tränga undan."
    )
  }

  func priority(_ goal: Goal, weighted: Bool) -> String {
    if weighted, let weight = goal.weight {
      return say(en: "Weight: \(numbers.trimmed(weight)).", sv: "Vikt: \(numbers.trimmed(weight)).")
    }
    return say(en: "Tolerance: \(tolerance(goal)).", sv: "Tolerans: \(tolerance(goal)).")
  }

  func peopleAtPoints(_ demand: DemandPoints) -> String {
    say(
      en: "\(persons(demand.total.value)) at \(numbers.whole(demand.count)) points",
      sv: "\(persons(demand.total.value)) i \(numbers.whole(demand.count)) punkter")
  }

  /// How travel times came about.
  func travelMethod(_ hasTable: Bool) -> String {
    let formula = assignment.travel.formula
    let line = say(
      en:
        "straight line × \(numbers.trimmed(formula.detour)), \(numbers.trimmed(formula.townSpeed)) km/h for the first \(kilometres(formula.townKilometres)), then \(numbers.trimmed(formula.ruralSpeed)) km/h",
      sv:
        "fågelvägen × \(numbers.trimmed(formula.detour)), \(numbers.trimmed(formula.townSpeed)) km/h de första \(kilometres(formula.townKilometres)), därefter \(numbers.trimmed(formula.ruralSpeed)) km/h"
    )
    guard hasTable else { return sentence(line) }
    return say(
      en: "A table of computed times; where it has none: \(line)",
      sv: "En tabell med beräknade tider; där den saknar värde: \(line)")
  }

  func dated(_ title: Text, from: Day?, to: Day?) -> String {
    let valid = [
      from.map { say(en: "from ", sv: "från ") + dates.day($0) },
      to.map { say(en: "to ", sv: "till ") + dates.day($0) },
    ]
    let words = valid.compactMap { $0 }.joined(separator: " ")
    return title(language) + (words.isEmpty ? "" : ", " + words)
  }

  func dated(_ title: Text, _ day: Day?, areas: Int) -> String {
    let number = say(
      en: areas == 1 ? "1 area" : "\(numbers.whole(areas)) areas",
      sv: areas == 1 ? "1 område" : "\(numbers.whole(areas)) områden")
    return [title(language), day.map(dates.day), number].compactMap { $0 }.joined(separator: ", ")
  }

  func duration(_ value: Double) -> String {
    say(en: "in \(numbers.significant(value)) seconds", sv: "på \(numbers.significant(value)) sekunder")
  }

  func effort(_ effort: Run.Effort) -> String {
    say(
      en:
        "\(numbers.whole(effort.linearPrograms)) linear programs, \(numbers.whole(effort.nodes)) nodes, \(numbers.whole(effort.cuts)) cuts",
      sv:
        "\(numbers.whole(effort.linearPrograms)) linjärprogram, \(numbers.whole(effort.nodes)) noder, \(numbers.whole(effort.cuts)) snitt"
    )
  }

  /// A key that sorts names as the language does: Swedish puts å, ä and ö last.
  ///
  /// A page sorts hundreds of names by it, and a server the same ones again and again, so keys are remembered.
  package func sortKey(_ name: String) -> String {
    let memo = language.rawValue + name
    if let known = Self.sortKeys.withLock({ $0[memo] }) { return known }
    let key = makeSortKey(name)
    Self.sortKeys.withLock { keys in
      if keys.count > 20_000 { keys = [:] }
      keys[memo] = key
    }
    return key
  }

  private static let sortKeys = Mutex<[String: String]>([:])

  private func makeSortKey(_ name: String) -> String {
    guard language == .swedish else { return Names.folded(name) }
    return name.lowercased().reduce(into: "") { key, character in
      switch character {
      case "å": key += "\u{7F}a"
      case "ä", "æ": key += "\u{7F}b"
      case "ö", "ø": key += "\u{7F}c"
      default: key += Names.folded(String(character))
      }
    }
  }
}
