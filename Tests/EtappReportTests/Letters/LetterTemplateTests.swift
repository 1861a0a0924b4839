import EtappModel
import EtappReport
import Testing

@Suite("Templates of letters") struct LetterTemplateTests {
  /// A mistake, with where it is and what was probably meant.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var label: String
    var text: String
    var value: String
    var row: Int
    var column: String?
    var maybe: String?
    var testDescription: String { label }
  }

  static let mistakes = [
    Mistake(
      label: "unknown name", text: "---\nsubject: A\n---\nHej {{municipalty}}", value: "municipalty", row: 4,
      column: "5", maybe: "municipality"),
    Mistake(
      label: "unknown name in the subject", text: "---\nsubject: A {{munisipality}}\n---\nHej", value: "munisipality",
      row: 2, column: "3", maybe: "municipality"),
    Mistake(
      label: "unknown section", text: "---\nsubject: A\n---\n\n{{#eachRond}}x{{/eachRond}}", value: "eachRond", row: 5,
      column: "1", maybe: "eachRound"),
    Mistake(
      label: "section never closed", text: "---\nsubject: A\n---\nx\n{{#isFirstRound}}\ny", value: "isFirstRound",
      row: 5, column: "1"),
    Mistake(
      label: "section closed by another",
      text: "---\nsubject: A\n---\n{{#isFirstRound}}x{{/isLastRound}}{{/isFirstRound}}",
      value: "isLastRound", row: 4, column: "19", maybe: "isFirstRound"),
    Mistake(label: "nothing to close", text: "---\nsubject: A\n---\nx{{/round}}", value: "round", row: 4, column: "2"),
    Mistake(
      label: "braces never closed", text: "---\nsubject: A\n---\nx {{round\ny", value: "round", row: 4, column: "3"),
    Mistake(
      label: "braces closed by the next ones", text: "---\nsubject: A\n---\n{{round {{window}}", value: "round ",
      row: 4,
      column: "1"),
    Mistake(label: "partial", text: "---\nsubject: A\n---\n{{> other}}", value: "> other", row: 4, column: "1"),
    Mistake(label: "delimiters", text: "---\nsubject: A\n---\n{{=<% %>=}}", value: "=<% %>=", row: 4, column: "1"),
    Mistake(
      label: "list as words", text: "---\nsubject: A\n---\n{{eachRound}}", value: "eachRound", row: 4, column: "1"),
    Mistake(
      label: "condition as words", text: "---\nsubject: A\n---\n{{isFirstRound}}", value: "isFirstRound", row: 4,
      column: "1"),
    Mistake(
      label: "function", text: "---\nsubject: A\n---\n{{upper(round)}}", value: "upper(round)", row: 4, column: "1"),
    Mistake(
      label: "key of the head", text: "---\nsubjekt: A\n---\nHej", value: "subjekt", row: 2, maybe: "subject"),
    Mistake(label: "line of the head", text: "---\nsubject: A\nHej\n---\nHej", value: "Hej", row: 3),
    Mistake(label: "key twice", text: "---\nsubject: A\nsubject: B\n---\nHej", value: "subject", row: 3),
    Mistake(label: "other language", text: "---\nsubject: A\nlanguage: en\n---\nHej", value: "en", row: 3, maybe: "sv"),
    Mistake(
      label: "promise in a promise", text: "---\nsubject: A\npromise: Ja {{promise}}\n---\nHej", value: "promise",
      row: 3,
      column: "4"),
    Mistake(
      label: "days without a promise", text: "---\nsubject: A\npromise-to: 2021-10-31\n---\nHej", value: "promise-to",
      row: 3, maybe: "promise:"),
    Mistake(
      label: "role in braces", text: "---\nsubject: A\nto: \"{{receiver}}\"\n---\nHej", value: "receiver", row: 3,
      column: "1"),
  ]

  @Test("say what is wrong, where, and what was meant", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let (template, diagnostics) = LetterTemplate.read(
      mistake.text, file: "letters/t.sv.mustache", name: "t", language: .swedish)
    #expect(template == nil)
    let found = try #require(diagnostics.first { $0.value == mistake.value }, "\(diagnostics)")
    #expect(found.severity == .error && found.place?.file == "letters/t.sv.mustache")
    #expect(found.place?.row == mistake.row)
    #expect(found.place?.column == mistake.column)
    if let maybe = mistake.maybe { #expect(found.maybe == maybe) }
    #expect(!found.message(.english).isEmpty && found.message(.english) != found.message(.swedish))
  }

  @Test("have a subject and an end of their head") func head() {
    for text in ["Hej", "---\nto: registrar\n---\nHej", "---\nsubject: A\nHej"] {
      let (template, diagnostics) = LetterTemplate.read(text, file: "t", name: "t", language: .swedish)
      #expect(template == nil && diagnostics.count == 1, "\(text)")
    }
  }

  @Test("take what editors leave: CRLF, blanks, remarks, quotes, three braces") func habits() throws {
    let text =
      "---  \r\n# for us\r\nsubject: \"A: {{ round }}\"\r\nTo:registrar\r\n\r\n---\r\nHej {{{municipality}}} {{&window}}{{! not\nsent }}.\r\n"
    let (read, diagnostics) = LetterTemplate.read(text, file: "t", name: "t", language: .swedish)
    let template = try #require(read, "\(diagnostics)")
    #expect(template.role == "registrar")
    #expect(template.placeholders == [.round, .municipality, .window])
    let letter = try #require(template.letter(LetterCast.facts("m3")).letter)
    #expect(letter.subject == "A: omgång 1")
    #expect(
      letter.plain() == "Hej Östhammar under 2022.\n" || letter.plain() == "Hej Östhammar huvudsakligen under 2022.\n")
  }

  /// Any placeholder, in the body or in the head, is told when it is not known; none is told when nothing asks for it.
  @Test("miss every word that is not known", arguments: LetterPlaceholder.allCases.filter { $0.kind == .words })
  func missing(_ placeholder: LetterPlaceholder) throws {
    let name = placeholder.rawValue
    let template = try #require(LetterCast.read("x\n{{\(name)}} {{\(name)}}").template)
    let lacks = template.lacks(in: LetterFacts())
    #expect(lacks.count == 1)
    let missing = template.diagnostic(try #require(lacks.first), for: ["Ånge"])
    #expect(missing.value == name && missing.place?.row == 5)
    #expect(missing.message(.english).hasPrefix("Not known for Ånge. "))
    var known = LetterFacts()
    known[words: placeholder] = "ord"
    #expect(template.lacks(in: known).isEmpty)
    let asked = try #require(LetterCast.read("{{#\(name)}}{{\(name)}}{{/\(name)}}{{^\(name)}}nej{{/\(name)}}").template)
    #expect(asked.lacks(in: LetterFacts()).isEmpty)
    let denied = try #require(LetterCast.read("{{^\(name)}}{{\(name)}}{{/\(name)}}").template)
    #expect(denied.lacks(in: LetterFacts()).count == 1)
    #expect(denied.lacks(in: known).isEmpty)
  }

  @Test("say once what many lack, and count those who are not named") func many() throws {
    let template = try #require(LetterCast.read("{{principal}}").template)
    let lack = try #require(template.lacks(in: LetterFacts()).first)
    let names = (1...1000).map { "Ort \($0)" }
    #expect(
      template.diagnostic(lack, for: names).message(.swedish).hasPrefix(
        "Inte känt för Ort 1, Ort 2, Ort 3 och 997 till. "))
    #expect(
      template.diagnostic(lack, for: Array(names.prefix(2))).message(.english).hasPrefix("Not known for Ort 1, Ort 2. ")
    )
  }

  @Test("look into lists row by row") func lists() throws {
    let template = try #require(LetterCast.read("{{#eachRound}}{{window}};{{/eachRound}}").template)
    // The second round of the cast has no window.
    let missing = template.lacks(in: LetterCast.facts("m1"))
    #expect(missing.map(\.placeholder) == [.window])
    #expect(
      LetterCast.text("{{#eachRound}}{{^window}}utan {{/window}}{{roundTitle}};{{/eachRound}}", LetterCast.facts("m3"))
        != nil)
  }

  @Test("refuse a promise whose days are none") func days() throws {
    for head in ["promise-from: i oktober", "promise-from: 2021-10-31\npromise-to: 2021-10-21", "promise-to: {{date}}"]
    {
      let read = LetterCast.read("Hej", head: "subject: A\npromise: Vi hör av oss.\n\(head)")
      let filled = try #require(read.template).letter(LetterCast.facts("m1"))
      #expect(filled.letter == nil && filled.diagnostics.hasErrors, "\(head)")
    }
    let head = "subject: A\npromise: Klart {{promiseDate}}.\npromise-from: 2021-10-21\npromise-to: {{promiseDay}}"
    let template = try #require(LetterCast.read("**{{promise}}**", head: head).template)
    let letter = try #require(template.letter(LetterCast.facts("m3")).letter)
    let promised = try #require(LetterCast.forecast.offices.first { $0.place == "osthammar" }).promise
    #expect(letter.promise?.due == DayInterval(from: Day("2021-10-21"), to: promised))
    #expect(letter.plain() == (letter.promise?.text ?? "?") + "\n")
  }
}
