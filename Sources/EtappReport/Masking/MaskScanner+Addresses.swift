extension MaskScanner {
  /// The postal addresses of the text.
  func addresses(_ words: [Word]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in words.indices {
      if let range = street(words, index) ?? box(words[index]) ?? careOf(words, index) ?? numberFirst(words, index) {
        found.append(withPlace(range))
      }
    }
    for place in scalars.indices { if let range = postcode(place) { found.append(withLine(before: range)) } }
    return found
  }

  // Streets

  /// `Storgatan 12 B`, `Södra Storgatan 12`, `Drottning Kristinas väg 3`.
  private func street(_ words: [Word], _ index: Int) -> Range<Int>? {
    let word = words[index]
    guard isStreet(word) || isStreetWord(words, index) else { return nil }
    var place = word.range.upperBound
    if at(place) == "." { place += 1 }
    if at(place) == "," { place += 1 }
    place = skipBlanks(place, atMost: 3)
    guard let end = houseEnd(place), !isCounted(end, place) else { return nil }
    return streetStart(words, index)..<flatEnd(end)
  }

  private func isStreet(_ word: Word) -> Bool {
    guard !rules.street.exceptions.contains(word.key) else { return false }
    let ending = rules.street.endings.first { word.key.hasSuffix($0) && word.key.utf8.count > $0.utf8.count + 1 }
    guard let ending else { return false }
    // `Storg. 12`
    if ending.utf8.count == 1 { return word.isCapital && at(word.range.upperBound) == "." && word.key.utf8.count <= 12 }
    return word.isCapital || ["gatan", "grand", "granden", "stigen", "vagen"].contains(ending)
  }

  private func isStreetWord(_ words: [Word], _ index: Int) -> Bool {
    guard rules.street.words.contains(words[index].key), index > 0, isNext(words[index - 1], words[index]) else {
      return false
    }
    let before = words[index - 1]
    if words[index].isCapital, before.isCapital, words[index].key.hasSuffix("torget") { return true }
    return before.isCapital
      && (before.key.hasSuffix("s") || index > 1 && words[index - 2].isCapital && isNext(words[index - 2], before))
  }

  private func isNext(_ first: Word, _ next: Word) -> Bool {
    next.range.lowerBound - first.range.upperBound == 1 && isBlank(first.range.upperBound)
  }

  private func streetStart(_ words: [Word], _ index: Int) -> Int {
    var first = index
    while first > 0, index - first < 3, words[first - 1].isCapital, isNext(words[first - 1], words[first]),
      !rules.isImpersonal(words[first - 1].key)
    {
      first -= 1
    }
    return words[first].range.lowerBound
  }

  /// A house's number with its letter: `12`, `12 B`, `12-14`, `12b`.
  private func houseEnd(_ place: Int) -> Int? {
    var end = place
    while end < place + 5, isDigit(end) { end += 1 }
    guard end > place, end - place <= 4, !isDigit(end) else { return nil }
    if at(end) == "-" || at(end) == "/", isDigit(end + 1) {
      var other = end + 1
      while other < end + 5, isDigit(other) { other += 1 }
      end = other
    }
    if isLetter(end), !isLetter(end + 1) { return end + 1 }
    if isLetter(end) { return nil }
    if isBlank(end), isUpper(end + 1), !isLetter(end + 2), !isDigit(end + 2) { return end + 2 }
    return end
  }

  /// A number with a unit behind it is no house: `Storgatan 12 km`.
  private func isCounted(_ end: Int, _ start: Int) -> Bool {
    ["km", "meter", "procent", "%", "kr"].contains { stands($0, at: skipBlanks(end, atMost: 2)) != nil }
  }

  /// `, 3 tr`, ` lgh 1203`.
  private func flatEnd(_ end: Int) -> Int {
    var end = end
    for _ in 0..<3 {
      var place = end
      if at(place) == "," { place += 1 }
      place = skipBlanks(place, atMost: 3)
      guard let next = flat(place) else { break }
      end = next
    }
    return end
  }

  private func flat(_ place: Int) -> Int? {
    var number = place
    while number < place + 4, isDigit(number) { number += 1 }
    let isNumberFirst = number > place
    let word = isNumberFirst ? skipBlanks(number, atMost: 2) : place
    guard let end = rules.street.flats.compactMap({ stands($0, at: word) }).max() else { return nil }
    if isNumberFirst { return end }
    var after = skipBlanks(at(end) == "." ? end + 1 : end, atMost: 2)
    let start = after
    while after < start + 5, isDigit(after) { after += 1 }
    return after > start ? after : end
  }

  /// `12 High Street`.
  private func numberFirst(_ words: [Word], _ index: Int) -> Range<Int>? {
    guard words[index].isCapital, rules.street.wordsAfter.contains(words[index].key) else { return nil }
    var first = index
    while first > 0, index - first < 3, words[first - 1].isCapital, isNext(words[first - 1], words[first]) {
      first -= 1
    }
    guard first < index else { return nil }
    var start = words[first].range.lowerBound
    guard isBlank(start - 1) else { return nil }
    start -= 1
    if isLetter(start - 1), isDigit(start - 2) { start -= 1 }
    let end = start
    while start > end - 5, isDigit(start - 1) { start -= 1 }
    guard start < end || isDigit(start), !isDigit(start - 1) else { return nil }
    return start..<words[index].range.upperBound
  }

  // Boxes and `c/o`

  private func box(_ word: Word) -> Range<Int>? {
    guard word.isCapital else { return nil }
    for name in rules.street.boxes {
      guard let end = stands(name, at: word.range.lowerBound) else { continue }
      let place = skipBlanks(end, atMost: 3)
      guard place > end else { continue }
      var number = place
      while number < place + 6, isDigit(number) || (at(number) == " " && isDigit(number + 1) && number > place) {
        number += 1
      }
      if number > place, !isLetter(number) { return word.range.lowerBound..<number }
    }
    return nil
  }

  private func careOf(_ words: [Word], _ index: Int) -> Range<Int>? {
    let start = words[index].range.lowerBound
    guard words[index].key == "c", at(start + 1) == "/", at(start + 2) == "o", !isLetter(start + 3) else { return nil }
    var end = start + 3
    while !isLineEnd(end), at(end) != ",", at(end) != ";", end < start + 60 { end += 1 }
    while end > start, isBlank(end - 1) || at(end - 1) == "." { end -= 1 }
    return start..<end
  }

  // Postcodes

  /// `841 31 Orten`, `SE-841 31 ORTEN`.
  private func postcode(_ place: Int) -> Range<Int>? {
    guard isDigit(place), !isDigit(place - 1), !isLetter(place - 1) else { return nil }
    var end = place
    var isApart = false
    for (index, size) in rules.street.postcode.enumerated() {
      if index > 0, isBlank(end) {
        isApart = true
        end += 1
      }
      for _ in 0..<size {
        guard isDigit(end) else { return nil }
        end += 1
      }
    }
    let town = skipBlanks(end, atMost: 3)
    guard !isDigit(end), town > end, isUpper(town), isLetter(town + 1) else { return nil }
    let start = prefixStart(place)
    let before = beforeBlanks(start)
    let isLined = before < 0 || isLineEnd(before) || at(before) == "," || at(before) == ";" || start < place
    guard isLined || isApart && isHouse(before) else { return nil }
    return start..<townEnd(town)
  }

  private func isHouse(_ place: Int) -> Bool {
    isDigit(place) || isUpper(place) && isBlank(place - 1) && isDigit(place - 2)
  }

  private func beforeBlanks(_ place: Int) -> Int {
    var before = place - 1
    while before >= max(0, place - 6), isBlank(before) { before -= 1 }
    return before
  }

  private func prefixStart(_ place: Int) -> Int {
    for prefix in rules.street.postcodePrefixes {
      let length = prefix.unicodeScalars.count
      if place >= length, string(place - length..<place) == prefix, !isLetter(place - length - 1),
        isUpper(place - length)
      {
        return place - length
      }
    }
    return place
  }

  private func townEnd(_ place: Int) -> Int {
    var end = place
    while isLetter(end) || (at(end) == "-" && isLetter(end + 1)) { end += 1 }
    // A second word of the town: `Södra Viken`.
    if isBlank(end), isUpper(end + 1), isLetter(end + 2), end - place <= 12 {
      var next = end + 1
      while isLetter(next) { next += 1 }
      return next
    }
    return end
  }

  /// An address goes on with its postcode and place on the same line or the next.
  private func withPlace(_ range: Range<Int>) -> Range<Int> {
    var place = range.upperBound
    if at(place) == "," || at(place) == ";" { place += 1 }
    place = skipBlanks(place, atMost: 4)
    if isLineEnd(place), place < count { place = skipBlanks(at(place) == "\r" ? place + 2 : place + 1, atMost: 4) }
    for prefix in [""] + rules.street.postcodePrefixes where prefix.isEmpty || isPrefix(prefix, at: place) {
      let start = place + prefix.unicodeScalars.count
      if let code = postcode(start), code.upperBound > range.upperBound { return range.lowerBound..<code.upperBound }
    }
    return range
  }

  private func isPrefix(_ prefix: String, at place: Int) -> Bool {
    let end = place + prefix.unicodeScalars.count
    return end <= count && string(place..<end) == prefix
  }

  /// What stands before a postcode: a village and its number, on the same line or the line above.
  private func withLine(before range: Range<Int>) -> Range<Int> {
    var place = beforeBlanks(range.lowerBound)
    guard place >= 0, at(place) == "," || isLineEnd(place) else { return range }
    if at(place) == "\n", at(place - 1) == "\r" { place -= 1 }
    let end = beforeBlanks(place) + 1
    if let village = villageStart(end) { return village..<range.upperBound }
    var start = end
    while start > max(0, end - 50), !isLineEnd(start - 1), ![",", ";", ":", "(", "<", "."].contains(at(start - 1)) {
      start -= 1
    }
    start = skipBlanks(start)
    guard start < end, isUpper(start) || isDigit(start) else { return range }
    let hasNumber = (start..<end).contains { isDigit($0) }
    let length = end - start
    return hasNumber && length <= 40 && isPlainLine(start..<end) ? start..<range.upperBound : range
  }

  /// Where capitalised words and a number begin that end at a place: `Norra Byn 12 B`.
  private func villageStart(_ end: Int) -> Int? {
    var place = end
    if place > 0, isUpper(place - 1), !isLetter(place - 2) { place = beforeBlanks(place - 1) + 1 }
    let numberEnd = place
    while place > max(0, numberEnd - 5), isDigit(place - 1) { place -= 1 }
    guard place < numberEnd, isBlank(place - 1) else { return nil }
    var start: Int?
    for _ in 0..<3 {
      let wordEnd = place - 1
      var begin = wordEnd
      while begin > max(0, wordEnd - 30), isLetter(begin - 1) || (at(begin - 1) == "-" && isLetter(begin - 2)) {
        begin -= 1
      }
      guard begin < wordEnd, isUpper(begin) else { break }
      (start, place) = (begin, begin)
      guard isBlank(place - 1) else { break }
    }
    return start
  }

  /// A name of capitals and a number: no sentence.
  private func isPlainLine(_ range: Range<Int>) -> Bool {
    var words = 0
    var small = 0
    for place in range where isLetter(place) && !isLetter(place - 1) {
      words += 1
      if !isUpper(place), isLetter(place + 1) { small += 1 }
    }
    return words >= 1 && words <= 5 && small <= 1
  }
}
