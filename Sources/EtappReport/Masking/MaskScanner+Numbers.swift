extension MaskScanner {
  // Identity numbers

  /// The end of an identity number that begins at a place: a date, a sign, and digits with a check.
  func personalNumber(_ place: Int) -> Int? {
    guard isDigit(place), !isDigit(place - 1), !isLetter(place - 1) else { return nil }
    if let before = at(place - 1), before == "-" || before == "/" || before == "+", isDigit(place - 2) { return nil }
    for format in rules.personalNumbers {
      if let end = personalNumber(place, format) { return end }
    }
    return nil
  }

  private func personalNumber(_ place: Int, _ format: MaskingRules.PersonalNumber) -> Int? {
    let wanted = format.yearDigits + 4 + format.serialDigits
    var digits: [Int] = []
    var end = place
    while digits.count < wanted {
      if let digit = digit(end) {
        digits.append(digit)
        end += 1
      } else {
        guard let next = separator(end, after: digits.count, format) else { return nil }
        end = next
      }
    }
    guard !isDigit(end), !isLetter(end) || folded[end - 1] == "\u{0}" else { return nil }
    if [".", "-", "/"].contains(at(end)), isDigit(end + 1) { return nil }
    guard isDate(digits, format) else { return nil }
    let isLabelled = labels(before: place, atMost: 2).contains(where: rules.personalLabels.contains)
    return isLabelled || Self.luhn(digits.suffix(6 + format.serialDigits)) ? end : nil
  }

  /// Signs between the parts of the date and before the last digits; a blank on each side may be there.
  private func separator(_ place: Int, after count: Int, _ format: MaskingRules.PersonalNumber) -> Int? {
    let dateEnd = format.yearDigits + 4
    if count == dateEnd {
      let start = skipBlanks(place, atMost: 2)
      let sign: [Unicode.Scalar] = ["-", "+", "/", "."]
      if let scalar = at(start), sign.contains(scalar) { return skipBlanks(start + 1, atMost: 2) }
      return start > place ? start : nil
    }
    let isPart = count == format.yearDigits || count == format.yearDigits + 2 || (format.yearDigits == 4 && count == 2)
    guard isPart, let scalar = at(place), ["-", " ", ".", "/"].contains(scalar), isDigit(place + 1) else { return nil }
    return place + 1
  }

  private func isDate(_ digits: [Int], _ format: MaskingRules.PersonalNumber) -> Bool {
    let year = digits.prefix(format.yearDigits).reduce(0) { $0 * 10 + $1 }
    let rest = Array(digits.dropFirst(format.yearDigits))
    let (month, day) = (rest[0] * 10 + rest[1], rest[2] * 10 + rest[3])
    guard (1...12).contains(month), format.yearDigits == 2 || (1800...2199).contains(year) else { return false }
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return format.dayOffsets.contains { (1...lengths[month - 1]).contains(day - $0) }
  }

  /// Luhn's sum: every second digit doubled from the last but one on, the sum a multiple of ten.
  static func luhn(_ digits: ArraySlice<Int>) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = index % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  // Telephones

  private struct Groups {
    var digits: [Int] = []
    /// Digits and end of each group, and the sign before it.
    var ends: [(count: Int, end: Int)] = []
    var sizes: [Int] = []
    var signs: [String] = []
  }

  /// The end of a telephone number that begins at a place.
  func phone(_ place: Int, lastEnd: Int) -> Int? {
    guard let first = at(place), first == "+" || first == "(" || first == "o" || isDigit(place) else { return nil }
    guard !isLetter(place - 1), !isDigit(place - 1), at(place - 1) != "+" else { return nil }
    // Not in the middle of another number.
    if let before = at(place - 1), ["-", "/", ".", ",", ":", "§"].contains(before), isDigit(place - 2),
      place - 1 != lastEnd
    {
      return nil
    }
    if first == "o" { guard isUpper(place) || at(place) == "o", isDigit(place + 1) else { return nil } }
    let groups = groups(from: place)
    guard groups.digits.count >= rules.phone.localDigits.lowerBound else { return nil }
    let words = labels(before: place, atMost: 2)
    if words.contains(where: rules.numberLabels.contains) || isNumberLabel(words) { return nil }
    if isDateOrHours(groups) { return nil }
    if first == "+" || first == "(" && at(place + 1) == "+" || groups.digits.starts(with: [0, 0]) {
      return international(groups, place)
    }
    if groups.digits[0] == rules.phone.trunk { return national(groups, place) }
    guard words.contains(where: rules.phoneLabels.contains), first != "(" else { return nil }
    return end(of: groups, rules.phone.localDigits)
  }

  /// `org.nr`, `dnr.` and their like, written apart.
  private func isNumberLabel(_ words: [String]) -> Bool {
    guard let word = words.first else { return false }
    return rules.numberLabels.contains(word.split(separator: ".").joined())
      || word == "nr" && words.count > 1
        && rules.numberLabels.contains { $0.hasPrefix(words[1]) && words[1].utf8.count >= 3 }
  }

  /// Groups of digits with at most three signs between two of them.
  private func groups(from start: Int) -> Groups {
    var groups = Groups()
    var place = start
    var sign = ""
    while groups.digits.count < 18 {
      let begin = place
      while groups.digits.count < 40, let digit = digit(place) ?? (place == start && at(place) == "o" ? 0 : nil) {
        groups.digits.append(digit)
        place += 1
      }
      if place > begin {
        groups.ends.append((groups.digits.count, place))
        groups.sizes.append(place - begin)
        groups.signs.append(sign)
      }
      guard let next = nextGroup(place, isFirst: groups.digits.isEmpty) else { break }
      sign = string(place..<next)
      place = next
    }
    return groups
  }

  private func nextGroup(_ place: Int, isFirst: Bool) -> Int? {
    var end = place
    let limit = place + (isFirst ? 4 : 4)
    let signs: [Unicode.Scalar] = [" ", "-", "(", ")", "/", ".", "\u{0}", "\t"]
    while end < limit, let scalar = at(end), signs.contains(scalar) || (isFirst && scalar == "+") { end += 1 }
    guard end > place, isDigit(end) else { return nil }
    return end
  }

  /// `05-10-2021`, `08.00-16.30`: digits of days and hours.
  private func isDateOrHours(_ groups: Groups) -> Bool {
    let sizes = groups.sizes
    func value(_ index: Int) -> Int {
      let end = groups.ends[index].count
      return groups.digits[end - sizes[index]..<end].reduce(0) { $0 * 10 + $1 }
    }
    if sizes.count >= 3, sizes[0] <= 2, sizes[1] <= 2,
      sizes[2] == 4 || sizes[2] == 2 && groups.signs[1] == groups.signs[2]
    {
      if sizes[2] == 4, (1...31).contains(value(0)), (1...31).contains(value(1)), (1900...2199).contains(value(2)) {
        return true
      }
    }
    if sizes.count >= 4, sizes.prefix(4).allSatisfy({ $0 == 2 }), groups.signs[1] == ".", groups.signs[3] == ".",
      groups.signs[2].contains("-")
    {
      return value(0) < 25 && value(1) < 60 && value(2) < 25 && value(3) < 60
    }
    // `08-2021`, `0123/2021`: a serial and a year.
    return sizes.count == 2 && sizes[1] == 4 && (1990...2060).contains(value(1)) && groups.signs[1] == "/"
  }

  private func international(_ groups: Groups, _ place: Int) -> Int? {
    let extra = groups.digits.starts(with: [0, 0]) ? 2 : 0
    let limits = rules.phone.internationalDigits
    return end(of: groups, limits.lowerBound + extra...limits.upperBound + extra)
  }

  private func national(_ groups: Groups, _ place: Int) -> Int? {
    guard groups.digits.count >= 2, groups.digits[1] != 0 else { return nil }
    // A nought, a point and a digit is an amount.
    if groups.sizes[0] == 1, groups.signs.count > 1, groups.signs[1] == "." { return nil }
    return end(of: groups, rules.phone.nationalDigits)
  }

  /// The end of the longest run of groups with an allowed number of digits.
  private func end(of groups: Groups, _ limits: ClosedRange<Int>) -> Int? {
    guard let index = groups.ends.lastIndex(where: { $0.count <= limits.upperBound }),
      groups.ends[index].count >= limits.lowerBound
    else { return nil }
    // A lone digit behind a blank counts what follows.
    var last = index
    if last > 1, groups.sizes[last] == 1, groups.signs[last] == " ", groups.ends[last - 1].count >= limits.lowerBound,
      !groups.sizes[1..<last].contains(1)
    {
      last -= 1
    }
    let end = groups.ends[last].end
    if isLetter(end), at(end) != "\u{0}" { return nil }
    return end
  }
}
