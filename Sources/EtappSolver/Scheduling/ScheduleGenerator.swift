/// Makes schedules from orders: serial generation, forwards and backwards, in memory that is used again and again.
///
///     for each activity of the list:
///       the earliest start that its predecessors allow, then the first from there on at which its resources are free
///
/// A class because it owns memory; one for each thread of work. Bare pointers, since every schedule of a search goes
/// through these loops: about 5 µs for 120 activities and four resources.
///
/// - Complexity: O(links + Σ duration × words + days waited) for each schedule.
///
/// Source: R. Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", European Journal
/// of Operational Research 90 (1996), doi:10.1016/0377-2217(95)00357-6.
final class ScheduleGenerator {
  let project: FlatProject
  let count: Int
  /// The activities in the order they are placed in.
  let list: UnsafeMutablePointer<Int32>
  let starts: UnsafeMutablePointer<Int32>
  let finishes: UnsafeMutablePointer<Int32>
  /// The earliest start of each activity in a forward pass; never below its head.
  let floors: UnsafeMutablePointer<Int32>
  /// The latest finish of each activity in a backward pass.
  let deadlines: UnsafeMutablePointer<Int32>
  /// Schedules generated so far: every pass over all activities counts as one.
  private(set) var schedules = 0

  private let times: LinkTimes
  private let durations: UnsafeMutablePointer<Int32>
  private let heads: UnsafeMutablePointer<Int32>
  private let latest: UnsafeMutablePointer<Int32>
  private let fixed: UnsafeMutablePointer<Int32>
  let incoming: UnsafeMutablePointer<FlatProject.Arc>
  let incomingStart: UnsafeMutablePointer<Int32>
  let outgoing: UnsafeMutablePointer<FlatProject.Arc>
  let outgoingStart: UnsafeMutablePointer<Int32>
  private let loads: UnsafeMutablePointer<ResourceLanes.Load>
  private let loadStart: UnsafeMutablePointer<Int32>
  private let profile: UnsafeMutablePointer<UInt64>
  private let free: UnsafeMutablePointer<UInt64>
  /// Counts of a distribution by time; what is sorted goes from `list` to `spare` and back.
  let buckets: UnsafeMutablePointer<Int32>
  let spare: UnsafeMutablePointer<Int32>
  let placed: UnsafeMutablePointer<Bool>
  /// Activities that wait for each other, the last for none, while an order is put right.
  let path: UnsafeMutablePointer<Int32>
  /// Days whose profile is not as `free` has it.
  private var touched: Range<Int>

  init(_ project: FlatProject) {
    self.project = project
    count = project.count
    times = LinkTimes(project)
    list = .copy((0..<Int32(project.count)).map { $0 })
    starts = .copy(project.heads)
    finishes = .copy(project.heads)
    floors = .copy(project.heads)
    deadlines = .copy([Int32](repeating: FlatProject.never, count: project.count))
    durations = .copy(project.durations)
    heads = .copy(project.heads)
    latest = .copy(project.latestStarts)
    fixed = .copy(project.fixedStarts)
    incoming = .copy(project.incoming.elements)
    incomingStart = .copy(project.incoming.starts)
    outgoing = .copy(project.outgoing.elements)
    outgoingStart = .copy(project.outgoing.starts)
    loads = .copy(project.loads.elements)
    loadStart = .copy(project.loads.starts)
    free = .copy(project.free)
    profile = .copy(project.free)
    buckets = .copy([Int32](repeating: 0, count: Self.keyLimit(project) + 2))
    spare = .copy([Int32](repeating: 0, count: project.count))
    path = .copy([Int32](repeating: 0, count: project.count + 1))
    placed = .copy([Bool](repeating: false, count: project.count))
    touched = 0..<0
  }

  deinit {
    for pointer in [list, starts, finishes, floors, deadlines, durations, heads, latest, fixed, buckets, spare, path] {
      pointer.deallocate()
    }
    for pointer in [incomingStart, outgoingStart, loadStart] { pointer.deallocate() }
    incoming.deallocate()
    outgoing.deallocate()
    loads.deallocate()
    profile.deallocate()
    free.deallocate()
    placed.deallocate()
  }

  /// Keys of orders are from 0 up to this.
  static func keyLimit(_ project: FlatProject) -> Int { 3 * project.horizon }

  var makespan: Int {
    var latest: Int32 = 0
    for flat in 0..<count { latest = max(latest, finishes[flat]) }
    return Int(latest)
  }

  var firstStart: Int {
    var first = Int32.max
    for flat in 0..<count { first = min(first, starts[flat]) }
    return Int(first)
  }

