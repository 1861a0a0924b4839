/// A mixed-integer program handed to HiGHS whole: for small programs whose cuts are not ours to make.
///
/// A class because it owns foreign memory; used by one thread at a time.
final class WholeProgram {
  /// What HiGHS came to.
  struct Answer {
    /// A point that keeps all rows; nil where there is none, or none was found in time.
    var values: [Double]?
    var objective: Double
    /// No point has a smaller objective.
    var bound: Double
    var isInfeasible = false
  }

  private let library: HighsLibrary
  private let model: HighsLibrary.Model
  private let stop: StopRule
  private let linear: LinearModel

  /// - Parameter costs: One for each column.
  init(_ linear: LinearModel, costs: [Double], library: HighsLibrary, stop: StopRule) {
    guard let model = library.create() else { preconditionFailure("HiGHS gave no model: out of memory.") }
    (self.library, self.model, self.stop, self.linear) = (library, model, stop, linear)
    _ = library.setBool(model, "output_flag", 0)
    _ = library.setInteger(model, "threads", 1)
    _ = library.setDouble(model, "mip_rel_gap", 1e-7)
    addColumns(costs)
    addRows()
    installInterrupt()
  }

  deinit { library.destroy(model) }

  private func addColumns(_ costs: [Double]) {
    let columns = linear.columns
    let starts = [Int32](repeating: 0, count: columns.count)
    _ = library.addColumns(
      model, Int32(columns.count), costs, columns.map { finite($0.lower) }, columns.map { finite($0.upper) }, 0, starts,
      [0], [0])
    _ = library.changeIntegrality(model, 0, Int32(columns.count - 1), columns.map { $0.isInteger ? 1 : 0 })
  }

  private func addRows() {
    var (starts, indices, coefficients) = ([Int32](), [Int32](), [Double]())
    for row in linear.rows {
      starts.append(Int32(indices.count))
      for term in row.terms {
        indices.append(Int32(term.column))
        coefficients.append(term.coefficient)
      }
    }
    guard !indices.isEmpty else { return }
    _ = library.addRows(
      model, Int32(linear.rows.count), linear.rows.map { finite($0.lower) }, linear.rows.map { finite($0.upper) },
      Int32(indices.count), starts, indices, coefficients)
  }

  func solve() -> Answer {
    if let limit = stop.secondsLeft { _ = library.setDouble(model, "time_limit", max(0.01, limit)) }
    _ = library.run(model)
    var (objective, bound) = (Double.infinity, -Double.infinity)
    _ = library.doubleInformation(model, "objective_function_value", &objective)
    _ = library.doubleInformation(model, "mip_dual_bound", &bound)
    var answer = Answer(values: nil, objective: objective, bound: bound)
    switch library.modelStatus(model) {
    case 7: answer.values = values()
    case 8, 9: answer.isInfeasible = true
    default: if abs(objective) < 1e29 { answer.values = values() }
    }
    return answer
  }

  private func values() -> [Double] {
    var values = [Double](repeating: 0, count: max(1, linear.columns.count))
    var (reduced, rows) = (values, [Double](repeating: 0, count: max(1, linear.rows.count)))
    var duals = rows
    _ = library.solution(model, &values, &reduced, &rows, &duals)
    return values
  }

  private func installInterrupt() {
    let pointer = Unmanaged.passUnretained(stop.flag).toOpaque()
    _ = library.setCallback(
      model,
      { kind, _, _, answer, user in
        // In the simplex and in the tree; the first field of what HiGHS reads back is `user_interrupt`.
        guard kind == 1 || kind == 6, let answer, let user else { return }
        let flag = Unmanaged<StopFlag>.fromOpaque(user).takeUnretainedValue()
        if flag.isRaised { answer.assumingMemoryBound(to: Int32.self).pointee = 1 }
      }, pointer)
    for kind: Int32 in [1, 6] { _ = library.startCallback(model, kind) }
  }

  private func finite(_ value: Double) -> Double {
    value == .infinity ? library.infinity(model) : value == -.infinity ? -library.infinity(model) : value
  }
}
