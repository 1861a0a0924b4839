import Foundation

/// Turns a report's page into PDF with a program that the machine has: WeasyPrint first, which writes tagged PDF,
/// else Chromium or Chrome.
public enum PDF {
  /// Why no PDF came out.
  public enum Failure: Error, CustomStringConvertible {
    /// Neither program was found.
    case noProgram(tried: [String])
    /// The program was found and failed.
    case failed(program: String, message: String)

    public var description: String {
      switch self {
      case .noProgram(let tried):
        """
        No program that makes PDF was found. Run `make deps-pdf` (or `pip install weasyprint`), or install Chromium; \
        or open the HTML report in a browser and print it to PDF. Tried: \(tried.joined(separator: ", ")).
        """
      case .failed(let program, let message): "\(program) made no PDF: \(message)"
      }
    }
  }

  /// Writes the PDF of an HTML file.
  ///
  /// - Returns: The name of the program that made it.
  /// - Throws: `Failure`. A program that is found but cannot start is passed over for the next.
  @discardableResult
  public static func write(html: String, to pdf: String) throws(Failure) -> String {
    var message = ""
    var failed: String?
    for program in programs {
      switch run(program, html: html, pdf: pdf) {
      case .done: return program.name
      case .absent: continue
      case .failed(let text): (failed, message) = (program.name, text)
      }
    }
    if let failed { throw .failed(program: failed, message: message) }
    throw .noProgram(tried: programs.map(\.name))
  }

  // MARK: Programs

  private struct Program {
    var name: String
    var command: [String]
    var environment: [String: String] = [:]
    var arguments: @Sendable (_ html: String, _ pdf: String) -> [String]
  }

  private static var programs: [Program] {
    let weasy: @Sendable (String, String) -> [String] = { ["--pdf-variant", "pdf/ua-1", $0, $1] }
    let chrome: @Sendable (String, String) -> [String] = { html, pdf in
      [
        "--headless=new", "--disable-gpu", "--no-sandbox", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)",
        URL(fileURLWithPath: html).absoluteString,
      ]
    }
    let bundled = pythonFolders.map { folder in
      Program(
        name: "python3 -m weasyprint", command: ["python3", "-m", "weasyprint"], environment: ["PYTHONPATH": folder],
        arguments: weasy)
    }
    let chromes = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"].map {
      Program(name: $0, command: [$0], arguments: chrome)
    }
    return [Program(name: "weasyprint", command: ["weasyprint"], arguments: weasy)] + bundled
      + [Program(name: "python3 -m weasyprint", command: ["python3", "-m", "weasyprint"], arguments: weasy)] + chromes
      + macPrograms(chrome)
  }

  /// Browsers on macOS are not on the path.
  private static func macPrograms(_ arguments: @escaping @Sendable (String, String) -> [String]) -> [Program] {
    ["Google Chrome", "Chromium"].map { name in
      Program(name: name, command: ["/Applications/\(name).app/Contents/MacOS/\(name)"], arguments: arguments)
    }
  }

  /// `.deps/python` beside the working folder or above the program, where `make deps-pdf` puts WeasyPrint.
  private static var pythonFolders: [String] {
    let manager = FileManager.default
    var starts = [URL(fileURLWithPath: manager.currentDirectoryPath, isDirectory: true)]
    if let executable = Bundle.main.executableURL { starts.append(executable.deletingLastPathComponent()) }
    var found: [String] = []
    for start in starts {
      var folder = start.standardizedFileURL.resolvingSymlinksInPath()
      for _ in 0..<6 {
        let python = folder.appendingPathComponent(".deps/python")
        if manager.fileExists(atPath: python.appendingPathComponent("weasyprint").path), !found.contains(python.path) {
          found.append(python.path)
        }
        folder.deleteLastPathComponent()
      }
    }
    return found
  }

  // MARK: Running

  private enum Outcome {
    case done
    case absent
    case failed(String)
  }

  private static func run(_ program: Program, html: String, pdf: String) -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = program.command + program.arguments(html, pdf)
    process.environment = ProcessInfo.processInfo.environment.merging(program.environment) { _, ours in ours }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return .absent }
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 0, FileManager.default.fileExists(atPath: pdf) { return .done }
    // What `env` answers for a command it does not find, and Python for a module it does not have.
    if process.terminationStatus == 127 || message.contains("No module named") { return .absent }
    return .failed(message.split(separator: "\n").suffix(3).joined(separator: " "))
  }
}
