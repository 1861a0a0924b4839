import EtappModel

/// `demand.csv`: where people live.
enum DemandTable {
  private static let reserved: Set<String> = ["id", "name", "municipality", "lat", "lon", "population", "source", "note"]

  static func read(
    _ table: CSVTable?, _ municipalities: inout MunicipalityIndex, _ diagnostics: inout [Diagnostic]
  ) -> DemandPoints {
    var points = DemandPoints()
    guard let table, let columns = table.require(["id", "lat", "lon", "population"], &diagnostics) else { return points }
    let municipality = table.column("municipality")
    let groups = table.header.filter { !reserved.contains($0) && !$0.isEmpty }
    var seen: Set<String> = []
    for row in 0..<table.rowCount {
      let id = table.text(row, columns[0])
      guard seen.insert(id).inserted else {
        diagnostics.append(
          Diagnostic(
            .error, Text(en: "The id is used twice.", sv: "Id används två gånger."), at: table.place(row: row, column: "id"),
            value: id))
        continue
      }
      guard let position = PositionColumns.read(table, row, latitude: columns[1], longitude: columns[2], &diagnostics),
        let population = people(table, row, columns[3], &diagnostics)
      else { continue }
      points.ids.append(id)
      points.coordinates.append(position)
      points.population.append(Float(population))
      points.municipality.append(index(table, row, municipality, &municipalities, &diagnostics))
      for group in groups {
        let number = table.number(row, table.column(group), &diagnostics) ?? 0
        points.groups[group, default: []].append(Float(number))
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

  private static func people(_ table: CSVTable, _ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]) -> Double? {
    guard let number = table.number(row, column, &diagnostics) else { return nil }
    guard number >= 0 else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "A population cannot be negative.", sv: "En befolkning kan inte vara negativ."),
          at: table.place(row: row, column: "population"), value: "\(number)"))
      return nil
    }
    return number
  }

  private static func index(
    _ table: CSVTable, _ row: Int, _ column: Int?, _ municipalities: inout MunicipalityIndex,
    _ diagnostics: inout [Diagnostic]
  ) -> Int32 {
    guard let words = table.text(row, column) else { return -1 }
    let index = municipalities.index(of: words, at: table.place(row: row, column: "municipality"), &diagnostics)
    return Int32(index ?? -1)
  }
}
