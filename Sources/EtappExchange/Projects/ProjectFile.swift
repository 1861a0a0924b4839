/// A schedule as project programs exchange it: Microsoft Project's XML format (MSPDI) as a value.
///
/// What is here is read and written without loss; everything else in a file is passed over, saying so.
/// Times of day are kept to the second, spans to the second, lags as the file has them.
package struct ProjectFile: Hashable, Sendable {
  package var name: String
  package var title: String
  package var start: ProjectMoment?
  package var finish: ProjectMoment?
  /// The day that actual dates are as of.
  package var statusDate: ProjectMoment?
  /// The calendar of the project, by its UID.
  package var calendar: Int
  package var minutesPerDay: Int
  package var minutesPerWeek: Int
  package var daysPerMonth: Int
  /// The file's own fields, such as `Text1`, and what they are called.
  package var fields: [Field]
  package var calendars: [Calendar]
  package var tasks: [Task]
  package var resources: [Resource]
  package var assignments: [Assignment]

  package init(name: String, title: String = "", calendar: Int = 1) {
    self.name = name
    self.title = title
    self.calendar = calendar
    minutesPerDay = 480
    minutesPerWeek = 2_400
    daysPerMonth = 20
    fields = []
    calendars = []
    tasks = []
    resources = []
    assignments = []
  }

  /// A field that the file gives a name of its own.
  package struct Field: Hashable, Sendable {
    /// The number by which values refer to it.
    package var id: Int
    /// `Text1`, `Number3` …
    package var name: String
    package var alias: String

    package init(id: Int, name: String, alias: String) {
      self.id = id
      self.name = name
      self.alias = alias
    }
  }

  /// The value that a task or a resource has in a field.
  package struct FieldValue: Hashable, Sendable {
    package var field: Int
    package var value: String

    package init(field: Int, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// Units of a resource held by a task.
  package struct Assignment: Hashable, Sendable {
    package var uid: Int
    package var task: Int
    package var resource: Int
    /// 1 is one whole unit.
    package var units: Double
    /// Seconds of work.
    package var work: Int

    package init(uid: Int, task: Int, resource: Int, units: Double = 1, work: Int = 0) {
      self.uid = uid
      self.task = task
      self.resource = resource
      self.units = units
      self.work = work
    }
  }
}

extension ProjectFile {
  /// People or equipment.
  package struct Resource: Hashable, Sendable {
    package var uid: Int
    package var name: String
    package var group: String
    /// 1 is one whole unit: what there is when no period says otherwise.
    package var maxUnits: Double
    package var calendar: Int?
    /// How many there are from one moment to another.
    package var availability: [Availability]
    package var fields: [FieldValue]

    package init(
      uid: Int, name: String, group: String = "", maxUnits: Double = 1, calendar: Int? = nil,
      availability: [Availability] = [], fields: [FieldValue] = []
    ) {
      self.uid = uid
      self.name = name
      self.group = group
      self.maxUnits = maxUnits
      self.calendar = calendar
      self.availability = availability
      self.fields = fields
    }
  }

  package struct Availability: Hashable, Sendable {
    /// nil for the beginning and the end of time.
    package var from: ProjectMoment?
    package var to: ProjectMoment?
    package var units: Double

    package init(from: ProjectMoment? = nil, to: ProjectMoment? = nil, units: Double) {
      self.from = from
      self.to = to
      self.units = units
    }
  }
}
