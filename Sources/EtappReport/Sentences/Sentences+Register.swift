package import EtappModel

/// The register in words.
extension Sentences {
  /// A line for each entry: number, day, direction, whom it is from or to, what it is about.
  package func list(_ entries: [RegisterEntry]) -> String {
    guard !entries.isEmpty else { return say(en: "Nothing is registered.", sv: "Inget är diariefört.") }
    let rows = entries.map { [$0.number, $0.day.description, word($0.direction), other($0), $0.about] }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return zip(entries, rows).map { entry, row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) } + [row[4]]
      return cells.joined(separator: "  ") + (waiting(entry).map { "  (\($0))" } ?? "")
    }.joined(separator: "\n")
  }

  /// What a search without an answer says.
  package var nothingFound: String { say(en: "Nothing was found.", sv: "Inget hittades.") }

  /// `in`, `out`, `own`.
  package func word(_ direction: RegisterEntry.Direction) -> String {
    switch direction {
    case .incoming: say(en: "in", sv: "in")
    case .outgoing: say(en: "out", sv: "ut")
    case .internal: say(en: "own", sv: "egen")
    }
  }

  /// "Incoming letter", "Utgående beslut".
  package func title(_ entry: RegisterEntry) -> String {
    let kind = word(entry.kind)
    switch entry.direction {
    case .incoming: return say(en: "Incoming \(kind)", sv: "Inkommen handling: \(kind)")
    case .outgoing: return say(en: "Outgoing \(kind)", sv: "Utgående handling: \(kind)")
    case .internal: return say(en: "\(sentence(kind)), drawn up here", sv: "\(sentence(kind)), upprättad här")
    }
  }

  package func word(_ kind: RegisterEntry.Kind) -> String {
    switch kind {
    case .letter: say(en: "letter", sv: "brev")
    case .answer: say(en: "answer", sv: "svar")
    case .decision: say(en: "decision", sv: "beslut")
    case .note: say(en: "note", sv: "tjänsteanteckning")
    case .report: say(en: "report", sv: "rapport")
    case .contract: say(en: "contract", sv: "avtal")
    case .other: say(en: "document", sv: "handling")
    }
  }

  /// The municipality, else the party on the other side.
  private func other(_ entry: RegisterEntry) -> String {
    if let municipality = entry.municipality { return names.name(of: municipality) }
    let parties = entry.direction == .outgoing ? entry.to : entry.from
    return parties.first.map { $0.name ?? $0.address ?? "" } ?? ""
  }

  /// "2 to confirm".
  private func waiting(_ entry: RegisterEntry) -> String? {
    let open = entry.promises.count { $0.isConfirmed == nil }
    return open == 0 ? nil : say(en: "\(open) to confirm", sv: "\(open) att bekräfta")
  }

  // MARK: One entry

  /// Everything the register says of an entry.
  package func details(_ entry: RegisterEntry, withText: Bool) -> String {
    var lines = ["\(entry.number)  \(title(entry)), \(dates.day(entry.day))", entry.about]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("  \(name): \(value)") }
    }
    add(say(en: "From", sv: "Från"), parties(entry.from))
    add(say(en: "To", sv: "Till"), parties(entry.to))
    add(say(en: "Copies", sv: "Kopia"), parties(entry.copies))
    add(say(en: "Municipality", sv: "Kommun"), entry.municipality.map { names.name(of: $0) })
    add(say(en: "Their number", sv: "Er beteckning"), entry.counterpartNumber)
    add(say(en: "Case", sv: "Ärende"), entry.caseNumber)
    add(say(en: "Thread", sv: "Tråd"), entry.thread == entry.number ? nil : entry.thread)
    add(say(en: "Secrecy", sv: "Sekretess"), entry.secrecy?.paragraph)
    for file in entry.attachments { add(say(en: "Attachment", sv: "Bilaga"), size(file)) }
    if entry.version > 1 { add(say(en: "Version", sv: "Version"), String(entry.version)) }
    lines += promises(of: entry)
    if withText, !entry.text.isEmpty { lines += ["", entry.text] }
    return lines.joined(separator: "\n")
  }

  private func parties(_ parties: [Correspondent]) -> String { parties.map(\.description).joined(separator: "; ") }

  private func size(_ file: RegisterEntry.File) -> String {
    let kilobytes = max(1, (file.bytes + 512) / 1024)
    return "\(file.name) (\(numbers.whole(kilobytes))\u{A0}kB)"
  }

  private func promises(of entry: RegisterEntry) -> [String] {
    guard !entry.promises.isEmpty else { return [] }
    let head = say(en: "What was read in it:", sv: "Det som lästes ut ur den:")
    return [head] + entry.promises.map { "  \($0.index). \(line($0))" }
  }

  /// "we, 21–31 October 2021 ("at the end of October 2021"), not confirmed: We come back …"
  package func line(_ promise: RegisterEntry.Promise) -> String {
    let commitment = promise.commitment
    let who = subject(of: promise)
    let state =
      switch promise.isConfirmed {
      case true?: say(en: "confirmed", sv: "bekräftat")
      case false?: say(en: "turned down", sv: "avfärdat")
      case nil: say(en: "not confirmed", sv: "inte bekräftat")
      }
    let quoted = commitment.phrase.map { " (”\($0.replacing("\n", with: " "))”)" } ?? ""
    let when = span(commitment.interval).map { $0 + quoted } ?? say(en: "no date", sv: "inget datum")
    return "\(who), \(when), \(state): \(shortened(commitment.text.replacing("\n", with: " ")))"
  }

  /// A sentence as long as a list bears; the whole stands in the document.
  private func shortened(_ text: String) -> String {
    guard text.count > Self.longest else { return text }
    let start = text.prefix(Self.longest)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + " …"
  }

  private static let longest = 240

  /// `we`, `they`, `the plan, round 2`, `the plan, at least 13`.
  private func subject(of promise: RegisterEntry.Promise) -> String {
    guard case .plan(let round, let atLeast) = promise.commitment.kind else {
      return promise.isOurs ? say(en: "we", sv: "vi") : say(en: "they", sv: "de")
    }
    let parts = [
      say(en: "the plan", sv: "planen"), round.map { say(en: "round \($0)", sv: "omgång \($0)") },
      atLeast.map { say(en: "at least \($0)", sv: "minst \($0)") },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// `21 October – 31 October 2021`, `by 31 October 2021`, `from 1 May 2021`; nil for no days.
  package func span(_ interval: DayInterval) -> String? {
    switch (interval.from, interval.to) {
    case (let from?, let to?): from == to ? dates.day(from) : dates.span(from, to)
    case (nil, let to?): say(en: "by \(dates.day(to))", sv: "senast \(dates.day(to))")
    case (let from?, nil): say(en: "from \(dates.day(from))", sv: "från \(dates.day(from))")
    case (nil, nil): nil
    }
  }

  // MARK: Changes

  /// "Registered as 2021-00042: …", a line for each letter; what was there before is said. Of a mailbox the first ones,
  /// and how many more there are.
  package func registered(_ lines: [(entry: RegisterEntry, isOld: Bool)]) -> String {
    let told = lines.count > Self.mostTold ? Self.mostTold / 2 : lines.count
    let words = [self.told(Array(lines.prefix(told)))] + (told < lines.count ? [rest(Array(lines[told...]))] : [])
    return words.joined(separator: "\n")
  }

  private static let mostTold = 20

  private func rest(_ lines: [(entry: RegisterEntry, isOld: Bool)]) -> String {
    let (new, old) = (lines.count { !$0.isOld }, lines.count { $0.isOld })
    let promises = lines.reduce(0) { $0 + ($1.isOld ? 0 : $1.entry.promises.count) }
    let parts = [
      new == 0
        ? nil
        : say(
          en: "and \(numbers.whole(new)) more, to \(lines.last { !$0.isOld }?.entry.number ?? "")",
          sv: "och \(numbers.whole(new)) till, till och med \(lines.last { !$0.isOld }?.entry.number ?? "")"),
      old == 0
        ? nil
        : say(
          en: "\(numbers.whole(old)) more were registered before",
          sv: "\(numbers.whole(old)) till var redan diarieförda"),
    ]
    let read =
      promises == 0
      ? ""
      : say(
        en: " Read in those: \(numbers.whole(promises)) promises and statements to confirm.",
        sv: " I dem lästes \(numbers.whole(promises)) löften och uppgifter ut, att bekräfta.")
    return "… " + parts.compactMap { $0 }.joined(separator: "; ") + "." + read
  }

  private func told(_ lines: [(entry: RegisterEntry, isOld: Bool)]) -> String {
    lines.map { entry, isOld in
      let head =
        isOld
        ? say(en: "Was registered before as \(entry.number)", sv: "Är redan diarieförd som \(entry.number)")
        : say(en: "Registered as \(entry.number)", sv: "Diarieförd som \(entry.number)")
      let place = entry.municipality.map { " (\(names.name(of: $0)))" } ?? ""
      return (["\(head): \(entry.about)\(place)"] + (isOld ? [] : promises(of: entry).map { "  " + $0 }))
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// `2021-10-26 08:30 anna: register.corrected – because …`
  package func line(_ event: Event) -> String {
    let moment = event.at.description.replacing("T", with: " ").dropLast(4)
    let reason = event.reason.map { " – " + $0 } ?? ""
    return "\(moment) UTC  \(event.actor): \(word(action: event.action))\(reason)"
  }

  /// An event's action in words; its own word where there are none.
  package func word(action: String) -> String {
    switch action {
    case "register.added": say(en: "registered", sv: "diarieförde")
    case "register.corrected": say(en: "corrected the entry", sv: "rättade posten")
    case "register.classified": say(en: "marked it as secret", sv: "sekretessmarkerade")
    case "register.opened": say(en: "took the secrecy mark away", sv: "tog bort sekretessmarkeringen")
    case "register.linked": say(en: "linked it", sv: "kopplade posten")
    case "register.archived": say(en: "handed it over to an archive", sv: "överlämnade handlingen till ett arkiv")
    case "register.released": say(en: "released it", sv: "lämnade ut handlingen")
    case "register.removed": say(en: "removed it by decision", sv: "gallrade handlingen")
    case "promise.confirmed": say(en: "confirmed a promise", sv: "bekräftade ett löfte")
    case "promise.declined": say(en: "turned a promise down", sv: "avfärdade ett löfte")
    default: wordBesides(action: action) ?? action
    }
  }

  /// What was done with plans, files and the public pages.
  private func wordBesides(action: String) -> String? {
    switch action {
    case "plan.adopted": say(en: "adopted a plan", sv: "antog en plan")
    case "plan.kept": say(en: "kept a plan", sv: "sparade en plan")
    case "actual.written": say(en: "recorded what happened", sv: "antecknade vad som hänt")
    case "file.written": say(en: "changed the assignment or the data", sv: "ändrade uppdraget eller underlaget")
    case "public.opened": say(en: "made something public", sv: "gjorde något offentligt")
    case "public.closed": say(en: "took something public back", sv: "tog tillbaka något offentligt")
    default: nil
    }
  }
}
