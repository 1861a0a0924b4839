import EtappModel

/// A promise of an entry as its record keeps it.
struct PromiseRecord: Codable, Hashable {
  var index: Int
  var isConfirmed: Bool?
  var isOurs: Bool
  /// `promise` or `plan`.
  var kind: String
  var round: Int?
  var atLeast: Int?
  var text: String
  /// First and one past the last, in Unicode scalars.
  var span: [Int]
  var side: String
  var phrase: String?
  var phraseSpan: [Int]?
  var from: String?
  var to: String?
  var precision: String

  init(_ promise: RegisterEntry.Promise) {
    let commitment = promise.commitment
    index = promise.index
    isConfirmed = promise.isConfirmed
    isOurs = promise.isOurs
    switch commitment.kind {
    case .promise: kind = "promise"
    case .plan(let round, let atLeast): (kind, self.round, self.atLeast) = ("plan", round, atLeast)
    }
    text = commitment.text
    span = [commitment.span.lowerBound, commitment.span.upperBound]
    side = commitment.side.rawValue
    phrase = commitment.phrase
    phraseSpan = commitment.phraseSpan.map { [$0.lowerBound, $0.upperBound] }
    from = commitment.interval.from?.description
    to = commitment.interval.to?.description
    precision = commitment.precision.rawValue
  }

  /// nil where a word or a span is none: somebody else wrote it.
  var promise: RegisterEntry.Promise? {
    guard let side = Commitment.Side(rawValue: side), let precision = Commitment.Precision(rawValue: precision),
      let span = Self.range(span)
    else { return nil }
    let commitment = Commitment(
      kind: kind == "plan" ? .plan(round: round, atLeast: atLeast) : .promise, text: text, span: span, side: side,
      phrase: phrase, phraseSpan: phraseSpan.flatMap(Self.range),
      interval: DayInterval(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) }), precision: precision)
    return RegisterEntry.Promise(index: index, commitment: commitment, isConfirmed: isConfirmed, isOurs: isOurs)
  }

  private static func range(_ ends: [Int]) -> Range<Int>? {
    ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
  }
}
