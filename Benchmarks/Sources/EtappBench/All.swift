import ArgumentParser
import Foundation

/// `all`: every case, each in a process of its own, so that none inherits another's memory or warm caches.
struct All: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Every case, each in a process of its own.")

  @Option(help: "The etapp binary, to measure the commands as a user meets them.")
  var binary: String?
  @Flag(help: "Leave the peer out, which takes the most time.")
  var withoutPeer = false
  @Option(help: "Seconds until the peer is stopped.")
  var timeLimit = 300.0

  func run() throws {
    Output.heading()
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    for arguments in cases {
      let result = try ChildProcess(path: own, arguments: arguments).run()
      FileHandle.standardOutput.write(Data(result.output.utf8))
      if result.code != 0 { Output.note("\(arguments.joined(separator: " ")): exit \(result.code)") }
    }
  }

  private var cases: [[String]] {
    var cases = [["example"] + (binary.map { ["--binary", $0] } ?? []), ["random"], ["forecast"]]
    for instance in ["nat2k", "nat10k", "nat50k"] {
      for specification in ["A_two_rounds", "B_two_rounds_quotas", "C_three_rounds_late_weight"] {
        cases.append(["phased", "--instance", instance, "--specification", specification])
      }
    }
    for instance in ["made10k", "made50k", "nat2k", "nat10k", "nat50k", "nat100k"] {
      for sites in [300, 1000, 2000] {
        let peer = !withoutPeer && instance != "nat100k" ? ["--peer"] : []
        cases.append(
          ["national", "--instance", instance, "--sites", "\(sites)", "--time-limit", "\(timeLimit)"] + peer)
      }
    }
    return cases
  }
}
