import EtappModel

/// How a run ended: the exit codes that the program promises.
struct Exit: Error {
  let code: Int32

  private init(code: Int32) { self.code = code }

  static let done = Exit(code: 0)
  static let failure = Exit(code: 1)
  static let usage = Exit(code: 2)
  static let infeasible = Exit(code: 3)
  static let stopped = Exit(code: 4)
  static let invalid = Exit(code: 5)
  static let interrupted = Exit(code: 130)

  /// The code for an answer: nil when it is proved or was not asked to be.
  init?(_ proof: Proof) {
    switch proof {
    case .optimal, .within, .evaluated: return nil
    case .infeasible: self = .infeasible
    case .stopped(.timeLimit): self = .stopped
    case .stopped(.interrupted): self = .interrupted
    }
  }

  /// The code for several answers to one question: that they were found impossible is an answer.
  init?(stopped proofs: [Proof]) {
    let codes = proofs.compactMap(Exit.init).filter { $0.code != Exit.infeasible.code }
    guard let worst = codes.max(by: { $0.code < $1.code }) else { return nil }
    self = worst
  }
}
