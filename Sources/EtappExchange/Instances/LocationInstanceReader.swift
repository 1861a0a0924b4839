package import EtappModel

/// Reads public instances of location problems: OR-Library's p-medians, TSPLIB's places, the covering generator's.
///
///     pmed:    vertices edges p; then for each edge: i j length, from 1; of a repeated edge the last length counts
///     TSPLIB:  headers; NODE_COORD_SECTION; number x y; EOF
///     MCLP:    sites customers; F number x y cost; C number x y demand
///
/// Source: Beasley, OR-Library (1990), Journal of the Operational Research Society 41; Reinelt, TSPLIB (1991), ORSA
/// Journal on Computing 3; Cordeau, Furini, Ljubić (2019), European Journal of Operational Research 275.
package struct LocationInstanceReader {
  /// Above this an instance is a mistake, or too large to be meant.
  private static let mostVertices = 20_000
  private static let mostEdges = 50_000_000
  private static let mostPlaces = 1_000_000
  static let mostCustomers = 200_000_000
  private static let longest = 1e7

  private let file: String
  private var scanner: NumberScanner
  private var diagnostics: [Diagnostic] = []

  /// - Returns: The instance, nil when there is an error; what there is to say about the file.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String
  ) -> (instance: LocationInstance?, diagnostics: [Diagnostic]) {
    var reader = LocationInstanceReader(file: file, scanner: NumberScanner(bytes))
    let kind = reader.readAny(bytes)
    guard let kind, reader.diagnostics.isEmpty else { return (nil, reader.diagnostics) }
    return (LocationInstance(name: name(of: file), kind: kind), [])
  }

  /// The file's name without its ending.
  static func name(of file: String) -> String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let name = base.split(separator: ".").dropLast().joined(separator: ".")
    return name.isEmpty ? base : name
  }

  private init(file: String, scanner: NumberScanner) {
    self.file = file
    self.scanner = scanner
  }

  /// The format by what the file begins with: a letter, two numbers, or three.
  private mutating func readAny(_ bytes: UnsafeBufferPointer<UInt8>) -> LocationInstance.Kind? {
    guard !bytes.contains(0) else {
      return fail(Text(en: "The file is no text.", sv: "Filen är ingen text."))
    }
    guard !scanner.isAtEnd else { return fail(Text(en: "The file is empty.", sv: "Filen är tom.")) }
    guard let first = scanner.whole(1...Self.mostCustomers) else { return readPlaces() }
    guard let second = scanner.whole(0...Self.mostCustomers) else {
      return failNumber(Text(en: "A second number is needed.", sv: "Ett andra tal behövs."))
    }
    if scanner.isAtLineEnd { return readCovering(sites: first, customers: second) }
    return readGraph(vertices: first, edges: second)
  }

  // MARK: OR-Library

  private mutating func readGraph(vertices: Int, edges count: Int) -> LocationInstance.Kind? {
    guard vertices <= Self.mostVertices, count <= Self.mostEdges else {
      return fail(Text(en: "The graph is too large.", sv: "Grafen är för stor."), value: "\(vertices) \(count)")
    }
    guard let open = scanner.whole(1...vertices) else {
      return failNumber(
        Text(en: "The number of sites is from 1 to \(vertices).", sv: "Antalet platser är från 1 till \(vertices)."))
    }
    var edges: [LocationInstance.Edge] = []
    edges.reserveCapacity(min(count, 1_000_000))
    for _ in 0..<count {
      guard !scanner.isAtEnd else {
        return fail(
          Text(en: "The file ends after \(edges.count) edges.", sv: "Filen slutar efter \(edges.count) kanter."),
          value: "\(count)")
      }
      guard let from = scanner.whole(1...vertices), let to = scanner.whole(1...vertices) else {
        return failNumber(
          Text(en: "A vertex from 1 to \(vertices) is needed.", sv: "En nod från 1 till \(vertices) behövs."))
      }
      guard let length = scanner.number(0...Self.longest) else {
        return failNumber(Text(en: "A length of 0 or more is needed.", sv: "En längd på minst 0 behövs."))
      }
      edges.append(LocationInstance.Edge(from: Int32(from - 1), to: Int32(to - 1), length: Float(length)))
    }
    guard endsHere() else { return nil }
    return .graph(vertices: vertices, edges: edges, open: open)
  }

  // MARK: TSPLIB

  private mutating func readPlaces() -> LocationInstance.Kind? {
    var dimension: Int?
    while !scanner.isAtEnd {
      let word = scanner.word()
      let name = word.split(separator: ":").first.map { String($0).uppercased() } ?? ""
      if name == "NODE_COORD_SECTION" { return readPlaces(dimension) }
      var value = scanner.line()
      if value.hasPrefix(":") { value = String(value.dropFirst()).trimmed }
      switch name {
      case "DIMENSION":
        guard let number = Int(value), (1...Self.mostPlaces).contains(number) else {
          return fail(
            Text(
              en: "The dimension is from 1 to \(Self.mostPlaces).",
              sv: "Dimensionen är från 1 till \(Self.mostPlaces)."), value: value)
        }
        dimension = number
      case "EDGE_WEIGHT_TYPE" where value != "EUC_2D":
        return fail(
          Text(en: "Only places on a plane can be read.", sv: "Bara platser i ett plan kan läsas."), value: value,
          maybe: "EUC_2D")
      case "NAME", "COMMENT", "TYPE", "EDGE_WEIGHT_TYPE", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE": continue
      default:
        return fail(
          Text(
            en: "Neither a p-median of OR-Library, nor TSPLIB, nor an instance of maximal covering.",
            sv: "Varken en p-median ur OR-Library, TSPLIB eller ett exempel på maximal täckning."), value: word)
      }
    }
    return fail(Text(en: "NODE_COORD_SECTION is missing.", sv: "NODE_COORD_SECTION saknas."))
  }

  private mutating func readPlaces(_ dimension: Int?) -> LocationInstance.Kind? {
    guard let dimension else { return fail(Text(en: "DIMENSION is missing.", sv: "DIMENSION saknas.")) }
    var places: [LocationInstance.Position] = []
    places.reserveCapacity(dimension)
    for number in 1...dimension {
      guard !scanner.isAtEnd, scanner.whole(number...number) != nil else {
        return failNumber(Text(en: "Place \(number) is expected here.", sv: "Plats \(number) väntas här."))
      }
      guard let position = readPosition() else { return nil }
      places.append(position)
    }
    if !scanner.isAtEnd {
      let word = scanner.word()
      guard word == "EOF" || word == "-1" else { return failEnd(word) }
    }
    return .plane(places: places)
  }

  private mutating func readPosition() -> LocationInstance.Position? {
    guard let x = scanner.number(-1e9...1e9), let y = scanner.number(-1e9...1e9) else {
      failNumber(Text(en: "Two coordinates are needed.", sv: "Två koordinater behövs."))
      return nil
    }
    return LocationInstance.Position(x: x, y: y)
  }

  // MARK: Covering

  private mutating func readCovering(sites count: Int, customers: Int) -> LocationInstance.Kind? {
    guard count <= Self.mostPlaces else {
      return fail(Text(en: "The instance is too large.", sv: "Exemplet är för stort."), value: "\(count)")
    }
    var (sites, costs, people, demand) = (
      [LocationInstance.Position](), [Double](), [LocationInstance.Position](), [Double]()
    )
    people.reserveCapacity(min(customers, 1_000_000))
    for index in 0..<count {
      guard let (position, cost) = readRow("F", index) else { return nil }
      sites.append(position)
      costs.append(cost)
    }
    for index in 0..<customers {
      guard let (position, weight) = readRow("C", index) else { return nil }
      people.append(position)
      demand.append(weight)
    }
    guard endsHere() else { return nil }
    return .covering(sites: sites, customers: people, demand: demand, costs: costs)
  }

  private mutating func readRow(_ letter: String, _ index: Int) -> (LocationInstance.Position, Double)? {
    guard !scanner.isAtEnd, scanner.word() == letter, scanner.whole(index...index) != nil else {
      failNumber(
        Text(
          en: "A row “\(letter) \(index) x y number” is expected.", sv: "En rad ”\(letter) \(index) x y tal” väntas.")
      )
      return nil
    }
    guard let position = readPosition() else { return nil }
    guard let number = scanner.number(0...1e9) else {
      failNumber(Text(en: "A number of 0 or more is needed.", sv: "Ett tal på minst 0 behövs."))
      return nil
    }
    return (position, number)
  }

  // MARK: Complaining

  private mutating func endsHere() -> Bool {
    guard !scanner.isAtEnd else { return true }
    _ = failEnd(scanner.word())
    return false
  }

  private mutating func failEnd(_ word: String) -> LocationInstance.Kind? {
    fail(
      Text(
        en: "There is more in the file than its first rows say.", sv: "Filen innehåller mer än den börjar med att säga."
      ),
      value: word)
  }

  @discardableResult private mutating func failNumber(_ message: Text) -> LocationInstance.Kind? {
    fail(message, value: scanner.isAtLineEnd ? "" : scanner.word(inLine: true))
  }

  @discardableResult private mutating func fail(
    _ message: Text, value: String? = nil, maybe: String? = nil
  ) -> LocationInstance.Kind? {
    diagnostics.append(
      Diagnostic(
        .error, message, at: Diagnostic.Place(file: file, row: scanner.row), value: value.map { String($0.prefix(80)) },
        maybe: maybe))
    return nil
  }
}
