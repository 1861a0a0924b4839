import EtappModel
import Foundation

/// The present, which only the doors know.
enum Now {
  /// ISO 8601 in universal time.
  static var moment: String { Date().formatted(.iso8601) }

  /// The moment, in universal time.
  static var instant: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }

  /// The day where the program runs.
  static var day: Day {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
  }
}
