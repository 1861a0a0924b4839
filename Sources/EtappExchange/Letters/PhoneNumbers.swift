/// Telephone numbers in a text, as people write them: `0690-25 01 00`, `+46 (0)690-250 100`, `08-123 456 78`.
///
/// A number is one when it begins as numbers do (`+`, `00`, or `0` with an area), has as many figures as the plan of
/// numbers allows, and is no date, amount or personal identity number.
///
/// Source: ITU-T E.164 (at most fifteen figures); the Swedish plan, where a number within the country has 8 to 10.
enum PhoneNumbers {
  /// The numbers in order, each once, as they stood.
  ///
  /// - Complexity: O(text).
  static func all(in text: String) -> [String] {
    var found: [String] = []
    let characters = Array(text)
    var position = 0
    while position < characters.count, found.count < LetterLimits.mentions {
      guard begins(characters, position) else {
        position += 1
        continue
      }
      let end = runEnd(characters, position)
      if let number = number(characters[position..<end], before: label(characters, position)) {
        let text = String(number)
        if !found.contains(text) { found.append(text) }
        position += number.count
      } else {
        // Not one figure further: `2021-06-10` without its first figure is no number either.
        // A bracket or a plus without a figure is passed over alone.
        position = max(end, position + 1)
      }
    }
    return found
  }

  /// Whether a number may begin here: no figure, letter or joining mark before it.
  private static func begins(_ text: [Character], _ position: Int) -> Bool {
    let character = text[position]
    guard character == "+" || character == "0" || character == "(" || isFigure(character) else { return false }
    guard position > 0 else { return true }
    let before = text[position - 1]
    return !(before.isLetter || before.isNumber || "-+./_§:".contains(before)) || before == ":"
  }

  private static func isFigure(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// Figures with blanks, dashes, brackets, slashes and dots between them, never over a line end.
  private static func runEnd(_ text: [Character], _ start: Int) -> Int {
    var end = start
    var position = start
    var blanks = 0
    while position < text.count, position - start < 40 {
      let character = text[position]
      if isFigure(character) {
        blanks = 0
        end = position + 1
      } else if " -–()./\u{2011}+".contains(character) {
        blanks += 1
        // At most ` (0) ` or ` - ` between two figures; a `+` begins another.
        if blanks > 3 || (character == "+" && position > start) { break }
        if character == ")" { end = position + 1 }
      } else {
        break
      }
      position += 1
    }
    return end
  }

  /// Whether a word before says that a number follows: `tel`, `telefon`, `mobil`, `phone`.
  private static func label(_ text: [Character], _ position: Int) -> Bool {
    let before = String(text[max(0, position - 14)..<position]).lowercased()
    return ["tel", "tfn", "telefon", "mobil", "växel", "vaxel", "phone", "mobile", "call", "ring", "fax", "direkt"]
      .contains { before.contains($0) }
  }

  private static func number(_ run: ArraySlice<Character>, before isLabelled: Bool) -> ArraySlice<Character>? {
    var run = run
    while let last = run.last, !isFigure(last) {
      if last == ")", run.contains("("), run.last(where: { $0 == "(" || $0 == ")" }) == ")",
        isFigure(run.dropLast().last ?? " ")
      {
        break
      }
      run = run.dropLast()
    }
    let figures = run.filter(isFigure)
    guard !isDate(run), !figures.isEmpty else { return nil }
    if run.first == "+" || figures.starts(with: ["0", "0"]) {
      let count = figures.count - (run.first == "+" ? 0 : 2)
      return (8...16).contains(count) ? run : shortened(run)
    }
    if figures.first == "0" { return (8...11).contains(figures.count) ? run : shortened(run) }
    return isLabelled && (5...12).contains(figures.count) && run.first != "(" ? run : nil
  }

  /// A run that is too long may be a number and a figure of something else behind a blank.
  private static func shortened(_ run: ArraySlice<Character>) -> ArraySlice<Character>? {
    guard let blank = run.lastIndex(of: " "), run.startIndex < blank else { return nil }
    let shorter = run[..<blank]
    let count = shorter.count { isFigure($0) }
    return (8...15).contains(count) && run.count(where: isFigure) > 10 ? shorter : nil
  }

  /// `2021-06-10`, `10.06.2021`, `20210610-1234`.
  private static func isDate(_ run: ArraySlice<Character>) -> Bool {
    let groups = run.split { !isFigure($0) }.map { String($0) }
    guard groups.count >= 2 else { return false }
    if groups[0].count == 4, groups[0].first == "1" || groups[0].first == "2", groups.count == 3,
      groups[1].count <= 2, groups[2].count <= 2
    {
      return true
    }
    let isPersonal = groups.count == 2 && [6, 8].contains(groups[0].count) && groups[1].count == 4
    let isBackwards = groups.count == 3 && groups[0].count <= 2 && groups[1].count <= 2 && groups[2].count == 4
    return (isPersonal && run.contains("-")) || (isBackwards && !run.contains("-"))
  }
}
