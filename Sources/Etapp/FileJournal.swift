import EtappModel
import EtappStore

/// What the log tells of files of the workspace that were written.
struct FileJournal {
  let folder: String

  /// The fingerprint by which bytes are known.
  static func mark(_ bytes: [UInt8]) -> String { "\(Fingerprint(of: bytes))" }

  /// - Parameter what: What was changed in it, in a few words.
  func tell(_ file: String, _ bytes: [UInt8], what: String, by actor: Registry.Actor) throws(Versions.Failure) {
    do {
      _ = try WorkspaceStore(writing: folder).plans.tellOfFile(file, bytes, what: what, actor.act)
    } catch {
      throw Versions.Failure(error)
    }
  }
}
