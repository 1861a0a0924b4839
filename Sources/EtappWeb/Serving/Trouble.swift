import Etapp
import EtappModel
import EtappReport
import Foundation

/// Every error as an answer: a page for people, JSON for programs, and nothing of what is inside.
enum Trouble {
  static func answer(_ error: any Error, _ visit: Visit) -> Answer {
    switch error {
    case let refusal as Refusal: return answer(refusal, visit)
    case let invalid as Workspace.Invalid: return invalidPage(invalid, visit)
    case let failure as Versions.Failure:
      return answer(Refusal(status: status(failure), message: failure.message), visit)
    case let failure as Study.Undeliverable: return answer(Refusal(status: 422, message: failure.message), visit)
    default:
      FileHandle.standardError.write(Data("etapp serve: \(visit.inquiry.path): \(error)\n".utf8))
      return answer(
        Refusal(
          status: 500,
          message: Text(
            en: "Something went wrong here, and has been written down where the server was started.",
            sv: "Något gick fel hos oss och har skrivits ned där servern startades.")), visit)
    }
  }

  /// What is asked wrongly is the asker's to mend; the rest is ours.
  static func status(_ failure: Versions.Failure) -> Int {
    failure.isNameTaken ? 409 : failure.isInvalid ? 422 : failure.isUsage ? 400 : 500
  }

  private static func answer(_ refusal: Refusal, _ visit: Visit) -> Answer {
    var answer: Answer
    if visit.inquiry.path.hasPrefix("/api/") || visit.inquiry.headers["accept"] == "application/json" {
      answer = .json(ErrorDocument(message: visit.say(refusal.message), status: refusal.status))
    } else {
      answer = Page(title: title(refusal.status, visit)) {
        Tag.p(.class("answer")) { visit.say(refusal.message) }
        Tag.p { Tag.a(.href("/")) { visit.say(en: "To the overview", sv: "Till översikten") } }
      }.answer(visit)
    }
    answer.status = refusal.status
    answer.headers += refusal.headers
    return answer
  }

  private static func title(_ status: Int, _ visit: Visit) -> String {
    switch status {
    case 404: visit.say(en: "Not found", sv: "Hittades inte")
    case 401, 403: visit.say(en: "Not allowed", sv: "Inte tillåtet")
    case 409: visit.say(en: "In the way", sv: "Det krockar")
    case 413: visit.say(en: "Too large", sv: "För stort")
    case 429, 503: visit.say(en: "Not right now", sv: "Inte just nu")
    case 500...: visit.say(en: "Something went wrong", sv: "Något gick fel")
    default: visit.say(en: "That did not work", sv: "Det gick inte")
    }
  }

  /// The workspace cannot be used: what is wrong with it, where, and what was probably meant.
  private static func invalidPage(_ invalid: Workspace.Invalid, _ visit: Visit) -> Answer {
    if visit.inquiry.path.hasPrefix("/api/") {
      return Answer(422, type: "application/json", invalid.document(visit.language))
    }
    var answer = Page(
      title: visit.say(en: "The data cannot be used", sv: "Underlaget går inte att använda"), tab: .assignment
    ) {
      if visit.account != nil {
        Parts.diagnostics(invalid.diagnostics, visit)
        if visit.may(.edit) {
          Tag.p {
            Tag.a(.href("/assignment/text")) { visit.say(en: "Mend programme.yaml", sv: "Rätta programme.yaml") }
          }
        }
      } else {
        Tag.p { visit.say(en: "Whoever keeps the programme can see why.", sv: "Den som sköter programmet ser varför.") }
      }
    }.answer(visit)
    answer.status = 422
    return answer
  }
}

struct ErrorDocument: Encodable {
  var schema = "etapp.error/1"
  var message: String
  var status: Int
}

extension Answer {
  /// A value as JSON, keys sorted.
  static func json(
    _ value: some Encodable, _ status: Int = 200, headers: [(name: String, value: String)] = []
  ) -> Answer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(value)).map(Array.init) ?? Array("{}".utf8)
    return Answer(status, type: "application/json", bytes, headers: headers)
  }
}
