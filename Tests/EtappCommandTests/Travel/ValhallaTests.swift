import EtappExchange
import Foundation
import Testing

@Suite(
  "A real Valhalla",
  .enabled(if: ValhallaService.hasRoads, "The roads are not there (../shared/data/osm-samples)."))
struct ValhallaTests {
  /// Points over a country, the last of them in another one whose roads are not there.
  static let demand: String = {
    var rows = ["id,lat,lon,population"]
    for row in 0..<8 {
      for column in 0..<5 {
        rows.append("p\(row)\(column),\(47.06 + 0.025 * Double(row)),\(9.49 + 0.012 * Double(column)),\(10 + row)")
      }
    }
    return (rows + ["far,59.33,18.06,100"]).joined(separator: "\n") + "\n"
  }()

  static let sites = """
    id,name,lat,lon
    vaduz,Vaduz,47.1410,9.5209
    schaan,Schaan,47.1652,9.5087
    balzers,Balzers,47.0660,9.5020
    eschen,Eschen,47.2106,9.5222

    """

  private func folder() throws -> TravelFolder {
    let folder = try TravelFolder()
    try folder.write(Self.demand, "demand.csv")
    try folder.write(Self.sites, "sites.csv")
    return folder
  }

  private func minutes(_ folder: TravelFolder) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: folder.rows.compactMap { row in
        let fields = row.split(separator: ",")
        return Double(fields[2]).map { ("\(fields[0]) \(fields[1])", $0) }
      })
  }

  @Test func `gives the same times in one question and in many, and tells who cannot be reached`() throws {
    let service = try ValhallaService()
    let (whole, pieces, foot) = (try folder(), try folder(), try folder())
    let outcome = try whole.travel("valhalla", service.url, "--json")
    #expect(outcome.code == 0, "\(outcome)")
    let document = try outcome.document
    #expect(document["offNetwork"]?.array?.map(\.text) == ["far"])
    #expect(document["unreachable"]?.number == 4 && document["pairs"]?.number == 160)
    #expect(try pieces.travel("valhalla", service.url, "--pairs 6").code == 0)
    let (one, many) = (minutes(whole), minutes(pieces))
    #expect(one.count == 160 && one.keys == many.keys)
    for (pair, time) in one { #expect(abs(time - (many[pair] ?? 0)) <= 1, "\(pair): \(time), \(many[pair] ?? 0)") }
    try isPlausible(one)
    // On foot it takes longer, as a whole.
    #expect(try foot.travel("valhalla", service.url, "--profile pedestrian").code == 0)
    let walked = minutes(foot).values.reduce(0, +)
    #expect(walked > 2 * one.values.reduce(0, +), "\(walked)")
    // More pairs than the service takes: it says so, and is asked for less.
    let large = try folder()
    let limit = try large.travel("valhalla", service.url, "--pairs 100000 --json")
    #expect(limit.code == 0 && minutes(large) == one, "\(limit)")
    let sledge = try whole.travel("valhalla", service.url, "--profile sledge")
    #expect(sledge.code == 2 && sledge.errors.contains("sledge"), "\(sledge)")
  }

  /// Nobody drives faster than 130 kilometres an hour along a straight line, nor for three hours in a small country, up its forest tracks.
  private func isPlausible(_ minutes: [String: Double]) throws {
    let rows = (Self.demand + Self.sites).split(separator: "\n").map { $0.split(separator: ",") }
    func place(_ id: Substring) throws -> (Double, Double) {
      let row = try #require(rows.first { $0[0] == id })
      let numbers = row.compactMap { Double($0) }
      return (numbers[0], numbers[1])
    }
    for (pair, time) in minutes {
      let ends = pair.split(separator: " ")
      let (a, b) = (try place(ends[0]), try place(ends[1]))
      // Ends are put on the nearest road, up to two kilometres away here.
      let line = 111.2 * (pow(a.0 - b.0, 2) + pow((a.1 - b.1) * 0.68, 2)).squareRoot() - 4
      #expect(time >= line / 130 * 60 && time < 180, "\(pair): \(time) minutes for \(line) km")
    }
  }
}
