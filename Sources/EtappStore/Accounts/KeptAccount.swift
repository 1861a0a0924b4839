package import EtappModel

/// A person who may sign in, as it is kept.
package struct KeptAccount: Hashable, Sendable {
  /// A running number; never used again.
  package var id: Int64
  /// What the person signs in with, in small letters.
  package var name: String
  /// What others see.
  package var title: String
  /// A word for what the person may do.
  package var role: String
  /// The offices of an establishment lead, by place.
  package var places: [ID<Place>]
  /// The password's fingerprint in PHC format; nil until the person has chosen one.
  package var password: String?
  /// The secret of the second factor, in base 32; nil without one.
  package var secret: String?
  /// The last step of time that a code was used for: a code is good once.
  package var lastStep: Int64
  /// When it was made.
  package var made: Moment
  /// When it was closed; nil while it is open.
  package var closed: Moment?

  package init(
    id: Int64 = 0, name: String, title: String, role: String, places: [ID<Place>] = [], password: String? = nil,
    secret: String? = nil, lastStep: Int64 = 0, made: Moment, closed: Moment? = nil
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.role = role
    self.places = places
    self.password = password
    self.secret = secret
    self.lastStep = lastStep
    self.made = made
    self.closed = closed
  }
}

/// What lets somebody in without a password: a session, a token of a program, a link that is good once.
///
/// Only the fingerprint of the secret is kept, so that nobody who reads the file can use it.
package struct KeptKey: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case session, token, link
  }

  package var fingerprint: String
  package var kind: Kind
  package var account: Int64
  /// What it is called: the browser of a session, the purpose of a token.
  package var label: String
  package var made: Moment
  package var seen: Moment
  package var ends: Moment

  package init(
    fingerprint: String, kind: Kind, account: Int64, label: String, made: Moment, seen: Moment, ends: Moment
  ) {
    self.fingerprint = fingerprint
    self.kind = kind
    self.account = account
    self.label = label
    self.made = made
    self.seen = seen
    self.ends = ends
  }
}

/// A plan that was adopted, by whom and why; the last one is in force.
package struct KeptAdoption: Hashable, Sendable {
  package var plan: String
  package var by: String
  package var reason: String
  package var at: Moment

  package init(plan: String, by: String, reason: String, at: Moment) {
    self.plan = plan
    self.by = by
    self.reason = reason
    self.at = at
  }
}
