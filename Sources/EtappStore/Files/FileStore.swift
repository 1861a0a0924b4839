package import EtappModel
import Foundation

/// Documents and attachments, kept by what is in them: `register/files/ab/cdef…` holds the bytes whose SHA-256 is `abcdef…`.
///
/// A file is written under another name, brought to the disk, and only then given its own; so what is there is whole.
/// The same bytes are kept once, and nothing is ever written over.
package struct FileStore: Sendable {
  /// Where the files are, from the workspace.
  package static let folderName = "register/files"
  /// The greatest file that is taken, 100 MB.
  package static let standardLimit = 100_000_000

  /// The folder that holds the files.
  let folder: String
  /// Bytes.
  let limit: Int

  /// - Parameter limit: The greatest file that is taken, in bytes.
  package init(workspace: String, limit: Int = standardLimit) {
    folder = (workspace as NSString).appendingPathComponent(Self.folderName)
    self.limit = limit
  }

  /// Where a file is, or would be.
  func path(of fingerprint: Fingerprint) -> String {
    let digits = "\(fingerprint)"
    return "\(folder)/\(digits.prefix(2))/\(digits.dropFirst(2))"
  }

  // MARK: Reading

  /// The bytes of a fingerprint, held against it.
  package func read(_ fingerprint: Fingerprint) throws(StoreFailure) -> [UInt8] {
    guard let content = content(of: fingerprint) else { throw .fileMissing("\(fingerprint)") }
    guard Fingerprint(of: content) == fingerprint else { throw .fileAltered("\(fingerprint)") }
    return content
  }

  package func read(_ file: RegisterEntry.File) throws(StoreFailure) -> [UInt8] {
    guard let fingerprint = Fingerprint(file.sha256) else { throw .fileMissing(file.sha256) }
    return try read(fingerprint)
  }

  /// Whether a file is there, whatever is in it.
  func has(_ fingerprint: Fingerprint) -> Bool { FileManager.default.fileExists(atPath: path(of: fingerprint)) }

  private func content(of fingerprint: Fingerprint) -> [UInt8]? {
    FileManager.default.contents(atPath: path(of: fingerprint)).map { [UInt8]($0) }
  }

  /// What is wrong with the file of a fingerprint; nil when it is there and whole.
  func damage(of fingerprint: Fingerprint) -> StoreFailure? {
    do {
      _ = try read(fingerprint)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Keeping

  /// Keeps bytes; they are on the disk when this returns.
  package func keep(_ content: [UInt8]) throws(StoreFailure) -> Fingerprint {
    let batch = try keep([content])
    return batch[0]
  }

  /// Keeps many at once, which waits for the disk together and so much shorter.
  func keep(_ contents: [[UInt8]]) throws(StoreFailure) -> [Fingerprint] {
    for content in contents where content.count > limit { throw .fileTooLarge(bytes: content.count, limit: limit) }
    let fingerprints = contents.map { Fingerprint(of: $0) }
    var missing: [Fingerprint: [UInt8]] = [:]
    for (fingerprint, content) in zip(fingerprints, contents) where missing[fingerprint] == nil {
      // A file that rotted is written anew: here are its bytes.
      if self.content(of: fingerprint) != content { missing[fingerprint] = content }
    }
    guard !missing.isEmpty else { return fingerprints }
    do {
      try FileWriting(of: missing, in: self).run()
    } catch {
      throw .cannotWrite(folder: Self.folderName, reason: error.reason)
    }
    return fingerprints
  }

  /// Removes a file that nothing refers to any longer.
  func remove(_ fingerprint: Fingerprint) {
    try? FileManager.default.removeItem(atPath: path(of: fingerprint))
  }
}
