extension BoundEngine {
  /// Takes what the activity's core gained; false, with `conflict` set, where a resource lacks.
  mutating func growCore(of activity: Int) -> Bool {
    profile.touch(activity)
    let start = upper(activity)
    let end = profile.finish(of: activity, from: lower(activity))
    guard start < end else { return true }
    let (oldStart, oldEnd) = (profile.coreStart[activity], profile.coreEnd[activity])
    profile.coreStart[activity] = start
    profile.coreEnd[activity] = end
    var lacking = -1
    if oldStart < oldEnd {
      profile.add(-1, activity, from: start, to: oldStart, lacking: &lacking)
      profile.add(-1, activity, from: oldEnd, to: end, lacking: &lacking)
    } else {
      profile.add(-1, activity, from: start, to: end, lacking: &lacking)
    }
    noteChange(of: activity, from: start, to: end)
    return lacking < 0 || !explainLack(at: lacking)
  }

  private mutating func noteChange(of activity: Int, from start: Int32, to end: Int32) {
    for index in Int(profile.needStart[activity])..<Int(profile.needStart[activity + 1]) {
      let resource = profile.needs[index].index
      profile.changedFrom[resource] = min(profile.changedFrom[resource], start)
      profile.changedTo[resource] = max(profile.changedTo[resource], end)
    }
  }

  /// Gives back what the activity's core lost when bounds fell.
  mutating func shrinkCore(of activity: Int) {
    let (oldStart, oldEnd) = (profile.coreStart[activity], profile.coreEnd[activity])
    guard oldStart < oldEnd else { return }
    let start = upper(activity)
    let end = profile.finish(of: activity, from: lower(activity))
    var lacking = -1
    if start < end {
      // Between a fall and the next look the core may only have shrunk.
      profile.coreStart[activity] = max(start, oldStart)
      profile.coreEnd[activity] = min(end, oldEnd)
      profile.add(1, activity, from: oldStart, to: profile.coreStart[activity], lacking: &lacking)
      profile.add(1, activity, from: profile.coreEnd[activity], to: oldEnd, lacking: &lacking)
    } else {
      profile.add(1, activity, from: oldStart, to: oldEnd, lacking: &lacking)
      profile.coreStart[activity] = 0
      profile.coreEnd[activity] = 0
    }
  }

  private mutating func explainLack(at index: Int) -> Bool {
    let resource = index / profile.days
    let day = Int32(index % profile.days)
    because.truncate(to: 0)
    explain(resource, day, above: profile.amount[index], except: -1)
    conflict.truncate(to: 0)
    for index in 0..<because.count { conflict.append(because[index]) }
    return true
  }

  /// Pushes every activity that may have lost room past the days it cannot hold; false where that cannot be.
  mutating func keepProfile() -> Bool {
    for index in 0..<profile.touched.count {
      let activity = Int(profile.touched[index])
      profile.isTouched[activity] = false
      guard bound[2 * activity] != -bound[2 * activity + 1] else { continue }
      for need in Int(profile.needStart[activity])..<Int(profile.needStart[activity + 1]) {
        let use = profile.needs[need]
        guard push(activity, Int(use.index), use.amount) else { return false }
      }
    }
    profile.touched.truncate(to: 0)
    for resource in 0..<profile.changedFrom.count where profile.changedFrom[resource] < profile.changedTo[resource] {
      let (from, to) = (profile.changedFrom[resource], profile.changedTo[resource])
      profile.changedFrom[resource] = Int32(profile.days)
      profile.changedTo[resource] = 0
      for index in Int(profile.userStart[resource])..<Int(profile.userStart[resource + 1]) {
        let use = profile.users[index]
        let activity = Int(use.index)
        let (first, last) = (lower(activity), upper(activity))
        guard first < last, first < to, profile.finish(of: activity, from: last) > from else { continue }
        guard push(activity, resource, use.amount) else { return false }
      }
    }
    return true
  }

  @inline(__always)
  private mutating func push(_ activity: Int, _ resource: Int, _ amount: Int32) -> Bool {
    pushLater(activity, resource, amount) && pushEarlier(activity, resource, amount)
  }

  private mutating func pushLater(_ activity: Int, _ resource: Int, _ amount: Int32) -> Bool {
    let base = resource * profile.days
    let (coreStart, coreEnd) = (profile.coreStart[activity], profile.coreEnd[activity])
    var start = lower(activity)
    var day = profile.finish(of: activity, from: start) - 1
    while day >= start {
      if profile.free[base + Int(day)] < amount, day < coreStart || day >= coreEnd {
        because.truncate(to: 0)
        because.append(Literal(side: Int32(2 * activity), value: profile.start(of: activity, holding: day)))
        explain(resource, day, above: profile.amount[base + Int(day)] - amount, except: activity)
        guard raise(Int32(2 * activity), to: day + 1, because: storedReason()) else { return false }
        start = day + 1
        day = profile.finish(of: activity, from: start)
      }
      day -= 1
    }
    return true
  }

  private mutating func pushEarlier(_ activity: Int, _ resource: Int, _ amount: Int32) -> Bool {
    let base = resource * profile.days
    let (coreStart, coreEnd) = (profile.coreStart[activity], profile.coreEnd[activity])
    var day = upper(activity)
    var end = profile.finish(of: activity, from: day)
    while day < end {
      if profile.free[base + Int(day)] < amount, day < coreStart || day >= coreEnd {
        because.truncate(to: 0)
        because.append(Literal(side: Int32(2 * activity + 1), value: -day))
        explain(resource, day, above: profile.amount[base + Int(day)] - amount, except: activity)
        let latest = profile.start(of: activity, holding: day) - 1
        guard raise(Int32(2 * activity + 1), to: -latest, because: storedReason()) else { return false }
        end = min(day, profile.finish(of: activity, from: latest))
        day = latest
      } else {
        day += 1
      }
    }
    return true
  }

  /// Puts `because` into the arena, without what holds at the root.
  mutating func storedReason() -> Reason {
    let start = arena.count
    arena.append(0)
    var count: Int32 = 0
    for index in 0..<because.count where rootBound[because[index].side] < because[index].value {
      arena.append(because[index].side)
      arena.append(because[index].value)
      count += 1
    }
    arena[start] = count
    return Reason(.list, start)
  }

  /// Adds to `because` why cores hold more than `threshold` of a resource on a day: few activities that suffice.
  private mutating func explain(_ resource: Int, _ day: Int32, above threshold: Int32, except: Int) {
    profile.candidates.truncate(to: 0)
    var surplus = -threshold - 1
    for index in Int(profile.userStart[resource])..<Int(profile.userStart[resource + 1]) {
      let use = profile.users[index]
      let activity = Int(use.index)
      guard activity != except, profile.coreStart[activity] <= day, day < profile.coreEnd[activity] else { continue }
      surplus += use.amount
      let isAtRoot =
        rootBound[2 * activity] >= profile.start(of: activity, holding: day) && rootBound[2 * activity + 1] >= -day
      if !isAtRoot {
        profile.candidates.append(
          DayProfile.Candidate(activity: use.index, amount: use.amount, isAtRoot: isAtRoot))
      }
    }
    assert(surplus >= 0)
    for index in 0..<profile.candidates.count {
      let candidate = profile.candidates[index]
      if candidate.amount <= surplus {
        surplus -= candidate.amount
        continue
      }
      let activity = Int(candidate.activity)
      because.append(
        Literal(side: candidate.activity * 2, value: profile.start(of: activity, holding: day)))
      because.append(Literal(side: candidate.activity * 2 + 1, value: -day))
    }
  }
}
