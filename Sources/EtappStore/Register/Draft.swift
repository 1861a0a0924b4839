package import EtappModel

/// A document on its way into the register: the entry without its number, and the bytes.
package struct Draft: Hashable, Sendable {
  /// Number, files and version are the register's to give; what stands there is not looked at.
  package var entry: RegisterEntry
  /// The document as it came, byte for byte.
  package var document: Attachment?
  package var attachments: [Attachment]
  /// The Message-IDs that it answers or follows, for finding its thread.
  package var references: [String]

  package init(
    _ entry: RegisterEntry, document: Attachment? = nil, attachments: [Attachment] = [], references: [String] = []
  ) {
    self.entry = entry
    self.document = document
    self.attachments = attachments
    self.references = references
  }

  /// The legal facts that are not there; the number does not count, for it comes with the register.
  package var missingFacts: [LegalFact] { entry.missingFacts.filter { $0 != .number } }

  /// The bytes of every file, the document's first.
  var contents: [[UInt8]] { ([document].compactMap { $0 } + attachments).map(\.content) }

  /// The document's fingerprint, by which it is known again.
  var fingerprint: String? { document.map { "\(Fingerprint(of: $0.content))" } }
}

/// What became of a draft.
package struct Registered: Hashable, Sendable {
  package let entry: RegisterEntry
  /// Whether it was there already, so that nothing was changed.
  package let isOld: Bool
}
