package import EtappModel

/// One question to a matrix service: the minutes from each source to each target.
package struct MatrixBlock: Hashable, Sendable {
  package var sources: [Coordinate]
  package var targets: [Coordinate]

  package init(sources: [Coordinate], targets: [Coordinate]) {
    self.sources = sources
    self.targets = targets
  }

  package var pairs: Int { sources.count * targets.count }

  /// Sources and then targets, for services that want one list and the numbers in it.
  var locations: [Coordinate] { sources + targets }
  var sourceNumbers: Range<Int> { 0..<sources.count }
  var targetNumbers: Range<Int> { sources.count..<sources.count + targets.count }
}

extension JSON {
  /// A position as GeoJSON and most services write it: `[longitude, latitude]`.
  static func position(_ position: Coordinate) -> JSON { [.number(position.longitude), .number(position.latitude)] }

  static func numbers(_ range: Range<Int>) -> JSON { .array(range.map { JSON($0) }) }
}
