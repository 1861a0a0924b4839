import EtappModel
import EtappSolver

/// The price of one day earlier, by scheduling again with that day as a due date nothing else outweighs.
extension Scheduling {
  func dayEarlier(_ place: ID<Place>, than schedule: Schedule) throws(DeliveryFailure) -> DayEarlier? {
    guard let index = network.offices.firstIndex(where: { $0.place == place }),
      !network.isDone(network.offices[index].opening)
    else { return nil }
    let opening = network.offices[index].opening
    let now = schedule.tasks.map(\.end)[opening]
    var answer = DayEarlier(place: place, from: network.opening(now), to: nil, isImpossible: false)
    var pressed = ScheduleAim.objective(network)
    pressed.dues.append(ScheduleObjective.Due(activity: opening, day: now - 1, weight: Self.pressure))
    let alone = ScheduleObjective(completions: [ScheduleObjective.Completion(activity: opening, weight: 1)])
    let timetable = Timetable(schedule)
    if ScheduleBounds(project: network.project, objective: alone)
      .value(incumbent: timetable, stop: options.planning.stop) >= now
    {
      answer.isImpossible = true
      return answer
    }
    let starts = Dictionary(uniqueKeysWithValues: schedule.tasks.indices.map { ($0, schedule.tasks[$0].first) })
    let found = try search(pressed, from: starts).timetable
    guard found.finishes[opening] < now else { return answer }
    answer.to = network.opening(found.finishes[opening])
    answer.moved = moved(from: timetable, to: found, but: index)
    return answer
  }

  /// More than all days late of a programme together.
  private static let pressure = 100_000

  private func moved(from old: Timetable, to new: Timetable, but own: Int) -> [DayEarlier.Opening] {
    network.offices.indices.filter { $0 != own }.compactMap { index in
      let office = network.offices[index]
      let (before, after) = (old.finishes[office.opening], new.finishes[office.opening])
      guard before != after else { return nil }
      return DayEarlier.Opening(place: office.place, from: network.opening(before), to: network.opening(after))
    }
  }
}
