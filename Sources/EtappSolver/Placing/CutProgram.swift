/// The linear relaxation of a placing problem as cuts, one column for what each row of points bears.
///
///     minimise Σᵣ θᵣ + Σⱼ aⱼ yⱼ    with  Σⱼ yⱼ ≤ p,  0 ≤ y ≤ 1,  θᵣ ≥ c − Σ_{bᵣⱼ < c} (c − bᵣⱼ) yⱼ  for levels c of row r
///
/// A cut holds for every choice of sites: with a site within c open the row bears at least that site's burden, else c
/// or more. The level that a fractional y breaks most is where the running sum of y along the row's list reaches 1.
/// Multipliers say beforehand where that is: with the levels on either side of each point's multiplier the program's
/// first bound is theirs or better, and hardly another cut is needed.
///
/// Source: Cornuejols, Nemhauser, Wolsey (1980), SIAM Journal on Algebraic and Discrete Methods 1; Duran-Mateluna, Ales,
/// Elloumi (2023), doi:10.1016/j.ejor.2022.11.033.
final class CutProgram {
  /// A level of a row: that of the site at a position of its list.
  struct Cut: Hashable, Sendable {
    var row: Int32
    var position: Int32
  }

  let rows: CutRows
  private let siteCount: Int
  private let open: Int
  private let library: HighsLibrary
  private let stop: StopRule
  private let model: HighsModel
  /// Burdens in the program are in this unit: the solver's tolerances are absolute.
  private let unit: Double
  private(set) var cuts: [Cut] = []
  private var known: Set<Cut> = []
  private let sites: [Int]
  /// What all points bear when sites are open by shares, by the last separation.
  private(set) var borne = Double.infinity

  /// - Parameter value: A value of the problem, for its order of magnitude.
  init(_ rows: CutRows, siteCount: Int, open: Int, value: Double, library: HighsLibrary, stop: StopRule) {
    self.rows = rows
    self.siteCount = siteCount
    self.open = open
    self.library = library
    self.stop = stop
    // A value near 0 would make all else too large for the solver.
    let unit = max(abs(value), Self.leastShare * rows.rest.reduce(0, +), 1e-30) / Self.scaledValue
    self.unit = unit
    sites = Array(0..<siteCount)
    var linear = LinearModel()
    for _ in sites { _ = linear.addColumn(.init(0, 1)) }
    for row in 0..<rows.count { _ = linear.addColumn(.init(rows.level(row, 0) / unit, .infinity)) }
    linear.addRow(-.infinity, sites.map { Term($0, 1) }, Double(open))
    model = HighsModel(linear, library: library, stop: stop)
    model.setCosts(rows.alone.map { $0 / unit } + [Double](repeating: 1, count: rows.count))
  }

  private static let scaledValue = 1e6
  private static let leastShare = 1e-3

  /// Another worker's program with the same cuts.
  func copy() -> CutProgram {
    let other = CutProgram(
      rows, siteCount: siteCount, open: open, value: unit * Self.scaledValue, library: library, stop: stop)
    other.add(cuts)
    other.model.restore(model.basis())
    return other
  }

  // MARK: Solving

  /// - Parameter cutoff: Bounds of this much or more need not be found exactly.
  func solve(cutoff: Double) -> HighsModel.Status {
    model.setCutoff((cutoff - rows.constant) / unit)
    return model.solve(fromInside: model.solves == 0 && Self.entriesFromInside.contains(rows.sites.count))
  }

  /// How far open each site is.
  var shares: ArraySlice<Double> { model.values[..<siteCount] }

  /// What a site's share costs beyond what it brings.
  func reducedCost(_ site: Int) -> Double { model.reducedCosts[site] * unit }

  /// A hair less than the objective, which the solver's tolerances may have rounded up.
  var bound: Double { rows.constant + (model.objective - abs(model.objective) * 1e-9) * unit }

  func setBounds(lower: [Double], upper: [Double]) { model.setColumnBounds(sites, lower: lower, upper: upper) }

  func setBound(_ site: Int, _ lower: Double, _ upper: Double) {
    model.setColumnBounds([site], lower: [lower], upper: [upper])
  }

  func basis() -> HighsModel.Basis { model.basis() }

  func restore(_ basis: HighsModel.Basis) { model.restore(basis) }

  /// How much a few iterations raise the bound; infinite when they show that nothing better is there.
  func rise(iterations: Int, from bound: Double) -> Double {
    let (status, objective) = model.probe(iterations: iterations)
    switch status {
    case .infeasible, .cutoff: return .infinity
    case .optimal, .limited: return max(0, rows.constant + objective * unit - bound)
    case .stopped, .failed: return 0
    }
  }

  /// Entries of a program that is first solved from inside: fewer are soon solved from outside, and more by neither.
  private static let entriesFromInside = 20_000...600_000

  // MARK: Cuts

  private static let leastTold: Float = 1e-3

  /// The levels on either side of the multipliers of the points.
  func seed(_ multipliers: [Float], of problem: PlacingProblem) {
    var found: [Cut] = []
    for point in 0..<problem.pointCount where rows.rowOfPoint[point] >= 0 {
      let range = problem.starts[point]..<problem.starts[point + 1]
      // A point whose multiplier says next to nothing is served more than once: its cut is found when it is needed.
      let (least, rest) = (problem.entries[range.lowerBound].burden, problem.rest[point])
      guard multipliers[point] > least + Self.leastTold * (rest - least) else { continue }
      let above =
        (range.first { problem.entries[$0].burden > multipliers[point] } ?? range.upperBound) - range.lowerBound
      if above > 0 { found.append(Cut(row: rows.rowOfPoint[point], position: Int32(above))) }
      if above > 1 { found.append(Cut(row: rows.rowOfPoint[point], position: Int32(above - 1))) }
    }
    add(found)
  }

  /// The cuts that the last solution breaks.
  ///
  /// - Complexity: O(entries up to where shares add up to 1).
  func separate() -> [Cut] {
    var found: [Cut] = []
    borne = rows.constant
    for (site, less) in rows.alone.enumerated() { borne += less * model.values[site] }
    for row in 0..<rows.count {
      let (value, position) = level(row)
      borne += value
      let needed = value / unit
      if needed > model.values[siteCount + row] + 1e-6 * max(1, needed) {
        found.append(Cut(row: Int32(row), position: Int32(position)))
      }
    }
    return found.filter { !known.contains($0) }
  }

  /// What a row bears by the shares of the last solution, and where they add up to 1.
  private func level(_ row: Int) -> (value: Double, position: Int) {
    var (sum, value) = (0.0, 0.0)
    let first = rows.starts[row]
    var entry = first
    while entry < rows.starts[row + 1] {
      let share = model.values[Int(rows.sites[entry])]
      if sum + share >= 1 - 1e-9 { break }
      sum += share
      value += share * rows.burdens[entry]
      entry += 1
    }
    return (value + max(0, 1 - sum) * rows.level(row, entry - first), entry - first)
  }

  func add(_ more: [Cut]) {
    let new = more.filter { known.insert($0).inserted }
    model.addRows(new.map(inequality))
    cuts += new
  }

  private func inequality(_ cut: Cut) -> Row {
    let row = Int(cut.row)
    let level = rows.level(row, Int(cut.position))
    var terms: [Term] = []
    for entry in rows.starts[row]..<rows.starts[row] + Int(cut.position) where rows.burdens[entry] < level {
      terms.append(Term(Int(rows.sites[entry]), (level - rows.burdens[entry]) / unit))
    }
    terms.append(Term(siteCount + row, 1))
    return Row(level / unit, terms, .infinity)
  }
}
