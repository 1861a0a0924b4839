import EtappTestSupport
import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Linear programs` {
  private static let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })

  private static func model(_ linear: LinearModel) throws -> HighsModel {
    HighsModel(linear, library: try HighsLibrary.shared(), stop: stop)
  }

  /// Two columns within 0...10 and a few rows through the square.
  private static func random(_ generator: inout RandomInstance.Generator) -> LinearModel {
    var linear = LinearModel()
    for _ in 0..<2 { _ = linear.addColumn(.init(0, 10)) }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let terms = [Term(0, number(&generator)), Term(1, number(&generator))]
      linear.addRow(number(&generator) * 4 - 10, terms, Bool.random(using: &generator) ? .infinity : 12)
    }
    return linear
  }

  private static func number(_ generator: inout RandomInstance.Generator) -> Double {
    Double(Int.random(in: -4...4, using: &generator))
  }

  @Test(arguments: 0..<60)
  func `are solved to the best corner there is`(seed: Int) throws {
    var generator = RandomInstance.Generator(seed: UInt64(seed))
    let linear = Self.random(&generator)
    let model = try Self.model(linear)
    for _ in 0..<4 {
      let costs = [Self.number(&generator), Self.number(&generator)]
      model.setCosts(costs)
      let best = Self.corners(linear).map { $0[0] * costs[0] + $0[1] * costs[1] }.min()
      let status = model.solve()
      if let best {
        #expect(status == .optimal)
        #expect(abs(model.objective - best) < 1e-6)
        #expect(abs(model.values[0] * costs[0] + model.values[1] * costs[1] - best) < 1e-6)
      } else {
        #expect(status == .infeasible)
      }
    }
  }

  /// Points where two lines cross, of rows and bounds, that keep all others.
  private static func corners(_ linear: LinearModel) -> [[Double]] {
    var lines: [(a: Double, b: Double, c: Double)] = [(1, 0, 0), (1, 0, 10), (0, 1, 0), (0, 1, 10)]
    for row in linear.rows {
      let a = row.terms.first { $0.column == 0 }?.coefficient ?? 0
      let b = row.terms.first { $0.column == 1 }?.coefficient ?? 0
      lines += [row.lower, row.upper].filter(\.isFinite).map { (a, b, $0) }
    }
    var corners: [[Double]] = []
    for (index, p) in lines.enumerated() {
      for q in lines[(index + 1)...] {
        let determinant = p.a * q.b - q.a * p.b
        guard abs(determinant) > 1e-9 else { continue }
        let point = [(p.c * q.b - q.c * p.b) / determinant, (p.a * q.c - q.a * p.c) / determinant]
        let isInside = point.allSatisfy { $0 >= -1e-9 && $0 <= 10 + 1e-9 }
        let keepsRows = linear.rows.allSatisfy { row in
          let value = row.terms.reduce(0) { $0 + $1.coefficient * point[$1.column] }
          return value >= row.lower - 1e-9 && value <= row.upper + 1e-9
        }
        if isInside, keepsRows { corners.append(point) }
      }
    }
    return corners
  }

  @Test func `follow bounds, rows added and rows taken away`() throws {
    var linear = LinearModel()
    for _ in 0..<2 { _ = linear.addColumn(.init(0, 10)) }
    linear.addRow(-.infinity, [Term(0, 1), Term(1, 1)], 12)
    let model = try Self.model(linear)
    model.setCosts([-1, -2])
    #expect(model.solve() == .optimal)
    #expect(abs(model.objective + 22) < 1e-9)
    let basis = model.basis()
    model.addRows([Row(-.infinity, [Term(1, 1)], 4)])
    #expect(model.solve() == .optimal)
    #expect(abs(model.objective + 16) < 1e-9)
    model.setColumnBounds([0], lower: [0], upper: [1])
    #expect(model.solve() == .optimal)
    #expect(abs(model.objective + 9) < 1e-9)
    model.deleteRows([1])
    model.setColumnBounds([0], lower: [0], upper: [10])
    model.restore(basis)
    #expect(model.solve() == .optimal)
    #expect(abs(model.objective + 22) < 1e-9)
    model.setRowBounds(0, lower: 30, upper: .infinity)
    #expect(model.solve() == .infeasible)
  }

  @Test func `a program without rows rests at its bounds`() throws {
    var linear = LinearModel()
    _ = linear.addColumn(.init(-3, 5))
    let model = try Self.model(linear)
    model.setCosts([2])
    #expect(model.solve() == .optimal)
    #expect(model.values[0] == -3)
  }

  @Test func `a row collects a column that stands twice`() {
    #expect(Row(0, [Term(1, 2), Term(0, 1), Term(1, -2)], 1).collected().terms == [Term(0, 1)])
  }
}
