/// A file that a schedule can be written to for other programs.
public enum ScheduleFormat: String, CaseIterable, Sendable {
  /// A table.
  case csv
  /// Openings for a calendar program (RFC 5545).
  case ics
  /// MS Project's XML.
  case xml

  /// By the ending of a file's name.
  public init?(file: String) {
    guard let ending = file.split(separator: ".").last?.lowercased(), let format = Self(rawValue: ending) else {
      return nil
    }
    self = format
  }
}
