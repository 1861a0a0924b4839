import EtappModel
import Foundation
import Testing

@testable import EtappPlanner

/// A tiny country for a location study, and what brute force over every choice says.
struct TinyCountry {
  var data = LocationData()
  private var travel: [[Double]] = []
  private var now: [Double] = []

  init(seed: Int, existing: Int, hasTable: Bool, measure: LocationQuestion.Measure) {
    var random = RandomNumbers(seed: UInt64(seed))
    func position() -> Coordinate {
      Coordinate(latitude: 59 + random.unit() * 2, longitude: 15 + random.unit() * 3)
    }
    data.points = (0..<11).map { _ in position() }
    data.population = (0..<11).map { $0 == 3 ? 0 : Double(Int(random.unit() * 50)) }
    data.population[0] = 20
    data.candidates = (0..<7).map { LocationData.Site(id: "c\($0)", name: "C\($0)", position: position()) }
    data.existing = (0..<existing).map { LocationData.Site(id: "e\($0)", name: "E\($0)", position: position()) }
    let sites = data.candidates + data.existing
    travel = data.points.map { point in
      sites.map { site in
        let line = point.distance(to: site.position)
        return measure == .kilometres
          ? (line.value * 1000).rounded() / 1000 : min(600, data.travel.formula.minutes(straightLine: line).value)
      }
    }
    guard hasTable else { return }
    var times = LocationData.Times()
    for point in data.points.indices {
      for site in sites.indices {
        // Some pairs have no row, and one point none at all.
        guard random.unit() < 0.85, point != 5 else {
          travel[point][site] = 600
          continue
        }
        let minutes = Float((random.unit() * 90).rounded())
        travel[point][site] = Double(minutes)
        times.points.append(Int32(point))
        times.sites.append(Int32(site))
        times.minutes.append(minutes)
      }
    }
    data.times = times
  }

  func travels(_ open: [Int]) -> [Double] {
    let all = open + data.existing.indices.map { $0 + data.candidates.count }
    return travel.map { row in all.reduce(data.times == nil ? .infinity : 600) { min($0, row[$1]) } }
  }

  /// Every choice of so many candidates.
  func choices(_ count: Int) -> [[Int]] {
    (0..<1 << 7).filter { $0.nonzeroBitCount == count }.map { mask in (0..<7).filter { mask >> $0 & 1 == 1 } }
  }

  func within(_ limit: Double, _ open: [Int]) -> Double {
    zip(travels(open), data.population).reduce(0) { $1.0 <= limit + 1e-6 ? $0 + $1.1 : $0 }
  }

  func mean(_ open: [Int]) -> Double {
    zip(travels(open), data.population).reduce(0) { $0 + $1.0 * $1.1 } / data.people
  }

  func longest(_ open: [Int]) -> Double {
    zip(travels(open), data.population).reduce(0) { $1.1 > 0 ? max($0, $1.0) : $0 }
  }
}

/// Numbers between 0 and 1 from a seed.
private struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func unit() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / 9_007_199_254_740_992
  }
}

@Suite struct `A location study` {
  struct Case: CustomTestStringConvertible, Sendable {
    var seed: Int
    var existing: Int
    var hasTable: Bool
    var measure: LocationQuestion.Measure

    var testDescription: String { "seed \(seed), \(existing) existing, \(hasTable ? "table" : "lines"), \(measure)" }
  }

  static let cases: [Case] = (0..<24).map {
    Case(seed: $0, existing: $0 % 3, hasTable: $0 % 4 == 1, measure: $0 % 4 == 2 ? .kilometres : .minutes)
  }

  private func country(_ one: Case) -> TinyCountry {
    TinyCountry(seed: one.seed, existing: one.existing, hasTable: one.hasTable, measure: one.measure)
  }

  private func answer(_ country: TinyCountry, _ question: LocationQuestion) throws -> LocationAnswer {
    try Locating(country.data, question, options: PlanningOptions(clock: { 0 })).run()
  }

  private func indices(_ answer: LocationAnswer) -> [Int] { answer.open.compactMap { Int($0.id.dropFirst()) } }

