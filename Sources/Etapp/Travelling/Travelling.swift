import EtappExchange
public import EtappModel
import EtappStore
import Foundation

/// Reckons travel times and writes them as `from,to,minutes`.
///
/// Origins are taken in portions that lie together. What is not known of a portion's pairs is asked for in blocks that
/// the service takes, and kept as soon as it is answered; then the portion's rows are written. Whoever stops a run loses
/// the answer that is under way, and the next run goes on from there.
public struct Travelling {
  private let question: TravelQuestion
  private let neighbours: TravelNeighbours
  private let isStopped: @Sendable () -> Bool
  /// Told how many pairs of how many are known.
  private let progress: (Int, Int) -> Void

  public init(
    _ question: TravelQuestion, isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.question = question
    neighbours = TravelNeighbours(question)
    self.isStopped = isStopped
    self.progress = progress
  }

  /// Reckons every journey and writes the file, whole or not at all.
  ///
  /// - Parameter cache: Where answers are kept; straight lines need none.
  public func run(_ source: TravelSource, to file: String, cache: String) throws(TravelFailure) -> TravelReceipt {
    let began = ProcessInfo.processInfo.systemUptime
    var receipt: TravelReceipt
    switch source {
    case .service(let service):
      receipt = TravelReceipt(
        service: service.kind.rawValue, url: service.url, profile: service.profile, file: file,
        origins: question.origins.count, destinations: question.destinations.count)
      try ask(service, cache: cache, &receipt)
    case .straightLines(let detours):
      receipt = TravelReceipt(
        service: "straight-line", file: file, origins: question.origins.count,
        destinations: question.destinations.count)
      try reckon(detours, &receipt)
    }
    receipt.seconds = ProcessInfo.processInfo.systemUptime - began
    return receipt
  }

  // MARK: Straight lines

  private func reckon(_ detours: RegionalDetours, _ receipt: inout TravelReceipt) throws(TravelFailure) {
    let file = try TravelTimesFile(receipt.file)
    let usual = question.formula.detour
    let from = detours.factors(at: question.origins, otherwise: usual)
    let to = detours.factors(at: question.destinations, otherwise: usual)
    let ids = question.destinations.map { TravelTimesFile.field($0.id) }
    for origin in question.origins.indices {
      guard !isStopped() else { throw .stopped }
      let near = neighbours.near(origin)
      let id = TravelTimesFile.field(question.origins[origin].id)
      for destination in near {
        let line = neighbours.line(origin, destination)
        try file.add(
          id, ids[destination],
          RegionalDetours.minutes(line, (from[origin], to[destination]), question.formula))
      }
      receipt.pairs += near.count
      receipt.beyond += ids.count - near.count
      progress(receipt.pairs + receipt.beyond, question.pairs)
    }
    try file.finish()
  }

  // MARK: A service

  private func ask(_ service: TravelService, cache path: String, _ receipt: inout TravelReceipt) throws(TravelFailure) {
    let cache = try Self.cache(path, service)
    let session = HTTPSession(totalSeconds: service.seconds, isStopped: isStopped)
    let client = MatrixClient(
      service.kind.matrix(at: service.endpoint), address: service.url, retries: service.retries,
      firstPause: service.pause, isStopped: isStopped
    ) { (message) throws(HTTPFailure) in try session.ask(message) }
    var gathering = MatrixGathering(client, mostPairs: service.pairs, offNetwork: try offNetwork(cache)) {
      (pairs) throws(TravelFailure) in
      do {
        try cache.keep(pairs)
      } catch {
        throw TravelTimesFile.failure(path)
      }
    }
    let file = try TravelTimesFile(receipt.file)
    for portion in portions(service.pairs) {
      try bring(portion, cache, &gathering, &receipt)
      try write(portion, cache, to: file, &receipt)
      progress(receipt.pairs + receipt.unreachable + receipt.beyond, question.pairs)
    }
    receipt.questions = gathering.client.questions
    receipt.repeated = gathering.client.repeated
    receipt.offNetwork = (question.origins + question.destinations).filter {
      gathering.offNetwork.contains(TravelCache.Spot($0.position))
    }.map(\.id)
    try file.finish()
  }

