import EtappExchange
import EtappModel

/// A letter, and what was done with it.
public struct LetterResult: Sendable {
  public var letter: OutgoingLetter
  /// Where it was written; nil where nothing was.
  public var file: String?
  /// What came of sending it; empty where it was not sent.
  public var deliveries: [Outbox.Delivery]

  public init(_ letter: OutgoingLetter, file: String? = nil, deliveries: [Outbox.Delivery] = []) {
    self.letter = letter
    self.file = file
    self.deliveries = deliveries
  }
}

extension Study {
  /// `etapp.letters/1`
  ///
  /// - Parameters:
  ///   - plan: The name of the plan that the letters rest on; nil where it was computed for them.
  ///   - sheets: The file that holds every letter, where there is one.
  public func document(letters: [LetterResult], plan: String?, sheets: String? = nil) -> String {
    ([
      "schema": "etapp.letters/1",
      "programme": .string(workspace.assignment.name(workspace.assignment.language)),
      "plan": JSON(plan),
      "sheets": JSON(sheets),
      "letters": .array(letters.map(Self.json)),
    ] as JSON).serialised(pretty: true)
  }

  private static func json(_ result: LetterResult) -> JSON {
    let letter = result.letter
    return [
      "municipality": .string(letter.municipality.code), "name": .string(letter.name),
      "template": .string(letter.template), "language": .string(letter.language.rawValue),
      "date": .string(letter.day.description), "messageId": .string(letter.messageID),
      "from": person(letter.from), "to": .array(letter.to.map(person)), "subject": .string(letter.subject),
      "promise": letter.promise.map(promise) ?? .null, "file": JSON(result.file), "text": .string(letter.text),
      "deliveries": .array(result.deliveries.map(delivery)),
    ]
  }

  private static func person(_ person: Correspondent) -> JSON {
    ["name": JSON(person.name), "address": JSON(person.address)]
  }

  private static func promise(_ promise: OutgoingLetter.Promise) -> JSON {
    [
      "text": .string(promise.text), "from": JSON(promise.due.from?.description),
      "to": JSON(promise.due.to?.description),
    ]
  }

  private static func delivery(_ delivery: Outbox.Delivery) -> JSON {
    [
      "recipient": .string(delivery.recipient), "outcome": .string(delivery.outcome.rawValue),
      "code": JSON(delivery.code), "message": .string(delivery.message),
    ]
  }
}
