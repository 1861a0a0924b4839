import Dispatch
package import EtappModel
import EtappSolver

extension Planner {
  /// Which alternatives to price.
  package enum Asking: Hashable, Sendable {
    case everything
    case round(Int)
    case out
  }

  /// Why a place is where it is: each alternative with its proved price.
  ///
  /// - Parameter withChanges: Whether to look for single numbers that would have to be another, which takes longer than
  ///   the rest.
  package func explain(
    _ plan: Plan, _ topic: Topic, asking: Asking = .everything, withChanges: Bool = true
  ) -> Explanation {
    let forced = ForcedPlans(self, plan: plan, topics: [topic])
    var explanation = explanation(
      of: topic, plan, by: forced, questions: questions(topic, plan, asking), effort: .proof)
    if withChanges { explanation.changes = changes(of: explanation, topic, plan, asking) }
    return explanation
  }

  /// The single numbers that would have to be another, of a topic with one site.
  private func changes(of explanation: Explanation, _ topic: Topic, _ plan: Plan, _ asking: Asking) -> [Change] {
    let sites = programme.sites(of: topic)
    guard sites.count == 1, let site = sites.first else { return [] }
    let every = [Phasing.never] + programme.allRounds.map { Int8($0) }
    let wanted: [Int8] =
      switch asking {
      case .round(let round): [Int8(round)]
      case .out: [Phasing.never]
      case .everything: every.filter { $0 != explanation.current.map { Int8($0) } ?? Phasing.never }
      }
    return Changes(self, plan: plan, site: site, wanted: wanted)?.all(of: explanation.alternatives) ?? []
  }

  /// Every place of the plan, and every municipality that gets no office.
  ///
  /// The topics are dealt to two workers, whatever the number of threads, so that the answers are the same. Each
  /// question gets a limited effort; what is not proved to the end says how far it may be off. The exact price of a
  /// single one is a question of its own (`explain`).
  package func explainAll(_ plan: Plan) -> [Explanation] {
    let served = Set(plan.establishments.map(\.municipality))
    let inside = plan.establishments.map { Topic.place($0.place) }
    let outside = programme.geography.municipalities.filter { !served.contains($0.id) }.map {
      Topic.municipality($0.id)
    }
    return survey(inside, plan, effort: .survey) + survey(outside, plan, effort: .glance)
  }

  private func survey(_ topics: [Topic], _ plan: Plan, effort: ForcedPlans.Effort) -> [Explanation] {
    guard !topics.isEmpty else { return [] }
    let workers = 2
    var results = [[Explanation]](repeating: [], count: workers)
    results.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      let work: @Sendable (Int) -> Void = { worker in
        let own = topics.enumerated().filter { $0.offset % workers == worker }.map(\.element)
        guard !own.isEmpty else { return }
        let forced = ForcedPlans(self, plan: plan, topics: own)
        slots[worker] = own.map {
          explanation(of: $0, plan, by: forced, questions: questions($0, plan, .everything), effort: effort)
        }
      }
      if options.threads > 1 {
        DispatchQueue.concurrentPerform(iterations: workers, execute: work)
      } else {
        (0..<workers).forEach(work)
      }
    }
    return topics.indices.map { results[$0 % workers][$0 / workers] }
  }

  /// What to ask of a topic: the other rounds and staying out, or for what is outside, coming in with one office more
  /// or in exchange for another.
  private func questions(_ topic: Topic, _ plan: Plan, _ asking: Asking) -> [Alternative.Question] {
    switch asking {
    case .round(let round): return [.opens(round: round)]
    case .out: return [.staysOut]
    case .everything: break
    }
    guard let current = currentRound(of: topic, plan) else {
      // Of a plan that opens nothing, nothing can be given in exchange.
      return plan.choice.opens.isEmpty ? [.opensInBestRound] : [.opensInBestRound, .opensInExchange]
    }
    return programme.allRounds.filter { $0 != current }.map { .opens(round: $0) } + [.staysOut]
  }

  private func currentRound(of topic: Topic, _ plan: Plan) -> Int? {
    programme.sites(of: topic).compactMap { plan.choice.opens[ID(programme.sites[$0].id)] }.min()
  }

  private func explanation(
    of topic: Topic, _ plan: Plan, by forced: ForcedPlans, questions: [Alternative.Question], effort: ForcedPlans.Effort
  ) -> Explanation {
    let alternatives = questions.map { forced.answer(topic, $0, effort: effort) }
    let (id, title, municipality) = name(of: topic)
    return Explanation(
      id: id, title: title, municipality: municipality, current: currentRound(of: topic, plan),
      alternatives: alternatives)
  }

  private func name(of topic: Topic) -> (id: String, title: String, municipality: ID<Municipality>?) {
    switch topic {
    case .place(let id):
      let place = programme.geography.place(id)
      return (id.code, place?.name ?? id.code, place?.municipality)
    case .municipality(let id):
      return (id.code, programme.geography.municipality(id)?.name ?? id.code, id)
    }
  }
}
