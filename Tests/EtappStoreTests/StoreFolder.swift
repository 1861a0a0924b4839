import EtappModel
import Foundation

@testable import EtappStore

/// A workspace of a test's own, which goes when the test does.
final class StoreFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func open() throws -> WorkspaceStore { try WorkspaceStore(writing: path) }

  var database: String { path + "/" + PlanStore.fileName }
}

/// The cast: what the tests of the register speak of.
enum Cast {
  static let office = Correspondent(name: "Programkontoret", address: "program@office.example")
  static let ange = Correspondent(name: "Registrator, Ånge kommun", address: "registrator@ange.example")
  static let june = Day(year: 2021, month: 6, day: 10)

  static func act(_ actor: String = "coordinator", second: Int = 0, because reason: String? = nil) -> Act {
    Act(by: actor, at: Moment(june, hour: 8, second: second), because: reason)
  }

  /// An incoming letter; what makes it another than its neighbours is its number.
  static func entry(
    _ number: Int = 1, day: Day = june, about: String = "Nytt kontor i Ånge", text: String = "Vi återkommer i oktober.",
    messageID: String? = nil, municipality: ID<Municipality>? = "2260"
  ) -> RegisterEntry {
    RegisterEntry(
      number: "", day: day, direction: .incoming, from: [ange], to: [office], about: about,
      municipality: municipality, messageID: messageID ?? "m\(number)@ange.example", text: text)
  }

  static func file(_ content: String, name: String = "letter.eml", mediaType: String = "message/rfc822") -> Attachment {
    Attachment(name: name, mediaType: mediaType, content: Array(content.utf8))
  }

  static func draft(_ number: Int = 1, about: String = "Nytt kontor i Ånge", text: String = "Vi återkommer i oktober.")
    -> Draft
  {
    Draft(
      entry(number, about: about, text: text), document: file("letter \(number)"),
      attachments: [file("map \(number)", name: "karta.pdf", mediaType: "application/pdf")])
  }

  static func promise(_ index: Int = 1, isOurs: Bool = false) -> RegisterEntry.Promise {
    RegisterEntry.Promise(
      index: index,
      commitment: Commitment(
        text: "Vi återkommer i oktober.", span: 0..<24, side: .sender, phrase: "i oktober", phraseSpan: 14..<23,
        interval: DayInterval(from: Day(year: 2021, month: 10, day: 1), to: Day(year: 2021, month: 10, day: 31)),
        precision: .explicit),
      isOurs: isOurs)
  }
}
