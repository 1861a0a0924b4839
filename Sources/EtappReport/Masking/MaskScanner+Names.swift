extension MaskScanner {
  /// A line of the text without its end.
  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for place in 0...count where place == count || isLineEnd(place) {
      lines.append(start..<place)
      start = place + 1
    }
    return lines
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(start) || at(start) == ">" { start += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  /// The names that the structure of the text gives away: correspondents, signatures, `Namn:`, titles.
  func structuralNames(_ words: [Word], besides masked: [Range<Int>]) -> [Range<Int>] {
    let lines = lines().map(trimmed)
    let index = WordIndex(words)
    return headerNames(lines) + signatures(lines) + addressed() + slashed(index) + labelled(lines) + titled(words)
      + neighbours(index, masked)
  }

  /// The words of a text, found by where they begin and end.
  struct WordIndex {
    let words: [Word]
    private let starts: [Int: Int]
    private let ends: [Int: Int]

    init(_ words: [Word]) {
      self.words = words
      starts = Dictionary(words.enumerated().map { ($1.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
      ends = Dictionary(words.enumerated().map { ($1.range.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func starting(_ place: Int) -> Int? { starts[place] }
    func ending(_ place: Int) -> Int? { ends[place] }
  }

  // Header lines

  /// `Från: Anna Andersson <anna@…>; Bo Berg`.
  private func headerNames(_ lines: [Range<Int>]) -> [Range<Int>] {
    lines.flatMap { line -> [Range<Int>] in
      var colon = line.lowerBound
      while colon < min(line.upperBound, line.lowerBound + 24), at(colon) != ":" { colon += 1 }
      guard at(colon) == ":", colon < line.upperBound, rules.headers.contains(string(trimmed(line.lowerBound..<colon)))
      else { return [] }
      return pieces(colon + 1..<line.upperBound, by: [";", ","]).compactMap {
        nameRange(beforeAddress($0), isOneEnough: true)
      }
    }
  }

  private func pieces(_ range: Range<Int>, by marks: [Unicode.Scalar]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where at(place).map(marks.contains) ?? false {
      pieces.append(start..<place)
      start = place + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  private func beforeAddress(_ range: Range<Int>) -> Range<Int> {
    let end = range.first { ["<", "[", "(", "@"].contains(at($0)) } ?? range.upperBound
    guard end < range.upperBound, at(end) == "@" else { return range.lowerBound..<end }
    return range.lowerBound..<range.lowerBound
  }

  /// The range of a name, when the words of a range are one.
  private func nameRange(_ range: Range<Int>, isOneEnough: Bool) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    let marks: [Unicode.Scalar] = ["\"", "'", ",", ".", "*", "_", "/", "-", "|", "(", ")", ":", "\u{0}"]
    while start < end, isBlank(start) || at(start).map(marks.contains) ?? false { start += 1 }
    while end > start, isBlank(end - 1) || at(end - 1).map(marks.contains) ?? false { end -= 1 }
    return start < end && isName(start..<end, isOneEnough: isOneEnough) ? start..<end : nil
  }

  /// One to four capitalised words and nothing else.
  func isName(_ range: Range<Int>, isOneEnough: Bool) -> Bool {
    guard range.count <= 60 else { return false }
    var count = 0
    var place = range.lowerBound
    while place < range.upperBound {
      if isLetter(place) {
        var end = place
        while end < range.upperBound, isLetter(end) || ["-", "'"].contains(at(end)) { end += 1 }
        let key = string(place..<end)
        let isParticle = PersonName.isParticle(key)
        guard isParticle || isUpper(place), !rules.isImpersonal(key) else {
          return false
        }
        if !isParticle { count += 1 }
        place = end
      } else {
        guard isBlank(place) || at(place) == "." || at(place) == "\u{0}" else { return false }
        place += 1
      }
    }
    return count >= (isOneEnough ? 1 : 2) && count <= 4
  }

  /// `Name <address>` anywhere.
  private func addressed() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for place in scalars.indices where at(place) == "<" || at(place) == "[" {
      let limit = min(count, place + 90)
      guard let sign = (place..<limit).first(where: { at($0) == "@" || isLineEnd($0) || at($0) == ">" }),
        at(sign) == "@"
      else { continue }
      var start = place
      while start > max(0, place - 50),
        isLetter(start - 1) || isBlank(start - 1) || ["-", "'", ".", "\""].contains(at(start - 1))
      { start -= 1 }
      if let name = lastName(in: start..<place) { found.append(name) }
    }
    return found
  }

  /// The capitalised words at the end of a range.
  private func lastName(in range: Range<Int>) -> Range<Int>? {
    var starts = range.filter {
      isLetter($0) && !isLetter($0 - 1) && !(["-", "'"].contains(at($0 - 1)) && isLetter($0 - 2))
    }
    starts = starts.suffix(4)
    for start in starts { if let name = nameRange(start..<range.upperBound, isOneEnough: true) { return name } }
    return nil
  }

  // Signatures

  /// The lines behind `Med vänlig hälsning`, and the same on one line.
  private func signatures(_ lines: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      guard let end = closingEnd(line) else { continue }
      if let name = nameRange(end..<line.upperBound, isOneEnough: true) {
        found.append(name)
        continue
      }
      let rest = pieces(end..<line.upperBound, by: [","]).compactMap { nameRange($0, isOneEnough: true) }
      if let name = rest.first {
        found.append(name)
        continue
      }
      guard (end..<line.upperBound).count(where: { isLetter($0) }) <= 2 else { continue }
      found += signers(lines.dropFirst(index + 1))
    }
    return found
  }

  private func signers(_ lines: ArraySlice<Range<Int>>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for line in lines.prefix(4) where !line.isEmpty {
      let first = pieces(line, by: [",", "|", ";"])[0]
      guard let name = nameRange(first, isOneEnough: found.isEmpty) else { break }
      found.append(name)
      if found.count == 2 { break }
    }
    return found
  }

  /// The end of a closing phrase at the beginning of a line or behind a full stop on it.
  private func closingEnd(_ line: Range<Int>) -> Int? {
    let starts =
      [line.lowerBound]
      + line.dropFirst().filter {
        [".", "!", ",", "?"].contains(at($0 - 1)) || isBlank($0 - 1) && [".", "!", ",", "?", ")"].contains(at($0 - 2))
      }
    var best: Int?
    for start in starts.suffix(6) + starts.prefix(1) {
      for closing in rules.closings {
        guard let end = stands(closing, at: start), end <= line.upperBound, end > best ?? 0 else { continue }
        best = end
      }
    }
    return best
  }

  /// `/Anna`, `//Anna Andersson` at a line's end.
  private func slashed(_ index: WordIndex) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for place in scalars.indices where at(place) == "/" && at(place + 1) != "/" {
      let before = at(place - 1)
      guard
        before == nil || before == "\n" || before == " " || before == "/" || before == "." || before == "!"
          || isClosed(place)
      else { continue }
      var end = skipBlanks(place + 1, atMost: 2)
      while !isLineEnd(end), end < place + 50 { end += 1 }
      guard isLineEnd(end), let name = nameRange(place + 1..<end, isOneEnough: true) else { continue }
      found.append(name)
    }
    return found
  }

  /// `Mvh/Anna`.
  private func isClosed(_ place: Int) -> Bool {
    rules.closings.contains { closing in
      let length = closing.unicodeScalars.count
      return place >= length && string(place - length..<place) == closing
    }
  }

  // Labels and titles

  /// `Namn: Anna Andersson`, `jag heter Anna Andersson`.
  private func labelled(_ lines: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for line in lines {
      for place in line where isLetter(place) && !isLetter(place - 1) && !isDigit(place - 1) {
        for label in rules.nameLabels {
          guard let end = stands(label, at: place), let name = nameBehind(end, line.upperBound) else { continue }
          found.append(name)
        }
      }
    }
    return found
  }

  private func nameBehind(_ end: Int, _ lineEnd: Int) -> Range<Int>? {
    var start = end
    while start < lineEnd, isBlank(start) || [":", "=", ",", "-"].contains(at(start)) { start += 1 }
    guard start > end else { return nil }
    return longestName(from: start, to: min(lineEnd, start + 60))
  }

  /// As many capitalised words as make a name from a place on.
  private func longestName(from start: Int, to limit: Int) -> Range<Int>? {
    var end = start
    var best: Int?
    while end < limit {
      guard isUpper(end) || isParticle(at: end) else { break }
      let begin = end
      while end < limit, isLetter(end) || (["-", "'"].contains(at(end)) && isLetter(end + 1)) { end += 1 }
      guard end > begin, !isUpper(begin) || isName(start..<end, isOneEnough: true) else { break }
      if isUpper(begin) { best = end }
      guard isBlank(end), end + 1 < limit else { break }
      end += 1
    }
    return best.map { start..<$0 }
  }

  private func isParticle(at place: Int) -> Bool {
    var end = place
    while end < place + 5, isLetter(end) { end += 1 }
    return end > place && PersonName.isParticle(string(place..<end))
  }

  /// `herr Andersson`, `Mrs Anna Berg`.
  private func titled(_ words: [Word]) -> [Range<Int>] {
    words.compactMap { word in
      guard rules.titles.contains(word.key) else { return nil }
      var start = word.range.upperBound
      if at(start) == "." { start += 1 }
      let next = skipBlanks(start, atMost: 2)
      guard next > start, isUpper(next) && (isLetter(next + 1) || at(next + 1) == "'") || isParticle(at: next) else {
        return nil
      }
      return longestName(from: next, to: min(count, next + 60))
    }
  }

  // Beside what is masked

  /// Two capitalised words directly before an identity number, a telephone, an address.
  private func neighbours(_ index: WordIndex, _ masked: [Range<Int>]) -> [Range<Int>] {
    masked.compactMap { range in
      var place = range.lowerBound
      let marks: [Unicode.Scalar] = [",", "(", "<", ":", ";", "\n", "\r", "-", "|", "[", "/", "."]
      let start = max(0, place - 6)
      while place > start, isBlank(place - 1) || at(place - 1).map(marks.contains) ?? false { place -= 1 }
      if let last = index.ending(place),
        rules.phoneLabels.contains(index.words[last].key) || rules.personalLabels.contains(index.words[last].key)
      {
        place = index.words[last].range.lowerBound
        let start = max(0, place - 4)
        while place > start, isBlank(place - 1) || at(place - 1).map(marks.contains) ?? false { place -= 1 }
      }
      guard let last = index.ending(place), place < range.lowerBound else { return nil }
      return pair(index, last)
    }
  }

  private func pair(_ index: WordIndex, _ last: Int) -> Range<Int>? {
    var first = last
    while first > 0, last - first < 3, isBlank(index.words[first].range.lowerBound - 1),
      index.words[first - 1].range.upperBound == index.words[first].range.lowerBound - 1,
      index.words[first - 1].isCapital || PersonName.isParticle(index.words[first - 1].key)
    {
      first -= 1
    }
    while first < last, !index.words[first].isCapital || rules.titles.contains(index.words[first].key) { first += 1 }
    let range = index.words[first].range.lowerBound..<index.words[last].range.upperBound
    return isName(range, isOneEnough: false) ? range : nil
  }

  // Names that are known

  /// Every place where a known person is named, wholly or by one name.
  func known(_ persons: [PersonName], in words: [Word]) -> [Range<Int>] {
    var full: [String: [[String]]] = [:]
    var singles: Set<String> = []
    for person in persons {
      for order in Self.orders(of: person.words) { full[order[0], default: []].append(order) }
      singles.formUnion(person.single)
    }
    var found: [Range<Int>] = []
    for index in words.indices {
      let whole = (full[words[index].key] ?? []).compactMap { length(of: $0, at: index, words) }.max()
      if let whole {
        found.append(words[index].range.lowerBound..<words[index + whole - 1].range.upperBound)
      } else if words[index].isCapital, let end = single(words[index], singles) {
        found.append(particleStart(index, words)..<end)
      }
    }
    return found
  }

  /// Where the particles of a surname begin: `von Essen`.
  private func particleStart(_ index: Int, _ words: [Word]) -> Int {
    var first = index
    while first > 0, index - first < 2,
      ["von", "af", "de", "van", "der", "la", "del", "di"].contains(words[first - 1].key),
      words[first].range.lowerBound - words[first - 1].range.upperBound == 1
    {
      first -= 1
    }
    return words[first].range.lowerBound
  }

  /// First name first, and surname first.
  private static func orders(of words: [String]) -> [[String]] {
    guard words.count > 1, let last = words.last else { return words.isEmpty ? [] : [words] }
    return [words, [last] + words.dropLast()]
  }

  private func length(of name: [String], at index: Int, _ words: [Word]) -> Int? {
    guard name.count > 1, index + name.count <= words.count else { return nil }
    for offset in name.indices.dropFirst() {
      let (before, word) = (words[index + offset - 1], words[index + offset])
      guard word.range.lowerBound - before.range.upperBound <= 3, isSameWord(word.key, name[offset]) else { return nil }
    }
    return name.count
  }

  /// The name, its genitive, and with a mark of one: `Anderssons`, `Andersson's`.
  private func isSameWord(_ key: String, _ name: String) -> Bool {
    key == name || key == name + "s" || key == name + "'s"
  }

  private func single(_ word: Word, _ names: Set<String>) -> Int? {
    if names.contains(word.key) { return word.range.upperBound }
    for ending in ["'s", "s"] where word.key.hasSuffix(ending) {
      if names.contains(String(word.key.dropLast(ending.count))) { return word.range.upperBound }
    }
    // `Andersson-Berg`: a part of a double name.
    let parts = word.key.split { $0 == "-" }.map { String($0) }
    return parts.count > 1
      && parts.contains { names.contains($0) || $0.hasSuffix("s") && names.contains(String($0.dropLast())) }
      ? word.range.upperBound : nil
  }
}
