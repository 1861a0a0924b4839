import Foundation

/// JSON lines on standard output; the same as a table for people on standard error.
enum Output {
  static func write(_ measurement: Measurement) {
    FileHandle.standardOutput.write(Data((measurement.json + "\n").utf8))
    note(row(measurement))
  }

  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func heading() {
    note(
      columns(
        ["benchmark", "instance", "n", "sites", "value", "gap", "seconds", "cpu s", "MB", "status"]))
  }

  private static func row(_ measurement: Measurement) -> String {
    var cells = [measurement.benchmark, measurement.instance]
    cells.append(measurement.points.map(String.init) ?? "")
    cells.append(measurement.candidates.map(String.init) ?? "")
    cells.append(measurement.value.map { String(format: "%.6g", $0) } ?? "")
    cells.append(measurement.gap.map { String(format: "%.1e", $0) } ?? "")
    cells.append(String(format: "%.3f", measurement.cost.seconds))
    cells.append(String(format: "%.3f", measurement.cost.cpuSeconds))
    cells.append(measurement.cost.peakMegabytes.map { String(format: "%.0f", $0) } ?? "")
    cells.append(measurement.status)
    let more = measurement.more.map { key, value in
      switch value {
      case .number(let number): "\(key)=\(String(format: "%.6g", number))"
      case .text(let text): "\(key)=\(text)"
      }
    }
    return columns(cells) + "  " + more.joined(separator: " ")
  }

  private static let widths = [12, 24, 7, 6, 12, 8, 9, 9, 6, 12]

  private static func columns(_ cells: [String]) -> String {
    zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined(separator: " ")
  }
}
