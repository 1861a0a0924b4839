import EtappExchange
public import EtappModel
import EtappPlanner
import EtappReport
import Foundation

/// A location study: the best sites for a population, without a programme.
public struct LocationStudy: Sendable {
  public let data: LocationData

  /// The tables a study is read from; `-` is standard input.
  public struct Files: Sendable {
    public var demand: String
    /// Where offices may open; nil where they only close.
    public var sites: String?
    public var existing: String?
    public var times: String?
    /// Whether numbers are written 59,3.
    public var decimalComma: Bool
    /// What `x` and `y` of tables of text mean, `EPSG:3006`; nil where they have `lat` and `lon`.
    public var referenceSystem: String?

    public init(
      demand: String, sites: String?, existing: String? = nil, times: String? = nil, decimalComma: Bool = false,
      referenceSystem: String? = nil
    ) {
      self.demand = demand
      self.sites = sites
      self.existing = existing
      self.times = times
      self.decimalComma = decimalComma
      self.referenceSystem = referenceSystem
    }
  }

  public init(_ data: LocationData) { self.data = data }

  /// The files of a study as they were read, before anybody has looked what they hold.
  public struct Opened: Sendable {
    let files: Files
    let tables: Tables
    let diagnostics: [Diagnostic]

    /// - Throws: What could not be read at all.
    public init(_ files: Files) throws(Workspace.Invalid) {
      var diagnostics: [Diagnostic] = []
      tables = LocationStudy.tables(files, &diagnostics)
      guard !diagnostics.hasErrors else { throw Workspace.Invalid(diagnostics) }
      self.files = files
      self.diagnostics = diagnostics
    }

    /// Whether sites have capacities or service levels: who does what where is then part of the question, as it is of a
    /// programme.
    public var asksForProgramme: Bool {
      [tables.sites, tables.existing].compactMap { $0 }.contains { file in
        ["capacity", "level"].contains { LocationTables.hasColumn($0, in: file) }
      }
    }
  }

  /// - Throws: Everything that is wrong with the files.
  public init(_ files: Files, travel: Travel = .standard) throws(Workspace.Invalid) {
    try self.init(try Opened(files), travel: travel)
  }

  /// - Throws: Everything that is wrong with the files.
  public init(_ opened: Opened, travel: Travel = .standard) throws(Workspace.Invalid) {
    let (tables, files) = (opened.tables, opened.files)
    let missing = opened.diagnostics + (opened.asksForProgramme ? [Self.leftAside] : [])
    var data = LocationTables.read(
      demand: tables.demand, sites: tables.sites, existing: tables.existing, times: tables.times,
      decimalComma: files.decimalComma)
    data.diagnostics = missing + data.diagnostics
    guard !data.diagnostics.hasErrors else { throw Workspace.Invalid(data.diagnostics) }
    data.travel = travel
    self.data = data
  }

  private static let leftAside = Diagnostic(
    .warning,
    Text(
      en: "Capacities and service levels are left aside here: a SitingStudy counts them.",
      sv: "Kapaciteter och servicenivåer räknas inte här: en SitingStudy räknar dem."))

  /// The contents of the files of a study.
  struct Tables: Sendable {
    var demand: LocationTables.File
    var sites: LocationTables.File
    var existing: LocationTables.File?
    var times: LocationTables.File?
  }

  /// Where offices close, nothing need open.
  private static let noSites = LocationTables.File(name: "sites", bytes: Array("id,lat,lon\n".utf8))

  static func tables(_ files: Files, _ diagnostics: inout [Diagnostic]) -> Tables {
    let form = (files.decimalComma, files.referenceSystem)
    return Tables(
      demand: points(files.demand, form, &diagnostics),
      sites: files.sites.map { points($0, form, &diagnostics) } ?? noSites,
      existing: files.existing.map { points($0, form, &diagnostics) },
      times: files.times.map { file($0, &diagnostics) })
  }

  /// A table of points in any format; positions of text may be in another reference system.
  private static func points(
    _ path: String, _ form: (decimalComma: Bool, system: String?), _ diagnostics: inout [Diagnostic]
  ) -> LocationTables.File {
    if let features = FeatureFile(path) {
      let table = features.table(decimalComma: form.decimalComma, &diagnostics)
      return LocationTables.File(name: path, bytes: table ?? [])
    }
    var file = file(path, &diagnostics)
    if let system = form.system, !file.bytes.isEmpty {
      file.bytes =
        PlaneTable.degrees(file.bytes, file: path, system: system, decimalComma: form.decimalComma, &diagnostics) ?? []
    }
    return file
  }

  static func file(_ path: String, _ missing: inout [Diagnostic]) -> LocationTables.File {
    let data =
      path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
    if data == nil {
      missing.append(
        Diagnostic(
          .error, Text(en: "The file cannot be read.", sv: "Filen kan inte läsas."), at: Diagnostic.Place(file: path)))
    }
    return LocationTables.File(name: path, bytes: [UInt8](data ?? Data()))
  }

  /// Answers a question, with proof or with the best so far and its bound.
  ///
  /// - Parameter progress: Told value, bound and gap, in the goal's own unit.
  /// - Throws: When HiGHS is needed (for `cover` and `farthest`) and not found.
  public func answer(_ question: LocationQuestion, _ options: RunOptions = RunOptions()) throws -> LocationAnswer {
    let began = ProcessInfo.processInfo.systemUptime
    let progress = options.progress
    var answer = try Locating(data, question, options: options.planning()).run { step in
      progress(
        RunProgress(
          goal: ID(question.goal.rawValue), step: 0, steps: 1, value: step.value, bound: step.bound, gap: step.gap))
    }
    answer.seconds = ProcessInfo.processInfo.systemUptime - began
    answer.peakMemoryMB = PeakMemory.megabytes
    return answer
  }

  /// The answer in words: what opens, value, bound, how sure.
  public func words(for answer: LocationAnswer) -> Text {
    Text.inEveryLanguage {
      LocationSentences($0).summary(answer, travel: data.travel, hasTimes: data.times != nil)
    }
  }

  /// `etapp.location/1`
  public func document(_ answer: LocationAnswer, language: Language, _ options: RunOptions) -> String {
    LocationDocument.json(answer, language: language, seed: options.seed, threads: options.threads)
      .serialised(pretty: true)
  }
}
