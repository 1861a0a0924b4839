import Foundation

/// Another program, run to its end and measured.
struct ChildProcess {
  var path: String
  var arguments: [String]
  var environment: [String: String] = [:]

  struct Result {
    var cost: Cost
    var output: String
    /// Exit code; 128 and more when a signal ended it.
    var code: Int32
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs the program; its standard error goes where ours goes.
  ///
  /// Started with `posix_spawn` and waited for with `wait4`, since Foundation's `Process` says nothing of memory.
  func run() throws -> Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-bench-\(UUID().uuidString).out")
    defer { try? FileManager.default.removeItem(at: file) }
    let began = Clock.wall
    let child = try spawn(output: file.path)
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else { throw Failure(description: "\(path) was lost") }
    let cost = Cost(
      seconds: Clock.wall - began, cpuSeconds: Clock.seconds(usage), peakMegabytes: Clock.megabytes(usage))
    let output = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let signal = status & 0x7f
    return Result(cost: cost, output: output, code: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
  }

  private func spawn(output: String) throws -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let merged = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    var pid: pid_t = 0
    let code = withPointers([path] + arguments) { arguments in
      withPointers(merged.map { "\($0)=\($1)" }) { posix_spawn(&pid, path, &actions, nil, arguments, $0) }
    }
    guard code == 0 else { throw Failure(description: "\(path): \(String(cString: strerror(code)))") }
    return pid
  }

  /// Calls `body` with a null-terminated list of C strings.
  private func withPointers<Value>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { pointers[index] = strdup(text) }
    pointers[texts.count] = nil
    defer {
      for index in texts.indices { free(pointers[index]) }
      pointers.deallocate()
    }
    return body(pointers)
  }
}
