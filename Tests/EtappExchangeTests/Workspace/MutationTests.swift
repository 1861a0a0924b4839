@testable import EtappExchange
import EtappModel
import EtappTestSupport
import Foundation
import Testing

/// Thousands of files damaged at random, the same ones every time: no reader crashes, hangs, or says something unplaced.
@Suite struct `Damaged files` {
  /// The first lines of the shipped examples' files; enough of every column and key.
  private static func seeds(_ ending: String) -> [[UInt8]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
      FileManager.default.contents(atPath: root.appendingPathComponent(name).path).map { Array($0.prefix(3000)) }
    }
  }

  private static let tokens: [[UInt8]] = [
    "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "{", "}", "[", "]", ":", "- ", "&a ", "*a", "? ", "|", ">", "#", "%",
    "---\n", "null",
    "-1", "1e999", "99999999999999999999", "0.0000000001", "\u{FEFF}", "å", "\u{0}", "!!binary ", "<<: ", "'", "\\u",
    "\\uD800", "e", "+",
    "rounds", "rules", "each", "of", "min", "exactly", "2022-13-45", "FeatureCollection", "coordinates", "Polygon",
  ].map { Array($0.utf8) }

  private static func damaged(_ seed: [UInt8], _ generator: inout RandomInstance.Generator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let length = min(Int.random(in: 0...40, using: &generator), bytes.count - place)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.removeSubrange(place..<place + length)
      case 1: bytes.insert(contentsOf: tokens.randomElement(using: &generator) ?? [], at: place)
      case 2:
        bytes.insert(contentsOf: bytes[place..<place + length], at: Int.random(in: 0...bytes.count, using: &generator))
      case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 4 where length > 0:
        bytes.replaceSubrange(place..<place + length, with: tokens.randomElement(using: &generator) ?? [])
      default: bytes = Array(bytes.prefix(max(1, place)))
      }
    }
    return bytes
  }

  /// Runs `read` on damaged files, each of which must be answered with placed diagnostics in both languages.
  private static func attack(_ ending: String, count: Int, read: ([UInt8]) -> [Diagnostic]) {
    attack(seeds(ending), count: count, read: read)
  }

  private static func attack(_ seeds: [[UInt8]], count: Int, read: ([UInt8]) -> [Diagnostic]) {
    #expect(!seeds.isEmpty)
    var generator = RandomInstance.Generator(seed: 1)
    var troubled = 0
    for index in 0..<count {
      let diagnostics = read(damaged(seeds[index % seeds.count], &generator))
      if !diagnostics.isEmpty { troubled += 1 }
      for diagnostic in diagnostics.prefix(10)
      where diagnostic.place == nil || Set(diagnostic.message.byLanguage.keys) != ["en", "sv"] {
        Issue.record("\(diagnostic)")
      }
    }
    #expect(troubled > count / 10, "the damage does harm")
  }

  @Test(.timeLimit(.minutes(10)))
  func `tables answer with diagnostics`() {
    Self.attack(".csv", count: 1500) { bytes in
      var diagnostics: [Diagnostic] = []
      let table = CSVTable(bytes, file: "a.csv", diagnostics: &diagnostics)
      var municipalities = MunicipalityIndex(table, titles: [], diagnostics: &diagnostics)
      var open = MunicipalityIndex(nil, titles: [], diagnostics: &diagnostics)
      _ = DemandTable.read(table, &municipalities, &diagnostics)
      var (placeIds, officeIds) = (Set<String>(), Set<String>())
      let places = PlaceTable.read(table, &open, seen: &placeIds, &diagnostics)
      _ = OfficeTable.read(table, &open, seen: &officeIds, &diagnostics)
      let geography = Geography(places: places)
      _ = TravelTimeTable.read(bytes, decimalComma: false, geography: geography, &diagnostics)
      return diagnostics
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `layers answer with diagnostics`() {
    Self.attack(".geojson", count: 1500) { bytes in
      var diagnostics: [Diagnostic] = []
      _ = GeoJSONReader(bytes, file: "a.geojson", diagnostics: &diagnostics)
      return diagnostics
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `programmes answer with diagnostics`() throws {
    let geography = try SmallWorkspace.contents(changing: [:]).geography
    Self.attack("programme.yaml", count: 1500) { bytes in
      if let trouble = TextEncoding.trouble(in: bytes, file: "programme.yaml") { return [trouble] }
      let programme = ProgrammeReader(String(decoding: bytes, as: UTF8.self), file: "programme.yaml")
      _ = (programme.filesWithDecimalComma(), programme.divisions(), programme.layers())
      _ = programme.assignment(geography)
      return programme.findings.all
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `work answers with diagnostics`() throws {
    let geography = try SmallWorkspace.contents(changing: [:]).geography
    let head = Array("programme: Small\nrounds: [{id: 1}]\n".utf8)
    Self.attack([Array(SmallWork.text.utf8)], count: 1500) { bytes in
      let file = head + bytes
      if let trouble = TextEncoding.trouble(in: file, file: "programme.yaml") { return [trouble] }
      let programme = ProgrammeReader(String(decoding: file, as: UTF8.self), file: "programme.yaml")
      _ = programme.assignment(geography)
      return programme.findings.all
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `actual dates answer with diagnostics`() throws {
    let contents = try SmallWork.contents()
    let assignment = try #require(contents.assignment)
    Self.attack([Array(SmallWork.actuals.utf8)], count: 1000) { bytes in
      var diagnostics: [Diagnostic] = []
      let table = CSVTable(bytes, file: "actuals.csv", diagnostics: &diagnostics)
      _ = ActualTable.read(table, assignment, contents.geography, &diagnostics)
      return diagnostics
    }
  }
}
