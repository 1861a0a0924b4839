import EtappModel
import EtappReport
import Testing

@Suite("Facts of letters") struct LetterFactTests {
  @Test("tell one municipality with one office") func one() {
    let facts = LetterCast.facts("m3")
    let expected: [LetterPlaceholder: String] = [
      .municipality: "Östhammar", .municipalityGenitive: "Östhammars", .municipalityFull: "Östhammars kommun",
      .place: "Östhammar", .places: "Östhammar", .newOffices: "ett kontor", .round: "omgång 1", .roundTitle: "Omgång 1",
      .roundOrdinal: "första", .window: "huvudsakligen under 2022", .windowSpan: "2022", .officesNumber: "4",
      .officesAtLeast: "minst 2 kontor", .roundsInWords: "två omgångar", .date: "10\u{A0}juni 2021",
      .isoDate: "2021-06-10", .decided: "27\u{A0}maj 2021", .principal: "Regeringen & co", .sender: "Programmet",
      .contactRole: "programsamordnare", .contactPhone: "08-465\u{A0}004\u{A0}05",
    ]
    for (placeholder, words) in expected { #expect(facts[words: placeholder] == words, "\(placeholder)") }
    #expect(facts[condition: .isFirstRound] && !facts[condition: .isLastRound] && !facts[condition: .severalPlaces])
    #expect(facts[words: .ourNumber] == nil && facts[words: .receiver] == nil)
  }

  @Test("tell the same in English") func english() {
    let facts = LetterCast.facts("m1", .english)
    let expected: [LetterPlaceholder: String] = [
      .municipalityGenitive: "Ånge’s", .municipalityFull: "the municipality of Ånge", .newOffices: "one office",
      .round: "round 2", .roundOrdinal: "second", .offices: "2\u{A0}offices", .roundsInWords: "two rounds",
      .date: "10\u{A0}June 2021", .contactRole: "programme coordinator",
    ]
    for (placeholder, words) in expected { #expect(facts[words: placeholder] == words, "\(placeholder)") }
    #expect(facts[condition: .isLastRound])
    // The cast's second round has no window, and nothing is made up for it.
    #expect(facts[words: .window] == nil)
  }

  @Test("tell a municipality with offices in two rounds") func several() {
    let facts = LetterCast.facts("m4")
    #expect(facts[words: .places] == "Tensta och Vällingby")
    #expect(facts[words: .place] == nil)
    #expect(facts[words: .newOffices] == "två kontor")
    #expect(facts[words: .round] == "omgång 1 respektive omgång 2")
    #expect(facts[words: .roundTitle] == nil)
    #expect(facts[condition: .severalRounds] && !facts[condition: .isFirstRound])
    let rows = "{{#eachOwnRound}}{{roundTitle}}: {{places}}; {{/eachOwnRound}}"
    #expect(LetterCast.text(rows, facts) == "Omgång 1: Tensta; Omgång 2: Vällingby;\n")
    let places = "{{#eachPlace}}{{place}} i {{round}} till {{promiseMonth}}; {{/eachPlace}}"
    #expect(LetterCast.text(places, facts)?.hasPrefix("Tensta i omgång 1 till ") == true)
  }

  @Test("of one round leave the other's office out") func oneRound() {
    let book = LetterCast.book(round: 1)
    #expect(book.municipalities == ["m4", "m1"])
    let facts = book.facts("m4", LetterCast.occasion())
    #expect(facts[words: .places] == "Vällingby" && facts[words: .round] == "omgång 2")
  }

  @Test("know dates only from a forecast") func dates() {
    let without = LetterCast.book().facts("m3", LetterCast.occasion())
    #expect(!without[condition: .hasForecast] && without[words: .promiseDate] == nil)
    let with = LetterCast.facts("m4")
    let days = ["tensta", "vallingby"].compactMap { id in LetterCast.forecast.offices.first { $0.place == ID(id) } }
    #expect(days.count == 2)
    #expect(with[words: .promiseDay] == days.map(\.promise).max()?.description)
    #expect(with[words: .promiseDate]?.contains(" respektive ") == true)
  }

  @Test("give the goals as reason, and what another round would have meant") func reason() throws {
    let plain = try #require(LetterCast.facts("m3")[words: .reason])
    #expect(plain.hasPrefix("Omgångarna har valts med dessa mål, i denna ordning: "))
    let explanation = Explanation(
      id: "osthammar", title: "Östhammar", municipality: "m3", current: 0,
      alternatives: [
        Alternative(
          question: .opens(round: 1), round: 1, proof: .optimal,
          goals: [GoalDifference(goal: "spread", sense: .minimise, unit: .minutes, delta: 2, bound: 2, value: 20)],
          moves: [], choice: nil)
      ], changes: [])
    let facts = LetterCast.book().facts("m3", LetterCast.occasion(explanations: [explanation]))
    let longer = try #require(facts[words: .reason])
    #expect(longer.hasPrefix(plain) && longer.count > plain.count + 20)
  }

  @Test(
    "bend names",
    arguments: [
      ("Ånge", "Ånges", "Ånge kommun", "Ånge’s"), ("Boden", "Bodens", "Bodens kommun", "Boden’s"),
      ("Strängnäs", "Strängnäs", "Strängnäs kommun", "Strängnäs’"), ("Växjö", "Växjös", "Växjö kommun", "Växjö’s"),
      ("Linz", "Linz", "Linz kommun", "Linz’s"),
    ])
  func names(_ name: String, _ genitive: String, _ full: String, _ english: String) throws {
    var geography = Cast.geography
    let index = try #require(geography.municipalities.firstIndex { $0.id == "m3" })
    geography.municipalities[index].name = name
    let names = NameBook(Cast.assignment, geography)
    func facts(_ language: Language) -> LetterFacts {
      LetterFactBook(language, names, Cast.plan).facts("m3", LetterCast.occasion())
    }
    #expect(facts(.swedish)[words: .municipalityGenitive] == genitive)
    #expect(facts(.swedish)[words: .municipalityFull] == full)
    #expect(facts(.english)[words: .municipalityGenitive] == english)
  }
}
