import EtappModel
import Yams

/// Reads `kinds`: what can be done at points of each kind, and what they cost where a table does not say.
///
///     kinds:
///       - {id: outreach, name: Outreach, level: 0.4, cost: 200000, yearly: 900000}
struct KindReader {
  let findings: Findings

  func read(_ root: Record) -> [Kind] {
    var seen: Set<String> = []
    return root.list("kinds").compactMap { node in
      guard let record = Record(node, "kinds", findings: findings), let kind = kind(record) else { return nil }
      if !seen.insert(kind.id.code).inserted {
        findings.error(
          "The kind's id is used twice.", "Slagets id används två gånger.", row: record.row, column: "id",
          value: kind.id.code)
      }
      return kind
    }
  }

  private func kind(_ record: Record) -> Kind? {
    guard let id = record.string("id") else {
      findings.error(
        "The kind has no id: the word that tables have as “kind”.",
        "Slaget saknar id: ordet som tabellerna har som ”kind”.", row: record.row, column: "id", maybe: "id: outreach")
      record.passOver()
      return nil
    }
    let kind = Kind(
      id: ID(id), name: record.text("name") ?? Text(id), level: level(record),
      cost: record.amount("cost").map { Money($0) }, yearly: record.amount("yearly").map { Money($0) })
    record.finish("kinds")
    return kind
  }

  /// A share that is more than nothing: a point where nothing can be done is no point.
  private func level(_ record: Record) -> Double {
    guard let level = record.share("level") else { return 1 }
    if level > 0 { return level }
    findings.add(
      .error, ServiceLevel.refusal, row: record.node("level")?.mark?.line, column: "level",
      value: record.node("level")?.scalar?.string)
    return 1
  }
}
