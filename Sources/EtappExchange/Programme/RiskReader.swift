import EtappModel
import Yams

/// Reads `risks`, what may happen, and `shocks`, what-ifs for the forecast.
struct RiskReader {
  let work: Work
  let divisions: [ID<Division>]
  let selections: SelectionReader
  let findings: Findings

  // MARK: Risks

  func risks(_ root: Record) -> [Risk] {
    var seen: Set<String> = []
    return root.list("risks").compactMap { node -> Risk? in
      guard let record = Record(node, "risks", findings: findings) else { return nil }
      defer { record.finish("risks") }
      let risk = risk(record)
      if let risk, !seen.insert(risk.id.code).inserted { sayTwice(risk.id.code, "risks", row: record.row) }
      return risk
    }
  }

  private func risk(_ record: Record) -> Risk? {
    guard let id = id(record, "risks"), let factor = factor(record) else {
      record.passOver()
      return nil
    }
    return Risk(
      id: ID(id), title: record.text("title") ?? Text(id), probability: record.share("probability") ?? 1,
      factor: factor, tasks: tasks(record), places: places(record), scope: scope(record),
      source: record.string("source"))
  }

  private func id(_ record: Record, _ what: String) -> String? {
    if let id = record.string("id") { return id }
    findings.error("The entry has no id.", "Posten har inget id.", row: record.row, column: what, maybe: "id: premises")
    return nil
  }

  /// `factor: 1.3`, or P10, P50 and P90: `[1.1, 1.4, 2]`.
  private func factor(_ record: Record) -> Risk.Factor? {
    let nodes = record.list("factor")
    let numbers = nodes.compactMap { Record.number($0, "factor", findings) }
    guard numbers.count == nodes.count else { return nil }
    let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
    guard numbers.count == 1 || numbers.count == 3, isRising, numbers.allSatisfy({ (0.01...100).contains($0) }) else {
      findings.error(
        "“factor” is what durations are multiplied by: one number, or P10, P50 and P90, rising.",
        "”factor” är vad varaktigheter multipliceras med: ett tal, eller P10, P50 och P90, stigande.",
        row: record.node("factor")?.mark?.line ?? record.row, column: "factor",
        value: numbers.map { "\($0)" }.joined(separator: ", "), maybe: "[1.1, 1.4, 2]")
      return nil
    }
    return Risk.Factor(low: numbers[0], middle: numbers[numbers.count / 2], high: numbers[numbers.count - 1])
  }

  private func tasks(_ record: Record) -> [ID<WorkTask>] {
    guard record.has("tasks") else { return [] }
    let known = work.templates.flatMap { $0.tasks.map(\.id.code) }
    return record.names("tasks").compactMap { node in
      let name = node.scalar?.string ?? ""
      if known.contains(name) { return ID(name) }
      findings.error(
        "No template has a task of this name.", "Ingen mall har en uppgift med detta namn.", row: node.mark?.line,
        column: "tasks", value: name, maybe: Names.nearest(to: name, among: known, limit: 1).first)
      return nil
    }
  }

  private func places(_ record: Record) -> Selection {
    guard let words = record.record("of") else { return Selection() }
    defer { words.finish("of", conditions: true) }
    return selections.selection(words)
  }

  /// `hits: office`, `programme`, or a division whose regions share it.
  private func scope(_ record: Record) -> Risk.Scope {
    let known = ["office", "programme"] + divisions.map(\.code)
    switch record.word("hits", among: known) {
    case nil, "office": return .office
    case "programme": return .programme
    case .some(let division): return .region(ID(division))
    }
  }

  // MARK: Shocks

  func shocks(_ root: Record) -> [Shock] {
    var seen: Set<String> = []
    return root.list("shocks").compactMap { node -> Shock? in
      guard let record = Record(node, "shocks", findings: findings) else { return nil }
      defer { record.finish("shocks") }
      let shock = shock(record)
      if let shock, !seen.insert(shock.id.code).inserted { sayTwice(shock.id.code, "shocks", row: record.row) }
      return shock
    }
  }

