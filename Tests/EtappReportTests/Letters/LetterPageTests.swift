import EtappModel
import EtappReport
import Testing

@Suite("Letters on paper and in plain text") struct LetterPageTests {
  static func letter(_ body: String, _ facts: LetterFacts, head: String = "subject: Om {{municipality}}") throws
    -> LetterContent
  {
    let read = LetterCast.read(body, head: head)
    let template = try #require(read.template, "\(read.diagnostics)")
    let filled = template.letter(facts)
    return try #require(filled.letter, "\(filled.diagnostics)")
  }

  static func page(_ letter: LetterContent) -> String {
    LetterPage.html([LetterPage.sheet(letter)], title: letter.subject, language: letter.language)
  }

  /// Words that would be marks of the template, of Mustache, of HTML or of a terminal if anything took them for that.
  static let hostile = [
    Cast.hostile, "{{round}} {{{x}}} {{#isFirstRound}}", "**star** *", "- item", "# head", "back\\",
    "a\nb\r\nc\u{2028}d",
    "\u{1B}[31mred\u{7}", "&amp; &lt;", "x\u{F0000}\u{F0001}", "<!-- --> ]]>", "' \" `", "\u{202E}evil",
  ]

  @Test("are proof against hostile names", arguments: hostile) func hostileNames(_ name: String) throws {
    var facts = LetterCast.facts("m3")
    facts[words: .municipality] = name
    facts[words: .sender] = name
    facts[words: .receiver] = name
    let letter = try Self.letter(
      "{{municipality}}\n\n- {{municipality}}\n\n# {{municipality}}\n\nx {{municipality}} **y**", facts)
    let page = Self.page(letter)
    #expect(PageCheck(page).problems == [])
    #expect(!page.contains("<script") && !page.contains("\u{1B}") && !page.contains("\u{202E}"))
    // The text holds the words as they are, on one line, and has the same four blocks as with any other name.
    let clean = try #require(facts[words: .municipality])
    #expect(!clean.contains { $0.isNewline })
    #expect(letter.plain(width: 10_000).contains("- \(clean)\n"))
    #expect(letter.plain(width: 10_000).contains("x \(clean) y"))
    #expect(letter.blocks.count == 4)
    #expect(page.matches(of: /<li>/).count == 1 && page.matches(of: /<h2>/).count == 1)
    #expect(page.matches(of: /<strong>y<\/strong>/).count == 1)
  }

  @Test("have the author's marks") func marks() throws {
    let body = """
      Hej
      på **dig**,

      # Rubrik

      - ett
        till
      - två

      - tre

      slut\\
      rad ** ensam

      https://example.org/a?b=1&c=2. Skriv till a.b@office.example, eller <b>inte</b>.
      """
    let letter = try Self.letter(body, LetterCast.facts("m3"))
    #expect(
      letter.plain()
        == "Hej på dig,\n\nRUBRIK\n\n- ett till\n- två\n- tre\n\nslut\nrad ** ensam\n\n"
        + "https://example.org/a?b=1&c=2. Skriv till a.b@office.example, eller\n<b>inte</b>.\n")
    let page = Self.page(letter)
    #expect(page.contains("<p>Hej på <strong>dig</strong>,</p>"))
    #expect(page.contains("<p>slut<br>rad ** ensam</p>"))
    #expect(page.contains("<a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>."))
    #expect(page.contains("<a href=\"mailto:a.b@office.example\">a.b@office.example</a>,"))
    #expect(page.contains("eller &lt;b&gt;inte&lt;/b&gt;."))
    #expect(PageCheck(page).problems == [])
  }

  @Test("stand by themselves: nothing is fetched") func alone() throws {
    let page = Self.page(try Self.letter("Hej", LetterCast.facts("m3")))
    #expect(PageCheck(page).addresses.allSatisfy { $0.attribute == "href" && $0.value.hasPrefix("mailto:") })
    #expect(!page.contains("@import") && !page.contains("url("))
    #expect(page.contains("<html lang=\"sv\">") && page.contains("<title>Om Östhammar</title>"))
  }

  @Test("show a letterhead with what is known of it") func letterhead() throws {
    let contact = Contact(municipality: "m3", name: "Registrator", role: "registrar", address: "r@m.example")
    var occasion = LetterCast.occasion(receiver: contact)
    occasion.ourNumber = "2021-00042"
    occasion.theirNumber = "KS 2021/17"
    let facts = LetterCast.book().facts("m3", occasion)
    let letter = try Self.letter("Hej", facts)
    for words in ["Östhammars kommun", "Registrator", "r@m.example", "2021-00042", "KS 2021/17", "10\u{A0}juni 2021"] {
      #expect(Self.page(letter).contains(words), "\(words)")
      #expect(letter.preview().contains(words), "\(words)")
    }
    let bare = try Self.letter("Hej", LetterCast.facts("m3"))
    #expect(!Self.page(bare).contains("beteckning") && !bare.preview().contains("beteckning"))
  }

  @Test("keep to their width where words allow it") func width() throws {
    var facts = LetterCast.facts("m3")
    facts[words: .source] = String(repeating: "lång ", count: 60) + String(repeating: "x", count: 90)
    let lines = try Self.letter("- {{source}}\n\n{{source}}", facts).plain(width: 40).split(separator: "\n")
    #expect(lines.count > 12)
    for line in lines where !line.contains("xx") { #expect(line.count <= 40) }
  }
}
