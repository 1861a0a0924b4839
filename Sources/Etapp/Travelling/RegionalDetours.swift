import EtappExchange
public import EtappModel
import Foundation

/// How much longer roads are than straight lines, by class of region.
///
/// Classes are data: a table says the factor of each, a column or polygons say which class a point has.
public struct RegionalDetours: Sendable {
  /// Road length over straight length, by class.
  public var factors: [String: Double]
  /// Areas whose names are classes; asked where a point has no class of its own.
  public var areas: [Area]

  public init(factors: [String: Double] = [:], areas: [Area] = []) {
    self.factors = factors
    self.areas = areas
  }

  /// - Parameters:
  ///   - factors: A table `class,detour`; nil takes the one factor of the formula everywhere.
  ///   - areas: GeoJSON of polygons whose names are classes.
  /// - Throws: Everything that is wrong with the files.
  public init(factors: String?, areas: String?, decimalComma: Bool = false) throws(Workspace.Invalid) {
    var diagnostics: [Diagnostic] = []
    func bytes(_ path: String) -> [UInt8] {
      if let data = FileManager.default.contents(atPath: path) { return [UInt8](data) }
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "The file cannot be read.", sv: "Filen kan inte läsas."), at: Diagnostic.Place(file: path)))
      return []
    }
    self.init()
    if let factors {
      let content = bytes(factors)
      self.factors = DetourTable.read(content, file: factors, decimalComma: decimalComma, &diagnostics)
    }
    if let areas {
      let content = bytes(areas)
      if !content.isEmpty { self.areas = DetourTable.areas(content, file: areas, &diagnostics) }
    }
    guard !diagnostics.hasErrors else { throw Workspace.Invalid(diagnostics) }
  }

  /// The factor at each end; the formula's own where its class has none.
  func factors(at ends: [TravelQuestion.End], otherwise usual: Double) -> [Double] {
    ends.map { end in
      let region = end.region ?? areas.first { $0.distance(from: end.position) == 0 }?.name
      return region.flatMap { factors[$0] } ?? usual
    }
  }

  /// Minutes of a straight line between ends with these factors.
  ///
  /// The factor of a journey is the mean of those at its ends.
  static func minutes(_ line: Double, _ factors: (Double, Double), _ formula: Travel.Formula) -> Float {
    var formula = formula
    formula.detour = (factors.0 + factors.1) / 2
    return Float(formula.minutes(straightLine: Kilometres(line)).value)
  }
}
