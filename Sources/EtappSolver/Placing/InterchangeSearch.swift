/// Betters a set of open sites by exchanging one for another, as long as that helps.
///
///     profit of opening j and closing r = gainⱼ − lossᵣ + extraⱼᵣ
///     gainⱼ = Σᵢ wᵢ max(0, d¹ᵢ − bᵢⱼ)        lossᵣ = Σ_{i served by r} wᵢ (d²ᵢ − d¹ᵢ)
///     extraⱼᵣ = Σ_{i served by r, bᵢⱼ < d²ᵢ} wᵢ (d²ᵢ − max(bᵢⱼ, d¹ᵢ))
///
/// with d¹ and d² what a point bears by its best and second best open site. Losses are kept; gains and extras of a site
/// are summed when the site is looked at, over the points it serves and for the slots that these touch: of all others the
/// one of least loss is the best to close. The first exchange that helps is made at once, and only sites that it may have
/// made worth while are looked at again.
///
/// Source: M. G. C. Resende, R. F. Werneck, "A fast swap-based local search procedure for location problems", Annals of
/// Operations Research 150 (2007); E. Schubert, P. J. Rousseeuw, "Fast and eager k-medoids clustering", Information
/// Systems 101 (2021).
final class InterchangeSearch {
  let problem: PlacingProblem
  let open: Int
  /// Points of each site with what they bear there: `siteStarts[j]..<siteStarts[j + 1]`.
  let siteStarts: [Int]
  let served: Flat<PlacingProblem.Entry>
  /// Slot of each site among the open ones, −1 when closed; the site in each slot.
  let slot: Flat<Int32>
  private(set) var sites: [Int]
  let first: Flat<Float>
  let second: Flat<Float>
  /// Slot of the best open site of each point; −1 where nothing open helps.
  let holder: Flat<Int32>
  private let weights: Flat<Double>
  private let loss: Flat<Double>
  /// Extras of the site looked at, slot by slot, and which slots it touches.
  private let extra: Flat<Double>
  private let touched: Flat<Int32>
  /// Slots of little loss, the least first; empty when losses have changed since.
  private var cheapest: [Int32] = []
  private let stamp: Flat<Int32>
  private var moment: Int32 = 0
  private var changed: [Int32] = []
  /// Sites to look at, and which sites are among them.
  private var pending: [Int32] = []
  private let isPending: Flat<Bool>
  private var random: SplitMix64
  /// The value of the sites open now.
  private(set) var value = 0.0
  /// The value when everything was last summed anew, and the part of it below which it is again.
  private var rebuiltValue = 0.0
  private static let restOfGreat = 0.01
  /// Entries looked at so far: what a search costs, whatever the clock says.
  private(set) var work = 0
  private var exchanges = 0
  /// Exchanges since somebody began to note them.
  private var noted: [(opened: Int, closed: Int)] = []

  /// - Parameter open: Sites to open; at most as many as there are.
  init(_ problem: PlacingProblem, open: Int, seed: UInt64 = 1) {
    self.problem = problem
    self.open = min(open, problem.siteCount)
    (siteStarts, served) = Self.transposed(problem)
    slot = Flat(repeating: -1, count: problem.siteCount)
    sites = []
    first = Flat(problem.rest)
    second = Flat(problem.rest)
    holder = Flat(repeating: -1, count: problem.pointCount)
    weights = Flat(problem.weights)
    loss = Flat(repeating: 0, count: self.open)
    extra = Flat(repeating: 0, count: self.open)
    touched = Flat(repeating: 0, count: self.open)
    stamp = Flat(repeating: 0, count: problem.pointCount)
    isPending = Flat(repeating: false, count: problem.siteCount)
    random = SplitMix64(seed: seed)
  }

  private static func transposed(_ problem: PlacingProblem) -> ([Int], Flat<PlacingProblem.Entry>) {
    let starts = Flat(repeating: 0, count: problem.siteCount + 1)
    let served = Flat(repeating: PlacingProblem.Entry(burden: 0, site: 0), count: problem.entries.count)
    problem.entries.withUnsafeBufferPointer { entries in
      for entry in entries { starts[Int(entry.site) + 1] += 1 }
      for site in 0..<problem.siteCount { starts[site + 1] += starts[site] }
      let next = Flat(starts.array)
      for point in 0..<problem.pointCount {
        for index in problem.starts[point]..<problem.starts[point + 1] {
          let entry = entries[index]
          let place = next[Int(entry.site)]
          served[place] = PlacingProblem.Entry(burden: entry.burden, site: UInt32(point))
          next[Int(entry.site)] = place + 1
        }
      }
    }
    return (starts.array, served)
  }

  // MARK: Beginning

  /// Opens the sites given, then those that gain most, one after the other.
  ///
  /// - Complexity: O(entries) for the first, then only what changes.
  func begin(with given: [Int] = []) {
    for site in sites { slot[site] = -1 }
    sites = []
    for site in given where sites.count < open && slot[site] < 0 { append(site) }
    if sites.count < open { appendGreedily() }
    rebuild()
    for site in 0..<problem.siteCount { push(site) }
  }

