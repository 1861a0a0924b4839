import Etapp
import EtappModel
import Foundation

/// Sends letters from the outbox and says what came of each.
struct LetterSender {
  let session: Session
  let isAgain: Bool

  /// What is done with a letter that has gone.
  var sent: (OutgoingLetter, [UInt8]) throws -> Void = { _, _ in }

  func send(_ drafts: [LetterResult], through server: MailServer, plan: String?) throws {
    let connection = MailSession(server)
    let outbox = Outbox(workspace: session.workspace.folder)
    var results: [LetterResult] = []
    for (index, draft) in drafts.enumerated() where !Interrupt.isAsked {
      session.progress.begin(
        Text(en: "Sending \(index + 1) of \(drafts.count)", sv: "Skickar \(index + 1) av \(drafts.count)"))
      results.append(try send(draft, from: outbox, through: connection))
    }
    session.show(
      session.study.document(letters: results, plan: plan), results.flatMap(lines).joined(separator: "\n"))
    let failed = results.filter { !$0.deliveries.allSatisfy { [.sent, .before].contains($0.outcome) } }
    if Interrupt.isAsked { throw Exit.interrupted }
    guard failed.isEmpty else { throw Exit.failure }
  }

  private func send(_ draft: LetterResult, from outbox: Outbox, through connection: MailSession) throws -> LetterResult
  {
    var result = draft
    do {
      result.deliveries = try outbox.send(
        draft.letter, again: isAgain, now: Moment(seconds: Int(Date().timeIntervalSince1970)),
        through: { mail, from, recipient in connection.send(mail, from: from, to: recipient) }, sent: sent)
    } catch let failure as Outbox.Failure {
      throw session.fail(failure.message, .failure)
    }
    return result
  }

  private func lines(_ result: LetterResult) -> [String] {
    result.deliveries.map { delivery in
      "\(result.letter.name) <\(delivery.recipient)>: \(words(delivery)(session.language))"
    }
  }

  private func words(_ delivery: Outbox.Delivery) -> Text {
    switch delivery.outcome {
    case .sent: Text(en: "sent", sv: "skickat")
    case .before:
      Text(
        en: "has gone before (\(delivery.message)); not sent again",
        sv: "har skickats förut (\(delivery.message)); skickas inte igen")
    case .failed:
      Text(
        en: "not sent, stays in the outbox: \(delivery.message)",
        sv: "inte skickat, ligger kvar i utkorgen: \(delivery.message)")
    case .unknown:
      Text(
        en:
          "may have gone or not; ask the receiver. It is not sent again until its row is taken out of outbox/journal.csv",
        sv:
          "kan ha gått fram eller inte; fråga mottagaren. Det skickas inte igen förrän dess rad tas bort ur outbox/journal.csv"
      )
    }
  }
}
