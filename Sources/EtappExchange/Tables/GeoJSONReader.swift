import EtappModel

/// Reads areas from GeoJSON (RFC 7946): polygons, multipolygons and points, with `id`, `code` or `name` as properties.
struct GeoJSONReader {
  private(set) var areas: [Area] = []
  /// Foreign members of the collection, where the file says them.
  private(set) var title: Text?
  private(set) var date: Day?

  init(_ data: [UInt8], file: String, diagnostics: inout [Diagnostic]) {
    let json: JSON
    do {
      json = try JSONReader.read(data)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "Not valid JSON: \(error.reason).", sv: "Inte giltig JSON: \(error.reason)."),
          at: Diagnostic.Place(file: file, row: error.line)))
      return
    }
    date = json["date"]?.text.flatMap { Day($0) }
    title = Self.text(json["title"])
    guard let features = json["features"]?.array ?? (json["type"]?.text == "Feature" ? [json] : nil) else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "Not a GeoJSON feature collection.", sv: "Inte en samling objekt i GeoJSON."),
          at: Diagnostic.Place(file: file, row: 1), value: json["type"]?.text, maybe: "FeatureCollection"))
      return
    }
    for (index, feature) in features.enumerated() {
      let area = Self.area(feature, number: index + 1)
      if case .unknown = area.shape, feature["geometry"]?["type"]?.text != nil {
        diagnostics.append(
          Diagnostic(
            .warning,
            Text(en: "The geometry of “\(area.name)” could not be used.", sv: "Geometrin för ”\(area.name)” gick inte att använda."),
            at: Diagnostic.Place(file: file, row: nil), value: feature["geometry"]?["type"]?.text,
            maybe: "Polygon, MultiPolygon, Point"))
      }
      areas.append(area)
    }
  }

  private static func text(_ json: JSON?) -> Text? {
    switch json {
    case .string(let text): Text(text)
    case .object(let members): Text(byLanguage: Dictionary(members.compactMap { member in member.value.text.map { (member.key, $0) } }, uniquingKeysWith: { $1 }))
    default: nil
    }
  }

  private static func area(_ feature: JSON, number: Int) -> Area {
    let properties = feature["properties"]
    let name = properties?["name"]?.text ?? properties?["namn"]?.text
    let id = word(properties?["id"]) ?? word(properties?["code"]) ?? word(feature["id"]) ?? name ?? String(number)
    return Area(id: id, name: name ?? id, shape: shape(feature["geometry"]))
  }

  private static func word(_ json: JSON?) -> String? {
    switch json {
    case .string(let text): text
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    default: nil
    }
  }

  private static func shape(_ geometry: JSON?) -> Area.Shape {
    guard let coordinates = geometry?["coordinates"]?.array else { return .unknown }
    switch geometry?["type"]?.text {
    case "Point": return position(.array(coordinates)).map(Area.Shape.point) ?? .unknown
    case "Polygon":
      let rings = rings(coordinates)
      return rings.isEmpty ? .unknown : .polygons([rings])
    case "MultiPolygon":
      let polygons = coordinates.map { rings($0.array ?? []) }.filter { !$0.isEmpty }
      return polygons.isEmpty ? .unknown : .polygons(polygons)
    default: return .unknown
    }
  }

  /// Rings of at least three positions; others enclose nothing.
  private static func rings(_ json: [JSON]) -> [[Coordinate]] {
    json.map { ring in (ring.array ?? []).compactMap(position) }.filter { $0.count >= 3 }
  }

  private static func position(_ json: JSON) -> Coordinate? {
    guard let numbers = json.array, numbers.count >= 2, let longitude = numbers[0].number,
      let latitude = numbers[1].number, abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }
}
