package import EtappModel

/// Finds what a person's words in `programme.yaml` or on the command line mean, case and accents forgiven.
package struct NameLookup {
  private let geography: Geography

  package init(_ geography: Geography) {
    self.geography = geography
  }

  /// A name that means nothing, or several things; with the nearest names.
  package enum Failure: Error {
    case unknown(nearest: [String])
    /// A municipality that exists, without any place to open in.
    case withoutPlaces(String)
    case ambiguous([String])
  }

  /// The subject that words mean: a place's id or name, or a municipality's code or name with all its places.
  ///
  /// Exact words go before forgiven ones, ids before names, places before municipalities.
  package func subject(_ words: String) throws(Failure) -> Subject {
    if let place = geography.places.first(where: { $0.id.code == words }) {
      return Subject(title: place.name, places: [place.id])
    }
    let known = try municipalityIfKnown(words)
    if let municipality = known {
      let places = geography.places.filter { $0.municipality == municipality.id }
      let named = places.filter { Names.folded($0.name) == Names.folded(words) }
      // A municipality with one place, or none named like it, is meant as a whole.
      if !places.isEmpty, named.count != 1 || places.count == 1 {
        return Subject(title: municipality.name, places: places.map(\.id))
      }
    }
    let key = Names.folded(words)
    let exact = geography.places.filter { $0.name == words }
    let matching =
      exact.isEmpty
      ? geography.places.filter { Names.folded($0.name) == key || Names.folded($0.id.code) == key } : exact
    if matching.count == 1 { return Subject(title: matching[0].name, places: [matching[0].id]) }
    if matching.count > 1 { throw .ambiguous(matching.map { "\($0.name) (\($0.id))" }) }
    if let known { throw .withoutPlaces(known.name) }
    throw .unknown(nearest: nearest(to: words))
  }

  /// Names first: an id is suggested only where no name is near.
  private func nearest(to words: String) -> [String] {
    var seen: Set<String> = []
    let names = geography.places.map(\.name) + geography.municipalities.map(\.name)
    let near = Names.nearest(to: words, among: names.filter { seen.insert($0).inserted })
    return near.isEmpty ? Names.nearest(to: words, among: geography.places.map(\.id.code)) : near
  }

  /// The municipality with a code or name.
  package func municipality(_ words: String) throws(Failure) -> Municipality {
    if let municipality = try municipalityIfKnown(words) { return municipality }
    throw .unknown(nearest: Names.nearest(to: words, among: geography.municipalities.map(\.name)))
  }

  private func municipalityIfKnown(_ words: String) throws(Failure) -> Municipality? {
    if let municipality = geography.municipality(ID(words)) { return municipality }
    let exact = geography.municipalities.filter { $0.name == words }
    let key = Names.folded(words)
    let matching = exact.isEmpty ? geography.municipalities.filter { Names.folded($0.name) == key } : exact
    if matching.count > 1 { throw .ambiguous(matching.map { "\($0.name) (\($0.id))" }) }
    return matching.first
  }

  /// The values that a division has.
  package func regions(of division: ID<Division>) -> [String] {
    Set(geography.municipalities.compactMap { $0.regions[division] }).subtracting([""]).sorted()
  }

  /// The region of a division with a name.
  package func region(_ words: String, in division: ID<Division>) throws(Failure) -> String {
    let known = regions(of: division)
    if known.contains(words) { return words }
    let key = Names.folded(words)
    if let region = known.first(where: { Names.folded($0) == key }) { return region }
    throw .unknown(nearest: Names.nearest(to: words, among: known))
  }

  /// The office with an id or name.
  package func office(_ words: String) throws(Failure) -> Office {
    if let office = geography.offices.first(where: { $0.id.code == words }) { return office }
    let key = Names.folded(words)
    let matching = geography.offices.filter { Names.folded($0.name) == key }
    if matching.count == 1 { return matching[0] }
    if matching.count > 1 { throw .ambiguous(matching.map { "\($0.name) (\($0.id))" }) }
    throw .unknown(nearest: Names.nearest(to: words, among: geography.offices.map(\.name)))
  }
}
