/// A project whose durations are not known: a law for each activity, risks that hit several at once, and what has
/// happened so far.
///
///     duration = round(base · factor · Π impacts that multiply + Σ impacts that add)
///
/// with `base` drawn from the law of the activity. A shared driver hits all its activities with the same draw, and that
/// is what makes them correlated. A day is the project's day; callers that want half days count in half days.
///
/// Source: D. Hulett, "Integrated cost-schedule risk analysis", Gower (2011), on risk drivers.
package struct SimulationModel: Sendable {
  /// A named risk: with some probability, an impact on the durations of the activities it hits.
  package struct Driver: Sendable, Hashable {
    package enum Impact: Sendable, Hashable {
      /// A factor on the duration.
      case multiplies(DurationLaw)
      /// Days on top of it.
      case adds(DurationLaw)
    }

    /// Activities that are hit together or not at all: everything, a region, an office.
    package struct Scope: Sendable, Hashable {
      /// What the draw of this scope is addressed by.
      package var key: UInt64
      package var activities: [Int]

      package init(key: UInt64, activities: [Int]) {
        self.key = key
        self.activities = activities
      }
    }

    package var key: UInt64
    package var probability: Double
    package var impact: Impact
    package var scopes: [Scope]

    package init(key: UInt64, probability: Double, impact: Impact, scopes: [Scope]) {
      self.key = key
      self.probability = probability
      self.impact = impact
      self.scopes = scopes
    }
  }

  /// How far an activity has come.
  package enum Progress: Sendable, Hashable {
    case notStarted
    /// Started on a day of the timeline and not finished after `elapsed` days of work.
    case started(on: Int, elapsed: Int)
    case finished(start: Int, duration: Int)
  }

  /// Activities, links, resources; its durations are not read.
  package var project: Project
  package var laws: [DurationLaw]
  /// What each activity's draw is addressed by: a stable hash of place and task, so that luck stays with them.
  package var keys: [UInt64]
  package var drivers: [Driver]
  /// Known factors on durations, 1 unless something slows an activity down.
  package var factors: [Double]
  package var progress: [Progress]
  /// Activities that do not take place any more; they never finish, and nothing waits for them.
  package var isRemoved: [Bool]

  package init(project: Project, laws: [DurationLaw], keys: [UInt64], drivers: [Driver] = []) {
    let count = project.activityCount
    precondition(laws.count == count && keys.count == count, "Each activity has a law and a key.")
    self.project = project
    self.laws = laws
    self.keys = keys
    self.drivers = drivers
    factors = Array(repeating: 1, count: count)
    progress = Array(repeating: .notStarted, count: count)
    isRemoved = Array(repeating: false, count: count)
  }

  package var activityCount: Int { project.activityCount }

  /// The model as it is known on the morning of `today`: what has not started by then starts no earlier.
  package func known(on today: Int, _ progress: [Progress]) -> SimulationModel {
    var model = self
    model.progress = progress
    for activity in progress.indices where progress[activity] == .notStarted {
      model.project.releases[activity] = max(model.project.releases[activity], today)
    }
    return model
  }

  /// The model without one of its drivers, everybody else's luck unchanged.
  package func without(driver: Int) -> SimulationModel {
    var model = self
    model.drivers.remove(at: driver)
    return model
  }

  /// The model with an activity that takes its median for sure; drivers still hit it.
  package func certain(_ activity: Int) -> SimulationModel {
    var model = self
    model.laws[activity] = .fixed(laws[activity].median)
    return model
  }
}
