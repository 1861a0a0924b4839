public import EtappModel
import EtappStore

extension Registry {
  /// Registers a letter that has gone: the entry, its promise confirmed – for we wrote it –, and the talk in the dialogue.
  ///
  /// The same letter again changes nothing.
  @discardableResult
  public func registerSent(
    _ letter: OutgoingLetter, _ mail: [UInt8], by actor: Actor
  ) throws(Versions.Failure) -> RegisterEntry {
    let store = try writing()
    do {
      let registered = try register(store).add(draft(letter, mail, actor), actor.act)
      guard !registered.isOld else { return registered.entry }
      var entry = registered.entry
      if letter.promise != nil { entry = try register(store).confirm(entry.number, promise: 1, actor.act) }
      let talk = Dialogue.Talk(
        day: entry.day, channel: .mail, with: letter.to.first?.name ?? letter.to.first?.address ?? "–",
        summary: letter.subject, entry: entry.number, by: actor.name)
      _ = try store.dialogue.apply(.talk(talk), to: letter.municipality, actor.act)
      return entry
    } catch {
      throw Versions.Failure(error)
    }
  }

  private func draft(_ letter: OutgoingLetter, _ mail: [UInt8], _ actor: Actor) -> Draft {
    let promises = letter.promise.map { promise in
      let commitment = Commitment(
        text: promise.text, span: 0..<0, side: .sender, interval: promise.due, precision: .explicit)
      return RegisterEntry.Promise(index: 1, commitment: commitment, isOurs: true)
    }
    let entry = RegisterEntry(
      number: "", day: actor.at.day(), direction: .outgoing, from: [letter.from], to: letter.to, about: letter.subject,
      counterpartNumber: letter.theirNumber, municipality: letter.municipality, messageID: letter.messageID,
      promises: promises.map { [$0] } ?? [], text: letter.text)
    let file = Attachment(name: letter.fileName + ".eml", mediaType: "message/rfc822", content: mail)
    return Draft(entry, document: file)
  }

  /// The numbers that a letter to a municipality refers to: our case, or our newest entry with it, and its newest number.
  public func numbers(with municipality: ID<Municipality>) throws(Versions.Failure) -> Study.LetterOrder.Numbers {
    let newest = try list(Question(municipality: municipality), limit: 50, newestFirst: true)
    return Study.LetterOrder.Numbers(
      ours: newest.first.map { $0.caseNumber ?? $0.number }, theirs: newest.lazy.compactMap(\.counterpartNumber).first)
  }
}
