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
  /// The head of the log is not there or says nothing that can be read.
  case brokenChain
  /// A document lacks facts that the law asks for.
  case missingFacts([LegalFact], about: String)
  /// The register has no entry of this number, or it was removed.
  case unknownEntry(String)
  /// The entry has no promise of this index.
  case unknownPromise(number: String, index: Int)
  /// A correction without a reason.
  case reasonMissing
  /// Secrecy without the paragraph that it rests on.
  case paragraphMissing
  /// The dialogue does not allow the change.
  case refused(Dialogue.Refusal)
  /// A decision lacks what, why or by whom.
  case decisionIncomplete
  /// A file is greater than what is taken, both in bytes.
  case fileTooLarge(bytes: Int, limit: Int)
  /// A file of the register is not there, by its fingerprint.
  case fileMissing(String)
  /// A file of the register is not what it was.
  case fileAltered(String)
  /// A file that was to go along cannot be read.
  case cannotRead(String)
  case cannotWrite(folder: String, reason: String)
  /// There is something where a backup or a restored workspace would go.
  case occupied(String)
  /// The file is no backup.
  case noBackup(String)
  /// No rule of retention allows the entry to be removed now.
  case notRemovable(String)
  /// Anything else that SQLite says.
  case other(file: String, reason: String)

  init(_ error: any Error, file: String) {
    guard let error = error as? DatabaseError else {
      self =
        (error as? StoreFailure) ?? (error as? Dialogue.Refusal).map { .refused($0) }
        ?? .other(file: file, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(file: file)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(file: file)
    default: self = .other(file: file, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
