import EtappModel
import Yams

/// Reads the list of rules, names resolved.
struct RuleReader {
  let geography: Geography
  let assignment: Assignment
  let lookup: NameLookup
  let findings: Findings

  func read(_ root: Record) -> [Rule] {
    var seen: Set<String> = []
    let own = Set(assignment.rounds.map(\.rule.code) + geography.places.map(\.readinessRule.code))
    return root.list("rules").enumerated().compactMap { index, node in
      guard let record = Record(node, "rules", findings: findings) else { return nil }
      let rule = rule(record, number: index + 1)
      if let rule, !seen.insert(rule.id.code).inserted {
        findings.error(
          "The rule's id is used twice.", "Villkorets id används två gånger.", row: record.row, column: "id",
          value: rule.id.code)
      }
      if let rule, own.contains(rule.id.code) {
        findings.error(
          "The program gives this id to a rule of its own; choose another.",
          "Programmet ger detta id åt ett eget villkor; välj ett annat.", row: record.row, column: "id",
          value: rule.id.code)
      }
      record.finish("rules")
      return rule
    }
  }

  private func rule(_ record: Record, number: Int) -> Rule? {
    let id = record.string("id") ?? "rule-\(number)"
    let price = record.amount("price")
    let (source, sentence) = (record.string("source"), record.text("sentence"))
    let kinds = Rule.KindName.allCases.filter { record.has($0.rawValue) }
    guard let kind = kinds.first, kinds.count == 1 else {
      defer { record.passOver() }
      let known = Rule.KindName.allCases.map(\.rawValue)
      let guess = record.keys.lazy.compactMap { Names.nearest(to: $0, among: known, limit: 1).first }.first
      findings.error(
        kinds.isEmpty
          ? "The rule “\(id)” does not say what it demands." : "The rule “\(id)” says several things at once.",
        kinds.isEmpty
          ? "Villkoret ”\(id)” säger inte vad det kräver." : "Villkoret ”\(id)” säger flera saker på en gång.",
        row: record.row, column: "rules", value: record.keys.joined(separator: ", "),
        maybe: kinds.isEmpty ? guess ?? known.joined(separator: ", ") : nil)
      return nil
    }
    guard let content = content(kind, record) else {
      record.passOver()
      return nil
    }
    return Rule(id: ID(id), kind: content, price: price, source: source, sentence: sentence, row: record.row)
  }

  private func content(_ kind: Rule.KindName, _ record: Record) -> Rule.Kind? {
    switch kind {
    case .count: count(record)
    case .near: near(record)
    case .share: share(record)
    case .nobodyBeyond: nobodyBeyond(record)
    case .fixed: fixed(record)
    case .forbidden: forbidden(record)
    case .notBefore: selection(of: record).flatMap { places in earliest(record).map { .notBefore(places, round: $0) } }
    case .notAfter: selection(of: record).flatMap { places in latest(record).map { .notAfter(places, round: $0) } }
    case .before: pair(record, "before").map { .before($0.0, $0.1) }
    case .together: subjects(record, "together", least: 2).map { .together($0) }
    case .notBoth: subjects(record, "notBoth", least: 2).map { .notBoth($0) }
    case .oneOf: subjects(record, "oneOf", least: 1).map { .oneOf($0) }
    case .apart: record.amount("apart").flatMap { km in selection(of: record).map { .apart($0, Kilometres(km)) } }
    case .budget: record.amount("budget").map { .budget(Money($0), rounds: rounds(record)) }
    case .keep: record.string("keep").flatMap { plan in keep(record, plan) }
    case .close: close(record)
    }
  }

  // MARK: Numbers

  /// `min`, `max` and `exactly`.
  static func limits(_ record: Record) -> (min: Int?, max: Int?) {
    let (low, high) = (record.count("min"), record.count("max"))
    if let exactly = record.count("exactly") {
      if low != nil || high != nil {
        record.findings.error(
          "“exactly” stands alone, without “min” and “max”.", "”exactly” står ensamt, utan ”min” och ”max”.",
          row: record.row, column: "exactly", value: "\(exactly)")
      }
      return (exactly, exactly)
    }
    if let low, let high, low > high {
      record.findings.error(
        "“min” is greater than “max”.", "”min” är större än ”max”.", row: record.row, column: "min",
        value: "\(low) > \(high)",
        maybe: "min: \(high), max: \(low)")
    }
    return (low, high)
  }

  private func limits(_ record: Record) -> (min: Int?, max: Int?)? {
    let limits = Self.limits(record)
    guard limits.min != nil || limits.max != nil else {
      guard !["min", "max", "exactly"].contains(where: record.has) else { return nil }
      findings.error(
        "The rule gives no number: min, max or exactly.", "Villkoret anger inget antal: min, max eller exactly.",
        row: record.row, column: "min", maybe: "min: 1")
      return nil
    }
    return limits
  }

