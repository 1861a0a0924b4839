import Foundation

/// A request as a value: what a handler may know of it, and nothing of sockets.
struct Inquiry: Sendable {
  enum Method: String, Sendable, CaseIterable {
    case get = "GET", post = "POST"
  }

  var method: Method
  var path: String
  var query: Fields
  /// Names in small letters.
  var headers: [String: String]
  var body: [UInt8]
  /// Where it came from, as far as is known.
  var address: String

  /// - Parameter target: Path and query as they stand in the request line.
  init(
    _ method: Method, _ target: String, headers: [String: String] = [:], body: [UInt8] = [], address: String = ""
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = String(parts[0])
    query = Fields(parts.count > 1 ? String(parts[1]) : "")
    self.headers = headers
    self.body = body
    self.address = address
  }

  /// The fields of a form that was sent.
  var form: Fields {
    if let parts = multipart?.parts {
      return Fields(
        parts.filter { $0.fileName == nil }.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }
    if isJSON { return Fields(members ?? [:]) }
    guard headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") ?? false else { return Fields("") }
    return Fields(String(decoding: body, as: UTF8.self))
  }

  var isJSON: Bool { headers["content-type"]?.hasPrefix("application/json") ?? false }

  /// The members of a JSON object of texts and lists of texts; nil where the body is something else.
  var members: [String: Fields.Value]? {
    body.isEmpty ? [:] : try? JSONDecoder().decode([String: Fields.Value].self, from: Data(body))
  }

  /// The form with files that was sent; nil where it was none, or not written as such forms are.
  var multipart: Multipart? {
    headers["content-type"].flatMap(Multipart.boundary).flatMap { Multipart(body, boundary: $0) }
  }

  func cookie(_ name: String) -> String? {
    for pair in (headers["cookie"] ?? "").split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
    }
    return nil
  }

  /// The path's parts, decoded; nil for a path that cannot be one of ours.
  var segments: [String]? {
    guard path.hasPrefix("/"), !path.contains("//"), !path.contains("\\") else { return nil }
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).removingPercentEncoding
    }
    let decoded = parts.compactMap { $0 }
    guard decoded.count == parts.count else { return nil }
    let isOdd = decoded.contains { $0 == "." || $0 == ".." || $0.contains("/") || $0.contains("\0") }
    return isOdd ? nil : decoded
  }
}

extension Fields {
  /// A value of a JSON object as a form would send it.
  enum Value: Decodable {
    case one(String)
    case several([String])

    var texts: [String] {
      switch self {
      case .one(let text): [text]
      case .several(let texts): texts
      }
    }

    var isList: Bool { if case .several = self { true } else { false } }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self =
        if let words = try? container.decode([String].self) { .several(words) } else {
          .one(try container.decode(String.self))
        }
    }
  }

  init(_ members: [String: Value]) {
    self.init(members.sorted { $0.key < $1.key }.flatMap { name, value in value.texts.map { (name, $0) } })
  }
}

/// Fields of a query or a form, in order; a name may come several times.
struct Fields: Hashable, Sendable {
  var all: [(name: String, value: String)]

  static func == (a: Fields, b: Fields) -> Bool { a.encoded == b.encoded }
  func hash(into hasher: inout Hasher) { hasher.combine(encoded) }

  init(_ all: [(name: String, value: String)] = []) { self.all = all }

  /// Reads `a=1&b=2`; what cannot be decoded is left out.
  init(_ text: String) {
    all = text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.replacing("+", with: " ").removingPercentEncoding
      }
      guard let name = parts[0], !name.isEmpty, let value = parts.count > 1 ? parts[1] : "" else { return nil }
      return (name, value)
    }
  }

  /// The first value of a name.
  package subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

  func values(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

  /// `a=1&b=2`, fit for an address.
  var encoded: String {
    all.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  /// A text fit for one part of an address.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
