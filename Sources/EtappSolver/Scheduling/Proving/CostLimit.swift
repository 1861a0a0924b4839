/// A weighted sum of how far sides have risen, and the most it may come to.
///
///     Σ weight · max(0, side + offset) ≤ limit
struct CostLimit: ~Copyable {
  var limit = Int.max
  var isTouched = true
  /// The term of each side, or -1.
  var termOf: FlatArray<Int32>
  let terms: [BoundModel.Term]

  init(_ terms: [BoundModel.Term], sides: Int) {
    var merged = FlatArray<Int32>(repeating: -1, count: sides)
    for (index, term) in terms.enumerated() { merged[term.side] = Int32(index) }
    termOf = merged
    self.terms = terms
  }
}

extension BoundModel.Term {
  func cost(at side: Int32) -> Int { weight * max(0, Int(side) + offset) }
}

extension BoundEngine {
  /// What the bounds alone cost.
  func leastCost() -> Int {
    var sum = 0
    for term in cost.terms { sum += term.cost(at: bound[term.side]) }
    return sum
  }

  /// Keeps the cost within its limit; false, with `conflict` set, where the bounds alone cost more.
  mutating func keepCost() -> Bool {
    cost.isTouched = false
    guard cost.limit < Int.max else { return true }
    let slack = cost.limit - leastCost()
    if slack < 0 {
      because.truncate(to: 0)
      explainCost(surplus: -slack - 1, except: -1)
      conflict.truncate(to: 0)
      for index in 0..<because.count { conflict.append(because[index]) }
      return false
    }
    for index in 0..<cost.terms.count {
      let term = cost.terms[index]
      let own = term.cost(at: bound[term.side])
      let most = (slack + own) / term.weight - term.offset
      guard -Int(bound[term.side ^ 1]) > most else { continue }
      // One day more would cost this much more than there is.
      let surplus = term.weight * (most + 1 + term.offset) - (slack + own) - 1
      because.truncate(to: 0)
      explainCost(surplus: surplus, except: index)
      guard raise(Int32(term.side ^ 1), to: Int32(-most), because: storedReason()) else { return false }
    }
    return true
  }

  /// Adds to `because` what each term has come to, lowered as far as the surplus allows.
  private mutating func explainCost(surplus: Int, except: Int) {
    var surplus = surplus
    for (index, term) in cost.terms.enumerated() where index != except {
      let value = Int(bound[term.side])
      let atRoot = max(Int(rootBound[term.side]), -term.offset)
      guard value > atRoot else { continue }
      let fall = min(value - atRoot, surplus / term.weight)
      surplus -= fall * term.weight
      if value - fall > atRoot { because.append(Literal(side: Int32(term.side), value: Int32(value - fall))) }
    }
  }
}
