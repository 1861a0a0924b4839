package import EtappModel

/// A line of the public list, worded.
package struct PublicLine: Sendable {
  package var number: String
  package var day: Day
  package var direction: RegisterEntry.Direction?
  package var from: String
  package var to: String
  package var about: String?
  package var municipality: ID<Municipality>?
  package var secrecy: String?
  package var reasons: [(field: String, text: String)]

  package init(
    number: String, day: Day, direction: RegisterEntry.Direction?, from: String, to: String, about: String?,
    municipality: ID<Municipality>?, secrecy: String?, reasons: [(field: String, text: String)]
  ) {
    self.number = number
    self.day = day
    self.direction = direction
    self.from = from
    self.to = to
    self.about = about
    self.municipality = municipality
    self.secrecy = secrecy
    self.reasons = reasons
  }
}

/// The register as a table for other programs; cells that a spreadsheet would compute are made harmless.
package enum RegisterTable {
  private static let head = ["number", "date", "direction", "from", "to", "subject", "municipality", "secrecy"]

  package static func text(_ lines: [PublicLine], geography: Geography) -> String {
    table(
      lines.map {
        [
          $0.number, $0.day.description, $0.direction?.rawValue ?? "", $0.from, $0.to, $0.about ?? "",
          name($0.municipality, geography), $0.secrecy ?? "",
        ]
      })
  }

  package static func text(_ entries: [RegisterEntry], geography: Geography) -> String {
    table(
      entries.map {
        [
          $0.number, $0.day.description, $0.direction.rawValue, Documents.names($0.from), Documents.names($0.to),
          $0.about, name($0.municipality, geography), $0.secrecy?.paragraph ?? "",
        ]
      })
  }

  private static func name(_ municipality: ID<Municipality>?, _ geography: Geography) -> String {
    municipality.map { geography.municipality($0)?.name ?? $0.code } ?? ""
  }

  private static func table(_ rows: [[String]]) -> String {
    ([head] + rows.map { $0.map(harmless) }).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// A cell that begins with one of these is a formula to a spreadsheet, and letters are written by strangers.
  private static func harmless(_ cell: String) -> String {
    guard let first = cell.first, "=+-@\t\r".contains(first) else { return cell }
    return "'" + cell
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
