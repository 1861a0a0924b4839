import Foundation

/// Makes text of PDF files with `pdftotext` (poppler), where the machine has it.
struct PDFText: Sendable {
  /// Where the program is; nil where there is none.
  let program: String?

  init() {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    program = folders.map { $0 + "/pdftotext" }.first(where: FileManager.default.isExecutableFile)
  }

  /// What reads a PDF; nil where there is no program for it.
  var reader: (([UInt8]) -> String?)? { program == nil ? nil : { text(of: $0) } }

  /// What a PDF says, at most its first thousand pages.
  ///
  /// - Returns: nil when there is no program, when it fails, and when it takes more than half a minute: a document that
  ///   cannot be read is registered all the same.
  func text(of bytes: [UInt8]) -> String? {
    guard let program else { return nil }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    let isWritten = FileManager.default.createFile(
      atPath: file.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    return isWritten ? run(program, on: file.path) : nil
  }

  private func run(_ program: String, on file: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-q", "-enc", "UTF-8", "-l", "1000", file, "-"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let watch = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: watch)
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    watch.cancel()
    guard process.terminationStatus == 0, process.terminationReason == .exit else { return nil }
    return String(decoding: read, as: UTF8.self)
  }

  static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.prefix(1024).starts(with: Array("%PDF-".utf8)) }
}
