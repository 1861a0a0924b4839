import CProj
import EtappModel

/// Turns positions of any reference system into WGS 84, through PROJ. Of one thread only.
final class Reprojection {
  private let context: OpaquePointer
  private let transformation: OpaquePointer

  /// - Throws: When PROJ does not know the system.
  init(from system: ReferenceSystem) throws(FeatureFailure) {
    guard let context = proj_context_create() else { throw Self.unknown(system) }
    proj_log_level(context, PJ_LOG_NONE)
    guard let source = Self.written(system),
      let first = proj_create_crs_to_crs(context, source, "EPSG:4326", nil)
    else {
      proj_context_destroy(context)
      throw Self.unknown(system)
    }
    // East before north whatever the register says of the order of axes, as files have it.
    guard let transformation = proj_normalize_for_visualization(context, first) else {
      proj_destroy(first)
      proj_context_destroy(context)
      throw Self.unknown(system)
    }
    proj_destroy(first)
    (self.context, self.transformation) = (context, transformation)
  }

  deinit {
    proj_destroy(transformation)
    proj_context_destroy(context)
  }

  /// The position on the earth; nil where the system does not reach.
  func position(_ position: FeatureGeometry.Position) -> Coordinate? {
    guard position.x.isFinite, position.y.isFinite else { return nil }
    proj_errno_reset(transformation)
    let result = proj_trans(transformation, PJ_FWD, proj_coord(position.x, position.y, 0, 0))
    let (longitude, latitude) = (result.xy.x, result.xy.y)
    guard longitude.isFinite, latitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  /// What PROJ is given: codes and well-known text, and nothing that could name a file.
  private static func written(_ system: ReferenceSystem) -> String? {
    switch system {
    case .wgs84: return "EPSG:4326"
    case .code(let code):
      let isPlain = code.utf8.allSatisfy { byte in
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte)
      }
      return isPlain && code.contains(":") ? code : nil
    case .definition(let text):
      let words = ["PROJCS[", "GEOGCS[", "PROJCRS[", "GEOGCRS[", "GEODCRS[", "BOUNDCRS[", "COMPD_CS[", "COMPOUNDCRS["]
      return words.contains { text.hasPrefix($0) } ? text : nil
    }
  }

  private static func unknown(_ system: ReferenceSystem) -> FeatureFailure {
    FeatureFailure(
      Text(
        en: "This reference system is not known.", sv: "Detta referenssystem är inte känt."), value: system.words,
      maybe: "EPSG:4326")
  }
}
