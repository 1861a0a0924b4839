/// The figures, words and marks of a written date.
struct MomentTokens {
  enum Token: Equatable {
    /// Figures, as they stood.
    case number(String)
    /// Letters, folded to their base and in lower case.
    case word(String)
    case mark(Character)
  }

  private(set) var all: [Token] = []
  /// Whether letters were read as figures, or figures as letters.
  private(set) var isMended = false

  init(_ text: String) {
    var run: [Character] = []
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        run.append(character)
      } else {
        finish(&run)
        if !character.isWhitespace { all.append(.mark(character)) }
      }
    }
    finish(&run)
  }

  private mutating func finish(_ run: inout [Character]) {
    defer { run = [] }
    guard !run.isEmpty else { return }
    let figures = run.count { isFigure($0) }
    if figures == run.count {
      all.append(.number(String(run)))
    } else if figures == 0 {
      all.append(.word(word(run)))
    } else if let mended = Self.mended(run, isFigure) {
      isMended = true
      all.append(mended)
    } else {
      split(run)
    }
  }

  private func isFigure(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private func word(_ run: some Sequence<Character>) -> String {
    String(run.map { MonthNames.base[$0] ?? $0 })
  }

  /// `2o21` as 2021, `l0` as 10, `jun1` as juni; nil where the run is rather two things, as `10th` is.
  private static func mended(_ run: [Character], _ isFigure: (Character) -> Bool) -> Token? {
    let asFigures = run.map { figureOf[$0] ?? $0 }
    if asFigures.allSatisfy(isFigure), run.count <= 4 { return .number(String(asFigures)) }
    let asLetters = String(run.map { letterOf[$0] ?? $0 })
    return asLetters.count >= 3 && MonthNames.number(asLetters) != nil ? .word(asLetters) : nil
  }

  private static let figureOf: [Character: Character] = ["o": "0", "l": "1", "i": "1", "ö": "0", "|": "1"]
  private static let letterOf: [Character: Character] = ["0": "o", "1": "i", "6": "o", "5": "s"]

  /// Figures and letters that were written together: `10th`, `2021-06-10t08:30z`.
  private mutating func split(_ run: [Character]) {
    var rest = run[...]
    while let first = rest.first {
      let isNumber = isFigure(first)
      let part = rest.prefix { isFigure($0) == isNumber }
      all.append(isNumber ? .number(String(part)) : .word(word(part)))
      rest = rest.dropFirst(part.count)
    }
  }

  /// The figures at an index, where there are as many as that.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard all.indices.contains(index), case .number(let text) = all[index], digits.contains(text.count) else {
      return nil
    }
    return Int(text)
  }

  func word(_ index: Int) -> String? {
    guard all.indices.contains(index), case .word(let text) = all[index] else { return nil }
    return text
  }

  func mark(_ index: Int) -> Character? {
    guard all.indices.contains(index), case .mark(let character) = all[index] else { return nil }
    return character
  }

  /// The index before, with one mark of `marks` passed over.
  func back(from index: Int, over marks: Set<Character>) -> Int {
    mark(index - 1).map { marks.contains($0) } ?? false ? index - 2 : index - 1
  }

  /// The index after, with one mark of `marks` passed over.
  func forward(from index: Int, over marks: Set<Character>) -> Int {
    mark(index + 1).map { marks.contains($0) } ?? false ? index + 2 : index + 1
  }
}

/// The names of the months in Swedish and English, whole and cut short.
enum MonthNames {
  /// 1...12 for a name in lower case; nil when it is none.
  static func number(_ word: String) -> Int? { numbers[word] }

  /// Letters with their marks taken off, as readings of paper lose them.
  static let base: [Character: Character] = ["å": "a", "ä": "a", "à": "a", "á": "a", "ö": "o", "é": "e", "è": "e"]

  private static let numbers: [String: Int] = {
    let names = [
      "jan januari january", "feb febr februari february", "mar mars march", "apr april", "maj may", "jun juni june",
      "jul juli july", "aug augusti august", "sep sept september", "okt oct oktober october", "nov november",
      "dec december",
    ]
    var numbers: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words.split(separator: " ") { numbers[String(word)] = index + 1 }
    }
    return numbers
  }()
}
