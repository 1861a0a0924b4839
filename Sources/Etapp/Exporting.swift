public import EtappModel
import Foundation

/// Everything that goes on the table with a plan: the page, and the plan for other programs.
public struct ReportFiles: Sendable {
  /// Name and content of each file, the page first.
  public let files: [(name: String, content: String)]

  /// - Parameters:
  ///   - page: The report as HTML.
  ///   - made: The moment it is made, ISO 8601 in universal time.
  public init(
    _ study: Study, plan: Plan, dates: Study.Dates? = nil, page: String, language: Language? = nil, made: String = ""
  ) {
    var files = [(name: "report.html", content: page)]
    if plan.hasChoice {
      files += [
        ("plan.csv", study.table(plan)), ("plan.geojson", study.geoJSON(plan, language: language)),
        ("map.svg", study.map(plan, language: language)),
      ]
    }
    files.append(("plan.json", study.document(plan, language: language)))
    if let dates {
      files += [
        ("schedule.csv", study.file(dates.schedule, as: .csv, made: made, language: language)),
        ("schedule.ics", study.file(dates.schedule, as: .ics, made: made, language: language)),
        ("schedule.json", study.document(dates.schedule, baseline: dates.baseline, language: language)),
      ]
      if let forecast = dates.forecast {
        files.append(("forecast.json", study.document(forecast, language: language)))
      }
    }
    self.files = files
  }

  /// Writes all of it into a folder, made when it is missing.
  ///
  /// Every file is written whole beside its place before the first is put there, so that a reader never sees half of
  /// one, and a full disk leaves the old report as it was.
  ///
  /// - Returns: The paths, in order.
  public func write(to folder: String) throws -> [String] {
    let manager = FileManager.default
    let target = URL(fileURLWithPath: folder, isDirectory: true)
    try manager.createDirectory(at: target, withIntermediateDirectories: true)
    let waiting = target.appendingPathComponent(".new-" + UUID().uuidString)
    try manager.createDirectory(at: waiting, withIntermediateDirectories: false)
    defer { try? manager.removeItem(at: waiting) }
    for file in files { try Data(file.content.utf8).write(to: waiting.appendingPathComponent(file.name)) }
    for file in files {
      try AtomicFile.move(waiting.appendingPathComponent(file.name), to: target.appendingPathComponent(file.name))
    }
    return files.map { (folder as NSString).appendingPathComponent($0.name) }
  }
}

/// Files that are there whole or not at all.
public enum AtomicFile {
  /// Writes a text so that a reader sees the old file or the new one, never half of it.
  public static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Puts a file in the place of another in one step.
  static func move(_ source: URL, to target: URL) throws {
    guard rename(source.path, target.path) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: target.path])
    }
  }
}
