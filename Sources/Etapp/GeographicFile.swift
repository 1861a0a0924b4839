import EtappExchange
public import EtappModel
import Foundation

/// A plan or an answer as points in a file for a map: GeoPackage, GeoJSON or CSV, by how its name ends.
public struct GeographicFile: Sendable {
  public let path: String
  private let format: FeatureOutput

  /// - Returns: nil where the name ends in no format that is written.
  public init?(_ path: String) {
    guard let format = FeatureOutput(file: path) else { return nil }
    (self.path, self.format) = (path, format)
  }

  /// Endings that a name may have.
  public static var endings: [String] { FeatureOutput.allCases.map(\.rawValue) }

  /// Writes the sites of a location study with what becomes of each, whole or not at all.
  ///
  /// - Parameter made: The moment, ISO 8601 in universal time.
  public func write(_ answer: LocationAnswer, of study: LocationStudy, made: String) throws {
    try write(LocationGeoJSON.written(answer, study.data), name: "sites", made: made)
  }

  /// Writes the offices of a plan and those that exist; CSV is the plan's own table.
  public func write(_ plan: Plan, of study: Study, language: Language? = nil, made: String) throws {
    guard format != .csv else { return try AtomicFile.write(study.table(plan), to: path) }
    let collection = PlanGeoJSON.written(
      plan, assignment: study.workspace.assignment, geography: study.workspace.geography,
      language: language ?? study.workspace.assignment.language)
    try write(collection, name: "offices", made: made)
  }

  private func write(_ collection: JSON, name: String, made: String) throws {
    let target = URL(fileURLWithPath: path)
    let draft = target.deletingLastPathComponent().appendingPathComponent(".new-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: draft) }
    try format.write(collection, name: name, to: draft.path, made: made)
    try AtomicFile.move(draft, to: target)
  }
}
