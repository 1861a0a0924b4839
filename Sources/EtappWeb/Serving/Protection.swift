/// Headers that every answer carries: what a browser may do with it.
enum Protection {
  /// Nothing from elsewhere, no script or style but our own files; a style element by its fingerprint only.
  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'",
  ]

  /// - Parameter images: Hosts that a page may fetch pictures from, beside ours.
  static func policy(styles: [String], images: [String] = []) -> String {
    policy.map { rule in
      if rule.hasPrefix("style-src") { return ([rule] + styles.map { "'sha256-\($0)'" }).joined(separator: " ") }
      return rule.hasPrefix("img-src") ? ([rule] + images).joined(separator: " ") : rule
    }.joined(separator: "; ")
  }

  static func add(to answer: inout Answer, isSecure: Bool) {
    func put(_ name: String, _ value: String) {
      if answer.header(name) == nil { answer.headers.append((name, value)) }
    }
    put("content-security-policy", policy(styles: []))
    put("x-content-type-options", "nosniff")
    put("referrer-policy", "same-origin")
    put("cross-origin-opener-policy", "same-origin")
    put("cross-origin-resource-policy", "same-origin")
    put("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
    put("cache-control", "no-store")
    if isSecure { put("strict-transport-security", "max-age=31536000; includeSubDomains") }
  }
}

/// Entity tags: what a browser has already is not sent again.
enum Freshness {
  static func applied(_ answer: Answer, to inquiry: Inquiry) -> Answer {
    guard inquiry.method == .get, answer.status == 200, case .bytes(let bytes) = answer.body,
      let cache = answer.header("cache-control"), cache != "no-store"
    else { return answer }
    var answer = answer
    let tag = answer.header("etag") ?? "\"\(Secrets.sha256(bytes).prefix(22))\""
    if answer.header("etag") == nil { answer.headers.append(("etag", tag)) }
    let known = (inquiry.headers["if-none-match"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
    guard known.contains(tag) else { return answer }
    answer.status = 304
    answer.body = .bytes([])
    return answer
  }
}
