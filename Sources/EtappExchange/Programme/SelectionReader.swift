import EtappModel
import Yams

/// Reads which places or people a rule speaks of.
struct SelectionReader {
  private let geography: Geography
  private let assignment: Assignment
  private let lookup: NameLookup
  private let findings: Findings
  private let rules: RuleReader

  init(_ rules: RuleReader) {
    geography = rules.geography
    assignment = rules.assignment
    lookup = rules.lookup
    findings = rules.findings
    self.rules = rules
  }

  private var divisions: [ID<Division>] { geography.divisions.map(\.id) }

  // MARK: Places

  /// Conditions on places; the keys `each`, `of` and `having` are left to `parts`.
  func selection(_ words: Record) -> Selection {
    var selection = Selection()
    selection.categories = words.names("category").compactMap { category($0) }
    selection.municipalities = words.names("municipality").compactMap { municipality($0)?.id }
    selection.kinds = words.names("kind").compactMap { kind($0) }
    selection.places = (words.names("place") + words.names("places")).flatMap { place($0) }
    selection.includesExisting = words.word("include", among: ["existing"]) == "existing"
    if words.has("layer") { selection.nearby = nearby(words) }
    for division in divisions where words.has(division.code) {
      selection.regions[division] = words.names(division.code).compactMap { region($0, in: division) }
    }
    return selection
  }

  /// `{layer: …, withinKm: …}`
  func nearby(_ words: Record) -> Selection.Nearby? {
    let within = Kilometres(words.amount("withinKm") ?? 0)
    guard let node = words.node("layer"), let name = node.scalar?.string else {
      findings.error(
        "“layer” is missing.", "”layer” saknas.", row: words.row, column: "layer",
        maybe: geography.layers.first.map { "layer: \($0.id)" })
      return nil
    }
    let known = geography.layers.map(\.id.code)
    guard known.contains(name) else {
      findings.error(
        "There is no layer with this name.", "Det finns inget lager med detta namn.", row: node.mark?.line,
        column: "layer",
        value: name,
        maybe: Names.nearest(to: name, among: known, limit: 1).first ?? known.first)
      return nil
    }
    return Selection.Nearby(layer: ID(name), within: within)
  }

  /// One part for each thing that `each` names; one in all without it.
  func parts(_ words: Record, rounds: ClosedRange<Int>) -> [CountPart]? {
    guard let each = words.node("each") else {
      _ = words.node("of")
      return [CountPart(selection: selection(words), rounds: rounds)]
    }
    let base = selection(words)
    let listed = words.names("of")
    let onlyWithPlaces = words.word("having", among: ["places"]) == "places"
    switch each.scalar?.string ?? "" {
    case "municipality":
      let all = listed.isEmpty ? geography.municipalities : listed.compactMap { municipality($0) }
      return all.compactMap { municipality in
        var selection = base
        selection.municipalities = [municipality.id]
        let hasPlaces = geography.places.contains { $0.municipality == municipality.id }
        return onlyWithPlaces && !hasPlaces
          ? nil : CountPart(label: municipality.name, selection: selection, rounds: rounds)
      }
    case "category":
      let all = listed.isEmpty ? assignment.categories.map(\.id) : listed.compactMap { category($0) }
      return all.map { category in
        var selection = base
        selection.categories = [category]
        return CountPart(label: title(of: category), selection: selection, rounds: rounds)
      }
    case "place":
      let all = listed.isEmpty ? geography.places.map(\.id) : listed.flatMap { place($0) }
      return all.map { place in
        var selection = base
        selection.places = [place]
        return CountPart(label: geography.place(place)?.name, selection: selection, rounds: rounds)
      }
    case "round":
      return rounds.map { round in
        CountPart(label: assignment.rounds[round].id.code, selection: base, rounds: round...round)
      }
    case let name:
      return regionalParts(name, each: each, listed: listed, base: base, rounds: rounds, onlyWithPlaces: onlyWithPlaces)
    }
  }

  private func regionalParts(
    _ name: String, each: Node, listed: [Node], base: Selection, rounds: ClosedRange<Int>, onlyWithPlaces: Bool
  ) -> [CountPart]? {
    guard let division = division(name, row: each.mark?.line) else { return nil }
    let all = listed.isEmpty ? lookup.regions(of: division) : listed.compactMap { region($0, in: division) }
    let withPlaces = Set(geography.places.compactMap { geography.municipality($0.municipality)?.regions[division] })
    return all.filter { !onlyWithPlaces || withPlaces.contains($0) }.map { region in
      var selection = base
      selection.regions[division] = [region]
      return CountPart(label: region, selection: selection, rounds: rounds)
    }
  }

