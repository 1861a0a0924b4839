package import EtappModel
import EtappStore
import Foundation

/// What a person may be in a programme.
package enum Role: String, CaseIterable, Sendable {
  case administrator, coordinator, lead, registrar, reader
}

/// A person who may sign in.
package struct Account: Hashable, Sendable, Identifiable {
  package var id: Int64
  package var name: String
  package var title: String
  package var role: Role
  /// The offices of an establishment lead.
  package var places: [ID<Place>]
  /// The password's fingerprint; nil until one has been chosen.
  package var password: String?
  /// The secret of the second factor; nil without one.
  package var secret: String?
  package var lastStep: Int64
  package var made: Moment
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

/// What lets somebody in without a password; only its fingerprint is known.
package struct AccessKey: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case session, token, link
  }

  package var fingerprint: String
  package var kind: Kind
  package var account: Int64
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

/// A plan that was adopted, by whom and why.
package struct Adoption: Hashable, Sendable {
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

/// Who may sign in to a workspace, with what, and what they decided.
package struct Accounts: Sendable {
  private let store: AccountStore

  /// - Parameter folder: The workspace's folder.
  package init(folder: String) throws(Versions.Failure) {
    store = try Self.asking { () throws(StoreFailure) in
      try AccountStore((folder as NSString).appendingPathComponent(PlanStore.fileName))
    }
  }

  private static func asking<Answer>(_ work: () throws(StoreFailure) -> Answer) throws(Versions.Failure) -> Answer {
    do throws(StoreFailure) {
      return try work()
    } catch {
      throw Versions.Failure(error)
    }
  }

  // MARK: Accounts

  /// Every account, the oldest first.
  package func all() throws(Versions.Failure) -> [Account] {
    try Self.asking { () throws(StoreFailure) in try store.accounts().compactMap(Account.init) }
  }

  package func account(_ id: Int64) throws(Versions.Failure) -> Account? {
    try Self.asking { () throws(StoreFailure) in try store.account(id).flatMap(Account.init) }
  }

  package func account(named name: String) throws(Versions.Failure) -> Account? {
    try Self.asking { () throws(StoreFailure) in try store.account(named: name.lowercased()).flatMap(Account.init) }
  }

  /// Adds an account.
  ///
  /// - Parameter onlyFirst: Whether only where there is none yet.
  /// - Returns: nil when the name is taken, or another came first.
  package func add(_ account: Account, onlyFirst: Bool = false) throws(Versions.Failure) -> Account? {
    try Self.asking { () throws(StoreFailure) in
      try store.add(account.kept, onlyFirst: onlyFirst).flatMap(Account.init)
    }
  }

  /// Changes an account as it is now; `change` returns false to leave it.
  @discardableResult
  package func update(_ id: Int64, _ change: (inout Account) -> Bool) throws(Versions.Failure) -> Bool {
    try Self.asking { () throws(StoreFailure) in
      try store.update(id) { kept in
        guard var account = Account(kept), change(&account) else { return false }
        kept = account.kept
        return true
      }
    }
  }

  // MARK: Keys

  package func key(_ fingerprint: String) throws(Versions.Failure) -> AccessKey? {
    try Self.asking { () throws(StoreFailure) in try store.key(fingerprint).flatMap(AccessKey.init) }
  }

  /// The keys of an account, the newest first.
  package func keys(of account: Int64) throws(Versions.Failure) -> [AccessKey] {
    try Self.asking { () throws(StoreFailure) in try store.keys(of: account).compactMap(AccessKey.init) }
  }

  package func add(_ key: AccessKey) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in try store.add(key.kept) }
  }

  package func touch(_ fingerprint: String, at moment: Moment) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in try store.touch(fingerprint, at: moment) }
  }

  /// Takes a key away; false when it was not there.
  @discardableResult
  package func remove(_ fingerprint: String) throws(Versions.Failure) -> Bool {
    try Self.asking { () throws(StoreFailure) in try store.remove(fingerprint) }
  }

  /// Takes every key away, of an account or of everybody.
  package func removeAll(
    _ kind: AccessKey.Kind? = nil, of account: Int64? = nil, except: String? = nil
  ) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in
      try store.removeAll(kind.flatMap { KeptKey.Kind(rawValue: $0.rawValue) }, of: account, except: except)
    }
  }

  // MARK: Adoptions

  /// Every adoption, the oldest first; the last one is in force.
  package func adoptions() throws(Versions.Failure) -> [Adoption] {
    try Self.asking { () throws(StoreFailure) in
      try store.adoptions().map { Adoption(plan: $0.plan, by: $0.by, reason: $0.reason, at: $0.at) }
    }
  }

  package func add(_ adoption: Adoption) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in
      try store.add(
        KeptAdoption(plan: adoption.plan, by: adoption.by, reason: adoption.reason, at: adoption.at))
    }
  }
}

// MARK: As kept

extension Account {
  /// nil for a role that this version does not know: better shut out than let in as something else.
  init?(_ kept: KeptAccount) {
    guard let role = Role(rawValue: kept.role) else { return nil }
    self.init(
      id: kept.id, name: kept.name, title: kept.title, role: role, places: kept.places, password: kept.password,
      secret: kept.secret, lastStep: kept.lastStep, made: kept.made, closed: kept.closed)
  }

  var kept: KeptAccount {
    KeptAccount(
      id: id, name: name, title: title, role: role.rawValue, places: places, password: password, secret: secret,
      lastStep: lastStep, made: made, closed: closed)
  }
}

extension AccessKey {
  init?(_ kept: KeptKey) {
    guard let kind = Kind(rawValue: kept.kind.rawValue) else { return nil }
    self.init(
      fingerprint: kept.fingerprint, kind: kind, account: kept.account, label: kept.label, made: kept.made,
      seen: kept.seen, ends: kept.ends)
  }

  var kept: KeptKey {
    KeptKey(
      fingerprint: fingerprint, kind: KeptKey.Kind(rawValue: kind.rawValue) ?? .session, account: account,
      label: label, made: made, seen: seen, ends: ends)
  }
}
