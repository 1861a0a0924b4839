import EtappModel

/// The map of a package (METS 1.12 as CSIP 2.1 asks for it): one for the whole, one for its representation.
struct METS {
  let package: ArchivePackage

  /// The documents that the map of the whole tells of.
  struct Parts {
    var descriptive: ArchivePackage.File
    var preservation: ArchivePackage.File
    var documentation: ArchivePackage.File
    var schemas: ArchivePackage.File
    var representation: ArchivePackage.File
  }

  // MARK: The whole

  func root(_ parts: Parts) -> String {
    document(id: package.id) { xml in
      xml.add("dmdSec", ["ID": "dmd-erms", "CREATED": made, "STATUS": "CURRENT"]) {
        $0.add("mdRef", reference(parts.descriptive, type: "OTHER", other: "ERMS"))
      }
      xml.add("amdSec") {
        $0.add("digiprovMD", ["ID": "digiprov-premis", "CREATED": made, "STATUS": "CURRENT"]) {
          $0.add("mdRef", reference(parts.preservation, type: "PREMIS", other: nil))
        }
      }
      xml.add("fileSec", ["ID": "files"]) {
        group("Documentation", "group-documentation", [("file-documentation", parts.documentation)], &$0)
        group("Schemas", "group-schemas", [("file-schemas", parts.schemas)], &$0)
        group("Representations/rep1", "group-rep1", [("file-rep1", parts.representation)], &$0)
      }
      structure(&xml) {
        $0.add("div", ["ID": "div-metadata", "LABEL": "Metadata", "ADMID": "digiprov-premis", "DMDID": "dmd-erms"])
        pointer("Documentation", "div-documentation", to: "file-documentation", &$0)
        pointer("Schemas", "div-schemas", to: "file-schemas", &$0)
        representationPart(&$0)
      }
    }
  }

  private func representationPart(_ xml: inout XMLWriter) {
    xml.add("div", ["ID": "div-representations", "LABEL": "Representations"]) {
      $0.add("fptr", ["FILEID": "file-rep1"])
      $0.add("div", ["ID": "div-rep1", "LABEL": "Representations/rep1"]) {
        $0.add(
          "mptr",
          [
            "xlink:type": "simple", "xlink:href": ArchivePackage.representation + "/METS.xml",
            "xlink:title": "group-rep1", "LOCTYPE": "URL",
          ])
      }
    }
  }

  // MARK: The representation

  var representation: String {
    let files = package.records.flatMap(\.files).enumerated().map { index, file -> (String, ArchivePackage.File) in
      var file = file
      file.path = String(file.path.dropFirst(ArchivePackage.representation.count + 1))
      return ("file-\(index + 1)", file)
    }
    return document(id: "rep1") { xml in
      if !files.isEmpty {
        xml.add("fileSec", ["ID": "files"]) { group("Data", "group-data", files, &$0) }
      }
      structure(&xml) {
        $0.add("div", ["ID": "div-metadata", "LABEL": "Metadata"])
        $0.add("div", ["ID": "div-data", "LABEL": "Data"]) {
          for (id, _) in files { $0.add("fptr", ["FILEID": id]) }
        }
      }
    }
  }

  // MARK: Shared

  private var made: String { package.made.description }

  private func document(id: String, _ inside: (inout XMLWriter) -> Void) -> String {
    var xml = XMLWriter()
    xml.add(
      "mets",
      [
        "xmlns": "http://www.loc.gov/METS/", "xmlns:csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
        "xmlns:xlink": "http://www.w3.org/1999/xlink", "OBJID": id, "LABEL": package.agency, "TYPE": "Collection",
        "csip:CONTENTINFORMATIONTYPE": "citserms_v2_1",
        "PROFILE": "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
      ]
    ) {
      header(&$0)
      inside(&$0)
    }
    return xml.text
  }

  private func header(_ xml: inout XMLWriter) {
    xml.add("metsHdr", ["CREATEDATE": made, "LASTMODDATE": made, "csip:OAISPACKAGETYPE": "SIP"]) {
      $0.add("agent", ["ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"]) {
        $0.add("name", "etapp")
        $0.add("note", ["csip:NOTETYPE": "SOFTWARE VERSION"], package.version)
      }
    }
  }

  private func structure(_ xml: inout XMLWriter, _ inside: (inout XMLWriter) -> Void) {
    xml.add("structMap", ["ID": "structure", "TYPE": "PHYSICAL", "LABEL": "CSIP"]) {
      $0.add("div", ["ID": "div-package", "LABEL": package.id], inside)
    }
  }

  private func pointer(_ label: String, _ id: String, to file: String, _ xml: inout XMLWriter) {
    xml.add("div", ["ID": id, "LABEL": label]) { $0.add("fptr", ["FILEID": file]) }
  }

  private func group(
    _ use: String, _ id: String, _ files: [(id: String, file: ArchivePackage.File)], _ xml: inout XMLWriter
  ) {
    let type = use.hasPrefix("Representations") ? "citserms_v2_1" : nil
    xml.add("fileGrp", ["ID": id, "USE": use, "csip:CONTENTINFORMATIONTYPE": type]) { xml in
      for (id, file) in files {
        xml.add(
          "file",
          [
            "ID": id, "MIMETYPE": file.mediaType, "SIZE": "\(file.bytes)", "CREATED": made, "CHECKSUM": file.sha256,
            "CHECKSUMTYPE": "SHA-256",
          ]
        ) {
          $0.add("FLocat", ["xlink:type": "simple", "xlink:href": file.path, "LOCTYPE": "URL"])
        }
      }
    }
  }

  private func reference(
    _ file: ArchivePackage.File, type: String, other: String?
  ) -> KeyValuePairs<String, String?> {
    [
      "LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": file.path, "MDTYPE": type, "OTHERMDTYPE": other,
      "MIMETYPE": file.mediaType, "SIZE": "\(file.bytes)", "CREATED": made, "CHECKSUM": file.sha256,
      "CHECKSUMTYPE": "SHA-256",
    ]
  }
}
