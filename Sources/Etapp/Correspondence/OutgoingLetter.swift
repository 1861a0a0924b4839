import EtappExchange
public import EtappModel
import EtappReport

/// A letter to one municipality that has been written and not yet sent.
public struct OutgoingLetter: Sendable {
  /// What it promises, and between which days it is to be kept.
  public struct Promise: Hashable, Sendable {
    public var text: String
    public var due: DayInterval
  }

  public let municipality: ID<Municipality>
  /// The municipality's name.
  public let name: String
  /// The template's name, `information`.
  public let template: String
  public let language: Language
  /// The day it is dated.
  public let day: Day
  public let from: Correspondent
  public let to: [Correspondent]
  public let ourNumber: String?
  public let theirNumber: String?
  /// Without angle brackets; the same letter has the same one each time it is made.
  public let messageID: String
  public let subject: String
  public let promise: Promise?
  /// The text alone, as it is searched and registered.
  public let text: String
  /// As it is shown on a terminal.
  public let preview: String
  /// The letter on paper, as a piece of a page.
  let sheet: String

  /// A page that stands by itself.
  public var html: String { LetterPage.html([sheet], title: subject, language: language) }

  /// The name of its file, without ending: `information-2260-ange.sv`.
  public var fileName: String {
    let words = [template, municipality.code, name].map(Self.plain).filter { !$0.isEmpty }
    return words.joined(separator: "-") + "." + language.rawValue
  }

  private static func plain(_ name: String) -> String {
    Names.folded(name).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  /// The mail, byte for byte.
  ///
  /// - Parameters:
  ///   - sent: What its date says.
  ///   - offset: Minutes that the sender's clock is ahead of universal time.
  public func mail(sent: Moment, offset: Int = 0) -> [UInt8] {
    MailDraft(
      from: from, to: to, subject: subject, sent: sent, offset: offset, messageID: messageID, language: language,
      text: text, html: html
    ).bytes
  }

  /// Why it cannot be a mail; empty when it can.
  public var obstacles: [Diagnostic] {
    var found: [Diagnostic] = []
    func look(_ address: String?, _ missing: Text) {
      guard let address else { return found.append(Diagnostic(.error, missing, value: name)) }
      guard !MailAddress.isPlain(address) else { return }
      found.append(
        Diagnostic(
          .error,
          Text(
            en: "This is no address that mail can be sent with.",
            sv: "Detta är ingen adress som går att skicka e-post med."), value: address))
    }
    look(from.address, Text(en: "The sender has no mail address.", sv: "Avsändaren har ingen e-postadress."))
    if to.isEmpty {
      look(nil, Text(en: "The letter has no receiver.", sv: "Brevet har ingen mottagare."))
    }
    for person in to {
      look(person.address, Text(en: "The receiver has no mail address.", sv: "Mottagaren har ingen e-postadress."))
    }
    return found
  }
}

/// Several letters on paper.
public enum LetterSheets {
  /// One page for print with every letter on sheets of its own, to make one PDF of.
  public static func html(_ letters: [OutgoingLetter], title: String) -> String {
    LetterPage.html(letters.map(\.sheet), title: title, language: letters.first?.language ?? .english)
  }
}
