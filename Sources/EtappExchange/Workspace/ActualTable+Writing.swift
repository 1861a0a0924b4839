package import EtappModel

/// `actuals.csv` as the program writes it.
package enum ActualFile {
  package static let name = "actuals.csv"

  /// One row for each task that has begun, by place and task.
  package static func written(_ actuals: [Actual]) -> String {
    var writer = CSVWriter(header: ["place", "task", "started", "finished"])
    for actual in actuals.sorted(by: { ($0.place, $0.task) < ($1.place, $1.task) }) {
      writer.add([
        actual.place.code, actual.task.code, actual.started?.description ?? "", actual.finished?.description ?? "",
      ])
    }
    return writer.text
  }
}
