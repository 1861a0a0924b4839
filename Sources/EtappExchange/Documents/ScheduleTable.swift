package import EtappModel

/// A schedule as CSV: one row for each task of each office, in the order of the schedule.
package enum ScheduleTable {
  package static func written(
    _ schedule: Schedule, assignment: Assignment, geography: Geography, language: Language
  ) -> String {
    var writer = CSVWriter(header: [
      "place", "name", "task", "title", "start", "finish", "first", "end", "resources", "critical", "float", "binding",
    ])
    for task in schedule.tasks {
      writer.add([
        task.place.code, geography.place(task.place)?.name ?? task.place.code, task.task.code,
        assignment.work?.task(task.task)?.title(language) ?? task.task.code, task.start.description,
        task.finish.description, String(task.first), String(task.end),
        task.needs.map(written).joined(separator: "|"), task.isCritical ? "yes" : "no", String(task.float),
        task.binding.word,
      ])
    }
    return writer.text
  }

  /// `leads@SE1:2`: the resource, the region whose pool it is, and how many of it.
  private static func written(_ need: ScheduledTask.PoolNeed) -> String {
    need.resource.code + (need.region.map { "@" + $0 } ?? "") + ":\(need.units)"
  }
}
