import EtappModel

/// `travel-times.csv`: minutes from demand points and places to sites, one row for each pair.
enum TravelTimeTable {
  static func read(
    _ data: [UInt8], file: String = "travel-times.csv", decimalComma: Bool, geography: Geography,
    _ diagnostics: inout [Diagnostic]
  ) -> TravelMatrix? {
    let table = CSVTable(data, file: file, decimalComma: decimalComma, diagnostics: &diagnostics)
    guard let columns = table.require(["from", "to", "minutes"], &diagnostics) else { return nil }
    var origins: [String: Int] = [:]
    var destinations: [String: Int] = [:]
    let knownOrigins = Set(geography.demand.ids).union(geography.places.map(\.id.code))
    let knownDestinations = Set(geography.places.map(\.id.code)).union(geography.offices.map(\.id.code))
    var entries: [(Int, Int, Float)] = []
    var unknown: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let (from, to) = (table.text(row, columns[0]), table.text(row, columns[1]))
      guard knownOrigins.contains(from), knownDestinations.contains(to) else {
        let name = knownOrigins.contains(from) ? to : from
        if unknown[name] == nil { unknown[name] = row }
        continue
      }
      guard let minutes = table.number(row, columns[2], &diagnostics) else { continue }
      guard minutes >= 0 else {
        diagnostics.append(
          Diagnostic(
            .error, Text(en: "A travel time cannot be negative.", sv: "En restid kan inte vara negativ."),
            at: table.place(row: row, column: "minutes"), value: "\(minutes)"))
        continue
      }
      let origin = origins[from] ?? origins.count
      let destination = destinations[to] ?? destinations.count
      origins[from] = origin
      destinations[to] = destination
      entries.append((origin, destination, Float(minutes)))
    }
    sayUnknown(unknown, table, knownOrigins.union(knownDestinations), &diagnostics)
    var minutes = [Float](repeating: .infinity, count: origins.count * destinations.count)
    for (origin, destination, time) in entries { minutes[origin * destinations.count + destination] = time }
    let matrix = TravelMatrix(origins: origins, destinations: destinations, minutes: minutes)
    sayMissing(matrix, file, geography, &diagnostics)
    return matrix
  }

  private static func sayUnknown(
    _ unknown: [String: Int], _ table: CSVTable, _ known: Set<String>, _ diagnostics: inout [Diagnostic]
  ) {
    for (name, row) in unknown.sorted(by: { $0.value < $1.value }).prefix(5) {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "This id is in no other file; its rows were passed over.",
            sv: "Detta id finns inte i någon annan fil; dess rader lästes inte."),
          at: table.place(row: row), value: name, maybe: Names.nearest(to: name, among: known.sorted(), limit: 1).first)
      )
    }
    if unknown.count > 5 {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "\(unknown.count - 5) more ids are in no other file.",
            sv: "\(unknown.count - 5) id till finns inte i någon annan fil."),
          at: Diagnostic.Place(file: table.file)))
    }
  }

  /// Says what falls back on straight lines, and what cannot be reached at all.
  private static func sayMissing(
    _ matrix: TravelMatrix, _ file: String, _ geography: Geography, _ diagnostics: inout [Diagnostic]
  ) {
    func note(_ count: Int, _ en: String, _ sv: String) {
      guard count > 0 else { return }
      diagnostics.append(
        Diagnostic(
          .warning, Text(en: "\(count) \(en)", sv: "\(count) \(sv)"), at: Diagnostic.Place(file: file)))
    }
    note(
      geography.demand.ids.count { matrix.origins[$0] == nil },
      "demand points have no row; straight lines are used for them.",
      "befolkningspunkter saknar rader; raka linjer används för dem.")
    note(
      geography.places.count { matrix.destinations[$0.id.code] == nil }
        + geography.offices.count { matrix.destinations[$0.id.code] == nil },
      "sites have no row; straight lines are used to them.", "platser saknar rader; raka linjer används till dem.")
    note(
      geography.places.isEmpty || geography.places.contains { matrix.origins[$0.id.code] != nil }
        ? 0 : geography.places.count,
      "places have no rows as origin; straight lines are used from place to place (for spread).",
      "platser saknar rader som start; raka linjer används från plats till plats (för spridning).")
  }
}
