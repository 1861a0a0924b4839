/// How a programme is run when days turn out otherwise than planned: who gets a shared resource next.
///
/// Activities of a resource start in the order of the plan. One whose turn has not come may pass those before it that are
/// not ready, but not before the day it was itself planned for plus a patience: a team waits for its next office of the
/// plan, and when the planned day of the one after has come, it goes there instead. Among the ready ones the order of
/// the plan decides. The rule looks at nothing that is not known on the day: not when those not ready will be, not how
/// long anything will take. (But that announced changes of capacity are known beforehand, and that nobody starts what
/// would be under way on a day without capacity for it.)
///
/// Why this one. *Serial generation with insertion* puts a later activity before an earlier one wherever it fits, for
/// which one would have to know durations in advance. *Strict order* lets every team wait for the slowest office, which
/// nobody does. *First come, first served* does not give back a plan that keeps a team idle on purpose. This rule gives
/// back every active schedule when durations are as planned (nobody is late, so nobody is passed), and costs a few
/// comparisons for each start.
///
/// A link to a finish ("finishes no earlier than …") lets an activity start late enough; whoever shares a resource does
/// not start before its predecessor has started, because until then nobody knows when that will be.
///
/// Source: activity-based and resource-based policies, F. Stork, "Stochastic resource-constrained project scheduling",
/// TU Berlin (2001); B. Ashtiani, R. Leus, M.-B. Aryanezhad, "New competitive results for the stochastic
/// resource-constrained project scheduling problem", Journal of Scheduling 14 (2011), doi:10.1007/s10951-009-0143-7.
package struct ListPolicy: Sendable, Hashable {
  /// Activities, first the one that starts first. Where links say otherwise, links win.
  package var order: [Int]
  /// The day each activity is planned to start on, by activity.
  package var planned: [Int]
  /// Days after its planned start from which an activity may pass those before it; nil where it never may.
  package var patience: Int?

  package init(order: [Int], planned: [Int], patience: Int? = 0) {
    self.order = order
    self.planned = planned
    self.patience = patience
  }

  /// The order of starts in a timetable.
  package init(_ timetable: Timetable, patience: Int? = 0) {
    let order = timetable.starts.indices.sorted {
      (timetable.starts[$0], timetable.finishes[$0], $0) < (timetable.starts[$1], timetable.finishes[$1], $1)
    }
    self.init(order: order, planned: timetable.starts, patience: patience)
  }

  /// An order that nobody may pass.
  package static func strict(order: [Int]) -> ListPolicy {
    ListPolicy(order: order, planned: Array(repeating: 0, count: order.count), patience: nil)
  }
}
