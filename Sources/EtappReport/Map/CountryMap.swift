import EtappModel

/// The map of a plan: the country, and a larger picture of every place where marks would lie upon each other.
struct CountryMap {
  /// A part of the country shown larger.
  struct Inset {
    /// A, B, C … as the frame on the country says.
    var letter: String
    var name: String
    var view: MapView
    var marks: [Mark]
  }

  let names: NameBook
  let marks: [Mark]
  let country: MapView
  let insets: [Inset]
  /// Rings of the base map on the plane.
  let rings: [[SVG.Point]]

  static let markRadius = 6.5
  static let fontSize = 11.5
  static let insetSize = SVG.Box(width: 300, height: 250)
  /// Pixels of the country map below which two marks lie upon each other.
  private static let reach = 2.2 * markRadius
  /// So many candidates around one office are a choice worth a larger picture of its own.
  private static let crowd = 8

  init(_ names: NameBook, plan: Plan) {
    self.names = names
    marks = plan.establishments.compactMap { Self.mark($0, names) }
    let outline = names.geography.basemap?.rings ?? []
    let positions = outline.isEmpty ? Self.everything(names.geography) : outline.flatMap { $0 }
    let projection = Projection(showing: positions + marks.map(\.position))
    rings = outline.map { $0.map(projection.plane) }
    let points = (positions + marks.map(\.position)).map(projection.plane)
    country = MapView(projection, points: points, margin: 14, within: SVG.Box(width: 560, height: 880))
    insets = Self.insets(names, marks: marks, country: country)
  }

  private static func everything(_ geography: Geography) -> [Coordinate] {
    geography.demand.coordinates + geography.places.map(\.coordinate) + geography.offices.map(\.coordinate)
  }

  private static func mark(_ establishment: Establishment, _ names: NameBook) -> Mark? {
    let symbols = establishment.categories.compactMap { names.categories[$0]?.symbol }
    let position =
      names.places[establishment.place]?.coordinate ?? names.municipalities[establishment.municipality]?.position
    return position.map {
      Mark(
        place: establishment.place, position: $0, round: establishment.round,
        symbols: symbols.isEmpty ? [.circle] : symbols, municipality: establishment.municipality)
    }
  }

  // MARK: Insets

  private static func insets(_ names: NameBook, marks: [Mark], country: MapView) -> [Inset] {
    let groups = Clusters.groups(marks.map { country.pixel($0.position) }, reach: reach)
    let crowded = groups.filter { $0.count > 1 || isCrowded(marks[$0[0]], names, marks: marks, country: country) }
    let views = crowded.compactMap { group -> (view: MapView, marks: [Mark])? in
      let plane = group.map { country.projection.plane(marks[$0].position) }
      let view = MapView(
        country.projection, points: plane, margin: 44, filling: insetSize, largest: 8 * country.scale)
      guard view.scale > 2.5 * country.scale else { return nil }
      return (view, marks.filter { view.size.inset(by: 8).contains(view.pixel($0.position)) })
    }
    let northFirst = views.sorted { $0.view.shown.y < $1.view.shown.y }.prefix(6)
    return zip("ABCDEF", northFirst).map { letter, inset in
      Inset(letter: String(letter), name: name(of: inset.marks, names), view: inset.view, marks: inset.marks)
    }
  }

  /// Whether an office was chosen among so many near candidates that the choice deserves a picture.
  private static func isCrowded(_ mark: Mark, _ names: NameBook, marks: [Mark], country: MapView) -> Bool {
    let chosen = Set(marks.map(\.place))
    let centre = country.pixel(mark.position)
    let near = names.geography.places.count { place in
      let point = country.pixel(place.coordinate)
      let (dx, dy) = (point.x - centre.x, point.y - centre.y)
      return !chosen.contains(place.id) && dx * dx + dy * dy < reach * reach
    }
    return near >= crowd
  }

  /// The most populous municipality of the marks names the picture.
  private static func name(of marks: [Mark], _ names: NameBook) -> String {
    let homes = Set(marks.map(\.municipality))
    let largest = homes.max { a, b in
      let (first, second) = (names.population[a] ?? 0, names.population[b] ?? 0)
      return first == second ? a > b : first < second
    }
    return largest.map(names.name(of:)) ?? ""
  }

  /// The letter and name of the inset that shows a place, if one does.
  func isInInset(_ mark: Mark) -> Bool { insets.contains { $0.marks.contains { $0.place == mark.place } } }

  /// The inset's frame on the country.
  func frame(of inset: Inset) -> SVG.Box {
    let corner = country.pixel(plane: SVG.Point(inset.view.shown.x, inset.view.shown.y))
    return SVG.Box(
      x: corner.x, y: corner.y, width: inset.view.shown.width * country.scale,
      height: inset.view.shown.height * country.scale)
  }
}
