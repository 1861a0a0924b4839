import ArgumentParser
import Etapp

/// Tables of points, in the place of a workspace.
struct PointTableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where people live: id, lat, lon, population.", valueName: "FILE"), completion: .file())
  var demand: String?

  @Option(help: ArgumentHelp("Where offices may open: id, lat, lon.", valueName: "FILE"), completion: .file())
  var sites: String?

  @Option(help: ArgumentHelp("Offices that are open already.", valueName: "FILE"), completion: .file())
  var existing: String?

  @Option(help: ArgumentHelp("What x and y of the tables mean; else they have lat and lon.", valueName: "EPSG:N"))
  var crs: String?

  @Flag(help: "The tables write numbers with a decimal comma.")
  var decimalComma = false

  /// What cannot stand beside a workspace: it says all of this itself.
  func validate(beside folder: String?) throws {
    guard let folder else { return }
    if demand != nil || sites != nil || existing != nil {
      // The word after an option that is spelt wrong ends here too.
      throw ValidationError(
        """
        “\(folder)” is taken for a workspace DIR, which brings its own tables: leave --demand, --sites and --existing out, or \
        see whether the option before it is spelt right.
        """)
    }
    if crs != nil { throw ValidationError("--crs goes with --demand and --sites.") }
  }

  func files(times: String? = nil) -> LocationStudy.Files {
    LocationStudy.Files(
      demand: demand ?? "", sites: sites, existing: existing, times: times, decimalComma: decimalComma,
      referenceSystem: crs)
  }
}