  // MARK: Forwards

  /// Places every activity of the list as early as it can be; false when one finds no place.
  ///
  /// - Precondition: Predecessors come before their successors in the list.
  func generateForwards() -> Bool {
    begin()
    let hasCalendars = project.hasCalendars
    for position in 0..<count {
      let flat = Int(list[position])
      guard hasCalendars ? placeEarlyByCalendar(flat) : placeEarly(flat) else { return false }
    }
    return true
  }

  @inline(__always)
  private func placeEarly(_ flat: Int) -> Bool {
    let earliest = linkedStartByGaps(of: flat)
    let duration = Int(durations[flat])
    if fixed[flat] >= 0 { return set(flat, Int(fixed[flat]), Int(fixed[flat]) + duration) && earliest <= fixed[flat] }
    let start = firstFit(flat, from: earliest, duration: duration)
    guard start >= 0, start <= Int(latest[flat]) else { return false }
    hold(flat, start, start + duration)
    return set(flat, start, start + duration)
  }

  /// The earliest start that the floor and the predecessors allow, every day being worked.
  @inline(__always)
  private func linkedStartByGaps(of flat: Int) -> Int {
    var earliest = floors[flat]
    for index in Int(incomingStart[flat])..<Int(incomingStart[flat + 1]) {
      let arc = incoming[index]
      earliest = max(earliest, starts[Int(arc.other)] + arc.gap)
    }
    return Int(earliest)
  }

  /// The earliest start that the floor and the predecessors allow.
  func linkedStart(of flat: Int) -> Int {
    guard project.hasCalendars else { return linkedStartByGaps(of: flat) }
    var earliest = Int(floors[flat])
    for index in Int(incomingStart[flat])..<Int(incomingStart[flat + 1]) {
      let arc = incoming[index]
      earliest = max(earliest, times.start(of: flat, after: arc, Int(starts[Int(arc.other)])))
    }
    // What is fixed is so whether that day is worked or not.
    return fixed[flat] >= 0 ? earliest : times.workingDay(of: flat, from: earliest)
  }

  /// Starts an activity on a day if its resources are free, or if it is fixed to that day.
  func startsIfFree(_ flat: Int, on day: Int) -> Bool {
    let finish = times.finish(of: flat, start: day)
    if fixed[flat] >= 0 { return day == Int(fixed[flat]) && set(flat, day, finish) }
    guard day <= Int(latest[flat]), finish <= project.horizon || isLoadless(flat),
      lastFullDay(flat, in: day..<finish) == nil
    else { return false }
    hold(flat, day, finish)
    return set(flat, day, finish)
  }

  /// The first start from a day on at which the resources are free; −1 where there is none.
  ///
  /// A day that is too full rules out every start up to it, so days are looked at from the last on.
  @inline(__always)
  private func firstFit(_ flat: Int, from earliest: Int, duration: Int) -> Int {
    let (first, end) = (Int(loadStart[flat]), Int(loadStart[flat + 1]))
    guard first < end else { return earliest }
    let (horizon, guards) = (project.horizon, project.guards)
    var start = earliest
    search: while start + duration <= horizon {
      for index in first..<end {
        let load = loads[index]
        let row = profile + Int(load.word) * horizon
        var day = start + duration - 1
        while day >= start {
          if (row[day] &- load.amounts) & guards != guards {
            start = day + 1
            continue search
          }
          day -= 1
        }
      }
      return start
    }
    return -1
  }

  private func placeEarlyByCalendar(_ flat: Int) -> Bool {
    var start = linkedStart(of: flat)
    if fixed[flat] >= 0 {
      let day = Int(fixed[flat])
      return set(flat, day, times.finish(of: flat, start: day)) && start <= day
    }
    while start <= Int(latest[flat]) {
      let finish = times.finish(of: flat, start: start)
      guard finish <= project.horizon || isLoadless(flat) else { return false }
      guard let full = lastFullDay(flat, in: start..<finish) else {
        hold(flat, start, finish)
        return set(flat, start, finish)
      }
      start = times.workingDay(of: flat, from: full + 1)
    }
    return false
  }

  // MARK: Backwards

  /// Places every activity of the list as late as its deadline and its successors let it; false when one finds no
  /// place from its earliest start on.
  ///
  /// - Precondition: Successors come before their predecessors in the list.
  func generateBackwards() -> Bool {
    begin()
    let hasCalendars = project.hasCalendars
    for position in 0..<count {
      let flat = Int(list[position])
      guard hasCalendars ? placeLateByCalendar(flat) : placeLate(flat) else { return false }
    }
    return true
  }

