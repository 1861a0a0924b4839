import Foundation

@testable import EtappSolver

/// A published project with the bounds that are known of its makespan.
///
/// Source: R. Kolisch, A. Sprecher, "PSPLIB", European Journal of Operational Research 96 (1996),
/// doi:10.1016/S0377-2217(96)00170-1. The files lie beside the repository and are not part of it.
struct PublishedProject {
  var name: String
  var project: Project
  var criticalPath: Int
  var least: Int
  var best: Int

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/psplib")

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("sample").path) }

  static func sample() throws -> [PublishedProject] {
    try ["j30", "j60", "j120"].flatMap { set in
      let known = try String(contentsOf: folder.appendingPathComponent("\(set)-best-known.csv"), encoding: .utf8)
      let lines: [Substring] = known.split(whereSeparator: \.isNewline)
      return try lines.dropFirst().compactMap { (line: Substring) -> PublishedProject? in
        let fields = line.split(separator: ",").map(String.init)
        let file = folder.appendingPathComponent("sample/\(fields[0]).sm")
        guard FileManager.default.fileExists(atPath: file.path), let path = Int(fields[2]), let least = Int(fields[3]),
          let best = Int(fields[4])
        else { return nil }
        let project = read(try String(contentsOf: file, encoding: .utf8))
        return PublishedProject(name: fields[0], project: project, criticalPath: path, least: least, best: best)
      }
    }
  }

  /// The activities between the first and the last, which are dummies.
  private static func read(_ text: String) -> Project {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    func rows(after title: String, skipping: Int) -> [[Int]] {
      guard let at = lines.firstIndex(where: { $0.first == title }) else { return [] }
      return lines[(at + 1 + skipping)...].prefix { $0.first?.hasPrefix("*") == false }.map { $0.compactMap(Int.init) }
    }
    let successors = rows(after: "PRECEDENCE", skipping: 1)
    let requests = rows(after: "REQUESTS/DURATIONS:", skipping: 2)
    let last = requests.count - 1
    var project = Project(durations: requests[1..<last].map { $0[2] })
    project.demands = requests[1..<last].map { row in
      row.dropFirst(3).enumerated().filter { $0.element > 0 }.map { .init(resource: $0.offset, amount: $0.element) }
    }
    project.capacities = (rows(after: "RESOURCEAVAILABILITIES:", skipping: 1).first ?? []).map { .init($0) }
    for activity in 1..<last {
      for successor in successors[activity].dropFirst(3) where successor <= last {
        project.links.append(.init(from: activity - 1, to: successor - 2))
      }
    }
    return project
  }
}