  private func isClose(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) <= 2e-6 * max(1, abs(b)) }

  @Test(arguments: cases)
  func `access is the least mean of all choices`(_ one: Case) throws {
    let country = country(one)
    let answer = try answer(country, LocationQuestion(goal: .access, open: 3, measure: one.measure))
    let best = country.choices(3).map(country.mean).min() ?? 0
    #expect(isClose(answer.objective, best) && isClose(answer.bound, best) && answer.proof == .optimal)
    #expect(isClose(country.mean(indices(answer)), best))
  }

  @Test(arguments: cases)
  func `reach is the most people of all choices`(_ one: Case) throws {
    let country = country(one)
    let answer = try answer(
      country, LocationQuestion(goal: .reach, open: 2, within: 40, measure: one.measure))
    let best = country.choices(2).map { country.within(40, $0) }.max() ?? 0
    #expect(isClose(answer.objective, best) && isClose(answer.bound, best) && answer.proof == .optimal)
    #expect(isClose(country.within(40, indices(answer)), best))
  }

  @Test(arguments: cases, [1, 0.8])
  func `cover is the fewest of all choices, or is impossible`(_ one: Case, share: Double) throws {
    let country = country(one)
    let answer = try answer(
      country, LocationQuestion(goal: .cover, within: 70, share: share, measure: one.measure))
    let wanted = share * country.data.people - 1e-6
    let fewest = (0...7).first { count in country.choices(count).contains { country.within(70, $0) >= wanted } }
    if let fewest {
      #expect(answer.objective == Double(fewest) && answer.proof == .optimal && answer.open.count == fewest)
      #expect(country.within(70, indices(answer)) >= wanted)
    } else {
      #expect(answer.objective == nil && answer.proof == .infeasible(conflict: []))
    }
  }

  @Test(arguments: cases)
  func `farthest is the least longest travel of all choices`(_ one: Case) throws {
    let country = country(one)
    let answer = try answer(country, LocationQuestion(goal: .farthest, open: 3, measure: one.measure))
    let best = country.choices(3).map(country.longest).min() ?? 0
    #expect(isClose(answer.objective, best) && isClose(answer.bound, best) && answer.proof == .optimal)
    #expect(isClose(country.longest(indices(answer)), best))
  }

  @Test(arguments: cases)
  func `equity is the least equivalent of all choices`(_ one: Case) throws {
    let country = country(one)
    let question = LocationQuestion(goal: .equity, open: 3, aversion: .epsilon(2), measure: one.measure)
    let answer = try answer(country, question)
    let kappa = try #require(answer.kappa)
    func sum(_ travels: [Double]) -> Double { zip(travels, country.data.population).reduce(0) { $0 + $1.0 * $1.1 } }
    let choices = one.existing == 0 ? country.choices(3).map { country.travels($0) } : [country.travels([])]
    let short = try #require(choices.map(sum).min())
    let expected = choices.filter { sum($0) <= 1.2 * short }
    func kappas(_ travels: [Double]) -> Double {
      2 * sum(travels) / zip(travels, country.data.population).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }
    }
    // One of the choices with short travel in the mean, whichever the quick search came to.
    #expect(expected.contains { abs(kappas($0) - kappa) <= 1e-5 * kappa })
    func equivalent(_ open: [Int]) -> Double {
      // Largest exponent taken out, so that nothing outgrows the numbers.
      let travels = country.travels(open)
      let top = travels.max() ?? 0
      let sum = zip(travels, country.data.population).reduce(0) { $0 + $1.1 * exp(kappa * ($1.0 - top)) }
      return top + log(sum / country.data.people) / kappa
    }
    let best = country.choices(3).map(equivalent).min() ?? 0
    #expect(abs((answer.objective ?? .nan) - best) <= 1e-4 * best, "\(answer)")
    #expect(answer.bound <= best * (1 + 1e-6) && answer.bound >= best * (1 - 1e-5))
  }

  @Test func `fewer sites than are needed is impossible, and says how many are`() throws {
    let country = country(Self.cases[0])
    // Nobody is farther than the 600 minutes of whom nothing can be reached.
    let question = LocationQuestion(goal: .cover, within: 599)
    let needed = try answer(country, question).objective ?? 0
    #expect(needed >= 1)
    let tight = try answer(country, LocationQuestion(goal: .cover, within: country.longest([0, 1, 2, 3, 4, 5, 6])))
    let count = Int(tight.objective ?? 0)
    #expect(count > 1)
    let less = try answer(
      country,
      LocationQuestion(goal: .cover, open: count - 1, within: country.longest([0, 1, 2, 3, 4, 5, 6])))
    #expect(less.proof == .infeasible(conflict: []) && less.bound == Double(count) && less.open.isEmpty)
  }

  @Test func `more sites than there are open all`() throws {
    let country = country(Self.cases[3])
    let answer = try answer(country, LocationQuestion(goal: .access, open: 50))
    #expect(isClose(answer.objective, country.mean(Array(0..<7))) && answer.proof == .optimal)
  }
}
