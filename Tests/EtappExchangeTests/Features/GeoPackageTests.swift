import EtappExchange
import EtappModel
import Foundation
import Testing

@Suite struct `GeoPackage files` {
  @Test func `come back as they were written`() throws {
    let scratch = try Scratch()
    _ = try scratch.geoPackage("towns.gpkg", [Scratch.towns])
    let (rows, diagnostics) = scratch.rows("towns.gpkg")
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(rows.count == 3 && rows[0] == "fid;id;name;population;share;lat;lon")
    #expect(rows[1] == "1;\"a;1\";\"Å \"\"stad\"\"\";975551;0.25;59.3302301;18.0591902")
    #expect(rows[2] == "2;b;;12;1e-07;-30.03;-51.2")
    #expect(scratch.rows("towns.gpkg", decimalComma: true).rows[1].contains("\"0,25\";\"59,3302301\""))
  }

  @Test func `are what GDAL and SQLite take for one`() throws {
    let scratch = try Scratch()
    let path = try scratch.geoPackage("towns.gpkg", [Scratch.towns])
    let head = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(100)
    #expect(head.starts(with: Data("SQLite format 3".utf8)) && head[68..<72] == Data("GPKG".utf8))
    // Through another program and back.
    #expect(try scratch.run("ogr2ogr", "-f", "GeoJSON", "towns.geojson", "towns.gpkg") == 0)
    let (rows, diagnostics) = scratch.rows("towns.geojson")
    #expect(diagnostics.isEmpty && rows.count == 3 && rows[2].hasSuffix(";-30.03;-51.2"), "\(rows) \(diagnostics)")
  }

  @Test func `of several layers want to know which`() throws {
    let scratch = try Scratch()
    var other = Scratch.towns
    other.name = "villages"
    _ = try scratch.geoPackage("two.gpkg", [Scratch.towns, other])
    let said = scratch.rows("two.gpkg").diagnostics
    #expect(said.hasErrors && said[0].maybe == "two.gpkg|layername=towns" && said[0].value == "towns, villages")
    #expect(scratch.rows("two.gpkg|layername=Villages").rows.count == 3)
    #expect(scratch.rows("two.gpkg|layername=vilages").diagnostics.first?.maybe == "villages")
    // The layer of the file's own name is meant where nobody says.
    _ = try scratch.geoPackage("towns.gpkg", [Scratch.towns, other])
    #expect(scratch.rows("towns.gpkg").rows.count == 3)
  }

  @Test func `of other reference systems are put where they are`() throws {
    let scratch = try Scratch()
    _ = try scratch.geoPackage("towns.gpkg", [Scratch.towns])
    #expect(
      try scratch.run("ogr2ogr", "-t_srs", "EPSG:3035", "laea.gpkg", "towns.gpkg", "-where", "population > 100") == 0)
    let (rows, diagnostics) = scratch.rows("laea.gpkg")
    let numbers = rows.last?.split(separator: ";").suffix(2).compactMap { Double($0) } ?? []
    #expect(diagnostics.isEmpty && numbers.count == 2, "\(rows) \(diagnostics)")
    #expect(abs(numbers[0] - 59.3302301) < 1e-6 && abs(numbers[1] - 18.0591902) < 1e-6)
  }

  // MARK: Files that nobody vouches for

  /// Changes bytes of a written file: the first that follow a mark.
  private func spoil(_ mark: [UInt8], at offset: Int, _ bytes: [UInt8]) throws -> Scratch {
    let scratch = try Scratch()
    let path = try scratch.geoPackage("towns.gpkg", [Scratch.towns])
    var data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let found = data.indices.first { data[$0...].starts(with: mark) }
    let start = try #require(found) + offset
    data.replaceSubrange(start..<start + bytes.count, with: bytes)
    try Data(data).write(to: URL(fileURLWithPath: path))
    return scratch
  }

  /// The header of a geometry: “GP”, version, flags, 4326.
  static let geometry: [UInt8] = [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0]

  @Test func `say what is wrong with a geometry`() throws {
    let nan = withUnsafeBytes(of: Double.nan.bitPattern.littleEndian, Array.init)
    let cases: [(offset: Int, bytes: [UInt8], says: String)] = [
      (0, [0x58], "Not a geometry"), (4, [0xBE, 0x0B], "another reference system"), (9, [99], "damaged"),
      (9, [2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F], "damaged"), (9, [3, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], "damaged"),
      (13, nan, "damaged"), (13, nan + nan, "has no place"), (3, [0x11], "has no place"), (3, [0x0F], "Not a geometry"),
      (3, [0x09], "damaged"), (9, [1, 0, 0, 0x80], "damaged"),
    ]
    for example in cases {
      let said = try spoil(Self.geometry, at: example.offset, example.bytes).rows("towns.gpkg").diagnostics
      #expect(said.contains { $0.message(.english).contains(example.says) }, "\(example): \(said)")
    }
  }

  @Test func `say what is wrong with the whole`() throws {
    let lists = Array("gpkg_geometry_columns".utf8)
    let said = try spoil(lists, at: 0, Array("hpkg".utf8)).rows("towns.gpkg").diagnostics
    #expect(said.hasErrors, "\(said)")
    let scratch = try Scratch()
    for content in ["", "hello", "SQLite format 3\0", String(repeating: "x", count: 5000)] {
      try Data(content.utf8).write(to: scratch.folder.appendingPathComponent("no.gpkg"))
      #expect(scratch.rows("no.gpkg").diagnostics.hasErrors, "\(content.prefix(20))")
    }
    #expect(scratch.rows("nowhere.gpkg").diagnostics.hasErrors)
  }

  /// Whatever stands in the file, reading it ends, and it does not change it.
  @Test func `of any bytes are read or refused`() throws {
    let scratch = try Scratch()
    let path = try scratch.geoPackage("towns.gpkg", [Scratch.towns])
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SplitMix(state: 6)
    for _ in 0..<150 {
      var data = good
      for _ in 0..<(1 + random.next() % 8) {
        data[Int(random.next() % UInt64(data.count))] = UInt8(random.next() & 255)
      }
      if random.next() % 4 == 0 { data.removeLast(Int(random.next() % UInt64(data.count))) }
      try Data(data).write(to: URL(fileURLWithPath: path))
      _ = scratch.rows("towns.gpkg")
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == data)
    }
  }
}

/// A generator with a seed (splitmix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
