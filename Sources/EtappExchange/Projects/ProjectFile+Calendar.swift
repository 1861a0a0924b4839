package import EtappModel

extension ProjectFile {
  /// When work goes on: a week, and days that differ from it; what it does not say, the base calendar does.
  package struct Calendar: Hashable, Sendable {
    package var uid: Int
    package var name: String
    package var isBase: Bool
    package var base: Int?
    package var week: [WeekDay]
    package var exceptions: [Exception]

    package init(
      uid: Int, name: String, isBase: Bool = true, base: Int? = nil, week: [WeekDay] = [],
      exceptions: [Exception] = []
    ) {
      self.uid = uid
      self.name = name
      self.isBase = isBase
      self.base = base
      self.week = week
      self.exceptions = exceptions
    }
  }

  package struct WeekDay: Hashable, Sendable {
    package var day: Weekday
    package var isWorking: Bool
    package var times: [WorkingTime]

    package init(day: Weekday, isWorking: Bool, times: [WorkingTime] = []) {
      self.day = day
      self.isWorking = isWorking
      self.times = times
    }
  }

  /// Days that are worked otherwise than the week says: holidays and closures.
  package struct Exception: Hashable, Sendable {
    package var name: String
    package var from: Day
    package var to: Day
    package var isWorking: Bool
    package var times: [WorkingTime]

    package init(name: String, from: Day, to: Day, isWorking: Bool = false, times: [WorkingTime] = []) {
      self.name = name
      self.from = from
      self.to = to
      self.isWorking = isWorking
      self.times = times
    }
  }

  /// A stretch of a day, in seconds after midnight; it ends at midnight when `to` is 0.
  package struct WorkingTime: Hashable, Sendable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }

    /// 08–12 and 13–17, as Microsoft Project has it when nobody says otherwise.
    package static let usual = [
      WorkingTime(from: 8 * 3_600, to: 12 * 3_600), WorkingTime(from: 13 * 3_600, to: 17 * 3_600),
    ]
  }
}

extension Weekday {
  /// The number a project file writes: Sunday is 1.
  var projectNumber: Int { rawValue % 7 + 1 }

  init?(projectNumber: Int) {
    guard (1...7).contains(projectNumber) else { return nil }
    self.init(rawValue: projectNumber == 1 ? 7 : projectNumber - 1)
  }
}
