extension ScheduleGenerator {
  /// Parallel generation: on one day after another, whatever of the list can start on that day starts, in its order.
  ///
  /// The list is left as it was; only links, floors and resources count. False when an activity finds no place.
  ///
  /// - Complexity: O(days with a change × activities) for each schedule.
  func generateInParallel() -> Bool {
    begin()
    spare.update(from: list, count: count)
    placed.update(repeating: false, count: count)
    var (left, day) = (count, 0)
    while left > 0 {
      var (kept, next) = (0, project.horizon + 1)
      for position in 0..<left {
        let flat = Int(spare[position])
        guard let earliest = earliestStart(of: flat) else {
          spare[kept] = Int32(flat)
          kept += 1
          continue
        }
        if earliest <= day, startsIfFree(flat, on: day) {
          placed[flat] = true
          // What takes no time may let others start on the same day.
          next = min(next, max(day, Int(finishes[flat])))
        } else {
          spare[kept] = Int32(flat)
          kept += 1
          next = min(next, max(earliest, day + 1))
        }
      }
      guard next <= project.horizon || kept == 0 else { return false }
      (left, day) = (kept, next)
    }
    return true
  }

  /// The earliest start that links allow; nil while a predecessor has none.
  private func earliestStart(of flat: Int) -> Int? {
    for index in Int(incomingStart[flat])..<Int(incomingStart[flat + 1])
    where !placed[Int(incoming[index].other)] {
      return nil
    }
    return linkedStart(of: flat)
  }
}
