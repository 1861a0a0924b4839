import EtappExchange
public import EtappModel

/// The register and the dialogue as documents that other programs read.
extension Registry {
  /// `etapp.register/1`
  public func document(
    _ entries: [RegisterEntry], total: Int? = nil, language: Language? = nil
  ) -> String {
    documents(language).register(entries, total: total).serialised(pretty: true)
  }

  /// `etapp.register/1` of what has just been registered.
  public func document(_ receipt: Receipt, language: Language? = nil) -> String {
    documents(language).register(
      receipt.lines.map(\.entry), old: Set(receipt.lines.filter(\.isOld).map(\.entry.number)),
      diagnostics: receipt.diagnostics
    ).serialised(pretty: true)
  }

  func documents(_ language: Language?) -> Documents {
    let nothing = Text("")
    return Documents(
      assignment: workspace.assignment, geography: workspace.geography,
      language: language ?? workspace.assignment.language,
      wording: Documents.Wording(
        rule: \.code, explanation: { _ in nothing }, alternative: { _, _ in nothing }, proof: { _ in "" }))
  }
}

extension Conversations {
  /// `etapp.dialogue/1`
  ///
  /// - Parameter day: The day that what is due is counted from.
  public func document(
    _ dialogues: [Dialogue], on day: Day, due: [Dialogue.Due], notices: [NoticeOrder.Notice] = [],
    language: Language? = nil
  ) -> String {
    registry.documents(language).dialogue(dialogues, due: due, on: day, notices: notices).serialised(pretty: true)
  }
}
