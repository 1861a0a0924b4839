package import EtappModel

extension ProjectFile {
  /// Reads a project file in XML; nil with an error among the diagnostics when it is none.
  ///
  /// - Parameter file: What diagnostics call the file.
  package static func read(_ bytes: [UInt8], file: String) -> (project: ProjectFile?, diagnostics: [Diagnostic]) {
    if let trouble = TextEncoding.trouble(in: bytes, file: file) { return (nil, [trouble]) }
    var reader = ProjectReader(file: file)
    let project = reader.read(bytes)
    return (project, reader.elements.diagnostics)
  }
}

/// Reads the parts of a project file, collecting what there is to say.
struct ProjectReader {
  var elements: ProjectElements

  init(file: String) {
    elements = ProjectElements(file: file)
  }

  mutating func read(_ bytes: [UInt8]) -> ProjectFile? {
    let document: XMLElement
    do { document = try XMLReader.read(bytes) } catch {
      elements.say(error)
      return nil
    }
    guard isProject(document) else { return nil }
    let root = elements.own(document)
    elements.check(root, known: Self.knownOfProject)
    var project = head(root)
    project.fields = list(root, "ExtendedAttributes", of: "ExtendedAttribute") { $0.field($1) }
    project.calendars = list(root, "Calendars", of: "Calendar") { $0.calendar($1) }
    project.tasks = list(root, "Tasks", of: "Task") { $0.task($1) }
    project.resources = list(root, "Resources", of: "Resource") { $0.resource($1) }
    project.assignments = list(root, "Assignments", of: "Assignment") { $0.assignment($1) }
    checkReferences(project, row: root.row)
    elements.finish()
    return project
  }

  private mutating func isProject(_ root: XMLElement) -> Bool {
    guard root.name == "Project", root.namespace == ProjectFile.namespace || root.namespace.isEmpty else {
      elements.say(
        .error,
        Text(
          en: "The file is XML, and no project of Microsoft Project's format.",
          sv: "Filen är XML, men inget projekt i Microsoft Projects format."), row: root.row, root.name,
        root.namespace, maybe: ProjectFile.namespace)
      return false
    }
    if root.namespace.isEmpty {
      elements.say(
        .warning,
        Text(
          en: "The namespace of Microsoft Project is missing; the file is read as if it were there.",
          sv: "Microsoft Projects namnrymd saknas; filen läses som om den fanns där."), row: root.row, "xmlns", nil,
        maybe: ProjectFile.namespace)
    }
    return true
  }

  private mutating func list<Part>(
    _ root: XMLElement, _ name: String, of part: String, _ read: (inout Self, XMLElement) -> Part?
  ) -> [Part] {
    var parts: [Part] = []
    for list in root.all(name) {
      elements.check(list, known: [part])
      for element in list.all(part) { if let part = read(&self, element) { parts.append(part) } }
    }
    return parts
  }

  // MARK: Head

  private static let knownOfProject: Set<String> = [
    "SaveVersion", "Name", "Title", "ScheduleFromStart", "StartDate", "FinishDate", "CalendarUID", "DefaultStartTime",
    "DefaultFinishTime", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth", "StatusDate", "ExtendedAttributes",
    "Calendars", "Tasks", "Resources", "Assignments",
  ]

  private mutating func head(_ root: XMLElement) -> ProjectFile {
    var project = ProjectFile(name: elements.text(root, "Name"), title: elements.text(root, "Title"))
    project.start = elements.moment(root, "StartDate")
    project.finish = elements.moment(root, "FinishDate")
    project.statusDate = elements.moment(root, "StatusDate")
    project.calendar = elements.integer(root, "CalendarUID") ?? project.calendar
    project.minutesPerDay = elements.integer(root, "MinutesPerDay", within: 1...1_440) ?? project.minutesPerDay
    project.minutesPerWeek = elements.integer(root, "MinutesPerWeek", within: 1...10_080) ?? project.minutesPerWeek
    project.daysPerMonth = elements.integer(root, "DaysPerMonth", within: 1...31) ?? project.daysPerMonth
    elements.secondsPerDay = project.minutesPerDay * 60
    return project
  }

