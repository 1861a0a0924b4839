import Etapp

/// What a person may do, beyond reading the public pages.
enum Permission: String, CaseIterable, Sendable {
  /// See everything of the programme.
  case read
  /// Try moves, keep plans, plan anew.
  case plan
  /// Adopt a plan.
  case decide
  /// Record what happened with an office.
  case deliver
  /// Change the assignment.
  case edit
  /// Let people in and shut them out.
  case administer
}

extension Role {
  /// What each role may do; the one table that decides.
  var permissions: Set<Permission> {
    switch self {
    case .administrator: Set(Permission.allCases)
    case .coordinator: [.read, .plan, .decide, .deliver, .edit]
    case .lead: [.read, .plan, .deliver]
    case .registrar: [.read]
    case .reader: [.read]
    }
  }
}

/// Who may use a route.
enum Access: Hashable, Sendable {
  /// Anybody: the public pages, signing in.
  case everyone
  /// Whoever is signed in.
  case account
  case permission(Permission)

  func admits(_ role: Role?) -> Bool {
    switch self {
    case .everyone: true
    case .account: role != nil
    case .permission(let permission): role.map { $0.permissions.contains(permission) } ?? false
    }
  }
}

/// One entry of the table of routes: method, path, who may, and what answers.
struct Route: Sendable {
  typealias Handler = @Sendable (Visit) async throws -> Answer

  var method: Inquiry.Method
  /// `/offices/:place`; a part that begins with a colon stands for any one part.
  var path: String
  var access: Access
  let parts: [Substring]
  let handler: Handler

  init(_ method: Inquiry.Method, _ path: String, _ access: Access, _ handler: @escaping Handler) {
    self.method = method
    self.path = path
    self.access = access
    self.handler = handler
    parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
  }

  static func get(_ path: String, _ access: Access, _ handler: @escaping Handler) -> Route {
    Route(.get, path, access, handler)
  }

  static func post(_ path: String, _ access: Access, _ handler: @escaping Handler) -> Route {
    Route(.post, path, access, handler)
  }

  /// What the path's variable parts are; nil when it is another path.
  func match(_ segments: [String]) -> [String: String]? {
    guard parts.count == segments.count else { return nil }
    var values: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      if part.hasPrefix(":") {
        guard !segment.isEmpty else { return nil }
        values[String(part.dropFirst())] = segment
      } else if part != segment {
        return nil
      }
    }
    return values
  }
}
