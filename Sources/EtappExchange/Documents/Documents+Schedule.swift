package import EtappModel

/// `etapp.schedule/1`
extension Documents {
  /// A schedule: every task with its dates, and what each date hangs on.
  ///
  /// - Parameters:
  ///   - followUp: How it stands against a baseline.
  ///   - diagnostics: What there was to say about the input files.
  package func schedule(
    _ schedule: Schedule, followUp: FollowUp? = nil, trend: MilestoneTrend? = nil, diagnostics: [Diagnostic] = []
  ) -> JSON {
    [
      "schema": "etapp.schedule/1", "programme": programme, "makespanDays": JSON(schedule.makespan.value),
      "bound": JSON(schedule.makespan.bound), "gap": JSON(schedule.makespan.gap),
      "objective": [
        "value": JSON(schedule.objective.value), "bound": JSON(schedule.objective.bound),
        "gap": JSON(schedule.objective.gap),
      ],
      "seconds": JSON(schedule.seconds), "seed": Self.seed(schedule.seed), "tried": JSON(schedule.tried),
      "calendar": .string(schedule.timeline.calendar.id.code), "from": JSON(schedule.timeline.days.first?.description),
      "openings": .array(schedule.openings.map(opening)), "tasks": .array(schedule.tasks.map(task)),
      "followUp": followUp.map(self.followUp) ?? .null, "trend": trend.map(self.trend) ?? .null,
      "paces": .array(schedule.paces.map(pace)),
      "diagnostics": .array(diagnostics.map { Self.diagnostic($0, language) }),
    ]
  }

  private func trend(_ trend: MilestoneTrend) -> JSON {
    [
      "reports": .array(trend.reports.map(report)),
      "offices": .array(
        trend.lines.map { line in
          [
            "place": .string(line.place.code), "name": .string(name(of: line.place)), "round": round(line.round),
            "openings": .array(line.openings.map { JSON($0.map(\.description)) }),
            "moved": line.moved.map { JSON($0) } ?? .null,
          ]
        }),
    ]
  }

  private func report(_ report: MilestoneTrend.Report) -> JSON {
    ["name": JSON(report.name), "day": .string(report.day.description)]
  }

  /// How long finished tasks of a kind took against the template.
  private func pace(_ pace: TaskPace) -> JSON {
    [
      "task": .string(pace.task.code), "finished": JSON(pace.finished), "ratio": JSON(pace.ratio),
      "factor": JSON(pace.factor),
    ]
  }

  private func followUp(_ followUp: FollowUp) -> JSON {
    [
      "today": .string(followUp.today.description), "finished": JSON(followUp.finished),
      "planned": JSON(followUp.planned), "actualTime": JSON(followUp.actualTime),
      "earnedSchedule": JSON(followUp.earnedSchedule), "performance": JSON(followUp.performance),
      "offices": .array(followUp.offices.map(progress)),
    ]
  }

  private func progress(_ office: OfficeProgress) -> JSON {
    [
      "place": .string(office.place.code), "name": .string(name(of: office.place)), "round": round(office.round),
      "baseline": JSON(office.baseline?.description), "opening": JSON(office.opening?.description),
      "days": JSON(office.days), "status": .string(office.status.rawValue), "finished": JSON(office.finished),
      "tasks": JSON(office.tasks),
    ]
  }

  private func opening(_ opening: Opening) -> JSON {
    [
      "place": .string(opening.place.code), "name": .string(name(of: opening.place)), "round": round(opening.round),
      "day": .string(opening.day.description), "late": JSON(opening.late), "actual": .bool(opening.isActual),
    ]
  }

  private func task(_ task: ScheduledTask) -> JSON {
    [
      "place": .string(task.place.code), "name": .string(name(of: task.place)), "task": .string(task.task.code),
      "title": .string(assignment.work?.task(task.task)?.title(language) ?? task.task.code),
      "start": .string(task.start.description), "finish": .string(task.finish.description), "first": JSON(task.first),
      "end": JSON(task.end), "resources": .array(task.needs.map(need)), "critical": .bool(task.isCritical),
      "float": JSON(task.float), "binding": binding(task.binding),
    ]
  }

  private func need(_ need: ScheduledTask.PoolNeed) -> JSON {
    ["resource": .string(need.resource.code), "region": JSON(need.region), "units": JSON(need.units)]
  }

  /// What a start hangs on: `on` says what kind of thing, the other members which one.
  private func binding(_ binding: ScheduledTask.Binding) -> JSON {
    switch binding {
    case .start: ["on": "start"]
    case .predecessor(let task): ["on": "predecessor", "task": .string(task.code)]
    case .resource(let resource, let place, let task):
      [
        "on": "resource", "resource": .string(resource.code), "place": .string(place.code),
        "task": .string(task.code),
      ]
    case .capacity(let resource): ["on": "capacity", "resource": .string(resource.code)]
    case .round(let round): ["on": "round", "round": Self.id(ofRound: round)]
    case .actual: ["on": "actual"]
    case .today: ["on": "today"]
    case .free: ["on": "free"]
    }
  }

  // MARK: Shared parts

  func name(of place: ID<Place>) -> String { geography.place(place)?.name ?? place.code }

  /// A number where JSON's readers keep every digit of it, a string otherwise.
  static func seed(_ seed: UInt64) -> JSON {
    if let number = Int(exactly: seed), number < 1 << 53 { return JSON(number) }
    return .string(String(seed))
  }
}
