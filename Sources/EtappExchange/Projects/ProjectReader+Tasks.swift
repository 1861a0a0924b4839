import EtappModel

extension ProjectReader {
  private static let knownOfTask: Set<String> = [
    "UID", "ID", "Name", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Start", "Finish", "Duration",
    "DurationFormat", "EffortDriven", "Estimated", "Milestone", "Summary", "Critical", "TotalSlack", "PercentComplete",
    "ActualStart", "ActualFinish", "ConstraintType", "CalendarUID", "ConstraintDate", "Deadline",
    "IgnoreResourceCalendar", "Notes", "PredecessorLink", "ExtendedAttribute", "Baseline",
  ]

  mutating func task(_ element: XMLElement) -> ProjectFile.Task? {
    guard let uid = elements.uid(element) else { return nil }
    elements.check(element, known: Self.knownOfTask)
    var task = ProjectFile.Task(
      uid: uid, name: elements.text(element, "Name"), outline: elements.text(element, "OutlineNumber"),
      level: elements.integer(element, "OutlineLevel", within: 0...1_000) ?? 1)
    task.id = elements.integer(element, "ID") ?? uid
    task.wbs = element.child("WBS")?.text ?? task.outline
    readState(element, &task)
    readDates(element, &task)
    task.notes = elements.text(element, "Notes")
    for link in element.all("PredecessorLink") { if let link = self.link(link) { task.links.append(link) } }
    for baseline in element.all("Baseline") {
      guard let baseline = self.baseline(baseline) else { continue }
      task.baselines.append(baseline)
    }
    task.fields = fieldValues(element)
    return task
  }

  private mutating func readState(_ element: XMLElement, _ task: inout ProjectFile.Task) {
    task.isBlank = elements.flag(element, "IsNull") ?? false
    task.isMilestone = elements.flag(element, "Milestone") ?? false
    task.isSummary = elements.flag(element, "Summary") ?? false
    task.isCritical = elements.flag(element, "Critical") ?? false
    task.totalSlack = elements.integer(element, "TotalSlack")
    task.percentComplete = elements.integer(element, "PercentComplete", within: 0...100) ?? 0
    let constraint = elements.integer(element, "ConstraintType", within: 0...7) ?? 0
    task.constraint = ProjectFile.Constraint(rawValue: constraint) ?? .asSoonAsPossible
    task.calendar = reference(element, "CalendarUID")
  }

  private mutating func readDates(_ element: XMLElement, _ task: inout ProjectFile.Task) {
    task.start = elements.moment(element, "Start")
    task.finish = elements.moment(element, "Finish")
    task.duration = elements.span(element, "Duration") ?? 0
    task.actualStart = elements.moment(element, "ActualStart")
    task.actualFinish = elements.moment(element, "ActualFinish")
    task.constraintDate = elements.moment(element, "ConstraintDate")
    task.deadline = elements.moment(element, "Deadline")
  }

  /// A hundred years in tenths of a minute.
  private static let lagLimit = ProjectSpan.limit / 6

  private mutating func link(_ element: XMLElement) -> ProjectFile.Link? {
    guard let predecessor = elements.uid(element, "PredecessorUID") else { return nil }
    elements.check(element, known: ["PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"])
    let kind = elements.integer(element, "Type", within: 0...3).flatMap { ProjectFile.LinkKind(rawValue: $0) }
    return ProjectFile.Link(
      predecessor: predecessor, kind: kind ?? .finishStart, lag: lag(element),
      lagFormat: elements.integer(element, "LagFormat", within: 0...100) ?? ProjectFile.Link.days)
  }

  /// A lag that is dropped would move everything after it, so one that cannot be read stops the run.
  private mutating func lag(_ element: XMLElement) -> Int {
    guard let child = element.child("LinkLag"), !child.text.trimmed.isEmpty else { return 0 }
    let text = child.text.trimmed
    let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    if let lag = Int(whole), (-Self.lagLimit...Self.lagLimit).contains(lag) { return lag }
    elements.say(
      .error,
      Text(
        en: "The lag is no whole number of tenths of a minute, or longer than a hundred years.",
        sv: "Väntetiden är inte ett helt antal tiondels minuter, eller längre än hundra år."), row: child.row,
      "LinkLag", text)
    return 0
  }

  private mutating func baseline(_ element: XMLElement) -> ProjectFile.Baseline? {
    guard let number = elements.integer(element, "Number", within: ProjectFile.Baseline.numbers) else { return nil }
    elements.check(element, known: ["Number", "Start", "Finish", "Duration", "DurationFormat"])
    return ProjectFile.Baseline(
      number: number, start: elements.moment(element, "Start"), finish: elements.moment(element, "Finish"),
      duration: elements.span(element, "Duration") ?? 0)
  }
}
