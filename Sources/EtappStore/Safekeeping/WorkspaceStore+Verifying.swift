import EtappModel
import Foundation
import GRDB

extension WorkspaceStore {
  /// What was looked at, and what was found.
  package struct Report: Hashable, Sendable {
    /// Empty when all is as it should be.
    package let findings: [Finding]
    /// The head of the log: written down elsewhere, it proves that nothing was cut off later.
    package let head: ChainHead
    package let events: Int
    package let records: Int
    package let files: Int
  }

  /// Finds every altered, missing, moved or smuggled-in event, every record, plan and table that does not agree with the
  /// log, and every altered or missing file. Others may go on writing meanwhile.
  ///
  /// - Parameter known: A head that somebody wrote down; the log must hold it.
  package func verify(holding known: ChainHead? = nil) throws(StoreFailure) -> Report {
    let headFile = HeadFile(besides: Self.database(in: folder))
    // Read before the log, which may only have grown since.
    let file = headFile.read()
    let (verification, head, records) = try plans.read { database in
      var verification = Verification(database)
      try verification.run(head: file, isHeadFileExpected: true)
      if let known, try !HeadFile.holds(known, database) {
        verification.add(Finding(.tailCut, at: "head", details: "\(known.count)"))
      }
      try verification.checkPlans()
      let head = (try? ChainHead.kept(in: database)) ?? .empty
      return (verification, head, try RecordRow.fetchCount(database))
    }
    return Report(
      findings: verification.findings + damagedFiles(verification.files), head: head, events: head.count,
      records: records, files: verification.files.count)
  }

  /// Takes the log as it is now for whole, when a person has looked into what `verify` says of its head; the event tells
  /// who vouched.
  package func vouchForHead(_ act: Act) throws(StoreFailure) {
    try log.append(actor: act.actor, action: "head.vouched", subject: "log", reason: act.reason, at: act.at)
    try plans.read { try HeadFile(besides: Self.database(in: folder)).replace($0) }
  }

  private func damagedFiles(_ fingerprints: Set<String>) -> [Finding] {
    fingerprints.sorted().compactMap { text in
      guard let fingerprint = Fingerprint(text) else { return Finding(.fileMissing, at: "file/\(text)") }
      switch files.damage(of: fingerprint) {
      case nil: return nil
      case .fileMissing: return Finding(.fileMissing, at: "file/\(text)")
      default: return Finding(.fileAltered, at: "file/\(text)")
      }
    }
  }
}
