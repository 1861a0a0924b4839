import EtappModel

/// `demand.csv`: where people live.
enum DemandTable {
  private static let reserved: Set<String> = [
    "id", "name", "municipality", "lat", "lon", "population", "class", "source", "note",
  ]

  static func read(
    _ table: CSVTable?, _ municipalities: inout MunicipalityIndex, _ diagnostics: inout [Diagnostic]
  ) -> DemandPoints {
    var points = DemandPoints()
    let people = municipalities.isLenient && table?.column("population") == nil ? "pop" : "population"
    guard let table, let columns = table.require(["id", "lat", "lon", people], &diagnostics) else {
      return points
    }
    let area = AreaColumns(table, municipalities)
    let groups = groups(
      table, besides: municipalities.isLenient ? ["pop"] + municipalities.divisions.map(\.id.code) : [], &diagnostics)
    var seen: Set<String> = []
    for row in 0..<table.rowCount {
      let id = table.text(row, columns[0])
      guard !id.isEmpty, seen.insert(id).inserted else {
        diagnostics.append(SiteRow.wrong(id: id, at: table.place(row: row, column: "id")))
        continue
      }
      guard let position = PositionColumns.read(table, row, latitude: columns[1], longitude: columns[2], &diagnostics),
        let population = population(table, row, columns[3], &diagnostics)
      else { continue }
      points.ids.append(id)
      points.coordinates.append(position)
      points.population.append(Float(population))
      points.municipality.append(index(table, row, area, &municipalities, &diagnostics))
      for group in groups {
        points.groups[group, default: []].append(Float(groupSize(table, row, group, &diagnostics)))
      }
    }
    if points.count == 0 || points.total <= 0 {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "There are no people in the file.", sv: "Det finns inga människor i filen."),
          at: Diagnostic.Place(file: table.file)))
    }
    return points
  }

  private static func population(
    _ table: CSVTable, _ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]
  ) -> Double? {
    guard let number = table.number(row, column, &diagnostics) else { return nil }
    guard number >= 0 else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "A population cannot be negative.", sv: "En befolkning kan inte vara negativ."),
          at: table.place(row: row, column: "population"), value: table.text(row, column) as String))
      return nil
    }
    return isPlausible(number, table, row, "population", &diagnostics) ? number : nil
  }

  /// More than lives in any city is probably a slip, more than lives on the earth certainly.
  private static func isPlausible(
    _ number: Double, _ table: CSVTable, _ row: Int, _ column: String, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard number > 50_000_000 else { return true }
    let isPossible = number <= 1e10
    diagnostics.append(
      Diagnostic(
        isPossible ? .warning : .error,
        Text(
          en: "More people in one point than live in any city; maybe a decimal mark or a separator is missing.",
          sv: "Fler människor i en punkt än i någon stad; kanske saknas ett decimaltecken eller en avskiljare."),
        at: table.place(row: row, column: column), value: table.text(row, table.column(column))))
    return isPossible
  }

  // MARK: Groups

  /// Columns of numbers that nobody else reads; one that begins with something else is said and passed over.
  private static func groups(
    _ table: CSVTable, besides others: [String], _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    let reserved = reserved.union(others)
    return table.header.filter { !reserved.contains($0) && !$0.isEmpty }.filter { name in
      let column = table.column(name)
      let first = (0..<table.rowCount).lazy.compactMap { row in table.text(row, column).map { (row, $0) } }.first
      guard let column, let first, table.isText(first.0, column) else { return true }
      diagnostics.append(
        Diagnostic(
          .note,
          Text(
            en: "The column does not hold numbers, so it is no group of people; it was passed over.",
            sv: "Kolumnen innehåller inte tal och är därför ingen grupp av människor; den lästes inte."),
          at: table.place(row: first.0, column: name), value: first.1,
          maybe: Names.nearest(to: name, among: reserved.sorted().filter { table.column($0) == nil }, limit: 1).first))
      return false
    }
  }

  private static func groupSize(
    _ table: CSVTable, _ row: Int, _ group: String, _ diagnostics: inout [Diagnostic]
  ) -> Double {
    guard let number = table.number(row, table.column(group), &diagnostics) else { return 0 }
    guard number >= 0 else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "A number of people cannot be negative.", sv: "Ett antal människor kan inte vara negativt."),
          at: table.place(row: row, column: group), value: "\(number)"))
      return 0
    }
    return isPlausible(number, table, row, group, &diagnostics) ? number : 0
  }

  private static func index(
    _ table: CSVTable, _ row: Int, _ area: AreaColumns, _ municipalities: inout MunicipalityIndex,
    _ diagnostics: inout [Diagnostic]
  ) -> Int32 {
    guard table.text(row, area.municipality) != nil || !area.divisions.isEmpty else { return -1 }
    return Int32(area.index(table, row, &municipalities, &diagnostics) ?? -1)
  }
}
