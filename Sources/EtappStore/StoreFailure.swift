package import EtappModel
import GRDB

/// Why the store could not do what was asked.
package enum StoreFailure: Error, Hashable {
  /// The file is no database, or a damaged one.
  case damaged(file: String)
  /// The folder or the file may not be written to.
  case readOnly(file: String)
  /// A later version of the program wrote the file.
  case newer(file: String)
  /// A plan of this name is kept already.
  case nameTaken(String)
  /// A schedule of this name is kept already.
  case scheduleTaken(String)
  /// Anything else that SQLite says.
  case other(file: String, reason: String)

  init(_ error: any Error, file: String) {
    guard let error = error as? DatabaseError else {
      self = (error as? StoreFailure) ?? .other(file: file, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(file: file)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(file: file)
    default: self = .other(file: file, reason: error.message ?? "\(error.resultCode)")
    }
  }

  /// What to tell the user.
  package var message: Text {
    switch self {
    case .damaged(let file):
      Text(
        en:
          "\(file) is damaged or is no SQLite file, so the plans kept in it cannot be read. Move it out of the folder, or put a copy back; nothing else depends on it.",
        sv:
          "\(file) är skadad eller är ingen SQLite-fil, så planerna i den kan inte läsas. Flytta den ur mappen eller lägg tillbaka en kopia; inget annat beror av den."
      )
    case .readOnly(let file):
      Text(en: "\(file) cannot be written to.", sv: "Det går inte att skriva till \(file).")
    case .newer(let file):
      Text(
        en: "\(file) was written by a later version of etapp; use that version.",
        sv: "\(file) är skriven av en senare version av etapp; använd den versionen.")
    case .nameTaken(let name):
      Text(
        en: "A plan called “\(name)” is kept already. Choose another name, or replace it with --replace.",
        sv: "Det finns redan en plan som heter ”\(name)”. Välj ett annat namn, eller ersätt den med --replace.")
    case .scheduleTaken(let name):
      Text(
        en: "A schedule called “\(name)” is kept already. Choose another name, or replace it with --replace.",
        sv: "Det finns redan en tidplan som heter ”\(name)”. Välj ett annat namn, eller ersätt den med --replace.")
    case .other(let file, let reason):
      Text(en: "\(file): \(reason).", sv: "\(file): \(reason).")
    }
  }
}
