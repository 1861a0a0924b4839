import Etapp
import EtappModel
import EtappReport

/// Documents that come in through the browser.
enum RegisterUpload {
  static let endings = ["eml", "mbox", "txt", "pdf"]

  // MARK: The form

  static func form(_ room: Room, _ sentences: Sentences, _ visit: Visit, isOpen: Bool) -> HTML {
    let automatic = visit.say(en: "as the document says", sv: "som handlingen säger")
    return Tag.details(.class("why"), isOpen ? Attribute("open") : nil) {
      Tag.summary {
        Tag.span(.class("name")) { visit.say(en: "Register documents", sv: "Diarieför handlingar") }
      }
      Tag.div(.class("why-body")) {
        Parts.form("/register", visit, .class("narrow"), Attribute("enctype", "multipart/form-data")) {
          Parts.field(
            visit.say(en: "Documents", sv: "Handlingar"), name: "file", id: "upload-file", type: "file",
            help: help(visit), .required, Attribute("multiple"),
            Attribute("accept", endings.map { "." + $0 }.joined(separator: ",")))
          Parts.choice(
            visit.say(en: "Which way it went", sv: "Vilken väg den gick"), name: "direction", id: "upload-direction",
            [("", automatic)] + RegisterPage.directions(visit))
          Parts.choice(
            visit.say(en: "Which municipality", sv: "Vilken kommun"), name: "municipality", id: "upload-municipality",
            [("", automatic)] + RegisterPage.municipalities(room, sentences))
          Tag.p(.class("help")) {
            visit.say(
              en: "What follows is needed where the document does not say it itself, as a PDF does not.",
              sv: "Det som följer behövs när handlingen inte säger det själv, som en PDF.")
          }
          Parts.field(visit.say(en: "Which day", sv: "Vilken dag"), name: "day", id: "upload-day", type: "date")
          Parts.field(
            visit.say(en: "Sender", sv: "Avsändare"), name: "sender", id: "upload-sender", Attribute("maxlength", "200")
          )
          Parts.field(
            visit.say(en: "Receiver", sv: "Mottagare"), name: "receiver", id: "upload-receiver",
            Attribute("maxlength", "200"))
          Parts.field(
            visit.say(en: "What it is about", sv: "Vad den handlar om"), name: "about", id: "upload-about",
            Attribute("maxlength", "300"))
          Parts.button(visit.say(en: "Register", sv: "Diarieför"))
        }
      }
    }
  }

  private static func help(_ visit: Visit) -> String {
    let most = max(1, visit.site.configuration.uploadLimit / 1_000_000)
    return visit.say(
      en: "Letters as .eml, .mbox or .txt, or a .pdf; at most \(most) MB at a time.",
      sv: "Brev som .eml, .mbox eller .txt, eller en .pdf; högst \(most) MB åt gången.")
  }

  // MARK: Registering

  static func add(_ visit: Visit) async throws -> Answer {
    do {
      return done(try await receipt(visit))
    } catch let invalid as Workspace.Invalid {
      return try await RegisterPage.page(
        visit, trouble: invalid.diagnostics.map { $0.words(visit.language) }, status: 422)
    } catch let failure as Versions.Failure where failure.isInvalid {
      return try await RegisterPage.page(visit, trouble: [visit.say(failure.message)], status: 422)
    } catch let refusal as Refusal {
      return try await RegisterPage.page(visit, trouble: [visit.say(refusal.message)], status: refusal.status)
    }
  }

  /// Registers the documents of a form.
  static func receipt(_ visit: Visit) async throws -> Registry.Receipt {
    let (files, arrival, actor) = (try files(visit), try await arrival(visit), visit.actor())
    return try await visit.registering { try $0.add(files, arrival, by: actor) }
  }

  private static func done(_ receipt: Registry.Receipt) -> Answer {
    let isOld = receipt.lines.allSatisfy(\.isOld)
    let path = receipt.lines.count == 1 ? EntryPage.path(receipt.lines[0].entry.number) : "/register"
    return .redirect(path + (isOld ? "?done=known" : "?done=registered"))
  }

  private static func files(_ visit: Visit) throws -> [(name: String, bytes: [UInt8])] {
    guard let form = visit.inquiry.multipart else {
      throw Refusal.unusable(
        Text(en: "The form could not be read.", sv: "Formuläret gick inte att läsa."))
    }
    // A browser sends an empty file where none was chosen.
    let files = form.parts.filter { $0.name == "file" && $0.fileName?.isEmpty == false }.map {
      (name: FileName.safe($0.fileName ?? ""), bytes: Array($0.bytes))
    }
    guard !files.isEmpty else {
      throw Refusal.unusable(Text(en: "Choose a document first.", sv: "Välj en handling först."))
    }
    for file in files {
      guard endings.contains(where: { file.name.lowercased().hasSuffix("." + $0) }) else {
        throw Refusal(
          status: 415,
          message: Text(
            en: "“\(file.name)” is none of .eml, .mbox, .txt and .pdf.",
            sv: "”\(file.name)” är varken .eml, .mbox, .txt eller .pdf."))
      }
    }
    return files
  }

  private static func arrival(_ visit: Visit) async throws -> Registry.Arrival {
    let municipality = try visit.words("municipality", most: 50).map { ID<Municipality>($0) }
    if let municipality, try await visit.room().workspace.geography.municipality(municipality) == nil {
      throw Refusal.unusable(Text(en: "There is no such municipality.", sv: "Det finns ingen sådan kommun."))
    }
    func party(_ name: String) throws -> [Correspondent] {
      try visit.words(name, most: 200).map { words in
        [
          words.contains("@") && !words.contains(" ")
            ? Correspondent(address: words.lowercased()) : Correspondent(name: words)
        ]
      } ?? []
    }
    return Registry.Arrival(
      direction: try visit.choice("direction", RegisterEntry.Direction.self), municipality: municipality,
      day: try visit.day("day"), from: try party("sender"), to: try party("receiver"),
      about: try visit.words("about", most: 300))
  }
}
