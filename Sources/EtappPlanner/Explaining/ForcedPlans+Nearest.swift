import EtappModel
import EtappSolver

/// Among plans that are equally good, the one that differs least: an exchange is told without what does not belong to it.
extension ForcedPlans {
  /// A plan with the decision forced, as good as `phasing`, and with as few moves from the plan as are found.
  ///
  ///     min Σ [ event differs from the plan ]  subject to the rules, the forced decision and  f_g ≤ level_g
  ///
  /// The level of a goal is what `phasing` has or, when that is more, what the plan has and the goal's tolerance lets it
  /// have. The last goal has its proved best; without a proof, the plan's own value is good enough for it too, since
  /// what was found to be better there is chance and no price.
  func nearest(to phasing: Phasing, _ result: Stages.Result, _ request: Stages.Request, _ effort: Effort) -> Phasing {
    guard !model.goals.isEmpty, phasing != start else { return phasing }
    var question = BranchAndCut.Question(
      objective: Objective(differences), limits: request.limits + levels(of: phasing, result),
      forcings: request.forcings, starts: [phasing], nodeLimit: effort.mendingNodes)
    // Moves are whole numbers: what is less than one fewer is none fewer.
    question.gap = 0.9 / max(1, model.problem.value(of: differences, in: phasing))
    question.floor = Double(leastMoves(request))
    question.starts.append(relinked(phasing, question, effort))
    if let mended = search(from: start, question, effort.mending / 4) {
      question.starts.append(relinked(mended, question, effort))
    }
    return stages.minimise(question, master: master).phasing ?? phasing
  }

  /// The phasing led back to the plan: what differs is given its round in the plan again, as much of it as can be.
  ///
  /// Source: path relinking, Glover (1997), doi:10.1007/978-1-4615-4102-8_1.
  private func relinked(_ phasing: Phasing, _ question: BranchAndCut.Question, _ effort: Effort) -> Phasing {
    var question = question
    let forced = Set(question.forcings.map(\.site))
    for (site, (event, known)) in zip(phasing.events, start.events).enumerated() where !forced.contains(site) {
      question.forcings.append(.init(site: site, events: event == known ? [event] : [known, event]))
    }
    return search(from: phasing, question, effort.mending / 2) ?? phasing
  }

  private func search(from beginning: Phasing, _ question: BranchAndCut.Question, _ evaluations: Int) -> Phasing? {
    LocalSearch(model.problem).improve(
      beginning, question: question, evaluations: evaluations, seed: planner.options.seed, stop: planner.options.stop)
  }

  /// The forced sites that the plan has otherwise: no plan that was asked for differs less.
  private func leastMoves(_ request: Stages.Request) -> Int {
    request.forcings.count { !$0.events.contains(start.events[$0.site]) }
  }

  private func levels(of phasing: Phasing, _ result: Stages.Result) -> [(measure: Int, upper: Double)] {
    model.measures.enumerated().map { step, measure in
      let value = model.problem.value(of: measure, in: phasing)
      let level = max(value, enough(step, result))
      return (measure, level + 1e-9 * max(1, abs(level)))
    }
  }

  /// The value of a goal's measure that is good enough because the plan has it.
  private func enough(_ step: Int, _ result: Stages.Result) -> Double {
    guard !planner.programme.assignment.isWeighted else { return -.infinity }
    let known = model.problem.value(of: model.measures[step], in: start)
    if step < result.limits.count, step + 1 < model.measures.count { return min(known, result.limits[step].upper) }
    return result.status == .unproved && step + 1 == model.measures.count ? known : -.infinity
  }

  /// How far a plan may be off on the last goal, whose proved part it gave up for fewer moves.
  func gap(of phasing: Phasing, _ result: Stages.Result) -> Double {
    guard result.status == .unproved, !planner.programme.assignment.isWeighted, let measure = model.measures.last,
      let form = model.goals.last?.form(in: planner.programme), let bound = result.bounds.last ?? nil
    else { return 0 }
    return Stages.gap(form.value(ofMeasure: model.problem.value(of: measure, in: phasing)), bound)
  }
}
