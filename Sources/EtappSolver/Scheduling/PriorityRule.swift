/// Which activity goes first, from the links alone: the one with the least key.
///
/// Source: R. Kolisch, S. Hartmann, "Experimental investigation of heuristics for resource-constrained project
/// scheduling: an update", European Journal of Operational Research 174 (2006), doi:10.1016/j.ejor.2005.01.065.
package enum PriorityRule: CaseIterable, Sendable {
  case latestFinish, latestStart, minimumSlack
  /// The work of an activity and of all that directly follow it, the most first.
  case greatestRankPositionalWeight

  /// A key for each activity, 0 or more.
  func keys(of project: FlatProject) -> [Int32] {
    let end = Int32(project.criticalPath)
    let keys = (0..<project.count).map { flat -> Int32 in
      let latestStart = min(end - project.tails[flat], project.latestStarts[flat])
      switch self {
      case .latestFinish: return latestStart + project.durations[flat]
      case .latestStart: return latestStart
      case .minimumSlack: return latestStart - project.heads[flat]
      case .greatestRankPositionalWeight:
        return -project.outgoing[flat].reduce(project.durations[flat]) { $0 + project.durations[Int($1.other)] }
      }
    }
    let least = keys.min() ?? 0
    return keys.map { $0 - least }
  }
}
