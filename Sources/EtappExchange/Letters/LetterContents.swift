import EtappModel

/// What can be picked out of a letter's text: links, telephone numbers, addresses, attachments that are spoken of.
enum LetterContents {
  /// Fills in what the body of a letter mentions.
  ///
  /// - Complexity: O(body).
  static func note(in letter: inout Letter) {
    let mentions = Mentions(letter.body)
    letter.links = mentions.links
    letter.addresses = mentions.addresses
    letter.phones = PhoneNumbers.all(in: mentions.textWithoutLinks)
    letter.namedAttachments = NamedAttachments.all(in: mentions.textWithoutLinks, beside: letter.attachments)
  }
}

/// The links and e-mail addresses of a text, in order, each once.
struct Mentions {
  private(set) var links: [String] = []
  private(set) var addresses: [String] = []
  /// The text with links and addresses blanked out, so that their figures are no telephone numbers.
  private(set) var textWithoutLinks = ""
  private var known: Set<String> = []

  init(_ text: String) {
    for line in text.lines {
      var rest = line
      while let word = Self.nextWord(&rest) { textWithoutLinks += note(word) ? " \u{1} " : word + " " }
      textWithoutLinks += "\n"
    }
  }

  /// The next word between blanks and brackets.
  private static func nextWord(_ rest: inout Substring) -> Substring? {
    rest = rest.drop { $0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    // `<` parts words where it stands alone and where it opens an address.
    let word = rest.prefix(1) + rest.dropFirst().prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" }
    rest = rest.dropFirst(word.count)
    return word
  }

  private mutating func note(_ word: Substring) -> Bool {
    // Most words are only words: no link or address is without one of these.
    guard word.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".") }) else { return false }
    let bare = Self.bare(word)
    let lower = bare.lowercased()
    if let start = ["https://", "http://", "www."].compactMap({ lower.firstRange(of: $0)?.lowerBound }).min() {
      let offset = lower.distance(from: lower.startIndex, to: start)
      let link = String(bare.dropFirst(min(offset, bare.count)))
      guard link.count > 8, link.contains(".") else { return false }
      if links.count < LetterLimits.mentions, known.insert(link).inserted { links.append(link) }
      return true
    }
    guard let address = Self.address(lower) else { return false }
    if addresses.count < LetterLimits.mentions, known.insert(address).inserted { addresses.append(address) }
    return true
  }

  /// The word without what surrounds it in a sentence.
  private static func bare(_ word: Substring) -> Substring {
    var bare = word.drop { "<([{\"'”“«»’*_".contains($0) }
    while let last = bare.last, ".,;:!?>)]}\"'”“«»’*_".contains(last) {
      // A bracket that the link itself opened stays.
      if last == ")", bare.dropLast().count(where: { $0 == "(" }) > bare.dropLast().count(where: { $0 == ")" }) {
        break
      }
      bare = bare.dropLast()
    }
    return bare
  }

  /// The e-mail address in a word in lower case; nil when there is none.
  static func address(_ word: String) -> String? {
    guard let at = word.firstIndex(of: "@"), word[at...].dropFirst().firstIndex(of: "@") == nil else { return nil }
    let local = String(
      word[..<at].reversed().prefix { $0.isLetter || $0.isNumber || "._%+-=/&'".contains($0) }.reversed())
    let domain = word[at...].dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard !local.isEmpty, local.count <= 64, labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }),
      let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter)
    else { return nil }
    return "\(local)@\(domain)"
  }
}
