import EtappExchange
public import EtappModel
import EtappStore
import Foundation

/// Handing entries and their documents over to an archive.
extension Registry {
  /// A package that was written.
  public struct Handover: Sendable {
    /// The package's name, which its parts refer to.
    public var package: String
    public var entries: [RegisterEntry]
    /// The files that were written, from the package's folder.
    public var files: [String]
  }

  /// Writes an E-ARK information package of entries with their documents and what was done with them.
  ///
  /// Everything is in it, also what is marked as secret, with the paragraph: the archive takes over the duty to keep it so.
  /// The log keeps that it was handed over; the register keeps what it has.
  ///
  /// - Parameter folder: It must not be there yet; it appears when it is whole.
  /// - Throws: `Versions.Failure` for a document that is not there or is not what was registered, and for the log;
  ///   otherwise what the file system says.
  public func archive(_ entries: [RegisterEntry], into folder: String, by actor: Actor) throws -> Handover {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: folder) else { throw CocoaError(.fileWriteFileExists) }
    let part = folder + ".part"
    try? manager.removeItem(atPath: part)
    do {
      let handover = try write(entries, named: (folder as NSString).lastPathComponent, to: part, actor)
      try note(entries, action: "register.archived", reason: handover.package, by: actor)
      try manager.moveItem(atPath: part, toPath: folder)
      return handover
    } catch {
      try? manager.removeItem(atPath: part)
      throw error
    }
  }

  private func write(
    _ entries: [RegisterEntry], named name: String, to folder: String, _ actor: Actor
  ) throws -> Handover {
    var files: [String] = []
    var records: [ArchivePackage.Record] = []
    for entry in entries {
      var own: [ArchivePackage.File] = []
      for (index, file) in ([entry.document].compactMap { $0 } + entry.attachments).enumerated() {
        let path = ArchivePackage.path(number: entry.number, index: index + 1, name: file.name)
        try put(try content(of: file), at: path, in: folder)
        own.append(
          ArchivePackage.File(
            path: path, name: file.name, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256))
      }
      files += own.map(\.path)
      records.append(
        ArchivePackage.Record(entry, municipality: entry.municipality.map { self.name(of: $0) }, files: own))
    }
    let package = try package(records, named: name, actor)
    for (path, text) in package.documents({ "\(Fingerprint(of: $0))" }) {
      try put(Array(text.utf8), at: path, in: folder)
      files.append(path)
    }
    return Handover(package: name, entries: entries, files: files)
  }

  private func package(
    _ records: [ArchivePackage.Record], named name: String, _ actor: Actor
  ) throws(Versions.Failure) -> ArchivePackage {
    var events: [Event] = []
    for record in records { events += try history(of: record.entry.number).map(\.event) }
    return ArchivePackage(
      id: name, agency: correspondence.sender.name ?? workspace.assignment.name(workspace.assignment.language),
      made: actor.at, version: Study.version, classification: correspondence.classification, records: records,
      events: events.sorted { $0.number < $1.number })
  }

  private func put(_ bytes: [UInt8], at path: String, in folder: String) throws {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  // MARK: Words

  /// `etapp.archive/1`
  public func document(_ handover: Handover, in folder: String) -> String {
    ([
      "schema": "etapp.archive/1", "package": .string(handover.package), "folder": .string(folder),
      "entries": .array(handover.entries.map { .string($0.number) }),
      "files": .array(handover.files.map { .string($0) }),
    ] as JSON).serialised(pretty: true)
  }

  public func words(for handover: Handover, in folder: String) -> Text {
    let (entries, files) = (handover.entries.count, handover.files.count)
    return Text(
      en: "\(entries) entries with \(files) files are in \(folder).",
      sv: "\(entries) diarieposter med \(files) filer ligger i \(folder).")
  }
}
