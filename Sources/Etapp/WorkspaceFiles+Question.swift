public import EtappModel
import EtappStore
import Foundation

/// What a workspace is read from, and what its plans answer.
extension WorkspaceFiles {
  /// Every file that a workspace is read from, by name: the programme, its tables or what stands in for them, the base
  /// map, layers. Nothing else that somebody keeps in the folder.
  public var inputs: [String] {
    let stems = Set((Self.tables + [Self.basemap]).map(Self.stem))
    let own = names(in: "").filter { $0 == "programme.yaml" || stems.contains(Self.stem($0)) }
    return (own + names(in: Self.layerFolder).map { Self.layerFolder + $0 }).filter { !Self.isPassing($0) }.sorted()
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).filter { !$0.hasPrefix(".") }
  }

  /// `demand` of `demand.csv` and of all parts of a Shapefile.
  private static func stem(_ name: String) -> Substring { name.prefix { $0 != "." } }

  /// What a database leaves beside itself while it is open.
  private static func isPassing(_ name: String) -> Bool { name.hasSuffix("-wal") || name.hasSuffix("-shm") }

  /// Tables whose content changes no plan.
  private static let besides: Set<Substring> = ["contacts", "basemap"]

  private var asked: [String] { inputs.filter { !Self.besides.contains(Self.stem($0)) } }

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
