import EtappModel
import Yams

/// Reads `templates`: the tasks that establish an office of each kind.
struct TemplateReader {
  let calendars: [WorkCalendar]
  let resources: [Resource]
  let selections: SelectionReader
  let findings: Findings

  /// The templates, in the order of the file; one may be `like` any above it.
  func read(_ root: Record) -> [WorkTemplate] {
    var templates: [WorkTemplate] = []
    for node in root.list("templates") {
      guard let record = Record(node, "templates", findings: findings) else { continue }
      if let template = template(record, known: templates) { templates.append(template) }
      record.finish("templates")
    }
    return templates
  }

  private func template(_ record: Record, known: [WorkTemplate]) -> WorkTemplate? {
    let id = record.string("id") ?? "standard"
    if known.contains(where: { $0.id.code == id }) {
      findings.error(
        "The template's id is used twice.", "Mallens id används två gånger.", row: record.row, column: "id", value: id)
    }
    let model = model(record, known: known)
    let tasks = tasks(record, like: model?.tasks ?? [])
    guard let last = tasks.last else {
      findings.error(
        "The template has no tasks.", "Mallen har inga uppgifter.", row: record.row, column: "tasks",
        maybe: "tasks: [{id: search, days: 20}]")
      return nil
    }
    let template = WorkTemplate(
      id: ID(id), title: record.text("title") ?? Text(id), places: places(record), tasks: tasks,
      opening: opening(record, tasks) ?? model?.opening ?? last.id, source: record.string("source"))
    checkOrder(template, row: record.row)
    return template
  }

  private func model(_ record: Record, known: [WorkTemplate]) -> WorkTemplate? {
    guard let name = record.string("like") else { return nil }
    if let model = known.first(where: { $0.id.code == name }) { return model }
    findings.error(
      "There is no template of this name above.", "Det finns ingen mall med detta namn ovanför.", row: record.row,
      column: "like", value: name, maybe: Names.nearest(to: name, among: known.map(\.id.code), limit: 1).first)
    return nil
  }

  private func places(_ record: Record) -> Selection {
    guard let words = record.record("for") else { return Selection() }
    defer { words.finish("for", conditions: true) }
    return selections.selection(words)
  }

  private func opening(_ record: Record, _ tasks: [WorkTask]) -> ID<WorkTask>? {
    guard let node = record.node("opens") else { return nil }
    return task(node, among: tasks.map(\.id), "opens")
  }

  // MARK: Tasks

  /// The model's tasks with what this template says of them, then its own.
  private func tasks(_ record: Record, like model: [WorkTask]) -> [WorkTask] {
    var tasks = model
    var own: Set<String> = []
    for node in record.list("tasks") {
      guard let words = Record(node, "tasks", findings: findings) else { continue }
      guard let id = words.string("id") else {
        findings.error(
          "The task has no id.", "Uppgiften har inget id.", row: words.row, column: "id", maybe: "id: search")
        words.passOver()
        continue
      }
      if !own.insert(id).inserted {
        findings.error(
          "The task's id is used twice.", "Uppgiftens id används två gånger.", row: words.row, column: "id", value: id)
      }
      let index = tasks.firstIndex { $0.id.code == id }
      let earlier = index.map { tasks[$0] }
      let task = task(words, id: id, like: earlier, known: tasks.map(\.id))
      if let index { tasks[index] = task } else { tasks.append(task) }
      words.finish("tasks")
    }
    return tasks
  }

  private func task(_ words: Record, id: String, like model: WorkTask?, known: [ID<WorkTask>]) -> WorkTask {
    var task = model ?? WorkTask(id: ID(id), title: Text(id), estimate: .fixed(0))
    task.title = words.text("title") ?? task.title
    if words.has("days") { task.estimate = EstimateReader(findings: findings).read(words) ?? task.estimate }
    task.calendar = calendar(words) ?? task.calendar
    if words.has("after") { task.predecessors = words.list("after").compactMap { predecessor($0, known: known) } }
    if words.has("needs") { task.needs = needs(words) }
    task.source = words.string("source") ?? task.source
    return task
  }

