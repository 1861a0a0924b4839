import EtappModel

/// Municipalities by code and name while the other tables are read.
///
/// Without `municipalities.csv` the municipalities are those that the other tables mention; of a location study, with the
/// regions that their rows say.
struct MunicipalityIndex {
  private(set) var all: [Municipality] = []
  private(set) var divisions: [Division] = []
  private var isClosed: Bool
  /// Whether rows may do without a municipality, and say themselves in which regions they lie.
  let isLenient: Bool
  private var byCode: [String: Int] = [:]
  private var byName: [String: Int] = [:]

  private static let reserved: Set<String> = ["code", "name", "lat", "lon", "categories"]

  /// The municipalities of a location study: whatever its rows mention.
  init(divisions: [Division]) {
    self.divisions = divisions
    isClosed = false
    isLenient = true
  }

  init(_ table: CSVTable?, titles: [Division], diagnostics: inout [Diagnostic]) {
    isClosed = table != nil
    isLenient = false
    guard let table else { return }
    divisions = table.header.filter { !Self.reserved.contains($0) && !$0.isEmpty }.map { column in
      titles.first { $0.id.code == column } ?? Division(id: ID(column), title: Text(column))
    }
    for title in titles where !divisions.contains(where: { $0.id == title.id }) {
      diagnostics.append(
        Diagnostic(
          .error,
          Text(
            en: "The division “\(title.id)” has no column in municipalities.csv.",
            sv: "Indelningen ”\(title.id)” har ingen kolumn i municipalities.csv."),
          at: Diagnostic.Place(file: table.file, row: 1, column: title.id.code), value: title.id.code,
          maybe: Names.nearest(to: title.id.code, among: table.header, limit: 1).first))
    }
    guard let columns = table.require(["code", "name"], &diagnostics) else {
      // One error is enough: not another for every place and demand point.
      isClosed = false
      return
    }
    for row in 0..<table.rowCount { add(row, table, columns, &diagnostics) }
  }

  private mutating func add(_ row: Int, _ table: CSVTable, _ columns: [Int], _ diagnostics: inout [Diagnostic]) {
    let code = table.text(row, columns[0])
    guard !code.isEmpty, byCode[code] == nil else {
      diagnostics.append(
        Diagnostic(
          .error,
          code.isEmpty
            ? Text(en: "The code is missing.", sv: "Koden saknas.")
            : Text(en: "The code is used twice.", sv: "Koden används två gånger."),
          at: table.place(row: row, column: "code"), value: code))
      return
    }
    var municipality = Municipality(id: ID(code), name: table.text(row, columns[1]))
    for division in divisions {
      if let region = table.text(row, table.column(division.id.code)) { municipality.regions[division.id] = region }
    }
    municipality.categories = PlaceTable.list(table.text(row, table.column("categories"))).map { ID($0) }
    if let latitude = table.column("lat"), let longitude = table.column("lon"), table.text(row, latitude as Int?) != nil
    {
      municipality.position = PositionColumns.read(
        table, row, latitude: latitude, longitude: longitude, &diagnostics)
    }
    insert(municipality)
  }

  private mutating func insert(_ municipality: Municipality) {
    byCode[municipality.id.code] = all.count
    let key = Names.folded(municipality.name)
    if byName[key] == nil { byName[key] = all.count }
    all.append(municipality)
  }

  /// The index of the municipality of a row: by its words and its regions, since two regions may each have one of a name.
  mutating func index(of words: String, regions: [ID<Division>: String]) -> Int {
    let own = divisions.compactMap { regions[$0.id] }
    for key in [words.isEmpty ? own.joined(separator: " ") : words, ([words] + own).joined(separator: " ")] {
      guard let known = byCode[key] else {
        insert(Municipality(id: ID(key), name: key, regions: regions))
        return all.count - 1
      }
      if all[known].regions == regions { return known }
    }
    return byCode[([words] + own).joined(separator: " ")] ?? 0
  }

  /// The index of the municipality with a code or name; nil with a diagnostic when there is none.
  mutating func index(
    of words: String, at place: @autoclosure () -> Diagnostic.Place, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    if let index = byCode[words] ?? byName[Names.folded(words)] { return index }
    guard !words.isEmpty else {
      diagnostics.append(
        Diagnostic(.error, Text(en: "The municipality is missing.", sv: "Kommunen saknas."), at: place()))
      return nil
    }
    guard isClosed else {
      insert(Municipality(id: ID(words), name: words))
      return all.count - 1
    }
    diagnostics.append(
      Diagnostic(
        .error,
        Text(
          en: "There is no municipality with this code or name.",
          sv: "Det finns ingen kommun med denna kod eller detta namn."),
        at: place(), value: words,
        maybe: Names.nearest(to: words, among: all.map(\.name) + all.map(\.id.code), limit: 1).first))
    return nil
  }
}
