/// What is free of each resource on each day once the certain cores of all activities are taken.
///
/// The *core* of an activity are the days it holds wherever in its window it starts: from its latest start to its
/// earliest finish. Kept up to date as bounds rise and fall.
struct DayProfile: ~Copyable {
  let activityCount: Int
  let days: Int
  /// `free[resource · days + day]`.
  var free: FlatArray<Int32>
  /// What there is on each day before anything is taken.
  var amount: FlatArray<Int32>
  var coreStart: FlatArray<Int32>
  var coreEnd: FlatArray<Int32>
  /// Who holds a resource, and what an activity holds; runs of `users` and `needs`.
  var userStart: FlatArray<Int32>
  var users: FlatArray<Use>
  var needStart: FlatArray<Int32>
  var needs: FlatArray<Use>
  /// Days of each resource on which something was taken since the last look.
  var changedFrom: FlatArray<Int32>
  var changedTo: FlatArray<Int32>
  /// Activities whose bounds rose since the last look.
  var touched = FlatArray<Int32>()
  var isTouched: FlatArray<Bool>
  var candidates = FlatArray<Candidate>()

  var durations: FlatArray<Int32>
  /// Where an activity's finishes and holding starts begin in `workDays`; -1 where every day advances.
  var tableStart: FlatArray<Int32>
  var workDays = FlatArray<Int32>()

  /// An activity and an amount, or a resource and an amount.
  struct Use: BitwiseCopyable {
    var index: Int32
    var amount: Int32
  }

  /// An activity whose core holds the day that is being explained.
  struct Candidate: BitwiseCopyable {
    var activity: Int32
    var amount: Int32
    var isAtRoot: Bool
  }

  init(_ model: BoundModel) {
    activityCount = model.activityCount
    days = model.days
    let resources = model.capacities.count
    free = FlatArray(repeating: 0, count: resources * days)
    amount = FlatArray(repeating: 0, count: resources * days)
    for (resource, capacity) in model.capacities.enumerated() {
      var step = 0
      for day in 0..<days {
        while step + 1 < capacity.days.count, capacity.days[step + 1] <= day { step += 1 }
        free[resource * days + day] = Int32(capacity.amounts[step])
        amount[resource * days + day] = Int32(capacity.amounts[step])
      }
    }
    coreStart = FlatArray(repeating: 0, count: activityCount)
    coreEnd = FlatArray(repeating: 0, count: activityCount)
    isTouched = FlatArray(repeating: false, count: activityCount)
    changedFrom = FlatArray(repeating: Int32(days), count: resources)
    changedTo = FlatArray(repeating: 0, count: resources)
    userStart = FlatArray()
    users = FlatArray()
    needStart = FlatArray()
    needs = FlatArray()
    durations = FlatArray(model.durations.map(Int32.init))
    tableStart = FlatArray(repeating: -1, count: activityCount)
    listUses(model)
    listWorkDays(model)
  }

  private mutating func listUses(_ model: BoundModel) {
    let amounts = (0..<activityCount).map { activity in
      var sums = Array(repeating: 0, count: model.capacities.count)
      for demand in model.demands[activity] { sums[demand.resource] += demand.amount }
      return model.durations[activity] > 0 ? sums : sums.map { _ in 0 }
    }
    for activity in 0..<activityCount {
      needStart.append(Int32(needs.count))
      for (resource, amount) in amounts[activity].enumerated() where amount > 0 {
        needs.append(Use(index: Int32(resource), amount: Int32(amount)))
      }
    }
    needStart.append(Int32(needs.count))
    for resource in 0..<model.capacities.count {
      userStart.append(Int32(users.count))
      for activity in 0..<activityCount where amounts[activity][resource] > 0 {
        users.append(Use(index: Int32(activity), amount: Int32(amounts[activity][resource])))
      }
    }
    userStart.append(Int32(users.count))
  }

  private mutating func listWorkDays(_ model: BoundModel) {
    for activity in 0..<activityCount where model.varies[activity] {
      tableStart[activity] = Int32(workDays.count)
      for day in 0...days { workDays.append(Int32(model.tables[activity].finish(from: day))) }
      for day in 0...days { workDays.append(Int32(model.tables[activity].start(holding: day))) }
    }
  }

  @inline(__always)
  func finish(of activity: Int, from start: Int32) -> Int32 {
    let table = tableStart[activity]
    return table < 0 ? start + durations[activity] : workDays[table + start]
  }

  /// The least start from which the activity still holds `day`.
  @inline(__always)
  func start(of activity: Int, holding day: Int32) -> Int32 {
    let table = tableStart[activity]
    return table < 0 ? day - durations[activity] + 1 : workDays[table + Int32(days) + 1 + day]
  }

  @inline(__always)
  mutating func touch(_ activity: Int) {
    if !isTouched[activity] {
      isTouched[activity] = true
      touched.append(Int32(activity))
    }
  }

  mutating func forgetTouched() {
    for index in 0..<touched.count { isTouched[touched[index]] = false }
    touched.truncate(to: 0)
    for resource in 0..<changedFrom.count {
      changedFrom[resource] = Int32(days)
      changedTo[resource] = 0
    }
  }

  /// Takes or gives back an activity's amounts on the days `from..<to`; the resource that fell below zero, or -1.
  @inline(__always)
  mutating func add(_ sign: Int32, _ activity: Int, from: Int32, to: Int32, lacking: inout Int) {
    for index in Int(needStart[activity])..<Int(needStart[activity + 1]) {
      let need = needs[index]
      let base = Int(need.index) * days
      let change = sign * need.amount
      for day in Int(from)..<Int(to) {
        let left = free[base + day] + change
        free[base + day] = left
        if left < 0 { lacking = base + day }
      }
    }
  }
}
