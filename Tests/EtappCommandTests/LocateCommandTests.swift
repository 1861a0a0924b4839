import EtappExchange
import Foundation
import Testing

@Suite(.serialized) struct `Locate command` {
  static let files = [
    "demand.csv": "id,lat,lon,population\np,59.0,15.0,100\nq,60.0,15.0,50\nr,61.0,15.0,10\n",
    "sites.csv": "id,name,lat,lon\na,Alfa,59.0,15.0\nb,Beta,60.0,15.0\nc,Gamma,61.0,15.0\n",
    "offices.csv": "id,lat,lon\ne,59.0,15.0\n",
    "times.csv": "from,to,minutes\np,a,9\np,b,1\nq,b,2\nr,b,3\nr,c,1\n",
    "broken.csv": "id,lat,lon\na,here,15\n",
    "own.txt": " 3 2 1 \n 1 2 4 \n 2 3 5 \n",
    "own.dat": "2 2\nF 0 0 0 1\nF 1 9 9 1\nC 0 1 0 5\nC 1 9 8 7\n",
  ]

  private func run(_ arguments: String) throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try Program(folder: folder).run(arguments.split(separator: " ").map(String.init))
  }

  static let base = "locate --demand demand.csv --sites sites.csv"

  @Test func `gives one document with what was promised`() throws {
    let outcome = try run("\(Self.base) --open 1 --goal access --json --seed 5")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let document = try outcome.document
    #expect(document["schema"]?.text == "etapp.location/1" && document["status"]?.text == "optimal")
    #expect(document["open"]?.array?.map(\.text) == ["a"])
    for key in ["objective", "bound", "gap", "seconds", "peakMemoryMB"] {
      #expect(document[key]?.number != nil, "\(key)")
    }
    #expect(document["gap"]?.number == 0 && document["seed"]?.number == 5)
  }

  @Test func `counts existing offices for free, and takes times from a table`() throws {
    let beside = try run("\(Self.base) --existing offices.csv --open 1 --goal access --json").document
    #expect(beside["open"]?.array?.map(\.text) == ["b"] && beside["existing"]?.number == 1)
    let table = try run("\(Self.base) --times times.csv --open 1 --goal access --json").document
    #expect(table["open"]?.array?.map(\.text) == ["b"])
    #expect(abs((table["objective"]?.number ?? 0) - 230 / 160) < 1e-9)
  }

  @Test(arguments: ["reach --open 1 --within 5", "cover --within 5", "farthest --open 2", "equity --open 2"])
  func `answers every goal in both languages`(_ goal: String) throws {
    let english = try run("\(Self.base) --goal \(goal) --language en")
    let swedish = try run("\(Self.base) --goal \(goal) --language sv")
    #expect(english.code == 0 && english.output.contains("Proved best."), "\(english)")
    #expect(swedish.code == 0 && swedish.output.contains("Bevisat bäst."), "\(swedish)")
    #expect(english.output.contains("no table was given") && swedish.output.contains("ingen tabell gavs"))
  }

  @Test func `takes kappa as it is said, and tells what it is`() throws {
    let said = try run("\(Self.base) --goal equity --open 1 --kappa 0.02 --json").document
    #expect(said["kappa"]?.number == 0.02)
    let found = try run("\(Self.base) --goal equity --open 1 --measure kilometres --json").document
    let kappa = try #require(found["kappa"]?.number)
    let degree = 111.19
    // From Alfa 50 have a degree to go and 10 two; from Beta 110 have one.
    #expect([70 / 90 / degree, 1 / degree].contains { abs($0 - kappa) < 1e-3 * kappa }, "\(kappa)")
    #expect(try run("\(Self.base) --goal equity --open 1 --kappa 0.02 --aversion 1").code == 2)
  }

  @Test func `is infeasible where no choice is enough`() throws {
    let outcome = try run("locate --demand demand.csv --sites sites.csv --goal cover --within 5 --open 2 --json")
    #expect(outcome.code == 3)
    let document = try outcome.document
    #expect(document["status"]?.text == "infeasible" && document["open"]?.array?.count == 0)
  }

  @Test(arguments: [
    "--goal access", "--goal reach --open 1", "--goal cover", "--open 0 --goal access", "--goal best --open 1",
    "--goal cover --within 5 --percent 101", "--goal access --open 1 --detour 0.5",
    "--goal access --open 1 --times times.csv --measure kilometres",
  ])
  func `refuses what makes no sense`(_ options: String) throws {
    #expect(try run("\(Self.base) \(options)").code == 2)
  }

  @Test func `says which word was taken for a workspace where an option is spelt wrong`() throws {
    let outcome = try run("\(Self.base) --goal equity --open 1 --kapa 0.5")
    #expect(outcome.code == 2 && outcome.errors.contains("“0.5” is taken for a workspace"), "\(outcome)")
  }

  @Test func `tells mistakes in files with their place, exit code 5`() throws {
    let outcome = try run("locate --demand demand.csv --sites broken.csv --open 1 --goal access")
    #expect(outcome.code == 5 && outcome.errors.contains("broken.csv:2") && outcome.output.isEmpty)
    #expect(try run("locate --demand nowhere.csv --sites sites.csv --open 1 --goal access").code == 5)
  }

  // MARK: Benchmarks

  @Test func `benchmark says one line for each instance`() throws {
    let outcome = try run("benchmark access own.txt own.txt")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = try outcome.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(lines.map { $0["objective"]?.number } == [9, 9] && lines.map { $0["bound"]?.number } == [9, 9])
    #expect(lines.allSatisfy { $0["instance"]?.text == "own" && $0["problem"]?.text == "access" })
    #expect(lines.allSatisfy { $0["p"]?.number == 1 && $0["status"]?.text == "optimal" && $0["gap"]?.number == 0 })
    let reach = try run("benchmark reach own.dat --open 1 --within 1").document
    #expect(reach["objective"]?.number == 7 && reach["within"]?.number == 1 && reach["problem"]?.text == "reach")
  }

  @Test func `benchmark walks along a whole frontier`() throws {
    let outcome = try run("benchmark frontier own.txt --open 2")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let line = try outcome.document
    #expect(
      line["problem"]?.text == "frontier" && line["complete"]?.serialised() == "true"
        && line["status"]?.text == "optimal")
    let first = try #require(line["points"]?.array?.first)
    #expect(first["objective"]?.number == first["bound"]?.number && (first["separation"]?.number ?? 0) > 0)
    #expect(first["open"]?.array?.count == 2)
    #expect(try run("benchmark frontier own.dat --open 1").code == 5)
  }

  @Test func `benchmark refuses files it cannot read and numbers it does not have`() throws {
    #expect(try run("benchmark access demand.csv").code == 5)
    #expect(try run("benchmark access own.dat").code == 5)
    #expect(try run("benchmark access own.txt --open 4").code == 5)
    #expect(try run("benchmark access own.txt --open 0").code == 2)
    #expect(try run("benchmark access nowhere.txt").code == 5)
  }
}
