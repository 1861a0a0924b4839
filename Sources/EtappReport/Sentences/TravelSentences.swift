package import EtappModel

/// What came of reckoning travel times, in words.
package struct TravelSentences {
  private let language: Language

  package init(_ language: Language) { self.language = language }

  /// What was written, and what is missing.
  package func summary(_ receipt: TravelReceipt) -> String {
    ([written(receipt)] + missing(receipt)).map { $0(language) + "\n" }.joined()
  }

  private func written(_ receipt: TravelReceipt) -> Text {
    let source =
      receipt.url.map { Text("\(receipt.service) (\(receipt.profile ?? ""), \($0))") }
      ?? Text(en: "straight lines", sv: "raka linjer")
    return Text(
      en: "\(receipt.pairs) travel times from \(receipt.origins) points to \(receipt.destinations) sites, by "
        + "\(source(.english)): \(receipt.file)",
      sv: "\(receipt.pairs) restider från \(receipt.origins) punkter till \(receipt.destinations) platser, enligt "
        + "\(source(.swedish)): \(receipt.file)")
  }

  private func missing(_ receipt: TravelReceipt) -> [Text] {
    func line(_ count: Int, _ en: String, _ sv: String) -> Text? {
      count > 0 ? Text(en: "\(count) \(en)", sv: "\(count) \(sv)") : nil
    }
    let names = receipt.offNetwork.prefix(10).joined(separator: ", ") + (receipt.offNetwork.count > 10 ? " …" : "")
    return [
      line(receipt.known, "pairs were known from before.", "par var kända sedan tidigare."),
      line(
        receipt.beyond, "pairs are too far apart and were left out.", "par ligger för långt isär och är inte med."),
      line(receipt.unreachable, "pairs have no way between them.", "par saknar väg emellan sig."),
      line(
        receipt.offNetwork.count, "points or sites have no road near them: \(names)",
        "punkter eller platser har ingen väg i närheten: \(names)"),
    ].compactMap { $0 }
  }
}
