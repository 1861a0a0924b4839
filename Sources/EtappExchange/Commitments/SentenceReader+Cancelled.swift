import EtappModel

/// What is said of a promise rather than promised: cancelled, moved, told of somebody else's letter.
extension SentenceReader {
  // Cancelled

  private static let cancelling: Set<String> = [
    "avboka", "avbokar", "avbokas", "annullera", "annullerar", "annulleras", "aterkalla", "aterkallar", "aterkallas",
    "inhiberas", "avblases", "avbryts", "avbryter", "installt", "installd", "installda", "installs", "utgar", "cancel",
    "cancels", "cancelled", "canceled", "cancelling", "withdraw", "withdraws", "withdrawn", "withdrawing", "scrapped",
    "abandoned", "revoked", "lapses",
  ]
  private static let particles: [String: Set<String>] = [
    "in": ["stalla", "staller", "stalls", "stallas"], "tillbaka": ["dra", "drar", "dras", "ta", "tar", "tas"],
    "av": ["hoppa", "hoppar"], "off": ["call", "calls", "calling", "is", "are"],
  ]

  /// `vi ställer in mötet den 22 mars`, `the offer is withdrawn`; a day by which to cancel is one to keep.
  func isCancelled(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard group.mood != .imperative, !(time.map { $0.isFramed && $0.stretch.to != nil } ?? false) else { return false }
    let last = min(group.actionPlace + 4, group.range.upperBound)
    let words = (group.place..<max(last, group.place)).filter { !isTime[$0] }.map { tokens[$0].key }
    if words.contains(where: Self.cancelling.contains) { return true }
    return words.enumerated().contains { index, word in
      Self.particles[word].map { verbs in words[..<index].suffix(3).contains(where: verbs.contains) } ?? false
    }
  }

  // Moved

  private static let moving: Set<String> = [
    "flyttas", "flyttar", "flytta", "flyttats", "flyttat", "skjuts", "skjuter", "skjuta", "skjutits", "senarelaggs",
    "senarelagger", "senarelagga", "senarelagts", "tidigarelaggs", "tidigarelagts", "ombokas", "ombokats", "moved",
    "move", "moving", "rescheduled", "postponed", "deferred", "pushed",
  ]

  func isMoving(_ group: VerbGroup) -> Bool {
    (group.place...max(group.place, group.actionPlace)).contains { Self.moving.contains(tokens[$0].key) }
  }

  /// Whether a time is where something is moved to: `flyttas till den 29 april`.
  func isTarget(_ time: DatedTime) -> Bool {
    let place = time.range.lowerBound
    return [place - 1, place].contains {
      tokens.indices.contains($0) && ["till", "to", "until"].contains(tokens[$0].key)
    }
  }

  /// The day that something is moved from is no promise any more.
  func isMovedAway(_ group: VerbGroup, _ time: DatedTime) -> Bool {
    isMoving(group) && !isTarget(time) && times.contains(where: isTarget)
  }

  // Told

  /// `I ert brev skrev ni att ni återkommer i september`: what was promised for a time that is over since.
  func isReported(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard group.clause == .content, let main = groups.last(where: { $0.place < group.range.lowerBound }),
      main.mood == .past, isSaying(main)
    else { return false }
    guard let time, let from = time.stretch.from else { return true }
    return isCounted(time) || from - context.written > 183
  }

  private func isSaying(_ group: VerbGroup) -> Bool {
    let told: Set<String> = [
      "lovade", "promised", "asked", "fragade", "pastod", "pastods", "angav", "meddelade", "claimed",
    ]
    return told.contains(tokens[group.place].key)
      || VerbLexicon.forms(tokens[group.place].key).contains { $0.verbClass == .say && $0.tense == .past }
  }

  /// `inom tre veckor`, which in what somebody said counts from the day it was said.
  func isCounted(_ time: DatedTime) -> Bool {
    ["inom", "within"].contains(tokens[time.range.lowerBound].key)
  }

  /// Whether a verb and its time stand between quotation marks: another's words.
  func isQuoted(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    let marks: Set<String> = ["\"", "”", "“", "«", "»", "„"]
    func isInside(_ place: Int) -> Bool {
      tokens[..<place].count { $0.kind == .mark && marks.contains($0.key) } % 2 == 1
    }
    return isInside(group.place) && time.map { isInside($0.range.lowerBound) } ?? true
  }

  // Birthdays

  /// `Karin fyller 50 den 14 november`, `happy birthday`.
  var isBirthday: Bool {
    let words: Set<String> = ["birthday", "fodelsedag", "fodelsedagen", "grattis", "gratulerar", "congratulations"]
    return tokens.contains { words.contains($0.key) }
      || zip(tokens, tokens.dropFirst()).contains { first, next in
        ["fyller", "turns"].contains(first.key) && (next.kind == .number || next.key == "ar")
          || first.key == "i" && next.key == "pension"
      }
  }
}
