import EtappExchange
import EtappModel
import Testing

/// Spoiled tables: for each what the reader must say, where and what was probably meant.
@Suite struct `Tables with mercy` {
  @Test func `the unspoiled workspace has nothing to say`() throws {
    let contents = try SmallWorkspace.contents(changing: [:])
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    #expect(contents.geography.places.count == 4)
    #expect(contents.assignment?.rules.count == 2)
  }

  @Test(arguments: names + numbers + shapes + encodings)
  func `says what is wrong`(example: DiagnosticCase) throws {
    try example.check()
  }

  static let names: [DiagnosticCase] = [
    DiagnosticCase(
      "a typo in a municipality of places.csv", "places.csv", ",2313,", ",Stömsund,", says: "no municipality", row: 3,
      column: "municipality", value: "Stömsund", maybe: "Strömsund"),
    DiagnosticCase(
      "no municipality in places.csv", "places.csv", ",2313,", ",,", says: "municipality is missing", row: 3,
      column: "municipality"),
    DiagnosticCase(
      "a typo in a municipality of demand.csv", "demand.csv", "d1,2260", "d1,Ange kommun", says: "no municipality",
      row: 2, column: "municipality", value: "Ange kommun", maybe: nil),
    DiagnosticCase(
      "two letters exchanged", "demand.csv", "d2,2281", "d2,Sunsdvall", says: "no municipality", row: 3,
      column: "municipality", value: "Sunsdvall", maybe: "Sundsvall"),
    DiagnosticCase(
      "a typo in a municipality of offices.csv", "offices.csv", "2281", "Sundsval", says: "no municipality", row: 2,
      column: "municipality", value: "Sundsval", maybe: "Sundsvall"),
    DiagnosticCase(
      "an id twice in places.csv", "places.csv", "stromsund,", "ange,", says: "used twice", row: 3, column: "id",
      value: "ange"),
    DiagnosticCase(
      "an id twice in demand.csv", "demand.csv", "d4,", "d1,", says: "used twice", row: 5, column: "id", value: "d1"),
    DiagnosticCase(
      "an id missing in demand.csv", "demand.csv", "d4,", ",", says: "id is missing", row: 5, column: "id", value: ""),
    DiagnosticCase(
      "an id missing in places.csv", "places.csv", "are,", ",", says: "id is missing", row: 4, column: "id", value: ""),
    DiagnosticCase(
      "a code twice", "municipalities.csv", "2321", "2313", says: "code is used twice", row: 5, column: "code",
      value: "2313"),
    DiagnosticCase(
      "a code missing", "municipalities.csv", "2321", "", says: "code is missing", row: 5, column: "code", value: ""),
    DiagnosticCase(
      "an id shared by a place and an office", "offices.csv", "o1,", "ange,", says: "offices.csv too", row: 2,
      column: "id", value: "ange", maybe: "ange-2", about: "places.csv"),
    DiagnosticCase(
      "a missing column with a near name", "places.csv", "municipality,", "municipalty,",
      says: "“municipality” is missing",
      row: 1, column: "municipality", value: "id, name, municipalty, lat, lon, kind, categories, earliest, cost",
      maybe: "municipalty"),
    DiagnosticCase(
      "a missing column with a longer name", "demand.csv", "lat,", "latitude,", says: "“lat” is missing", row: 1,
      column: "lat", value: "id, municipality, latitude, lon, population", maybe: "latitude"),
    DiagnosticCase(
      "a misspelled optional column", "places.csv", "categories", "catgories", .warning, says: "not known", row: 1,
      column: "catgories", value: "catgories", maybe: "categories"),
    DiagnosticCase(
      "a column twice", "demand.csv", "id,municipality", "id,id", .warning, says: "stands twice", row: 1, column: "id",
      value: "id"),
    DiagnosticCase(
      "a layer nobody has", "places.csv", "kind,categories", "kind,layers", says: "no layer with this name", row: 5,
      column: "layers", value: "urban", maybe: "areas"),
    DiagnosticCase(
      "closable with another word", "offices.csv",
      bytes: Array("id,name,municipality,lat,lon,closable\no1,Sundsvall,2281,62.391,17.307,yess\n".utf8),
      says: "yes or no",
      row: 2, column: "closable", value: "yess", maybe: "yes"),
  ]

