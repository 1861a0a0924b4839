public import EtappModel
import Foundation

extension Outbox {
  /// How letters leave: bytes, sender and one recipient in, what the server said out.
  public typealias Carrier = (_ mail: [UInt8], _ from: String, _ recipient: String) throws -> MailAnswer

  /// Sends a letter whose draft lies in the outbox, to each of its recipients that has not got it.
  ///
  /// When every recipient has it, the draft moves to `outbox/sent` and `sent` is called; until then it stays. A letter
  /// from the same template that has gone to the same municipality stops it, unless `again` says otherwise.
  ///
  /// - Parameters:
  ///   - now: The moment, for the journal.
  ///   - sent: Does what is to be done with a letter that has gone: registers it, enters its promise. It gets the letter
  ///     and its bytes.
  public func send(
    _ letter: OutgoingLetter, again: Bool = false, now: Moment, through carrier: Carrier,
    sent: (OutgoingLetter, [UInt8]) throws -> Void = { _, _ in }
  ) throws -> [Delivery] {
    try withLock {
      let journal = SendingJournal(path("journal.csv"))
      let entries = try journal.entries()
      let recipients = letter.to.compactMap(\.address)
      let done = { (recipient: String) in
        entries.last { $0.messageID == letter.messageID && $0.recipient == recipient }
      }
      if !again, let earlier = other(letter, in: entries) {
        return recipients.map {
          Delivery(recipient: $0, outcome: .before, code: 0, message: "\(earlier.at) <\(earlier.messageID)>")
        }
      }
      guard let mail = FileManager.default.contents(atPath: draft(of: letter)).map(Array.init) else {
        return try sentBefore(recipients, done)
      }
      let deliveries = try recipients.map { recipient in
        if let entry = done(recipient), entry.outcome != .failed { return delivery(entry) }
        return try deliver(letter, mail, recipient, journal, now, carrier)
      }
      if deliveries.allSatisfy({ $0.outcome == .sent || $0.outcome == .before }) {
        try sent(letter, mail)
        try moveToSent(letter)
      }
      return deliveries
    }
  }

  private func deliver(
    _ letter: OutgoingLetter, _ mail: [UInt8], _ recipient: String, _ journal: SendingJournal, _ now: Moment,
    _ carrier: Carrier
  ) throws -> Delivery {
    var entry = SendingJournal.Entry(
      at: now, messageID: letter.messageID, recipient: recipient, template: letter.template,
      municipality: letter.municipality.code, outcome: .unknown)
    // First that it is being tried: who is broken off here does not know whether it went, and does not send it again.
    try journal.add(entry)
    let answer = try carrier(mail, letter.from.address ?? "", recipient)
    entry.outcome = answer.outcome
    entry.answer = answer.message
    try journal.add(entry)
    let outcome = Delivery.Outcome(rawValue: answer.outcome.rawValue) ?? .failed
    return Delivery(recipient: recipient, outcome: outcome, code: answer.code, message: answer.message)
  }

  private func delivery(_ entry: SendingJournal.Entry) -> Delivery {
    let outcome: Delivery.Outcome = entry.outcome == .sent ? .before : .unknown
    return Delivery(recipient: entry.recipient, outcome: outcome, code: 0, message: entry.at.description)
  }

  /// There is no draft: the letter has gone, or there never was one.
  private func sentBefore(
    _ recipients: [String], _ done: (String) -> SendingJournal.Entry?
  ) throws -> [Delivery] {
    let entries = recipients.compactMap(done)
    guard entries.count == recipients.count, !entries.isEmpty else {
      throw Failure(
        message: Text(en: "The letter's draft is not in the outbox.", sv: "Brevets utkast finns inte i utkorgen."))
    }
    return entries.map(delivery)
  }

  /// Another letter of the same template that the municipality has got.
  private func other(_ letter: OutgoingLetter, in entries: [SendingJournal.Entry]) -> SendingJournal.Entry? {
    entries.last { entry in
      entry.outcome == .sent && entry.template == letter.template && entry.municipality == letter.municipality.code
        && entry.messageID != letter.messageID
    }
  }

  private func moveToSent(_ letter: OutgoingLetter) throws {
    try FileManager.default.createDirectory(atPath: sentFolder, withIntermediateDirectories: true)
    try AtomicFile.move(
      URL(fileURLWithPath: draft(of: letter)),
      to: URL(fileURLWithPath: (sentFolder as NSString).appendingPathComponent(sentName(letter))))
  }

  // MARK: One at a time

  /// Two programs that send from one outbox take turns.
  private func withLock<Result>(_ body: () throws -> Result) throws -> Result {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = open(path(".lock"), O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw Failure(message: Text(en: "The outbox cannot be written to.", sv: "Det går inte att skriva i utkorgen."))
    }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw Failure(
        message: Text(
          en: "Another program is sending from this outbox.", sv: "Ett annat program skickar från denna utkorg."))
    }
    return try body()
  }
}
