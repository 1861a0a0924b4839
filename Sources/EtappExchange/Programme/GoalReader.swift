import EtappModel
import Yams

/// Reads the list of goals, in order of priority.
struct GoalReader {
  let geography: Geography
  let assignment: Assignment
  let findings: Findings

  func read(_ root: Record) -> [Goal] {
    var seen: Set<String> = []
    let goals = root.list("goals").compactMap { node -> Goal? in
      if let name = node.scalar?.string { return plain(name, row: node.mark?.line) }
      guard let record = Record(node, "goals", findings: findings) else { return nil }
      defer { record.finish("goals") }
      return goal(record)
    }
    for goal in goals where !seen.insert(goal.id.code).inserted {
      findings.error(
        "The goal's id is used twice.", "Målets id används två gånger.", row: goal.row, column: "id",
        value: goal.id.code)
    }
    checkWeights(goals)
    return goals
  }

  /// Either every goal has a weight or none has.
  private func checkWeights(_ goals: [Goal]) {
    guard let first = goals.first(where: { $0.weight == nil }), goals.contains(where: { $0.weight != nil }) else {
      return
    }
    findings.error(
      "Some goals have a weight and this has none: goals are weighed all, or taken in order all.",
      "Vissa mål har vikt men inte detta: antingen vägs alla mål eller tas alla i ordning.", row: first.row,
      column: "weight", value: first.id.code, maybe: "weight: 1")
  }

  /// A goal by its kind alone: `- access`.
  private func plain(_ name: String, row: Int?) -> Goal? {
    guard let kind = kindName(name, row: row) else { return nil }
    switch kind {
    case .access: return Goal(id: ID(name), kind: .access(months: nil), row: row)
    case .spread: return Goal(id: ID(name), kind: .spread(.mean), row: row)
    case .balance: return Goal(id: ID(name), kind: .balance(of: .categories([])), row: row)
    case .cost: return Goal(id: ID(name), kind: .cost(months: nil), row: row)
    case .equity: return Goal(id: ID(name), kind: .equity(.epsilon(1), months: nil), row: row)
    case .wishes: return Goal(id: ID(name), kind: .wishes, row: row)
    case .delivery: return delivery(row: row).map { Goal(id: ID(name), kind: $0, row: row) }
    case .reach, .farthest, .stability:
      findings.error(
        "The goal “\(name)” needs more words.", "Målet ”\(name)” behöver fler ord.", row: row, column: "goals",
        value: name,
        maybe: kind == .reach
          ? "{id: reach, within: 30}"
          : kind == .farthest
            ? "{id: farthest, beyond: 60}"
            : kind == .stability ? "{id: stability, plan: name}" : nil)
      return nil
    }
  }

  private func goal(_ record: Record) -> Goal? {
    guard let id = record.string("id") ?? record.string("goal") else {
      findings.error("The goal has no id.", "Målet har inget id.", row: record.row, column: "id", maybe: "id: access")
      return nil
    }
    guard let kindName = kindName(record.string("goal") ?? id, row: record.row) else {
      record.passOver()
      return nil
    }
    let (tolerance, weight) = (tolerance(record), record.amount("weight"))
    guard let kind = kind(kindName, record) else {
      record.passOver()
      return nil
    }
    return Goal(
      id: ID(id), kind: kind, tolerance: tolerance, weight: weight, source: record.string("source"),
      sentence: record.text("sentence"), row: record.row)
  }

  private func kindName(_ name: String, row: Int?) -> Goal.KindName? {
    if let kind = Goal.KindName(rawValue: name) { return kind }
    let known = Goal.KindName.allCases.map(\.rawValue)
    findings.error(
      "There is no goal of this kind.", "Det finns inget mål av detta slag.", row: row, column: "goals", value: name,
      maybe: Names.nearest(to: name, among: known, limit: 1).first ?? known.joined(separator: ", "))
    return nil
  }

  private func kind(_ name: Goal.KindName, _ record: Record) -> Goal.Kind? {
    switch name {
    case .access: .access(months: months(record))
    case .reach:
      (number(record, ["within", "withinMinutes"])).map { .reach(within: Minutes($0), months: months(record)) }
    case .farthest:
      (number(record, ["beyond", "beyondMinutes"])).map { .farthest(beyond: Minutes($0), months: months(record)) }
    case .equity: .equity(aversion(record), months: months(record))
    case .spread: spread(record)
    case .balance: balance(record)
    case .cost: .cost(months: months(record))
    case .stability:
      record.string("plan").map { .stability(plan: $0) } ?? missing(record, "plan", maybe: "plan: name")
    case .wishes: .wishes
    case .delivery: delivery(row: record.row)
    }
  }

  private func missing(_ record: Record, _ key: String, maybe: String?) -> Goal.Kind? {
    findings.error("“\(key)” is missing.", "”\(key)” saknas.", row: record.row, column: key, maybe: maybe)
    return nil
  }

