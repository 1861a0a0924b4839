import EtappSolver
import Testing

@testable import EtappPlanner

/// The second look at who is served where: what is wrong does not pass.
@Suite struct `The check of a service` {
  /// Two points of 10 and 6 people, two offices with room for 8 each; nowhere costs 50.
  private let task = ServiceTask(
    people: [10, 6], costs: [[1, 4], [2, 9]], elsewhere: [50, 50], capacities: [8, 8])

  private func service(_ parts: [[(Int?, Double)]], _ prices: [Double]) -> Service {
    Service(parts: parts.map { $0.map { Service.Part(site: $0.0, people: $0.1) } }, prices: prices)
  }

  @Test func `passes the cheapest service with its prices`() {
    // Of the first point 2 find room at the first office, beside all of the second, who would lose more.
    let right = service([[(0, 2), (1, 8)], [(0, 6)]], [3, 0])
    #expect(task.isProved(right))
    let solved = task.solved()
    #expect(task.isProved(solved) && solved.parts[0].reduce(0) { $0 + $1.people } == 10)
  }

  @Test(
    arguments: [
      ("somebody is left out", [[(0, 2), (1, 7)], [(0, 6)]]),
      ("somebody counts twice", [[(0, 2), (1, 8)], [(0, 6), (1, 1)]]),
      ("an office is too full", [[(0, 3), (1, 7)], [(0, 6)]]),
      ("it costs more than need be", [[(0, 8), (1, 2)], [(1, 6)]]),
    ] as [(String, [[(Int, Double)]])])
  func `does not pass a service where`(wrong: String, parts: [[(Int, Double)]]) {
    #expect(!task.isProved(service(parts.map { $0.map { ($0.0, $0.1) } }, [3, 0])), "\(wrong)")
  }

  @Test func `does not pass prices that prove nothing`() {
    let parts: [[(Int?, Double)]] = [[(0, 2), (1, 8)], [(0, 6)]]
    #expect(!task.isProved(service(parts, [2, 0])) && !task.isProved(service(parts, [5, 0])))
    #expect(!task.isProved(service(parts, [3, -1])))
  }
}
