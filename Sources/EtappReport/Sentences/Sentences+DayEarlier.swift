package import EtappModel

/// The price of one day earlier, in words.
extension Sentences {
  package func price(_ earlier: DayEarlier) -> String {
    let (place, day) = (name(earlier.place), dates.day(earlier.from))
    guard let to = earlier.to else {
      return earlier.isImpossible
        ? say(
          en: "Earlier than \(day) is not possible: its own work leaves no earlier day.",
          sv: "Tidigare än \(day) går inte: det egna arbetet medger ingen tidigare dag.")
        : say(
          en: "No schedule was found that opens \(place) before \(day).",
          sv: "Ingen tidplan hittades som öppnar \(place) före \(day).")
    }
    let head = say(en: "\(place) could open \(dates.day(to)).", sv: "\(place) kan öppna \(dates.day(to)).")
    guard !earlier.moved.isEmpty else {
      return head + " " + say(en: "No other office moves.", sv: "Inget annat kontor flyttas.")
    }
    let others = earlier.moved.sorted { ($1.to - $1.from, $0.place) < ($0.to - $0.from, $1.place) }.map(moved)
    return head + " " + say(en: "Then \(list(others, atMost: 5)).", sv: "Då \(list(others, atMost: 5)).")
  }

  private func moved(_ opening: DayEarlier.Opening) -> String {
    let days = count(abs(opening.to - opening.from), .day)
    return opening.to > opening.from
      ? say(en: "\(name(opening.place)) opens \(days) later", sv: "öppnar \(name(opening.place)) \(days) senare")
      : say(en: "\(name(opening.place)) opens \(days) earlier", sv: "öppnar \(name(opening.place)) \(days) tidigare")
  }
}
