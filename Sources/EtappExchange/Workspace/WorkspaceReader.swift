package import EtappModel
import Foundation

/// Reads a workspace folder into an assignment and a geography, collecting everything there is to say about the files.
package struct WorkspaceReader {
  private let folder: URL
  /// What stands in for files, by name: a text that is being written, a table that somebody sends.
  private let standing: [String: [UInt8]]

  /// What was read; the assignment is nil when `programme.yaml` could not be understood at all.
  package struct Contents: Sendable {
    package var assignment: Assignment?
    package var geography = Geography()
    /// What has happened so far, from `actuals.csv`.
    package var actuals: [Actual] = []
    /// Whom to write to at each municipality, from `contacts.csv`.
    package var contacts: [Contact] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// - Parameter standing: Bytes that are read in the place of files, `programme.yaml`, `layers/areas.geojson`.
  package init(folder: String, standing: [String: [UInt8]] = [:]) {
    self.folder = URL(fileURLWithPath: folder, isDirectory: true)
    self.standing = standing
  }

  /// The tables that a programme says are written with decimal commas.
  package static func filesWithDecimalComma(_ programme: String) -> Set<String> {
    ProgrammeReader(programme, file: "programme.yaml").filesWithDecimalComma()
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
    PositionCheck.run(contents.geography, &contents.diagnostics)
    contents.assignment = programme.assignment(contents.geography)
    contents.diagnostics += programme.findings.all
    if let assignment = contents.assignment {
      KindCheck.run(
        assignment.kinds, contents.geography, places: "places.csv", offices: "offices.csv", &contents.diagnostics)
    }
    readActuals(commas: commas, &contents)
    contents.diagnostics = Self.shortened(contents.diagnostics)
    return contents
  }

  /// Of the same trouble in the same file and column, the first twenty and how many more there are: a column in the
  /// wrong format breaks every row.
  private static func shortened(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    struct Kind: Hashable {
      let message: Text
      let file: String?
      let column: String?
    }
    var counts: [Kind: Int] = [:]
    let kinds = diagnostics.map { Kind(message: $0.message, file: $0.place?.file, column: $0.place?.column) }
    var kept: [Diagnostic] = []
    for (diagnostic, kind) in zip(diagnostics, kinds) {
      counts[kind, default: 0] += 1
      if counts[kind, default: 0] <= Self.sameLimit { kept.append(diagnostic) }
    }
    var said: Set<Kind> = []
    for (diagnostic, kind) in zip(diagnostics, kinds) {
      guard let count = counts[kind], count > Self.sameLimit, said.insert(kind).inserted else { continue }
      let more = count - Self.sameLimit
      kept.append(
        Diagnostic(
          diagnostic.severity,
          Text(
            en: "\(more) more of the same: \(diagnostic.message(.english))",
            sv: "\(more) till av samma slag: \(diagnostic.message(.swedish))"),
          at: Diagnostic.Place(file: kind.file ?? "", column: kind.column)))
    }
    return kept
  }

  private static let sameLimit = 20

  // MARK: Tables

  private func readTables(commas: Set<String>, titles: [Division], _ contents: inout Contents) {
    func table(_ name: String, required: Bool) -> CSVTable? {
      if let table = featureTable(insteadOf: name, decimalComma: commas.contains(name), &contents.diagnostics) {
        return table
      }
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
    var (placeIds, officeIds) = (Set<String>(), Set<String>())
    contents.geography.places = PlaceTable.read(places, &municipalities, seen: &placeIds, &contents.diagnostics)
    contents.geography.offices = OfficeTable.read(offices, &municipalities, seen: &officeIds, &contents.diagnostics)
    contents.geography.municipalities = municipalities.all
    contents.geography.divisions = municipalities.divisions
    if let times = bytes("travel-times.csv", required: false, &contents.diagnostics) {
      contents.geography.travelMatrix = TravelTimeTable.read(
        times, decimalComma: commas.contains("travel-times.csv"), geography: contents.geography, &contents.diagnostics)
    }
    checkSharedIds(&contents)
    contents.contacts = ContactTable.read(
      table("contacts.csv", required: false), contents.geography, &contents.diagnostics)
  }

  /// Points of a geographic file that stands in for a table: `demand.gpkg` for a `demand.csv` that is not there.
  private func featureTable(
    insteadOf name: String, decimalComma: Bool, _ diagnostics: inout [Diagnostic]
  ) -> CSVTable? {
    guard !FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) else { return nil }
    let base = (name as NSString).deletingPathExtension
    for ending in FeatureFile.endings.sorted() {
      let other = "\(base).\(ending)"
      guard let file = FeatureFile(other, in: folder.path), file.exists,
        let bytes = file.table(decimalComma: decimalComma, &diagnostics)
      else { continue }
      return CSVTable(bytes, file: other, decimalComma: decimalComma, diagnostics: &diagnostics)
    }
    return nil
  }

  /// A place and an office of one id would be one site in travel times and in questions.
  private func checkSharedIds(_ contents: inout Contents) {
    let offices = Set(contents.geography.offices.map(\.id.code))
    for place in contents.geography.places where offices.contains(place.id.code) {
      contents.diagnostics.append(
        Diagnostic(
          .error,
          Text(
            en: "The id is used in offices.csv too; every site needs an id of its own.",
            sv: "Id används också i offices.csv; varje plats behöver ett eget id."),
          at: Diagnostic.Place(file: "places.csv", row: place.row, column: "id"), value: place.id.code,
          maybe: "\(place.id.code)-2"))
    }
  }

  private func readActuals(commas: Set<String>, _ contents: inout Contents) {
    guard let assignment = contents.assignment, let data = bytes("actuals.csv", required: false, &contents.diagnostics)
    else { return }
    let table = CSVTable(
      data, file: "actuals.csv", decimalComma: commas.contains("actuals.csv"), diagnostics: &contents.diagnostics)
    contents.actuals = ActualTable.read(table, assignment, contents.geography, &contents.diagnostics)
  }

  /// What has happened so far, as the table stands now; what the rest of the workspace says is known.
  package func actuals(_ assignment: Assignment, _ geography: Geography) -> [Actual] {
    var contents = Contents(assignment: assignment, geography: geography)
    let programme = text("programme.yaml", required: true, &contents.diagnostics)
    readActuals(commas: programme.map(Self.filesWithDecimalComma) ?? [], &contents)
    return contents.actuals
  }

  // MARK: Layers

  private func readLayers(_ titles: [ID<AreaLayer>: (title: Text?, date: Day?)], _ contents: inout Contents) {
    let layerFolder = folder.appendingPathComponent("layers")
    let present = (try? FileManager.default.contentsOfDirectory(atPath: layerFolder.path)) ?? []
    let standing = standing.keys.filter { $0.hasPrefix("layers/") }.map { String($0.dropFirst("layers/".count)) }
    let names = Set(present + standing).sorted()
    for name in names where !name.hasPrefix(".") && !FeatureFile.isCompanion(name, among: names) {
      if !name.hasSuffix("json"), let file = FeatureFile("layers/" + name, in: folder.path) {
        let id = ID<AreaLayer>((name as NSString).deletingPathExtension)
        contents.geography.layers.append(
          AreaLayer(
            id: id, title: titles[id]?.title ?? Text(id.code), date: titles[id]?.date,
            areas: file.areas(&contents.diagnostics)))
        continue
      }
      guard name.hasSuffix(".geojson") else {
        contents.diagnostics.append(notRead(layer: name))
        continue
      }
      guard let data = bytes("layers/" + name, required: true, &contents.diagnostics) else { continue }
      let id = ID<AreaLayer>(String(name.dropLast(".geojson".count)))
      let file = GeoJSONReader(data, file: "layers/" + name, diagnostics: &contents.diagnostics)
      contents.geography.layers.append(
        AreaLayer(
          id: id, title: titles[id]?.title ?? file.title ?? Text(id.code), date: titles[id]?.date ?? file.date,
          areas: file.areas))
    }
    checkNamed(titles, &contents)
    // A layer that is named but has no file is known by membership alone.
    for (id, entry) in titles.sorted(by: { $0.key < $1.key })
    where !contents.geography.layers.contains(where: { $0.id == id }) {
      contents.geography.layers.append(AreaLayer(id: id, title: entry.title ?? Text(id.code), date: entry.date))
    }
    checkMembership(&contents)
    if let data = bytes("basemap.geojson", required: false, &contents.diagnostics) {
      contents.geography.basemap = Basemap(
        areas: GeoJSONReader(data, file: "basemap.geojson", diagnostics: &contents.diagnostics).areas)
    }
  }

  private func notRead(layer name: String) -> Diagnostic {
    Diagnostic(
      .warning,
      Text(
        en: "This is no format of layers that is read; the file was passed over.",
        sv: "Detta är inget format för lager som läses; filen lästes inte."),
      at: Diagnostic.Place(file: "layers/" + name), value: name,
      maybe: name.hasSuffix("json") ? name.prefix { $0 != "." } + ".geojson" : "GeoJSON")
  }

  /// A layer that is named has a file, or places that say they lie in it; else its name is probably misspelled.
  private func checkNamed(_ titles: [ID<AreaLayer>: (title: Text?, date: Day?)], _ contents: inout Contents) {
    let files = contents.geography.layers.map(\.id.code)
    let stated = Set(contents.geography.places.flatMap(\.layers))
    for id in titles.keys.sorted() where !files.contains(id.code) && !stated.contains(id) {
      contents.diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "The layer has no file in layers/, and no place says that it lies in it.",
            sv: "Lagret har ingen fil i layers/, och ingen plats säger att den ligger i det."),
          at: Diagnostic.Place(file: "programme.yaml", column: "layers"), value: id.code,
          maybe: Names.nearest(to: id.code, among: files, limit: 1).first))
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
    if let standing = standing[name] { return standing }
    let path = folder.appendingPathComponent(name).path
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else {
      if required { diagnostics.append(missing(name)) }
      return nil
    }
    // What a link leads to; a device or a pipe could be read for ever.
    let attributes = try? manager.attributesOfItem(atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else {
      diagnostics.append(notAFile(name))
      return nil
    }
    let size = attributes?[.size] as? Int ?? 0
    guard size <= Self.sizeLimit, let data = manager.contents(atPath: path) else {
      diagnostics.append(
        Diagnostic(
          .error,
          size > Self.sizeLimit
            ? Text(en: "The file is larger than 2 GB.", sv: "Filen är större än 2 GB.")
            : Text(en: "The file could not be read.", sv: "Filen gick inte att läsa."),
          at: Diagnostic.Place(file: name), value: size > Self.sizeLimit ? "\(size) byte" : nil))
      return nil
    }
    return Array(data)
  }

  private func notAFile(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      Text(
        en: "There is something of this name, but it is a folder or a device and no file.",
        sv: "Det finns något med detta namn, men det är en mapp eller en enhet och ingen fil."),
      at: Diagnostic.Place(file: name))
  }

  private func missing(_ name: String) -> Diagnostic {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return Diagnostic(
      .error, Text(en: "The file is missing.", sv: "Filen saknas."), at: Diagnostic.Place(file: name),
      maybe: Names.nearest(to: name, among: present, limit: 1).first)
  }

  private func text(_ name: String, required: Bool, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let data = bytes(name, required: required, &diagnostics) else { return nil }
    if let trouble = TextEncoding.trouble(in: data, file: name) {
      diagnostics.append(trouble)
      return nil
    }
    let start = data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return String(decoding: data[start...], as: UTF8.self)
  }
}
