import EtappModel

/// Features as areas of a layer, with `id`, `code` or `name` as columns, as in GeoJSON.
struct AreaTable {
  private let table: FeatureTable
  private let file: String
  private let reprojection: Reprojection

  init(_ table: FeatureTable, file: String) throws(FeatureFailure) {
    self.table = table
    self.file = file
    reprojection = try Reprojection(from: table.reference)
  }

  func areas(_ diagnostics: inout [Diagnostic]) -> [Area] {
    let names = ["name", "namn"].lazy.compactMap(table.column).first
    let ids = ["id", "code"].lazy.compactMap(table.column).first ?? names
    var lost: [String] = []
    let areas = table.features.map { feature in
      let id = ids.map { feature.values[$0].text } ?? "\(feature.number)"
      let name = names.map { feature.values[$0].text } ?? id
      let shape = shape(feature.geometry)
      if shape == nil { lost.append(name) }
      return Area(id: id, name: name, shape: shape ?? .unknown)
    }
    if let first = lost.first {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "\(lost.count) geometries could not be used as areas.",
            sv: "\(lost.count) geometrier gick inte att använda som områden."), at: Diagnostic.Place(file: file),
          value: first))
    }
    return areas
  }

  /// Every corner or none: without one it would be another area.
  private func shape(_ geometry: FeatureGeometry?) -> Area.Shape? {
    switch geometry {
    case .points(let points): return points.first.flatMap { reprojection.position($0) }.map { .point($0) }
    case .polygons(let polygons):
      let all = polygons.map { rings in rings.filter { $0.count >= 3 }.map { $0.map(reprojection.position) } }
      guard all.allSatisfy({ $0.allSatisfy { $0.allSatisfy { $0 != nil } } }) else { return nil }
      return .polygons(all.map { rings in rings.map { $0.compactMap { $0 } } }.filter { !$0.isEmpty })
    case .lines: return nil
    case .empty, nil: return .unknown
    }
  }
}
