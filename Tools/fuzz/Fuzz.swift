import EtappModel
import Foundation

@testable import EtappExchange

// libFuzzer's entry: bytes in, any diagnostics out, never a crash. Which reader is meant is said by ETAPP_FUZZ.

private enum Reader: String {
  case csv, geojson, yaml, letters, texts
}

private let reader = ProcessInfo.processInfo.environment["ETAPP_FUZZ"].flatMap(Reader.init) ?? .csv

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch reader {
  case .csv: readTables(bytes)
  case .geojson: readLayer(bytes)
  case .yaml: readProgramme(bytes)
  case .letters: readLetters(bytes)
  case .texts: readText(bytes)
  }
  return 0
}

/// The same bytes as every table there is.
private func readTables(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  let table = CSVTable(bytes, file: "fuzz.csv", diagnostics: &diagnostics)
  var closed = MunicipalityIndex(table, titles: [], diagnostics: &diagnostics)
  var open = MunicipalityIndex(nil, titles: [], diagnostics: &diagnostics)
  let demand = DemandTable.read(table, &closed, &diagnostics)
  var seen: Set<String> = []
  let places = PlaceTable.read(table, &open, seen: &seen, &diagnostics)
  let offices = OfficeTable.read(table, &open, seen: &seen, &diagnostics)
  let geography = Geography(municipalities: open.all, demand: demand, places: places, offices: offices)
  _ = TravelTimeTable.read(bytes, decimalComma: true, geography: geography, &diagnostics)
  precondition(demand.population.allSatisfy { $0 >= 0 && $0.isFinite }, "a population that is none")
  precondition(demand.groups.values.allSatisfy { $0.count == demand.count }, "a group of another length")
}

private func readLayer(_ bytes: [UInt8]) {
  var diagnostics: [Diagnostic] = []
  let layer = GeoJSONReader(bytes, file: "fuzz.geojson", diagnostics: &diagnostics)
  let here = Coordinate(latitude: 60, longitude: 15)
  precondition(layer.areas.allSatisfy { $0.distance(from: here).map { $0.value >= 0 } ?? true }, "a negative distance")
}

private func readProgramme(_ bytes: [UInt8]) {
  guard TextEncoding.trouble(in: bytes, file: "fuzz.yaml") == nil else { return }
  let programme = ProgrammeReader(String(decoding: bytes, as: UTF8.self), file: "fuzz.yaml")
  _ = (programme.filesWithDecimalComma(), programme.divisions(), programme.layers())
  let assignment = programme.assignment(geography)
  precondition(assignment != nil || programme.findings.all.hasErrors, "nothing read and nothing said")
}

/// The same bytes as a mail and as a text; then everything that is done with a letter.
private func readLetters(_ bytes: [UInt8]) {
  for name in ["fuzz.eml", "fuzz.txt"] {
    let reading = LetterReader.read(bytes: bytes, name: name)
    precondition(reading.letters.count == reading.raw.count, "letters without their bytes")
    precondition(reading.raw.allSatisfy { $0.upperBound <= bytes.count }, "bytes that are not there")
    for letter in reading.letters.flatMap(\.chain) {
      _ = municipalities.find(in: letter)
      precondition(letter.attachments.allSatisfy { !$0.name.isEmpty && !$0.name.contains("/") }, "an unsafe name")
      precondition(letter.body.utf8.count <= 4 * LetterLimits.textBytes, "a text that grew")
    }
    _ = Threads.numbers(of: reading.letters)
  }
}

/// The same bytes as the text of a letter, whose promises are read.
private func readText(_ bytes: [UInt8]) {
  let body = String(decoding: bytes, as: UTF8.self)
  let length = body.unicodeScalars.count
  let written = Day(year: 2021, month: 6, day: 10)
  for commitment in CommitmentReader.read(body: body, written: written, rounds: ["Nordetappen"]) {
    precondition(commitment.span.upperBound <= length, "a promise that stands nowhere")
    precondition(commitment.phraseSpan.map { commitment.span.contains($0.lowerBound) } ?? true, "a time elsewhere")
    if let from = commitment.interval.from, let to = commitment.interval.to {
      precondition(from <= to, "an interval that ends before it begins")
    }
  }
}

private let municipalities = MunicipalityFinder([
  MunicipalityFinder.Entry(code: "1", name: "Ånge", domains: ["ange.example"]),
  MunicipalityFinder.Entry(code: "2", name: "Upplands Väsby"),
])

/// Two places in two municipalities, for names to be looked up in.
private let geography: Geography = {
  let county = Division(id: "county", title: "County")
  let municipalities = [
    Municipality(id: "2260", name: "Ånge", regions: ["county": "Västernorrland"]),
    Municipality(id: "2421", name: "Storuman", regions: ["county": "Västerbotten"]),
  ]
  let places = municipalities.map { municipality in
    Place(
      id: ID(municipality.name.lowercased()), name: municipality.name, municipality: municipality.id,
      coordinate: Coordinate(latitude: 62, longitude: 15), categories: ["rural"])
  }
  return Geography(municipalities: municipalities, divisions: [county], places: places)
}()
