import EtappReport
import Foundation
import Synchronization

/// A file that pages fetch from us: style, scripts, the map library.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// The address holds the fingerprint, so that a browser may keep it for ever.
  let path: String

  private init(_ name: String, type: String, _ bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.bytes = bytes
    let mark = Secrets.sha256(bytes).filter { $0.isLetter || $0.isNumber }.prefix(10)
    path = "/assets/\(mark)/\(name)"
  }

  static let style = Asset(
    "app.css", type: "text/css; charset=utf-8", Array((ReportPieces.style + "\n" + AppStyle.text).utf8))
  static let script = Asset("app.js", type: javascript, Array(AppScript.text.utf8))
  static let board = Asset("board.js", type: javascript, Array(BoardScript.text.utf8))
  static let map = Asset("map.js", type: javascript, Array(MapScript.text.utf8))
  static let icon = Asset("icon.svg", type: "image/svg+xml", Array(AppStyle.icon.utf8))
  private static let javascript = "text/javascript; charset=utf-8"

  /// The map library as the system has it; nil where it is not installed, and the drawn map is shown alone.
  static let leaflet: (script: Asset, style: Asset)? = {
    for folder in [
      "/usr/share/javascript/leaflet", "/usr/share/nodejs/leaflet/dist", "/usr/local/share/leaflet",
      "/opt/homebrew/share/leaflet",
    ] {
      let base = folder + "/leaflet"
      let code =
        FileManager.default.contents(atPath: base + ".min.js") ?? FileManager.default.contents(atPath: base + ".js")
      if let code, let style = FileManager.default.contents(atPath: base + ".css") {
        return (
          Asset("leaflet.js", type: javascript, Array(code)),
          Asset("leaflet.css", type: "text/css; charset=utf-8", Array(style))
        )
      }
    }
    return nil
  }()

  private static let all: [String: Asset] = {
    let own = [style, script, board, map, icon] + (leaflet.map { [$0.script, $0.style] } ?? [])
    return Dictionary(own.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  static func at(_ path: String) -> Asset? { all[path] }

  var answer: Answer {
    Answer(type: type, bytes, headers: [("cache-control", "public, max-age=31536000, immutable")])
  }
}
