import EtappModel

@testable import EtappExchange

extension LabelledLetters {
  struct Sentence {
    var text: String
    var written: Day
    /// `S 2021-10-01..2021-10-31 e`.
    var labels: [String]
  }

  struct Score {
    var found = 0
    var extra = 0
    var missed = 0

    /// 2 × found / (2 × found + extra + missed).
    var f1: Double { Double(2 * found) / Double(max(1, 2 * found + extra + missed)) }
  }

  static func sentences(_ text: String) -> [Sentence] {
    var written = Day(year: 2021, month: 6, day: 10)
    var sentences: [Sentence] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        written = Day(line.dropFirst(2)) ?? written
      } else if let bar = line.firstIndex(of: "|") {
        let labels = line[..<bar].split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
        let body = line[line.index(after: bar)...].drop { $0 == " " }.replacing("¶", with: "\n")
        sentences.append(Sentence(text: String(body), written: written, labels: labels.filter { $0 != "-" }))
      }
    }
    return sentences
  }

  /// The interval as the labels write it, `~` before what is vague.
  static func days(_ commitment: Commitment, _ written: Day) -> String {
    (commitment.precision == .vague ? "~" : "") + interval(commitment, written)
  }

  private static func interval(_ commitment: Commitment, _ written: Day) -> String {
    func text(_ day: Day?) -> String { day.map { $0 == written ? "@" : "\($0)" } ?? "" }
    return text(commitment.interval.from) + ".." + text(commitment.interval.to)
  }

  static func who(_ commitment: Commitment) -> String {
    switch (commitment.kind, commitment.side) {
    case (.plan(let round, let atLeast), _): "P" + (round.map(String.init) ?? "") + (atLeast.map { ">=\($0)" } ?? "")
    case (.promise, .sender): "S"
    case (.promise, .receiver): "R"
    case (.promise, .other): "O"
    }
  }

  /// How many commitments were found with exactly their days, by how exactly the time is said; and with the right side.
  static func score(_ sentences: [Sentence]) -> (byPrecision: [Character: Score], rightSide: Double) {
    var scores: [Character: Score] = ["e": Score(), "v": Score(), "n": Score()]
    var (sides, right) = (0, 0)
    for sentence in sentences {
      var rest = CommitmentReader.read(body: sentence.text, written: sentence.written)
      for label in sentence.labels {
        let parts = label.split(separator: " ")
        guard parts.count == 3, let precision = parts[2].first else { continue }
        if let index = rest.firstIndex(where: { interval($0, sentence.written) == parts[1] }) {
          scores[precision]?.found += 1
          sides += 1
          if who(rest[index]) == parts[0] { right += 1 }
          rest.remove(at: index)
        } else {
          scores[precision]?.missed += 1
        }
      }
      for commitment in rest { scores[commitment.precision.rawValue.first ?? "n"]?.extra += 1 }
    }
    return (scores, Double(right) / Double(max(1, sides)))
  }
}
