import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("Data in the browser") struct DataPageTests {
  private func known(_ bench: Bench, _ name: String) -> (String, String) {
    ("known", name + "=" + (WorkspaceFiles(folder: bench.folder.path).mark(name) ?? ""))
  }

  private func send(
    _ bench: Bench, _ name: String, _ text: String, _ fields: [(String, String)]? = nil, as role: Role = .coordinator
  ) async throws -> Answer {
    try await bench.upload(
      [(name, Array(text.utf8))], fields ?? [known(bench, name)], as: role, to: "/data")
  }

  @Test("replaces a table that can be used, and tells the log")
  func replaced() async throws {
    let bench = try Bench()
    let text = "id,name,municipality,lat,lon\no1,Eke,Eke,62,10\no2,Ås,Ås,60,10\n"
    let answer = try await send(bench, "offices.csv", text)
    #expect(answer.header("location") == "/data/offices.csv?done=replaced", "\(answer.text)")
    #expect(try await bench.site.desk.room().workspace.geography.offices.count == 2)
    #expect(try Safekeeping(folder: bench.folder.path).events().last?.subject == "workspace/offices.csv")
  }

  @Test("shows in the table what is wrong with one, and writes nothing")
  func refused() async throws {
    let bench = try Bench()
    let before = try bench.text(of: "offices.csv")
    let answer = try await send(
      bench, "offices.csv", "id,name,municipality,lat,lon\no1,Eke,Eke,62,10\no2,<b>Ås,Nowhere,sixty,10\n")
    #expect(answer.status == 422)
    #expect(
      answer.text.contains("class=\"wrong\">sixty<") && answer.text.contains("&lt;b>Ås")
        || answer.text.contains("&lt;b&gt;Ås"))
    #expect(answer.text.contains(">3</th>") && !answer.text.contains(">62</td>"))
    #expect(try bench.text(of: "offices.csv") == before)
    for text in ["", "\0\0\0", "id;name\n1;2\n", String(repeating: "a,", count: 5000)] {
      #expect(try await send(bench, "places.csv", text).status == 422, "\(text.prefix(20))")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test("never goes over a file that somebody else has replaced meanwhile")
  func stale() async throws {
    let bench = try Bench()
    let text = "id,name,municipality,lat,lon\no1,Eke,Eke,62,10\n"
    #expect(try await send(bench, "offices.csv", text, [("known", "offices.csv=old")]).status == 409)
    #expect(try await send(bench, "offices.csv", text, []).status == 409)
  }

  @Test("takes a layer in under its own name, and no other file")
  func layers() async throws {
    let bench = try Bench()
    let layer =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[[9,60],[11,60],[11,61],[9,60]]]}}]}"#
    #expect(
      try await send(bench, "areas.geojson", layer, []).header("location") == "/data/layers/areas.geojson?done=replaced"
    )
    #expect(try await bench.get("/data/layers/areas.geojson/as/geojson", as: .reader).text == layer)
    for name in ["evil.exe", "programme.yaml", "etapp.sqlite", ".htaccess", "..geojson"] {
      #expect(try await send(bench, name, "x", []).status == 415, "\(name)")
    }
    // A path is no name: what is left of it is a layer's.
    #expect(
      try await send(bench, "../../x.geojson", layer, []).header("location") == "/data/layers/x.geojson?done=replaced")
    for path in [
      "/data/programme.yaml", "/data/etapp.sqlite", "/data/layers/..%2fprogramme.yaml", "/data/places.csv/as/exe",
    ] {
      #expect(try await bench.get(path, as: .administrator).status == 404, "\(path)")
    }
  }

  @Test("is fetched as it is shown")
  func files() async throws {
    let bench = try Bench()
    #expect(try await bench.get("/data/places.csv/as/csv", as: .reader).text == (try bench.text(of: "places.csv")))
    let json = try await bench.get("/data/places.csv/as/json", as: .reader).text
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    let shown = try await bench.get("/data/places.csv", as: .reader).text
    #expect(rows.count == 5 && rows.map { $0["id"] } == ["as", "bro-n", "bro-s", "oby", "dal"])
    for row in rows { #expect(shown.contains(">\(row["id"] ?? "?")</td>")) }
    let points = try await bench.get("/data/places.csv/as/geojson", as: .reader).text
    let all = try #require(try JSONSerialization.jsonObject(with: Data(points.utf8)) as? [String: Any])
    #expect((all["features"] as? [Any])?.count == 5)
  }

  @Test("says how far people travel, before and after each round")
  func people() async throws {
    let bench = try Bench()
    let before = try await bench.get("/map/people.csv?version=first", as: .reader).text
    let after = try await bench.get("/map/people.csv?version=first&round=2", as: .reader).text
    func minutes(_ text: String) -> [Double] {
      text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    }
    #expect(minutes(before).count == 5)
    #expect(zip(minutes(before), minutes(after)).allSatisfy { $0 >= $1 })
    #expect(minutes(after).reduce(0, +) < minutes(before).reduce(0, +))
    #expect(try await bench.get("/map/people.json?round=none", as: .reader).status == 404)
    #expect(try await bench.get("/map", as: .reader).text.contains("People by travel time"))
  }

  @Test("fetches map pictures only from the host that the programme names")
  func tiles() async throws {
    let bench = try Bench()
    #expect(try await bench.get("/map", as: .reader).header("content-security-policy")?.contains("https:") == false)
    let tiles = "\nmap: {tiles: \"https://tiles.example/{z}/{x}/{y}.png\", attribution: \"<b>us\"}\n"
    try Data((try bench.text(of: "programme.yaml") + tiles).utf8).write(
      to: bench.folder.appendingPathComponent("programme.yaml"))
    bench.site.desk.forget()
    try await Task.sleep(for: .milliseconds(300))
    let policy = try await bench.get("/map", as: .reader).header("content-security-policy") ?? ""
    #expect(policy.contains("img-src 'self' data: https://tiles.example;"), "\(policy)")
    #expect(try await bench.get("/plan", as: .reader).header("content-security-policy")?.contains("https:") == false)
  }
}
