import Etapp
import EtappModel
import EtappReport

/// Tells an open page that somebody else has changed something (server-sent events).
enum Changes {
  static let routes: [Route] = [.get("/changes", .permission(.read)) { try await events($0) }]

  private struct News: Encodable {
    var words: String
    var by: String?
    var what: String?
  }

  /// Seconds after which the listener is asked to come back, so that a server can close and nobody listens for ever.
  private static let span = 55

  static func events(_ visit: Visit) async throws -> Answer {
    let log = Safekeeping(folder: visit.site.desk.folder)
    let (desk, own) = (visit.site.desk, visit.account?.title)
    let sentences = try await visit.room().sentences(visit.language)
    let known = visit.inquiry.headers["last-event-id"].flatMap { Int($0) }
    let (begun, was) = (known == nil ? desk.storeStamp : "", desk.filesStamp)
    let last = try await Blocking.run { try log.latest(1).last?.number ?? 0 }
    return .events { send in
      var (seen, stamp, files) = (known.map { min($0, last) } ?? last, begun, was)
      try await send("retry: 2000\n\n")
      for second in 0..<span where !desk.runs.isClosing && !Task.isCancelled {
        if desk.storeStamp != stamp {
          stamp = desk.storeStamp
          let after = seen
          let new = try await Blocking.run { try log.latest(50).filter { $0.number > after } }
          seen = new.last?.number ?? seen
          if let event = new.last(where: { $0.actor != own }) { try await send(text(event, seen, sentences)) }
          // What was written here and is told of already is not told again as a file.
          if !new.isEmpty { files = desk.filesStamp }
        } else if desk.filesStamp != files {
          files = desk.filesStamp
          try await send(text(files: seen, visit))
        }
        if second % 15 == 14 { try await send(": here\n\n") }
        try await Task.sleep(for: .seconds(1))
      }
    }
  }

  private static func text(_ event: Event, _ seen: Int, _ sentences: Sentences) -> String {
    let words = "\(event.actor) \(sentences.word(action: event.action))."
    return "id: \(seen)\n" + ServerEvent.text(News(words: words, by: event.actor, what: event.action), named: "change")
  }

  private static func text(files seen: Int, _ visit: Visit) -> String {
    let words = visit.say(
      en: "Files of the workspace have been changed.", sv: "Filer i arbetsmappen har ändrats.")
    return "id: \(seen)\n" + ServerEvent.text(News(words: words), named: "change")
  }
}
