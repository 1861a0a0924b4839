import Foundation

/// The peer: HiGHS's own command, given a whole model.
struct HighsCommand {
  let path: String
  var threads: Int
  var timeLimit: Double

  /// What HiGHS says at the end.
  struct Answer {
    var status: String
    var value: Double?
    var bound: Double?
    /// Its own clock, without reading the file.
    var seconds: Double
    /// The whole process, reading included.
    var process: Cost
  }

  /// - Parameter model: Path of an MPS file.
  func solve(_ model: String) throws -> Answer {
    let options = model + ".options"
    let lines = "threads = \(threads)\nparallel = on\nmip_rel_gap = 1e-6\nmip_abs_gap = 0\ntime_limit = \(timeLimit)\n"
    try lines.write(toFile: options, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: options) }
    let library = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("lib").path
    let child = ChildProcess(
      path: path, arguments: [model, "--options_file=\(options)"],
      environment: ["LD_LIBRARY_PATH": library, "DYLD_LIBRARY_PATH": library])
    let result = try child.run()
    return answer(result)
  }

  private func answer(_ result: ChildProcess.Result) -> Answer {
    let report = result.output.components(separatedBy: "Solving report").last ?? ""
    func field(_ name: String) -> String? {
      let line = report.split(separator: "\n").first { $0.drop(while: { $0 == " " }).hasPrefix(name) }
      return line.map { $0.drop(while: { $0 == " " }).dropFirst(name.count).trimmingCharacters(in: .whitespaces) }
    }
    let status = field("Status").map { $0.lowercased().replacingOccurrences(of: " ", with: "-") }
    return Answer(
      status: result.code == 0 ? status ?? "no-report" : "failed-\(result.code)",
      value: field("Primal bound").flatMap(Double.init), bound: field("Dual bound").flatMap(Double.init),
      seconds: field("Timing").flatMap(Double.init) ?? result.cost.seconds, process: result.cost)
  }
}
