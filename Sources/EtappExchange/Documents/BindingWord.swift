import EtappModel

extension ScheduledTask.Binding {
  /// The kind of thing that a start hangs on, and which one: for tables and for the fields of other programs.
  var word: String {
    switch self {
    case .start: "start"
    case .predecessor(let task): "predecessor \(task)"
    case .resource(let resource, let place, let task): "resource \(resource): \(place) \(task)"
    case .capacity(let resource): "capacity \(resource)"
    case .round(let round): "round \(round)"
    case .actual: "actual"
    case .today: "today"
    case .free: "free"
    }
  }
}
