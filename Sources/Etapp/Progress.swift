import EtappExchange
public import EtappModel
import Foundation

/// What has happened, brought in from elsewhere.
extension Workspace {
  /// What a project file brought.
  public struct ProgressReceipt: Sendable {
    /// Tasks with an actual date in the file, now in `actuals.csv`.
    public let tasks: Int
    /// What there was to say about the file.
    public let diagnostics: [Diagnostic]
  }

  /// Reads the actual dates of a project file (MS Project XML) into `actuals.csv`.
  ///
  /// Of a task that the file says nothing of, what was known stays. A file without any actual date changes nothing.
  ///
  /// - Parameter file: What diagnostics call it.
  /// - Throws: `Invalid` when the file cannot be read, or the programme has no tasks; then nothing is written.
  public func bringProgress(from bytes: [UInt8], file: String) throws -> ProgressReceipt {
    guard let work = assignment.work else {
      throw Invalid([
        Diagnostic(
          .error, Text(en: "The programme has no templates of tasks.", sv: "Programmet har inga mallar med uppgifter."),
          at: Diagnostic.Place(file: "programme.yaml", column: "templates"))
      ])
    }
    let (project, said) = ProjectFile.read(bytes, file: file)
    guard let project, !said.hasErrors else { throw Invalid(said) }
    let (actuals, further) = project.actuals(places: Set(geography.places.map(\.id)), work: work, file: file)
    guard !further.hasErrors else { throw Invalid(said + further) }
    guard !actuals.isEmpty else { return ProgressReceipt(tasks: 0, diagnostics: said + further) }
    let path = (folder as NSString).appendingPathComponent(ActualFile.name)
    try AtomicFile.write(ActualFile.written(merged(actuals)), to: path)
    return ProgressReceipt(tasks: actuals.count, diagnostics: said + further)
  }

  private func merged(_ news: [Actual]) -> [Actual] {
    let told = Set(news.map { [$0.place.code, $0.task.code] })
    return actuals.filter { !told.contains([$0.place.code, $0.task.code]) } + news
  }
}
