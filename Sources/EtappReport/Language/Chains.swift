import EtappModel

/// Looking things up in a schedule, and following what they hang on.
extension Schedule {
  func task(_ task: ID<WorkTask>, of place: ID<Place>) -> ScheduledTask? {
    tasks.first { $0.place == place && $0.task == task }
  }

  /// The tasks of an office, in order of time.
  func tasks(of place: ID<Place>) -> [ScheduledTask] {
    tasks.filter { $0.place == place }.sorted { ($0.first, $0.end, $0.task) < ($1.first, $1.end, $1.task) }
  }

  /// The opening that comes last.
  var lastOpening: Opening? { openings.max { ($0.day, $1.place) < ($1.day, $0.place) } }

  /// The tasks that an office's opening hangs on, from the first of them to the opening itself; they may belong to
  /// other offices, whose people it waits for.
  ///
  /// - Parameter openings: The tasks that open an office; without any of them the last task does.
  func chain(to place: ID<Place>, openings: Set<ID<WorkTask>>) -> [ScheduledTask] {
    let own = tasks(of: place)
    guard let end = own.last(where: { openings.contains($0.task) }) ?? own.last else { return [] }
    let index = Dictionary(tasks.map { (Key($0.place, $0.task), $0) }, uniquingKeysWith: { first, _ in first })
    var chain = [end]
    var seen: Set<Key> = [Key(end.place, end.task)]
    while let key = chain.last.flatMap(Self.before), let task = index[key], seen.insert(key).inserted {
      chain.append(task)
    }
    return chain.reversed()
  }

  private struct Key: Hashable {
    let place: ID<Place>
    let task: ID<WorkTask>

    init(_ place: ID<Place>, _ task: ID<WorkTask>) {
      self.place = place
      self.task = task
    }
  }

  private static func before(_ task: ScheduledTask) -> Key? {
    switch task.binding {
    case .predecessor(let before): Key(task.place, before)
    case .resource(_, let place, let other): Key(place, other)
    case .start, .capacity, .round, .actual, .today, .free: nil
    }
  }
}
