import EtappModel
import Foundation

/// What has been tried and what came of it, one line for each, only ever added to: `outbox/journal.csv`.
///
/// Fields are parted by commas and hold none: what could part them is written in percent signs.
struct SendingJournal {
  struct Entry: Hashable {
    var at: Moment
    var messageID: String
    var recipient: String
    var template: String
    var municipality: String
    /// `unknown` also stands for what has been begun.
    var outcome: MailAnswer.Outcome
    var answer = ""
  }

  static let header = "at,message-id,recipient,template,municipality,outcome,answer"

  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Every entry, the oldest first. A last line that was broken off is no entry.
  func entries() throws -> [Entry] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    // Half a line at the end is what a broken run left: it was never acknowledged, so nothing rests on it.
    let whole = data.lastIndex(of: 10).map { data[...$0] } ?? Data()
    let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n")
    return try lines.enumerated().filter { $1 != Self.header }.map { index, line in
      if let entry = Self.read(line) { return entry }
      throw Outbox.Failure(
        message: Text(
          en: "The journal of what has been sent cannot be read (row \(index + 1)): \(path)",
          sv: "Journalen över vad som skickats kan inte läsas (rad \(index + 1)): \(path)"))
    }
  }

  /// Adds an entry, and comes back when it is on the disk.
  func add(_ entry: Entry) throws {
    let old = FileManager.default.contents(atPath: path) ?? Data()
    let isNew = !old.contains(10)
    let fields = [
      entry.at.description, entry.messageID, entry.recipient, entry.template, entry.municipality,
      entry.outcome.rawValue, entry.answer,
    ]
    let line = (isNew ? Self.header + "\n" : "") + fields.map(Self.escaped).joined(separator: ",") + "\n"
    let file = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
    defer { if file >= 0 { close(file) } }
    let bytes = Array(line.utf8)
    // Half a line is taken away first, so that this one stands by itself.
    let whole = old.lastIndex(of: 10).map { $0 + 1 } ?? 0
    guard file >= 0, whole == old.count || ftruncate(file, off_t(whole)) == 0,
      write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0
    else {
      throw Outbox.Failure(
        message: Text(
          en: "What is sent could not be written down, so nothing was sent: \(path)",
          sv: "Det som skickas kunde inte skrivas upp, så inget skickades: \(path)"))
    }
  }

  private static func read(_ line: Substring) -> Entry? {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { $0.removingPercentEncoding ?? "" }
    guard fields.count == 7, let at = Moment(fields[0]), let outcome = MailAnswer.Outcome(rawValue: fields[5]) else {
      return nil
    }
    return Entry(
      at: at, messageID: fields[1], recipient: fields[2], template: fields[3], municipality: fields[4],
      outcome: outcome, answer: fields[6])
  }

  private static func escaped(_ field: String) -> String {
    field.replacing("%", with: "%25").replacing(",", with: "%2C").replacing("\n", with: " ").replacing("\r", with: " ")
  }
}
