package import EtappModel

extension ProjectFile {
  /// A task; a summary task holds those below it with a deeper level.
  package struct Task: Hashable, Sendable {
    package var uid: Int
    package var id: Int
    package var name: String
    /// Its place in the outline: `2.3`; the same as its code in the work breakdown structure unless that says otherwise.
    package var outline: String
    package var wbs: String
    package var level: Int
    package var isSummary: Bool
    package var isMilestone: Bool
    package var isCritical: Bool
    /// An empty row, which programs keep.
    package var isBlank: Bool
    package var start: ProjectMoment?
    package var finish: ProjectMoment?
    /// Seconds of working time.
    package var duration: Int
    /// Tenths of a minute of working time.
    package var totalSlack: Int?
    package var percentComplete: Int
    package var actualStart: ProjectMoment?
    package var actualFinish: ProjectMoment?
    package var constraint: Constraint
    package var constraintDate: ProjectMoment?
    package var deadline: ProjectMoment?
    package var calendar: Int?
    package var notes: String
    package var links: [Link]
    package var baselines: [Baseline]
    package var fields: [FieldValue]

    package init(uid: Int, name: String, outline: String = "", level: Int = 1) {
      self.uid = uid
      id = uid
      self.name = name
      self.outline = outline
      wbs = outline
      self.level = level
      isSummary = false
      isMilestone = false
      isCritical = false
      isBlank = false
      duration = 0
      percentComplete = 0
      constraint = .asSoonAsPossible
      notes = ""
      links = []
      baselines = []
      fields = []
    }

    package func value(of field: Int) -> String? { fields.first { $0.field == field }?.value }
  }

  /// What holds a task's dates beside its links, with the numbers of the format.
  package enum Constraint: Int, CaseIterable, Sendable {
    case asSoonAsPossible = 0
    case asLateAsPossible, mustStartOn, mustFinishOn, startNoEarlierThan, startNoLaterThan, finishNoEarlierThan
    case finishNoLaterThan
  }

  /// A link from a predecessor.
  package struct Link: Hashable, Sendable {
    package var predecessor: Int
    package var kind: LinkKind
    /// Tenths of a minute, or per cent of the predecessor's duration where the format says so; negative for a lead.
    package var lag: Int
    /// How the lag is shown, with the numbers of the format: 7 for days, 19 and 20 for per cent.
    package var lagFormat: Int

    package init(predecessor: Int, kind: LinkKind = .finishStart, lag: Int = 0, lagFormat: Int = Self.days) {
      self.predecessor = predecessor
      self.kind = kind
      self.lag = lag
      self.lagFormat = lagFormat
    }

    package static let days = 7
    /// Per cent, of elapsed time too, and the same when they are estimated.
    package static let percentages: Set<Int> = [19, 20, 51, 52]
    /// Tenths of a minute in an hour.
    package static let hour = 600

    package var isPercentage: Bool { Self.percentages.contains(lagFormat) }
  }

  /// Which ends a link holds apart, with the numbers of the format.
  package enum LinkKind: Int, CaseIterable, Sendable {
    case finishFinish = 0
    case finishStart, startFinish, startStart
  }

  /// What a task's dates were when a plan was kept; there are eleven, from 0 to 10.
  package struct Baseline: Hashable, Sendable {
    package var number: Int
    package var start: ProjectMoment?
    package var finish: ProjectMoment?
    /// Seconds of working time.
    package var duration: Int

    package init(number: Int, start: ProjectMoment?, finish: ProjectMoment?, duration: Int) {
      self.number = number
      self.start = start
      self.finish = finish
      self.duration = duration
    }

    package static let numbers = 0...10
  }
}

extension ProjectFile.LinkKind {
  package init(_ kind: WorkTask.LinkKind) {
    switch kind {
    case .finishStart: self = .finishStart
    case .startStart: self = .startStart
    case .finishFinish: self = .finishFinish
    case .startFinish: self = .startFinish
    }
  }
}
