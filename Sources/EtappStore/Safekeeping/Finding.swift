package import EtappModel

/// Something that `verify` found: what is wrong, and where.
package struct Finding: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// SQLite says that the file itself is damaged.
    case database = "database-damaged"
    /// The fingerprint of an event is not that of what it says and of the event before.
    case eventAltered = "event-altered"
    /// A number of the log has no event.
    case eventMissing = "event-missing"
    /// The log ends before, or otherwise than, its head says.
    case tailCut = "log-cut"
    /// The head of the log cannot be read.
    case headMissing = "head-missing"
    /// A record is not what its event tells of.
    case recordAltered = "record-altered"
    /// An event tells of a record that is not there.
    case recordMissing = "record-missing"
    /// A record that no event tells of.
    case recordInserted = "record-inserted"
    /// A record was emptied, and no event of a removal says so.
    case recordEmptied = "record-emptied"
    /// A table made from the records does not agree with them.
    case tableDisagrees = "table-disagrees"
    /// A plan or schedule is not what was kept.
    case planAltered = "plan-altered"
    case fileMissing = "file-missing"
    case fileAltered = "file-altered"
  }

  package let kind: Kind
  /// `event/42`, `register/2021-00042`, `file/ab12…`, `plan/plan-3`.
  package let place: String
  /// What was expected and what is there, where that says more.
  package let details: String?

  package init(_ kind: Kind, at place: String, details: String? = nil) {
    self.kind = kind
    self.place = place
    self.details = details
  }

  /// What to tell the user.
  package var message: Text {
    let sentence = kind.sentence
    let more = details.map { " (\($0))" } ?? ""
    return Text(
      en: "\(place): \(sentence(.english))\(more).", sv: "\(place): \(sentence(.swedish))\(more).")
  }
}

extension Finding.Kind {
  fileprivate var sentence: Text {
    switch self {
    case .database: Text(en: "the database file is damaged", sv: "databasfilen är skadad")
    case .eventAltered:
      Text(
        en: "the event was altered, or what stood before it was",
        sv: "händelsen är ändrad, eller det som stod före den")
    case .eventMissing: Text(en: "the event is missing", sv: "händelsen saknas")
    case .tailCut:
      Text(
        en: "the log does not end as its head says: events at its end were removed or replaced",
        sv: "loggen slutar inte så som dess huvud säger: händelser i slutet har tagits bort eller bytts ut")
    case .headMissing: Text(en: "the head of the log cannot be read", sv: "loggens huvud går inte att läsa")
    case .recordAltered:
      Text(en: "the record is not what its event tells of", sv: "posten är inte den som dess händelse berättar om")
    case .recordMissing:
      Text(en: "the record that an event tells of is missing", sv: "posten som en händelse berättar om saknas")
    case .recordInserted: Text(en: "no event tells of the record", sv: "ingen händelse berättar om posten")
    case .recordEmptied:
      Text(
        en: "the record was emptied without a decision on retention",
        sv: "posten är tömd utan något gallringsbeslut")
    case .tableDisagrees:
      Text(en: "the table does not agree with the records", sv: "tabellen stämmer inte med posterna")
    case .planAltered: Text(en: "it is not what was kept", sv: "den är inte vad som sparades")
    case .fileMissing: Text(en: "the file is missing", sv: "filen saknas")
    case .fileAltered:
      Text(en: "the file is not what it was when it came in", sv: "filen är inte vad den var när den kom in")
    }
  }
}
