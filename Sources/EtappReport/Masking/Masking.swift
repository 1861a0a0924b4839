public import EtappModel

/// Takes out of a text what may not be published: names of private persons, addresses, telephone numbers, e-mail
/// addresses, identity numbers.
///
/// It makes copies; the record stays as it is. Organisations, officials and their addresses that stand in `keeping` stay.
public struct Masking: Hashable, Sendable {
  public var rules: MaskingRules
  /// Names and addresses that are shown: authorities, officials, their mailboxes and streets.
  public var keeping: [String]
  /// Private persons who are known by name, as the correspondents of a letter are.
  public var persons: [String]
  /// What stands in the place of what is taken out.
  public var mark: String

  public init(
    keeping: [String] = [], persons: [String] = [], rules: MaskingRules = .standard, mark: String = "█████"
  ) {
    self.rules = rules
    self.keeping = keeping
    self.persons = persons
    self.mark = mark
  }

  /// The same masking, which also knows the private persons among some correspondents.
  public func knowing(_ correspondents: [Correspondent]) -> Masking {
    var masking = self
    masking.persons += correspondents.compactMap(\.name).filter { !isKept($0) }
    return masking
  }

  /// A copy of a text for publication.
  ///
  /// - Complexity: O(length of the text × number of `keeping`).
  public func mask(_ text: String) -> MaskedText {
    let scalars = Array(text.unicodeScalars)
    let masked = masked(scalars)
    var copy = String.UnicodeScalarView()
    var place = 0
    for item in masked {
      copy.append(contentsOf: scalars[place..<item.span.lowerBound])
      copy.append(contentsOf: mark.unicodeScalars)
      place = item.span.upperBound
    }
    copy.append(contentsOf: scalars[place...])
    return MaskedText(text: String(copy), masked: masked)
  }

  /// The places of a text that are not shown, in order, none over another.
  func masked(_ scalars: [Unicode.Scalar]) -> [Masked] {
    let scanner = MaskScanner(scalars, rules)
    let words = scanner.words()
    let kept = keptRanges(scanner)
    var found = numbers(scanner)
    found += scanner.mails().map { Masked(span: $0, kind: .mail) }
    found += scanner.addresses(words).map { Masked(span: $0, kind: .address) }
    found = found.filter { item in !kept.contains { $0.contains(item.span) } }
    found += names(scanner, words, found.map(\.span)).filter { item in !kept.contains { $0.overlaps(item.span) } }
    return Self.apart(found)
  }

  private func numbers(_ scanner: MaskScanner) -> [Masked] {
    var found: [Masked] = []
    var place = 0
    var lastEnd = -1
    while place < scanner.count {
      if let end = scanner.personalNumber(place) {
        found.append(Masked(span: place..<end, kind: .personalNumber))
        (place, lastEnd) = (end, end)
      } else if let end = scanner.phone(place, lastEnd: lastEnd) {
        found.append(Masked(span: place..<end, kind: .phone))
        (place, lastEnd) = (end, end)
      } else {
        place += 1
      }
    }
    return found
  }

  private func names(_ scanner: MaskScanner, _ words: [MaskScanner.Word], _ masked: [Range<Int>]) -> [Masked] {
    let structural = scanner.structuralNames(words, besides: masked).filter { !isKeptName(scanner.string($0)) }
    let told = structural.compactMap { PersonName(scanner.text($0), rules) }
    let known = persons.filter { !isKept($0) }.compactMap { PersonName($0, rules) }
    let ranges = structural + scanner.known(known + told, in: words)
    return ranges.map { Masked(span: $0, kind: .name) }
  }

  // What is kept

  /// Whether a correspondent's name is one that is shown.
  func isKept(_ name: String) -> Bool {
    let key = MaskScanner.fold(name)
    return keeping.contains { MaskScanner.fold($0) == key }
  }

  private func isKeptName(_ key: String) -> Bool { keeping.contains { MaskScanner.fold($0) == key } }

  private func keptRanges(_ scanner: MaskScanner) -> [Range<Int>] {
    let keys = Set(keeping.map { MaskScanner.fold($0) }.filter { !$0.isEmpty })
    var byFirst: [Unicode.Scalar: [String]] = [:]
    for key in keys { if let first = key.unicodeScalars.first { byFirst[first, default: []].append(key) } }
    var kept: [Range<Int>] = []
    for place in scanner.folded.indices {
      let ends = (byFirst[scanner.folded[place]] ?? []).compactMap { scanner.standsKept($0, at: place) }
      if let end = ends.max() { kept.append(place..<end) }
    }
    return kept
  }

  // Putting together

  /// Overlapping places become one, of the kind that says most.
  static func apart(_ found: [Masked]) -> [Masked] {
    let order = Dictionary(uniqueKeysWithValues: Masked.Kind.allCases.enumerated().map { ($1, $0) })
    let sorted = found.filter { !$0.span.isEmpty }.sorted {
      ($0.span.lowerBound, -$0.span.upperBound) < ($1.span.lowerBound, -$1.span.upperBound)
    }
    var result: [Masked] = []
    for item in sorted {
      guard let last = result.last, item.span.lowerBound < last.span.upperBound else {
        result.append(item)
        continue
      }
      let kind = (order[item.kind] ?? 0) < (order[last.kind] ?? 0) ? item.kind : last.kind
      let end = max(last.span.upperBound, item.span.upperBound)
      result[result.count - 1] = Masked(span: last.span.lowerBound..<end, kind: kind)
    }
    return result
  }
}

extension MaskScanner {
  /// The text of a range as it stands.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Like `stands`, for names with marks and digits in them.
  func standsKept(_ key: String, at place: Int) -> Int? {
    guard !isLetter(place - 1), !isDigit(place - 1) else { return nil }
    var end = place
    for scalar in key.unicodeScalars {
      while at(end) == "\u{0}" { end += 1 }
      guard at(end) == scalar else { return nil }
      end += 1
    }
    while at(end) == "\u{0}" { end += 1 }
    // A genitive is kept with its name.
    if at(end) == "s", !isLetter(end + 1) { return end + 1 }
    return isLetter(end) || isDigit(end) ? nil : end
  }
}
