/// Well-known binary, the geometries of GeoPackage and PostGIS: ISO's and the extended form, either byte order, with or
/// without heights and measures, which are passed over.
///
/// Written for files that nobody vouches for: no count is believed before the bytes for it are there.
struct WellKnownBinary {
  /// Why some bytes are no geometry.
  enum Failure: Error {
    case tooShort
    case unknownType(UInt32)
    case notANumber
    case tooDeep
  }

  private let bytes: [UInt8]
  private var position: Int

  static func geometry(_ bytes: [UInt8], from start: Int = 0) throws(Failure) -> FeatureGeometry {
    var reader = WellKnownBinary(bytes, from: start)
    return try reader.geometry(depth: 0)
  }

  private init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  // MARK: Numbers

  private mutating func raw(_ count: Int, _ isLittle: Bool) throws(Failure) -> UInt64 {
    guard count <= bytes.count - position else { throw .tooShort }
    let slice = bytes[position..<position + count]
    position += count
    return isLittle
      ? slice.reversed().reduce(0) { $0 << 8 | UInt64($1) } : slice.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A count of things that take at least so many bytes each.
  private mutating func count(each least: Int, _ isLittle: Bool) throws(Failure) -> Int {
    let count = Int(try raw(4, isLittle))
    guard count <= (bytes.count - position) / least else { throw .tooShort }
    return count
  }

  // MARK: Geometries

  private struct Header {
    var isLittle: Bool
    var type: UInt32
    /// Numbers of each position.
    var dimensions: Int
  }

  private mutating func header() throws(Failure) -> Header {
    let isLittle = try raw(1, true) == 1
    let word = UInt32(try raw(4, isLittle))
    // The extended form has flags in the upper bits, ISO's form thousands.
    if word & 0x2000_0000 != 0 { _ = try raw(4, isLittle) }
    let plain = word & 0x0FFF_FFFF
    let extra = (word & 0x8000_0000 != 0 ? 1 : 0) + (word & 0x4000_0000 != 0 ? 1 : 0)
    let thousands = Int(plain / 1000)
    guard thousands <= 3 else { throw .unknownType(word) }
    return Header(isLittle: isLittle, type: plain % 1000, dimensions: 2 + max(extra, [0, 1, 1, 2][thousands]))
  }

  private mutating func geometry(depth: Int) throws(Failure) -> FeatureGeometry {
    guard depth < 16 else { throw .tooDeep }
    let header = try header()
    switch header.type {
    case 1: return try point(header)
    case 2:
      try skipPositions(header)
      return .lines
    case 3: return try polygon(header)
    case 4, 5, 6, 7: return try collection(header, depth: depth)
    default: throw .unknownType(header.type)
    }
  }

  private mutating func position(_ header: Header) throws(Failure) -> FeatureGeometry.Position {
    let x = Double(bitPattern: try raw(8, header.isLittle))
    let y = Double(bitPattern: try raw(8, header.isLittle))
    for _ in 2..<header.dimensions { _ = try raw(8, header.isLittle) }
    return FeatureGeometry.Position(x: x, y: y)
  }

  /// A point of two not-a-numbers is GeoPackage's empty point; half of one is a mistake.
  private mutating func point(_ header: Header) throws(Failure) -> FeatureGeometry {
    let point = try position(header)
    if point.x.isNaN, point.y.isNaN { return .empty }
    guard point.x.isFinite, point.y.isFinite else { throw .notANumber }
    return .points([point])
  }

  private mutating func skipPositions(_ header: Header) throws(Failure) {
    let count = try count(each: 8 * header.dimensions, header.isLittle)
    position += 8 * header.dimensions * count
  }

  private mutating func polygon(_ header: Header) throws(Failure) -> FeatureGeometry {
    var rings: [[FeatureGeometry.Position]] = []
    for _ in 0..<(try count(each: 4, header.isLittle)) {
      var ring: [FeatureGeometry.Position] = []
      for _ in 0..<(try count(each: 8 * header.dimensions, header.isLittle)) {
        let corner = try position(header)
        guard corner.x.isFinite, corner.y.isFinite else { throw .notANumber }
        ring.append(corner)
      }
      rings.append(ring)
    }
    return rings.allSatisfy(\.isEmpty) ? .empty : .polygons([rings])
  }

  private mutating func collection(_ header: Header, depth: Int) throws(Failure) -> FeatureGeometry {
    var (points, polygons, hasLines) = ([FeatureGeometry.Position](), [[[FeatureGeometry.Position]]](), false)
    for _ in 0..<(try count(each: 5, header.isLittle)) {
      switch try geometry(depth: depth + 1) {
      case .points(let more): points += more
      case .polygons(let more): polygons += more
      case .lines: hasLines = true
      case .empty: break
      }
    }
    if !polygons.isEmpty { return .polygons(polygons) }
    if !points.isEmpty { return .points(points) }
    return hasLines ? .lines : .empty
  }
}

extension FeatureGeometry {
  /// The geometry as ISO well-known binary, little-endian; nil for lines, which nothing here makes.
  var wellKnownBinary: [UInt8]? {
    switch self {
    case .points(let points) where points.count == 1: Self.head(1) + points.flatMap(Self.bytes)
    case .points(let points): Self.head(4) + Self.bytes(points.count) + points.flatMap { Self.head(1) + Self.bytes($0) }
    case .polygons(let polygons):
      Self.head(6) + Self.bytes(polygons.count)
        + polygons.flatMap { rings in
          Self.head(3) + Self.bytes(rings.count) + rings.flatMap { Self.bytes($0.count) + $0.flatMap(Self.bytes) }
        }
    case .lines, .empty: nil
    }
  }

  private static func head(_ type: UInt8) -> [UInt8] { [1, type, 0, 0, 0] }

  private static func bytes(_ count: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian, Array.init)
  }

  private static func bytes(_ position: Position) -> [UInt8] {
    [position.x, position.y].flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
  }
}
