/// A linear program inside HiGHS: solved again and again with other bounds, other costs and more rows,
/// each time from the basis of the last.
///
/// A class because it owns foreign memory; used by one thread at a time.
final class HighsModel {
  /// How a solve ended.
  enum Status {
    case optimal
    case infeasible
    /// The objective is proved to pass the cutoff.
    case cutoff
    case stopped
    /// The iterations allowed are used up; the objective is what they came to.
    case limited
    /// Numerical trouble that a fresh start did not cure.
    case failed
  }

  private let library: HighsLibrary
  private let model: HighsLibrary.Model
  private(set) var columnCount = 0
  private(set) var rowCount = 0
  private(set) var solves = 0
  private(set) var iterations = 0
  private let stop: StopRule

  private(set) var values: [Double] = []
  private(set) var reducedCosts: [Double] = []
  private(set) var rowDuals: [Double] = []
  private(set) var objective = 0.0
  private var rowValues: [Double] = []

  init(_ linear: LinearModel, library: HighsLibrary, stop: StopRule) {
    self.library = library
    self.stop = stop
    guard let model = library.create() else { preconditionFailure("HiGHS gave no model: out of memory.") }
    self.model = model
    _ = library.setBool(model, "output_flag", 0)
    _ = library.setString(model, "solver", "simplex")
    // Each program differs little from the last; presolve would throw the basis away.
    _ = library.setString(model, "presolve", "off")
    _ = library.setInteger(model, "threads", 1)
    _ = library.setInteger(model, "simplex_dual_edge_weight_strategy", 1)
    addColumns(linear.columns)
    addRows(linear.rows)
    installInterrupt()
  }

  deinit {
    library.destroy(model)
  }

  private func addColumns(_ columns: [LinearModel.Column]) {
    let lower = columns.map(\.lower).map(finite)
    let upper = columns.map(\.upper).map(finite)
    let zero = [Double](repeating: 0, count: columns.count)
    let starts = [Int32](repeating: 0, count: columns.count)
    _ = library.addColumns(model, Int32(columns.count), zero, lower, upper, 0, starts, [0], [0])
    columnCount += columns.count
  }

  /// Adds rows; they are the last ones of the program until rows are deleted.
  func addRows(_ rows: some Collection<Row>) {
    guard !rows.isEmpty else { return }
    var lower: [Double] = []
    var upper: [Double] = []
    var starts: [Int32] = []
    var indices: [Int32] = []
    var coefficients: [Double] = []
    for row in rows {
      lower.append(finite(row.lower))
      upper.append(finite(row.upper))
      starts.append(Int32(indices.count))
      for term in row.terms {
        indices.append(Int32(term.column))
        coefficients.append(term.coefficient)
      }
    }
    let status =
      indices.isEmpty
      ? library.addRows(model, Int32(lower.count), lower, upper, 0, starts, [0], [0])
      : library.addRows(model, Int32(lower.count), lower, upper, Int32(indices.count), starts, indices, coefficients)
    precondition(status != -1, "HiGHS refuses rows: a column stands twice in one of them, or a number is none.")
    rowCount += lower.count
  }

  /// Deletes rows by number, in increasing order; later rows move up.
  func deleteRows(_ rows: [Int]) {
    guard !rows.isEmpty else { return }
    _ = library.deleteRows(model, Int32(rows.count), rows.map(Int32.init))
    rowCount -= rows.count
  }

  func setCosts(_ costs: [Double]) {
    precondition(costs.count == columnCount, "One cost for each column.")
    _ = library.changeCosts(model, 0, Int32(columnCount - 1), costs)
  }

  func setColumnBounds(_ columns: [Int], lower: [Double], upper: [Double]) {
    guard !columns.isEmpty else { return }
    _ = library.changeColumnBounds(
      model, Int32(columns.count), columns.map(Int32.init), lower.map(finite), upper.map(finite))
  }

  func setRowBounds(_ row: Int, lower: Double, upper: Double) {
    _ = library.changeRowBounds(model, Int32(row), finite(lower), finite(upper))
  }

  func setCoefficient(row: Int, column: Int, _ value: Double) {
    _ = library.changeCoefficient(model, Int32(row), Int32(column), value)
  }

  /// The dual simplex gives up once the objective is proved to pass this.
  func setCutoff(_ cutoff: Double) {
    _ = library.setDouble(model, "objective_bound", finite(cutoff))
  }

