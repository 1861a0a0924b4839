/// Names of the cookies, and how they are set.
enum Cookies {
  static let language = "etapp-language"

  /// A session's cookie is bound to this very host where there is https; a browser refuses that on plain http.
  static func session(isSecure: Bool) -> String { isSecure ? "__Host-etapp" : "etapp-session" }

  /// Ties the forms before signing in to the browser that asked for them.
  static func visitor(isSecure: Bool) -> String { isSecure ? "__Host-etapp-visitor" : "etapp-visitor" }

  /// - Parameter seconds: How long it lasts; 0 takes it away, nil lets it go when the browser closes.
  static func set(
    _ name: String, _ value: String, seconds: Int? = nil, isSecure: Bool, isHidden: Bool = true
  ) -> (name: String, value: String) {
    var parts = ["\(name)=\(value)", "Path=/", "SameSite=Lax"]
    if isHidden { parts.append("HttpOnly") }
    if isSecure { parts.append("Secure") }
    if let seconds { parts.append("Max-Age=\(seconds)") }
    return ("set-cookie", parts.joined(separator: "; "))
  }
}
