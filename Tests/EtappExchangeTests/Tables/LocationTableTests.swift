import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `Tables of a location study` {
  static let demand = "id,lat,lon,population\np,59,15,10\nq,60,16,2.5\n"
  static let sites = "id;name;lat;lon\na;Norra;59;15\nb;;60;16\n"
  static let times = "from,to,minutes\np,a,5\nq,a,12.5\np,e,30\n"

  private func file(_ text: String, _ name: String) -> LocationTables.File {
    LocationTables.File(name: name, bytes: Array(text.utf8))
  }

  private func read(
    demand: String = demand, sites: String = sites, existing: String? = nil, times: String? = nil, comma: Bool = false
  ) -> LocationData {
    LocationTables.read(
      demand: file(demand, "d"), sites: file(sites, "s"), existing: existing.map { file($0, "e") },
      times: times.map { file($0, "t") }, decimalComma: comma)
  }

  @Test func `are read by the names of their columns`() {
    let data = read(existing: "lat,id,lon\n59,e,15\n", times: Self.times)
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.population == [10, 2.5] && data.points[1] == Coordinate(latitude: 60, longitude: 16))
    #expect(data.candidates.map(\.name) == ["Norra", "b"] && data.existing.map(\.id) == ["e"])
    #expect(
      data.times?.points == [0, 1, 0] && data.times?.sites == [0, 0, 2] && data.times?.minutes == [5, 12.5, 30])
  }

  @Test func `pop is population, and a comma may be decimal`() {
    let data = read(
      demand: "id;lat;lon;pop\np;59,5;15;10,5\n", sites: "id;lat;lon\na;59;15\n", comma: true)
    #expect(data.diagnostics.isEmpty && data.population == [10.5] && data.points[0].latitude == 59.5)
  }

  @Test(arguments: [
    ("id,lat,lon,people\np,59,15,1\n", "population"), ("id,lat,lon,population\np,59,15,x\n", "x"),
    ("id,lat,lon,population\np,159,15,1\n", "159, 15"), ("id,lat,lon,population\np,59,15,-1\n", "-1"),
    ("id,lat,lon,population\np,59,15,1e11\n", "1e11"), ("id,lat,lon,population\np,59,15,1\np,59,15,1\n", "p"),
    ("id,lat,lon,population\n", "people"), ("", "empty"),
  ])
  func `mistakes in where people live are errors that name them`(_ text: String, _ told: String) {
    let data = read(demand: text)
    #expect(data.diagnostics.hasErrors)
    #expect(data.diagnostics.contains { "\($0)".contains(told) }, "\(data.diagnostics)")
  }

  @Test func `sites need ids of their own, and there has to be one`() {
    #expect(read(existing: "id,lat,lon\na,59,15\n").diagnostics.hasErrors)
    #expect(read(sites: "id,lat,lon\n").diagnostics.hasErrors)
  }

  @Test func `unknown ids and points without times are told, negative times refused`() {
    let data = read(times: "from,to,minutes\np,a,5\nx,a,5\np,y,5\n")
    #expect(!data.diagnostics.hasErrors && data.diagnostics.count == 3, "\(data.diagnostics)")
    #expect(data.times?.minutes == [5])
    #expect(read(times: "from,to,minutes\np,a,-5\n").diagnostics.hasErrors)
  }
}