  static let numbers: [DiagnosticCase] = [
    DiagnosticCase(
      "a decimal comma that was not declared", "demand.csv",
      bytes: Array(
        SmallWorkspace.files["demand.csv", default: ""].replacing(",", with: ";").replacing(".", with: ",").utf8),
      says: "decimal comma", row: 2, column: "lat", value: "62,52", maybe: "csv: {demand.csv: {decimal: comma}}"),
    DiagnosticCase(
      "a decimal comma between commas", "demand.csv", "62.52", "62,52", says: "6 fields, the header 5", row: 2,
      value: "d1,2260,62,52,15.66,5000", maybe: "2260.62, \"2260,62\""),
    DiagnosticCase(
      "a comma in a name", "places.csv", "Åre by", "Åre, by", says: "10 fields, the header 9", row: 4,
      value: "are,Åre,by,2321,63.399,13.081,small,rural|tourist", maybe: "\"…, …\""),
    DiagnosticCase(
      "a short row", "demand.csv", "15.66,5000", "15.66", .warning, says: "4 fields, the header 5", row: 2,
      value: "d1,2260,62.52,15.66"),
    DiagnosticCase(
      "a number that is missing", "demand.csv", "15.66,5000", "15.66,", says: "number is missing", row: 2,
      column: "population", value: ""),
    DiagnosticCase(
      "blanks between thousands", "demand.csv", "58000", "58 000", says: "Not a number", row: 3, column: "population",
      value: "58 000", maybe: "58000"),
    DiagnosticCase(
      "a unit behind", "places.csv", ",400", ",400 kr", says: "Not a number", row: 2, column: "cost", value: "400 kr",
      maybe: "400"),
    DiagnosticCase(
      "words for a number", "demand.csv", "58000", "many", says: "Not a number", row: 3, column: "population",
      value: "many"),
    DiagnosticCase(
      "infinity", "demand.csv", "58000", "inf", says: "Not a number", row: 3, column: "population", value: "inf"),
    DiagnosticCase(
      "not a number by name", "demand.csv", "58000", "nan", says: "Not a number", row: 3, column: "population",
      value: "nan"),
    DiagnosticCase(
      "too great for a number", "demand.csv", "58000", "1e999", says: "Not a number", row: 3, column: "population",
      value: "1e999"),
    DiagnosticCase(
      "a negative population", "demand.csv", "58000", "-58000", says: "cannot be negative", row: 3,
      column: "population",
      value: "-58000"),
    DiagnosticCase(
      "a population that no city has", "demand.csv", "58000", "58000000000", says: "live in any city", row: 3,
      column: "population", value: "58000000000"),
    DiagnosticCase(
      "a population that is probably wrong", "demand.csv", "58000", "580000000", .warning, says: "live in any city",
      row: 3, column: "population", value: "580000000"),
    DiagnosticCase(
      "nobody lives anywhere", "demand.csv", bytes: Array("id,lat,lon,population\nd1,62,15,0\n".utf8), says: "no people"
    ),
    DiagnosticCase(
      "a negative cost", "places.csv", ",400", ",-400", says: "cannot be negative", row: 2, column: "cost",
      value: "-400"),
    DiagnosticCase(
      "a cost beyond all money", "places.csv", ",400", ",4e20", says: "So much money", row: 2, column: "cost",
      value: "4e20"),
    DiagnosticCase(
      "lat and lon exchanged beyond what there is", "places.csv", "63.399,13.081", "13.081,163.399", .warning,
      says: "outside where people live", row: 4, column: "lat", value: "Åre by: 13.081, 163.399"),
    DiagnosticCase(
      "lat and lon exchanged", "places.csv", "63.399,13.081", "13.081,63.399", .warning,
      says: "outside where people live",
      row: 4, column: "lat", value: "Åre by: 13.081, 63.399", maybe: "lat and lon swapped / lat och lon omkastade"),
    DiagnosticCase(
      "lat and lon of a demand point exchanged", "demand.csv", "63.85,15.55", "15.55,63.85", .warning,
      says: "outside where people live", column: "lat", value: "d3: 15.55, 63.85",
      maybe: "lat and lon swapped / lat och lon omkastade"),
    DiagnosticCase(
      "a latitude that is none", "places.csv", "63.399,13.081", "163.399,13.081", says: "No such position", row: 4,
      column: "lat", value: "163.399, 13.081", maybe: "13.081, 163.399"),
    DiagnosticCase(
      "a projected coordinate", "places.csv", "63.399,13.081", "7033000,412000", says: "No such position", row: 4,
      column: "lat", value: "7033000, 412000"),
    DiagnosticCase(
      "a municipality's position that is none", "municipalities.csv",
      bytes: Array("code,name,lat,lon\n2260,Ånge,162,15\n2281,Sundsvall,,\n2313,Strömsund,,\n2321,Åre,,\n".utf8),
      says: "No such position", row: 2, column: "lat", value: "162, 15", maybe: "15.0, 162.0"),
    DiagnosticCase(
      "a day that is none", "places.csv", "2022-06-01", "2022-06-31", says: "YYYY-MM-DD", row: 4, column: "earliest",
      value: "2022-06-31"),
    DiagnosticCase(
      "a day with a slash", "places.csv", "2022-06-01", "2022/6/1", says: "YYYY-MM-DD", row: 4, column: "earliest",
      value: "2022/6/1", maybe: "2022-06-01"),
    DiagnosticCase(
      "a day that could be two", "places.csv", "2022-06-01", "1/6/2022", says: "YYYY-MM-DD", row: 4, column: "earliest",
      value: "1/6/2022"),
    DiagnosticCase(
      "a day with the year last", "places.csv", "2022-06-01", "31.12.2022", says: "YYYY-MM-DD", row: 4,
      column: "earliest", value: "31.12.2022", maybe: "2022-12-31"),
    DiagnosticCase(
      "a column of words in demand.csv", "demand.csv",
      bytes: Array("id,lat,lon,population,region\nd1,62.5,15.6,5000,North\n".utf8), .note, says: "no group of people",
      row: 2, column: "region", value: "North"),
    DiagnosticCase(
      "a negative group", "demand.csv", bytes: Array("id,lat,lon,population,aged\nd1,62.5,15.6,5000,-7\n".utf8),
      says: "cannot be negative", row: 2, column: "aged", value: "-7.0"),
  ]

