import EtappModel

extension SentenceReader {
  /// The promise that a time belongs to, if it does.
  func promise(_ time: DatedTime) -> (commitment: Commitment, isSoon: Bool)? {
    if let group = governing(time) {
      guard isPromising(group, time), !isDeadline(group) else {
        return following(group, time).map { (commitment(.promise, side(of: $0), time), time.isSoon) }
          ?? nominal(time, in: group)
      }
      return (commitment(.promise, side(of: group), time), time.isSoon)
    }
    if groups.isEmpty, let lead {
      guard lead.isPromise else { return nil }
      return (commitment(.promise, lead.side, time), time.isSoon)
    }
    return nominal(time, in: nil)
  }

  /// `Om två veckor vet vi mer och hör då av oss`: the verb that takes a time up again.
  private func following(_ group: VerbGroup, _ time: DatedTime) -> VerbGroup? {
    let word = (time.range.upperBound..<tokens.count).first { ["da", "then"].contains(tokens[$0].key) && !isTime[$0] }
    guard let word,
      let next = groups.first(where: { $0.range.contains(word) && $0.place >= time.range.upperBound }),
      next.place > group.place, next.clause == .main, isPromising(next, time)
    else { return nil }
    return next
  }

  /// `Svarstiden går ut den 15 oktober` is a limit, whatever the verb is.
  func isDeadline(_ group: VerbGroup) -> Bool {
    group.mood == .present && group.head != .request
      && group.range.contains {
        !isTime[$0] && $0 < group.place
          && (Self.deadlines.contains(tokens[$0].key) || isClosing(group) && Self.closing.contains(tokens[$0].key))
      }
  }

  static let closing: Set<String> = [
    "submissions", "applications", "consultation", "registration", "remissen", "anmalan", "ansokan", "samradet",
    "enkaten", "survey",
  ]

  /// `Submissions close on 15 April`.
  func isClosing(_ group: VerbGroup) -> Bool {
    Self.ends.contains(group.word)
  }

  static let ends: Set<String> = [
    "close", "closes", "end", "ends", "stanger", "stangs", "utgar", "gar", "avslutas",
  ]

  /// The side of a verb; `vi bedömer att svar kan lämnas` is said of us.
  func side(of group: VerbGroup) -> Commitment.Side {
    if group.clause == .content, sides.subject(group) == nil,
      let main = groups.last(where: { $0.place < group.range.lowerBound }),
      main.head == .plan
    {
      return sides.side(of: main)
    }
    // `We are looking into this and will reply …`
    if ["and", "och", "samt", "men", "but"].contains(tokens[group.range.lowerBound].key), !group.isPassive,
      group.mood != .imperative, sides.subject(group) == nil,
      let main = groups.last(where: { $0.place < group.range.lowerBound }), main.clause == .main,
      let side = sides.subject(main)
    {
      return side
    }
    return sides.side(of: group)
  }

  /// The verb that a time belongs to: the nearest before it in its clause, else the first behind.
  func governing(_ time: DatedTime) -> VerbGroup? {
    let place = time.range.lowerBound
    let inside = groups.filter { $0.range.contains(place) }
    if let before = inside.last(where: { $0.place < place }) {
      // A comma ends a condition: `hör av er, om ni vill, senast den 15`.
      let isClosed =
        place > 0 && (max(before.place, place - 3)..<place).contains { tokens[$0].isMark(",") && !isTime[$0] }
      let main = groups.last { $0.place < before.place && $0.clause == .main }
      if before.clause == .conditional || before.clause == .relative, isClosed, let main { return main }
      // `Vi tar det när vi ses den 5 oktober`
      if before.clause == .conditional, ["ses", "traffas", "meet", "hors"].contains(before.word), let main {
        return main
      }
      return before
    }
    return inside.first
  }

  /// Whether a verb promises, asks or tells what will be.
  func isPromising(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    if group.clause == .conditional { return isPoliteWish(group) }
    if group.isNegated || isInNegated(group), !isStillPromise(time) { return false }
    if isCancelled(group, time) || isReported(group, time) || isQuoted(group, time) { return false }
    if let time, isMovedAway(group, time) { return false }
    switch group.mood {
    case .imperative: return !isOffer(group) || (time?.isFramed ?? false)
    case .future: return isAction(group, time)
    case .present: return isPresentPromise(group, time)
    case .permission: return isPermitted(group, time)
    case .past: return isTask(group, time)
    case .conditional: return isWish(group) || isPoliteOrder(group)
    }
  }

  /// `vi kan inte garantera att kontoret öppnar före jul`.
  private func isInNegated(_ group: VerbGroup) -> Bool {
    let isDoubtful = (max(0, group.range.lowerBound - 4)..<group.place).contains {
      Self.doubts.contains(tokens[$0].key)
    }
    if isDoubtful { return true }
    guard group.clause == .content else { return false }
    return groups.last { $0.place < group.range.lowerBound }?.isNegated ?? false
  }

  private static let doubts: Set<String> = [
    "osannolikt", "tveksamt", "oklart", "osakert", "ovisst", "unlikely", "doubtful", "uncertain", "unclear",
  ]

  /// `återkommer inte förrän i oktober` says when, though it says not.
  func isStillPromise(_ time: DatedTime?) -> Bool {
    guard let time else { return false }
    return time.isFramed && time.stretch.to == nil
      || time.range.contains { ["inte", "not", "no", "ej"].contains(tokens[$0].key) }
  }

  // Without a time

  private static let returning: Set<String> = [
    "aterkommer", "aterkomma", "aterkom", "aterkopplar", "aterkoppla", "meddelar", "meddela", "skickar", "skicka",
    "sander", "sanda", "oversander", "oversanda", "besvarar", "besvara", "svarar",
    "svara", "inkomma", "inkom", "lamna", "lamnar", "redovisa", "informera", "informerar", "kontakta", "kontaktar",
    "ringer", "send", "reply", "respond", "inform", "contact", "notify", "submit", "provide", "revert", "hor", "hora",
  ]

  /// A promise to come back that says no time.
  func undated(_ group: VerbGroup) -> Commitment? {
    guard times.isEmpty, group.clause == .main, !group.isNegated, !isTime.contains(true) else { return nil }
    guard Self.returning.contains(group.word) || isComingBack(group), !isOffer(group), !isHypothetical else {
      return nil
    }
    guard [.present, .future, .imperative].contains(group.mood), !group.isPassive else { return nil }
    let side = sides.side(of: group)
    guard side != .other else { return nil }
    return commitment(.promise, side, nil)
  }

  private var isHypothetical: Bool { groups.contains { $0.clause == .conditional } }

  private func isComingBack(_ group: VerbGroup) -> Bool {
    let next = group.actionPlace..<min(group.actionPlace + 4, group.range.upperBound)
    let words = next.map { tokens[$0].key }
    return ["get", "come", "be"].contains(group.word) && words.contains("back")
      || words.starts(with: ["be", "in", "touch"])
      || words.starts(with: ["let", "you", "know"])
  }
}
