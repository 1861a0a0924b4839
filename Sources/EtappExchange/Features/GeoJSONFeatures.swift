import EtappModel

/// Reads features with all their properties from GeoJSON; also of the older kind that names a reference system.
enum GeoJSONFeatures {
  static func read(_ bytes: [UInt8], name: String) throws(FeatureFailure) -> FeatureTable {
    let document: JSON
    do {
      document = try JSONReader.read(bytes)
    } catch {
      throw FeatureFailure(
        Text(
          en: "Not valid JSON, line \(error.line): \(error.reason.en).",
          sv: "Inte giltig JSON, rad \(error.line): \(error.reason.sv)."))
    }
    return try table(document, name: name)
  }

  static func table(_ document: JSON, name: String) throws(FeatureFailure) -> FeatureTable {
    guard let features = document["features"]?.array else {
      throw FeatureFailure(
        Text(en: "Not a GeoJSON feature collection.", sv: "Inte en samling objekt i GeoJSON."),
        value: document["type"]?.text, maybe: "FeatureCollection")
    }
    var table = FeatureTable(name: name, reference: reference(document), columns: columns(features))
    for (index, feature) in features.enumerated() {
      let properties = feature["properties"]
      table.features.append(
        FeatureTable.Feature(
          number: index + 1, geometry: feature["geometry"].flatMap(geometry),
          values: table.columns.map { column in
            value(properties?[column] ?? (column == "id" ? feature["id"] : nil))
          }))
    }
    return table
  }

  /// Names of properties in the order they are met; `id` where features have one of their own.
  private static func columns(_ features: [JSON]) -> [String] {
    var columns: [String] = []
    var seen: Set<String> = []
    for feature in features {
      if feature["id"] != nil, seen.insert("id").inserted { columns.append("id") }
      guard case .object(let members) = feature["properties"] else { continue }
      for member in members where seen.insert(member.key).inserted { columns.append(member.key) }
    }
    return columns
  }

  private static func value(_ json: JSON?) -> FeatureValue {
    switch json {
    case .string(let text): .text(text)
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: .whole(Int64(number))
    case .number(let number): .number(number)
    case .bool(let bool): .whole(bool ? 1 : 0)
    case .array(let elements): .text(elements.compactMap(\.text).joined(separator: "|"))
    default: .none
    }
  }

  /// `urn:ogc:def:crs:EPSG::3006` and `EPSG:3006`; without one it is WGS 84 (RFC 7946).
  private static func reference(_ document: JSON) -> ReferenceSystem {
    guard let name = document["crs"]?["properties"]?["name"]?.text else { return .wgs84 }
    let parts = name.split(separator: ":").map(String.init)
    guard name.lowercased().hasPrefix("urn:"), parts.count >= 5, let code = parts.last else {
      return ReferenceSystem(code: name)
    }
    return ReferenceSystem(code: "\(parts[4]):\(code)")
  }

  // MARK: Geometry

  private static func geometry(_ json: JSON) -> FeatureGeometry? {
    let coordinates = json["coordinates"]?.array ?? []
    switch json["type"]?.text {
    case "Point": return position(.array(coordinates)).map { .points([$0]) }
    case "MultiPoint": return positions(coordinates).map { .points($0) }
    case "LineString", "MultiLineString": return .lines
    case "Polygon": return polygon(.array(coordinates)).map { .polygons([$0]) }
    case "MultiPolygon":
      let polygons = coordinates.compactMap(polygon)
      return polygons.isEmpty ? nil : .polygons(polygons)
    default: return nil
    }
  }

  private static func polygon(_ json: JSON) -> [[FeatureGeometry.Position]]? {
    let rings = json.array?.compactMap { $0.array.flatMap(positions) } ?? []
    return rings.isEmpty ? nil : rings
  }

  /// All of them, or none: a corner that is left out makes another shape.
  private static func positions(_ json: [JSON]) -> [FeatureGeometry.Position]? {
    let positions = json.compactMap(position)
    return positions.count == json.count && !positions.isEmpty ? positions : nil
  }

  private static func position(_ json: JSON) -> FeatureGeometry.Position? {
    guard let numbers = json.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number else {
      return nil
    }
    return FeatureGeometry.Position(x: x, y: y)
  }
}
