package import EtappModel

/// Features of a geographic file: a geometry and a row of values each, in the file's own reference system.
package struct FeatureTable: Sendable {
  package struct Feature: Sendable {
    /// Its number in the file, counted from 1, or the file's own number of it.
    package var number: Int
    /// nil where the file has none, or none that can be used.
    package var geometry: FeatureGeometry?
    /// As many as there are columns.
    package var values: [FeatureValue]

    package init(number: Int, geometry: FeatureGeometry?, values: [FeatureValue]) {
      self.number = number
      self.geometry = geometry
      self.values = values
    }
  }

  package var name: String
  package var reference: ReferenceSystem
  package var columns: [String]
  package var features: [Feature] = []

  package init(name: String, reference: ReferenceSystem = .wgs84, columns: [String] = []) {
    self.name = name
    self.reference = reference
    self.columns = columns
  }

  /// The column of a name, case forgiven.
  func column(_ name: String) -> Int? {
    columns.firstIndex(of: name) ?? columns.firstIndex { Names.folded($0) == Names.folded(name) }
  }
}

/// A value of a feature.
package enum FeatureValue: Hashable, Sendable {
  case none
  case whole(Int64)
  case number(Double)
  case text(String)

  /// As text; numbers with a decimal point.
  package var text: String {
    switch self {
    case .none: ""
    case .whole(let number): String(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .text(let text): text
    }
  }
}

/// Where a feature is, in the units of its file: x is east or longitude, y is north or latitude.
package enum FeatureGeometry: Hashable, Sendable {
  package struct Position: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  case points([Position])
  case lines
  /// Rings of each polygon, the outer first.
  case polygons([[[Position]]])
  /// Said to be nowhere.
  case empty
}

/// What the numbers of positions mean.
package enum ReferenceSystem: Hashable, Sendable {
  /// Longitude and latitude in degrees.
  case wgs84
  /// A register's code, `EPSG:3006`.
  case code(String)
  /// Well-known text.
  case definition(String)

  package init(code: String) {
    let name = code.uppercased()
    self = ["EPSG:4326", "OGC:CRS84", "CRS84"].contains(name) ? .wgs84 : .code(name)
  }

  /// For messages: the code, or how the definition begins.
  package var words: String {
    switch self {
    case .wgs84: "EPSG:4326"
    case .code(let code): code
    case .definition(let text): String(text.prefix(60))
    }
  }
}

/// Why a geographic file cannot be used.
package struct FeatureFailure: Error {
  package var message: Text
  package var value: String?
  package var maybe: String?

  init(_ message: Text, value: String? = nil, maybe: String? = nil) {
    self.message = message
    self.value = value
    self.maybe = maybe
  }

  func diagnostic(_ file: String) -> Diagnostic {
    Diagnostic(.error, message, at: Diagnostic.Place(file: file), value: value, maybe: maybe)
  }
}
