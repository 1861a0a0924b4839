/// A project made ready for generating schedules: flat arrays, activities renumbered so that predecessors come first.
///
/// What a resource has free on a day is a lane of a 64-bit word, four resources to a word where their amounts allow it,
/// each lane with a guard bit above it that stays set: an activity fits on a day if no guard bit is gone after
/// subtracting its demand, one subtraction for all the resources of a word. Word `w` of day `t` is at `w · horizon + t`.
struct FlatProject: Sendable {
  /// "Starts at least `gap` days after the start of `other`"; where there are calendars the link itself counts instead.
  struct Arc: Sendable {
    var other: Int32
    var gap: Int32
    var link: Int32
  }

  let count: Int
  /// The activity of the project that each flat one is.
  let activities: [Int]
  let durations: [Int32]
  let links: [Project.Link]
  let incoming: Rows<Arc>
  let outgoing: Rows<Arc>
  /// What each activity holds, by word.
  let loads: Rows<ResourceLanes.Load>
  let wordCount: Int
  let guards: UInt64
  /// Days of the timeline: no generated schedule reaches beyond.
  let horizon: Int
  /// What is free before any free activity is placed, guard bits set.
  let free: [UInt64]
  /// The start of activities that are fixed; −1 where free.
  let fixedStarts: [Int32]
  let calendars: [PatternCalendar]
  /// The calendar of each activity; −1 where it works every day.
  let calendarOf: [Int32]
  /// The earliest start that releases, links and fixed starts allow.
  let heads: [Int32]
  /// The latest start that links to fixed activities allow; `never` where nothing limits it.
  let latestStarts: [Int32]
  /// Days from the start of each activity to the end of everything that must follow it.
  let tails: [Int32]
  /// Share of all capacity an activity takes on a day it is under way, in ten-thousandths; for finding busy times.
  let intensities: [Int32]
  /// Whether sorting by start keeps predecessors before successors, and whether sorting by finish does.
  let startsKeepOrder: Bool
  let finishesKeepOrder: Bool
  /// Whether schedules read from their end are those of the project with its links turned round, as no day is special,
  /// and justifying one never makes it longer, as no link lets a successor overtake.
  let isReversible: Bool

  static let never = Int32.max / 4

  /// - Complexity: O(activities + links + horizon × resources).
  init(_ project: Project) throws(SchedulingObstacle) {
    activities = try Self.topologicalOrder(of: project)
    count = activities.count
    links = project.links
    durations = activities.map { Int32(project.durations[$0]) }
    fixedStarts = activities.map { Int32(project.fixedStarts[$0] ?? -1) }
    calendarOf = activities.map { Int32(project.patternOf[$0] ?? -1) }
    horizon = Self.horizon(of: project)
    calendars = project.patterns.map { [horizon] in PatternCalendar(pattern: $0, horizon: horizon) }

    let arcs = Self.arcs(of: project, activities: activities)
    incoming = Rows(arcs.map { ($0.to, Arc(other: Int32($0.from), gap: $0.gap, link: $0.link)) }, count: count)
    outgoing = Rows(arcs.map { ($0.from, Arc(other: Int32($0.to), gap: $0.gap, link: $0.link)) }, count: count)
    startsKeepOrder = calendars.isEmpty && arcs.allSatisfy { $0.gap >= 0 }
    finishesKeepOrder =
      calendars.isEmpty && arcs.allSatisfy { [durations] in $0.gap + durations[$0.to] >= durations[$0.from] }
    isReversible =
      startsKeepOrder && finishesKeepOrder && project.isUniform && project.releases.allSatisfy { $0 <= 0 }
      && project.fixedStarts.allSatisfy { $0 == nil }

    let times = LinkTimes(durations: durations, links: links, calendars: calendars, calendarOf: calendarOf)
    heads = Self.heads(of: project, activities: activities, incoming: incoming, times: times)
    latestStarts = Self.latestStarts(fixedStarts, outgoing: outgoing, times: times)
    tails = Self.tails(durations, outgoing: outgoing)
    for flat in 0..<count where heads[flat] > latestStarts[flat] { throw .window(activity: activities[flat]) }

    let lanes = try ResourceLanes(project)
    wordCount = lanes.wordCount
    guards = lanes.guards
    intensities = activities.map { lanes.intensity(of: project.demands[$0]) }
    loads = Rows(
      activities.enumerated().flatMap { flat, activity in
        project.durations[activity] == 0 ? [] : lanes.loads(project.demands[activity]).map { (flat, $0) }
      }, count: count)
    free = try lanes.free(horizon: horizon, fixed: project, times: times, activities: activities)
  }

  var hasCalendars: Bool { !calendars.isEmpty }

  /// No schedule is shorter: the longest chain of links, from the earliest start of its first activity.
  var criticalPath: Int {
    let times = LinkTimes(self)
    return (0..<count).reduce(0) { longest, flat in
      let chain = calendars.isEmpty ? Int(heads[flat] + tails[flat]) : times.finish(of: flat, start: Int(heads[flat]))
      return max(longest, chain)
    }
  }
}

/// Lists of elements, one for each row, end to end in one array.
struct Rows<Element: Sendable>: Sendable {
  let elements: [Element]
  /// Where each row begins; one more than there are rows.
  let starts: [Int32]

  init(_ pairs: [(row: Int, element: Element)], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[pair.row + 1] += 1 }
    for row in 0..<count { starts[row + 1] += starts[row] }
    // A stable distribution of the indices, since there is no element to fill an array with.
    var next = starts
    var order = [Int](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      order[Int(next[pair.row])] = index
      next[pair.row] += 1
    }
    elements = order.map { pairs[$0].element }
    self.starts = starts
  }

  subscript(row: Int) -> ArraySlice<Element> { elements[Int(starts[row])..<Int(starts[row + 1])] }
}