  private func division(_ name: String, row: Int?) -> ID<Division>? {
    if divisions.contains(ID(name)) { return ID(name) }
    let known = ["municipality", "category", "place", "round"] + divisions.map(\.code)
    findings.error(
      "“each” does not know this division.", "”each” känner inte denna indelning.", row: row, column: "each",
      value: name,
      maybe: Names.nearest(to: name, among: known, limit: 1).first ?? known.joined(separator: ", "))
    return nil
  }

  // MARK: People

  /// `of: {county: …}` and `each: county`, in the rule or in its inner words.
  func demandParts(_ words: Record?, _ rule: Record) -> [DemandPart]? {
    var selection = DemandSelection()
    for record in [words, rule].compactMap({ $0 }) {
      guard let node = record.node("of") ?? record.node("in") else { continue }
      guard let inner = Record(node, "of", findings: findings) else { continue }
      selection.municipalities = inner.names("municipality").compactMap { municipality($0)?.id }
      for division in divisions where inner.has(division.code) {
        selection.regions[division] = inner.names(division.code).compactMap { region($0, in: division) }
      }
      inner.finish("of", conditions: true)
    }
    guard let each = words?.node("each") ?? rule.node("each") else { return [DemandPart(selection: selection)] }
    if each.scalar?.string == "municipality" {
      return geography.municipalities.map { municipality in
        var part = selection
        part.municipalities = [municipality.id]
        return DemandPart(label: municipality.name, selection: part)
      }
    }
    guard let division = division(each.scalar?.string ?? "", row: each.mark?.line) else { return nil }
    return lookup.regions(of: division).map { region in
      var part = selection
      part.regions[division] = [region]
      return DemandPart(label: region, selection: part)
    }
  }

  // MARK: Names

  private func category(_ node: Node) -> ID<EtappModel.Category>? {
    let name = node.scalar?.string ?? ""
    let known = assignment.categories
    if let category = known.first(where: { $0.id.code == name || Names.folded($0.id.code) == Names.folded(name) }) {
      return category.id
    }
    findings.error(
      "There is no category with this name.", "Det finns ingen kategori med detta namn.", row: node.mark?.line,
      column: "category", value: name,
      maybe: Names.nearest(to: name, among: known.map(\.id.code), limit: 1).first
        ?? known.map(\.id.code).joined(separator: ", "))
    return nil
  }

  /// Kinds are whatever the files say; one that no site has selects nothing, and is probably a slip.
  private func kind(_ node: Node) -> String? {
    guard let name = node.scalar?.string else { return nil }
    let known = Set(geography.places.map(\.kind) + geography.offices.map(\.kind))
    if !known.contains(name) {
      findings.add(
        .warning, Text(en: "No site is of this kind.", sv: "Ingen plats är av detta slag."), row: node.mark?.line,
        column: "kind", value: name,
        maybe: Names.nearest(to: name, among: known.sorted(), limit: 1).first ?? known.sorted().joined(separator: ", "))
    }
    return name
  }

  private func title(of category: ID<EtappModel.Category>) -> String {
    assignment.categories.first { $0.id == category }?.title(assignment.language) ?? category.code
  }

  private func municipality(_ node: Node) -> Municipality? {
    let name = node.scalar?.string ?? ""
    do {
      return try lookup.municipality(name)
    } catch {
      rules.say(error, name, row: node.mark?.line, what: ("no municipality", "ingen kommun"))
      return nil
    }
  }

  private func place(_ node: Node) -> [ID<Place>] {
    let name = node.scalar?.string ?? ""
    do {
      return try lookup.subject(name).places
    } catch {
      rules.say(error, name, row: node.mark?.line)
      return []
    }
  }

  private func region(_ node: Node, in division: ID<Division>) -> String? {
    let name = node.scalar?.string ?? ""
    do {
      return try lookup.region(name, in: division)
    } catch {
      rules.say(error, name, row: node.mark?.line, what: ("no region of “\(division)”", "ingen region i ”\(division)”"))
      return nil
    }
  }
}
