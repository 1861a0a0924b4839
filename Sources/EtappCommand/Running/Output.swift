import Foundation

/// Standard output for results, standard error for everything else.
enum Output {
  /// A reader that leaves (`| head`) ends our writing, not the program: what was asked for is still done and kept.
  static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes a result.
  static func write(_ text: String) { put(text, on: STDOUT_FILENO) }

  /// Says something that is no result.
  static func say(_ text: String) { put(text + "\n", on: STDERR_FILENO) }

  static func put(_ text: String, on file: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  static var errorsAreSeen: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether colours may be used on standard error: a terminal, and nobody who said NO_COLOR.
  static var errorsAreColoured: Bool {
    errorsAreSeen && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}
