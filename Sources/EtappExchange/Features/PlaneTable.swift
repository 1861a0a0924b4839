package import EtappModel

/// A table of text whose positions are `x` and `y` of another reference system.
package enum PlaneTable {
  /// The same table with `lat` and `lon`, row for row.
  ///
  /// - Parameter system: A register's code, `EPSG:3006`.
  package static func degrees(
    _ bytes: [UInt8], file: String, system: String, decimalComma: Bool, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    let table = CSVTable(bytes, file: file, decimalComma: decimalComma, diagnostics: &diagnostics)
    guard let columns = table.require(["x", "y"], &diagnostics) else { return nil }
    // Rows come out as they went in only where none of them runs over several lines.
    var features = FeatureTable(name: file, reference: ReferenceSystem(code: system), columns: table.header)
    for row in 0..<table.rowCount {
      guard let x = table.number(row, columns[0], &diagnostics), let y = table.number(row, columns[1], &diagnostics)
      else { continue }
      features.features.append(
        FeatureTable.Feature(
          number: table.line(row) - 1, geometry: .points([FeatureGeometry.Position(x: x, y: y)]),
          values: table.header.indices.map { .text(table.text(row, $0)) }))
    }
    guard !diagnostics.hasErrors else { return nil }
    do {
      return try PointTable(features, file: file).csv(decimalComma: decimalComma, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic(file))
      return nil
    }
  }
}
