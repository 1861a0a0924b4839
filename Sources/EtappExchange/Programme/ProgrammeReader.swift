import EtappModel
import Yams

/// Reads `programme.yaml`: the assignment in words a coordinator can read aloud.
struct ProgrammeReader {
  let findings: Findings
  let root: Record?

  init(_ text: String, file: String) {
    findings = Findings(file: file)
    root = YAMLDocument.root(text, findings: findings)
  }

  // MARK: What the other files are read with

  /// How the workspace's tables write numbers: files that use a decimal comma.
  func filesWithDecimalComma() -> Set<String> {
    guard let csv = root?.record("csv") else { return [] }
    var files: Set<String> = []
    for (file, node) in csv.members {
      guard let record = Record(node, file, findings: findings) else { continue }
      if record.word("decimal", among: ["comma", "point"]) == "comma" { files.insert(file) }
      record.finish("csv")
    }
    return files
  }

  /// Titles and dates of the columns that divide the country.
  func divisions() -> [Division] {
    guard let record = root?.record("divisions") else { return [] }
    return record.members.compactMap { key, node in
      guard let entry = Record(node, key, findings: findings) else { return nil }
      defer { entry.finish("divisions") }
      _ = entry.node("source")
      return Division(
        id: ID(key), title: entry.text("title") ?? Text(key), validFrom: entry.day("from"), validTo: entry.day("to"))
    }
  }

  /// Titles and dates of layers, by id.
  func layers() -> [ID<AreaLayer>: (title: Text?, date: Day?)] {
    guard let record = root?.record("layers") else { return [:] }
    var layers: [ID<AreaLayer>: (title: Text?, date: Day?)] = [:]
    for (key, node) in record.members {
      guard let entry = Record(node, key, findings: findings) else { continue }
      _ = entry.node("source")
      layers[ID(key)] = (entry.text("title"), entry.day("date"))
      entry.finish("layers")
    }
    return layers
  }

  // MARK: The assignment

  /// The assignment, names resolved against the rest of the workspace.
  func assignment(_ geography: Geography) -> Assignment? {
    guard let root else { return nil }
    var assignment = Assignment(name: root.text("programme") ?? "")
    if assignment.name.byLanguage == ["": ""] {
      findings.error(
        "“programme” is missing: the programme's name.", "”programme” saknas: programmets namn.", row: 1,
        maybe: "programme: New offices")
    }
    assignment.language = language(root)
    assignment.currency = root.string("currency") ?? ""
    readPrincipal(root, &assignment)
    assignment.travel = travel(root)
    assignment.categories = categories(root, geography)
    assignment.kinds = KindReader(findings: findings).read(root)
    assignment.rounds = rounds(root)
    assignment.mapTiles = MapReader.tiles(root, findings)
    assignment.correspondence = CorrespondenceReader(findings: findings).read(root)
    guard !assignment.rounds.isEmpty else { return assignment }
    let lookup = NameLookup(geography)
    let rules = RuleReader(geography: geography, assignment: assignment, lookup: lookup, findings: findings)
    assignment.rules = rules.read(root)
    assignment.work = WorkReader(
      geography: geography, assignment: assignment, rules: rules, findings: findings
    ).read(root)
    assignment.goals = GoalReader(geography: geography, assignment: assignment, findings: findings).read(root)
    sayIfMissing(assignment.goals)
    assignment.basis = root.list("basis").compactMap { Record.text($0, "basis", findings) }
    root.finish("programme.yaml")
    return assignment
  }

  private func sayIfMissing(_ goals: [Goal]) {
    guard goals.isEmpty, root?.has("goals") != true else { return }
    findings.add(
      .warning,
      Text(
        en: "There are no goals: any plan that keeps the rules is as good as any other.",
        sv: "Det finns inga mål: varje plan som håller villkoren är lika bra som någon annan."),
      row: 1, column: "goals", maybe: "goals: [access]")
  }

