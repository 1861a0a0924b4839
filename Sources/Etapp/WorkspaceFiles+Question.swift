public import EtappModel
import EtappStore
import Foundation

/// What a plan answers: the files that rules, goals and data are read from.
extension WorkspaceFiles {
  /// Files whose content changes no plan.
  private static let besides: Set<String> = ["contacts.csv", "basemap.geojson"]

  private var asked: [String] {
    func inside(_ folder: String, _ endings: [String]) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? [])
        .filter { name in endings.contains { name.hasSuffix($0) } }.map { folder + $0 }
    }
    let all = inside("", [".yaml", ".csv", ".geojson"]) + inside("layers/", [".geojson", ".gpkg"])
    return all.filter { !Self.besides.contains($0) }.sorted()
  }

  /// SHA-256 of the names and contents of the files, in 64 hexadecimal digits; nil where one cannot be read.
  ///
  /// Unlike the times of files it survives copying, and does not trust a file that was put back with an old time.
  public var question: String? {
    var lines: [String] = []
    for name in asked {
      guard let content = FileManager.default.contents(atPath: path(name)) else { return nil }
      lines.append("\(Fingerprint(of: content)) \(name)")
    }
    return Fingerprint(of: lines.joined(separator: "\n")).description
  }

  /// When the last of the files was written.
  public var changed: Moment? {
    let times = asked.compactMap { name in
      (try? FileManager.default.attributesOfItem(atPath: path(name)))?[.modificationDate] as? Date
    }
    return times.max().map { Moment(seconds: Int($0.timeIntervalSince1970)) }
  }
}
