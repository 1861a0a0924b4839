import ArgumentParser
import Etapp
import EtappModel

/// A file for a map, written beside what is printed.
struct GeographicOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write places and offices to this file too: .csv, .geojson or .gpkg.", valueName: "FILE"),
    completion: .file(extensions: GeographicFile.endings))
  var output: String?

  func validate() throws {
    if let output, GeographicFile(output) == nil {
      throw ValidationError("--output ends with .csv, .geojson or .gpkg.")
    }
  }

  /// Writes the file that was asked for, and says so.
  func write(_ printing: OutputOptions, _ teller: Teller, _ body: (GeographicFile) throws -> Void) throws {
    guard let output, let file = GeographicFile(output) else { return }
    do {
      try body(file)
    } catch {
      throw teller.fail(
        Text(en: "\(output) could not be written.", sv: "Det gick inte att skriva \(output)."), .failure)
    }
    guard !printing.quiet else { return }
    Output.say(Text(en: "Written to \(output).", sv: "Skriven till \(output).")(teller.language))
  }
}
