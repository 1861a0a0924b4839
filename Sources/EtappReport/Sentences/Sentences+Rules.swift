package import EtappModel

/// Rules as sentences: the assignment's own words where it has them, else ours.
extension Sentences {
  /// What the rule says; a wish says its price.
  package func rule(_ rule: Rule) -> String {
    let words = rule.sentence.map { $0(language) } ?? composed(rule.kind)
    guard let price = rule.price else { return words }
    let points = self.value(price, .points)
    return words
      + say(
        en: " (A wish: \(points) for each unit missed.)", sv: " (Ett önskemål: \(points) för varje enhet som saknas.)")
  }

  /// The sentence that the rule's kind and numbers make.
  package func composed(_ kind: Rule.Kind) -> String {
    switch kind {
    case .count(let parts, let min, let max): counting(parts, min, max)
    case .share(let parts, let within, let after, let min): sharing(parts, within, after, min)
    case .nobodyBeyond(let parts, let limit, let after): nobodyBeyond(parts, limit, after)
    case .near(let parts, let layer, let min, let max): near(parts, layer, min, max)
    case .fixed(let fixings): fixed(fixings)
    case .forbidden(let selection, let round): forbidden(selection, round)
    case .notBefore(let selection, let round):
      say(
        en: "\(sentence(offices(selection))) open in \(name(ofRound: round)) at the earliest.",
        sv: "\(sentence(offices(selection))) öppnar tidigast i \(name(ofRound: round)).")
    case .notAfter(let selection, let round):
      say(
        en: "\(sentence(offices(selection))) open in \(name(ofRound: round)) at the latest, if at all.",
        sv: "\(sentence(offices(selection))) öppnar senast i \(name(ofRound: round)), om alls.")
    case .before, .together, .notBoth, .oneOf: order(kind)
    case .apart(let selection, let distance):
      say(
        en: "No two \(offices(selection)) that open lie nearer to each other than \(kilometres(distance)).",
        sv: "Inga två \(offices(selection)) som öppnar ligger närmare varandra än \(kilometres(distance)).")
    case .budget(let limit, let rounds):
      say(
        en: "Setting up what opens \(inRounds(rounds)) costs at most \(money(limit.value)).",
        sv: "Att inrätta det som öppnar \(inRounds(rounds)) kostar högst \(money(limit.value)).")
    case .keep(let plan, let changes, let selection):
      say(
        en:
          "\(sentence(between(nil, changes, .place)))\(qualifier(selection)) \(changes == 1 ? "differs" : "differ") from the plan \(quoted(plan)).",
        sv: "\(sentence(between(nil, changes, .place)))\(qualifier(selection)) skiljer sig från planen \(quoted(plan))."
      )
    case .close(let selection, let rounds, let min, let max): closing(selection, rounds, min, max)
    }
  }

  // MARK: Counting

  private func counting(_ parts: [CountPart], _ min: Int?, _ max: Int?) -> String {
    guard let first = parts.first else { return say(en: "No offices are counted.", sv: "Inga kontor räknas.") }
    if parts.count == 1, first.label == nil { return countingOne(first, min, max) }
    let when = inRounds(first.rounds)
    let opens = verb(max ?? min ?? 2)
    return say(
      en: "\(sentence(between(min, max, .office))) \(opens) \(when) in each of \(labels(parts.map(\.label))).",
      sv: "\(sentence(between(min, max, .office))) öppnar \(when) i var och en av \(labels(parts.map(\.label))).")
  }

  private func countingOne(_ part: CountPart, _ min: Int?, _ max: Int?) -> String {
    let (what, when) = (qualifier(part.selection), inRounds(part.rounds))
    if max == 0 { return say(en: "No offices\(what) open \(when).", sv: "Inga kontor\(what) öppnar \(when).") }
    if part.selection == .all, part.rounds.count == 1, assignment.rounds.count > 1 {
      return holding(part.rounds.lowerBound, min, max)
    }
    return say(
      en: "\(sentence(between(min, max, .office)))\(what) \(verb(max ?? min ?? 2)) \(when).",
      sv: "\(sentence(between(min, max, .office)))\(what) öppnar \(when).")
  }

  /// A round's own numbers: "Omgång 1 rymmer högst 13 kontor."
  private func holding(_ round: Int, _ min: Int?, _ max: Int?) -> String {
    guard min == nil || max == nil || min == max else {
      return say(
        en: "\(title(ofRound: round)) holds \(between(min, max, .office)).",
        sv: "\(title(ofRound: round)) rymmer \(between(min, max, .office)).")
    }
    return say(
      en: "\(title(ofRound: round)) holds \(between(min, max, .office)).",
      sv: min != nil && max == nil
        ? "I \(name(ofRound: round)) öppnar \(between(min, max, .office))."
        : "\(title(ofRound: round)) rymmer \(between(min, max, .office)).")
  }

  private func verb(_ number: Int) -> String { say(en: number == 1 ? "opens" : "open", sv: "öppnar") }

