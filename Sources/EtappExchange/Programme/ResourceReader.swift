import EtappModel
import Yams

/// Reads `resources`: the people that establishments share, and how many of them there are.
struct ResourceReader {
  let lookup: NameLookup
  let divisions: [ID<Division>]
  let findings: Findings

  func read(_ root: Record) -> [Resource] {
    guard let record = root.record("resources") else { return [] }
    return record.members.compactMap { key, node in
      guard let entry = Record(node, key, findings: findings) else { return nil }
      defer { entry.finish("resources") }
      return resource(key, entry)
    }
  }

  private func resource(_ key: String, _ entry: Record) -> Resource? {
    guard let node = entry.node("units") else {
      sayMissing(entry.row)
      entry.passOver()
      return nil
    }
    var resource = Resource(
      id: ID(key), title: entry.text("title") ?? Text(key), division: division(entry), capacity: steps(node),
      source: entry.string("source"))
    if let regions = entry.record("regions") {
      readRegions(regions, &resource, row: entry.row, isEach: entry.has("each"))
    }
    return resource
  }

  private func readRegions(_ regions: Record, _ resource: inout Resource, row: Int, isEach: Bool) {
    let members = regions.members
    guard let division = resource.division else {
      // An unknown division has been said already.
      guard !isEach else { return }
      findings.error(
        "“regions” needs “each”: the division they are regions of.",
        "”regions” behöver ”each”: indelningen de är regioner i.", row: row, column: "regions",
        maybe: divisions.first.map { "each: \($0)" })
      return
    }
    for (name, node) in members {
      if let region = region(name, in: division, row: regions.row) { resource.regional[region] = steps(node) }
    }
  }

  private func division(_ entry: Record) -> ID<Division>? {
    guard let name = entry.string("each") else { return nil }
    if divisions.contains(ID(name)) { return ID(name) }
    findings.error(
      "“each” does not know this division.", "”each” känner inte denna indelning.", row: entry.row, column: "each",
      value: name, maybe: Names.nearest(to: name, among: divisions.map(\.code), limit: 1).first)
    return nil
  }

  private func region(_ name: String, in division: ID<Division>, row: Int) -> String? {
    if let region = try? lookup.region(name, in: division) { return region }
    findings.error(
      "There is no region of “\(division)” of this name.", "Det finns ingen region i ”\(division)” med detta namn.",
      row: row, column: "regions", value: name,
      maybe: Names.nearest(to: name, among: lookup.regions(of: division), limit: 1).first)
    return nil
  }

  /// `2`, or `[{units: 2}, {from: 2022-01-01, units: 3}]`.
  private func steps(_ node: Node) -> [Resource.Step] {
    guard case .sequence(let nodes) = node else { return units(node).map { [Resource.Step(units: $0)] } ?? [] }
    if nodes.isEmpty { sayMissing(node.mark?.line) }
    let steps = nodes.compactMap { node -> Resource.Step? in
      guard let record = Record(node, "units", findings: findings) else { return nil }
      defer { record.finish("units") }
      let from = record.has("from") ? record.day("from") : nil
      guard let node = record.node("units") else {
        sayMissing(record.row)
        return nil
      }
      return units(node).map { Resource.Step(from: from, units: $0) }
    }
    for (first, second) in zip(steps, steps.dropFirst())
    where (second.from ?? Day(number: .min)) <= (first.from ?? Day(number: .min)) {
      findings.error(
        "The steps of “units” are in order of time.", "Stegen i ”units” står i tidsordning.", row: node.mark?.line,
        column: "from", value: second.from?.description)
    }
    return steps
  }

  private func sayMissing(_ row: Int?) {
    findings.error(
      "“units” is missing: how many there are.", "”units” saknas: hur många som finns.", row: row, column: "units",
      maybe: "units: 2")
  }

  private func units(_ node: Node) -> Int? {
    guard let number = Record.number(node, "units", findings) else { return nil }
    guard number == number.rounded(), (0...10_000).contains(number) else {
      findings.error(
        "“units” should be a whole number from 0 to 10,000.", "”units” ska vara ett helt tal från 0 till 10 000.",
        row: node.mark?.line, column: "units", value: node.scalar?.string)
      return nil
    }
    return Int(number)
  }
}
