import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `Search` {
  @Test(arguments: 0..<40)
  func `the tree gives its nodes out by bound, then by age`(seed: Int) {
    var generator = RandomInstance.Generator(seed: UInt64(seed))
    var tree = Tree()
    // What is in the tree, kept as a plain list: bound, and when it came.
    var plain: [(bound: Double, number: Int)] = []
    for number in 0..<300 {
      if Int.random(in: 0...2, using: &generator) > 0 {
        let bound = Double(Int.random(in: 0...20, using: &generator))
        tree.push(Node(bound: bound, changes: [BoundChange(column: number, lower: 0, upper: 1)]))
        plain.append((bound, number))
      } else {
        let least = plain.indices.min { (plain[$0].bound, plain[$0].number) < (plain[$1].bound, plain[$1].number) }
        #expect(tree.popLeast()?.changes.first?.column == least.map { plain.remove(at: $0).number })
      }
      #expect(tree.count == plain.count)
      #expect(tree.bound == plain.map(\.bound).min() ?? .infinity)
    }
    tree.prune(-1)
    #expect(tree.bound == -1)
  }

  @Test(arguments: 0..<40)
  func `values kept up to date over two thousand moves are those computed anew`(seed: Int) {
    var random = RandomProblem(seed: seed)
    let problem = random.problem
    let layout = SearchState.Layout(problem)
    let nothing = Phasing(events: [Int8](repeating: Phasing.never, count: problem.sites.count))
    var state = SearchState(problem, layout: layout, phasing: nothing)
    for move in 0..<2000 {
      let site = Int.random(in: problem.sites.indices, using: &random.generator)
      state.set(site, Int8(Int.random(in: -1..<problem.rounds, using: &random.generator)))
      if move % 20 == 19 { check(state, problem) }
    }
    let fresh = SearchState(problem, layout: layout, phasing: state.phasing)
    for measure in problem.measures.indices {
      #expect(abs(fresh.value(of: measure) - state.value(of: measure)) < 1e-8)
    }
  }

  private func check(_ state: SearchState, _ problem: PhasedProblem) {
    for measure in problem.measures.indices {
      let anew = problem.value(of: measure, in: state.phasing)
      #expect(abs(state.value(of: measure) - anew) <= 1e-9 * max(1, abs(anew)), "measure \(measure)")
    }
    let missed = problem.rows.filter { $0.price == nil }.reduce(0) { sum, row in
      sum + problem.missed(row, in: state.phasing) / max(1e-12, row.terms.map { abs($0.coefficient) }.max() ?? 0)
    }
    // A row without terms cannot be mended by any move; its scale says nothing.
    let hasEmptyRow = problem.rows.contains { $0.terms.isEmpty && $0.price == nil }
    #expect(hasEmptyRow || abs(state.rowViolation - missed) < 1e-8)
  }
}
