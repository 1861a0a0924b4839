import EtappModel

/// `places.csv`: where offices may open.
enum PlaceTable {
  /// - Parameter seen: Ids that other tables have used.
  static func read(
    _ table: CSVTable?, _ municipalities: inout MunicipalityIndex, seen: inout Set<String>,
    _ diagnostics: inout [Diagnostic]
  ) -> [Place] {
    guard let table, let columns = SiteColumns(table, municipalities, &diagnostics) else { return [] }
    table.checkSpelling(
      optional: [
        "id", "name", "municipality", "lat", "lon", "kind", "level", "categories", "layers", "earliest", "cost",
        "yearly", "capacity", "note",
      ] + municipalities.divisions.map(\.id.code),
      &diagnostics)
    var places: [Place] = []
    for row in 0..<table.rowCount {
      guard let site = SiteRow(table, row, columns, &municipalities, &seen, &diagnostics) else { continue }
      var place = Place(
        id: ID(site.id), name: site.name, municipality: site.municipality, coordinate: site.coordinate,
        kind: table.text(row, table.column("kind")) ?? "full", level: ServiceLevel.read(table, row, &diagnostics),
        row: table.line(row))
      place.categories = list(table.text(row, table.column("categories"))).map { ID($0) }
      place.layers = list(table.text(row, table.column("layers"))).map { ID($0) }
      place.earliest = day(table, row, "earliest", &diagnostics)
      place.cost = money(table, row, "cost", &diagnostics)
      place.yearly = money(table, row, "yearly", &diagnostics)
      place.capacity = capacity(table, row, &diagnostics)
      place.note = table.text(row, table.column("note"))
      places.append(place)
    }
    return places
  }

  /// `a|b` as a list.
  static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private static func day(_ table: CSVTable, _ row: Int, _ column: String, _ diagnostics: inout [Diagnostic]) -> Day? {
    guard let text = table.text(row, table.column(column)) else { return nil }
    if let day = Day(text) { return day }
    diagnostics.append(
      Diagnostic(
        .error, Text(en: "Not a date written YYYY-MM-DD.", sv: "Inte ett datum skrivet ÅÅÅÅ-MM-DD."),
        at: table.place(row: row, column: column), value: text, maybe: WrittenDay.guess(text)))
    return nil
  }

  /// How many people a site can serve; empty for as many as come.
  static func capacity(_ table: CSVTable, _ row: Int, _ diagnostics: inout [Diagnostic]) -> Persons? {
    guard let number = table.number(row, table.column("capacity"), &diagnostics) else { return nil }
    guard number >= 0, number <= 1e10 else {
      diagnostics.append(
        Diagnostic(
          .error,
          Text(
            en: "A capacity is 0 or more people, and less than live on earth; leave it empty for no limit.",
            sv: "En kapacitet är 0 eller fler personer, och mindre än jordens; lämna tomt för ingen gräns."),
          at: table.place(row: row, column: "capacity"), value: table.text(row, table.column("capacity"))))
      return nil
    }
    return Persons(number)
  }

  static func money(_ table: CSVTable, _ row: Int, _ column: String, _ diagnostics: inout [Diagnostic]) -> Money? {
    guard let number = table.number(row, table.column(column), &diagnostics) else { return nil }
    guard number >= 0 else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "Money cannot be negative here.", sv: "Beloppet kan inte vara negativt här."),
          at: table.place(row: row, column: column), value: table.text(row, table.column(column))))
      return nil
    }
    guard number <= 1e15 else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "So much money there is nowhere.", sv: "Så mycket pengar finns ingenstans."),
          at: table.place(row: row, column: column), value: table.text(row, table.column(column))))
      return nil
    }
    return Money(number)
  }
}

/// `offices.csv`: offices that exist when the programme starts.
enum OfficeTable {
  /// - Parameter seen: Ids that other tables have used.
  static func read(
    _ table: CSVTable?, _ municipalities: inout MunicipalityIndex, seen: inout Set<String>,
    _ diagnostics: inout [Diagnostic]
  ) -> [Office] {
    guard let table, let columns = SiteColumns(table, municipalities, &diagnostics) else { return [] }
    table.checkSpelling(
      optional: [
        "id", "name", "municipality", "lat", "lon", "kind", "level", "closable", "yearly", "capacity", "evidence",
      ]
        + municipalities.divisions.map(\.id.code), &diagnostics)
    var offices: [Office] = []
    for row in 0..<table.rowCount {
      guard let site = SiteRow(table, row, columns, &municipalities, &seen, &diagnostics) else { continue }
      offices.append(
        Office(
          id: ID(site.id), name: site.name, municipality: site.municipality, coordinate: site.coordinate,
          kind: table.text(row, table.column("kind")) ?? "full", level: ServiceLevel.read(table, row, &diagnostics),
          closable: closable(table, row, &diagnostics),
          yearly: PlaceTable.money(table, row, "yearly", &diagnostics),
          capacity: PlaceTable.capacity(table, row, &diagnostics),
          evidence: table.text(row, table.column("evidence"))))
    }
    return offices
  }

