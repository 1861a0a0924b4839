/// What a person may be in a programme.
package enum Role: String, CaseIterable, Sendable {
  case administrator, coordinator, lead, registrar, reader
}

/// A person who may sign in.
package struct Account: Hashable, Sendable, Identifiable {
  /// A running number; never used again.
  package var id: Int64
  /// What the person signs in with, in small letters.
  package var name: String
  /// What others see.
  package var title: String
  package var role: Role
  /// The offices of an establishment lead, by place.
  package var places: [ID<Place>]
  /// The password's fingerprint in PHC format; nil until the person has chosen one.
  package var password: String?
  /// The secret of the second factor, in base 32; nil without one.
  package var secret: String?
  /// The last step of time that a code was used for: a code is good once.
  package var lastStep: Int64
  package var made: Moment
  /// When it was closed; nil while it is open.
  package var closed: Moment?

  package init(
    id: Int64 = 0, name: String, title: String, role: Role, places: [ID<Place>] = [], password: String? = nil,
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

  package var isOpen: Bool { closed == nil }
}
