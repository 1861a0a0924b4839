import Etapp
import EtappModel
import EtappReport

/// People by their travel time to the nearest open office, before the programme and after each round; where not every
/// errand can be done everywhere, by that of their mean errand.
enum MapPeople {
  static let routes: [Route] = [
    .get("/map/people.json", .permission(.read)) { visit in try await points(visit) },
    .get("/map/people.csv", .permission(.read)) { visit in try await table(visit) },
  ]

  /// Minutes at which a shade ends; the last has no end.
  static let limits: [Float] = [15, 30, 45, 60]

  static func band(_ minutes: Float) -> Int { limits.firstIndex { minutes <= $0 } ?? limits.count }

  static func title(band: Int, _ visit: Visit) -> String {
    band < limits.count
      ? visit.say(en: "within \(Int(limits[band])) min", sv: "inom \(Int(limits[band])) min")
      : visit.say(en: "over \(Int(limits[band - 1])) min", sv: "över \(Int(limits[band - 1])) min")
  }

  /// Before the programme, or after a round.
  struct Time: Sendable {
    var value: String
    var round: Int?
    var words: String
  }

  /// The times that can be asked for: before the programme, and after each round.
  static func times(_ current: Current, _ visit: Visit) -> [Time] {
    let before = Time(value: "before", words: visit.say(en: "Before", sv: "Före"))
    return [before]
      + current.assignment.rounds.enumerated().map { index, round in
        Time(value: round.id.code, round: index, words: round.name(visit.language))
      }
  }

  /// The files that hold what is shown.
  static func files(_ current: Current, _ visit: Visit) -> [(path: String, words: String)] {
    times(current, visit).map { time -> (path: String, words: String) in
      let query = Fields([("version", current.name), ("round", time.value)]).encoded
      let words = visit.say(en: "people, \(time.words) (CSV)", sv: "invånare, \(time.words) (CSV)")
      return (path: "/map/people.csv?" + query, words: words)
    }
  }

  private static func asked(_ visit: Visit) async throws -> (Current, [Float]) {
    guard let current = try await visit.current() else { throw Refusal.notFound }
    guard let time = times(current, visit).first(where: { $0.value == visit.query["round"] ?? "before" }) else {
      throw Refusal.notFound
    }
    let (study, choice) = (current.room.study, current.plan.choice)
    return (current, try await Blocking.run { study.minutes(choice, after: time.round) })
  }

  // MARK: On the map

  private struct Shading: Encodable {
    /// Latitude, longitude, persons and shade of each point.
    var points: [[Double]]
  }

  private static func points(_ visit: Visit) async throws -> Answer {
    let (current, minutes) = try await asked(visit)
    let demand = current.room.names.geography.demand
    return .json(
      Shading(
        points: minutes.indices.map { index in
          let place = demand.coordinates[index]
          return [
            (place.latitude * 10_000).rounded() / 10_000, (place.longitude * 10_000).rounded() / 10_000,
            Double(demand.population[index]), Double(band(minutes[index])),
          ]
        }), headers: [("cache-control", "private, max-age=60")])
  }

  // MARK: In figures

  private static func table(_ visit: Visit) async throws -> Answer {
    let (current, minutes) = try await asked(visit)
    let demand = current.room.names.geography.demand
    let rows = minutes.indices.map { index in
      let place = demand.coordinates[index]
      return [
        demand.ids[index], "\(place.latitude)", "\(place.longitude)", "\(demand.population[index])",
        "\((minutes[index] * 10).rounded() / 10)",
      ].map(quoted).joined(separator: ",")
    }
    let text = (["id,lat,lon,population,minutes"] + rows).joined(separator: "\n") + "\n"
    return .download("people.csv", type: "text/csv; charset=utf-8", text)
  }

  /// A field that no spreadsheet takes for a formula or for two.
  private static func quoted(_ field: String) -> String {
    let isFormula = field.first.map { "=+@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + field : field
    return safe.contains { ",\"\n\r;".contains($0) } ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  private static func title(_ current: Current, _ visit: Visit) -> String {
    current.assignment.hasLevels(in: current.room.names.geography)
      ? visit.say(
        en: "People by the mean travel time of their errands", sv: "Invånare efter ärendenas genomsnittliga restid")
      : visit.say(
        en: "People by travel time to the nearest open office", sv: "Invånare efter restid till närmaste öppna kontor")
  }

  /// How many people live within each time, before and after each round.
  static func summary(_ current: Current, _ visit: Visit) async throws -> HTML {
    let (study, choice, demand) = (current.room.study, current.plan.choice, current.room.names.geography.demand)
    let times = times(current, visit)
    let key = "people " + current.version.stored + current.name
    let sums: [[Double]] = try await Blocking.run {
      current.room.sums(key) {
        times.map { time in
          var sums = [Double](repeating: 0, count: limits.count + 1)
          for (index, minutes) in study.minutes(choice, after: time.round).enumerated() {
            sums[band(minutes)] += Double(demand.population[index])
          }
          return sums
        }
      }
    }
    let numbers = current.room.sentences(visit.language).numbers
    return Parts.table(
      title(current, visit),
      [visit.say(en: "Travel time", sv: "Restid")] + times.map(\.words), numeric: Set(1...times.count),
      rows: (0...limits.count).map { band in
        [
          .group {
            Tag.span(.class("shade shade-\(band)"), .aria("hidden", "true")) {}
            title(band: band, visit)
          }
        ] + sums.map { .text(numbers.whole(Int($0[band].rounded()))) }
      })
  }
}
