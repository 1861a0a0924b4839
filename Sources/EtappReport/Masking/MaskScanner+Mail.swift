extension MaskScanner {
  private static let ats = [
    "(at)", "[at]", "{at}", "<at>", "(a)", "[a]", " at ", "(snabel-a)", " snabel-a ", "[snabel-a]", "(@)", "[@]", " @ ",
    "@ ", " @", "@", "＠",
  ]
  private static let dots = [
    "(dot)", "[dot]", "{dot}", " dot ", " punkt ", "(punkt)", "[punkt]", "(.)", "[.]", " . ", ".",
  ]

  /// The e-mail addresses of the text.
  func mails() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < count {
      if let range = mail(at: place), range.lowerBound >= (found.last?.upperBound ?? 0) {
        found.append(range)
        place = range.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// The end of one of some signs that stands at a place.
  private func end(ofAny signs: [String], at place: Int) -> Int? {
    for sign in signs {
      var end = place
      let isThere = sign.unicodeScalars.allSatisfy { scalar in
        defer { end += 1 }
        return at(end) == scalar
      }
      if isThere { return end }
    }
    return nil
  }

  /// The address whose at-sign, in one of its spellings, begins at a place.
  private func mail(at place: Int) -> Range<Int>? {
    guard let scalar = at(place), ["@", "(", "[", "{", "<", " ", "＠"].contains(scalar) else { return nil }
    // A sign in brackets may have blanks around it.
    let inner = skipBlanks(place, atMost: 2)
    let isBracket = at(inner).map { ["(", "[", "{", "<"].contains($0) } ?? false
    guard var after = end(ofAny: Self.ats, at: isBracket ? inner : place) else { return nil }
    let sign = string(place..<after)
    if isBracket { after = skipBlanks(after, atMost: 2) }
    let isSpelled = !sign.contains("@") && sign != "＠"
    let local = localStart(place)
    guard local < place, let end = domainEnd(after, isSpelled: isSpelled) else { return nil }
    // `look at example.com` is a place, `anna.b at example.com` an address.
    let isPlainWord =
      isSpelled && !isBracket && (local..<place).allSatisfy { isLetter($0) } && !string(after..<end).contains(" ")
    return isPlainWord && sign == " at " ? nil : local..<end
  }

  private func isLocal(_ place: Int) -> Bool {
    guard let scalar = at(place) else { return false }
    return isLetter(place) || isDigit(place) || [".", "_", "%", "+", "-", "'", "&", "=", "!", "~"].contains(scalar)
  }

  private func localStart(_ place: Int) -> Int {
    var start = place
    while start > place - 64, isLocal(start - 1) { start -= 1 }
    // `anna dot andersson at …`
    if let dot = [" dot ", " punkt "].first(where: { endsWith($0, at: start) }) {
      let before = start - dot.unicodeScalars.count
      var first = before
      while first > before - 40, isLocal(first - 1) { first -= 1 }
      if first < before { start = first }
    }
    while start < place, [".", "'", "-", "="].contains(at(start)) { start += 1 }
    return start
  }

  private func endsWith(_ sign: String, at end: Int) -> Bool {
    let length = sign.unicodeScalars.count
    return end >= length && string(end - length..<end) == sign
  }

  /// Labels with dots between them, the last of letters only.
  private func domainEnd(_ start: Int, isSpelled: Bool) -> Int? {
    var end = labelEnd(start)
    var dots = 0
    var lastStart = start
    guard end > start else { return nil }
    while dots < 6, let next = dot(at: end, isSpelled: isSpelled || dots == 0), labelEnd(next) > next {
      lastStart = next
      end = labelEnd(next)
      dots += 1
    }
    while end > start, at(end - 1) == "-" { end -= 1 }
    if dots == 0 { return isSpelled ? nil : end - start >= 2 ? end : nil }
    return end - lastStart >= 2 ? end : nil
  }

  private func dot(at place: Int, isSpelled: Bool) -> Int? {
    guard let scalar = at(place), [".", " ", "(", "[", "{"].contains(scalar), let end = end(ofAny: Self.dots, at: place)
    else { return nil }
    let sign = string(place..<end)
    return sign == " . " && !isSpelled ? nil : end
  }

  private func labelEnd(_ start: Int) -> Int {
    var end = start
    while end < start + 63, isLetter(end) || isDigit(end) || (at(end) == "-" && end > start) || at(end) == "_" {
      end += 1
    }
    return end
  }
}