  private func append(_ site: Int) {
    slot[site] = Int32(sites.count)
    sites.append(site)
  }

  private func appendGreedily() {
    let gain = Flat(repeating: 0.0, count: problem.siteCount)
    for point in 0..<problem.pointCount {
      find(point)
      count(point, from: first[point], to: -.infinity, into: gain, sign: 1)
    }
    while sites.count < open {
      var best = -1
      for site in 0..<problem.siteCount where slot[site] < 0 && (best < 0 || gain[site] > gain[best]) { best = site }
      guard best >= 0 else { return }
      append(best)
      for index in siteStarts[best]..<siteStarts[best + 1] {
        let (point, burden) = (Int(served[index].site), served[index].burden)
        guard burden < first[point] else { continue }
        count(point, from: first[point], to: burden, into: gain, sign: -1)
        first[point] = burden
      }
    }
  }

  /// Counts what opening each site would gain for a point between two burdens.
  private func count(_ point: Int, from old: Float, to new: Float, into gain: Flat<Double>, sign: Double) {
    let weight = sign * weights[point]
    problem.entries.withUnsafeBufferPointer { entries in
      var index = problem.starts[point]
      let last = problem.starts[point + 1]
      while index < last, entries[index].burden < old {
        gain[Int(entries[index].site)] += weight * (Double(old) - Double(max(entries[index].burden, new)))
        index += 1
      }
    }
  }

  /// Everything anew from the open sites.
  private func rebuild() {
    defer { rebuiltValue = value }
    loss.fill(0)
    cheapest = []
    value = problem.constant
    for point in 0..<problem.pointCount {
      find(point)
      contribute(point, 1)
    }
  }

  // MARK: Exchanging

  /// Exchanges as long as any exchange helps.
  ///
  /// - Returns: Whether the descent came to its end, and was not stopped.
  @discardableResult func descend(stop: StopRule) -> Bool {
    var before = exchanges
    while descendNearby(stop: stop) {
      // What an exchange makes less missed may be worth closing for a site far away.
      guard exchanges != before else { return true }
      before = exchanges
      lookAtAll()
    }
    return false
  }

  /// Exchanges as long as it helps where something has changed.
  ///
  /// - Returns: Whether the descent came to its end, and was not stopped.
  @discardableResult func descendNearby(stop: StopRule) -> Bool {
    guard open > 0, open < problem.siteCount else { return true }
    var looked = 0
    while !pending.isEmpty {
      let place = Int(random.next() % UInt64(pending.count))
      let site = Int(pending[place])
      pending.swapAt(place, pending.count - 1)
      pending.removeLast()
      isPending[site] = false
      guard slot[site] < 0 else { continue }
      let (profit, slot) = best(for: site)
      if profit > leastProfit { exchange(site, for: slot) }
      looked += 1
      if looked % 64 == 0, stop.reason != nil { return false }
    }
    return true
  }

  private func lookAtAll() {
    for site in 0..<problem.siteCount { push(site) }
  }

  private var leastProfit: Double { max(1e-9, abs(value) * 1e-12) }

  private func push(_ site: Int) {
    guard slot[site] < 0, !isPending[site] else { return }
    isPending[site] = true
    pending.append(Int32(site))
  }

  /// Looks at nothing any more.
  func forget() {
    for site in pending { isPending[Int(site)] = false }
    pending.removeAll(keepingCapacity: true)
  }

  /// The best slot to put a site in, and what that gains; a loss is a negative gain.
  func best(for site: Int) -> (profit: Double, slot: Int) {
    let (first, second, holder, weights) = (first.base, second.base, holder.base, weights.base)
    let (extra, touched, loss, served) = (extra.base, touched.base, loss.base, served.base)
    var (gain, count) = (0.0, 0)
    work += siteStarts[site + 1] - siteStarts[site]
    for index in siteStarts[site]..<siteStarts[site + 1] {
      let (point, burden) = (Int(served[index].site), served[index].burden)
      let next = second[point]
      guard burden < next else { continue }
      let (near, held) = (first[point], Int(holder[point]))
      if burden < near { gain += weights[point] * (Double(near) - Double(burden)) }
      guard held >= 0 else { continue }
      let more = weights[point] * (Double(next) - Double(max(burden, near)))
      guard more > 0 else { continue }
      if extra[held] == 0 {
        touched[count] = Int32(held)
        count += 1
      }
      extra[held] += more
    }
    var (most, place) = leastLoss()
    for index in 0..<count {
      let held = Int(touched[index])
      if extra[held] - loss[held] > most { (most, place) = (extra[held] - loss[held], held) }
    }
    for index in 0..<count { extra[Int(touched[index])] = 0 }
    return (gain + most, place)
  }

