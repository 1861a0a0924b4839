package import EtappModel
import Foundation

/// Reads a workspace folder into an assignment and a geography, collecting everything there is to say about the files.
package struct WorkspaceReader {
  private let folder: URL

  /// What was read; the assignment is nil when `programme.yaml` could not be understood at all.
  package struct Contents: Sendable {
    package var assignment: Assignment?
    package var geography = Geography()
    package var diagnostics: [Diagnostic] = []
  }

  package init(folder: String) {
    self.folder = URL(fileURLWithPath: folder, isDirectory: true)
  }

  /// Files no larger than this are read: 2 GB would be a mistake, and is refused before it fills the memory.
  private static let sizeLimit = 2_000_000_000

  package func read() -> Contents {
    var contents = Contents()
    guard let yaml = text("programme.yaml", required: true, &contents.diagnostics) else { return contents }
    let programme = ProgrammeReader(yaml, file: "programme.yaml")
    let commas = programme.filesWithDecimalComma()
    let titles = programme.divisions()
    readTables(commas: commas, titles: titles, &contents)
    readLayers(programme.layers(), &contents)
    contents.assignment = programme.assignment(contents.geography)
    contents.diagnostics += programme.findings.all
    return contents
  }

  // MARK: Tables

  private func readTables(commas: Set<String>, titles: [Division], _ contents: inout Contents) {
    func table(_ name: String, required: Bool) -> CSVTable? {
      guard let data = bytes(name, required: required, &contents.diagnostics) else { return nil }
      return CSVTable(
        data, file: name, decimalComma: commas.contains(name), diagnostics: &contents.diagnostics)
    }
    let demand = table("demand.csv", required: true)
    let places = table("places.csv", required: false)
    let offices = table("offices.csv", required: false)
    var municipalities = MunicipalityIndex(
      table("municipalities.csv", required: false), titles: titles, diagnostics: &contents.diagnostics)
    contents.geography.demand = DemandTable.read(demand, &municipalities, &contents.diagnostics)
    contents.geography.places = PlaceTable.read(places, &municipalities, &contents.diagnostics)
    contents.geography.offices = OfficeTable.read(offices, &municipalities, &contents.diagnostics)
    contents.geography.municipalities = municipalities.all
    contents.geography.divisions = municipalities.divisions
    if let times = bytes("travel-times.csv", required: false, &contents.diagnostics) {
      contents.geography.travelMatrix = TravelTimeTable.read(
        times, decimalComma: commas.contains("travel-times.csv"), geography: contents.geography, &contents.diagnostics)
    }
    PositionCheck.run(contents.geography, &contents.diagnostics)
  }

  // MARK: Layers

  private func readLayers(_ titles: [ID<AreaLayer>: (title: Text?, date: Day?)], _ contents: inout Contents) {
    let layerFolder = folder.appendingPathComponent("layers")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: layerFolder.path)) ?? []
    for name in names.sorted() where name.hasSuffix(".geojson") {
      guard let data = bytes("layers/" + name, required: true, &contents.diagnostics) else { continue }
      let id = ID<AreaLayer>(String(name.dropLast(".geojson".count)))
      let file = GeoJSONReader(data, file: "layers/" + name, diagnostics: &contents.diagnostics)
      contents.geography.layers.append(
        AreaLayer(
          id: id, title: titles[id]?.title ?? file.title ?? Text(id.code), date: titles[id]?.date ?? file.date,
          areas: file.areas))
    }
    // A layer that is named but has no file is known by membership alone.
    for (id, entry) in titles.sorted(by: { $0.key < $1.key }) where !contents.geography.layers.contains(where: { $0.id == id }) {
      contents.geography.layers.append(AreaLayer(id: id, title: entry.title ?? Text(id.code), date: entry.date))
    }
    checkMembership(&contents)
    if let data = bytes("basemap.geojson", required: false, &contents.diagnostics) {
      contents.geography.basemap = Basemap(
        areas: GeoJSONReader(data, file: "basemap.geojson", diagnostics: &contents.diagnostics).areas)
    }
  }

  /// Layers that places claim to lie in must exist.
  private func checkMembership(_ contents: inout Contents) {
    let known = contents.geography.layers.map(\.id.code)
    for place in contents.geography.places {
      for layer in place.layers where !known.contains(layer.code) {
        contents.diagnostics.append(
          Diagnostic(
            .error, Text(en: "There is no layer with this name.", sv: "Det finns inget lager med detta namn."),
            at: Diagnostic.Place(file: "places.csv", row: place.row, column: "layers"), value: layer.code,
            maybe: Names.nearest(to: layer.code, among: known, limit: 1).first ?? known.first))
      }
    }
  }

  // MARK: Files

  private func bytes(_ name: String, required: Bool, _ diagnostics: inout [Diagnostic]) -> [UInt8]? {
    let path = folder.appendingPathComponent(name).path
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else {
      if required { diagnostics.append(missing(name)) }
      return nil
    }
    let size = (try? manager.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= Self.sizeLimit, let data = manager.contents(atPath: path) else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "The file could not be read.", sv: "Filen gick inte att läsa."),
          at: Diagnostic.Place(file: name), value: size > Self.sizeLimit ? "\(size) byte" : nil))
      return nil
    }
    return Array(data)
  }

  private func missing(_ name: String) -> Diagnostic {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Diagnostic(
      .error, Text(en: "The file is missing.", sv: "Filen saknas."), at: Diagnostic.Place(file: name),
      maybe: Names.nearest(to: name, among: present, limit: 1).first)
  }

  private func text(_ name: String, required: Bool, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let data = bytes(name, required: required, &diagnostics) else { return nil }
    let start = data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let text = String(validating: data[start...], as: UTF8.self) { return text }
    diagnostics.append(
      Diagnostic(
        .error, Text(en: "The file is not UTF-8 text.", sv: "Filen är inte text i UTF-8."),
        at: Diagnostic.Place(file: name), maybe: "UTF-8"))
    return nil
  }
}
