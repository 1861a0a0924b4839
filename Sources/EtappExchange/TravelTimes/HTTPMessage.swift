/// A request to a web service, as it is sent.
package struct HTTPMessage: Hashable, Sendable {
  package var url: String
  /// Lines such as `Accept: application/json`.
  package var headers: [String]
  /// nil asks with GET, anything else is sent with POST.
  package var body: [UInt8]?

  package init(url: String, headers: [String] = [], body: [UInt8]? = nil) {
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// A JSON document that is sent to a service that answers with one.
  static func post(_ json: JSON, to url: String, headers: [String] = []) -> HTTPMessage {
    HTTPMessage(
      url: url, headers: ["Content-Type: application/json", "Accept: application/json"] + headers,
      body: Array(json.serialised().utf8))
  }
}

/// What a web service answered.
package struct HTTPAnswer: Sendable {
  package var status: Int
  package var bytes: [UInt8]
  /// Seconds that the server asks to be left alone.
  package var retryAfter: Double?

  package init(status: Int, bytes: [UInt8], retryAfter: Double? = nil) {
    self.status = status
    self.bytes = bytes
    self.retryAfter = retryAfter
  }
}