  /// The slot of least loss among those that the site looked at does not touch.
  private func leastLoss() -> (Double, Int) {
    if cheapest.isEmpty { sortCheapest() }
    for slot in cheapest where extra[Int(slot)] == 0 { return (-loss[Int(slot)], Int(slot)) }
    guard cheapest.count < open else { return (-.infinity, 0) }
    var (most, place) = (-Double.infinity, 0)
    for slot in 0..<open where extra[slot] == 0 && -loss[slot] > most { (most, place) = (-loss[slot], slot) }
    return (most, place)
  }

  private static let cheapestKept = 32

  private func sortCheapest() {
    var order = Array(0..<open)
    let loss = loss
    let least = min(open, Self.cheapestKept)
    Selection.partition(&order, least: least) { (loss[$0], $0) < (loss[$1], $1) }
    cheapest = order[..<least].sorted { (loss[$0], $0) < (loss[$1], $1) }.map { Int32($0) }
  }

  /// Opens a site in the place of another.
  ///
  /// - Parameter isFinal: Whether what may be worth while now need not be looked at.
  func exchange(_ site: Int, for place: Int, isFinal: Bool = false) {
    let old = sites[place]
    exchanges += 1
    if !isFinal { noted.append((site, old)) }
    gather(coming: site, leaving: old)
    for point in changed { contribute(Int(point), -1) }
    slot[old] = -1
    slot[site] = Int32(place)
    sites[place] = site
    for point in changed {
      find(Int(point))
      contribute(Int(point), 1)
    }
    cheapest.removeAll(keepingCapacity: true)
    // Of burdens of very different size the great ones leave rounding behind that would pass for profit among the small.
    if value < Self.restOfGreat * rebuiltValue { rebuild() }
    guard !isFinal else { return }
    push(old)
    for point in changed { pushAll(near: Int(point)) }
  }

  /// Notes exchanges from here on, to be able to come back.
  func note() { noted.removeAll(keepingCapacity: true) }

  /// Goes back to where noting began.
  func undo() {
    forget()
    for (opened, closed) in noted.reversed() { exchange(closed, for: Int(slot[opened]), isFinal: true) }
    noted.removeAll(keepingCapacity: true)
  }

  /// The points whose best or second best site an exchange changes.
  private func gather(coming site: Int, leaving old: Int) {
    moment += 1
    changed.removeAll(keepingCapacity: true)
    work += siteStarts[site + 1] - siteStarts[site] + siteStarts[old + 1] - siteStarts[old]
    for index in siteStarts[site]..<siteStarts[site + 1] {
      let entry = served[index]
      if entry.burden < second[Int(entry.site)] {
        stamp[Int(entry.site)] = moment
        changed.append(Int32(bitPattern: entry.site))
      }
    }
    for index in siteStarts[old]..<siteStarts[old + 1] {
      let entry = served[index]
      if entry.burden <= second[Int(entry.site)], stamp[Int(entry.site)] != moment {
        changed.append(Int32(bitPattern: entry.site))
      }
    }
  }

  private func pushAll(near point: Int) {
    let next = second[point]
    problem.entries.withUnsafeBufferPointer { entries in
      var index = problem.starts[point]
      let last = problem.starts[point + 1]
      work += 1
      while index < last, entries[index].burden < next {
        push(Int(entries[index].site))
        index += 1
      }
    }
  }

  /// Goes to another set of sites.
  func move(to set: [Int]) {
    let wanted = Set(set)
    let leaving = sites.indices.filter { !wanted.contains(sites[$0]) }
    let coming = set.filter { slot[$0] < 0 }
    guard coming.count <= leaving.count, coming.count * 3 < open else { return begin(with: set) }
    for (place, site) in zip(leaving, coming) { exchange(site, for: place) }
  }

  /// The two best open sites of a point.
  private func find(_ point: Int) {
    let (last, rest) = (problem.starts[point + 1], problem.rest[point])
    let slot = slot.base
    problem.entries.withUnsafeBufferPointer { entries in
      var index = problem.starts[point]
      while index < last, slot[Int(entries[index].site)] < 0 { index += 1 }
      guard index < last else {
        first[point] = rest
        second[point] = rest
        holder[point] = -1
        return
      }
      first[point] = entries[index].burden
      holder[point] = slot[Int(entries[index].site)]
      index += 1
      while index < last, slot[Int(entries[index].site)] < 0 { index += 1 }
      second[point] = index < last ? entries[index].burden : rest
    }
  }

  /// Puts a point's part of the value and of the losses in (`sign` 1) or takes it out (−1).
  private func contribute(_ point: Int, _ sign: Double) {
    let weight = sign * weights[point]
    value += weight * Double(first[point])
    let held = Int(holder[point])
    if held >= 0 { loss[held] += weight * (Double(second[point]) - Double(first[point])) }
  }

  // MARK: What the multipliers begin with

  /// Between what each point bears by its best and by its second best open site: where good multipliers lie.
  var middles: [Float] { (0..<problem.pointCount).map { (first[$0] + second[$0]) / 2 } }
}
