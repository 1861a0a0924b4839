package import EtappModel

/// Which municipality a letter concerns, by its addresses, its subject and its text.
///
/// Names are found with their dots lost (`Ostersund`), with figures where letters were (`Ang6`) and in the genitive. A
/// letter that speaks of many concerns the one that wrote it or got it; where two are as likely, none is said.
package struct MunicipalityFinder: Sendable {
  /// A municipality as the data gives it.
  package struct Entry: Sendable {
    package var code: String
    package var name: String
    /// Domains of its mail and pages, without `www.`.
    package var domains: [String]

    package init(code: String, name: String, domains: [String] = []) {
      self.code = code
      self.name = name
      self.domains = domains.map { $0.lowercased() }
    }
  }

  /// The municipality that was found, how surely, and by which words.
  package struct Finding: Hashable, Sendable {
    package var municipality: ID<Municipality>
    /// The weight of the words; a domain weighs 10, a name followed by what it is 5, a bare name 2.
    package var score: Double
    package var words: [String]
  }

  /// What is needed to say one at all: more than a bare name in passing.
  private static let enough = 3.0
  /// How much more than the next the best must have.
  private static let lead = 1.4

  private let entries: [Entry]
  private let names: NameMatcher
  private var byDomain: [String: Int] = [:]
  private var byLabel: [String: [Int]] = [:]

  package init(_ entries: [Entry]) {
    self.entries = entries
    names = NameMatcher(entries.map(\.name))
    for (index, entry) in entries.enumerated() {
      for domain in entry.domains { byDomain[domain] = index }
      let folded = Names.folded(entry.name)
      for label in Set([folded.replacing(" ", with: "-"), folded.replacing(" ", with: "")]) {
        byLabel[label, default: []].append(index)
      }
    }
  }

  /// The municipality that a letter concerns; nil when none or several could be meant.
  ///
  /// - Complexity: O(text).
  package func find(in letter: Letter) -> Finding? {
    var evidence = Evidence()
    for (index, one) in letter.chain.prefix(20).enumerated() {
      // What is forwarded says less of what the letter is about than what forwards it.
      add(one, factor: index == 0 ? 1 : 0.6, to: &evidence)
    }
    return best(of: evidence)
  }

  private func best(of evidence: Evidence) -> Finding? {
    let ranked = evidence.scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first, best.value >= Self.enough else { return nil }
    if ranked.count > 1, best.value < Self.lead * ranked[1].value { return nil }
    return Finding(
      municipality: ID(entries[best.key].code), score: best.value, words: evidence.words[best.key] ?? [])
  }

  private func add(_ letter: Letter, factor: Double, to evidence: inout Evidence) {
    for (correspondents, weight) in [(letter.from, 10.0), (letter.to, 8), (letter.copies, 3)] {
      for correspondent in correspondents.prefix(100) {
        if let address = correspondent.address { add(address: address, weight * factor, to: &evidence) }
        if let name = correspondent.name { add(text: name, bare: 2, named: weight * 0.6, factor, to: &evidence) }
      }
    }
    add(text: letter.subject, bare: 5, named: 7, factor, to: &evidence)
    add(text: letter.body, bare: 2, named: 5, factor, most: 3, to: &evidence)
    for address in letter.addresses.prefix(50) { add(address: address, 3 * factor, to: &evidence) }
    for link in letter.links.prefix(50) { add(host: Self.host(of: link), 2 * factor, to: &evidence) }
  }

  private func add(address: String, _ weight: Double, to evidence: inout Evidence) {
    guard let domain = address.split(separator: "@").last else { return }
    add(host: String(domain), weight, to: &evidence)
  }

  private static func host(of link: String) -> String {
    let rest =
      link.lowercased().firstRange(of: "://").map { link.lowercased()[$0.upperBound...] } ?? link.lowercased()[...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// The municipality of a host: by the data, else because a label of it is a name.
  private func add(host: String, _ weight: Double, to evidence: inout Evidence) {
    let labels = host.split(separator: ".")
    for start in labels.indices.dropLast() {
      if let index = byDomain[labels[start...].joined(separator: ".")] {
        return evidence.add(index, weight, host)
      }
    }
    for label in labels.dropLast() {
      let folded = Names.folded(label).replacing(" ", with: "-")
      let bare = folded.hasSuffix("kommun") ? String(folded.dropLast(6)) : folded
      guard let indices = byLabel[bare] ?? byLabel[folded] else { continue }
      for index in indices { evidence.add(index, weight * 0.9, host) }
      return
    }
  }

  /// The municipalities that a text names.
  ///
  /// - Parameters:
  ///   - bare: The weight of a name alone. - named: Its weight where a word says that it is a municipality.
  ///   - most: How many times one is counted.
  private func add(
    text: String, bare: Double, named: Double, _ factor: Double, most: Int = 2, to evidence: inout Evidence
  ) {
    var counts: [Int: Int] = [:]
    for match in names.matches(in: text) {
      let weight = (match.isNamed ? named : bare) * match.certainty * factor
      for index in match.entries {
        counts[index, default: 0] += 1
        if counts[index, default: 0] <= most { evidence.add(index, weight, match.words) }
      }
    }
  }
}

/// The weights of municipalities and the words they rest on.
private struct Evidence {
  private(set) var scores: [Int: Double] = [:]
  private(set) var words: [Int: [String]] = [:]

  mutating func add(_ index: Int, _ weight: Double, _ word: String) {
    scores[index, default: 0] += weight
    if !(words[index]?.contains(word) ?? false) { words[index, default: []].append(word) }
  }
}