  private static func closable(_ table: CSVTable, _ row: Int, _ diagnostics: inout [Diagnostic]) -> Bool {
    guard let text = table.text(row, table.column("closable")) else { return false }
    switch text.lowercased() {
    case "yes", "ja", "true", "1": return true
    case "no", "nej", "false", "0": return false
    default:
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "“closable” is yes or no.", sv: "”closable” är yes eller no."),
          at: table.place(row: row, column: "closable"), value: text,
          maybe: Names.nearest(to: text, among: ["yes", "no", "ja", "nej"], limit: 1).first ?? "yes, no"))
      return false
    }
  }
}

/// Where a table of sites says who, where and in which municipality.
///
/// A workspace's tables say all of it; a location study needs ids and positions only.
struct SiteColumns {
  let id: Int
  let latitude: Int
  let longitude: Int
  let name: Int?
  let area: AreaColumns

  init?(_ table: CSVTable, _ municipalities: MunicipalityIndex, _ diagnostics: inout [Diagnostic]) {
    let needed = municipalities.isLenient ? ["id", "lat", "lon"] : ["id", "lat", "lon", "name", "municipality"]
    guard let columns = table.require(needed, &diagnostics) else { return nil }
    (id, latitude, longitude) = (columns[0], columns[1], columns[2])
    name = table.column("name")
    area = AreaColumns(table, municipalities)
  }
}

/// The columns that say in which municipality a row lies.
struct AreaColumns {
  let municipality: Int?
  /// Of a location study: a column for each division that the table has.
  let divisions: [(id: ID<Division>, column: Int)]

  init(_ table: CSVTable, _ municipalities: MunicipalityIndex) {
    municipality = table.column("municipality")
    divisions =
      municipalities.isLenient
      ? municipalities.divisions.compactMap { division in table.column(division.id.code).map { (division.id, $0) } }
      : []
  }

  /// The municipality's index; nil with a diagnostic where a workspace knows none.
  func index(
    _ table: CSVTable, _ row: Int, _ municipalities: inout MunicipalityIndex, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    let words = table.text(row, municipality) ?? ""
    guard municipalities.isLenient else {
      return municipalities.index(of: words, at: table.place(row: row, column: "municipality"), &diagnostics)
    }
    var regions: [ID<Division>: String] = [:]
    for (division, column) in divisions { regions[division] = table.text(row, column as Int?) }
    return municipalities.index(of: words, regions: regions)
  }
}

/// The columns that every site has.
struct SiteRow {
  let id: String
  let name: String
  let municipality: ID<Municipality>
  let coordinate: Coordinate

  init?(
    _ table: CSVTable, _ row: Int, _ columns: SiteColumns, _ municipalities: inout MunicipalityIndex,
    _ seen: inout Set<String>, _ diagnostics: inout [Diagnostic]
  ) {
    id = table.text(row, columns.id)
    guard !id.isEmpty, seen.insert(id).inserted else {
      diagnostics.append(Self.wrong(id: id, at: table.place(row: row, column: "id")))
      return nil
    }
    name = table.text(row, columns.name) ?? id
    let index = columns.area.index(table, row, &municipalities, &diagnostics)
    let position = PositionColumns.read(
      table, row, latitude: columns.latitude, longitude: columns.longitude, &diagnostics)
    guard let index, let position else { return nil }
    municipality = municipalities.all[index].id
    coordinate = position
  }

  /// An id that is missing or used twice.
  static func wrong(id: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .error,
      id.isEmpty
        ? Text(en: "The id is missing.", sv: "Id saknas.")
        : Text(en: "The id is used twice.", sv: "Id används två gånger."),
      at: place, value: id)
  }
}

/// Latitude and longitude of a row.
enum PositionColumns {
  static func read(
    _ table: CSVTable, _ row: Int, latitude: Int, longitude: Int, _ diagnostics: inout [Diagnostic]
  ) -> Coordinate? {
    guard let lat = table.number(row, latitude, &diagnostics), let lon = table.number(row, longitude, &diagnostics)
    else { return nil }
    guard abs(lat) <= 90, abs(lon) <= 180 else {
      diagnostics.append(
        Diagnostic(
          .error,
          Text(
            en: "No such position: latitude is within ±90 and longitude within ±180 degrees (WGS 84).",
            sv: "Ingen sådan position: latitud är inom ±90 och longitud inom ±180 grader (WGS 84)."),
          at: table.place(row: row, column: "lat"),
          value: "\(table.text(row, latitude)), \(table.text(row, longitude))",
          maybe: abs(lon) <= 90 && abs(lat) <= 180 ? "\(lon), \(lat)" : nil))
      return nil
    }
    return Coordinate(latitude: lat, longitude: lon)
  }
}
