import EtappModel

/// With whom the programme talks, and what is promised.
extension Edition {
  var dialogueSection: PageSection? {
    guard let dialogues = content.dialogues, !dialogues.isEmpty else { return nil }
    let open = dialogues.open(on: content.made)
    return PageSection("dialogue", .dialogueHeading, lead: say(.dialogueLead)) {
      Tag.div(.class("prose")) { paragraphs([sentences.gist(dialogues, on: content.made)]) }
      openPromises(open)
      table(
        say(.dialogueCaption),
        columns: [.municipality, .readiness, .lastContact, .nextContact, .openPromises, .keptPromises].map(say),
        numeric: [4, 5], rows: dialogues.map(row))
    }
  }

  private func row(_ dialogue: Dialogue) -> [HTML] {
    let open = dialogue.promises.count { $0.kept == nil }
    return [
      names.name(of: dialogue.municipality), sentences.word(dialogue.readiness),
      dialogue.lastContact.map(sentences.dates.short) ?? "–", dialogue.nextContact.map(sentences.dates.short) ?? "–",
      sentences.numbers.whole(open), sentences.numbers.whole(dialogue.promises.count - open),
    ].map { .text($0) }
  }

  private func openPromises(_ open: [Dialogue.Due]) -> HTML {
    let rows = open.compactMap { due -> [HTML]? in
      guard case .promise(let promise) = due.matter else { return nil }
      return [
        .text(names.name(of: due.municipality)), .text(sentences.whose(promise)), .text(sentences.state(due)),
        Tag.span(.class("words")) { promise.text },
      ]
    }
    guard !rows.isEmpty else { return .nothing }
    return table(
      say(.openPromisesCaption), columns: [.municipality, .whose, .due, .promiseWords].map(say), numeric: [], rows: rows
    )
  }
}
