package import EtappModel
import EtappStore
import Foundation

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
    try Self.asking { () throws(StoreFailure) in try store.accounts() }
  }

  package func account(_ id: Int64) throws(Versions.Failure) -> Account? {
    try Self.asking { () throws(StoreFailure) in try store.account(id) }
  }

  package func account(named name: String) throws(Versions.Failure) -> Account? {
    try Self.asking { () throws(StoreFailure) in try store.account(named: name.lowercased()) }
  }

  /// Adds an account.
  ///
  /// - Parameter onlyFirst: Whether only where there is none yet.
  /// - Returns: nil when the name is taken, or another came first.
  package func add(_ account: Account, onlyFirst: Bool = false) throws(Versions.Failure) -> Account? {
    try Self.asking { () throws(StoreFailure) in
      try store.add(account, onlyFirst: onlyFirst)
    }
  }

  /// Changes an account as it is now; `change` returns false to leave it.
  @discardableResult
  package func update(_ id: Int64, _ change: (inout Account) -> Bool) throws(Versions.Failure) -> Bool {
    try Self.asking { () throws(StoreFailure) in
      try store.update(id, change)
    }
  }

  // MARK: Keys

  package func key(_ fingerprint: String) throws(Versions.Failure) -> AccessKey? {
    try Self.asking { () throws(StoreFailure) in try store.key(fingerprint) }
  }

  /// The keys of an account, the newest first.
  package func keys(of account: Int64) throws(Versions.Failure) -> [AccessKey] {
    try Self.asking { () throws(StoreFailure) in try store.keys(of: account) }
  }

  package func add(_ key: AccessKey) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in try store.add(key) }
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
      try store.removeAll(kind, of: account, except: except)
    }
  }

  // MARK: Adoptions

  /// Every adoption, the oldest first; the last one is in force.
  package func adoptions() throws(Versions.Failure) -> [Adoption] {
    try Self.asking { () throws(StoreFailure) in
      try store.adoptions()
    }
  }

  package func add(_ adoption: Adoption) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in
      try store.add(adoption)
    }
  }

  // MARK: What is public

  /// What was made public and taken back, the oldest first.
  package func publications() throws(Versions.Failure) -> [Publication] {
    try Self.asking { () throws(StoreFailure) in try store.publications() }
  }

  package func add(_ publication: Publication) throws(Versions.Failure) {
    try Self.asking { () throws(StoreFailure) in try store.add(publication) }
  }

  /// Whether everybody may see something: nothing is public before somebody has made it so.
  package func isPublic(_ matter: Publication.Matter) throws(Versions.Failure) -> Bool {
    try publications().last { $0.matter == matter }?.isPublic ?? false
  }
}
