import EtappExchange
import Foundation
import Testing

/// The program `etapp` as a user runs it: the binary that was built beside the tests.
struct Program {
  /// What came of a run.
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String

    /// Standard output as the one JSON document that it must be.
    var document: JSON {
      get throws { try JSONReader.read(Array(output.utf8)) }
    }
  }

  var folder: URL
  var environment: [String: String] = [:]

  /// The binary lies in the folder of the test bundle, or above it where the bundle is a folder of its own.
  static let binary: URL? = {
    var starts = [URL(fileURLWithPath: CommandLine.arguments[0])]
    starts += Bundle.allBundles.map(\.bundleURL)
    for start in starts {
      var folder = start.standardizedFileURL
      for _ in 0..<6 {
        folder.deleteLastPathComponent()
        let binary = folder.appendingPathComponent("etapp")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: binary.path, isDirectory: &isFolder), !isFolder.boolValue {
          return binary
        }
      }
    }
    return nil
  }()

  /// Runs a command and waits for its end.
  ///
  /// - Parameter interruptedAt: What it says when it gets what Ctrl-C sends.
  func run(_ arguments: String..., input: String = "", interruptedAt: String? = nil) throws -> Outcome {
    try run(arguments, input: input, interruptedAt: interruptedAt)
  }

  func run(_ arguments: [String], input: String = "", interruptedAt: String? = nil) throws -> Outcome {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = try ["in": input, "out": "", "err": ""].mapValues { Data($0.utf8) }.map { name, data in
      let file = scratch.appendingPathComponent(name)
      try data.write(to: file)
      return (name, file)
    }
    let paths = Dictionary(uniqueKeysWithValues: files)
    let process = try process(arguments)
    process.standardInput = try FileHandle(forReadingFrom: #require(paths["in"]))
    process.standardOutput = try FileHandle(forWritingTo: #require(paths["out"]))
    process.standardError = try FileHandle(forWritingTo: #require(paths["err"]))
    try process.run()
    if let interruptedAt { try interrupt(process, when: interruptedAt, in: #require(paths["err"])) }
    process.waitUntilExit()
    let texts = try paths.mapValues { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(code: process.terminationStatus, output: texts["out"] ?? "", errors: texts["err"] ?? "")
  }

  private func interrupt(_ process: Process, when words: String, in file: URL) throws {
    while process.isRunning {
      if String(decoding: try Data(contentsOf: file), as: UTF8.self).contains(words) {
        kill(process.processIdentifier, SIGINT)
        return
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  private func process(_ arguments: [String]) throws -> Process {
    let binary = try #require(Self.binary, "The program was not built beside the tests.")
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment.filter { !["LANG", "LC_ALL", "LC_MESSAGES"].contains($0.key) }
    variables["LC_ALL"] = "C"
    process.environment = variables.merging(environment) { $1 }
    return process
  }

  /// Runs a line of the shell, `etapp` being the program.
  func shell(_ line: String) throws -> Outcome {
    let binary = try #require(Self.binary)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "etapp() { '\(binary.path)' \"$@\"; }\n" + line]
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: text, errors: said)
  }
}
