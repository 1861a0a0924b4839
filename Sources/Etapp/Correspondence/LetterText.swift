import EtappExchange
import EtappModel

/// The text of a letter and of every letter inside it, as the register keeps it, with what they promise.
struct LetterText {
  /// The texts one after the other, the outermost first.
  private(set) var text = ""
  /// Spans count the scalars of `text`.
  private(set) var promises: [RegisterEntry.Promise] = []
  private var scalars = 0

  /// - Parameter pdf: Reads the PDF files that came with it, so that they are found by what they say.
  init(_ letter: Letter, _ registry: Registry, pdf: PDFText) {
    let rounds = registry.workspace.assignment.rounds.map { $0.name(registry.workspace.assignment.language) }
    var day = letter.day
    for one in letter.chain {
      // What is forwarded without a date was written before what forwards it.
      day = one.day ?? day
      if scalars > 0 { append(heading(one)) }
      if let day { read(one, written: day, rounds: rounds, registry) }
      append(one.body)
    }
    for file in letter.chain.flatMap(\.attachments) where PDFText.isPDF(file.content) {
      if let text = pdf.text(of: file.content) { append("\n\n— \(file.name)\n\n" + text.prefix(Self.longest)) }
    }
  }

  /// Characters of a file that are kept for searching: some six hundred pages.
  private static let longest = 2_000_000

  private mutating func append(_ more: String) {
    text += more
    scalars += more.unicodeScalars.count
  }

  /// Who wrote a letter inside another, and when.
  private func heading(_ letter: Letter) -> String {
    let words = [letter.from.first?.description, letter.day?.description, letter.subject].compactMap { $0 }
    return "\n\n— " + words.filter { !$0.isEmpty }.joined(separator: " · ") + "\n\n"
  }

  private mutating func read(_ letter: Letter, written: Day, rounds: [String], _ registry: Registry) {
    let reader = CommitmentReader(
      sender: letter.from.compactMap(\.name), receiver: letter.to.compactMap(\.name))
    let isFromUs = letter.from.contains(where: registry.isOurs)
    for var commitment in reader.read(body: letter.body, written: written, rounds: rounds) {
      commitment.span = shifted(commitment.span)
      commitment.phraseSpan = commitment.phraseSpan.map(shifted)
      promises.append(
        RegisterEntry.Promise(
          index: promises.count + 1, commitment: commitment,
          isOurs: isOurs(commitment, isFromUs: isFromUs)))
    }
  }

  /// What a letter tells of the plan is said by whoever wrote it, also when it speaks of what the other side does.
  private func isOurs(_ commitment: Commitment, isFromUs: Bool) -> Bool {
    if case .plan = commitment.kind { return isFromUs }
    return commitment.side == .receiver ? !isFromUs : isFromUs
  }

  private func shifted(_ span: Range<Int>) -> Range<Int> {
    span.lowerBound + scalars..<span.upperBound + scalars
  }
}
