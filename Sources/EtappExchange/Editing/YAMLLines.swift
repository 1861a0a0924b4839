/// A text as lines of scalars, the places of which are counted as the YAML reader counts them.
struct YAMLLines {
  /// A place in the text; both count from 0.
  struct Place: Comparable {
    var line: Int
    var column: Int

    static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  typealias Line = [Unicode.Scalar]

  var lines: [Line]

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  var text: String {
    var scalars = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { scalars.append("\n") }
      scalars.append(contentsOf: line)
    }
    return String(scalars)
  }

  func text(of range: Range<Place>) -> String {
    var scalars = String.UnicodeScalarView()
    for line in range.lowerBound.line...range.upperBound.line where lines.indices.contains(line) {
      let from = line == range.lowerBound.line ? range.lowerBound.column : 0
      let to = line == range.upperBound.line ? range.upperBound.column : lines[line].count
      if line > range.lowerBound.line { scalars.append("\n") }
      if from < to { scalars.append(contentsOf: lines[line][from..<min(to, lines[line].count)]) }
    }
    return String(scalars)
  }

  mutating func replace(_ range: Range<Place>, with new: String) {
    let (from, to) = (range.lowerBound, range.upperBound)
    guard lines.indices.contains(from.line), lines.indices.contains(to.line) else { return }
    let head = lines[from.line].prefix(from.column)
    let tail = lines[to.line].dropFirst(to.column)
    let middle = YAMLLines(new).lines
    var joined = middle
    joined[0] = Array(head) + joined[0]
    joined[joined.count - 1] += tail
    lines.replaceSubrange(from.line...to.line, with: joined)
  }

  // MARK: Lines

  func indent(_ line: Int) -> Int { lines[line].prefix { $0 == " " }.count }

  func isBlank(_ line: Int) -> Bool { lines[line].allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" } }

  func isComment(_ line: Int) -> Bool { lines[line].first { $0 != " " && $0 != "\t" } == "#" }

  /// Where what stands on a line ends, without the comment after it.
  func contentEnd(_ line: Int, from column: Int, isFlow: Bool) -> Int {
    let all = lines[line]
    var end = column
    var place = column
    while place < all.count {
      let scalar = all[place]
      if scalar == "#", place == column || all[place - 1] == " " || all[place - 1] == "\t" { break }
      if isFlow, ",]}".unicodeScalars.contains(scalar) { break }
      if scalar != " ", scalar != "\t", scalar != "\r" { end = place + 1 }
      place += 1
    }
    return end
  }

  // MARK: Values

  /// Where the value that begins at a place ends.
  ///
  /// - Parameters:
  ///   - isFlow: Whether it stands inside brackets.
  ///   - outside: The indentation at which a following line no longer belongs to a value of several lines.
  func valueEnd(_ start: Place, isFlow: Bool, outside: Int) -> Place? {
    guard lines.indices.contains(start.line), start.column < lines[start.line].count else { return start }
    switch lines[start.line][start.column] {
    case "\"", "'": return quotedEnd(start)
    case "[", "{": return bracketEnd(start)
    case "|" where !isFlow, ">" where !isFlow: return blockEnd(start, outside: outside)
    default: return plainEnd(start, isFlow: isFlow, outside: outside)
    }
  }

  private func quotedEnd(_ start: Place) -> Place? {
    let quote = lines[start.line][start.column]
    var (line, column) = (start.line, start.column + 1)
    while line < lines.count {
      while column < lines[line].count {
        let scalar = lines[line][column]
        if quote == "\"", scalar == "\\" {
          column += 1
        } else if scalar == quote {
          if quote == "'", column + 1 < lines[line].count, lines[line][column + 1] == "'" {
            column += 1
          } else {
            return Place(line: line, column: column + 1)
          }
        }
        column += 1
      }
      (line, column) = (line + 1, 0)
    }
    return nil
  }

  private func bracketEnd(_ start: Place) -> Place? {
    var depth = 0
    var (line, column) = (start.line, start.column)
    while line < lines.count {
      while column < lines[line].count {
        let scalar = lines[line][column]
        let before = column == 0 ? " " : lines[line][column - 1]
        switch scalar {
        case "[", "{": depth += 1
        case "]", "}":
          depth -= 1
          if depth == 0 { return Place(line: line, column: column + 1) }
        case "#" where before == " " || before == "\t": column = lines[line].count
        case "\"" where " \t[{,:".unicodeScalars.contains(before), "'" where " \t[{,:".unicodeScalars.contains(before):
          guard let end = quotedEnd(Place(line: line, column: column)) else { return nil }
          (line, column) = (end.line, end.column - 1)
        default: break
        }
        column += 1
      }
      (line, column) = (line + 1, 0)
    }
    return nil
  }

  /// A text that begins with `|` or `>`: every line that is indented further.
  private func blockEnd(_ start: Place, outside: Int) -> Place {
    var last = start.line
    for line in (start.line + 1)..<max(start.line + 1, lines.count) {
      if isBlank(line) { continue }
      guard indent(line) > outside else { break }
      last = line
    }
    return Place(line: last, column: lines[last].count)
  }

  /// A text without quotes, which may go on for several lines.
  private func plainEnd(_ start: Place, isFlow: Bool, outside: Int) -> Place {
    var end = Place(line: start.line, column: contentEnd(start.line, from: start.column, isFlow: isFlow))
    guard !isFlow, end.column == contentLength(start.line) else { return end }
    for line in (start.line + 1)..<max(start.line + 1, lines.count) {
      guard !isBlank(line), !isComment(line), indent(line) > outside else { break }
      end = Place(line: line, column: contentEnd(line, from: indent(line), isFlow: false))
      guard end.column == contentLength(line) else { break }
    }
    return end
  }

  /// The length of a line without the blanks at its end.
  private func contentLength(_ line: Int) -> Int {
    lines[line].count - lines[line].reversed().prefix { $0 == " " || $0 == "\t" || $0 == "\r" }.count
  }
}
