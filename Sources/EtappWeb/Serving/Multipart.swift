import Foundation

/// A form with files (RFC 7578), read strictly: what is not written as browsers write it is refused as a whole.
struct Multipart: Sendable {
  /// A field or a file of the form.
  struct Part: Sendable {
    var name: String
    /// As the sender calls it; nil for a plain field.
    var fileName: String?
    var bytes: ArraySlice<UInt8>
  }

  private(set) var parts: [Part] = []

  /// Parts that are taken in one form.
  static let mostParts = 64
  /// Bytes that the head of a part may have.
  static let mostHead = 4096

  /// What stands between the parts; nil for another type, or for a boundary that is none.
  static func boundary(of contentType: String) -> String? {
    let pieces = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard pieces.first?.lowercased() == "multipart/form-data" else { return nil }
    let own = pieces.dropFirst().filter { $0.lowercased().hasPrefix("boundary=") }
    guard own.count == 1, var text = own.first?.dropFirst("boundary=".count) else { return nil }
    if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = text.dropFirst().dropLast() }
    let isPlain = text.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || "'()+_,-./:=?".utf8.contains($0)
    }
    return isPlain && (1...70).contains(text.utf8.count) ? String(text) : nil
  }

  /// - Returns: nil when the body does not begin with the boundary, does not end with it, or has a part without a name.
  init?(_ body: [UInt8], boundary: String) {
    let first = Array("--\(boundary)".utf8)
    let between = Array("\r\n".utf8) + first
    guard body.starts(with: first) else { return nil }
    var place = first.count
    while !Self.stands("--", in: body, at: place) {
      guard Self.stands("\r\n", in: body, at: place), parts.count < Self.mostParts,
        let head = Self.find(Self.blankLine, in: body, from: place), head - place <= Self.mostHead,
        let end = Self.find(between, in: body, from: head + Self.blankLine.count),
        let part = Self.part(body[(place + 2)..<max(place + 2, head)], body, head + Self.blankLine.count, end)
      else { return nil }
      parts.append(part)
      place = end + between.count
    }
    let rest = body[(place + 2)...]
    guard rest.isEmpty || Array(rest) == Array("\r\n".utf8) else { return nil }
  }

  private static let blankLine = Array("\r\n\r\n".utf8)

  private static func stands(_ text: String, in body: [UInt8], at place: Int) -> Bool {
    place <= body.count && body[place...].starts(with: text.utf8)
  }

  /// Where a run of bytes begins for the first time.
  private static func find(_ bytes: [UInt8], in body: [UInt8], from place: Int) -> Int? {
    guard place <= body.count, let first = bytes.first else { return nil }
    return body.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      var start = place
      while start + bytes.count <= all.count, let found = memchr(base + start, Int32(first), all.count - start) {
        start = UnsafeRawPointer(found) - base
        guard start + bytes.count <= all.count else { return nil }
        if memcmp(base + start, bytes, bytes.count) == 0 { return start }
        start += 1
      }
      return nil
    }
  }

  private static func part(_ head: ArraySlice<UInt8>, _ body: [UInt8], _ start: Int, _ end: Int) -> Part? {
    guard start <= end, let text = String(validating: head, as: UTF8.self) else { return nil }
    var names: (name: String, fileName: String?)?
    for line in text.components(separatedBy: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      switch line[..<colon].lowercased() {
      case "content-disposition":
        guard names == nil, let found = disposition(line[line.index(after: colon)...]) else { return nil }
        names = found
      case "content-type": continue
      // An encoding of its own is nothing that a browser sends.
      default: return nil
      }
    }
    return names.map { Part(name: $0.name, fileName: $0.fileName, bytes: body[start..<end]) }
  }

  /// `form-data; name="file"; filename="letter.eml"`.
  private static func disposition(_ text: Substring) -> (name: String, fileName: String?)? {
    let pattern = /\s*form-data; name="([^"\r\n\0]+)"(?:; filename="([^"\r\n\0]*)")?(?:; filename\*=[^;"\r\n\0]*)?\s*/
    guard let found = try? pattern.wholeMatch(in: text) else { return nil }
    return (String(found.output.1), found.output.2.map(String.init))
  }
}
