package import EtappModel

/// Letters as a page for paper: letterhead, text, and one sheet after the other.
package enum LetterPage {
  /// A page that stands by itself, with as many letters as are given.
  ///
  /// - Parameters:
  ///   - sheets: The markup of each letter, from `sheet`.
  ///   - title: A letter alone has its subject.
  package static func html(_ sheets: [String], title: String, language: Language) -> String {
    let page = Tag.html(.lang(language.rawValue)) {
      Tag.head {
        Tag.meta(Attribute("charset", "utf-8"))
        Tag.meta(Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
        Tag.title { title }
        Tag.style { HTML.verbatim(LetterStyle.text) }
      }
      Tag.body { for sheet in sheets { HTML.verbatim(sheet) } }
    }
    return "<!DOCTYPE html>\n" + page.markup + "\n"
  }

  /// The markup of one letter, escaped.
  package static func sheet(_ letter: LetterContent) -> String {
    Tag.article(.class("letter"), .lang(letter.language.rawValue)) {
      head(letter)
      Tag.h1 { letter.subject }
      for block in letter.blocks { markup(block) }
      foot(letter)
    }
    .markup
  }

  private static func head(_ letter: LetterContent) -> HTML {
    let (head, language) = (letter.letterhead, letter.language)
    return Tag.header(.class("head")) {
      Tag.p(.class("sender")) { head.sender ?? "" }
      Tag.table(.class("facts")) {
        row(LetterPhrase.date(language), head.date)
        if let number = head.ourNumber { row(LetterPhrase.ourNumber(language), number) }
        if let number = head.theirNumber { row(LetterPhrase.theirNumber(language), number) }
      }
      Tag.p(.class("receiver")) {
        for (index, line) in (head.receiver + [head.receiverAddress].compactMap { $0 }).enumerated() {
          if index > 0 { Tag("br", isVoid: true)() }
          linked(line)
        }
      }
    }
  }

  private static func row(_ name: String, _ value: String) -> HTML {
    Tag.tr {
      Tag.th(Attribute("scope", "row")) { name }
      Tag.td { value }
    }
  }

  private static func foot(_ letter: LetterContent) -> HTML {
    let head = letter.letterhead
    return Tag.footer(.class("foot")) {
      Tag.p {
        if let sender = head.sender { Tag.strong { sender } }
        if let address = head.senderAddress {
          HTML.group {
            " · "; linked(address)
          }
        }
      }
      if !head.contact.isEmpty {
        Tag.p {
          LetterPhrase.contact(letter.language) + ": "
          linked(head.contact.joined(separator: " · "))
        }
      }
    }
  }

  // MARK: Text

  static func markup(_ block: LetterBlock) -> HTML {
    switch block {
    case .paragraph(let rows): Tag.p { lines(rows) }
    case .heading(let runs): Tag.h2 { words(runs) }
    case .list(let items): Tag.ul { for item in items { Tag.li { words(item) } } }
    }
  }

  private static func lines(_ rows: [[LetterBlock.Run]]) -> [HTML] {
    rows.enumerated().map { index, row in
      HTML.group {
        if index > 0 { Tag("br", isVoid: true)() }
        words(row)
      }
    }
  }

  private static func words(_ runs: [LetterBlock.Run]) -> [HTML] {
    runs.map { run in run.isStrong ? Tag.strong { linked(run.text) } : linked(run.text) }
  }

  /// The words, with web and mail addresses as links.
  private static func linked(_ text: String) -> HTML {
    guard text.contains("@") || text.contains("://") else { return .text(text) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return .fragment(
      words.enumerated().map { index, word in
        HTML.group {
          if index > 0 { " " }
          link(String(word))
        }
      })
  }

  private static func link(_ word: String) -> HTML {
    let core = String(word.reversed().drop { ".,;:!?)".contains($0) }.reversed())
    let rest = String(word.dropFirst(core.count))
    guard let address = address(core) else { return .text(word) }
    return HTML.group {
      Tag.a(.href(address)) { core }
      rest
    }
  }

  /// Only what cannot be anything but an address.
  private static func address(_ word: String) -> String? {
    if word.hasPrefix("https://") || word.hasPrefix("http://") { return word }
    let halves = word.split(separator: "@", omittingEmptySubsequences: false)
    let allowed = { (part: Substring) in
      !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || ".-_+".contains($0) }
    }
    guard halves.count == 2, halves.allSatisfy(allowed), halves[1].contains(".") else { return nil }
    return "mailto:" + word
  }
}
