import Etapp
import EtappModel
import Foundation

@main struct M {
  static func main() throws {
    let t0 = ProcessInfo.processInfo.systemUptime
    let ws: Workspace
    do { ws = try Workspace(folder: CommandLine.arguments[1]) } catch { let e = error
      for d in e.diagnostics { print(d.severity, d.message(.english), d.place?.file ?? "", d.place?.row ?? 0, d.value ?? "", d.maybe ?? "") }
      exit(5)
    }
    for d in ws.diagnostics { print(d.severity, d.message(.english), d.place?.file ?? "", d.place?.row ?? 0, d.value ?? "", d.maybe ?? "") }
    print("read", t0,  ProcessInfo.processInfo.systemUptime - t0)
    let plan = try Study(ws).plan(RunOptions(randomPlans: 20, progress: { p in FileHandle.standardError.write(Data("\(ProcessInfo.processInfo.systemUptime - t0) \(p)\n".utf8)) }))
    print(plan.proof, plan.gap, plan.run)
    for g in plan.goals { print(g.goal, g.round ?? -1, g.value, g.bound, g.ideal ?? -1, g.random ?? -1) }
    for r in plan.rules { print(r) }
    for e in plan.establishments { print(e.round, e.name, e.categories) }
    for t in plan.travel { print(t) }
    let t1 = ProcessInfo.processInfo.systemUptime
    if CommandLine.arguments.count > 2 {
      for n in CommandLine.arguments[2...] { let t = ProcessInfo.processInfo.systemUptime
        let e = try Study(ws).explain(plan, ws.geography.place(ID(n)) != nil ? .place(ID(n)) : .municipality(ws.geography.municipalities.first { $0.name == n }!.id)); print(n, ProcessInfo.processInfo.systemUptime - t)
        for a in e.alternatives { print(a.question, a.round ?? -1, a.proof, a.goals.map { "\($0.goal) \($0.delta) \($0.bound)" }, a.moves.map { "\($0.place) \($0.from ?? -1) \($0.to ?? -1)" }) } }
    } else {
    let all = try Study(ws).explainAll(plan)
    print("explain", all.count, ProcessInfo.processInfo.systemUptime - t1)
    for e in all { for a in e.alternatives { print(e.title, a.question, a.round ?? -1, a.proof, a.goals.map { "\($0.goal) \($0.delta) \($0.bound)" }, a.moves.map { "\($0.place) \($0.from ?? -1) \($0.to ?? -1)" }) } }
    }
    print("total", ProcessInfo.processInfo.systemUptime - t0)
  }
}
