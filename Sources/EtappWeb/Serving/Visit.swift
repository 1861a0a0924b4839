import Etapp
import EtappModel
import EtappReport

/// One request on its way: what was asked, by whom, in which language.
struct Visit: Sendable {
  let site: Site
  let inquiry: Inquiry
  /// The variable parts of the path.
  let path: [String: String]
  let account: Account?
  /// The secret that the request was let in by: a session's or a token's.
  let secret: String?
  let language: Language

  var form: Fields { inquiry.form }
  var query: Fields { inquiry.query }

  /// One of two wordings.
  func say(en english: @autoclosure () -> String, sv swedish: @autoclosure () -> String) -> String {
    language == .english ? english() : swedish()
  }

  func say(_ text: Text) -> String { text(language) }

  /// Whether whoever asks may do this.
  func may(_ permission: Permission) -> Bool { account?.role.permissions.contains(permission) ?? false }

  /// Whether whoever asks may record what happened with an office: a lead only with their own.
  func mayDeliver(_ place: ID<Place>) -> Bool {
    guard may(.deliver), let account else { return false }
    return account.role != .lead || account.places.contains(place)
  }

  /// Whether whoever asks may write in the dialogue with a municipality: a lead only where one of their offices is.
  func mayTalk(with municipality: ID<Municipality>, in room: Room) -> Bool {
    guard may(.talk), let account else { return false }
    return account.role != .lead
      || account.places.contains { room.workspace.geography.place($0)?.municipality == municipality }
  }

  /// The programme as it stands.
  func room() async throws -> Room { try await site.desk.room() }

  var now: Moment { site.clock() }

  /// Whoever asks, as the log and the register name them.
  func actor(because reason: String? = nil) -> Registry.Actor {
    Registry.Actor(account?.title ?? "etapp", at: now, because: reason)
  }

  /// The field that proves that a form was made for this visitor.
  var csrf: String { secret.map(Secrets.csrf) ?? "" }

  /// A path of ours to go on to, or the first page: never another site's address.
  func local(_ path: String?) -> String {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
      path.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return "/" }
    return path
  }
}
