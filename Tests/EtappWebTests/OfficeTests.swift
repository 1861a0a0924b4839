import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("Recording what happened with an office") struct OfficeTests {
  private static let work = """

    work: {starts: 2021-06-01, calendar: days, promise: 80%}
    calendars:
      days: {week: [monday, tuesday, wednesday, thursday, friday]}
    resources:
      leads: {units: 1}
    templates:
      - id: standard
        opens: open
        tasks:
          - {id: search, days: [10, 15, 30], law: pert, needs: {leads: 1}}
          - {id: open, days: 0, after: search}
    shocks:
      - {id: slow, slower: {tasks: [search], factor: 1.3}}

    """

  private func bench() throws -> Bench {
    let bench = try Bench()
    let file = bench.folder.appendingPathComponent("programme.yaml")
    try Data((try bench.text(of: "programme.yaml") + Self.work).utf8).write(to: file)
    return bench
  }

  private let days = [("started", "2021-07-01"), ("finished", "2021-07-20"), ("known", " ")]

  @Test("shows the kind, its level, and travel of errands where kinds are listed")
  func kinds() async throws {
    let bench = try bench()
    // Before the first question: a file that changes is noticed in its own time.
    let kinds = "\nkinds: [{id: full, name: {sv: Ombud, en: Agent}, level: 0.7}]\n"
    try Data((try bench.text(of: "programme.yaml") + kinds).utf8)
      .write(to: bench.folder.appendingPathComponent("programme.yaml"))
    #expect(try await bench.get("/offices/dal", as: .coordinator).text.contains("Agent, 70% of the errands"))
    let map = try await bench.get("/map?version=first", as: .coordinator).text
    #expect(map.contains("People by the mean travel time of their errands"))
    #expect(try await !self.bench().get("/offices/dal", as: .coordinator).text.contains("of the errands"))
  }

  @Test("is kept in actuals.csv beside what was known")
  func recording() async throws {
    let bench = try bench()
    #expect(try await bench.post("/offices/dal/tasks/search", days, as: .coordinator).status == 303)
    let other = [("started", "2021-08-02"), ("finished", ""), ("known", " ")]
    #expect(try await bench.post("/offices/oby/tasks/search", other, as: .lead).status == 303)
    let actuals = try await bench.site.desk.room().workspace.actuals
    #expect(Set(actuals.map(\.place)) == ["dal", "oby"])
    #expect(actuals.first { $0.place == "dal" }?.finished == Day("2021-07-20"))
    // The log tells who recorded it.
    let told = try Safekeeping(folder: bench.folder.path).events().filter { $0.action == "actual.written" }
    #expect(told.map(\.actor) == ["Coordinator", "Lead"])
    #expect(told.map(\.subject) == ["place/dal/search", "place/oby/search"])
    #expect(told.first?.details.contains("2021-07-20") == true)
  }

  @Test("is for a lead with their own offices only")
  func foreign() async throws {
    let bench = try bench()
    #expect(try await bench.post("/offices/dal/tasks/search", days, as: .lead).status == 403)
    #expect(try await bench.post("/offices/oby/tasks/search", days, as: .lead).status == 303)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/actuals.csv.new"))
  }

  @Test("never goes over what somebody else recorded meanwhile")
  func conflict() async throws {
    let bench = try bench()
    #expect(try await bench.post("/offices/oby/tasks/search", days, as: .lead).status == 303)
    let stale = [("started", "2021-09-01"), ("finished", ""), ("known", " ")]
    #expect(try await bench.post("/offices/oby/tasks/search", stale, as: .coordinator).status == 409)
    #expect(try bench.text(of: "actuals.csv").contains("2021-07-20"))
  }

  @Test(
    "refuses what cannot be",
    arguments: [
      ("2021-02-30", ""), ("2021-07-20", "2021-07-01"), ("", "2021-07-01"), ("=cmd()", ""), ("2099-01-01", ""),
    ])
  func impossible(_ started: String, _ finished: String) async throws {
    let bench = try bench()
    let answer = try await bench.post(
      "/offices/oby/tasks/search", [("started", started), ("finished", finished)], as: .coordinator)
    #expect(answer.status == 400)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appendingPathComponent("actuals.csv").path))
  }

  @Test("is not found for a place or task that is not there", arguments: ["none/tasks/search", "oby/tasks/none"])
  func unknown(_ path: String) async throws {
    #expect(try await bench().post("/offices/\(path)", days, as: .coordinator).status == 404)
  }

  // MARK: Dates

  /// Asks until the run that computes it is done; the run itself says when.
  private func settled(_ bench: Bench, _ path: String) async throws -> Answer {
    var answer = try await bench.get(path, as: .reader)
    while answer.status == 303, let location = answer.header("location") {
      let id = String(location.split(separator: "?")[0].dropFirst("/runs/".count)).removingPercentEncoding ?? ""
      while let run = bench.site.desk.runs.run(id), run.outcome == nil { await Task.yield() }
      answer = try await bench.get(path, as: .reader)
    }
    return answer
  }

  @Test("tells what becomes of the promise")
  func promise() async throws {
    let bench = try bench()
    _ = try await settled(bench, "/schedule")
    let late = [("started", "2021-09-01"), ("finished", "2023-06-01"), ("known", " ")]
    let answer = try await bench.post("/offices/oby/tasks/search", late, as: .lead)
    let location = try #require(answer.header("location"))
    #expect(location.contains("&was=202"), "\(location)")
    _ = try await settled(bench, "/schedule")
    let text = try await bench.get(location, as: .reader).text
    #expect(text.contains("The promise was") && text.contains("is now"), "\(text)")
  }

  @Test("is done for many tasks at a time, all of them or none")
  func many() async throws {
    let bench = try bench()
    _ = try await settled(bench, "/schedule")
    let page = try await settled(bench, "/schedule/table")
    #expect(page.status == 200 && page.text.contains("Tasks, the next first"))
    func row(_ place: String, _ started: String, _ finished: String) -> [(String, String)] {
      [
        ("known/\(place)/search", " "), ("started/\(place)/search", started), ("finished/\(place)/search", finished),
      ]
    }
    let wrong = row("dal", "2021-07-01", "2021-07-20") + row("oby", "2021-07-20", "2021-07-01")
    #expect(try await bench.post("/schedule/table", wrong, as: .coordinator).status == 400)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.appendingPathComponent("actuals.csv").path))
    let right = row("dal", "2021-07-01", "2021-07-20") + row("oby", "2021-07-20", "") + row("bro-n", "", "")
    #expect(try await bench.post("/schedule/table", right, as: .coordinator).status == 303)
    #expect(try await bench.site.desk.room().workspace.actuals.map(\.place) == ["dal", "oby"])
    #expect(try await bench.post("/schedule/table", row("dal", "2021-07-02", ""), as: .coordinator).status == 409)
  }

  @Test(
    "shows in the dates of every page",
    arguments: ["/schedule", "/forecast", "/forecast?shock=slow", "/offices/oby", "/"])
  func dates(_ path: String) async throws {
    let bench = try bench()
    _ = try await settled(bench, "/schedule")
    let answer = try await settled(bench, path)
    #expect(answer.status == 200)
    #expect(answer.text.contains("202") && answer.text.firstMatch(of: /<[^>]* style=/) == nil)
    for format in ["csv", "ics", "xml"] {
      #expect(try await bench.get("/schedule.\(format)", as: .reader).status == 200)
    }
  }
}
