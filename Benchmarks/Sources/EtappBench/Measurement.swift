import Foundation

/// One line of output: what was run, what came out, what it took.
struct Measurement {
  var benchmark: String
  var instance: String
  /// Demand points, candidates, new offices and rounds; nil where a case has no such number.
  var points: Int?
  var candidates: Int?
  var offices: Int?
  var rounds: Int?
  var value: Double?
  var bound: Double?
  var gap: Double?
  var status: String
  var cost = Cost()
  var seed: UInt64?
  var threads: Int?
  /// Figures that only this case has, in order.
  var more: [(key: String, value: JSONValue)] = []

  /// A value as it stands in a JSON line.
  enum JSONValue {
    case number(Double)
    case text(String)
  }

  var json: String {
    var fields: [String] = []
    func add(_ key: String, _ text: String?) { if let text { fields.append("\"\(key)\":\(text)") } }
    add("benchmark", quoted(benchmark))
    add("instance", quoted(instance))
    add("n", points.map(String.init))
    add("candidates", candidates.map(String.init))
    add("p", offices.map(String.init))
    add("rounds", rounds.map(String.init))
    add("value", value.flatMap(number))
    add("bound", bound.flatMap(number))
    add("gap", gap.flatMap(number))
    add("status", quoted(status))
    add("seconds", number(cost.seconds))
    add("cpuSeconds", number(cost.cpuSeconds))
    add("peakMemoryMB", cost.peakMegabytes.flatMap(number))
    add("seed", seed.map { String($0) })
    add("threads", threads.map(String.init))
    for (key, value) in more {
      switch value {
      case .number(let value): add(key, number(value))
      case .text(let text): add(key, quoted(text))
      }
    }
    return "{\(fields.joined(separator: ","))}"
  }

  /// JSON has no infinities: such a number is left out.
  private func number(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }
}

/// What a piece of work took.
struct Cost {
  var seconds = 0.0
  /// Of all threads; on a machine shared with others it says more than the wall clock.
  var cpuSeconds = 0.0
  var peakMegabytes: Double?

  /// Runs `work` and measures it in this process.
  static func of<Result>(_ work: () throws -> Result) rethrows -> (cost: Cost, result: Result) {
    let (wall, cpu) = (Clock.wall, Clock.cpu)
    let result = try work()
    return (Cost(seconds: Clock.wall - wall, cpuSeconds: Clock.cpu - cpu, peakMegabytes: Clock.peakMegabytes), result)
  }
}

/// Clocks of this process.
enum Clock {
  static var wall: Double { ProcessInfo.processInfo.systemUptime }

  static var cpu: Double { seconds(usage) }

  /// The most memory the process has held so far, 10⁶ bytes.
  static var peakMegabytes: Double { megabytes(usage) }

  static func seconds(_ usage: rusage) -> Double {
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  static func megabytes(_ usage: rusage) -> Double {
    #if os(Linux)
      Double(usage.ru_maxrss) * 1024 / 1e6
    #else
      Double(usage.ru_maxrss) / 1e6
    #endif
  }

  private static var usage: rusage {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
  }
}
