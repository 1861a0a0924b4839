package import EtappModel

/// `etapp.register/1` and `etapp.dialogue/1`
extension Documents {
  /// Entries of the register.
  ///
  /// - Parameter old: Of entries that were just registered, numbers of those that were there before; nil for others.
  package func register(
    _ entries: [RegisterEntry], old: Set<String>? = nil, total: Int? = nil, diagnostics: [Diagnostic] = []
  ) -> JSON {
    [
      "schema": "etapp.register/1", "programme": programme, "total": JSON(total ?? entries.count),
      "entries": .array(entries.map { one in entry(one, isNew: old.map { !$0.contains(one.number) }) }),
      "diagnostics": .array(diagnostics.map { Self.diagnostic($0, language) }),
    ]
  }

  func entry(_ entry: RegisterEntry, isNew: Bool? = nil) -> JSON {
    [
      "number": .string(entry.number), "date": .string(entry.day.description),
      "direction": .string(entry.direction.rawValue), "kind": .string(entry.kind.rawValue),
      "from": .string(Self.names(entry.from)), "to": .string(Self.names(entry.to)),
      "copies": .string(Self.names(entry.copies)), "subject": .string(entry.about),
      "counterpartNumber": JSON(entry.counterpartNumber), "case": JSON(entry.caseNumber),
      "thread": JSON(entry.thread), "messageID": JSON(entry.messageID),
      "municipality": JSON(entry.municipality?.code),
      "municipalityName": JSON(entry.municipality.flatMap { geography.municipality($0)?.name }),
      "commitments": .array(entry.promises.map(promise)), "attachments": .array(entry.attachments.map(file)),
      "document": entry.document.map(file) ?? .null, "secrecy": JSON(entry.secrecy?.paragraph),
      "version": JSON(entry.version), "new": isNew.map { .bool($0) } ?? .null,
    ]
  }

  static func names(_ parties: [Correspondent]) -> String { parties.map(\.description).joined(separator: "; ") }

  private func file(_ file: RegisterEntry.File) -> JSON {
    [
      "name": .string(file.name), "type": .string(file.mediaType), "sha256": .string(file.sha256),
      "bytes": JSON(file.bytes),
    ]
  }

  private func promise(_ promise: RegisterEntry.Promise) -> JSON {
    let commitment = promise.commitment
    var members: [(key: String, value: JSON)] = [
      ("index", JSON(promise.index)), ("text", .string(commitment.text)),
      ("from", JSON(commitment.interval.from?.description)), ("to", JSON(commitment.interval.to?.description)),
      ("confirmed", promise.isConfirmed.map { .bool($0) } ?? .bool(false)),
      ("declined", .bool(promise.isConfirmed == false)), ("by", .string(promise.isOurs ? "us" : "them")),
      ("side", .string(commitment.side.rawValue)), ("phrase", JSON(commitment.phrase)),
      ("precision", .string(commitment.precision.rawValue)), ("span", Self.span(commitment.span)),
    ]
    if case .plan(let round, let atLeast) = commitment.kind {
      members += [
        ("kind", "plan"), ("round", round.map { JSON($0) } ?? .null), ("atLeast", atLeast.map { JSON($0) } ?? .null),
      ]
    } else {
      members.append(("kind", "promise"))
    }
    return .object(members)
  }

  private static func span(_ span: Range<Int>) -> JSON { .array([JSON(span.lowerBound), JSON(span.upperBound)]) }

  // MARK: Dialogue

  /// The dialogue with municipalities, and what is open on a day.
  package func dialogue(
    _ dialogues: [Dialogue], due: [Dialogue.Due], on day: Day, notices: [NoticeOrder.Notice] = []
  ) -> JSON {
    [
      "schema": "etapp.dialogue/1", "programme": programme, "day": .string(day.description),
      "municipalities": .array(dialogues.map(dialogue)), "due": .array(due.map(self.due)),
      "toTell": .array(notices.map(notice)),
    ]
  }

