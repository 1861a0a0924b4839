package import EtappModel

/// A schedule as it is kept: dates by the ids of places and tasks, so that it outlives a change of the template.
package struct KeptSchedule: Hashable, Sendable {
  package var name: String
  package var note: String?
  /// When it was stored, ISO 8601 in universal time.
  package var stored: String
  package var tasks: [Task]
  package var openings: [Opening]

  package struct Task: Hashable, Sendable {
    package var place: ID<Place>
    package var task: ID<WorkTask>
    package var start: Day
    package var finish: Day

    package init(place: ID<Place>, task: ID<WorkTask>, start: Day, finish: Day) {
      self.place = place
      self.task = task
      self.start = start
      self.finish = finish
    }
  }

  package struct Opening: Hashable, Sendable {
    package var place: ID<Place>
    package var round: ID<Round>
    package var day: Day

    package init(place: ID<Place>, round: ID<Round>, day: Day) {
      self.place = place
      self.round = round
      self.day = day
    }
  }

  package init(name: String, note: String? = nil, stored: String, tasks: [Task], openings: [Opening]) {
    self.name = name
    self.note = note
    self.stored = stored
    self.tasks = tasks
    self.openings = openings
  }
}
