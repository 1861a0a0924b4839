import EtappExchange
public import EtappModel
package import EtappReport
import EtappStore
import Foundation

/// What everyone may see: the public list, and packages of released documents. The register itself stays as it is.
extension Registry {
  /// A public list: masked copies of entries.
  public struct PublicList: Sendable {
    package let entries: [PublicEntry]

    public var count: Int { entries.count }
  }

  /// Entries as they may be published.
  public func publicList(_ entries: [RegisterEntry]) -> PublicList {
    let masking = masking(for: entries)
    return PublicList(entries: entries.map { PublicEntry($0, masking: masking) })
  }

  /// Authorities, and people in their roles, whose names are shown: our own, and those of `contacts.csv`.
  private func masking(for entries: [RegisterEntry]) -> Masking {
    let parties = entries.flatMap { $0.from + $0.to + $0.copies }.filter(isOurs)
    let own = (parties + [correspondence.sender, correspondence.contact]).flatMap { [$0.name, $0.address] }
    let municipal = contacts.flatMap { [$0.name, $0.address] }
    let names = workspace.geography.municipalities.flatMap { [$0.name, "\($0.name) kommun", "\($0.name)s kommun"] }
    return Masking(keeping: (own + municipal).compactMap { $0 }.filter { !$0.isEmpty } + names)
  }

  // MARK: Releasing

  /// A package of documents that were released.
  public struct Package: Sendable {
    public var list: PublicList
    /// The files that were written.
    public var files: [String]
    /// Numbers of what is secret and not in the package.
    public var withheld: [String]
  }

  /// Writes a release package: the public list, a masked copy of each document's text, and what was taken out and why.
  /// What is marked as secret is left out. The log keeps what was released to whom.
  ///
  /// - Parameter folder: It must not be there yet; it appears when it is whole.
  public func release(_ entries: [RegisterEntry], to receiver: String, into folder: String, by actor: Actor) throws
    -> Package
  {
    let open = entries.filter { $0.secrecy == nil }
    let list = publicList(entries)
    let manager = FileManager.default
    guard !manager.fileExists(atPath: folder) else { throw CocoaError(.fileWriteFileExists) }
    let part = folder + ".part"
    try? manager.removeItem(atPath: part)
    try manager.createDirectory(atPath: part, withIntermediateDirectories: true)
    var names = ["list.csv", "list.json"]
    try AtomicFile.write(table(list), to: part + "/list.csv")
    try AtomicFile.write(document(list), to: part + "/list.json")
    for entry in open where !entry.text.isEmpty {
      let name = Self.fileName(entry.number) + ".txt"
      try AtomicFile.write(copy(of: entry), to: part + "/" + name)
      names.append(name)
    }
    try note(open, action: "register.released", reason: receiver, by: actor)
    try manager.moveItem(atPath: part, toPath: folder)
    return Package(
      list: list, files: names.map { folder + "/" + $0 }, withheld: entries.filter { $0.secrecy != nil }.map(\.number))
  }

  /// A document's text without what may not be published, under a heading with the entry's facts.
  private func copy(of entry: RegisterEntry) -> String {
    let masking = masking(for: [entry]).knowing(entry.from + entry.to + entry.copies)
    let head = document(publicList([entry]).entries)
    return head + "\n\n" + masking.mask(entry.text).text + "\n"
  }

  private func document(_ entries: [PublicEntry]) -> String {
    text { $0.list(entries, withReasons: true) }(workspace.assignment.language)
  }

  private static func fileName(_ number: String) -> String {
    String(number.map { $0.isLetter || $0.isNumber || "-._".contains($0) ? $0 : "-" })
  }

  /// Leaves an event for each entry.
  func note(
    _ entries: [RegisterEntry], action: String, reason: String, by actor: Actor
  ) throws(Versions.Failure) {
    let store = try writing()
    do {
      for entry in entries {
        try store.log.append(
          actor: actor.name, action: action, subject: Register.subject(entry.number), reason: reason,
          details: "{\"version\":\(entry.version)}", at: actor.at)
      }
    } catch {
      throw Versions.Failure(error)
    }
  }

  // MARK: Words and tables

  public func words(for list: PublicList, withReasons: Bool = false) -> Text {
    text { $0.list(list.entries, withReasons: withReasons) }
  }

  /// `etapp.register/1`, masked.
  public func document(_ list: PublicList, language: Language? = nil) -> String {
    documents(language).publicList(list.entries.map { line($0, language ?? workspace.assignment.language) })
      .serialised(pretty: true)
  }

  private func line(_ entry: PublicEntry, _ language: Language) -> PublicLine {
    PublicLine(
      number: entry.number, day: entry.day, direction: entry.direction,
      from: entry.from.map { $0(language) }.joined(separator: "; "),
      to: entry.to.map { $0(language) }.joined(separator: "; "), about: entry.about, municipality: entry.municipality,
      secrecy: entry.secrecy?(language), reasons: entry.reasons.map { ($0.field.rawValue, $0.text(language)) })
  }

  /// The public list as CSV.
  public func table(_ list: PublicList, language: Language? = nil) -> String {
    let language = language ?? workspace.assignment.language
    return RegisterTable.text(list.entries.map { line($0, language) }, geography: workspace.geography)
  }

  /// The register as CSV, unmasked.
  public func table(_ entries: [RegisterEntry], language: Language? = nil) -> String {
    RegisterTable.text(entries, geography: workspace.geography)
  }

  // MARK: Retention

  /// `etapp.retention/1`
  public func document(_ removable: [Removable], isRemoved: Bool) -> String {
    ([
      "schema": "etapp.retention/1", "removed": .bool(isRemoved),
      "entries": .array(
        removable.map {
          [
            "number": .string($0.number), "date": .string($0.day.description), "kind": .string($0.kind.rawValue),
            "subject": .string($0.about), "decision": .string($0.decision),
          ]
        }),
    ] as JSON).serialised(pretty: true)
  }

  public func words(for removable: [Removable], isRemoved: Bool) -> Text {
    text { sentences in
      sentences.retention(removable.map { ($0.number, $0.about, $0.decision) }, isRemoved: isRemoved)
    }
  }
}
