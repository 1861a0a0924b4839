import EtappExchange
import Foundation
import Testing

@Suite(.serialized) struct `Travel command` {
  /// 1000 seconds for each degree.
  static let expected = [
    "\"r, north\",a,33.33", "\"r, north\",b,23.33", "p,a,0", "p,b,23.33", "q,a,11.67", "q,b,11.67",
  ]

  @Test(arguments: ["valhalla", "osrm", "openrouteservice", "graphhopper"])
  func `takes the same times from every kind of service`(_ service: String) throws {
    let (server, folder) = (try MatrixServer(), try TravelFolder())
    let outcome = try folder.travel(service, server.url, "--json")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(folder.rows == Self.expected)
    let document = try outcome.document
    #expect(document["schema"]?.text == "etapp.travel/1" && document["service"]?.text == service)
    #expect(document["pairs"]?.number == 6 && document["questions"]?.number == 1)
    // The table is one that `locate` reads.
    let answer = try folder.run(
      "locate --demand demand.csv --sites sites.csv --times times.csv --open 1 --goal access --json")
    #expect(try answer.document["open"]?.array?.map(\.text) == ["a"], "\(answer.errors)")
  }

  @Test(arguments: ["valhalla", "osrm", "openrouteservice", "graphhopper"])
  func `asks for less where the service says it was too much`(_ service: String) throws {
    let (server, folder) = (try MatrixServer(limit: 2), try TravelFolder())
    let outcome = try folder.travel(service, server.url, "--json")
    #expect(outcome.code == 0 && folder.rows == Self.expected, "\(outcome)")
    #expect(try outcome.document["questions"]?.number ?? 0 >= 4)
  }

  @Test(arguments: ["valhalla", "osrm", "openrouteservice", "graphhopper"])
  func `counts and names what no road leads to`(_ service: String) throws {
    let (server, folder) = (try MatrixServer(), try TravelFolder())
    let outcome = try folder.travel(service, server.url, demand: "lost.csv", "--json")
    #expect(outcome.code == 0 && folder.rows == ["p,a,0", "p,b,23.33"], "\(outcome)")
    let document = try outcome.document
    #expect(document["offNetwork"]?.array?.map(\.text) == ["pole"])
    #expect(document["unreachable"]?.number == 4 && document["pairs"]?.number == 2)
    // What has no road is known the next time without a question.
    let again = try folder.travel(service, server.url, demand: "lost.csv", "--json").document
    #expect(again["questions"]?.number == 0 && again["offNetwork"]?.array?.map(\.text) == ["pole"])
    let words = try folder.travel(service, server.url, demand: "lost.csv", "--language sv")
    #expect(words.output.contains("1 punkter eller platser har ingen väg i närheten: pole"), "\(words.output)")
  }

  @Test func `asks again after every passing failure`() throws {
    let (server, folder) = (try MatrixServer(faults: "429 500 truncated slow wrong"), try TravelFolder())
    let outcome = try folder.travel("valhalla", server.url, "--patience 1 --json")
    #expect(outcome.code == 0 && folder.rows == Self.expected, "\(outcome)")
    #expect(try outcome.document["repeated"]?.number == 5)
  }

  @Test(arguments: [
    ("500+", "status 500"), ("429+", "asked too much"), ("wrong+", "no matrix"), ("truncated+", "answer"),
  ])
  func `gives up a service that keeps failing, and leaves the old file`(_ fault: String, _ words: String) throws {
    let (server, folder) = (try MatrixServer(faults: fault), try TravelFolder())
    try folder.write("from,to,minutes\nold,a,1\n", "times.csv")
    let outcome = try folder.travel("osrm", server.url, "--retries 1 --json")
    #expect(outcome.code == 1 && outcome.errors.contains(words), "\(outcome)")
    #expect(try outcome.document["schema"]?.text == "etapp.error/1")
    #expect(folder.rows == ["old,a,1"])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.folder.path).filter { $0.hasPrefix(".new") }
    #expect(left.isEmpty)
  }

