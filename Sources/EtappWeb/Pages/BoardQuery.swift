import EtappModel

/// What the board shows, as its address says: a kept plan, the moves tried on it, and what planning must keep to.
///
/// Nothing of it is kept on the server: a board can be sent as a link, and the browser's back button takes a move back.
struct BoardQuery: Hashable {
  var version: String
  var moves: [Move] = []
  var pinned: [ID<Place>] = []
  var forbidden: [ID<Place>] = []

  /// More moves than this are another plan, and a longer address than servers like.
  static let most = 60

  init(version: String, moves: [Move] = [], pinned: [ID<Place>] = [], forbidden: [ID<Place>] = []) {
    self.version = version
    self.moves = moves
    self.pinned = pinned
    self.forbidden = forbidden
  }

  /// Reads an address. `move=` and `to=` are the move being made by the form that was sent.
  ///
  /// - Throws: `Refusal` for a place or round that is not there.
  init(_ fields: Fields, version: String, plan: Plan, assignment: Assignment, geography: Geography) throws {
    self.version = version
    let known = Set(geography.places.map(\.id))
    func place(_ code: String) throws -> ID<Place> {
      guard known.contains(ID(code)) else {
        throw Refusal.unusable(Text(en: "There is no place “\(code)”.", sv: "Det finns ingen plats ”\(code)”."))
      }
      return ID(code)
    }
    var to: [ID<Place>: Int?] = [:]
    for field in fields.all where field.name == "move" {
      guard let split = field.value.lastIndex(of: "~") else { continue }
      let place = try place(String(field.value[..<split]))
      to[place] = .some(try Self.round(String(field.value[field.value.index(after: split)...]), assignment))
    }
    if let code = fields["place"], let target = fields["to"] {
      let place = try place(code)
      switch target {
      case "pin": pinned.append(place)
      case "forbid": forbidden.append(place)
      case "free": break
      default: to[place] = .some(try Self.round(target, assignment))
      }
    }
    let isFreed: ID<Place>? = fields["to"] == "free" ? fields["place"].map { ID($0) } : nil
    pinned = try Self.unique(fields.values("pin").map(place) + pinned).filter { $0 != isFreed }
    forbidden = try Self.unique(fields.values("forbid").map(place) + forbidden).filter { $0 != isFreed }
    moves = to.sorted { $0.key < $1.key }.compactMap { place, round in
      plan.choice.opens[place] == round ? nil : Move(place: place, from: plan.choice.opens[place], to: round)
    }
    guard moves.count <= Self.most else {
      throw Refusal.unusable(Text(en: "That is too many moves.", sv: "Det är för många flyttar."))
    }
  }

  private static func round(_ code: String, _ assignment: Assignment) throws -> Int? {
    if code == "out" { return nil }
    guard let index = assignment.rounds.firstIndex(where: { $0.id.code == code }) else {
      throw Refusal.unusable(Text(en: "There is no round “\(code)”.", sv: "Det finns ingen omgång ”\(code)”."))
    }
    return index
  }

  private static func unique(_ places: [ID<Place>]) -> [ID<Place>] {
    var seen: Set<ID<Place>> = []
    return places.filter { seen.insert($0).inserted }
  }

  static func code(_ round: Int?, _ assignment: Assignment) -> String {
    round.map { assignment.rounds[$0].id.code } ?? "out"
  }

  func fields(_ assignment: Assignment) -> Fields {
    Fields(
      [("version", version)]
        + moves.map { ("move", $0.place.code + "~" + Self.code($0.to, assignment)) }
        + pinned.map { ("pin", $0.code) } + forbidden.map { ("forbid", $0.code) })
  }

  func path(_ assignment: Assignment, _ base: String = "/plan") -> String { base + "?" + fields(assignment).encoded }

  /// What planning anew has to keep to: what is pinned where it is now, and what was moved.
  func pins(_ choice: Choice) -> (opens: [ID<Place>: Int], forbidden: Set<ID<Place>>) {
    var opens: [ID<Place>: Int] = [:]
    var out = Set(forbidden)
    for place in pinned { opens[place] = choice.opens[place] }
    for move in moves {
      if let round = move.to { opens[move.place] = round } else { out.insert(move.place) }
    }
    return (opens.filter { !out.contains($0.key) }, out)
  }
}
