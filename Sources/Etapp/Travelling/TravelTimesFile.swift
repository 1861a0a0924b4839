import EtappExchange
import Foundation

/// `from,to,minutes` as it is written: row by row beside its place, and put there when it is whole.
final class TravelTimesFile {
  private let target: URL
  private let draft: URL
  private let handle: FileHandle
  private var waiting = Data()

  /// Bytes that are written in one go.
  private static let portion = 1 << 20

  init(_ path: String) throws(TravelFailure) {
    target = URL(fileURLWithPath: path)
    draft = target.deletingLastPathComponent().appendingPathComponent(".new-" + UUID().uuidString)
    guard FileManager.default.createFile(atPath: draft.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft.path)
    else { throw Self.failure(path) }
    self.handle = handle
    waiting.append(contentsOf: "from,to,minutes\n".utf8)
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(at: draft)
  }

  /// Adds a row; minutes to a hundredth. The ids are as CSV wants them.
  func add(_ origin: String, _ destination: String, _ minutes: Float) throws(TravelFailure) {
    let hundredths = Int((Double(minutes) * 100).rounded())
    waiting.append(contentsOf: origin.utf8)
    waiting.append(UInt8(ascii: ","))
    waiting.append(contentsOf: destination.utf8)
    waiting.append(UInt8(ascii: ","))
    waiting.append(contentsOf: String(hundredths / 100).utf8)
    if hundredths % 100 > 0 {
      waiting.append(UInt8(ascii: "."))
      if hundredths % 100 < 10 { waiting.append(UInt8(ascii: "0")) }
      waiting.append(contentsOf: String(hundredths % 100).utf8)
    }
    waiting.append(UInt8(ascii: "\n"))
    if waiting.count > Self.portion { try flush() }
  }

  /// Puts the file in its place.
  func finish() throws(TravelFailure) {
    try flush()
    do {
      try handle.synchronize()
      try AtomicFile.move(draft, to: target)
    } catch {
      throw Self.failure(target.path)
    }
  }

  private func flush() throws(TravelFailure) {
    do {
      try handle.write(contentsOf: waiting)
    } catch {
      throw Self.failure(target.path)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  static func failure(_ path: String) -> TravelFailure {
    TravelFailure(.file, en: "\(path) could not be written.", sv: "Det gick inte att skriva \(path).")
  }

  /// An id as a field of CSV.
  static func field(_ id: String) -> String {
    id.contains { ",;\"\n\r\t".contains($0) } ? "\"" + id.replacing("\"", with: "\"\"") + "\"" : id
  }
}
