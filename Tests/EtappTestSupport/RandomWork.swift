package import EtappModel

/// A random way to establish offices: templates with every kind of link, shared people, calendars, risks.
package struct RandomWork {
  private var generator: RandomInstance.Generator
  private let divisions: [ID<Division>]

  package static func work(seed: UInt64, for geography: Geography) -> Work {
    var random = RandomWork(
      generator: RandomInstance.Generator(seed: seed &+ 77), divisions: geography.divisions.map(\.id))
    return random.work()
  }

  private mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0...1, using: &generator) < share }

  private mutating func work() -> Work {
    let calendars = [
      WorkCalendar(
        id: "days", title: "Days", holidays: [Holiday(title: "Noon", date: .fixed(MonthDay(month: 6, day: 6)))]),
      WorkCalendar(
        id: "trade", title: "Trade", week: [.monday, .tuesday, .thursday],
        closures: [Closure(title: "Summer", when: .weeks(27...30))]),
    ]
    let resources = (0..<2).map { index in
      Resource(
        id: ID("r\(index)"), title: Text("R\(index)"), division: chance(0.5) ? divisions.first : nil,
        capacity: chance(0.5)
          ? [Resource.Step(units: 2)]
          : [Resource.Step(units: 1), Resource.Step(from: Day(year: 2022, month: 3, day: 1), units: 2)])
    }
    var work = Work(
      starts: Day(year: 2022, month: 1, day: 3), calendar: "days", calendars: calendars, resources: resources,
      templates: [template("city", Selection(categories: ["city"])), template("any", Selection())])
    work.risks = [
      risk("all", .programme), risk("own", .office), risk("area", divisions.first.map { .region($0) } ?? .office),
    ]
    return work
  }

  private mutating func template(_ id: String, _ places: Selection) -> WorkTemplate {
    let count = int(2...5)
    var tasks: [WorkTask] = []
    for index in 0..<count {
      var task = WorkTask(id: ID("t\(index)"), title: Text("T\(index)"), estimate: estimate())
      if chance(0.4) { task.calendar = "trade" }
      if chance(0.6) { task.needs = [WorkTask.Need(resource: ID("r\(int(0...1))"), units: 1)] }
      for earlier in 0..<index where chance(0.6) {
        let kinds = WorkTask.LinkKind.allCases
        task.predecessors.append(
          WorkTask.Predecessor(task: ID("t\(earlier)"), kind: kinds[int(0...kinds.count - 1)], lag: int(-2...4)))
      }
      tasks.append(task)
    }
    let all = tasks.map { WorkTask.Predecessor(task: $0.id) }
    tasks.append(WorkTask(id: "open", title: "Open", estimate: .fixed(0), predecessors: all))
    return WorkTemplate(id: ID(id), title: Text(id), places: places, tasks: tasks, opening: "open")
  }

  private mutating func estimate() -> Estimate {
    let middle = Double(int(1...12))
    let laws = Estimate.Law.allCases
    return chance(0.2)
      ? .fixed(int(0...6))
      : .threePoint(low: middle * 0.6, middle: middle, high: middle * 2, law: laws[int(0...laws.count - 1)])
  }

  private mutating func risk(_ id: String, _ scope: Risk.Scope) -> Risk {
    Risk(
      id: ID(id), title: Text(id), probability: Double(int(1...9)) / 10,
      factor: Risk.Factor(low: 1.1, middle: 1.4, high: 2), tasks: chance(0.5) ? ["t0", "t1"] : [], scope: scope)
  }
}