  private func language(_ root: Record) -> Language {
    guard let code = root.string("language") else { return .english }
    if let language = Language(rawValue: code) { return language }
    findings.add(
      .warning,
      Text(
        en: "The program does not speak this language; English is used.",
        sv: "Programmet talar inte detta språk; engelska används."),
      row: root.node("language")?.mark?.line, column: "language", value: code,
      maybe: Language.allCases.map(\.rawValue).joined(separator: ", "))
    return .english
  }

  private func readPrincipal(_ root: Record, _ assignment: inout Assignment) {
    guard let record = root.record("assignment") else { return }
    assignment.principal = record.text("principal")
    assignment.decided = record.day("decided")
    assignment.source = record.string("source")
    assignment.reports = record.list("reports").compactMap { Record.day($0, "reports", findings) }
    record.finish("assignment")
  }

  private func travel(_ root: Record) -> Travel {
    var travel = Travel.standard
    guard let record = root.record("travel") else { return travel }
    travel.mode = record.string("mode") ?? travel.mode
    _ = record.word("method", among: ["great-circle", "matrix"])
    travel.formula.detour = detour(record) ?? travel.formula.detour
    travel.formula.townKilometres = record.amount("townKm").map { Kilometres($0) } ?? travel.formula.townKilometres
    travel.unreachable = positive(record, "unreachableMinutes").map { Minutes($0) } ?? travel.unreachable
    readSpeed(record, &travel.formula)
    record.finish("travel")
    return travel
  }

  /// A road is never shorter than the straight line.
  private func detour(_ record: Record) -> Double? {
    guard let detour = positive(record, "detour") else { return nil }
    if detour < 1 {
      findings.add(
        .warning,
        Text(
          en: "A detour factor below 1 makes roads shorter than straight lines.",
          sv: "En omvägsfaktor under 1 gör vägar kortare än fågelvägen."),
        row: record.node("detour")?.mark?.line, column: "detour", value: "\(detour)", maybe: "1.3")
    }
    return detour
  }

  /// `speedKmh: 60`, or `{town: 40, rural: 70}`.
  private func readSpeed(_ record: Record, _ formula: inout Travel.Formula) {
    guard let node = record.node("speedKmh") else { return }
    if case .mapping = node, let speeds = Record(node, "speedKmh", findings: findings) {
      formula.townSpeed = positive(speeds, "town") ?? formula.townSpeed
      formula.ruralSpeed = positive(speeds, "rural") ?? formula.ruralSpeed
      speeds.finish("speedKmh")
    } else if let speed = positive(record, "speedKmh") {
      formula.townSpeed = speed
      formula.ruralSpeed = speed
    }
  }

  private func positive(_ record: Record, _ key: String) -> Double? {
    guard let number = record.number(key) else { return nil }
    guard number > 0 else {
      findings.error(
        "“\(key)” should be greater than zero.", "”\(key)” ska vara större än noll.",
        row: record.node(key)?.mark?.line, column: key, value: record.node(key)?.scalar?.string)
      return nil
    }
    return number
  }

  /// The categories listed, then those that places use without being listed.
  func categories(_ root: Record, _ geography: Geography) -> [EtappModel.Category] {
    var categories: [EtappModel.Category] = []
    for (key, node) in root.record("categories")?.members ?? [] {
      guard let entry = Record(node, key, findings: findings) else { continue }
      let fallback = EtappModel.Category.Symbol.allCases[categories.count % EtappModel.Category.Symbol.allCases.count]
      categories.append(
        EtappModel.Category(id: ID(key), title: entry.text("title") ?? Text(key), symbol: symbol(entry) ?? fallback))
      entry.finish("categories")
    }
    let used = Set(geography.places.flatMap(\.categories)).subtracting(categories.map(\.id)).sorted()
    for id in used {
      let symbol = EtappModel.Category.Symbol.allCases[categories.count % EtappModel.Category.Symbol.allCases.count]
      categories.append(EtappModel.Category(id: id, title: Text(id.code), symbol: symbol))
    }
    return categories
  }