  private static func cache(_ path: String, _ service: TravelService) throws(TravelFailure) -> TravelCache {
    do {
      return try TravelCache(file: path, network: service.network)
    } catch {
      throw TravelFailure(
        .file, en: "\(path) cannot be used to keep answers in: \(error)",
        sv: "\(path) kan inte användas för att spara svar i: \(error)")
    }
  }

  /// What the cache knows from one origin.
  private func known(_ origin: Int, _ cache: TravelCache) throws(TravelFailure) -> [TravelCache.Spot: Float] {
    do {
      return try cache.minutes(from: TravelCache.Spot(question.origins[origin].position))
    } catch {
      throw TravelFailure(
        .file, en: "The kept answers cannot be read: \(error)", sv: "De sparade svaren kan inte läsas: \(error)")
    }
  }

  /// Places that an earlier run found no road at: those without a way to themselves.
  private func offNetwork(_ cache: TravelCache) throws(TravelFailure) -> Set<TravelCache.Spot> {
    do {
      return try cache.unreachableFromThemselves()
    } catch {
      throw TravelFailure(
        .file, en: "The kept answers cannot be read: \(error)", sv: "De sparade svaren kan inte läsas: \(error)")
    }
  }

  // MARK: Portions

  /// Origins that are asked about together, and the destinations that each may go to.
  private struct Portion {
    var origins: [Int]
    var near: [[Int]]
  }

  private func portions(_ pairs: Int) -> some Sequence<Portion> {
    let width = max(1, min(question.destinations.count, Int(Double(pairs).squareRoot())))
    let height = max(1, pairs / width)
    let order = TravelNeighbours.order(question.origins)
    return stride(from: 0, to: order.count, by: height).lazy.map { start in
      let origins = Array(order[start..<min(order.count, start + height)])
      return Portion(origins: origins, near: origins.map(neighbours.near))
    }
  }

  /// Asks for what is not known of a portion.
  private func bring(
    _ portion: Portion, _ cache: TravelCache, _ gathering: inout MatrixGathering, _ receipt: inout TravelReceipt
  ) throws(TravelFailure) {
    let spots = question.destinations.map { TravelCache.Spot($0.position) }
    var missing: [Int: [Int]] = [:]
    for (origin, near) in zip(portion.origins, portion.near) {
      let known = try known(origin, cache)
      let unknown = near.filter { known[spots[$0]] == nil }
      receipt.known += near.count - unknown.count
      for destination in unknown { missing[destination, default: []].append(origin) }
    }
    let width = max(1, gathering.mostPairs / max(1, portion.origins.count))
    let destinations = missing.keys.sorted()
    for start in stride(from: 0, to: destinations.count, by: width) {
      let targets = destinations[start..<min(destinations.count, start + width)]
      let sources = Set(targets.flatMap { missing[$0] ?? [] })
      try gathering.gather(
        MatrixBlock(
          sources: portion.origins.filter(sources.contains).map { question.origins[$0].position },
          targets: targets.map { question.destinations[$0].position }))
    }
  }

  private func write(
    _ portion: Portion, _ cache: TravelCache, to file: TravelTimesFile, _ receipt: inout TravelReceipt
  ) throws(TravelFailure) {
    for (origin, near) in zip(portion.origins, portion.near) {
      let known = try known(origin, cache)
      let id = TravelTimesFile.field(question.origins[origin].id)
      receipt.beyond += question.destinations.count - near.count
      for destination in near {
        let end = question.destinations[destination]
        guard let minutes = known[TravelCache.Spot(end.position)], minutes.isFinite else {
          receipt.unreachable += 1
          continue
        }
        try file.add(id, TravelTimesFile.field(end.id), minutes)
        receipt.pairs += 1
      }
    }
  }
}