  // MARK: Rounds

  /// `rounds: [1, 2]` from the first to the last, or `round: 1`; all rounds when neither is given.
  private func rounds(_ record: Record) -> ClosedRange<Int> {
    if let round = round(record, "round") { return round...round }
    let named = record.names("rounds").compactMap { index(ofRound: $0) }
    guard let first = named.min(), let last = named.max() else { return 0...(assignment.rounds.count - 1) }
    return first...last
  }

  private func round(_ record: Record, _ key: String) -> Int? {
    record.node(key).flatMap { index(ofRound: $0) }
  }

  private func index(ofRound node: Node) -> Int? {
    let name = node.scalar?.string ?? ""
    if let index = assignment.rounds.firstIndex(where: { $0.id.code == name }) { return index }
    let known = assignment.rounds.map(\.id.code)
    findings.error(
      "There is no such round.", "Det finns ingen sådan omgång.", row: node.mark?.line, column: "rounds", value: name,
      maybe: known.joined(separator: ", "))
    return nil
  }

  /// The round that `after` names; the last when it is not given.
  private func after(_ record: Record) -> Int {
    round(record, "after") ?? round(record, "round") ?? assignment.rounds.count - 1
  }

  /// A round's id, or a day that the round's window must reach.
  private func earliest(_ record: Record) -> Int? {
    guard let node = record.node("notBefore") else { return nil }
    guard let day = node.scalar.flatMap({ Day($0.string) }) else { return index(ofRound: node) }
    return assignment.firstRound(notBefore: day) ?? assignment.rounds.count
  }

  private func latest(_ record: Record) -> Int? {
    guard let node = record.node("notAfter") else { return nil }
    guard let day = node.scalar.flatMap({ Day($0.string) }) else { return index(ofRound: node) }
    return assignment.lastRound(notAfter: day) ?? -1
  }

  // MARK: Counts

  private func count(_ record: Record) -> Rule.Kind? {
    guard let limits = limits(record), let node = record.node("count") else { return nil }
    return parts(node, record).map { .count(parts: $0, min: limits.min, max: limits.max) }
  }

  private func near(_ record: Record) -> Rule.Kind? {
    guard let limits = limits(record), let layer = record.record("near") else { return nil }
    let nearby = SelectionReader(self).nearby(layer)
    layer.finish("near", conditions: true)
    guard let nearby else { return nil }
    let parts = record.node("of").map { self.parts($0, record) } ?? [CountPart(selection: .all, rounds: rounds(record))]
    return parts.map { .near(parts: $0, layer: nearby, min: limits.min, max: limits.max) }
  }

  /// The parts of a counting rule: one, or one for each municipality, category, region or round.
  private func parts(_ node: Node, _ record: Record) -> [CountPart]? {
    let rounds = rounds(record)
    if node.scalar?.string == "all" { return [CountPart(selection: .all, rounds: rounds)] }
    if case .mapping = node, let words = Record(node, "count", findings: findings) {
      let parts = SelectionReader(self).parts(words, rounds: rounds)
      words.finish("count", conditions: true)
      return parts
    }
    let names = Record.list(node)
    if names.isEmpty { Record.sayEmpty(node, "count", findings) }
    return subjects(names, "count").map { subjects in
      [CountPart(selection: Selection(places: subjects.flatMap(\.places)), rounds: rounds)]
    }
  }

  // MARK: People

  private func share(_ record: Record) -> Rule.Kind? {
    guard let words = record.record("share") else { return nil }
    let within = words.amount("withinMinutes") ?? words.amount("within")
    let min = words.share("min") ?? record.share("min")
    let parts = SelectionReader(self).demandParts(words, record)
    words.finish("share", conditions: true)
    guard let within, let min else {
      findings.error(
        "A share needs “withinMinutes” and “min”.", "En andel behöver ”withinMinutes” och ”min”.", row: record.row,
        column: "share",
        maybe: "share: {withinMinutes: 30}, min: 90%")
      return nil
    }
    return parts.map { .share(parts: $0, within: Minutes(within), after: after(record), min: min) }
  }

  private func nobodyBeyond(_ record: Record) -> Rule.Kind? {
    guard let limit = record.amount("nobodyBeyond") else { return nil }
    return SelectionReader(self).demandParts(nil, record).map {
      .nobodyBeyond(parts: $0, limit: Minutes(limit), after: after(record))
    }
  }

  // MARK: Places

  /// `fixed: [A, B]` with a round, or `fixed: {A: 1, B: 2}`.
  private func fixed(_ record: Record) -> Rule.Kind? {
    guard let node = record.node("fixed") else { return nil }
    if case .mapping = node, let words = Record(node, "fixed", findings: findings) {
      let fixings = words.members.compactMap { name, round -> Fixing? in
        guard let subject = subject(name, row: round.mark?.line) else { return nil }
        return Fixing(subject: subject, round: index(ofRound: round))
      }
      return .fixed(fixings)
    }
    let round = round(record, "round")
    return subjects(record, "fixed", least: 1).map { .fixed($0.map { Fixing(subject: $0, round: round) }) }
  }

