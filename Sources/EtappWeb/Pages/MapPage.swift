import Etapp
import EtappModel
import EtappReport

/// The map beside its table: what is chosen in one is chosen in the other.
enum MapPage {
  static let routes: [Route] =
    MapPeople.routes + [
      .get("/map", .permission(.read)) { visit in try await visit.withPlan { try await page($0, visit) } },
      .get("/map/background.geojson", .permission(.read)) { visit in
        let room = try await visit.room()
        let text = room.text("background \(visit.language)") { room.workspace.backgroundGeoJSON(visit.language) }
        return Answer(type: "application/geo+json", text, headers: [("cache-control", "private, max-age=60")])
      },
      .get("/map/points.json", .permission(.read)) { visit in
        guard let current = try await visit.current() else { throw Refusal.notFound }
        return .json(points(current, visit))
      },
      .get("/plan.csv", .permission(.read)) { visit in
        try await visit.withPlan {
          .download("\($0.name).csv", type: "text/csv; charset=utf-8", $0.room.study.table($0.plan))
        }
      },
      .get("/plan.geojson", .permission(.read)) { visit in
        try await visit.withPlan {
          .download(
            "\($0.name).geojson", type: "application/geo+json", $0.room.study.geoJSON($0.plan, language: visit.language)
          )
        }
      },
    ]

  private static func page(_ current: Current, _ visit: Visit) async throws -> Answer {
    let sentences = current.room.sentences(visit.language)
    let library = Asset.leaflet
    let people = try await MapPeople.summary(current, visit)
    let tiles = current.assignment.mapTiles
    var page = Page(
      title: visit.say(en: "Map", sv: "Karta"), kicker: sentences.quoted(current.name), tab: .map,
      scripts: library.map { [$0.script, .map] } ?? [], styles: library.map { [$0.style] } ?? [], isWide: true
    ) {
      Tag.div(.class("map-split")) {
        Tag.div(.class("map-place")) {
          Tag.div(
            .id("map"), .hidden, .data("points", "/map/points.json?version=" + Fields.encoded(current.name)),
            .data("background", "/map/background.geojson"),
            .data("people", "/map/people.json?version=" + Fields.encoded(current.name)),
            .data("tiles", tiles?.address ?? ""), .data("attribution", tiles?.attribution ?? ""),
            .aria("label", visit.say(en: "Map of the plan", sv: "Karta över planen")), .role("region")
          ) {}
          shading(current, visit)
          Tag.div(.id("drawn-map")) { current.pieces().section(.map, visit.language)?.content }
        }
        Tag.div(.class("map-table")) { list(current, sentences, visit) }
      }
      people
      Parts.downloads(
        visit,
        [
          ("/plan.csv?version=\(Fields.encoded(current.name))", "CSV"),
          ("/plan.geojson?version=\(Fields.encoded(current.name))", "GeoJSON"),
        ] + MapPeople.files(current, visit))
    }
    page.images = [tiles?.origin].compactMap { $0 }
    return page.answer(visit)
  }

  /// What script shades the map by; the table under it says the same in figures.
  private static func shading(_ current: Current, _ visit: Visit) -> HTML {
    Tag.div(.id("shading"), .class("row-form"), .hidden) {
      Parts.choice(
        visit.say(en: "Shade by travel time", sv: "Skugga efter restid"), name: "shade",
        [("", visit.say(en: "not", sv: "inte"))] + MapPeople.times(current, visit).map { ($0.value, $0.words) })
      Tag.ul(.class("shades"), .hidden) {
        for band in 0...MapPeople.limits.count {
          Tag.li {
            Tag.span(.class("shade shade-\(band)"), .aria("hidden", "true")) {}
            MapPeople.title(band: band, visit)
          }
        }
      }
    }
  }

  private static func list(_ current: Current, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let offices = current.plan.establishments.sorted {
      ($0.round, sentences.sortKey(sentences.name($0.place))) < ($1.round, sentences.sortKey(sentences.name($1.place)))
    }
    return .group {
      Tag.p(.class("filter")) {
        Tag.label(Attribute("for", "find")) { visit.say(en: "Find a place", sv: "Sök en plats") }
        Tag.input(.id("find"), .type("search"), .data("filter", "#places tbody tr"), .autocomplete("off"))
      }
      Tag.div(.id("places")) {
        Parts.table(
          visit.say(en: "Offices of the plan", sv: "Planens kontor"),
          [
            visit.say(en: "Place", sv: "Plats"), visit.say(en: "Round", sv: "Omgång"),
            visit.say(en: "Categories", sv: "Kategorier"),
          ],
          rows: offices.map { office in
            [
              Tag.a(.href("/offices/" + Fields.encoded(office.place.code)), .data("place", office.place.code)) {
                sentences.name(office.place)
              },
              .group {
                Signs.round(office.round)
                Tag.span(.class("unseen")) { sentences.title(ofRound: office.round) }
              },
              .text(office.categories.map { sentences.title($0) }.joined(separator: ", ")),
            ]
          })
      }
    }
  }

  private struct Point: Encodable {
    var id: String
    var name: String
    var lat: Double
    var lon: Double
    var round: Int?
    var words: String
    var symbol: String
    var href: String?
  }

  private static func points(_ current: Current, _ visit: Visit) -> [Point] {
    let (geography, sentences) = (current.room.names.geography, current.room.sentences(visit.language))
    let chosen = Dictionary(
      current.plan.establishments.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let places = geography.places.map { place in
      let round = chosen[place.id]?.round
      let words =
        [round.map { sentences.title(ofRound: $0) } ?? visit.say(en: "Candidate", sv: "Kandidat")]
        + place.categories.map { sentences.title($0) }
      let symbol = place.categories.first.flatMap { current.room.names.symbol($0) } ?? .circle
      return Point(
        id: place.id.code, name: sentences.name(place.id), lat: place.coordinate.latitude,
        lon: place.coordinate.longitude, round: round, words: words.joined(separator: " · "),
        symbol: Mark.path(symbol, at: SVG.Point(12, 12), radius: 9), href: "/why/" + Fields.encoded(place.id.code))
    }
    let offices = geography.offices.map { office in
      Point(
        id: "office " + office.id.code, name: office.name, lat: office.coordinate.latitude,
        lon: office.coordinate.longitude, round: nil, words: visit.say(en: "Existing office", sv: "Befintligt kontor"),
        symbol: "", href: nil)
    }
    return offices + places
  }
}
