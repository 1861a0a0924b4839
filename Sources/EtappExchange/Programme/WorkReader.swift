import EtappModel
import Yams

/// Reads how offices are established: `work`, `calendars`, `resources`, `templates`, `risks` and `shocks`.
struct WorkReader {
  let geography: Geography
  let assignment: Assignment
  let rules: RuleReader
  let findings: Findings

  /// The work; nil when the programme has no templates of tasks.
  func read(_ root: Record) -> Work? {
    let divisions = geography.divisions.map(\.id)
    let calendars = CalendarReader(findings: findings).read(root)
    let selections = SelectionReader(rules)
    let resources = ResourceReader(lookup: rules.lookup, divisions: divisions, findings: findings).read(root)
    let templates = TemplateReader(
      calendars: calendars, resources: resources, selections: selections, findings: findings
    ).read(root)
    var work = Work(
      starts: assignment.decided ?? Day(number: 0), calendar: "", calendars: calendars, resources: resources,
      templates: templates)
    readHead(root, &work)
    let risks = RiskReader(work: work, divisions: divisions, selections: selections, findings: findings)
    work.risks = risks.risks(root)
    work.shocks = risks.shocks(root)
    guard templates.isEmpty else {
      checkRounds(work)
      checkWorks(work, root)
      return work
    }
    sayWithoutTemplates(root)
    return nil
  }

  /// Working days are counted for some fifteen years; what lies far off is a slip of the pen, and would have no number.
  private func checkRounds(_ work: Work) {
    for round in assignment.rounds {
      let days = [("starts", round.starts), ("opens", round.opens?.from), ("opens", round.opens?.to)]
      guard let (key, far) = days.first(where: { work.isFar($0.1 ?? work.starts) }), let far else { continue }
      findings.error(
        "The round is more than ten years from the start of work.",
        "Omgången är mer än tio år från arbetets början.", row: round.row, column: key, value: far.description,
        maybe: work.starts.description)
    }
  }

  /// A calendar that stands still from the start of work on leaves nothing to count in.
  private func checkWorks(_ work: Work, _ root: Record) {
    guard Timeline(work.programmeCalendar, from: work.starts, count: 1).days.isEmpty else { return }
    findings.error(
      "The programme's calendar has no working day in the ten years after work starts.",
      "Programmets kalender har ingen arbetsdag under de tio åren efter arbetets början.",
      row: root.node("calendars")?.mark?.line, column: work.calendar.code, value: work.starts.description)
  }

  /// Work without templates is no work: whoever wrote the rest should know that it says nothing.
  private func sayWithoutTemplates(_ root: Record) {
    guard !root.has("templates"), let key = ["work", "resources", "risks", "shocks"].first(where: root.has) else {
      return
    }
    findings.add(
      .warning,
      Text(
        en: "There are no templates of tasks, so nothing can be scheduled.",
        sv: "Det finns inga mallar med uppgifter, så inget kan schemaläggas."), row: root.node(key)?.mark?.line,
      column: key, maybe: "templates: [{id: standard, tasks: [{id: search, days: 20}]}]")
  }

  private func readHead(_ root: Record, _ work: inout Work) {
    let head = root.record("work")
    work.calendar = calendar(head, work.calendars)
    work.promise = head?.share("promise") ?? work.promise
    if let starts = head?.day("starts") {
      work.starts = starts
    } else if assignment.decided == nil, !work.templates.isEmpty {
      findings.error(
        "“work” does not say when it starts.", "”work” säger inte när arbetet börjar.", row: head?.row ?? 1,
        column: "starts", maybe: "work: {starts: 2022-01-01}")
    }
    head?.finish("work")
  }

  private func calendar(_ head: Record?, _ calendars: [WorkCalendar]) -> ID<WorkCalendar> {
    let first = calendars.first?.id ?? "weekdays"
    guard let head, let name = head.word("calendar", among: calendars.map(\.id.code)) else { return first }
    return ID(name)
  }
}
