import EtappModel

/// `actuals.csv`: what has happened, one row for a task of an office: `place,task,started,finished`.
struct ActualTable {
  private let table: CSVTable
  private let assignment: Assignment
  private let lookup: NameLookup

  /// What has happened, in the order of the file.
  static func read(
    _ table: CSVTable?, _ assignment: Assignment, _ geography: Geography, _ diagnostics: inout [Diagnostic]
  ) -> [Actual] {
    guard let table, let columns = table.require(["place", "task"], &diagnostics) else { return [] }
    table.checkSpelling(optional: ["place", "task", "started", "finished", "note"], &diagnostics)
    let reader = ActualTable(table: table, assignment: assignment, lookup: NameLookup(geography))
    var seen: Set<[String]> = []
    return (0..<table.rowCount).compactMap { row in
      guard let actual = reader.actual(row, columns, &diagnostics) else { return nil }
      if !seen.insert([actual.place.code, actual.task.code]).inserted {
        reader.say(
          Text(en: "The task of this office stands here twice.", sv: "Kontorets uppgift står här två gånger."), row,
          "task", actual.task.code, nil, &diagnostics)
      }
      return actual
    }
  }

  private func actual(_ row: Int, _ columns: [Int], _ diagnostics: inout [Diagnostic]) -> Actual? {
    let place = place(row, columns[0], &diagnostics)
    let task = task(row, columns[1], &diagnostics)
    let started = day(row, "started", &diagnostics)
    let finished = day(row, "finished", &diagnostics)
    if let started, let finished, finished < started {
      say(
        Text(en: "The task is finished before it has started.", sv: "Uppgiften är färdig innan den har börjat."), row,
        "finished", finished.description, started.description, &diagnostics)
    }
    guard let place, let task else { return nil }
    return Actual(place: place, task: task, started: started, finished: finished, row: table.line(row))
  }

  private func place(_ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]) -> ID<Place>? {
    let words = table.text(row, column)
    let failure: NameLookup.Failure
    do {
      let places = try lookup.subject(words).places
      if places.count == 1 { return places[0] }
      failure = .ambiguous(places.map(\.code))
    } catch { failure = error }
    let maybe: [String] =
      switch failure {
      case .unknown(let nearest): nearest
      case .ambiguous(let meanings): meanings
      case .withoutPlaces: []
      }
    say(
      Text(en: "There is no single place of this name.", sv: "Det finns ingen enskild plats med detta namn."), row,
      "place", words, maybe.isEmpty ? nil : maybe.joined(separator: ", "), &diagnostics)
    return nil
  }

  private func task(_ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]) -> ID<WorkTask>? {
    let words = table.text(row, column)
    let known = assignment.work?.templates.flatMap { $0.tasks.map(\.id.code) } ?? []
    if known.contains(words) { return ID(words) }
    say(
      Text(en: "No template has a task of this name.", sv: "Ingen mall har en uppgift med detta namn."), row, "task",
      words, Names.nearest(to: words, among: known, limit: 1).first, &diagnostics)
    return nil
  }

  private func day(_ row: Int, _ column: String, _ diagnostics: inout [Diagnostic]) -> Day? {
    guard let text = table.text(row, table.column(column)) else { return nil }
    if let day = Day(text) {
      guard let work = assignment.work, work.isFar(day) else { return day }
      say(
        Text(
          en: "The day is more than ten years from the start of work.",
          sv: "Dagen är mer än tio år från arbetets början."), row, column, text, work.starts.description, &diagnostics)
      return nil
    }
    say(
      Text(en: "Not a date written YYYY-MM-DD.", sv: "Inte ett datum skrivet ÅÅÅÅ-MM-DD."), row, column, text,
      WrittenDay.guess(text), &diagnostics)
    return nil
  }

  private func say(
    _ message: Text, _ row: Int, _ column: String, _ value: String, _ maybe: String?, _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      Diagnostic(.error, message, at: table.place(row: row, column: column), value: value, maybe: maybe))
  }
}
