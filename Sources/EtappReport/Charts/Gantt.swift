import EtappModel

/// A schedule as rows of bars: an office in each row, its tasks below each other where they overlap.
struct Gantt {
  let schedule: Schedule
  let axis: TimeAxis
  let crews: Crews
  let sentences: Sentences
  /// Pixels of a row.
  let height: Double
  private let tasks: [ID<Place>: [ScheduledTask]]
  private let promises: [ID<Place>: Day]
  private let earlier: [ID<Place>: (first: Day, opening: Day)]

  private static let lane = 6.0
  private static let margin = 5.0

  init(_ schedule: Schedule, baseline: Schedule?, forecast: Forecast?, axis: TimeAxis, _ sentences: Sentences) {
    self.schedule = schedule
    self.axis = axis
    self.sentences = sentences
    crews = Crews(schedule, sentences.work)
    tasks = Dictionary(grouping: schedule.tasks, by: \.place).mapValues { tasks in
      tasks.sorted { ($0.first, $0.end, $0.task) < ($1.first, $1.end, $1.task) }
    }
    promises = Dictionary((forecast?.offices ?? []).map { ($0.place, $0.promise) }, uniquingKeysWith: { $1 })
    earlier = Self.spans(baseline)
    let lanes = tasks.values.map { (Self.lanes($0).max() ?? 0) + 1 }.max() ?? 1
    height = Self.lane * Double(lanes) + 2 * Self.margin
  }

  private static func spans(_ schedule: Schedule?) -> [ID<Place>: (first: Day, opening: Day)] {
    guard let schedule else { return [:] }
    let first = Dictionary(schedule.tasks.map { ($0.place, $0.start) }, uniquingKeysWith: { min($0, $1) })
    return Dictionary(
      schedule.openings.map { ($0.place, (first[$0.place] ?? $0.day, $0.day)) }, uniquingKeysWith: { $1 })
  }

  /// The offices of a round in the order they open.
  func openings(ofRound round: Int) -> [Opening] {
    schedule.openings.filter { $0.round == round }.sorted { ($0.day, $0.place) < ($1.day, $1.place) }
  }

  func tasks(of place: ID<Place>) -> [ScheduledTask] { tasks[place] ?? [] }

  func baseline(of place: ID<Place>) -> Day? { earlier[place]?.opening }

  var hasBaseline: Bool { !earlier.isEmpty }
  var hasPromises: Bool { !promises.isEmpty }

  /// The lane of each task: the first that is free again when it starts. Milestones share the first.
  static func lanes(_ tasks: [ScheduledTask]) -> [Int] {
    var free: [Int] = []
    return tasks.map { task in
      guard task.end > task.first else { return 0 }
      let lane = free.firstIndex { $0 <= task.first } ?? free.count
      if lane == free.count { free.append(task.end) } else { free[lane] = task.end }
      return lane
    }
  }

  // MARK: A row

  /// The bars of one office.
  func bars(_ opening: Opening) -> HTML {
    SVG.wide(height: height, .class("time-bars"), .aria("hidden", "true")) {
      SVG.stretched(units: axis.days, height: height) {
        ghost(opening.place)
        promises[opening.place].map { whisker(opening, to: $0) }
        work(opening.place)
      }
      marks(opening)
    }
  }

  private func work(_ place: ID<Place>) -> [HTML] {
    let own = tasks(of: place)
    let placed = zip(own, Self.lanes(own)).filter { $0.0.end > $0.0.first }
    return Dictionary(grouping: placed) { paint($0.0) }.sorted { $0.key.order < $1.key.order }.map { paint, tasks in
      SVG.group(paint) {
        for (task, lane) in tasks {
          Tag("path")([Attribute("d", bar(task, lane))]) {
            SVG.tooltip("\(sentences.title(task.task)), \(sentences.span(task))")
          }
        }
      }
    }
  }

  /// Whoever does it; what the last opening hangs on stands out, what is done steps back.
  private func paint(_ task: ScheduledTask) -> Paint {
    var paint = task.isCritical ? Paint.critical : crews.paint(crews.index(of: task))
    if let today = schedule.today, task.finish < today { paint.opacity = 0.45 }
    return paint
  }

  private func bar(_ task: ScheduledTask, _ lane: Int) -> String {
    let (from, to) = (axis.x(task.start), axis.x(task.finish + 1))
    let thickness = task.isCritical ? Self.lane : Self.lane - 2
    let y = Self.margin + Self.lane * Double(lane) + (Self.lane - thickness) / 2
    return "M\(from) \(SVG.number(y))h\(to - from)v\(SVG.number(thickness))H\(from)z"
  }

  private func ghost(_ place: ID<Place>) -> HTML? {
    earlier[place].map { span in
      let (from, to) = (axis.x(span.first), axis.x(span.opening))
      return SVG.path("M\(from) \(SVG.number(height - 3))H\(to)", .ghost)
    }
  }

  private func whisker(_ opening: Opening, to promise: Day) -> HTML {
    SVG.path(
      "M\(axis.x(opening.day)) \(SVG.number(height / 2))H\(axis.x(promise))", .whisker, round: opening.round)
  }

  private func marks(_ opening: Opening) -> HTML {
    .group {
      earlier[opening.place].map { mark(.baseline, $0.opening, y: height - 3, opening.round) }
      promises[opening.place].map { mark(.promise, $0, y: height / 2, opening.round) }
      mark(opening.late > 0 ? .late : .opening, opening.day, y: height / 2, opening.round)
    }
  }

  private func mark(_ sign: TimeSign, _ day: Day, y: Double, _ round: Int) -> HTML {
    SVG.pinned(at: axis.share(day), y: y) {
      sign.drawing(round: round, title: "\(sentences.say(sign.phrase)): \(sentences.dates.day(day))")
    }
  }
}

/// Signs on a time axis: told apart by their shape.
enum TimeSign: CaseIterable, Sendable {
  case opening, late, promise, baseline, half

  var phrase: Phrase {
    switch self {
    case .opening: .opens
    case .late: .opensLate
    case .promise: .promise
    case .baseline: .baseline
    case .half: .halfOpen
    }
  }

  private var shape: (path: String, paint: Paint) {
    switch self {
    case .opening: ("M0-6L6 0 0 6-6 0z", .opening)
    // The exclamation mark runs the other way round, so that it is left out of the diamond.
    case .late: ("M0-7L7 0 0 7-7 0zM-1-3.5L-.6 1H.6L1-3.5zM-.8 2V3.6H.8V2z", .late)
    case .promise: ("M0 7V-7L8-4 0-1", .promise)
    case .baseline: ("M0-3L3 0 0 3-3 0z", .baseline)
    case .half: ("M0-7V7", .half)
    }
  }

  func drawing(round: Int? = nil, title: String? = nil) -> HTML {
    SVG.path(shape.path, shape.paint, round: round, title: title)
  }
}
