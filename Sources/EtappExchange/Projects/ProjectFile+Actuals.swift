package import EtappModel

extension ProjectFile {
  /// What has happened according to the file, by our ids in its fields.
  ///
  /// A task with an actual date and no ids of ours, or with ids nobody knows, is said and passed over.
  ///
  /// - Parameters:
  ///   - places: The places of the plan.
  ///   - file: What diagnostics call the file.
  package func actuals(places: Set<ID<Place>>, work: Work, file: String) -> (
    actuals: [Actual], diagnostics: [Diagnostic]
  ) {
    var harvest = Harvest(places: places, work: work, file: file)
    for task in tasks where !task.isSummary && !task.isBlank { harvest.add(task) }
    return (harvest.actuals, harvest.diagnostics)
  }

  /// The field of one of our ids: by its number, or by the name we gave it.
  fileprivate static func value(_ field: OwnField, of task: Task) -> String? {
    task.value(of: field.rawValue).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Gathers actual dates from the tasks of a project file.
private struct Harvest {
  let places: Set<ID<Place>>
  let known: Set<ID<WorkTask>>
  let file: String
  var actuals: [Actual] = []
  var diagnostics: [Diagnostic] = []
  private var seen: Set<[String]> = []

  init(places: Set<ID<Place>>, work: Work, file: String) {
    self.places = places
    known = Set(work.templates.flatMap { $0.tasks.map(\.id) })
    self.file = file
  }

  mutating func add(_ task: ProjectFile.Task) {
    guard task.actualStart != nil || task.actualFinish != nil else {
      if task.percentComplete > 0 {
        say(
          .warning,
          Text(
            en: "The task has progress and no actual start; it is taken as not begun.",
            sv: "Uppgiften har framdrift men ingen verklig start; den räknas som inte påbörjad."), task,
          "ActualStart", "\(task.name): \(task.percentComplete) %")
      }
      return
    }
    guard let (place, work) = ids(of: task) else { return }
    checkOrder(task)
    guard seen.insert([place.code, work.code]).inserted else {
      say(
        .error, Text(en: "The task of this office stands here twice.", sv: "Kontorets uppgift står här två gånger."),
        task, "Text2", "\(place) \(work)")
      return
    }
    actuals.append(
      Actual(place: place, task: work, started: task.actualStart?.day, finished: task.actualFinish?.day))
  }

  private mutating func ids(of task: ProjectFile.Task) -> (ID<Place>, ID<WorkTask>)? {
    guard let place = ProjectFile.value(.place, of: task), let work = ProjectFile.value(.task, of: task) else {
      say(
        .warning,
        Text(
          en: "The task is none of ours: it has no ids in Text1 and Text2. Its dates were passed over.",
          sv: "Uppgiften är inte vår: den saknar id i Text1 och Text2. Dess datum lästes inte."), task, "Text1",
        task.name)
      return nil
    }
    guard places.contains(ID(place)) else {
      let maybe = Names.nearest(to: place, among: places.map(\.code).sorted(), limit: 1).first
      say(
        .error,
        Text(en: "There is no place of this id in the plan.", sv: "Det finns ingen plats med detta id i planen."),
        task, "Text1", place, maybe: maybe)
      return nil
    }
    guard known.contains(ID(work)) else {
      let maybe = Names.nearest(to: work, among: known.map(\.code).sorted(), limit: 1).first
      say(
        .error, Text(en: "No template has a task of this id.", sv: "Ingen mall har en uppgift med detta id."), task,
        "Text2", work, maybe: maybe)
      return nil
    }
    return (ID(place), ID(work))
  }

  private mutating func checkOrder(_ task: ProjectFile.Task) {
    guard let started = task.actualStart, let finished = task.actualFinish, finished < started else { return }
    say(
      .error,
      Text(en: "The task is finished before it has started.", sv: "Uppgiften är färdig innan den har börjat."), task,
      "ActualFinish", "\(task.name): \(finished)", maybe: started.description)
  }

  private mutating func say(
    _ severity: Diagnostic.Severity, _ message: Text, _ task: ProjectFile.Task, _ column: String, _ value: String,
    maybe: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, message, at: Diagnostic.Place(file: file, row: task.id, column: column), value: value, maybe: maybe))
  }
}
