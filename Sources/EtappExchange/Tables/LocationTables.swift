package import EtappModel

/// Reads the tables of a location study: where people live, where offices may open, where they are already.
///
/// The columns are those of a workspace's `demand.csv`, `places.csv`, `offices.csv` and `travel-times.csv`; only ids and
/// positions are needed, and people. Whatever else a table has is passed over.
package struct LocationTables {
  /// A file as it was read.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  private let decimalComma: Bool
  private var data = LocationData()
  private var ids: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// More than lives on earth.
  private static let mostPeople = 1e10
  /// Diagnostics of one file after which the rest is not said.
  private static let mostSaid = 50

  /// - Parameter decimalComma: Whether numbers are written 59,3.
  /// - Returns: What could be read, with what there is to say in its `diagnostics`.
  package static func read(
    demand: File, sites: File, existing: File?, times: File?, decimalComma: Bool
  ) -> LocationData {
    var tables = LocationTables(decimalComma: decimalComma)
    tables.readDemand(demand)
    var seen: Set<String> = []
    tables.data.candidates = tables.readSites(sites, &seen)
    if let existing { tables.data.existing = tables.readSites(existing, &seen) }
    if tables.data.candidates.isEmpty, !tables.diagnostics.hasErrors {
      tables.complain(Text(en: "There are no sites in the file.", sv: "Det finns inga platser i filen."), sites.name)
    }
    if let times, !tables.diagnostics.hasErrors { tables.readTimes(times) }
    tables.data.ids = tables.ids
    tables.data.diagnostics = tables.shortened
    return tables.data
  }

  /// Whether the heading of a table has a column.
  package static func hasColumn(_ name: String, in file: File) -> Bool {
    let heading = file.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    var diagnostics: [Diagnostic] = []
    return CSVTable(Array(heading), file: file.name, decimalComma: false, diagnostics: &diagnostics).column(name) != nil
  }

  private init(decimalComma: Bool) { self.decimalComma = decimalComma }

  private mutating func complain(_ message: Text, _ file: String) {
    diagnostics.append(Diagnostic(.error, message, at: Diagnostic.Place(file: file)))
  }

  private var shortened: [Diagnostic] {
    var counts: [String: Int] = [:]
    return diagnostics.filter { diagnostic in
      counts[diagnostic.place?.file ?? "", default: 0] += 1
      return counts[diagnostic.place?.file ?? "", default: 0] <= Self.mostSaid
    }
  }

  // MARK: Demand

  private mutating func readDemand(_ file: File) {
    let table = CSVTable(file.bytes, file: file.name, decimalComma: decimalComma, diagnostics: &diagnostics)
    let people = ["population", "pop"].first { table.column($0) != nil } ?? "population"
    guard let columns = table.require(["id", "lat", "lon", people], &diagnostics) else { return }
    var seen: Set<String> = []
    seen.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let id = readID(table, row, columns[0], &seen),
        let position = PositionColumns.read(table, row, latitude: columns[1], longitude: columns[2], &diagnostics),
        let persons = table.number(row, columns[3], &diagnostics)
      else { continue }
      guard persons >= 0, persons <= Self.mostPeople else {
        diagnostics.append(
          Diagnostic(
            .error,
            Text(
              en: "A population is 0 or more, and less than lives on earth.",
              sv: "En befolkning är 0 eller mer, och mindre än jordens."),
            at: table.place(row: row, column: people), value: table.text(row, columns[3]) as String))
        continue
      }
      ids.append(id)
      data.points.append(position)
      data.population.append(Double(Float(persons)))
    }
    if data.people <= 0, !diagnostics.hasErrors {
      complain(Text(en: "There are no people in the file.", sv: "Det finns inga människor i filen."), file.name)
    }
  }

  private mutating func readID(_ table: CSVTable, _ row: Int, _ column: Int, _ seen: inout Set<String>) -> String? {
    let id: String = table.text(row, column)
    guard !id.isEmpty, seen.insert(id).inserted else {
      diagnostics.append(SiteRow.wrong(id: id, at: table.place(row: row, column: "id")))
      return nil
    }
    return id
  }

  // MARK: Sites

  private mutating func readSites(_ file: File, _ seen: inout Set<String>) -> [LocationData.Site] {
    let table = CSVTable(file.bytes, file: file.name, decimalComma: decimalComma, diagnostics: &diagnostics)
    guard let columns = table.require(["id", "lat", "lon"], &diagnostics) else { return [] }
    // What would make the study another one; whatever else stands here is passed over without a word.
    table.checkSpelling(optional: ["capacity", "level"], &diagnostics)
    let names = table.column("name")
    var sites: [LocationData.Site] = []
    for row in 0..<table.rowCount {
      guard let id = readID(table, row, columns[0], &seen),
        let position = PositionColumns.read(table, row, latitude: columns[1], longitude: columns[2], &diagnostics)
      else { continue }
      sites.append(LocationData.Site(id: id, name: table.text(row, names) ?? id, position: position))
    }
    return sites
  }

  // MARK: Times

  private mutating func readTimes(_ file: File) {
    let table = CSVTable(file.bytes, file: file.name, decimalComma: decimalComma, diagnostics: &diagnostics)
    guard let columns = table.require(["from", "to", "minutes"], &diagnostics) else { return }
    let points = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
    let all = (data.candidates + data.existing).map(\.id)
    let sites = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, Int32($0)) })
    var times = LocationData.Times()
    var unknown: [String: Int] = [:]
    var isKnown = [Bool](repeating: false, count: ids.count)
    for row in 0..<table.rowCount {
      let (from, to): (String, String) = (table.text(row, columns[0]), table.text(row, columns[1]))
      guard let point = points[from], let site = sites[to] else {
        let name = points[from] == nil ? from : to
        unknown[name] = unknown[name] ?? row
        continue
      }
      guard let minutes = table.number(row, columns[2], &diagnostics) else { continue }
      guard minutes >= 0 else {
        diagnostics.append(
          Diagnostic(
            .error, Text(en: "A travel time cannot be negative.", sv: "En restid kan inte vara negativ."),
            at: table.place(row: row, column: "minutes"), value: table.text(row, columns[2]) as String))
        continue
      }
      times.points.append(point)
      times.sites.append(site)
      times.minutes.append(Float(minutes))
      isKnown[Int(point)] = true
    }
    sayUnknown(unknown, table)
    sayMissing(isKnown.count { !$0 }, file.name)
    data.times = times
  }

  private mutating func sayUnknown(_ unknown: [String: Int], _ table: CSVTable) {
    for (name, row) in unknown.sorted(by: { $0.value < $1.value }).prefix(5) {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "This id is in no other file; its rows were passed over.",
            sv: "Detta id finns inte i någon annan fil; dess rader lästes inte."),
          at: table.place(row: row), value: name))
    }
    guard unknown.count > 5 else { return }
    diagnostics.append(
      Diagnostic(
        .warning,
        Text(
          en: "\(unknown.count - 5) more ids are in no other file.",
          sv: "\(unknown.count - 5) id till finns inte i någon annan fil."), at: Diagnostic.Place(file: table.file)))
  }

  private mutating func sayMissing(_ count: Int, _ file: String) {
    guard count > 0 else { return }
    let minutes = Int(data.travel.unreachable.value)
    diagnostics.append(
      Diagnostic(
        .warning,
        Text(
          en: "\(count) demand points have no row; they count as \(minutes) minutes from everywhere.",
          sv: "\(count) befolkningspunkter saknar rader; de räknas som \(minutes) minuter från allt."),
        at: Diagnostic.Place(file: file)))
  }
}
