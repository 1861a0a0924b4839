import EtappModel

/// Projects with least and greatest time lags, as ProGen/max writes them.
///
///     jobs between the first and the last, renewable resources, 0, 0
///     job, 1, number of successors, successors, [days from start to start] of each
///     job, 1, duration, demand of each resource
///     units of each resource
///
/// Jobs are counted from 0; a negative lag is a greatest distance the other way.
///
/// Source: C. Schwindt, "Generation of resource-constrained project scheduling problems subject to temporal constraints",
/// Report WIOR-543, University of Karlsruhe (1998).
extension ProjectInstanceReader {
  private static let longestLag = 1_000_000
  private static let mostJobs = 100_000

  mutating func readLagged() {
    var rows = lines.filter { !$0.words.isEmpty }[...]
    guard let header = rows.popFirst(), let (jobs, resources) = readHeader(header.words, row: header.row),
      let last = rows.popLast()
    else { return complainOfEnd() }
    guard expect(last.words.count == resources, last.row, last.words, Self.width(resources)) else { return }
    capacities = last.words.compactMap { number($0, 0...Self.largestAmount, row: last.row) }
    guard rows.count == 2 * jobs else {
      return complain(
        Text(
          en: "\(jobs) jobs need \(2 * jobs) rows of successors and durations; there are \(rows.count).",
          sv: "\(jobs) jobb behöver \(2 * jobs) rader med efterföljare och längder; det finns \(rows.count)."))
    }
    for (job, row) in rows.prefix(jobs).enumerated() where !readLags(row.words, job, of: jobs, row: row.row) { return }
    guard diagnostics.isEmpty else { return }
    for (job, row) in rows.suffix(jobs).enumerated() where !readJob(row.words, numbered: job, row: row.row) { return }
    checkLength()
  }

  private mutating func complainOfEnd() {
    guard diagnostics.isEmpty else { return }
    complain(Text(en: "The file ends too early.", sv: "Filen slutar för tidigt."))
  }

  /// How many jobs and resources there are, the first and the last job counted.
  private mutating func readHeader(_ words: [Substring], row: Int) -> (jobs: Int, resources: Int)? {
    guard expect(words.count >= 2, row, words, Self.width(4)),
      let jobs = number(words[0], 1...Self.mostJobs, row: row), let resources = number(words[1], 0...1000, row: row)
    else { return nil }
    guard words.dropFirst(2).allSatisfy({ $0 == "0" }) else {
      complain(Self.renewableOnly, row: row, value: words.joined(separator: " "))
      return nil
    }
    return (jobs + 2, resources)
  }

  private mutating func readLags(_ words: [Substring], _ job: Int, of jobs: Int, row: Int) -> Bool {
    guard expect(words.count >= 3, row, words, Self.width(3)), number(words[0], job...job, row: row) != nil,
      number(words[1], 1...1, row: row) != nil, let count = number(words[2], 0...jobs, row: row),
      expect(words.count == 3 + 2 * count, row, words, Self.width(3 + 2 * count))
    else { return false }
    for index in 0..<count {
      guard let successor = number(words[3 + index], 0...(jobs - 1), row: row),
        let lag = readLag(words[3 + count + index], row: row)
      else { return false }
      links.append(ProjectInstance.Link(from: job, to: successor, startLag: lag))
    }
    return true
  }

  private mutating func readLag(_ word: Substring, row: Int) -> Int? {
    guard word.first == "[", word.last == "]", word.count > 2 else {
      complain(
        Text(en: "A lag stands in brackets.", sv: "Ett tidsavstånd står inom hakparentes."), row: row,
        value: String(word), maybe: "[\(word.filter { $0 != "[" && $0 != "]" })]")
      return nil
    }
    return number(word.dropFirst().dropLast(), -Self.longestLag...Self.longestLag, row: row)
  }
}
