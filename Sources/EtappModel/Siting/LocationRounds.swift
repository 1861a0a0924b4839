/// How many sites are open, and how many existing offices closed, by the end of each round of a location study.
public struct LocationRounds: Hashable, Sendable {
  /// New sites open by the end of each round: never falling.
  public var open: [Int]
  /// Existing offices closed by the end of each round: never falling; empty where none closes.
  public var close: [Int]
  /// What each round's travel counts; 1 each where nothing is said.
  public var weights: [Double]

  public init(open: [Int] = [], close: [Int] = [], weights: [Double] = []) {
    self.open = open
    self.close = close
    self.weights = weights
  }

  /// Rounds that the numbers speak of; 0 when they say nothing.
  public var count: Int { max(open.count, close.count) }

  /// The rounds, with as many openings in each as take the number of the round before to its own.
  public var rounds: [Round] {
    (0..<count).map { index in
      let opens = Self.step(open, at: index)
      return Round(
        id: ID(String(index + 1)), name: Text(en: "Round \(index + 1)", sv: "Omgång \(index + 1)"), minimum: opens,
        maximum: opens)
    }
  }

  /// The rules that say how many close in each round.
  public var closings: [Rule] {
    guard !close.isEmpty else { return [] }
    return (0..<count).map { index in
      let closes = Self.step(close, at: index)
      return Rule(
        id: ID("close-\(index + 1)"), kind: .close(.all, rounds: index...index, min: closes, max: closes))
    }
  }

  /// What a round adds to the rounds before it; a list that has ended adds nothing.
  private static func step(_ numbers: [Int], at index: Int) -> Int {
    guard index < numbers.count else { return 0 }
    return numbers[index] - (index > 0 ? numbers[index - 1] : 0)
  }
}
