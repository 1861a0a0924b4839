package import EtappModel

/// What is handed over to an archive: entries of a register with their documents, as an E-ARK information package.
///
/// Common Specification for Information Packages 2.1 (CSIP) with the content specification for records management
/// systems 2.1 (CITS ERMS); preservation metadata as PREMIS 3. Which part of the register becomes which element stands in
/// the documentation, under *Handing over to an archive*.
package struct ArchivePackage: Sendable {
  /// A file of the package.
  package struct File: Sendable {
    /// From the package's folder, with `/`.
    package var path: String
    package var name: String
    package var mediaType: String
    package var bytes: Int
    /// SHA-256 in hexadecimal.
    package var sha256: String

    package init(path: String, name: String, mediaType: String, bytes: Int, sha256: String) {
      self.path = path
      self.name = name
      self.mediaType = mediaType
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// An entry with its files, the document first.
  package struct Record: Sendable {
    package var entry: RegisterEntry
    /// Name of the municipality that it concerns.
    package var municipality: String?
    package var files: [File]

    package init(_ entry: RegisterEntry, municipality: String?, files: [File]) {
      self.entry = entry
      self.municipality = municipality
      self.files = files
    }
  }

  /// The package's name: its folder's, and what its parts refer to.
  package var id: String
  /// Whose records they are.
  package var agency: String
  package var made: Moment
  /// The version of the program that makes it.
  package var version: String
  package var classification: String
  package var records: [Record]
  /// What was done with the entries, the oldest first.
  package var events: [Event]

  package init(
    id: String, agency: String, made: Moment, version: String, classification: String, records: [Record],
    events: [Event]
  ) {
    self.id = id
    self.agency = agency
    self.made = made
    self.version = version
    self.classification = classification
    self.records = records
    self.events = events
  }

  static let representation = "representations/rep1"

  /// Where a file of a record stands: the number is its folder, and its place in the record keeps names apart.
  package static func path(number: String, index: Int, name: String) -> String {
    "\(representation)/data/\(plain(number))/\(index)-\(plain(name))"
  }

  /// A name that every file system and address takes as it is.
  private static func plain(_ name: String) -> String {
    let kept = String(name.unicodeScalars.map { isPlain($0) ? Character($0) : "-" }.suffix(80))
    return kept.allSatisfy { $0 == "." || $0 == "-" } ? "file" : kept
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }

  /// The documents of the package beside the files of its records, the ones that refer to others last.
  ///
  /// - Parameter fingerprint: SHA-256 of some bytes in hexadecimal.
  /// - Complexity: O(size of the records' metadata).
  package func documents(_ fingerprint: @escaping ([UInt8]) -> String) -> [(path: String, text: String)] {
    var made: [(path: String, text: String)] = []
    func add(_ path: String, _ mediaType: String, _ text: String) -> File {
      made.append((path, text))
      let bytes = Array(text.utf8)
      return File(
        path: path, name: path.split(separator: "/").last.map(String.init) ?? path, mediaType: mediaType,
        bytes: bytes.count, sha256: fingerprint(bytes))
    }
    let parts = METS.Parts(
      descriptive: add("metadata/descriptive/erms.xml", "text/xml", ERMS(package: self, fingerprint: fingerprint).text),
      preservation: add("metadata/preservation/premis.xml", "text/xml", PREMIS(package: self).text),
      documentation: add("documentation/readme.txt", "text/plain", ArchiveReadme.text(self)),
      schemas: add("schemas/schemas.txt", "text/plain", ArchiveReadme.schemas),
      representation: add(Self.representation + "/METS.xml", "text/xml", METS(package: self).representation))
    made.append(("METS.xml", METS(package: self).root(parts)))
    return made
  }
}
