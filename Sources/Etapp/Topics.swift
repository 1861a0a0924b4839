import EtappExchange
public import EtappModel

extension Study {
  /// Words that mean no place or municipality, or several.
  public enum TopicFailure: Error {
    case unknown(nearest: [String])
    case ambiguous([String])
  }

  /// What a person's words ask about: a place's id, a municipality's code or name, or a place's name; case and accents
  /// forgiven.
  ///
  /// The candidates of a municipality are alternatives for one another, so its name asks about the municipality; unless
  /// it has one candidate only, or the plan has several offices in it.
  public func topic(named words: String, in plan: Plan) throws(TopicFailure) -> Topic {
    let geography = workspace.geography
    if let place = geography.place(ID(words)) { return .place(place.id) }
    let lookup = NameLookup(geography)
    if let municipality = try? lookup.municipality(words) { return try topic(of: municipality, in: plan) }
    let places: [ID<Place>]
    do {
      places = try lookup.subject(words).places
    } catch {
      switch error {
      case .unknown(let nearest): throw .unknown(nearest: nearest)
      case .withoutPlaces: throw .unknown(nearest: [])
      case .ambiguous(let meanings): throw .ambiguous(meanings)
      }
    }
    if let only = places.first, places.count == 1 { return .place(only) }
    throw .ambiguous(places.map { title(of: $0) })
  }

  private func topic(of municipality: Municipality, in plan: Plan) throws(TopicFailure) -> Topic {
    let candidates = workspace.geography.places.filter { $0.municipality == municipality.id }
    if let only = candidates.first, candidates.count == 1 { return .place(only.id) }
    let open = candidates.filter { plan.choice.opens[$0.id] != nil }
    guard open.count <= 1 else { throw .ambiguous(open.map { title(of: $0.id) }) }
    return .municipality(municipality.id)
  }

  private func title(of place: ID<Place>) -> String {
    "\(workspace.geography.place(place)?.name ?? place.code) (\(place.code))"
  }
}
