import EtappModel
import Yams

/// Reads `programme.yaml`: the assignment in words a coordinator can read aloud.
struct ProgrammeReader {
  let findings: Findings
  private let root: Record?

  init(_ text: String, file: String) {
    findings = Findings(file: file)
    root = Self.compose(text, findings: findings)
  }

  private static func compose(_ text: String, findings: Findings) -> Record? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        findings.error("The file is empty.", "Filen är tom.", row: 1)
        return nil
      }
      return Record(node, "programme.yaml", findings: findings)
    } catch let error as YamlError {
      findings.error(
        "The file is not valid YAML: \(describe(error).problem).", "Filen är inte giltig YAML: \(describe(error).problem).",
        row: describe(error).row)
    } catch {
      findings.error("The file is not valid YAML.", "Filen är inte giltig YAML.", row: nil, value: "\(error)")
    }
    return nil
  }

  private static func describe(_ error: YamlError) -> (problem: String, row: Int?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark.line)
    case .duplicatedKeysInMapping(let keys, let context):
      ("the same key twice (\(keys.map { "\($0)" }.joined(separator: ", ")))", context.mark.line)
    default: ("\(error)", nil)
    }
  }

  // MARK: What the other files are read with

  /// How the workspace's tables write numbers: files that use a decimal comma.
  func filesWithDecimalComma() -> Set<String> {
    guard let csv = root?.record("csv") else { return [] }
    var files: Set<String> = []
    for (file, node) in csv.members {
      guard let record = Record(node, file, findings: findings) else { continue }
      switch record.string("decimal") {
      case "comma": files.insert(file)
      case "point", nil: break
      case let other?:
        findings.error(
          "“decimal” is comma or point.", "”decimal” är comma eller point.", row: record.row, value: other,
          maybe: "comma")
      }
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
    assignment.rounds = rounds(root)
    guard !assignment.rounds.isEmpty else { return assignment }
    let lookup = NameLookup(geography)
    let rules = RuleReader(geography: geography, assignment: assignment, lookup: lookup, findings: findings)
    assignment.rules = rules.read(root)
    assignment.goals = GoalReader(geography: geography, assignment: assignment, findings: findings).read(root)
    assignment.basis = root.list("basis").compactMap { Record.text($0, "basis", findings) }
    root.finish("programme.yaml")
    return assignment
  }

  private func language(_ root: Record) -> Language {
    guard let code = root.string("language") else { return .english }
    if let language = Language(rawValue: code) { return language }
    findings.add(
      .warning, Text(en: "The program does not speak this language; English is used.", sv: "Programmet talar inte detta språk; engelska används."),
      row: root.node("language")?.mark?.line, value: code, maybe: Language.allCases.map(\.rawValue).joined(separator: ", "))
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
    if let method = record.string("method"), !["great-circle", "matrix"].contains(method) {
      findings.error(
        "“method” is great-circle or matrix.", "”method” är great-circle eller matrix.",
        row: record.node("method")?.mark?.line, value: method,
        maybe: Names.nearest(to: method, among: ["great-circle", "matrix"], limit: 1).first)
    }
    travel.formula.detour = positive(record, "detour") ?? travel.formula.detour
    travel.formula.townKilometres = record.number("townKm").map { Kilometres($0) } ?? travel.formula.townKilometres
    travel.unreachable = positive(record, "unreachableMinutes").map { Minutes($0) } ?? travel.unreachable
    readSpeed(record, &travel.formula)
    record.finish("travel")
    return travel
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
        row: record.node(key)?.mark?.line, value: "\(number)")
      return nil
    }
    return number
  }

  /// The categories listed, then those that places use without being listed.
  private func categories(_ root: Record, _ geography: Geography) -> [EtappModel.Category] {
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
    guard let name = entry.string("symbol") else { return nil }
    if let symbol = EtappModel.Category.Symbol(rawValue: name) { return symbol }
    let known = EtappModel.Category.Symbol.allCases.map(\.rawValue)
    findings.error(
      "“symbol” is one of \(known.joined(separator: ", ")).", "”symbol” är en av \(known.joined(separator: ", ")).",
      row: entry.node("symbol")?.mark?.line, value: name, maybe: Names.nearest(to: name, among: known, limit: 1).first)
    return nil
  }

  // MARK: Rounds

  private func rounds(_ root: Record) -> [Round] {
    let nodes = root.list("rounds")
    guard !nodes.isEmpty else {
      findings.error(
        "“rounds” is missing: at least one round.", "”rounds” saknas: minst en omgång.", row: 1, maybe: "rounds: [{id: 1}]")
      return []
    }
    var seen: Set<String> = []
    return nodes.enumerated().compactMap { index, node in
      guard let record = Record(node, "rounds", findings: findings) else { return nil }
      let round = round(record, number: index + 1)
      if !seen.insert(round.id.code).inserted {
        findings.error(
          "The round's id is used twice.", "Omgångens id används två gånger.", row: record.row, value: round.id.code)
      }
      record.finish("rounds")
      return round
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
            "The window ends before it begins.", "Fönstret slutar innan det börjar.", row: opens.row, value: "\(from) – \(to)",
            maybe: "\(to) – \(from)")
        }
        round.opens = Round.Window(from: from, to: max(from, to), mainly: opens.share("mainly"))
      }
      opens.finish("opens")
    }
    return round
  }
}
