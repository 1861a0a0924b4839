import EtappModel

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
  /// Write down what was said with a municipality.
  case talk
  /// Register documents, and confirm what is read in them.
  case register
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
    case .coordinator: [.read, .plan, .decide, .deliver, .talk, .register, .edit]
    case .lead: [.read, .plan, .deliver, .talk]
    case .registrar: [.read, .register]
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
  /// Whether documents are sent in here, which may be greater than other forms.
  var takesFiles = false
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

  /// A form with which documents are sent in.
  static func upload(_ path: String, _ access: Access, _ handler: @escaping Handler) -> Route {
    var route = Route(.post, path, access, handler)
    route.takesFiles = true
    return route
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
