import EtappModel

/// Who does the work: each shared resource has a colour of its own; what needs none of them has the first.
struct Crews: Sendable {
  let resources: [ID<Resource>]

  /// Resources in the order of the programme, those that the schedule uses.
  init(_ schedule: Schedule, _ work: Work?) {
    let used = Set(schedule.tasks.flatMap { $0.needs.map(\.resource) })
    let known = work?.resources.map(\.id) ?? []
    resources = known.filter(used.contains) + used.subtracting(known).sorted()
  }

  /// 0 for a task that needs nobody of these.
  func index(of task: ScheduledTask) -> Int {
    guard let resource = task.needs.first?.resource, let index = resources.firstIndex(of: resource) else { return 0 }
    return index + 1
  }

  /// Colours come round again where there are more resources than colours.
  func paint(_ index: Int) -> Paint { .crew(index == 0 ? 0 : (index - 1) % (CrewColour.light.count - 1) + 1) }
}

/// The colours of crews: less strong than those of rounds, the first for what nobody of them does.
enum CrewColour {
  static let light = ["#87939a", "#2f8595", "#9277bd", "#c27a22", "#6a9a3c", "#c05f76", "#8c7a55"]
  static let dark = ["#6d7b82", "#6ac0cf", "#b9a3e0", "#eeb062", "#a3cf74", "#ea97aa", "#c9b78d"]
}
