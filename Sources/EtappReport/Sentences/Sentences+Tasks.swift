package import EtappModel

/// The work of one office, task by task.
extension Sentences {
  /// Each task with its days, its float and what its start hangs on; then the chain to the opening.
  package func tasks(of place: ID<Place>, in schedule: Schedule) -> String {
    let own = schedule.tasks.filter { $0.place == place }
    let lines = own.map { task in
      "  \(title(task.task)), \(span(task)): \(binding(task, in: schedule))"
        + (task.binding == .actual ? "" : ", \(slack(task))")
    }
    guard let opening = schedule.openings.first(where: { $0.place == place }) else { return name(place) }
    let head = [name(place) + ": " + dates.day(opening.day), punctuality(opening)].compactMap { $0 }
    let chain = say(en: "What the opening hangs on:", sv: "Vad öppningen hänger på:")
    return ([head.joined(separator: ", ")] + lines + ["", chain, numbered(chainOf: opening, in: schedule)])
      .joined(separator: "\n")
  }

  private func slack(_ task: ScheduledTask) -> String {
    task.float == 0
      ? say(en: "no float", sv: "inget glapp")
      : say(en: "\(count(task.float, .workingDay)) of float", sv: "\(count(task.float, .workingDay)) i glapp")
  }
}