  private func symbol(_ entry: Record) -> EtappModel.Category.Symbol? {
    entry.word("symbol", among: EtappModel.Category.Symbol.allCases.map(\.rawValue))
      .flatMap { EtappModel.Category.Symbol(rawValue: $0) }
  }

  // MARK: Rounds

  func rounds(_ root: Record) -> [Round] {
    let nodes = root.list("rounds")
    guard !nodes.isEmpty else {
      findings.error(
        "“rounds” is missing: at least one round.", "”rounds” saknas: minst en omgång.", row: 1, column: "rounds",
        maybe: "rounds: [{id: 1}]")
      return []
    }
    guard nodes.count <= Self.roundLimit else {
      findings.error(
        "There are \(nodes.count) rounds; \(Self.roundLimit) are the most there can be.",
        "Det finns \(nodes.count) omgångar; högst \(Self.roundLimit) kan finnas.", row: nodes[0].mark?.line,
        column: "rounds",
        value: "\(nodes.count)")
      return []
    }
    var seen: Set<String> = []
    let rounds = nodes.enumerated().compactMap { index, node in
      guard let record = Record(node, "rounds", findings: findings) else { return Round?.none }
      let round = round(record, number: index + 1)
      if !seen.insert(round.id.code).inserted {
        findings.error(
          "The round's id is used twice.", "Omgångens id används två gånger.", row: record.row, column: "id",
          value: round.id.code)
      }
      record.finish("rounds")
      return round
    }
    checkOrder(rounds)
    return rounds
  }

  /// The engine keeps a round in eight bits; a programme of more rounds than this is a mistake anyway.
  private static let roundLimit = 100

  /// Rounds are listed in order of time: "no earlier than round 2" means nothing otherwise.
  private func checkOrder(_ rounds: [Round]) {
    for (first, second) in zip(rounds, rounds.dropFirst()) {
      guard let before = first.opens, let after = second.opens else { continue }
      if after.to < before.to {
        findings.error(
          "The round ends before the round above it: rounds are listed in order of time.",
          "Omgången slutar före omgången ovanför: omgångar räknas upp i tidsordning.", row: second.row, column: "opens",
          value: "\(after.from) – \(after.to)", maybe: "\(second.id), \(first.id)")
      } else if after.from < before.from {
        findings.add(
          .warning,
          Text(
            en: "The round begins before the round above it.", sv: "Omgången börjar före omgången ovanför."),
          row: second.row, column: "opens", value: "\(after.from) – \(after.to)")
      }
    }
  }

  private func round(_ record: Record, number: Int) -> Round {
    let id = record.string("id") ?? String(number)
    var round = Round(
      id: ID(id), name: record.text("name") ?? Text(en: "Round \(id)", sv: "Omgång \(id)"),
      source: record.string("source"), row: record.row)
    if let offices = record.record("offices") {
      (round.minimum, round.maximum) = RuleReader.limits(offices)
      offices.finish("offices")
    }
    if let opens = record.record("opens") {
      if let from = opens.day("from"), let to = opens.day("to") {
        if to < from {
          findings.error(
            "The window ends before it begins.", "Fönstret slutar innan det börjar.", row: opens.row, column: "opens",
            value: "\(from) – \(to)", maybe: "from: \(to), to: \(from)")
        }
        round.opens = Round.Window(from: min(from, to), to: max(from, to), mainly: opens.share("mainly"))
      } else if !opens.has("from") || !opens.has("to") {
        findings.error(
          "The window needs both “from” and “to”.", "Fönstret behöver både ”from” och ”to”.", row: opens.row,
          column: opens.has("from") ? "to" : "from", maybe: "opens: {from: 2022-01-01, to: 2022-12-31}")
      }
      opens.finish("opens")
    }
    round.starts = record.day("starts")
    return round
  }
}
