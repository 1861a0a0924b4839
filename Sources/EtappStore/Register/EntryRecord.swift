import EtappModel

/// An entry of the register as its record keeps it: JSON whose keys are part of the file's format.
///
/// A key that comes later is optional, so that records of every age can be read. The text stands apart, by its
/// fingerprint, so that versions share it.
struct EntryRecord: Codable, Hashable {
  struct Party: Codable, Hashable {
    var name: String?
    var address: String?
  }

  struct File: Codable, Hashable {
    var name: String
    var mediaType: String
    var sha256: String
    var bytes: Int
  }

  struct Secrecy: Codable, Hashable {
    var paragraph: String
    var hidesEntry: Bool
  }

  var number: String
  var day: String
  var direction: String
  var kind: String
  var from: [Party]
  var to: [Party]
  var copies: [Party]
  var about: String
  var counterpartNumber: String?
  var municipality: String?
  var caseNumber: String?
  var thread: String?
  var messageID: String?
  var secrecy: Secrecy?
  var document: File?
  var attachments: [File]
  var promises: [PromiseRecord]
  var text: String?

  init(_ entry: RegisterEntry, text: String?) {
    number = entry.number
    day = entry.day.description
    direction = entry.direction.rawValue
    kind = entry.kind.rawValue
    from = entry.from.map(Party.init)
    to = entry.to.map(Party.init)
    copies = entry.copies.map(Party.init)
    about = entry.about
    counterpartNumber = entry.counterpartNumber
    municipality = entry.municipality?.code
    caseNumber = entry.caseNumber
    thread = entry.thread
    messageID = entry.messageID
    secrecy = entry.secrecy.map { Secrecy(paragraph: $0.paragraph, hidesEntry: $0.hidesEntry) }
    document = entry.document.map(File.init)
    attachments = entry.attachments.map(File.init)
    promises = entry.promises.map(PromiseRecord.init)
    self.text = text
  }

  /// nil where a day or a word is none: somebody else wrote it.
  func entry(version: Int, text: String) -> RegisterEntry? {
    guard let day = Day(day), let direction = RegisterEntry.Direction(rawValue: direction),
      let kind = RegisterEntry.Kind(rawValue: kind)
    else { return nil }
    return RegisterEntry(
      number: number, day: day, direction: direction, kind: kind, from: from.map(\.correspondent),
      to: to.map(\.correspondent), copies: copies.map(\.correspondent), about: about,
      counterpartNumber: counterpartNumber, municipality: municipality.map { ID($0) }, caseNumber: caseNumber,
      thread: thread, messageID: messageID,
      secrecy: secrecy.map { RegisterEntry.Secrecy(paragraph: $0.paragraph, hidesEntry: $0.hidesEntry) },
      document: document?.file, attachments: attachments.map(\.file), promises: promises.compactMap(\.promise),
      text: text, version: version)
  }

  /// Every file of the entry, the document first.
  var files: [File] { (document.map { [$0] } ?? []) + attachments }

  /// The fields that differ from an earlier version.
  func changes(since old: EntryRecord) -> [String] {
    var names: [String] = []
    func compare<Value: Equatable>(_ name: String, _ field: KeyPath<EntryRecord, Value>) {
      if self[keyPath: field] != old[keyPath: field] { names.append(name) }
    }
    compare("day", \.day)
    compare("direction", \.direction)
    compare("kind", \.kind)
    compare("from", \.from)
    compare("to", \.to)
    compare("copies", \.copies)
    compare("about", \.about)
    compare("counterpartNumber", \.counterpartNumber)
    compare("municipality", \.municipality)
    compare("caseNumber", \.caseNumber)
    compare("thread", \.thread)
    compare("messageID", \.messageID)
    compare("secrecy", \.secrecy)
    compare("document", \.document)
    compare("attachments", \.attachments)
    compare("promises", \.promises)
    compare("text", \.text)
    return names
  }
}

extension EntryRecord.Party {
  init(_ correspondent: Correspondent) {
    self.init(name: correspondent.name, address: correspondent.address)
  }

  var correspondent: Correspondent { Correspondent(name: name, address: address) }
}

extension EntryRecord.File {
  init(_ file: RegisterEntry.File) {
    self.init(name: file.name, mediaType: file.mediaType, sha256: file.sha256, bytes: file.bytes)
  }

  var file: RegisterEntry.File {
    RegisterEntry.File(name: name, mediaType: mediaType, sha256: sha256, bytes: bytes)
  }
}
