import EtappExchange
import EtappModel
import Foundation
import Testing

@Suite struct `Geographic files` {
  private func geoJSON(_ geometries: String..., more: String = "") throws -> Scratch {
    let scratch = try Scratch()
    let features = geometries.enumerated().map { index, geometry in
      "{\"type\": \"Feature\", \"id\": \"f\(index)\", \"properties\": {\"population\": 5}, \"geometry\": \(geometry)}"
    }
    try "{\"type\": \"FeatureCollection\", \(more) \"features\": [\(features.joined(separator: ","))]}".write(
      toFile: scratch.path("points.geojson"), atomically: true, encoding: .utf8)
    return scratch
  }

  private static func point(_ x: Double, _ y: Double) -> String {
    "{\"type\": \"Point\", \"coordinates\": [\(x), \(y)]}"
  }

  @Test func `are known by their names`() {
    for name in ["a.gpkg", "a.GPKG", "a.geojson", "a.shp", "a.gpkg|layername=x"] {
      #expect(FeatureFile(name) != nil, "\(name)")
    }
    for name in ["a.csv", "a.txt", "a", "-", "a.gpkg.csv"] { #expect(FeatureFile(name) == nil, "\(name)") }
  }

  @Test func `GeoJSON gives points with their properties`() throws {
    let (rows, said) = try geoJSON(Self.point(15, 59), Self.point(15.5, -59.25)).rows("points.geojson")
    #expect(said.isEmpty && rows == ["id;population;lat;lon", "f0;5;59;15", "f1;5;-59.25;15.5"], "\(rows)")
  }

  @Test func `GeoJSON of the older kind may name a reference system`() throws {
    let crs = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::3006\"}},"
    let (rows, said) = try geoJSON(Self.point(674_032, 6_580_822), more: crs).rows("points.geojson")
    let numbers = rows.last?.split(separator: ";").suffix(2).compactMap { Double($0) } ?? []
    #expect(said.isEmpty && numbers.count == 2, "\(rows) \(said)")
    #expect(abs(numbers[0] - 59.330_230) < 1e-4 && abs(numbers[1] - 18.059_190) < 1e-3, "\(numbers)")
    let unknown = crs.replacing("3006", with: "999999")
    let refused = try geoJSON(Self.point(1, 1), more: unknown).rows("points.geojson").diagnostics
    #expect(refused.first?.value == "EPSG:999999" && refused.hasErrors)
    let file = crs.replacing("urn:ogc:def:crs:EPSG::3006", with: "+init=/etc/passwd")
    #expect(try geoJSON(Self.point(1, 1), more: file).rows("points.geojson").diagnostics.hasErrors)
  }

  @Test func `areas stand for their middle, and lines for nothing`() throws {
    let square = "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]}"
    let holed =
      "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]], [[2, 0], [4, 0], [4, 2], [2, 2], [2, 0]]]}"
    let (rows, said) = try geoJSON(square, holed).rows("points.geojson")
    #expect(rows.suffix(2) == ["f0;5;1;2", "f1;5;1;1"], "\(rows)")
    #expect(said.map(\.severity) == [.note] && said[0].value == "2 features")
    for wrong in [
      "{\"type\": \"LineString\", \"coordinates\": [[0, 0], [1, 1]]}", "null",
      "{\"type\": \"Point\", \"coordinates\": []}",
      "{\"type\": \"MultiPoint\", \"coordinates\": [[0, 0], [1, 1]]}", Self.point(15, 91), Self.point(1e300, 1),
    ] {
      let said = try geoJSON(Self.point(1, 1), wrong).rows("points.geojson").diagnostics
      #expect(said.hasErrors && said.first?.place?.row == 3, "\(wrong): \(said)")
    }
  }

  @Test func `a Shapefile is read through GDAL, in its own reference system`() throws {
    let scratch = try geoJSON(Self.point(15, 59), Self.point(16, 60))
    #expect(try scratch.run("ogr2ogr", "-t_srs", "EPSG:3006", "points.shp", "points.geojson") == 0)
    let (rows, said) = scratch.rows("points.shp")
    #expect(said.isEmpty && rows.count == 3, "\(rows) \(said)")
    let numbers = rows.last?.split(separator: ";").suffix(2).compactMap { Double($0) } ?? []
    #expect(numbers.count == 2 && abs(numbers[0] - 60) < 1e-7 && abs(numbers[1] - 16) < 1e-7, "\(rows)")
    try Data("no shape".utf8).write(to: scratch.folder.appendingPathComponent("broken.shp"))
    #expect(scratch.rows("broken.shp").diagnostics.hasErrors)
  }

  @Test func `tables of text may be in another reference system`() {
    var said: [Diagnostic] = []
    let text = "id,x,y,population\na,674032,6580822,5\n\nb,674032,6580822,7\n"
    let table = PlaneTable.degrees(
      Array(text.utf8), file: "d.csv", system: "epsg:3006", decimalComma: false, &said)
    let rows = String(decoding: table ?? [], as: UTF8.self).split(separator: "\n")
    #expect(said.isEmpty && rows.count == 3 && rows[1].hasPrefix("a;674032;6580822;5;59.33"), "\(rows) \(said)")
    #expect(
      PlaneTable.degrees(
        Array("id,x,y\na,1,here\n".utf8), file: "d.csv", system: "EPSG:3006", decimalComma: false, &said) == nil)
    #expect(said.first?.place?.row == 2)
  }

  @Test func `a workspace takes points and layers of any format`() throws {
    let scratch = try Scratch()
    try
      "programme: P\nlayers: {zone: {title: Zone}}\nrounds: [{id: 1, name: One}]\nrules: [{id: t, count: all, exactly: 1}]\ngoals: [access]\n"
      .write(toFile: scratch.path("programme.yaml"), atomically: true, encoding: .utf8)
    var places = Scratch.towns
    places.name = "places"
    places.columns = ["id", "name", "municipality", "share"]
    places.features = places.features.map { feature in
      var feature = feature
      feature.values = [.text("t\(feature.number)"), .text("T\(feature.number)"), .text("M"), .none]
      return feature
    }
    _ = try scratch.geoPackage("places.gpkg", [places])
    _ = try scratch.geoPackage("demand.gpkg", [Scratch.towns])
    try FileManager.default.createDirectory(
      at: scratch.folder.appendingPathComponent("layers"), withIntermediateDirectories: true)
    var zone = FeatureTable(name: "zone", columns: ["name"])
    let ring = [(18.0, 59.0), (19, 59), (19, 60), (18, 60), (18, 59)].map { FeatureGeometry.Position(x: $0.0, y: $0.1) }
    zone.features = [FeatureTable.Feature(number: 1, geometry: .polygons([[ring]]), values: [.text("Zone 1")])]
    _ = try scratch.geoPackage("layers/zone.gpkg", [zone])
    let contents = WorkspaceReader(folder: scratch.folder.path).read()
    #expect(!contents.diagnostics.hasErrors, "\(contents.diagnostics)")
    #expect(contents.geography.demand.count == 2 && contents.geography.places.map(\.id.code) == ["t1", "t2"])
    let area = contents.geography.layers.first?.areas.first
    #expect(area?.name == "Zone 1")
    #expect(area?.distance(from: Coordinate(latitude: 59.33, longitude: 18.06)) == 0)
  }
}
