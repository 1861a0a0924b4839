import EtappExchange
import EtappModel

/// The text of a letter and of every letter inside it, as the register keeps it, with what they promise.
struct LetterText {
  /// The texts one after the other, the outermost first.
  private(set) var text = ""
  /// Spans count the scalars of `text`.
  private(set) var promises: [RegisterEntry.Promise] = []
  private var scalars = 0

  init(_ letter: Letter, _ registry: Registry) {
    let rounds = registry.workspace.assignment.rounds.map { $0.name(registry.workspace.assignment.language) }
    var day = letter.day
    for one in letter.chain {
      // What is forwarded without a date was written before what forwards it.
      day = one.day ?? day
      if scalars > 0 { append(heading(one)) }
      if let day { read(one, written: day, rounds: rounds, registry) }
      append(one.body)
    }
  }

  var parts: (String, [RegisterEntry.Promise]) { (text, promises) }

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
          isOurs: commitment.side == .receiver ? !isFromUs : isFromUs))
    }
  }

  private func shifted(_ span: Range<Int>) -> Range<Int> {
    span.lowerBound + scalars..<span.upperBound + scalars
  }
}