  private mutating func field(_ element: XMLElement) -> ProjectFile.Field? {
    guard let id = elements.uid(element, "FieldID") else { return nil }
    elements.check(element, known: ["FieldID", "FieldName", "Alias"])
    return ProjectFile.Field(
      id: id, name: elements.text(element, "FieldName"), alias: elements.text(element, "Alias"))
  }

  mutating func fieldValues(_ element: XMLElement) -> [ProjectFile.FieldValue] {
    var values: [ProjectFile.FieldValue] = []
    for value in element.all("ExtendedAttribute") {
      guard let id = elements.uid(value, "FieldID") else { continue }
      elements.check(value, known: ["UID", "FieldID", "Value", "ValueGUID", "DurationFormat"])
      values.append(ProjectFile.FieldValue(field: id, value: elements.text(value, "Value")))
    }
    return values
  }

  // MARK: Resources

  private mutating func resource(_ element: XMLElement) -> ProjectFile.Resource? {
    guard let uid = elements.uid(element) else { return nil }
    elements.check(
      element,
      known: [
        "UID", "ID", "Name", "Type", "Group", "MaxUnits", "CalendarUID", "ExtendedAttribute", "AvailabilityPeriods",
      ])
    var resource = ProjectFile.Resource(
      uid: uid, name: elements.text(element, "Name"), group: elements.text(element, "Group"),
      maxUnits: elements.number(element, "MaxUnits") ?? 1, calendar: reference(element, "CalendarUID"),
      fields: fieldValues(element))
    for period in element.child("AvailabilityPeriods")?.all("AvailabilityPeriod") ?? [] {
      resource.availability.append(
        ProjectFile.Availability(
          from: elements.moment(period, "AvailableFrom"), to: elements.moment(period, "AvailableTo"),
          units: elements.number(period, "AvailableUnits") ?? 1))
    }
    return resource
  }

  private mutating func assignment(_ element: XMLElement) -> ProjectFile.Assignment? {
    guard let uid = elements.uid(element), let task = elements.uid(element, "TaskUID") else { return nil }
    elements.check(element, known: ["UID", "TaskUID", "ResourceUID", "Units", "Work"])
    // Microsoft Project writes an assignment without a resource as −65535.
    return ProjectFile.Assignment(
      uid: uid, task: task, resource: elements.integer(element, "ResourceUID") ?? -65_535,
      units: elements.number(element, "Units") ?? 1, work: elements.span(element, "Work") ?? 0)
  }

  /// The UID of something else; −1 is none.
  mutating func reference(_ element: XMLElement, _ name: String) -> Int? {
    guard let uid = elements.integer(element, name), uid != -1 else { return nil }
    return uid
  }

  // MARK: References

  private mutating func checkReferences(_ project: ProjectFile, row: Int) {
    var tasks: Set<Int> = []
    for task in project.tasks where !tasks.insert(task.uid).inserted {
      elements.say(
        .error, Text(en: "Two tasks have the same number.", sv: "Två uppgifter har samma nummer."), row: row, "UID",
        "\(task.uid)")
    }
    for task in project.tasks {
      for link in task.links where !tasks.contains(link.predecessor) {
        elements.say(
          .warning,
          Text(
            en: "A task waits for one that is not in the file.", sv: "En uppgift väntar på en som inte finns i filen."),
          row: row, "PredecessorUID", "\(task.name): \(link.predecessor)")
      }
    }
    for assignment in project.assignments where !tasks.contains(assignment.task) {
      elements.say(
        .warning,
        Text(
          en: "Somebody works on a task that is not in the file.",
          sv: "Någon arbetar på en uppgift som inte finns i filen."),
        row: row, "TaskUID", "\(assignment.task)")
    }
  }
}