  @inline(__always)
  private func placeLate(_ flat: Int) -> Bool {
    let duration = Int(durations[flat])
    var last = min(deadlines[flat] - durations[flat], latest[flat])
    for index in Int(outgoingStart[flat])..<Int(outgoingStart[flat + 1]) {
      let arc = outgoing[index]
      last = min(last, starts[Int(arc.other)] - arc.gap)
    }
    if fixed[flat] >= 0 { return set(flat, Int(fixed[flat]), Int(fixed[flat]) + duration) && fixed[flat] <= last }
    let start = lastFit(flat, from: Int(last), duration: duration)
    guard start >= Int(heads[flat]) else { return false }
    hold(flat, start, start + duration)
    return set(flat, start, start + duration)
  }

  /// The last start up to a day at which the resources are free; −1 where there is none.
  @inline(__always)
  private func lastFit(_ flat: Int, from last: Int, duration: Int) -> Int {
    let (first, end) = (Int(loadStart[flat]), Int(loadStart[flat + 1]))
    guard first < end else { return last }
    let (horizon, guards) = (project.horizon, project.guards)
    var start = min(last, horizon - duration)
    search: while start >= 0 {
      for index in first..<end {
        let load = loads[index]
        let row = profile + Int(load.word) * horizon
        var day = start
        while day < start + duration {
          if (row[day] &- load.amounts) & guards != guards {
            start = day - duration
            continue search
          }
          day += 1
        }
      }
      return start
    }
    return -1
  }

  private func placeLateByCalendar(_ flat: Int) -> Bool {
    var last = min(times.start(of: flat, finishingBy: Int(deadlines[flat])), Int(latest[flat]))
    for index in Int(outgoingStart[flat])..<Int(outgoingStart[flat + 1]) {
      let arc = outgoing[index]
      last = min(last, times.start(of: flat, before: arc, Int(starts[Int(arc.other)])))
    }
    if fixed[flat] >= 0 {
      let start = Int(fixed[flat])
      return set(flat, start, times.finish(of: flat, start: start)) && start <= last
    }
    var start = times.workingDay(of: flat, upTo: last)
    while start >= Int(heads[flat]) {
      let finish = times.finish(of: flat, start: start)
      guard let full = firstFullDay(flat, in: start..<finish) else {
        hold(flat, start, finish)
        return set(flat, start, finish)
      }
      start = times.start(of: flat, finishingBy: full)
    }
    return false
  }

  // MARK: What is free

  private func isLoadless(_ flat: Int) -> Bool { loadStart[flat] == loadStart[flat + 1] }

  private func isFull(_ flat: Int, _ day: Int) -> Bool {
    for index in Int(loadStart[flat])..<Int(loadStart[flat + 1]) {
      let free = profile[Int(loads[index].word) * project.horizon + day]
      if (free &- loads[index].amounts) & project.guards != project.guards { return true }
    }
    return false
  }

  private func lastFullDay(_ flat: Int, in days: Range<Int>) -> Int? {
    isLoadless(flat) ? nil : days.last { isFull(flat, $0) }
  }

  private func firstFullDay(_ flat: Int, in days: Range<Int>) -> Int? {
    isLoadless(flat) ? nil : days.first { $0 >= project.horizon || isFull(flat, $0) }
  }

  @inline(__always)
  private func hold(_ flat: Int, _ start: Int, _ finish: Int) {
    let (first, end) = (Int(loadStart[flat]), Int(loadStart[flat + 1]))
    guard first < end, start < finish else { return }
    for index in first..<end {
      let load = loads[index]
      let row = profile + Int(load.word) * project.horizon
      for day in start..<finish { row[day] &-= load.amounts }
    }
    touched = min(touched.lowerBound, start)..<max(touched.upperBound, finish)
  }

  @inline(__always)
  private func set(_ flat: Int, _ start: Int, _ finish: Int) -> Bool {
    starts[flat] = Int32(start)
    finishes[flat] = Int32(finish)
    return true
  }

  /// Frees what the last schedule held.
  func begin() {
    schedules += 1
    if !touched.isEmpty {
      for word in 0..<project.wordCount {
        let offset = word * project.horizon + touched.lowerBound
        (profile + offset).update(from: free + offset, count: touched.count)
      }
    }
    touched = project.horizon..<project.horizon
  }
}

extension UnsafeMutablePointer {
  /// Memory of one's own that begins as a copy.
  fileprivate static func copy(_ array: [Pointee]) -> UnsafeMutablePointer {
    let pointer = allocate(capacity: Swift.max(1, array.count))
    pointer.initialize(from: array, count: array.count)
    return pointer
  }
}