  private func forbidden(_ record: Record) -> Rule.Kind? {
    guard let node = record.node("forbidden") else { return nil }
    let round = round(record, "round")
    return selection(node).map { .forbidden($0, round: round) }
  }

  private func keep(_ record: Record, _ plan: String) -> Rule.Kind? {
    guard let changes = record.count("changes") else {
      guard !record.has("changes") else { return nil }
      findings.error(
        "“keep” needs the number of changes allowed.", "”keep” behöver antalet tillåtna ändringar.", row: record.row,
        column: "changes",
        maybe: "changes: 0")
      return nil
    }
    return selection(of: record).map { .keep(plan: plan, changes: changes, of: $0) }
  }

  private func close(_ record: Record) -> Rule.Kind? {
    guard let limits = limits(record), let node = record.node("close") else { return nil }
    let rounds = rounds(record)
    return selection(node, offices: true).map { .close($0, rounds: rounds, min: limits.min, max: limits.max) }
  }

  /// The places of `of:`, all when it is not given.
  private func selection(of record: Record) -> Selection? {
    record.node("of").map { selection($0) } ?? .all
  }

  /// A selection in words: `all`, a list of names, or conditions.
  private func selection(_ node: Node, offices: Bool = false) -> Selection? {
    if node.scalar?.string == "all" { return .all }
    if case .mapping = node, let words = Record(node, "of", findings: findings) {
      let selection = SelectionReader(self).selection(words)
      words.finish("of", conditions: true)
      return selection
    }
    let names = Record.list(node)
    if names.isEmpty { Record.sayEmpty(node, "of", findings) }
    if offices { return officeSelection(names) }
    return subjects(names, "of").map { Selection(places: $0.flatMap(\.places)) }
  }

  private func officeSelection(_ nodes: [Node]) -> Selection? {
    let found = nodes.compactMap { office($0) }
    return found.count == nodes.count ? Selection(places: found) : nil
  }

  // MARK: Names

  /// An office by id or name; selections hold its id as a place's, since they speak of sites.
  private func office(_ node: Node) -> ID<Place>? {
    let name = node.scalar?.string ?? ""
    do {
      return ID(try lookup.office(name).id.code)
    } catch {
      say(error, name, row: node.mark?.line, what: ("no existing office", "inget befintligt kontor"))
      return nil
    }
  }

  private func pair(_ record: Record, _ key: String) -> (Subject, Subject)? {
    guard let subjects = subjects(record, key, least: 2), subjects.count == 2 else {
      if record.list(key).count != 2 {
        findings.error(
          "“\(key)” takes two places.", "”\(key)” tar två platser.", row: record.row, column: key,
          maybe: "\(key): [A, B]")
      }
      return nil
    }
    return (subjects[0], subjects[1])
  }

  private func subjects(_ record: Record, _ key: String, least: Int) -> [Subject]? {
    let nodes = record.list(key)
    guard nodes.count >= least else {
      findings.error(
        "“\(key)” takes at least \(least) places.", "”\(key)” tar minst \(least) platser.", row: record.row,
        column: key, value: nodes.first?.scalar?.string, maybe: "\(key): [A, B]")
      return nil
    }
    return subjects(nodes, key)
  }

  private func subjects(_ nodes: [Node], _ key: String) -> [Subject]? {
    let found = nodes.compactMap { subject($0.scalar?.string ?? "", row: $0.mark?.line) }
    return found.count == nodes.count ? found : nil
  }

  private func subject(_ name: String, row: Int?) -> Subject? {
    do {
      return try lookup.subject(name)
    } catch {
      say(error, name, row: row)
      return nil
    }
  }

  /// - Parameter what: What there is none of, in English and Swedish.
  func say(
    _ failure: NameLookup.Failure, _ name: String, row: Int?,
    what: (en: String, sv: String) = ("no place or municipality", "ingen plats eller kommun")
  ) {
    switch failure {
    case .unknown(let nearest):
      findings.error(
        "There is \(what.en) with this name.", "Det finns \(what.sv) med detta namn.", row: row, value: name,
        maybe: nearest.isEmpty ? nil : nearest.joined(separator: ", "))
    case .withoutPlaces(let municipality):
      findings.error(
        "The municipality \(municipality) has no row in places.csv.",
        "Kommunen \(municipality) har ingen rad i places.csv.",
        row: row, value: name)
    case .ambiguous(let meanings):
      findings.error(
        "The name means several things; use an id.", "Namnet betyder flera saker; använd id.", row: row, value: name,
        maybe: meanings.joined(separator: ", "))
    }
  }
}
