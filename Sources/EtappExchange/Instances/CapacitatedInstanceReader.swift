package import EtappModel

/// Reads OR-Library's instances of siting with capacities.
///
///     warehouses:  sites customers; of each site: capacity cost; of each customer: demand, then the cost of serving all of
///                  it from each site. The word `capacity` in the place of the number leaves it open.
///     p-medians:   number best; customers p capacity; of each customer: id x y demand. Sites are the customers, distance is
///                  the Euclidean one, rounded down.
///
/// Source: Beasley, OR-Library (1990), Journal of the Operational Research Society 41; Osman, Christofides (1994),
/// International Transactions in Operational Research 1.
package struct CapacitatedInstanceReader {
  private static let most = 20_000

  private let file: String
  private var scanner: NumberScanner
  private var diagnostics: [Diagnostic] = []

  /// - Returns: The instance, nil when there is an error; what there is to say about the file.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String
  ) -> (instance: CapacitatedInstance?, diagnostics: [Diagnostic]) {
    var reader = CapacitatedInstanceReader(file: file, scanner: NumberScanner(bytes))
    let instance = reader.readAny()
    return (reader.diagnostics.isEmpty ? instance : nil, reader.diagnostics)
  }

  private init(file: String, scanner: NumberScanner) {
    self.file = file
    self.scanner = scanner
  }

  private var name: String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    let name = base.split(separator: ".").dropLast().joined(separator: ".")
    return name.isEmpty ? base : name
  }

  /// Of a p-median the second row has three numbers, of warehouses two words.
  private mutating func readAny() -> CapacitatedInstance? {
    guard let first = scanner.number(0...1e12), let second = scanner.number(0...1e12), scanner.isAtLineEnd,
      !scanner.isAtEnd
    else { return fail(Text(en: "Two numbers are expected first.", sv: "Först väntas två tal.")) }
    if let customers = scanner.whole(1...Self.most), let open = scanner.whole(1...Self.most), !scanner.isAtLineEnd {
      return readMedian(customers, open)
    }
    // Two numbers may have been taken, which the rows of warehouses begin with: read them again.
    return readWarehouses(first, second)
  }

  // MARK: p-medians

  private mutating func readMedian(_ customers: Int, _ open: Int) -> CapacitatedInstance? {
    guard let capacity = scanner.number(0...1e12) else {
      return fail(Text(en: "A capacity is needed.", sv: "En kapacitet behövs."))
    }
    var (places, demand) = ([(x: Double, y: Double)](), [Double]())
    for number in 1...customers {
      guard !scanner.isAtEnd, scanner.whole(number...number) != nil, let x = scanner.number(-1e9...1e9),
        let y = scanner.number(-1e9...1e9), let weight = scanner.number(0...1e12)
      else {
        return fail(
          Text(en: "A row “\(number) x y demand” is expected.", sv: "En rad ”\(number) x y behov” väntas."))
      }
      places.append((x, y))
      demand.append(weight)
    }
    guard scanner.isAtEnd else { return failEnd() }
    let costs = places.flatMap { a in
      places.map { b in ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot().rounded(.down) }
    }
    return CapacitatedInstance(
      name: name, demand: demand, capacities: [Double?](repeating: capacity, count: customers),
      fixed: [Double](repeating: 0, count: customers), costs: costs, open: open, isWhole: true)
  }

  // MARK: Warehouses

  private mutating func readWarehouses(_ sites: Double, _ customers: Double) -> CapacitatedInstance? {
    scanner.rewind()
    guard let sites = scanner.whole(1...Self.most), let customers = scanner.whole(1...Self.most) else {
      return fail(
        Text(
          en: "Numbers of sites and customers from 1 to \(Self.most) are expected.",
          sv: "Antal platser och kunder från 1 till \(Self.most) väntas."), value: "\(sites) \(customers)")
    }
    var (capacities, fixed) = ([Double?](), [Double]())
    for number in 1...sites {
      guard !scanner.isAtEnd else { return failRow(number) }
      let capacity = scanner.number(0...1e12)
      guard capacity != nil || scanner.word(inLine: true) == "capacity", let cost = scanner.number(0...1e15) else {
        return failRow(number)
      }
      capacities.append(capacity)
      fixed.append(cost)
    }
    var (demand, costs) = ([Double](), [Double]())
    costs.reserveCapacity(min(sites * customers, 10_000_000))
    for _ in 0..<customers {
      guard let weight = next() else { return failNumber() }
      demand.append(weight)
      for _ in 0..<sites {
        guard let cost = next() else { return failNumber() }
        costs.append(cost)
      }
    }
    guard scanner.isAtEnd else { return failEnd() }
    return CapacitatedInstance(
      name: name, demand: demand, capacities: capacities, fixed: fixed, costs: costs, open: nil, isWhole: false)
  }

  /// The next number, on this line or a later one.
  private mutating func next() -> Double? {
    scanner.isAtEnd ? nil : scanner.number(0...1e15)
  }

  // MARK: Complaining

  private mutating func failRow(_ number: Int) -> CapacitatedInstance? {
    fail(
      Text(
        en: "Capacity and cost of site \(number) are expected.", sv: "Kapacitet och kostnad för plats \(number) väntas."
      ))
  }

  private mutating func failNumber() -> CapacitatedInstance? {
    fail(Text(en: "A number of 0 or more is needed.", sv: "Ett tal på minst 0 behövs."))
  }

  private mutating func failEnd() -> CapacitatedInstance? {
    fail(
      Text(
        en: "There is more in the file than its first rows say.",
        sv: "Filen innehåller mer än den börjar med att säga."))
  }

  private mutating func fail(_ message: Text, value: String? = nil) -> CapacitatedInstance? {
    let word = value ?? (scanner.isAtLineEnd ? "" : scanner.word(inLine: true))
    diagnostics.append(
      Diagnostic(.error, message, at: Diagnostic.Place(file: file, row: scanner.row), value: String(word.prefix(80))))
    return nil
  }
}
