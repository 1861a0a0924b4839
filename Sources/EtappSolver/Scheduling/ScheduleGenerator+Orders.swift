/// Orders to generate from, made by distributing the activities over days: linear, and stable.
extension ScheduleGenerator {
  /// The list by start, predecessors first where starts are equal.
  func orderByStarts() {
    distribute(by: starts, descending: false)
    if !project.startsKeepOrder { pull(along: incoming, from: incomingStart) }
  }

  /// The list by finish, the last first, successors first where finishes are equal.
  func orderByFinishes() {
    distribute(by: finishes, descending: true)
    if !project.finishesKeepOrder { pull(along: outgoing, from: outgoingStart) }
  }

  /// The list by any keys; predecessors are pulled before successors that have lesser ones.
  ///
  /// - Precondition: The keys span no more than `keyLimit`.
  func order(by keys: UnsafeMutablePointer<Int32>) {
    distribute(by: keys, descending: false)
    pull(along: incoming, from: incomingStart)
  }

  /// The list by any keys, to be generated backwards; successors are pulled before predecessors that have lesser ones.
  ///
  /// - Precondition: The keys span no more than `keyLimit`.
  func orderBackwards(by keys: UnsafeMutablePointer<Int32>) {
    distribute(by: keys, descending: false)
    pull(along: outgoing, from: outgoingStart)
  }

  /// Equal keys go by number, so that a topological order stays one.
  private func distribute(by keys: UnsafeMutablePointer<Int32>, descending: Bool) {
    guard count > 0 else { return }
    var (low, high) = (keys[0], keys[0])
    for flat in 0..<count {
      low = min(low, keys[flat])
      high = max(high, keys[flat])
    }
    let width = Int(high - low) + 1
    buckets.update(repeating: 0, count: width + 1)
    for flat in 0..<count { buckets[Int(keys[flat] - low) + 1] += 1 }
    for bucket in 0..<width { buckets[bucket + 1] += buckets[bucket] }
    for flat in 0..<count {
      let bucket = Int(keys[flat] - low)
      let position = Int(buckets[bucket])
      buckets[bucket] += 1
      list[descending ? count - 1 - position : position] = Int32(flat)
    }
  }

  /// Goes through the list and puts before each activity what has to come before it and does not yet.
  private func pull(along arcs: UnsafeMutablePointer<FlatProject.Arc>, from first: UnsafeMutablePointer<Int32>) {
    placed.update(repeating: false, count: count)
    var next = 0
    for position in 0..<count {
      // What still has to come before what: a path, at most as long as there are activities.
      var depth = 0
      path[0] = list[position]
      while depth >= 0 {
        let flat = Int(path[depth])
        if let missing = placed[flat] ? nil : firstMissing(before: flat, along: arcs, from: first) {
          depth += 1
          path[depth] = missing
          continue
        }
        if !placed[flat] {
          placed[flat] = true
          spare[next] = Int32(flat)
          next += 1
        }
        depth -= 1
      }
    }
    list.update(from: spare, count: count)
  }

  @inline(__always)
  private func firstMissing(
    before flat: Int, along arcs: UnsafeMutablePointer<FlatProject.Arc>, from first: UnsafeMutablePointer<Int32>
  ) -> Int32? {
    for index in Int(first[flat])..<Int(first[flat + 1]) where !placed[Int(arcs[index].other)] {
      return arcs[index].other
    }
    return nil
  }
}