  private func shock(_ record: Record) -> Shock? {
    guard let id = id(record, "shocks") else {
      record.passOver()
      return nil
    }
    let effects = [freeze(record), units(record), budget(record), slower(record)].compactMap { $0 }
    if effects.isEmpty {
      findings.error(
        "The shock does nothing.", "Störningen gör ingenting.", row: record.row, column: id,
        maybe: "freeze: {from: 2022-03-01, to: 2022-05-31}")
    }
    return Shock(
      id: ID(id), title: record.text("title") ?? Text(id), effects: effects, source: record.string("source"))
  }

  private func freeze(_ record: Record) -> Shock.Effect? {
    guard let words = record.record("freeze") else { return nil }
    defer { words.finish("freeze") }
    guard let from = words.day("from"), let to = words.day("to") else {
      findings.error(
        "A freeze needs “from” and “to”.", "Ett stopp behöver ”from” och ”to”.", row: words.row, column: "freeze",
        maybe: "{from: 2022-03-01, to: 2022-05-31}")
      return nil
    }
    if to < from {
      findings.error(
        "The freeze ends before it begins.", "Stoppet slutar innan det börjar.", row: words.row, column: "freeze",
        value: "\(from) – \(to)", maybe: "from: \(to), to: \(from)")
    }
    return .freeze(from: min(from, to), to: max(from, to))
  }

  /// `units: {resource: leads, change: -1, from: 2022-01-01, to: …}`
  private func units(_ record: Record) -> Shock.Effect? {
    guard let words = record.record("units") else { return nil }
    defer { words.finish("units") }
    let known = work.resources.map(\.id.code)
    guard words.has("resource"), words.has("change") else {
      words.passOver()
      sayNeeds(
        "units", "resource", "change", row: words.row, maybe: "{resource: \(known.first ?? "leads"), change: -1}")
      return nil
    }
    guard let resource = words.word("resource", among: known), let change = words.integer("change") else {
      return nil
    }
    let from = words.has("from") ? words.day("from") : nil
    let to = words.has("to") ? words.day("to") : nil
    if let from, let to, to < from {
      findings.error(
        "The change ends before it begins.", "Ändringen slutar innan den börjar.", row: words.row, column: "units",
        value: "\(from) – \(to)", maybe: "from: \(to), to: \(from)")
    }
    return .units(ID(resource), max(-10_000, min(10_000, change)), from: from, to: to)
  }

  /// `budget: {cut: 20%, from: 2022-01-01}`
  private func budget(_ record: Record) -> Shock.Effect? {
    guard let words = record.record("budget") else { return nil }
    defer { words.finish("budget") }
    guard words.has("cut") else {
      findings.error(
        "“budget” needs “cut”: the share that goes.", "”budget” behöver ”cut”: andelen som försvinner.", row: words.row,
        column: "budget", maybe: "{cut: 20%}")
      return nil
    }
    return words.share("cut").map { .capacity(share: 1 - $0, from: words.has("from") ? words.day("from") : nil) }
  }

  /// `slower: {tasks: [rebuilding], factor: 1.3}`
  private func slower(_ record: Record) -> Shock.Effect? {
    guard let words = record.record("slower") else { return nil }
    defer { words.finish("slower") }
    return factor(words).map { .slower(tasks: tasks(words), factor: $0.middle) }
  }

  private func sayNeeds(_ what: String, _ first: String, _ second: String, row: Int, maybe: String) {
    findings.error(
      "“\(what)” needs “\(first)” and “\(second)”.", "”\(what)” behöver ”\(first)” och ”\(second)”.", row: row,
      column: what, maybe: maybe)
  }

  private func sayTwice(_ id: String, _ what: String, row: Int) {
    findings.error("The id is used twice.", "Id används två gånger.", row: row, column: what, value: id)
  }
}