  static let shapes: [DiagnosticCase] = [
    DiagnosticCase("an empty file", "demand.csv", bytes: [], says: "file is empty", row: 1),
    DiagnosticCase("blank lines only", "demand.csv", bytes: Array("\n\r\n\n".utf8), says: "file is empty", row: 1),
    DiagnosticCase(
      "a header and nothing else", "demand.csv", bytes: Array("id,lat,lon,population\n".utf8), says: "no people"),
    DiagnosticCase("a missing file", "demand.csv", bytes: nil, says: "file is missing"),
    DiagnosticCase(
      "a quote never closed", "places.csv", "Åre by", "\"Åre by", says: "never closed", row: 4),
    DiagnosticCase(
      "text after a quote", "places.csv", "Åre by", "\"Åre\" by", says: "after the closing quote", row: 4, value: "by",
      maybe: "\"\""),
  ]

  static let encodings: [DiagnosticCase] = [
    DiagnosticCase(
      "Latin-1", "places.csv", bytes: latin1(SmallWorkspace.files["places.csv", default: ""]), says: "Latin-1", row: 2,
      value: "ange,Ånge,2260,62.525,15.658,full,rural,,400", maybe: "UTF-8 (CSV UTF-8)"),
    DiagnosticCase(
      "UTF-16", "places.csv",
      bytes: [0xFF, 0xFE]
        + SmallWorkspace.files["places.csv", default: ""].utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      says: "UTF-16", row: 1, maybe: "UTF-8 (CSV UTF-8)"),
    DiagnosticCase(
      "a NUL byte", "places.csv", "Åre by", "Åre\u{0}by", says: "NUL byte", row: 4, value: "byte 0"),
    DiagnosticCase(
      "a spreadsheet", "places.csv", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0], says: "spreadsheet",
      maybe: "CSV UTF-8"),
    DiagnosticCase(
      "Latin-1 in programme.yaml", "programme.yaml", bytes: latin1(SmallWorkspace.files["programme.yaml", default: ""]),
      says: "Latin-1", row: 8, value: "named, count: {each: municipality, of: [Ånge, Strömsund]}, exactly: 1}",
      maybe: "UTF-8 (CSV UTF-8)"),
  ]

  private static func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value & 0xFF) } }
}
