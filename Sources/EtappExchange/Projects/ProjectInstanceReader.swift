package import EtappModel

/// Reads the projects of PSPLIB (`.sm`, one mode, renewable resources), and those with time lags (`.sch`).
///
///     PRECEDENCE RELATIONS:      job, modes, number of successors, successors
///     REQUESTS/DURATIONS:        job, mode, duration, demand of each resource
///     RESOURCEAVAILABILITIES:    units of each resource
///
/// Source: R. Kolisch, A. Sprecher, "PSPLIB – a project scheduling problem library", European Journal of Operational
/// Research 96 (1996), doi:10.1016/S0377-2217(96)00170-1.
package struct ProjectInstanceReader {
  /// Above these a number is a mistake, or an instance too large to be meant.
  static let largestAmount = 1_000_000_000
  static let longestDuration = 1_000_000
  private static let longestProject = 5_000_000

  private let file: String
  var diagnostics: [Diagnostic] = []
  var lines: [(row: Int, words: [Substring])] = []
  var durations: [Int] = []
  var links: [ProjectInstance.Link] = []
  var demands: [[Int]] = []
  var capacities: [Int] = []

  /// - Returns: The project, nil when there is an error; what there is to say about the file.
  package static func read(_ bytes: [UInt8], file: String) -> (project: ProjectInstance?, diagnostics: [Diagnostic]) {
    if let trouble = TextEncoding.trouble(in: bytes, file: file) { return (nil, [trouble]) }
    var reader = ProjectInstanceReader(file: file)
    reader.split(bytes)
    if isOfLags(file) { reader.readLagged() } else { reader.readAll() }
    guard reader.diagnostics.isEmpty else { return (nil, reader.diagnostics) }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let project = ProjectInstance(
      name: [".sm", ".sch"].first(where: name.hasSuffix).map { String(name.dropLast($0.count)) } ?? name,
      durations: reader.durations, links: reader.links, demands: reader.demands, capacities: reader.capacities)
    return (project, [])
  }

  private static func isOfLags(_ file: String) -> Bool { file.lowercased().hasSuffix(".sch") }

  private init(file: String) { self.file = file }

  private mutating func split(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map {
      ($0.offset + 1, $0.element.split(whereSeparator: \.isWhitespace))
    }
  }

  // MARK: Sections

  private mutating func readAll() {
    refuse("nonrenewable", because: Self.renewableOnly)
    refuse("doubly", because: Self.renewableOnly)
    guard let precedence = section("PRECEDENCE"), let requests = section("REQUESTS"),
      let availabilities = section("RESOURCEAVAILABILITIES")
    else { return }
    readCapacities(availabilities)
    guard diagnostics.isEmpty else { return }
    readJobs(requests)
    readLinks(precedence)
    checkLength()
  }

  /// The rows of numbers below a heading.
  private mutating func section(_ heading: String) -> [(row: Int, words: [Substring])]? {
    guard let start = lines.firstIndex(where: { $0.words.first?.hasPrefix(heading) ?? false }) else {
      complain(
        Text(en: "The section \(heading) is missing.", sv: "Avsnittet \(heading) saknas."), maybe: "PSPLIB .sm")
      return nil
    }
    let rows = lines[(start + 1)...].drop { !Self.isOfNumbers($0.words) }
    return Array(
      rows.prefix { line in
        guard let first = line.words.first else { return false }
        return first.first != "*" && !(line.words.last?.hasSuffix(":") ?? false)
      })
  }

  private static func isOfNumbers(_ words: [Substring]) -> Bool {
    guard let first = words.first?.first else { return false }
    return first.isNumber || first == "-" && words[0].dropFirst().first?.isNumber ?? false
  }

  static let renewableOnly = Text(
    en: "Only renewable resources can be scheduled.", sv: "Bara förnybara resurser kan schemaläggas.")

  /// A count in the header that has to be 0.
  private mutating func refuse(_ word: String, because reason: Text) {
    for line in lines where line.words.contains(where: { $0 == word }) {
      guard let count = line.words.lazy.compactMap({ Int($0) }).first, count != 0 else { continue }
      complain(reason, row: line.row, value: String(count))
    }
  }

  // MARK: Rows

  private mutating func readCapacities(_ rows: [(row: Int, words: [Substring])]) {
    guard let (row, words) = rows.first else {
      return complain(Text(en: "No resource has a capacity.", sv: "Ingen resurs har någon kapacitet."))
    }
    capacities = words.compactMap { number($0, 0...Self.largestAmount, row: row) }
  }

  private mutating func readJobs(_ rows: [(row: Int, words: [Substring])]) {
    for (row, words) in rows {
      guard readJob(words, numbered: durations.count + 1, row: row) else { return }
    }
    if durations.isEmpty { complain(Text(en: "There is no job.", sv: "Det finns inget jobb.")) }
  }

  /// A job with its duration and demands; false when the row is none.
  mutating func readJob(_ words: [Substring], numbered expected: Int, row: Int) -> Bool {
    guard expect(words.count == 3 + capacities.count, row, words, Self.width(3 + capacities.count)),
      number(words[0], expected...expected, row: row) != nil, number(words[1], 1...1, row: row) != nil,
      let duration = number(words[2], 0...Self.longestDuration, row: row)
    else { return false }
    durations.append(duration)
    demands.append(words.dropFirst(3).compactMap { number($0, 0...Self.largestAmount, row: row) })
    for (resource, demand) in (demands.last ?? []).enumerated() where duration > 0 && demand > capacities[resource] {
      complain(
        Text(
          en: "The job needs more of resource \(resource + 1) than the \(capacities[resource]) there are.",
          sv: "Jobbet behöver mer av resurs \(resource + 1) än de \(capacities[resource]) som finns."),
        row: row, value: String(demand))
    }
    return true
  }

  private mutating func readLinks(_ rows: [(row: Int, words: [Substring])]) {
    guard diagnostics.isEmpty else { return }
    for (index, (row, words)) in rows.enumerated() {
      guard expect(words.count >= 3, row, words, Self.width(3)),
        number(words[0], (index + 1)...(index + 1), row: row) != nil, number(words[1], 1...1, row: row) != nil,
        let count = number(words[2], 0...durations.count, row: row),
        expect(words.count == 3 + count, row, words, Self.width(3 + count))
      else { return }
      for word in words.dropFirst(3) {
        guard let successor = number(word, 1...durations.count, row: row) else { return }
        links.append(ProjectInstance.Link(from: index, to: successor - 1))
      }
    }
    if rows.count != durations.count {
      complain(
        Text(
          en: "\(rows.count) jobs have a row of successors, \(durations.count) a duration.",
          sv: "\(rows.count) jobb har en rad med efterföljare, \(durations.count) en längd."))
    }
  }

  mutating func checkLength() {
    let length = durations.reduce(0, +)
    guard length > Self.longestProject else { return }
    complain(
      Text(
        en: "All jobs one after the other take more than \(Self.longestProject) days.",
        sv: "Alla jobb efter varandra tar mer än \(Self.longestProject) dagar."), value: String(length))
  }

  // MARK: Numbers

  static func width(_ count: Int) -> Text {
    Text(en: "The row needs \(count) numbers.", sv: "Raden ska ha \(count) tal.")
  }

  mutating func number(_ word: Substring, _ range: ClosedRange<Int>, row: Int) -> Int? {
    if let number = Int(word), range.contains(number) { return number }
    let (low, high) = (range.lowerBound, range.upperBound)
    complain(
      low == high
        ? Text(en: "The number has to be \(low) here.", sv: "Talet ska vara \(low) här.")
        : Text(
          en: "A whole number from \(low) to \(high) is needed.", sv: "Ett heltal från \(low) till \(high) behövs."),
      row: row, value: String(word))
    return nil
  }

  mutating func expect(_ holds: Bool, _ row: Int, _ words: [Substring], _ message: Text) -> Bool {
    if !holds { complain(message, row: row, value: words.joined(separator: " ")) }
    return holds
  }

  mutating func complain(_ message: Text, row: Int? = nil, value: String? = nil, maybe: String? = nil) {
    diagnostics.append(
      Diagnostic(
        .error, message, at: Diagnostic.Place(file: file, row: row), value: value.map { String($0.prefix(80)) },
        maybe: maybe))
  }
}
