/// What lets somebody in without a password: a session, a token of a program, a link that is good once.
///
/// Only the fingerprint of the secret is kept, so that nobody who reads the file can use it.
package struct AccessKey: Hashable, Sendable {
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
