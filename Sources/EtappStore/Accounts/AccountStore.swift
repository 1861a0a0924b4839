package import EtappModel
import Foundation
import GRDB

/// Who may sign in, with what, and which plan was adopted; in the workspace's own SQLite file.
///
/// The file stays open, since every request asks who is asking.
package struct AccountStore: Sendable {
  private let store: PlanStore

  /// - Parameter file: The workspace's `etapp.sqlite`; made when there is none.
  package init(_ file: String) throws(StoreFailure) {
    store = try PlanStore(writing: file)
  }

  // MARK: Accounts

  /// Every account, the oldest first.
  package func accounts() throws(StoreFailure) -> [Account] {
    try store.read { try AccountRow.order(sql: "id").fetchAll($0).compactMap(\.kept) }
  }

  package func account(_ id: Int64) throws(StoreFailure) -> Account? {
    try store.read { try AccountRow.fetchOne($0, key: id)?.kept }
  }

  package func account(named name: String) throws(StoreFailure) -> Account? {
    try store.read { try AccountRow.fetchOne($0, key: ["name": name])?.kept }
  }

  /// Adds an account.
  ///
  /// - Parameter onlyFirst: Whether it is added only where there is none yet: two who follow the first link at once
  ///   cannot both become administrators.
  /// - Returns: The account with its number; nil when the name is taken, or another came first.
  package func add(_ account: Account, onlyFirst: Bool = false) throws(StoreFailure) -> Account? {
    var result: Account?
    try store.write { database in
      let isTaken = try AccountRow.fetchOne(database, key: ["name": account.name]) != nil
      let others = try AccountRow.fetchCount(database)
      guard !isTaken, !onlyFirst || others == 0 else { return }
      var row = AccountRow(account)
      try row.insert(database)
      result = row.kept
    }
    return result
  }

  /// Changes an account as it stands in the file.
  ///
  /// - Parameter change: Gets the account as it is now; returns false to leave it.
  /// - Returns: Whether it was changed.
  @discardableResult
  package func update(_ id: Int64, _ change: (inout Account) -> Bool) throws(StoreFailure) -> Bool {
    var isChanged = false
    try store.write { database in
      guard var account = try AccountRow.fetchOne(database, key: id)?.kept, change(&account) else { return }
      try AccountRow(account).update(database)
      isChanged = true
    }
    return isChanged
  }

  // MARK: Keys

  package func key(_ fingerprint: String) throws(StoreFailure) -> AccessKey? {
    try store.read { try KeyRow.fetchOne($0, key: fingerprint)?.kept }
  }

  /// The keys of an account, the newest first.
  package func keys(of account: Int64) throws(StoreFailure) -> [AccessKey] {
    try store.read { database in
      try KeyRow.filter(Column("account") == account).order(sql: "made DESC, rowid DESC").fetchAll(database)
        .compactMap(\.kept)
    }
  }

  /// Adds a key, and forgets those that have ended.
  package func add(_ key: AccessKey) throws(StoreFailure) {
    try store.write { database in
      try KeyRow.filter(Column("ends") <= key.made.seconds).deleteAll(database)
      try KeyRow(key).insert(database)
    }
  }

  package func touch(_ fingerprint: String, at moment: Moment) throws(StoreFailure) {
    try store.write { database in
      try database.execute(
        sql: "UPDATE accessKey SET seen = ? WHERE fingerprint = ?", arguments: [moment.seconds, fingerprint])
    }
  }

  /// Takes a key away.
  ///
  /// - Returns: Whether it was there: of two who use a link at once, one gets it.
  @discardableResult
  package func remove(_ fingerprint: String) throws(StoreFailure) -> Bool {
    var isRemoved = false
    try store.write { isRemoved = try KeyRow.deleteOne($0, key: fingerprint) }
    return isRemoved
  }

  /// Takes every key of an account away, or of everybody.
  ///
  /// - Parameter except: A fingerprint that stays.
  package func removeAll(
    _ kind: AccessKey.Kind? = nil, of account: Int64? = nil, except: String? = nil
  ) throws(StoreFailure) {
    try store.write { database in
      var keys = KeyRow.all()
      if let kind { keys = keys.filter(Column("kind") == kind.rawValue) }
      if let account { keys = keys.filter(Column("account") == account) }
      if let except { keys = keys.filter(Column("fingerprint") != except) }
      try keys.deleteAll(database)
    }
  }

  // MARK: Adoptions

  /// Every adoption, the oldest first.
  package func adoptions() throws(StoreFailure) -> [Adoption] {
    try store.read { try AdoptionRow.order(sql: "id").fetchAll($0).map(\.kept) }
  }

  /// Keeps an adoption, and the event that tells of it.
  package func add(_ adoption: Adoption) throws(StoreFailure) {
    try store.write { database in
      try AdoptionRow(adoption).insert(database)
      try EventLog.append(
        Event(
          number: 0, at: adoption.at, actor: adoption.by, action: "plan.adopted", subject: "plan/\(adoption.plan)",
          reason: adoption.reason), database)
    }
  }

  // MARK: What is public

  /// What was made public and taken back, the oldest first.
  package func publications() throws(StoreFailure) -> [Publication] {
    try store.read { try PublicationRow.order(sql: "id").fetchAll($0).compactMap(\.kept) }
  }

  /// Keeps that something is public, or no longer is, and the event that tells of it.
  package func add(_ publication: Publication) throws(StoreFailure) {
    try store.write { database in
      try PublicationRow(publication).insert(database)
      try EventLog.append(
        Event(
          number: 0, at: publication.at, actor: publication.by,
          action: publication.isPublic ? "public.opened" : "public.closed",
          subject: "public/\(publication.matter.rawValue)", reason: publication.reason), database)
    }
  }
}
