import EtappModel
import Yams

/// Reads how long a task takes: `days: 15`, `days: [10, 15, 30]` or `days: {observed: [12, 18, 25]}`.
struct EstimateReader {
  let findings: Findings

  /// Ten years of working days; more is a mistake.
  private static let limit = 2600.0

  func read(_ words: Record) -> Estimate? {
    let law = words.word("law", among: Estimate.Law.allCases.map(\.rawValue)).flatMap { Estimate.Law(rawValue: $0) }
    guard let node = words.node("days") else { return nil }
    switch node {
    case .mapping:
      guard let record = Record(node, "days", findings: findings) else { return nil }
      defer { record.finish("days") }
      guard record.has("observed") else {
        findings.error(
          "“days” does not say what was observed.", "”days” säger inte vad som har observerats.", row: record.row,
          column: "days", maybe: "days: {observed: [12, 18, 25]}")
        return nil
      }
      let observed = record.names("observed").compactMap { number($0) }
      return observed.isEmpty ? nil : .observed(observed)
    case .sequence(let sequence): return threePoint(Array(sequence), law: law ?? .lognormal, row: node.mark?.line)
    default: return fixed(node)
    }
  }

  private func fixed(_ node: Node) -> Estimate? {
    guard let days = number(node) else { return nil }
    guard days == days.rounded() else {
      findings.error(
        "A duration is a whole number of days.", "En varaktighet är ett helt antal dagar.", row: node.mark?.line,
        column: "days", value: node.scalar?.string)
      return nil
    }
    return .fixed(Int(days))
  }

  private func threePoint(_ nodes: [Node], law: Estimate.Law, row: Int?) -> Estimate? {
    let numbers = nodes.compactMap { number($0) }
    guard numbers.count == nodes.count else { return nil }
    guard numbers.count == 3, numbers[0] <= numbers[1], numbers[1] <= numbers[2], numbers[0] > 0 else {
      let sorted = numbers.sorted()
      findings.error(
        "“days” takes three numbers above zero, rising: P10, P50 and P90.",
        "”days” tar tre tal över noll, stigande: P10, P50 och P90.", row: row, column: "days",
        value: numbers.map { "\($0)" }.joined(separator: ", "),
        maybe: sorted.count == 3 ? "[" + sorted.map { "\($0)" }.joined(separator: ", ") + "]" : "[10, 15, 30]")
      return nil
    }
    return .threePoint(low: numbers[0], middle: numbers[1], high: numbers[2], law: law)
  }

  private func number(_ node: Node) -> Double? {
    guard let number = Record.number(node, "days", findings) else { return nil }
    guard (0...Self.limit).contains(number) else {
      findings.error(
        "A duration is from 0 to 2,600 days.", "En varaktighet är mellan 0 och 2 600 dagar.", row: node.mark?.line,
        column: "days", value: node.scalar?.string)
      return nil
    }
    return number
  }
}