  private func calendar(_ words: Record) -> ID<WorkCalendar>? {
    guard let name = words.string("calendar") else { return nil }
    if calendars.contains(where: { $0.id.code == name }) { return ID(name) }
    findings.error(
      "There is no calendar of this name.", "Det finns ingen kalender med detta namn.", row: words.row,
      column: "calendar", value: name,
      maybe: Names.nearest(to: name, among: calendars.map(\.id.code), limit: 1).first ?? calendars.first?.id.code)
    return nil
  }

  /// `search`, or `{task: lease, kind: SS, lag: 5}`.
  private func predecessor(_ node: Node, known: [ID<WorkTask>]) -> WorkTask.Predecessor? {
    guard case .mapping = node else {
      return task(node, among: known, "after").map { WorkTask.Predecessor(task: $0) }
    }
    guard let words = Record(node, "after", findings: findings) else { return nil }
    defer { words.finish("after") }
    let kind = words.word("kind", among: WorkTask.LinkKind.allCases.map(\.rawValue))
    let lag = words.integer("lag") ?? 0
    guard let node = words.node("task") else {
      findings.error(
        "The link does not say which task comes before.", "Länken säger inte vilken uppgift som kommer före.",
        row: words.row, column: "task", maybe: known.last.map { "{task: \($0), kind: SS, lag: 5}" })
      return nil
    }
    guard let task = task(node, among: known, "task") else { return nil }
    return WorkTask.Predecessor(
      task: task, kind: kind.flatMap { WorkTask.LinkKind(rawValue: $0) } ?? .finishStart, lag: bounded(lag, words))
  }

  /// A lag of more than ten years is a mistake, and would overflow the timeline.
  private func bounded(_ lag: Int, _ words: Record) -> Int {
    guard abs(lag) > 2600 else { return lag }
    findings.error(
      "A lag is at most 2,600 working days.", "En väntetid är högst 2 600 arbetsdagar.", row: words.row, column: "lag",
      value: "\(lag)")
    return 0
  }

  private func task(_ node: Node, among known: [ID<WorkTask>], _ key: String) -> ID<WorkTask>? {
    let name = node.scalar?.string ?? ""
    if known.contains(ID(name)) { return ID(name) }
    findings.error(
      "There is no task of this name above.", "Det finns ingen uppgift med detta namn ovanför.", row: node.mark?.line,
      column: key, value: name,
      maybe: Names.nearest(to: name, among: known.map(\.code), limit: 1).first ?? known.last?.code)
    return nil
  }

  /// `needs: {leads: 1}`
  private func needs(_ words: Record) -> [WorkTask.Need] {
    guard let record = words.record("needs") else { return [] }
    return record.members.compactMap { name, _ in
      guard let resource = resources.first(where: { $0.id.code == name }) else {
        findings.error(
          "There is no resource of this name.", "Det finns ingen resurs med detta namn.", row: record.row,
          column: "needs", value: name,
          maybe: Names.nearest(to: name, among: resources.map(\.id.code), limit: 1).first ?? resources.first?.id.code)
        return nil
      }
      return record.count(name).map { WorkTask.Need(resource: resource.id, units: $0) }
    }
  }

  /// Tasks only name tasks above them, but a task of a model can be given new predecessors below itself.
  private func checkOrder(_ template: WorkTemplate, row: Int) {
    var done: Set<ID<WorkTask>> = []
    var waiting = template.tasks
    while let index = waiting.firstIndex(where: { $0.predecessors.allSatisfy { done.contains($0.task) } }) {
      done.insert(waiting.remove(at: index).id)
    }
    guard !waiting.isEmpty else { return }
    let names = waiting.map(\.id.code).joined(separator: ", ")
    findings.error(
      "These tasks wait for each other.", "Dessa uppgifter väntar på varandra.", row: row, column: "after",
      value: names)
  }
}
