import EtappExchange
public import EtappModel
import EtappStore

extension Registry {
  /// What a person says of documents when they are registered; what is nil is read from the document.
  public struct Arrival: Hashable, Sendable {
    public var direction: RegisterEntry.Direction?
    public var kind: RegisterEntry.Kind?
    public var municipality: ID<Municipality>?
    /// The day it came in, was dispatched or was drawn up.
    public var day: Day?
    public var from: [Correspondent]
    public var to: [Correspondent]
    public var about: String?
    public var counterpartNumber: String?
    public var caseNumber: String?
    public var secrecy: RegisterEntry.Secrecy?

    public init(
      direction: RegisterEntry.Direction? = nil, kind: RegisterEntry.Kind? = nil,
      municipality: ID<Municipality>? = nil, day: Day? = nil, from: [Correspondent] = [], to: [Correspondent] = [],
      about: String? = nil, counterpartNumber: String? = nil, caseNumber: String? = nil,
      secrecy: RegisterEntry.Secrecy? = nil
    ) {
      self.direction = direction
      self.kind = kind
      self.municipality = municipality
      self.day = day
      self.from = from
      self.to = to
      self.about = about
      self.counterpartNumber = counterpartNumber
      self.caseNumber = caseNumber
      self.secrecy = secrecy
    }
  }

  /// What became of some files.
  public struct Receipt: Sendable {
    /// An entry, and whether it was registered before, so that nothing was changed.
    public struct Line: Hashable, Sendable {
      public var entry: RegisterEntry
      public var isOld: Bool
    }

    public var lines: [Line] = []
    public var diagnostics: [Diagnostic] = []
  }

  /// Registers the letters of some files: all of them, or none when one cannot be registered.
  ///
  /// The same letter again – by its Message-ID, or by its bytes – changes nothing. What a letter promises is read and
  /// kept with it; it binds nobody until a person has confirmed it.
  ///
  /// - Throws: `Workspace.Invalid` for a file that cannot be read, `Versions.Failure` for a letter that lacks what the law
  ///   asks for, and for a store that cannot be written to.
  public func add(_ files: [(name: String, bytes: [UInt8])], _ arrival: Arrival, by actor: Actor) throws -> Receipt {
    var receipt = Receipt()
    var drafts: [Draft] = []
    // Making it costs as much as reading a letter.
    let finder = finder
    let pdf = PDFText()
    for (name, bytes) in files {
      let reading = LetterReader.read(bytes: bytes, name: name, pdfText: pdf.reader)
      receipt.diagnostics += reading.diagnostics + unread(reading.letters, in: name, pdf)
      let files = reading.raw.map { (name: name, bytes: Array(bytes[$0]), isAlone: reading.letters.count == 1) }
      // A mailbox holds thousands of letters, and each takes a millisecond to read.
      drafts += onAllProcessors(zip(reading.letters, files).map { ($0, $1) }) { letter, file in
        draft(letter, of: file, LetterText(letter, self, pdf: pdf), arrival, finder, actor)
      }
    }
    guard !receipt.diagnostics.hasErrors else { throw Workspace.Invalid(receipt.diagnostics) }
    receipt.lines = try add(drafts, actor)
    return receipt
  }

  private func add(_ drafts: [Draft], _ actor: Actor) throws(Versions.Failure) -> [Receipt.Line] {
    let store = try writing()
    do {
      return try register(store).add(drafts, actor.act).map { Receipt.Line(entry: $0.entry, isOld: $0.isOld) }
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// Says that PDF files came with letters and are not read, for want of a program.
  private func unread(_ letters: [Letter], in file: String, _ pdf: PDFText) -> [Diagnostic] {
    guard pdf.program == nil else { return [] }
    let count = letters.flatMap(\.chain).flatMap(\.attachments).count { PDFText.isPDF($0.content) }
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        .note,
        Text(
          en: "\(count) PDF attachments are kept, but cannot be searched: pdftotext (poppler-utils) is not installed.",
          sv: "\(count) PDF-bilagor sparas men kan inte genomsökas: pdftotext (poppler-utils) är inte installerat."),
        at: Diagnostic.Place(file: file))
    ]
  }

  // MARK: From a letter to a draft

  private func draft(
    _ letter: Letter, of file: (name: String, bytes: [UInt8], isAlone: Bool), _ text: LetterText, _ arrival: Arrival,
    _ finder: MunicipalityFinder, _ actor: Actor
  ) -> Draft {
    let direction = arrival.direction ?? (letter.from.contains(where: isOurs) ? .outgoing : .incoming)
    let entry = RegisterEntry(
      number: "", day: arrival.day ?? letter.day ?? actor.at.day(), direction: direction,
      kind: arrival.kind ?? (letter.references.isEmpty && letter.topic == letter.subject ? .letter : .answer),
      from: arrival.from.isEmpty ? letter.from : arrival.from, to: arrival.to.isEmpty ? letter.to : arrival.to,
      copies: letter.copies, about: arrival.about ?? letter.topic, counterpartNumber: arrival.counterpartNumber,
      municipality: arrival.municipality ?? finder.find(in: letter)?.municipality, caseNumber: arrival.caseNumber,
      messageID: letter.messageID, secrecy: arrival.secrecy, promises: text.promises, text: text.text)
    return Draft(
      entry,
      document: Attachment(
        name: fileName(file.name, letter, file.isAlone), mediaType: mediaType(file.name), content: file.bytes),
      attachments: letter.attachments, references: letter.references)
  }

  /// A letter of a mailbox is named by what it is about.
  private func fileName(_ file: String, _ letter: Letter, _ isAlone: Bool) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard !isAlone else { return name }
    let words = Names.folded(letter.topic).split(separator: " ").prefix(6).joined(separator: "-")
    return (words.isEmpty ? "letter" : String(words.prefix(100))) + ".eml"
  }

  private func mediaType(_ file: String) -> String {
    switch file.lowercased().split(separator: ".").last {
    case "eml", "mbox": "message/rfc822"
    case "pdf": "application/pdf"
    case "txt": "text/plain"
    default: "application/octet-stream"
    }
  }

  private var finder: MunicipalityFinder {
    let domains = Dictionary(grouping: contacts, by: \.municipality).mapValues { own in
      Set(own.compactMap { $0.address?.split(separator: "@").last.map(String.init) }).sorted()
    }
    return MunicipalityFinder(
      workspace.geography.municipalities.map {
        MunicipalityFinder.Entry(code: $0.id.code, name: $0.name, domains: domains[$0.id] ?? [])
      })
  }
}
