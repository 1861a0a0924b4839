public import EtappModel
import EtappReport

/// The register and the dialogue in words.
extension Registry {
  /// A line for each entry.
  public func words(for entries: [RegisterEntry]) -> Text { text { $0.list(entries) } }

  /// Everything the register says of an entry.
  ///
  /// - Parameters:
  ///   - withText: The document's own words too.
  ///   - history: Events that tell who did what with it.
  public func words(for entry: RegisterEntry, withText: Bool = false, history: [Event] = []) -> Text {
    text { sentences in
      let events = history.map { "  " + sentences.line($0) }
      return ([sentences.details(entry, withText: withText)] + events).joined(separator: "\n")
    }
  }

  /// What became of some files.
  public func words(for receipt: Receipt) -> Text { text { $0.registered(receipt.lines.map { ($0.entry, $0.isOld) }) } }

  /// What a search found, each with the words around, in brackets what was searched for.
  public func words(for hits: [Hit]) -> Text {
    text { sentences in
      let lines = hits.map { hit in
        let words = hit.snippet.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined().replacing("\n", with: " ")
        return sentences.list([hit.entry]) + "\n    " + words
      }
      return lines.isEmpty ? sentences.nothingFound : lines.joined(separator: "\n")
    }
  }

  /// A promise that was read in a document.
  public func words(for promise: RegisterEntry.Promise) -> Text { text { $0.line(promise) } }

  func text(_ words: (Sentences) -> String) -> Text {
    let names = NameBook(workspace.assignment, workspace.geography)
    return .inEveryLanguage { words(Sentences($0, names)) }
  }
}

extension Conversations {
  /// A line for each municipality.
  public func words(for dialogues: [Dialogue]) -> Text { registry.text { $0.list(dialogues) } }

  /// Everything that is known of the dialogue with one municipality.
  public func words(for dialogue: Dialogue) -> Text { registry.text { $0.details(dialogue) } }

  /// What somebody has to look at.
  public func words(for due: [Dialogue.Due], on day: Day) -> Text { registry.text { $0.due(due, on: day) } }

  /// Who is to be told what, in which order.
  public func words(for notices: [NoticeOrder.Notice]) -> Text { registry.text { $0.notices(notices) } }
}