  private func dialogue(_ dialogue: Dialogue) -> JSON {
    [
      "municipality": .string(dialogue.municipality.code), "name": .string(name(of: dialogue.municipality)),
      "owner": JSON(dialogue.owner), "readiness": .string(dialogue.readiness.rawValue),
      "lastContact": JSON(dialogue.lastContact?.description), "nextContact": JSON(dialogue.nextContact?.description),
      "talks": .array(dialogue.talks.map(talk)), "promises": .array(dialogue.promises.map(promise)),
      "answers": .array(
        dialogue.answers.map {
          [
            "theme": .string($0.theme), "text": .string($0.text), "day": .string($0.day.description),
            "entry": JSON($0.entry),
          ]
        }),
      "conditions": .array(
        dialogue.conditions.map {
          [
            "id": .string($0.id), "text": .string($0.text), "notBefore": JSON($0.notBefore?.description),
            "confirmed": .bool($0.isConfirmed),
          ]
        }),
      "contacts": .array(
        dialogue.contacts.map {
          [
            "name": .string($0.name), "role": .string($0.role), "address": JSON($0.address), "phone": JSON($0.phone),
          ]
        }),
    ]
  }

  private func name(of municipality: ID<Municipality>) -> String {
    geography.municipality(municipality)?.name ?? municipality.code
  }

  private func talk(_ talk: Dialogue.Talk) -> JSON {
    [
      "day": .string(talk.day.description), "channel": .string(talk.channel.rawValue), "with": .string(talk.with),
      "summary": .string(talk.summary), "entry": JSON(talk.entry), "by": .string(talk.by),
    ]
  }

  private func promise(_ promise: Dialogue.Promise) -> JSON {
    [
      "id": .string(promise.id), "text": .string(promise.text), "by": .string(promise.isOurs ? "us" : "them"),
      "from": JSON(promise.due.from?.description), "to": JSON(promise.due.to?.description),
      "kept": JSON(promise.kept?.description), "entry": JSON(promise.entry),
    ]
  }

  private func due(_ due: Dialogue.Due) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("municipality", .string(due.municipality.code)), ("name", .string(name(of: due.municipality))),
      ("owner", JSON(due.owner)), ("by", JSON(due.by?.description)),
    ]
    switch due.state {
    case .overdue(let days): members += [("state", "overdue"), ("days", JSON(days))]
    case .due: members += [("state", "due"), ("days", .null)]
    case .ahead(let days): members += [("state", "ahead"), ("days", JSON(days))]
    case .undated: members += [("state", "undated"), ("days", .null)]
    }
    switch due.matter {
    case .contact: members.append(("matter", "contact"))
    case .promise(let promise): members += [("matter", "promise"), ("promise", self.promise(promise))]
    }
    return .object(members)
  }

  private func notice(_ notice: NoticeOrder.Notice) -> JSON {
    [
      "municipality": .string(notice.municipality.code), "name": .string(name(of: notice.municipality)),
      "step": JSON(notice.step), "reasons": .array(notice.reasons.map(reason)),
    ]
  }

  private func reason(_ reason: NoticeOrder.Reason) -> JSON {
    switch reason {
    case .added: ["what": "added"]
    case .removed: ["what": "removed"]
    case .moved(let from, let to): ["what": "moved", "from": round(from), "to": round(to)]
    case .redated(let from, let to):
      ["what": "redated", "from": .string(from.description), "to": .string(to.description)]
    }
  }
}

// MARK: The public list

extension Documents {
  /// `etapp.register/1` as everyone may see it: the same keys, masked, with what was masked and why.
  package func publicList(_ lines: [PublicLine]) -> JSON {
    [
      "schema": "etapp.register/1", "programme": programme, "public": .bool(true), "total": JSON(lines.count),
      "entries": .array(lines.map(line)),
    ]
  }

  private func line(_ line: PublicLine) -> JSON {
    [
      "number": .string(line.number), "date": .string(line.day.description),
      "direction": JSON(line.direction?.rawValue), "from": .string(line.from), "to": .string(line.to),
      "subject": JSON(line.about), "municipality": JSON(line.municipality?.code), "commitments": .array([]),
      "attachments": .array([]), "secrecy": JSON(line.secrecy),
      "masked": .array(line.reasons.map { ["field": .string($0.field), "reason": .string($0.text)] }),
    ]
  }
}
