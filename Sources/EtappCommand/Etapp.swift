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
    print("total", ProcessInfo.processInfo.systemUptime - t0)
  }
}
