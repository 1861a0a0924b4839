package import EtappModel

/// A plan as a table: `place,round`, and whatever stands beside.
///
/// `place` is the id or name of a place, or of a municipality with a single candidate; `round` the id or name of a
/// round, empty for a place that does not open. In a row whose `closes` is yes, `place` is an existing office and
/// `round` the round it closes in. Other columns are passed over, so that an exported plan can be changed by hand and
/// read again.
package struct PlanTable {
  package private(set) var choice = Choice()
  package private(set) var diagnostics: [Diagnostic] = []
  private let assignment: Assignment
  private let geography: Geography
  private let lookup: NameLookup

  /// Reads a plan from the bytes of a file.
  ///
  /// - Parameter file: What diagnostics call the file.
  package init(reading data: [UInt8], file: String, assignment: Assignment, geography: Geography) {
    self.assignment = assignment
    self.geography = geography
    lookup = NameLookup(geography)
    let table = CSVTable(data, file: file, diagnostics: &diagnostics)
    // An empty file has been said to be empty.
    guard !table.header.isEmpty else { return }
    let column = table.column("place") == nil && table.column("id") != nil ? "id" : "place"
    guard let columns = table.require([column, "round"], &diagnostics) else { return }
    for row in 0..<table.rowCount { read(row, of: table, place: columns[0], round: columns[1]) }
  }

  private mutating func read(_ row: Int, of table: CSVTable, place: Int, round: Int) {
    guard let index = self.round(row, of: table, round) else { return }
    let words = table.text(row, place)
    let at = table.place(row: row, column: table.header[place])
    if closes(row, of: table) {
      guard let office = office(words, at: at) else { return }
      if choice.closes.updateValue(index, forKey: office) != nil { sayTwice(words, at: at) }
    } else {
      guard let site = self.place(words, at: at) else { return }
      if choice.opens.updateValue(index, forKey: site) != nil { sayTwice(words, at: at) }
    }
  }

  // MARK: Fields

  private mutating func round(_ row: Int, of table: CSVTable, _ column: Int) -> Int? {
    let words = table.text(row, column)
    guard !words.isEmpty else { return nil }
    if let index = assignment.rounds.firstIndex(where: { $0.id.code == words }) { return index }
    let key = Names.folded(words)
    let named = assignment.rounds.firstIndex { round in
      Names.folded(round.id.code) == key || round.name.byLanguage.values.contains { Names.folded($0) == key }
    }
    if let named { return named }
    say(
      Text(en: "There is no such round.", sv: "Det finns ingen sådan omgång."),
      at: table.place(row: row, column: table.header[column]), words,
      maybe: assignment.rounds.map(\.id.code).joined(separator: ", "))
    return nil
  }

  private mutating func closes(_ row: Int, of table: CSVTable) -> Bool {
    guard let words = table.text(row, table.column("closes")) else { return false }
    switch words.lowercased() {
    case "yes", "ja", "true", "1": return true
    case "no", "nej", "false", "0": return false
    default:
      say(
        Text(en: "“closes” is yes or no.", sv: "”closes” är yes eller no."),
        at: table.place(row: row, column: "closes"),
        words, maybe: "yes")
      return false
    }
  }

  private mutating func place(_ words: String, at: Diagnostic.Place) -> ID<Place>? {
    do {
      let places = try lookup.subject(words).places
      if let only = places.first, places.count == 1 { return only }
      sayAmbiguous(words, places.compactMap { geography.place($0) }.map { "\($0.name) (\($0.id))" }, at: at)
    } catch {
      say(
        error,
        Text(en: "There is no place with this id or name.", sv: "Det finns ingen plats med detta id eller namn."),
        at: at, words)
    }
    return nil
  }

  private mutating func office(_ words: String, at: Diagnostic.Place) -> ID<Office>? {
    do {
      return try lookup.office(words).id
    } catch {
      say(
        error,
        Text(
          en: "There is no existing office with this id or name.",
          sv: "Det finns inget befintligt kontor med detta id eller namn."), at: at, words)
    }
    return nil
  }

  // MARK: Saying

  private mutating func say(_ failure: NameLookup.Failure, _ unknown: Text, at place: Diagnostic.Place, _ words: String)
  {
    switch failure {
    case .unknown(let nearest): say(unknown, at: place, words, maybe: nearest.first)
    case .withoutPlaces: say(unknown, at: place, words, maybe: nil)
    case .ambiguous(let meanings): sayAmbiguous(words, meanings, at: place)
    }
  }

  private mutating func sayAmbiguous(_ words: String, _ meanings: [String], at place: Diagnostic.Place) {
    say(
      Text(en: "The name means several things; use an id.", sv: "Namnet betyder flera saker; använd id."), at: place,
      words, maybe: meanings.joined(separator: ", "))
  }

  private mutating func sayTwice(_ words: String, at place: Diagnostic.Place) {
    say(Text(en: "The place stands here twice.", sv: "Platsen står här två gånger."), at: place, words, maybe: nil)
  }

  private mutating func say(_ message: Text, at place: Diagnostic.Place, _ value: String, maybe: String?) {
    diagnostics.append(Diagnostic(.error, message, at: place, value: value, maybe: maybe))
  }
}

extension PlanTable {
  /// A plan as CSV, in the order of rounds and names.
  ///
  /// `level` is a column where not every errand can be done everywhere, `closes` where offices close.
  package static func written(_ plan: Plan, assignment: Assignment, geography: Geography) -> String {
    let opened = plan.establishments.map { row($0, assignment, geography) }
    let closed = plan.choice.closes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.compactMap { id, round in
      geography.offices.first { $0.id == id }.map { row($0, closes: round, assignment, geography) }
    }
    let rows = opened + closed
    let unsaid = [rows.allSatisfy { $0["level"] == "1" } ? "level" : nil, closed.isEmpty ? "closes" : nil]
    let header = columns.filter { !unsaid.contains($0) }
    var writer = CSVWriter(header: header)
    for row in rows { writer.add(header.map { row[$0] ?? "" }) }
    return writer.text
  }

  private static let columns = [
    "place", "name", "municipality", "kind", "level", "categories", "round", "closes", "lat", "lon",
  ]

  private static func row(
    _ establishment: Establishment, _ assignment: Assignment, _ geography: Geography
  ) -> [String: String] {
    let position = geography.place(establishment.place)?.coordinate
    return [
      "place": establishment.place.code, "name": establishment.name,
      "municipality": name(of: establishment.municipality, geography), "kind": establishment.kind,
      "level": JSON(establishment.level).serialised(),
      "categories": establishment.categories.map(\.code).joined(separator: "|"),
      "round": assignment.rounds[establishment.round].id.code, "closes": "no",
      "lat": position.map { "\($0.latitude)" } ?? "", "lon": position.map { "\($0.longitude)" } ?? "",
    ]
  }

  private static func row(
    _ office: Office, closes round: Int, _ assignment: Assignment, _ geography: Geography
  ) -> [String: String] {
    [
      "place": office.id.code, "name": office.name, "municipality": name(of: office.municipality, geography),
      "kind": office.kind, "level": JSON(assignment.level(of: office)).serialised(),
      "round": assignment.rounds[round].id.code, "closes": "yes", "lat": "\(office.coordinate.latitude)",
      "lon": "\(office.coordinate.longitude)",
    ]
  }

  private static func name(of municipality: ID<Municipality>, _ geography: Geography) -> String {
    geography.municipality(municipality)?.name ?? municipality.code
  }
}
