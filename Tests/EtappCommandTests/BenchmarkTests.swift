import EtappExchange
import Foundation
import Testing

@Suite(.serialized) struct `Benchmark command` {
  /// Two jobs of eight and four days that cannot run at once, between a start and an end.
  static func file(duration: String = "8", successors: String = "2   2   3") -> String {
    """
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          \(successors)
       2        1          1           4
       3        1          1           4
       4        1          0
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1
      1      1     0       0
      2      1     \(duration)       4
      3      1     4       3
      4      1     0       0
    RESOURCEAVAILABILITIES:
      R 1
        6
    """
  }

  private func run(_ texts: [String], _ options: [String] = [], ending: String = "sm") throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try text.write(to: folder.appendingPathComponent("own\(index).\(ending)"), atomically: true, encoding: .utf8)
    }
    return try Program(folder: folder).run(
      ["benchmark", "rcpsp"] + texts.indices.map { "own\($0).\(ending)" } + options)
  }

  @Test func `says one line for each instance, proved where it can be`() throws {
    let outcome = try run([Self.file(), Self.file(duration: "5")], ["--schedules", "100", "--seed", "3"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = try outcome.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(lines.map { $0["instance"]?.text } == ["own0", "own1"])
    #expect(lines.map { $0["makespan"]?.number } == [12, 9])
    #expect(lines.map { $0["bound"]?.number } == [12, 9])
    #expect(lines.allSatisfy { $0["status"]?.text == "optimal" && $0["gap"]?.number == 0 })
    #expect(lines.allSatisfy { $0["problem"]?.text == "rcpsp" && ($0["peakMemoryMB"]?.number ?? 0) > 1 })
  }

  /// Two jobs that share a resource and start at most `apart` days from each other, as ProGen/max writes them.
  static func lagged(apart: Int) -> String {
    """
    2 1 0 0
    0 1 2 1 2 [0] [0]
    1 1 2 2 3 [-\(apart)] [4]
    2 1 2 1 3 [-\(apart)] [3]
    3 1 0
    0 1 0 0
    1 1 4 2
    2 1 3 2
    3 1 0 0
    3
    """
  }

  @Test(arguments: [[], ["--time-limit", "5"]])
  func `solves projects with time lags, and says when nothing keeps them`(_ options: [String]) throws {
    let outcome = try run([Self.lagged(apart: 3), Self.lagged(apart: 2)], options, ending: "sch")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = try outcome.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(lines.map { $0["problem"]?.text } == ["rcpsp/max", "rcpsp/max"])
    #expect(lines.map { $0["status"]?.text } == ["optimal", "infeasible"])
    #expect(lines.map { $0["makespan"]?.number } == [7, nil])
    #expect(lines[0]["bound"]?.number == 7 && lines[0]["gap"]?.number == 0)
  }

  @Test func `tells a mistake with its place, exit code 5`() throws {
    let outcome = try run([Self.file(duration: "eight")])
    #expect(outcome.code == 5)
    #expect(outcome.errors.contains("own0.sm:10") && outcome.errors.contains("eight"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `tells of jobs that come before themselves`() throws {
    let outcome = try run([Self.file().replacing("4        1          0", with: "4        1          1    2")])
    #expect(outcome.code == 5 && outcome.errors.contains("own0.sm"))
  }

  @Test(arguments: [["--schedules", "0"], ["--time-limit", "0"]])
  func `refuses what makes no sense`(_ options: [String]) throws {
    #expect(try run([Self.file()], options).code == 2)
  }

  @Test func `says which file it cannot read`() throws {
    let outcome = try Program(folder: FileManager.default.temporaryDirectory).run(["benchmark", "rcpsp", "nowhere.sm"])
    #expect(outcome.code == 5 && outcome.errors.contains("nowhere.sm"))
  }
}