  private func labels(_ labels: [String?]) -> String { list(labels.map { $0 ?? "–" }, atMost: 5) }

  private func near(_ parts: [CountPart], _ layer: Selection.Nearby, _ min: Int?, _ max: Int?) -> String {
    let number = sentence(between(min, max, .office))
    let lies = say(en: (max ?? min ?? 2) == 1 ? "lies" : "lie", sv: "ligger")
    guard let first = parts.first, parts.count == 1, first.label == nil else {
      return say(
        en: "In each of \(labels(parts.map(\.label))), \(between(min, max, .office)) \(lies) \(nearby(layer)).",
        sv: "I var och en av \(labels(parts.map(\.label))) \(lies) \(between(min, max, .office)) \(nearby(layer)).")
    }
    return say(
      en:
        "\(number)\(qualifier(first.selection)) that \(verb(max ?? min ?? 2)) \(inRounds(first.rounds)) \(lies) \(nearby(layer)).",
      sv: "\(number)\(qualifier(first.selection)) som öppnar \(inRounds(first.rounds)) \(lies) \(nearby(layer)).")
  }

  // MARK: People

  private func sharing(_ parts: [DemandPart], _ within: Minutes, _ after: Int, _ min: Double) -> String {
    let share = numbers.percent(min)
    return say(
      en:
        "\(sentence(afterRound(after))), at least \(share) of \(people(parts)) have an open office within \(limit(within)).",
      sv:
        "\(sentence(afterRound(after))) har minst \(share) av \(people(parts)) ett öppet kontor inom \(limit(within)).")
  }

  private func nobodyBeyond(_ parts: [DemandPart], _ limit: Minutes, _ after: Int) -> String {
    say(
      en:
        "\(sentence(afterRound(after))), nobody among \(people(parts)) has further than \(self.limit(limit)) to an open office.",
      sv:
        "\(sentence(afterRound(after))) har ingen av \(people(parts)) längre än \(self.limit(limit)) till ett öppet kontor."
    )
  }

  private func people(_ parts: [DemandPart]) -> String {
    guard parts.count == 1, let only = parts.first, only.label == nil else {
      let names = labels(parts.map(\.label))
      return say(en: "the people in each of \(names)", sv: "invånarna i var och en av \(names)")
    }
    return people(only.selection)
  }

  // MARK: Named places

  private func fixed(_ fixings: [Fixing]) -> String {
    let byRound = Dictionary(grouping: fixings, by: \.round)
    let sentences = byRound.sorted { ($0.key ?? Int.max) < ($1.key ?? Int.max) }.map { round, fixings in
      let subjects = list(fixings.map(\.subject.title), atMost: 8)
      let verb = say(en: fixings.count == 1 ? "opens" : "open", sv: "öppnar")
      let when = round.map(inRound) ?? say(en: "in some round", sv: "i någon omgång")
      return "\(subjects) \(verb) \(when)."
    }
    return sentences.joined(separator: " ")
  }

  private func forbidden(_ selection: Selection, _ round: Int?) -> String {
    let listed = !selection.places.isEmpty && selection == Selection(places: selection.places)
    let when = round.map { " " + inRound($0) } ?? ""
    guard listed else {
      return say(en: "No \(offices(selection)) open\(when).", sv: "Inga \(offices(selection)) öppnar\(when).")
    }
    let not = say(en: selection.places.count == 1 ? "does not open" : "do not open", sv: "öppnar inte")
    return "\(offices(selection)) \(not)\(when)."
  }

  private func order(_ kind: Rule.Kind) -> String {
    switch kind {
    case .before(let first, let second):
      say(
        en: "\(second.title) opens in a later round than \(first.title), if at all.",
        sv: "\(second.title) öppnar i en senare omgång än \(first.title), om alls.")
    case .together(let subjects):
      say(
        en: "\(titles(subjects)) open in the same round, or none of them opens.",
        sv: "\(titles(subjects)) öppnar i samma omgång, eller öppnar ingen av dem.")
    case .notBoth(let subjects):
      say(en: "At most one of \(titles(subjects)) opens.", sv: "Högst en av \(titles(subjects)) öppnar.")
    case .oneOf(let subjects):
      say(en: "Exactly one of \(titles(subjects)) opens.", sv: "Precis en av \(titles(subjects)) öppnar.")
    default: ""
    }
  }

  private func titles(_ subjects: [Subject]) -> String { list(subjects.map(\.title), atMost: 8) }

  private func closing(_ selection: Selection, _ rounds: ClosedRange<Int>, _ min: Int?, _ max: Int?) -> String {
    let number = sentence(between(min, max, .office))
    return say(
      en:
        "\(number)\(qualifier(selection)) that \(max == 1 || (max == nil && min == 1) ? "exists closes" : "exist close") \(inRounds(rounds)).",
      sv: "\(number)\(qualifier(selection)) som finns i dag stänger \(inRounds(rounds)).")
  }
}