  /// Without tasks there is nothing to simulate.
  private func delivery(row: Int?) -> Goal.Kind? {
    guard assignment.work == nil else { return .delivery }
    findings.error(
      "The goal “delivery” needs “templates”: the tasks that establish an office.",
      "Målet ”delivery” behöver ”templates”: uppgifterna som etablerar ett kontor.", row: row, column: "goals",
      value: "delivery", maybe: "templates: [{id: standard, tasks: [{id: search, days: [20, 35, 70]}]}]")
    return nil
  }

  private func number(_ record: Record, _ keys: [String]) -> Double? {
    for key in keys where record.has(key) { return record.amount(key) }
    findings.error(
      "“\(keys[0])” is missing: a number of minutes.", "”\(keys[0])” saknas: ett antal minuter.", row: record.row,
      column: keys[0],
      maybe: "\(keys[0]): 30")
    return nil
  }

  /// `months: {1: 12, 2: 24}`
  private func months(_ record: Record) -> [Double]? {
    guard let words = record.record("months") else { return nil }
    var months = assignment.monthsServed
    for (name, node) in words.members {
      guard let index = assignment.rounds.firstIndex(where: { $0.id.code == name }) else {
        findings.error(
          "There is no such round.", "Det finns ingen sådan omgång.", row: node.mark?.line, column: "months",
          value: name,
          maybe: assignment.rounds.map(\.id.code).joined(separator: ", "))
        continue
      }
      guard let number = Record.number(node, name, findings) else { continue }
      guard number >= 0 else {
        findings.error(
          "Months cannot be negative.", "Månader kan inte vara negativa.", row: node.mark?.line, column: "months",
          value: node.scalar?.string)
        continue
      }
      months[index] = number
    }
    if months.allSatisfy({ $0 == 0 }) {
      findings.error(
        "At least one round must have months.", "Minst en omgång måste ha månader.", row: words.row,
        column: "months")
    }
    return months
  }

  private func aversion(_ record: Record) -> Goal.Aversion {
    if let kappa = inRange(record, "kappa", most: 1) { return .kappa(kappa) }
    return .epsilon(inRange(record, "aversion", most: 20) ?? 1)
  }

  /// Zero weighs nobody and divides by nothing; far above what studies use, exp(κ·minutes) leaves the numbers.
  private func inRange(_ record: Record, _ key: String, most: Int) -> Double? {
    guard let number = record.number(key) else { return nil }
    guard number > 0, number <= Double(most) else {
      findings.error(
        "“\(key)” should be greater than 0 and at most \(most).", "”\(key)” ska vara större än 0 och högst \(most).",
        row: record.node(key)?.mark?.line, column: key, value: record.node(key)?.scalar?.string,
        maybe: key == "kappa" ? "kappa: 0.02" : "aversion: 1")
      return nil
    }
    return number
  }

  private func spread(_ record: Record) -> Goal.Kind? {
    guard record.has("measure") else { return .spread(.mean) }
    guard let name = record.word("measure", among: ["mean", "maximum", "max"]) else { return nil }
    return .spread(name == "mean" ? .mean : .maximum)
  }

  /// `of: category`, `of: [rural, metropolitan]`, or `of: county`.
  private func balance(_ record: Record) -> Goal.Kind? {
    let names = record.list("of").compactMap(\.scalar?.string)
    guard let first = names.first, names != ["category"] else { return .balance(of: .categories([])) }
    if geography.divisions.contains(where: { $0.id.code == first }), names.count == 1 {
      return .balance(of: .division(ID(first)))
    }
    let known = assignment.categories.map(\.id.code)
    for name in names where !known.contains(name) {
      findings.error(
        "Balance is kept of category, of listed categories, or of a division.",
        "Balans hålls av category, av uppräknade kategorier eller av en indelning.", row: record.node("of")?.mark?.line,
        column: "of", value: name,
        maybe: Names.nearest(to: name, among: ["category"] + known + geography.divisions.map(\.id.code), limit: 1).first
      )
      return nil
    }
    return .balance(of: .categories(names.map { ID($0) }))
  }

  /// `tolerance: 2%` of the best value, or a number in the goal's unit.
  private func tolerance(_ record: Record) -> Goal.Tolerance {
    guard let node = record.node("tolerance") else { return .exact }
    let tolerance: Goal.Tolerance? =
      Record.percentage(node).map { .share($0) } ?? Record.number(node, "tolerance", findings).map { .amount($0) }
    switch tolerance {
    case .share(let number)?, .amount(let number)?:
      guard number < 0 else { break }
      findings.error(
        "A tolerance cannot be negative.", "En tolerans kan inte vara negativ.", row: node.mark?.line,
        column: "tolerance",
        value: node.scalar?.string)
    case nil: break
    }
    return tolerance ?? .exact
  }
}
