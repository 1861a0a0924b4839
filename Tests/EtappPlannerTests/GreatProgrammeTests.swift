import EtappModel
import EtappSolver
import EtappTestSupport
import Testing

@testable import EtappPlanner

@Suite struct `A great programme` {
  /// People and sites in and around eight towns, one office far away: lists hold every site.
  private static func programme() -> Programme {
    var generator = RandomInstance.Generator(seed: 7)
    func position() -> Coordinate {
      let town = Double(Int.random(in: 0..<8, using: &generator))
      let away = (0..<2).map { _ in
        (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: -0.1...0.1, using: &generator) }
      }
      return Coordinate(latitude: 58 + 0.3 * town + away[0], longitude: 12 + town + away[1])
    }
    var demand = DemandPoints()
    for point in 0..<1_000 {
      demand.ids.append("d\(point)")
      demand.coordinates.append(position())
      demand.population.append(Float(Int.random(in: 1...400, using: &generator)))
      demand.municipality.append(0)
    }
    let places = (0..<600).map { place in
      Place(id: ID("p\(place)"), name: "Place \(place)", municipality: "m", coordinate: position(), categories: [])
    }
    let far = Office(id: "far", name: "Far", municipality: "m", coordinate: Coordinate(latitude: 64, longitude: 15))
    let geography = Geography(
      municipalities: [Municipality(id: "m", name: "M")], demand: demand, places: places, offices: [far])
    let rounds = [5, 3].enumerated().map { round, count in
      Round(
        id: ID("\(round + 1)"), name: Text("Round"), minimum: count, maximum: count,
        opens: .init(from: Day(year: 2022 + round, month: 1, day: 1), to: Day(year: 2022 + round, month: 12, day: 31)))
    }
    return Programme(
      assignment: Assignment(
        name: Text("Great"), rounds: rounds, goals: [Goal(id: "access", kind: .access(months: [12, 12]))]),
      geography: geography)
  }

  @Test func `comes to the same plan with most sites left out as with all of them`() throws {
    let programme = Self.programme()
    let model = MasterModel(programme)
    let options = PlanningOptions.test()
    let library = try HighsLibrary.shared()
    let screening = Screening(
      model.problem, measure: model.measures[0], library: library, stop: options.stop, threads: 1, seed: 1)
    let kept = screening?.run()?.kept.count ?? 600
    #expect(kept <= 400)
    let whole = BranchAndCut(model.problem, library: library, stop: options.stop)
      .minimise(.init(objective: Objective(model.measures[0])))
    let plan = try Planner(programme, options: options).plan()
    let access = try #require(plan.goals.first)
    #expect(plan.proof == .optimal)
    #expect(plan.choice.opens.count == 8)
    #expect(abs(access.value - whole.value) <= 2e-6 * whole.value)
    #expect(access.bound <= access.value)
    #expect(access.bound >= access.value * (1 - 2e-6))
  }
}
