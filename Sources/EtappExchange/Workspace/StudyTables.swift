package import EtappModel

/// Reads what a location study with rules is made from: a few tables, and the file that says rounds and rules.
///
/// Ids and positions are enough; what a rule speaks of (municipality, `region` and other divisions, categories, kind,
/// level, cost) is read where it stands.
package struct StudyTables {
  package struct Files {
    package var demand: LocationTables.File
    package var sites: LocationTables.File
    package var existing: LocationTables.File?
    package var times: LocationTables.File?
    package var decimalComma: Bool

    package init(
      demand: LocationTables.File, sites: LocationTables.File, existing: LocationTables.File?,
      times: LocationTables.File?, decimalComma: Bool
    ) {
      self.demand = demand
      self.sites = sites
      self.existing = existing
      self.times = times
      self.decimalComma = decimalComma
    }
  }

  package struct Contents {
    package var geography = Geography()
    package var diagnostics: [Diagnostic] = []
  }

  /// The division that tables may have without anybody saying so.
  private static let usual: ID<Division> = "region"

  /// - Parameter study: The study file, for the divisions it names.
  package static func read(_ files: Files, study: LocationTables.File?) -> Contents {
    var contents = Contents()
    var divisions = [Division(id: usual, title: Text(en: "region", sv: "region"))]
    if let study {
      let named = ProgrammeReader(String(decoding: study.bytes, as: UTF8.self), file: study.name).divisions()
      divisions = divisions.filter { own in !named.contains { $0.id == own.id } } + named
    }
    var municipalities = MunicipalityIndex(divisions: divisions)
    func table(_ file: LocationTables.File) -> CSVTable {
      CSVTable(file.bytes, file: file.name, decimalComma: files.decimalComma, diagnostics: &contents.diagnostics)
    }
    var ids: Set<String> = []
    contents.geography.demand = DemandTable.read(table(files.demand), &municipalities, &contents.diagnostics)
    contents.geography.places = PlaceTable.read(
      table(files.sites), &municipalities, seen: &ids, &contents.diagnostics)
    if let existing = files.existing {
      contents.geography.offices = OfficeTable.read(
        table(existing), &municipalities, seen: &ids, &contents.diagnostics)
    }
    contents.geography.municipalities = municipalities.all
    contents.geography.divisions = municipalities.divisions.filter { division in
      municipalities.all.contains { $0.regions[division.id] != nil }
    }
    if let times = files.times {
      contents.geography.travelMatrix = TravelTimeTable.read(
        times.bytes, file: times.name, decimalComma: files.decimalComma, geography: contents.geography,
        &contents.diagnostics)
    }
    return contents
  }

  /// The rounds, rules and kinds of a study.
  ///
  /// - Parameters:
  ///   - study: The file in the words of `programme.yaml`; nil where the question says it all.
  ///   - asked: Rounds that the question brings.
  ///   - tables: What the tables of places and of offices are called.
  package static func assignment(
    _ study: LocationTables.File?, _ geography: Geography, asked: [Round],
    tables: (places: String, offices: String) = ("places.csv", "offices.csv")
  ) -> (assignment: Assignment, diagnostics: [Diagnostic]) {
    let text =
      study.map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? "programme: {en: Location study, sv: Lokaliseringsstudie}"
    if let study, let trouble = TextEncoding.trouble(in: study.bytes, file: study.name) {
      return (Assignment(name: ""), [trouble])
    }
    let reader = ProgrammeReader(text, file: study?.name ?? "study")
    let assignment = reader.study(geography, asked: asked)
    var diagnostics = reader.findings.all
    KindCheck.run(assignment.kinds, geography, places: tables.places, offices: tables.offices, &diagnostics)
    return (assignment, diagnostics)
  }
}
