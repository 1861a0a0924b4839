import EtappExchange
import EtappModel
import EtappStore

/// Brings the minutes of a block however the service wants it asked: in smaller pieces, without the places that no road
/// leads to, pair by pair where nothing else helps.
struct MatrixGathering {
  var client: MatrixClient
  /// The most pairs of one question; falls when the service says it was too much.
  private(set) var mostPairs: Int
  /// Places that are known to have a road, and places known to have none.
  private var onNetwork: Set<TravelCache.Spot> = []
  private(set) var offNetwork: Set<TravelCache.Spot>
  /// Told every piece as soon as it is answered.
  private let keep: ([TravelCache.Pair]) throws(TravelFailure) -> Void

  init(
    _ client: MatrixClient, mostPairs: Int, offNetwork: Set<TravelCache.Spot>,
    keep: @escaping ([TravelCache.Pair]) throws(TravelFailure) -> Void
  ) {
    self.client = client
    self.mostPairs = max(1, mostPairs)
    self.offNetwork = offNetwork
    self.keep = keep
  }

  /// Brings every pair of the block, and keeps it.
  mutating func gather(_ block: MatrixBlock) throws(TravelFailure) {
    let block = try withoutOffNetwork(block)
    guard block.pairs > 0 else { return }
    guard block.pairs <= mostPairs else { return try gatherHalves(block) }
    switch client.minutes(block) {
    case .minutes(let minutes): try keep(block, minutes)
    case .refused(let refusal): try gather(block, after: refusal)
    case .failed(let failure): throw failure
    }
  }

  private mutating func gather(_ block: MatrixBlock, after refusal: MatrixRefusal) throws(TravelFailure) {
    switch refusal {
    case .tooLarge where block.pairs > 1:
      mostPairs = max(1, block.pairs / 2)
      try gatherHalves(block)
    case .tooFar, .offNetwork:
      guard block.pairs > 1 else { return try keepUnreachable(block) }
      let found = offNetwork.count
      try probe(block.sources + block.targets)
      // Something was found to be the culprit, or two halves may be joined where the whole is not.
      if offNetwork.count > found { try gather(block) } else { try gatherHalves(block) }
    default: throw client.failure(refusal)
    }
  }

  private mutating func gatherHalves(_ block: MatrixBlock) throws(TravelFailure) {
    let bySource = block.sources.count >= block.targets.count
    let list = bySource ? block.sources : block.targets
    for part in [Array(list[..<(list.count / 2)]), Array(list[(list.count / 2)...])] {
      try gather(
        MatrixBlock(sources: bySource ? part : block.sources, targets: bySource ? block.targets : part))
    }
  }

  // MARK: Places without a road

  /// Asks for the way from each place to itself: what has none is off the network.
  private mutating func probe(_ places: [Coordinate]) throws(TravelFailure) {
    for place in places {
      let spot = TravelCache.Spot(place)
      guard !onNetwork.contains(spot), !offNetwork.contains(spot) else { continue }
      switch client.minutes(MatrixBlock(sources: [place], targets: [place])) {
      case .minutes: onNetwork.insert(spot)
      case .failed(let failure): throw failure
      case .refused(.offNetwork), .refused(.tooFar):
        offNetwork.insert(spot)
        try keep([TravelCache.Pair(origin: spot, destination: spot, minutes: .infinity)])
      case .refused(let refusal): throw client.failure(refusal)
      }
    }
  }

  /// The block without places that no road leads to; their pairs are kept as having no way.
  private func withoutOffNetwork(_ block: MatrixBlock) throws(TravelFailure) -> MatrixBlock {
    guard !offNetwork.isEmpty else { return block }
    func isOn(_ place: Coordinate) -> Bool { !offNetwork.contains(TravelCache.Spot(place)) }
    let rest = MatrixBlock(sources: block.sources.filter(isOn), targets: block.targets.filter(isOn))
    guard rest.sources.count < block.sources.count || rest.targets.count < block.targets.count else { return block }
    try keepUnreachable(
      MatrixBlock(sources: block.sources.filter { !isOn($0) }, targets: block.targets))
    try keepUnreachable(
      MatrixBlock(sources: block.sources.filter(isOn), targets: block.targets.filter { !isOn($0) }))
    return rest
  }

  // MARK: Keeping

  private func keep(_ block: MatrixBlock, _ minutes: [Float]) throws(TravelFailure) {
    var pairs: [TravelCache.Pair] = []
    pairs.reserveCapacity(block.pairs)
    let targets = block.targets.map(TravelCache.Spot.init)
    for (row, source) in block.sources.enumerated() {
      let origin = TravelCache.Spot(source)
      for (column, target) in targets.enumerated() {
        pairs.append(
          TravelCache.Pair(origin: origin, destination: target, minutes: minutes[row * targets.count + column]))
      }
    }
    try keep(pairs)
  }

  private func keepUnreachable(_ block: MatrixBlock) throws(TravelFailure) {
    guard block.pairs > 0 else { return }
    try keep(block, [Float](repeating: .infinity, count: block.pairs))
  }
}