  @Test func `says what a service does not take`() throws {
    let (server, folder) = (try MatrixServer(key: "secret"), try TravelFolder())
    for service in ["valhalla", "openrouteservice", "graphhopper"] {
      let outcome = try folder.travel(
        service, server.url, "--profile sledge", environment: ["ETAPP_TRAVEL_KEY": "secret"])
      #expect(
        outcome.code == 2 && outcome.errors.contains("--profile") && outcome.errors.contains("sledge"), "\(outcome)")
    }
    for service in ["openrouteservice", "graphhopper"] {
      let refused = try folder.travel(service, server.url)
      #expect(refused.code == 2 && refused.errors.contains("ETAPP_TRAVEL_KEY"), "\(refused)")
      let taken = try folder.travel(service, server.url, environment: ["ETAPP_TRAVEL_KEY": "secret"])
      #expect(taken.code == 0 && folder.rows == Self.expected, "\(taken)")
      #expect(!taken.output.contains("secret") && !taken.errors.contains("secret"))
    }
  }

  @Test func `says that nothing answers`() throws {
    let folder = try TravelFolder()
    let outcome = try folder.travel("valhalla", "http://127.0.0.1:9")
    #expect(outcome.code == 1 && outcome.errors.contains("Nothing answers at http://127.0.0.1:9"), "\(outcome)")
    #expect(folder.text("times.csv") == nil)
    let plain = try folder.travel("valhalla", "http://example.org", environment: ["ETAPP_TRAVEL_KEY": "secret"])
    #expect(plain.code == 2 && plain.errors.contains("https"), "\(plain)")
    #expect(try folder.travel("valhalla", "ftp://127.0.0.1").code == 2)
  }

  @Test func `goes on where it was stopped`() throws {
    let (server, folder) = (try MatrixServer(delay: 0.25), try TravelFolder())
    let stopped = try folder.travel("osrm", server.url, "--pairs 1 --verbose", interruptedAt: "2/6")
    #expect(stopped.code == 130 && stopped.errors.contains("goes on from there"), "\(stopped)")
    #expect(folder.text("times.csv") == nil)
    let rest = try folder.travel("osrm", server.url, "--pairs 1 --json").document
    #expect(folder.rows == Self.expected)
    let (known, questions) = (rest["known"]?.number ?? 0, rest["questions"]?.number ?? 0)
    #expect(known >= 2 && questions <= 4 && known + questions == 6, "\(known) \(questions)")
    #expect(try folder.travel("osrm", server.url, "--json").document["questions"]?.number == 0)
    // Another means of travel is another network.
    #expect(try folder.travel("osrm", server.url, "--profile foot --json").document["known"]?.number == 0)
  }

  @Test func `leaves out what is too far apart`() throws {
    let (server, folder) = (try MatrixServer(), try TravelFolder())
    let outcome = try folder.travel("osrm", server.url, "--within-kilometres 60 --json")
    #expect(folder.rows == ["p,a,0", "q,a,11.67", "q,b,11.67"], "\(outcome)")
    #expect(try outcome.document["beyond"]?.number == 3)
  }

  @Test func `makes straight lines longer by the class of region`() throws {
    let folder = try TravelFolder()
    let line = "travel --demand demand.csv --sites sites.csv --output times.csv --service straight-line"
    #expect(try folder.run("\(line) --detours detours.csv").code == 0)
    let usual = try folder.run(line)
    #expect(usual.code == 0 && usual.output.contains("straight lines"))
    let plain = folder.rows
    _ = try folder.run("\(line) --detours detours.csv")
    // From p (1.2) to b (no class, 1.3 as everywhere): 1.25 over a line of about 113.5 km.
    let minutes = folder.rows.first { $0.hasPrefix("p,b,") }.flatMap { Double($0.dropFirst(4)) } ?? 0
    #expect(abs(minutes - 60 * (5.0 / 40 + (1.25 * 113.5 - 5) / 70)) < 0.5, "\(minutes)")
    #expect(plain.count == 6 && folder.rows != plain)
    let areas = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "dense"}, "geometry":
      {"type": "Polygon", "coordinates": [[[14, 58], [16, 58], [16, 62], [14, 62], [14, 58]]]}}]}
      """
    try folder.write(areas, "regions.geojson")
    #expect(try folder.run("\(line) --detours detours.csv --classes regions.geojson").code == 0)
    let dense = folder.rows.first { $0.hasPrefix("p,b,") }.flatMap { Double($0.dropFirst(4)) } ?? 0
    #expect(abs(dense - 60 * (5.0 / 40 + (1.2 * 113.5 - 5) / 70)) < 0.5, "\(dense)")
    try folder.write("class,detour\ndense,0.2\n", "detours.csv")
    let wrong = try folder.run("\(line) --detours detours.csv")
    #expect(wrong.code == 5 && wrong.errors.contains("detours.csv:2"), "\(wrong)")
  }

  @Test func `writes the times of a workspace`() throws {
    let (server, shore) = (try MatrixServer(), try Shore())
    let outcome = try shore.program.run(
      "travel", shore.name, "--service", "valhalla", "--url", server.url, "--json", "--pairs", "7")
    #expect(outcome.code == 0, "\(outcome)")
    let check = try shore.program.run("check", shore.name, "--json")
    #expect(check.code == 0 && !check.output.contains("travel-times.csv"), "\(check)")
    #expect(FileManager.default.fileExists(atPath: shore.workspace.appendingPathComponent("travel-cache.sqlite").path))
  }

  @Test(arguments: [
    "travel", "travel --service osrm --url http://localhost", "travel . --service osrm",
    "travel . --service straight-line --url http://localhost", "travel . --service osrm --url http://x --detours d.csv",
    "travel . --service osrm --url http://x --demand d.csv", "travel . --service teleport --url http://x",
    "travel . --service osrm --url http://x --pairs 0", "travel . --service straight-line --within-kilometres 0",
  ])
  func `refuses what makes no sense`(_ line: String) throws {
    #expect(try TravelFolder().run(line).code == 2)
  }
}
