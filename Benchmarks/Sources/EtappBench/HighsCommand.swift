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
    // A log of its own: by default the command leaves one in the folder that it was started in.
    let log = model + ".log"
    let lines = [
      "threads = \(threads)", "parallel = on", "mip_rel_gap = 1e-6", "mip_abs_gap = 0", "time_limit = \(timeLimit)",
      "log_file = \(log)",
    ]
    try lines.joined(separator: "\n").write(toFile: options, atomically: true, encoding: .utf8)
    defer { for file in [options, log] { try? FileManager.default.removeItem(atPath: file) } }
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
      // The command ends with 1 when its limit stopped it, and still reports.
      status: status ?? "failed-\(result.code)",
      value: field("Primal bound").flatMap(Double.init), bound: field("Dual bound").flatMap(Double.init),
      seconds: field("Timing").flatMap(Double.init) ?? result.cost.seconds, process: result.cost)
  }
}
