/// What is sent back, as a value.
struct Answer: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// Sent piece by piece; `send` returns when the piece is on its way, and throws when nobody listens any more.
    case stream(@Sendable (_ send: @escaping @Sendable (String) async throws -> Void) async throws -> Void)
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  init(_ status: Int = 200, type: String, _ bytes: [UInt8], headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("content-type", type)] + headers
    body = .bytes(bytes)
  }

  init(_ status: Int = 200, type: String, _ text: String, headers: [(name: String, value: String)] = []) {
    self.init(status, type: type, Array(text.utf8), headers: headers)
  }

  /// Leads the browser elsewhere, with a new GET.
  static func redirect(_ path: String, headers: [(name: String, value: String)] = []) -> Answer {
    var answer = Answer(303, type: "text/plain; charset=utf-8", "", headers: headers)
    answer.headers.append(("location", path))
    return answer
  }

  /// Server-sent events.
  static func events(
    _ stream: @escaping @Sendable (_ send: @escaping @Sendable (String) async throws -> Void) async throws -> Void
  ) -> Answer {
    var answer = Answer(type: "text/event-stream; charset=utf-8", "")
    answer.body = .stream(stream)
    return answer
  }

  /// A file to keep.
  static func download(_ name: String, type: String, _ text: String) -> Answer {
    let plain = String(
      name.unicodeScalars.map {
        $0.isASCII && $0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0) ? Character($0) : "-"
      })
    return Answer(type: type, text, headers: [("content-disposition", "attachment; filename=\"\(plain)\"")])
  }

  /// A document of the register: to keep, never to open here, whatever it says of itself.
  static func document(_ name: String, type: String, _ bytes: [UInt8]) -> Answer {
    let safe = FileName.safe(name)
    let plain = String(
      safe.unicodeScalars.map {
        $0.isASCII && ($0.properties.isAlphabetic || FileName.plain.contains($0)) ? Character($0) : "-"
      })
    let known = ["application/pdf", "text/plain", "message/rfc822"].contains(type) ? type : "application/octet-stream"
    return Answer(
      type: known, bytes,
      headers: [
        ("content-disposition", "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(Fields.encoded(safe))"),
        ("content-security-policy", "default-src 'none'; sandbox"),
      ])
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The body as text; empty for a stream.
  var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
