import EtappModel

extension ProjectFile {
  package static let namespace = "http://schemas.microsoft.com/project"

  /// The file as XML, its elements in the order of Microsoft's schema.
  package var written: String {
    var writer = XMLWriter()
    writer.add("Project", namespace: Self.namespace) { writer in
      // 14: what Microsoft Project 2010 and later write.
      writer.add("SaveVersion", 14)
      writer.add("Name", name)
      writer.add("Title", title)
      writer.add("ScheduleFromStart", true)
      writer.add("StartDate", start?.description)
      writer.add("FinishDate", finish?.description)
      writer.add("CalendarUID", calendar)
      writer.add("DefaultStartTime", "08:00:00")
      writer.add("DefaultFinishTime", "17:00:00")
      writer.add("MinutesPerDay", minutesPerDay)
      writer.add("MinutesPerWeek", minutesPerWeek)
      writer.add("DaysPerMonth", daysPerMonth)
      writer.add("StatusDate", statusDate?.description)
      writer.add("ExtendedAttributes") { writer in for field in fields { Self.write(field, &writer) } }
      writer.add("Calendars") { writer in for calendar in calendars { Self.write(calendar, &writer) } }
      writer.add("Tasks") { writer in for task in tasks { Self.write(task, &writer) } }
      writer.add("Resources") { writer in for resource in resources { Self.write(resource, &writer) } }
      writer.add("Assignments") { writer in for assignment in assignments { Self.write(assignment, &writer) } }
    }
    return writer.text
  }

  private static func write(_ field: Field, _ writer: inout XMLWriter) {
    writer.add("ExtendedAttribute") { writer in
      writer.add("FieldID", field.id)
      writer.add("FieldName", field.name)
      writer.add("Alias", field.alias)
    }
  }

  private static func write(_ values: [FieldValue], _ writer: inout XMLWriter) {
    for value in values {
      writer.add("ExtendedAttribute") { writer in
        writer.add("FieldID", value.field)
        writer.add("Value", value.value)
      }
    }
  }

  // MARK: Calendars

  private static func write(_ calendar: Calendar, _ writer: inout XMLWriter) {
    writer.add("Calendar") { writer in
      writer.add("UID", calendar.uid)
      writer.add("Name", calendar.name)
      writer.add("IsBaseCalendar", calendar.isBase)
      writer.add("BaseCalendarUID", calendar.base ?? -1)
      writer.add("WeekDays") { writer in
        for day in calendar.week {
          writer.add("WeekDay") { writer in
            writer.add("DayType", day.day.projectNumber)
            writer.add("DayWorking", day.isWorking)
            write(day.times, &writer)
          }
        }
      }
      writer.add("Exceptions") { writer in for exception in calendar.exceptions { write(exception, &writer) } }
    }
  }

  private static func write(_ exception: Exception, _ writer: inout XMLWriter) {
    writer.add("Exception") { writer in
      writer.add("EnteredByOccurrences", false)
      writer.add("TimePeriod") { writer in
        writer.add("FromDate", "\(exception.from)T00:00:00")
        writer.add("ToDate", "\(exception.to)T23:59:00")
      }
      writer.add("Occurrences", exception.to - exception.from + 1)
      writer.add("Name", exception.name)
      // 1: daily, that is, the period as it stands.
      writer.add("Type", 1)
      writer.add("DayWorking", exception.isWorking)
      write(exception.times, &writer)
    }
  }

  private static func write(_ times: [WorkingTime], _ writer: inout XMLWriter) {
    guard !times.isEmpty else { return }
    writer.add("WorkingTimes") { writer in
      for time in times {
        writer.add("WorkingTime") { writer in
          writer.add("FromTime", ProjectMoment.time(time.from))
          writer.add("ToTime", ProjectMoment.time(time.to))
        }
      }
    }
  }

  // MARK: Tasks

  private static func write(_ task: Task, _ writer: inout XMLWriter) {
    writer.add("Task") { writer in
      writer.add("UID", task.uid)
      writer.add("ID", task.id)
      writer.add("Name", task.name)
      // 1: the duration is given, whoever works on it.
      writer.add("Type", 1)
      writer.add("IsNull", task.isBlank)
      writer.add("WBS", task.wbs)
      writer.add("OutlineNumber", task.outline)
      writer.add("OutlineLevel", task.level)
      writer.add("Start", task.start?.description)
      writer.add("Finish", task.finish?.description)
      writer.add("Duration", ProjectSpan.written(task.duration))
      writer.add("DurationFormat", Link.days)
      writer.add("EffortDriven", false)
      writer.add("Estimated", false)
      writer.add("Milestone", task.isMilestone)
      writer.add("Summary", task.isSummary)
      writer.add("Critical", task.isCritical)
      writer.add("TotalSlack", task.totalSlack)
      writer.add("PercentComplete", task.percentComplete)
      writer.add("ActualStart", task.actualStart?.description)
      writer.add("ActualFinish", task.actualFinish?.description)
      writer.add("ConstraintType", task.constraint.rawValue)
      writer.add("CalendarUID", task.calendar ?? -1)
      writer.add("ConstraintDate", task.constraintDate?.description)
      writer.add("Deadline", task.deadline?.description)
      writer.add("IgnoreResourceCalendar", task.calendar != nil)
      writer.add("Notes", task.notes.isEmpty ? nil : task.notes)
      for link in task.links { write(link, &writer) }
      write(task.fields, &writer)
      for baseline in task.baselines { write(baseline, &writer) }
    }
  }

  private static func write(_ link: Link, _ writer: inout XMLWriter) {
    writer.add("PredecessorLink") { writer in
      writer.add("PredecessorUID", link.predecessor)
      writer.add("Type", link.kind.rawValue)
      writer.add("CrossProject", false)
      writer.add("LinkLag", link.lag)
      writer.add("LagFormat", link.lagFormat)
    }
  }

  private static func write(_ baseline: Baseline, _ writer: inout XMLWriter) {
    writer.add("Baseline") { writer in
      writer.add("Number", baseline.number)
      writer.add("Start", baseline.start?.description)
      writer.add("Finish", baseline.finish?.description)
      writer.add("Duration", ProjectSpan.written(baseline.duration))
      writer.add("DurationFormat", Link.days)
    }
  }

  // MARK: Resources

  private static func write(_ resource: Resource, _ writer: inout XMLWriter) {
    writer.add("Resource") { writer in
      writer.add("UID", resource.uid)
      writer.add("ID", resource.uid)
      writer.add("Name", resource.name)
      // 1: people and equipment, not material.
      writer.add("Type", 1)
      writer.add("Group", resource.group.isEmpty ? nil : resource.group)
      writer.add("MaxUnits", number(resource.maxUnits))
      writer.add("CalendarUID", resource.calendar ?? -1)
      write(resource.fields, &writer)
      guard !resource.availability.isEmpty else { return }
      writer.add("AvailabilityPeriods") { writer in
        for period in resource.availability {
          writer.add("AvailabilityPeriod") { writer in
            writer.add("AvailableFrom", period.from?.description)
            writer.add("AvailableTo", period.to?.description)
            writer.add("AvailableUnits", number(period.units))
          }
        }
      }
    }
  }

  private static func write(_ assignment: Assignment, _ writer: inout XMLWriter) {
    writer.add("Assignment") { writer in
      writer.add("UID", assignment.uid)
      writer.add("TaskUID", assignment.task)
      writer.add("ResourceUID", assignment.resource)
      writer.add("Units", number(assignment.units))
      writer.add("Work", ProjectSpan.written(assignment.work))
    }
  }

  /// A number without a needless decimal point.
  private static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