  /// Minimises from the basis of the last solve with a few iterations only, to see which way the objective goes.
  ///
  /// The values of the last full solve are left as they were.
  func probe(iterations limit: Int) -> (status: Status, objective: Double) {
    _ = library.setInteger(model, "simplex_iteration_limit", Int32(limit))
    defer { _ = library.setInteger(model, "simplex_iteration_limit", .max) }
    solves += 1
    _ = library.run(model)
    var count: Int32 = 0
    _ = library.integerInformation(model, "simplex_iteration_count", &count)
    iterations += Int(max(0, count))
    var objective = 0.0
    _ = library.doubleInformation(model, "objective_function_value", &objective)
    switch library.modelStatus(model) {
    case 7, 14: return (.limited, objective)
    case 8: return (.infeasible, .infinity)
    case 11: return (.cutoff, .infinity)
    case 13, 17: return (.stopped, objective)
    default: return (.failed, objective)
    }
  }

  /// Minimises, from the basis of the last solve.
  ///
  /// - Parameter fromInside: By an interior point method first, which a great program without a basis is solved by several
  ///   times as fast.
  func solve(fromInside: Bool = false) -> Status {
    solves += 1
    if fromInside { _ = library.setString(model, "solver", "ipm") }
    defer { if fromInside { _ = library.setString(model, "solver", "simplex") } }
    if let limit = stop.secondsLeft {
      _ = library.setDouble(model, "time_limit", library.runTime(model) + max(0.01, limit))
    }
    var status = runOnce()
    if status == .failed {
      _ = library.clearSolver(model)
      status = runOnce()
    }
    return status
  }

  private func runOnce() -> Status {
    _ = library.run(model)
    var count: Int32 = 0
    _ = library.integerInformation(model, "simplex_iteration_count", &count)
    iterations += Int(max(0, count))
    switch library.modelStatus(model) {
    case 7:
      fetch()
      return .optimal
    case 8, 9: return .infeasible
    case 11:
      fetch()
      return .cutoff
    case 13, 17: return .stopped
    case 6:
      // A model without rows or columns: every column rests at a bound.
      fetch()
      return .optimal
    default: return .failed
    }
  }

  private func fetch() {
    resize(&values, columnCount)
    resize(&reducedCosts, columnCount)
    resize(&rowValues, rowCount)
    resize(&rowDuals, rowCount)
    _ = library.solution(model, &values, &reducedCosts, &rowValues, &rowDuals)
    _ = library.doubleInformation(model, "objective_function_value", &objective)
  }

  private func resize(_ array: inout [Double], _ count: Int) {
    // HiGHS writes through a pointer, which an empty array does not have.
    if array.count != count { array = [Double](repeating: 0, count: max(1, count)) }
  }

  /// A basis to come back to.
  struct Basis: Sendable {
    var columns: [Int32]
    var rows: [Int32]
  }

  func basis() -> Basis {
    var basis = Basis(
      columns: [Int32](repeating: 0, count: max(1, columnCount)), rows: [Int32](repeating: 0, count: max(1, rowCount)))
    _ = library.basis(model, &basis.columns, &basis.rows)
    return basis
  }

  /// Starts the next solve from `basis`; rows added since are basic.
  func restore(_ basis: Basis) {
    var rows = Array(basis.rows.prefix(rowCount))
    while rows.count < rowCount { rows.append(1) }
    _ = library.setBasis(model, basis.columns, rows)
  }

  private func installInterrupt() {
    let pointer = Unmanaged.passUnretained(stop.flag).toOpaque()
    _ = library.setCallback(
      model,
      { kind, _, _, answer, user in
        // Simplex and interior point method ask. The first field of what HiGHS reads back is `user_interrupt`; its own
        // source promises to keep it there.
        guard kind == 1 || kind == 2, let answer, let user else { return }
        let flag = Unmanaged<StopFlag>.fromOpaque(user).takeUnretainedValue()
        if flag.isRaised { answer.assumingMemoryBound(to: Int32.self).pointee = 1 }
      }, pointer)
    _ = library.startCallback(model, 1)
    _ = library.startCallback(model, 2)
  }

  private func finite(_ value: Double) -> Double {
    value == .infinity ? library.infinity(model) : value == -.infinity ? -library.infinity(model) : value
  }
}
