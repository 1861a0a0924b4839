import EtappModel
import Foundation
import Testing

@testable import EtappStore

@Suite struct `The files of the register` {
  private let folder: StoreFolder
  private let files: FileStore

  init() throws {
    folder = try StoreFolder()
    files = FileStore(workspace: folder.path, limit: 1000)
  }

  private func path(_ fingerprint: Fingerprint) -> String { files.path(of: fingerprint) }

  @Test func `are kept by what is in them, once`() throws {
    let content = Array("abc".utf8)
    let fingerprint = try files.keep(content)
    #expect(
      path(fingerprint).hasSuffix("register/files/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(try files.keep([content, [], content]) == [fingerprint, Fingerprint(of: ""), fingerprint])
    #expect(try files.read(fingerprint) == content && files.read(Fingerprint(of: "")) == [])
    let walk = FileManager.default.enumerator(atPath: files.folder)?.compactMap { $0 as? String } ?? []
    #expect(walk.filter { $0.contains("/") }.count == 2, "no temporary file is left: \(walk)")
  }

  @Test func `are held against their fingerprint, every byte of them`() throws {
    let content = (0..<300).map { UInt8($0 % 251) }
    let fingerprint = try files.keep(content)
    for place in content.indices {
      var damaged = content
      damaged[place] ^= 1 << UInt8(place % 8)
      try replace(fingerprint, damaged)
      #expect(throws: StoreFailure.fileAltered("\(fingerprint)")) { try files.read(fingerprint) }
    }
    try replace(fingerprint, content.dropLast())
    #expect(throws: StoreFailure.fileAltered("\(fingerprint)")) { try files.read(fingerprint) }
    // Whoever brings the bytes again mends it.
    _ = try files.keep(content)
    #expect(try files.read(fingerprint) == content)
    files.remove(fingerprint)
    #expect(throws: StoreFailure.fileMissing("\(fingerprint)")) { try files.read(fingerprint) }
  }

  private func replace(_ fingerprint: Fingerprint, _ content: some Collection<UInt8>) throws {
    try FileManager.default.removeItem(atPath: path(fingerprint))
    try Data(content).write(to: URL(fileURLWithPath: path(fingerprint)))
  }

  @Test func `have a greatest size`() throws {
    #expect(throws: StoreFailure.fileTooLarge(bytes: 1001, limit: 1000)) {
      try files.keep([[1], [UInt8](repeating: 0, count: 1001)])
    }
    #expect(!FileManager.default.fileExists(atPath: files.folder), "nothing is kept of a batch that is refused")
    _ = try files.keep([UInt8](repeating: 0, count: 1000))
  }

  @Test func `say when the folder cannot be made`() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path + "/register"))
    #expect { try files.keep([1]) } throws: { error in
      if case StoreFailure.cannotWrite = error { true } else { false }
    }
    let store = try folder.open()
    #expect(throws: StoreFailure.self) { try store.register().add(Cast.draft(1), Cast.act()) }
    #expect(try store.register().count() == 0 && store.log.events().isEmpty, "no entry without its document")
  }
}
