import Etapp
import EtappModel

extension Session {
  /// What a person's words ask about; leaves with the nearest names where they mean nothing, or several things.
  func topic(named words: String, in plan: Plan) throws -> Topic {
    do {
      return try study.topic(named: words, in: plan)
    } catch {
      switch error {
      case .unknown(let nearest):
        throw fail(
          Text(
            en: "There is no place or municipality “\(words)”.", sv: "Det finns ingen plats eller kommun ”\(words)”."),
          .usage, maybe: nearest)
      case .ambiguous(let meanings):
        throw fail(
          Text(
            en: "“\(words)” means several places; use an id.", sv: "”\(words)” betyder flera platser; använd id."),
          .usage,
          maybe: meanings)
      }
    }
  }

  /// The places of a plan that a person's words mean; leaves where the plan has none of that name.
  func places(named words: String, in plan: Plan) throws -> [ID<Place>] {
    let places =
      switch try topic(named: words, in: plan) {
      case .place(let place): [place]
      case .municipality(let id): plan.establishments.filter { $0.municipality == id }.map(\.place)
      }
    let open = places.filter { plan.choice.opens[$0] != nil }
    guard open.isEmpty else { return open }
    throw fail(
      Text(
        en: "“\(words)” does not open in this plan, so nothing is scheduled there.",
        sv: "”\(words)” öppnar inte i denna plan, så där finns inget att tidsätta."), .usage)
  }
}
