import EtappModel
import EtappReport
import Testing

@Suite struct `Explanations in words` {
  @Test func `why here, what the alternative costs, and who moves`() {
    let words = Cast.sentences(.english).explanation(Cast.moved)
    #expect(words.hasPrefix("Why is Ånge in round 2?"))
    #expect(
      words.contains(
        "In round 1, the spread over the country would be 1.3\u{A0}min worse, but mean travel time would be 0.60\u{A0}s shorter."
      ))
    #expect(words.contains("In exchange, Östhammar would move to round 2."))
    #expect(words.contains("no plan keeps the rules. This rule does not allow it: At least 5"))
    #expect(!words.contains("forced"))
  }

  @Test func `the same in Swedish`() {
    let words = Cast.sentences(.swedish).explanation(Cast.moved)
    #expect(words.hasPrefix("Varför ligger Ånge i omgång 2?"))
    #expect(
      words.contains(
        "I omgång 1 skulle spridningen över landet bli 1,3\u{A0}min sämre, men den genomsnittliga restiden skulle bli 0,60\u{A0}s kortare."
      ))
    #expect(words.contains("I utbyte skulle Östhammar flytta till omgång 2."))
  }

  @Test func `why not on the list`() {
    let words = Cast.sentences(.english).explanation(Cast.outside)
    #expect(words.hasPrefix("Why is Pajala not on the list?"))
    #expect(words.contains("It would best open in round 2."))
    #expect(words.contains("Järpen (Åre) would leave the plan"))
    #expect(words.contains("better by up to 2%"))
    #expect(words.contains("a bound and not exact"))
    for change in ["tolerance", "least figure", "greatest figure", "earliest day of Ånge"] {
      #expect(words.contains(change))
    }
  }

  @Test func `an exchange inside a municipality is one clause`() {
    let moves = [
      Move(place: "tensta", from: 0, to: nil), Move(place: "vallingby", from: nil, to: 1),
      Move(place: "ange", from: 1, to: 0),
      Move(place: "jarpen", from: 0, to: nil),
    ]
    #expect(
      Cast.sentences(.english).moves(moves)
        == "Ånge moves to round 1, in Stockholm Vällingby replaces Tensta and Järpen (Åre) leaves the plan")
    #expect(
      Cast.sentences(.swedish).moves(moves)
        == "Ånge flyttar till omgång 1, Vällingby ersätter Tensta i Stockholm och Järpen (Åre) utgår ur planen")
  }

  @Test func `the same plan is told once`() {
    var explanation = Cast.outside
    var again = explanation.alternatives[0]
    again.question = .opensInExchange
    explanation.alternatives = [explanation.alternatives[0], again]
    explanation.changes = []
    #expect(Cast.sentences(.english).answers(explanation).count == 1)
  }

  static let questions: [Alternative.Question] = [.opens(round: 0), .opensInBestRound, .opensInExchange, .staysOut]

  @Test(arguments: questions, `Goals and proofs in words`.proofs)
  func `every question is worded under every status`(question: Alternative.Question, proof: Proof) {
    for language in Language.allCases {
      for goals in [[], [Cast.difference("access", 0.2, 12.4)], [Cast.difference("access", 0, 12.4)]] {
        let alternative = Alternative(question: question, round: 0, proof: proof, goals: goals)
        let sentences = Cast.sentences(language)
        let words = sentences.alternative(alternative, of: Cast.moved)
        #expect(words.hasSuffix("."))
        #expect(!words.contains("  "))
        #expect(!sentences.title(question).isEmpty)
        _ = sentences.gist(
          Explanation(id: "ange", title: "Ånge", municipality: "m1", current: 1, alternatives: [alternative]))
      }
    }
  }

  @Test func `a price that is not exact gives its least`() {
    var difference = Cast.difference("spread", 1.3, 23)
    difference.bound = 1.1
    let alternative = Alternative(
      question: .opens(round: 0), round: 0, proof: .stopped(.timeLimit), goals: [difference])
    #expect(
      Cast.sentences(.english).alternative(alternative, of: Cast.moved).contains(
        "1.3\u{A0}min worse (at least 1.1\u{A0}min)"))
  }

  @Test func `a wide gap is not dressed up as a percentage`() {
    let alternative = Alternative(
      question: .opens(round: 0), round: 0, proof: .within(1), goals: [Cast.difference("access", 0.2, 12.4)])
    let words = Cast.sentences(.english).alternative(alternative, of: Cast.moved)
    #expect(words.contains("found and is not proved"))
    #expect(!words.contains("%"))
  }

  @Test func `plans beside each other`() {
    for language in Language.allCases {
      let sentences = Cast.sentences(language)
      #expect(sentences.variant(Cast.variant).contains("Ånge"))
      #expect(sentences.frontier(Cast.frontier).contains("2"))
      #expect(Cast.content.comparison.map(sentences.comparison)?.contains("October") == true)
      let step = LadderStep(changes: 1, plan: Cast.plan, moves: [Move(place: "ange", from: 1, to: 0)])
      let impossible = LadderStep(changes: 0, plan: Cast.infeasible, moves: [])
      #expect(sentences.ladder(Ladder(steps: [step, impossible])).split(separator: "\n").count == 2)
    }
  }

  @Test func `the ladder says whose promise is broken, and what it brings`() {
    let kept = LadderStep(changes: 1, promises: 0, plan: Cast.plan, moves: [])
    let broken = LadderStep(
      changes: 1, promises: 1, plan: Cast.plan, moves: [Move(place: "ange", from: 1, to: 0)], broken: ["ange"],
      differences: [Cast.difference("spread", -1.3, 20)])
    let ladder = Ladder(steps: [kept], promised: ["ange"], rungs: [kept, broken])
    let english = Cast.sentences(.english).ladder(ladder)
    #expect(english.split(separator: "\n").count == 4)
    #expect(english.contains("every promise kept: nothing moves"))
    #expect(english.contains("1\u{A0}broken promise"))
    #expect(english.contains("Breaks what has been said about Ånge. Against the line before: "))
    #expect(english.contains("1.3\u{A0}min better"))
    let swedish = Cast.sentences(.swedish).ladder(ladder)
    #expect(swedish.contains("Bryter det som sagts om Ånge. Mot raden före: ") && swedish.contains("brutet löfte"))
  }

  @Test func `a diagnostic is one line`() {
    let diagnostic = Diagnostic(
      .error, Text(en: "There is no municipality with this name.", sv: "Det finns ingen kommun med detta namn."),
      at: Diagnostic.Place(file: "places.csv", row: 12, column: "municipality"), value: "Anjge", maybe: "Ånge")
    #expect(
      Cast.sentences(.english).diagnostic(diagnostic)
        == "error places.csv:12 [municipality]: \"Anjge\" – There is no municipality with this name. Maybe: Ånge")
    #expect(
      Cast.sentences(.swedish).diagnostic(diagnostic)
        == "fel places.csv:12 [municipality]: \"Anjge\" – Det finns ingen kommun med detta namn. Kanske: Ånge")
    #expect(Cast.sentences(.english).diagnostic(Diagnostic(.note, "Said.")) == "note: Said.")
  }
}
