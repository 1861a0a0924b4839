/// Something a reader of files has to say, with its place: recoverable trouble is collected, not thrown.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing; an assumption that was made.
    case note
    /// Probably a mistake; the run goes on.
    case warning
    /// The data cannot be used; the run stops with exit code 5 and writes nothing.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Where in the input it was found; rows and columns count from 1, as a spreadsheet and an editor show them.
  public struct Place: Hashable, Sendable {
    public var file: String
    public var row: Int?
    public var column: String?

    public init(file: String, row: Int? = nil, column: String? = nil) {
      self.file = file
      self.row = row
      self.column = column
    }
  }

  public var severity: Severity
  public var message: Text
  public var place: Place?
  /// The offending value as it stood.
  public var value: String?
  /// What was probably meant.
  public var maybe: String?

  public init(
    _ severity: Severity, _ message: Text, at place: Place? = nil, value: String? = nil, maybe: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.value = value
    self.maybe = maybe
  }
}

extension [Diagnostic] {
  /// Whether anything here stops the run.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
