import EtappModel

/// The public list in words.
extension Sentences {
  /// A line for each entry; with reasons, below it what was masked and why.
  package func list(_ entries: [PublicEntry], withReasons: Bool) -> String {
    guard !entries.isEmpty else { return say(en: "Nothing is registered.", sv: "Inget är diariefört.") }
    return entries.map { entry in
      let parties = entry.direction == .outgoing ? entry.to : entry.from
      let direction: String? = entry.direction.map { word($0) }
      let who: String? = parties.isEmpty ? nil : parties.map { $0(language) }.joined(separator: "; ")
      let cells: [String?] = [
        entry.number, entry.day.description, direction, entry.municipality.map { names.name(of: $0) }, who, entry.about,
        entry.secrecy?(language),
      ]
      let reasons = withReasons ? entry.reasons.map { "\n    \(word($0.field)): \($0.text(language))" }.joined() : ""
      return cells.compactMap { $0 }.joined(separator: "  ") + reasons
    }.joined(separator: "\n")
  }

  private func word(_ field: PublicEntry.Field) -> String {
    switch field {
    case .from: say(en: "sender", sv: "avsändare")
    case .to: say(en: "receiver", sv: "mottagare")
    case .about: say(en: "what it is about", sv: "vad den handlar om")
    case .direction: say(en: "direction", sv: "riktning")
    case .municipality: say(en: "municipality", sv: "kommun")
    }
  }

  /// What may be removed, and by which decision.
  package func retention(_ entries: [(number: String, about: String, decision: String)], isRemoved: Bool) -> String {
    guard !entries.isEmpty else {
      return say(en: "Nothing may be removed now.", sv: "Inget får gallras nu.")
    }
    let head =
      isRemoved
      ? say(en: "Removed:", sv: "Gallrade:")
      : say(en: "May be removed (nothing was):", sv: "Får gallras (inget har gallrats):")
    return ([head] + entries.map { "  \($0.number) (\($0.decision)): \($0.about)" }).joined(separator: "\n")
  }
}
