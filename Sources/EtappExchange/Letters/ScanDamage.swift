/// What a reading of paper does to words.
enum ScanDamage {
  /// Whether a text shows it: figures within words (`f6r`, `k0mmun`), or common words that all lost their dots.
  ///
  /// - Complexity: O(text).
  static func isSeen(in text: String) -> Bool {
    var figures = 0
    var lost = 0
    var right = 0
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let lower = word.lowercased()
      if withoutDots.contains(lower) { lost += 1 }
      if withDots.contains(lower) { right += 1 }
      if isHurt(word) { figures += 1 }
    }
    return figures >= 2 || (lost >= 3 && right == 0)
  }

  /// Swedish words that are everywhere and are none without their dots.
  private static let withDots: Set<String> = ["från", "för", "på", "när", "är", "även", "också", "därför", "måste"]
  private static let withoutDots: Set<String> = [
    "fran", "pa", "nar", "aven", "ocksa", "darfor", "maste", "fér", "frän",
  ]

  /// A figure between two small letters: `f6r`, `sm8`.
  private static func isHurt(_ word: Substring) -> Bool {
    guard word.count >= 3, word.count(where: \.isNumber) == 1, word.last?.isLowercase ?? false,
      let figure = word.firstIndex(where: \.isNumber), figure > word.startIndex, "0168".contains(word[figure])
    else { return false }
    return word[word.index(before: figure)].isLowercase && word[word.index(after: figure)...].allSatisfy(\.isLowercase)
  }

  /// The text with words made whole that were broken over two lines by a hyphen, where that is safe.
  ///
  /// Not before `och` and its like (`land- och vattenfrågor`), not where the hyphen belongs to the word (`e-post`), not
  /// after figures, and not before a capital letter.
  static func joined(_ text: String) -> String {
    var result: [String] = []
    for line in text.lines {
      // A line that has grown long is no line of paper, and would be copied again and again.
      guard let last = result.last, last.utf8.count < 1_000, let tail = brokenTail(last), let head = brokenHead(line)
      else {
        result.append(String(line))
        continue
      }
      let rest = line.dropFirst(head.count).drop { $0 == " " }
      result[result.count - 1] = (tail.count == 1 ? last : String(last.dropLast())) + head
      // The rest of the line stays a line, unless the word was all of it.
      if !rest.isEmpty { result.append(String(rest)) }
    }
    return result.joined(separator: "\n")
  }

  /// The letters before a hyphen at the end of a line; nil when there is none.
  private static func brokenTail(_ line: String) -> String? {
    guard let hyphen = line.last, "-\u{2010}\u{AD}¬".contains(hyphen) else { return nil }
    let tail = line.dropLast().reversed().prefix { $0.isLetter }
    let before = line.dropLast(1 + tail.count).last
    return tail.isEmpty || before.map { $0.isNumber || $0 == "-" } ?? false ? nil : String(tail.reversed())
  }

  /// The first word of a line, with what follows it closely; nil where it cannot go on with a broken one.
  private static func brokenHead(_ line: Substring) -> Substring? {
    guard line.first?.isLowercase ?? false else { return nil }
    let head = line.prefix { !$0.isWhitespace }
    let word = head.prefix { $0.isLetter }
    let isJoiner = ["och", "eller", "samt", "respektive", "resp", "till", "and", "or", "to"].contains(word.lowercased())
    return isJoiner ? nil : head
  }
}
