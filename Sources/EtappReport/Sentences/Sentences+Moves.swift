package import EtappModel

/// Who moves in exchange.
extension Sentences {
  func exchange(_ alternative: Alternative, _ explanation: Explanation) -> String? {
    let others = alternative.moves.filter { !isAbout($0.place, explanation) }
    guard !others.isEmpty else {
      return say(en: "No other place would move.", sv: "Ingen annan plats skulle flytta.") + (size(alternative) ?? "")
    }
    let words = moves(others, would: true)
    return say(en: "In exchange, \(words).", sv: "I utbyte skulle \(words).") + (size(alternative) ?? "")
  }

  /// Whether a move is the question's own: the place asked about, or any in the municipality asked about.
  private func isAbout(_ place: ID<Place>, _ explanation: Explanation) -> Bool {
    if place.code == explanation.id { return true }
    guard let municipality = explanation.municipality, explanation.id == municipality.code else { return false }
    return names.places[place]?.municipality == municipality
  }

  /// How many offices there would be, when not as many as now.
  private func size(_ alternative: Alternative) -> String? {
    let more = alternative.moves.count { $0.from == nil } - alternative.moves.count { $0.to == nil }
    guard more != 0 else { return nil }
    let offices = count(abs(more), .office)
    return say(
      en: " In all there would be \(offices) \(more > 0 ? "more" : "fewer").",
      sv: " Sammanlagt skulle det bli \(offices) \(more > 0 ? "fler" : "färre").")
  }

  /// "Östhammar would move to round 2 and in Göteborg Kortedala would replace Majorna"; without `would`, as things that
  /// happen. Those that stay in the plan come first, then exchanges inside a municipality, then the rest.
  package func moves(_ moves: [Move], would: Bool = false, atMost limit: Int = 6) -> String {
    let (swaps, rest) = replacements(moves)
    let groups = Dictionary(grouping: rest) { Destination(isNew: $0.from == nil, to: $0.to) }
    let clauses = groups.sorted { $0.key < $1.key }.map { destination, moves in
      (destination, clause(list(moves.map { name($0.place) }, atMost: limit), destination, would: would))
    }
    let staying = clauses.filter { !$0.0.isNew && $0.0.to != nil }.map(\.1)
    let others = clauses.filter { $0.0.isNew || $0.0.to == nil }.map(\.1)
    return series(staying + swaps.map { replacement($0, would: would) } + others)
  }

  /// Clauses that hold commas of their own are kept apart by semicolons.
  private func series(_ clauses: [String]) -> String {
    guard clauses.count > 2,
      clauses.contains(where: { $0.contains(", ") || $0.contains(say(en: " and ", sv: " och ")) })
    else { return list(clauses) }
    return clauses.joined(separator: "; ")
  }

  // MARK: Exchanges inside a municipality

  private struct Replacement {
    var home: ID<Municipality>
    var new: [ID<Place>]
    var old: [ID<Place>]
  }

  /// Municipalities where as many places open as leave, and the moves that are none of these.
  private func replacements(_ moves: [Move]) -> (swaps: [Replacement], rest: [Move]) {
    let changing = moves.filter { ($0.from == nil) != ($0.to == nil) && names.places[$0.place] != nil }
    let byHome = Dictionary(grouping: changing) { names.places[$0.place]?.municipality ?? "" }
    let swaps = byHome.map { home, moves in
      Replacement(
        home: home, new: moves.filter { $0.from == nil }.map(\.place), old: moves.filter { $0.to == nil }.map(\.place))
    }
    .filter { $0.new.count == $0.old.count }
    .sorted { sortKey(names.name(of: $0.home)) < sortKey(names.name(of: $1.home)) }
    let taken = Set(swaps.flatMap { $0.new + $0.old })
    return (swaps, moves.filter { !taken.contains($0.place) })
  }

  private func replacement(_ swap: Replacement, would: Bool) -> String {
    func titles(_ places: [ID<Place>]) -> String { list(places.map { names.places[$0]?.name ?? $0.code }) }
    let home = names.name(of: swap.home)
    let (new, old) = (titles(swap.new), titles(swap.old))
    let several = swap.new.count > 1
    return say(
      en: "in \(home) \(new) \(would ? "would replace" : several ? "replace" : "replaces") \(old)",
      sv: would ? "\(new) ersätta \(old) i \(home)" : "\(new) ersätter \(old) i \(home)")
  }

  // MARK: Groups

  private struct Destination: Hashable, Comparable {
    var isNew: Bool
    var to: Int?

    static func < (a: Destination, b: Destination) -> Bool {
      (a.isNew ? 1 : 0, a.to ?? .max) < (b.isNew ? 1 : 0, b.to ?? .max)
    }
  }

  private func clause(_ places: String, _ destination: Destination, would: Bool) -> String {
    switch (destination.isNew, destination.to) {
    case (true, let round?):
      say(
        en: "\(places) \(would ? "would open" : "opens") \(inRound(round))",
        sv: would ? "\(places) öppna \(inRound(round))" : "\(places) öppnar \(inRound(round))")
    case (false, let round?):
      say(
        en: "\(places) \(would ? "would move" : "moves") to \(name(ofRound: round))",
        sv: would ? "\(places) flytta till \(name(ofRound: round))" : "\(places) flyttar till \(name(ofRound: round))")
    case (_, nil):
      say(
        en: "\(places) \(would ? "would leave" : "leaves") the plan",
        sv: would ? "\(places) utgå ur planen" : "\(places) utgår ur planen")
    }
  }
}
