import EtappModel

/// The files of a package with their fingerprints, and what was done with the entries (PREMIS 3.0).
struct PREMIS {
  let package: ArchivePackage

  var text: String {
    var xml = XMLWriter()
    xml.add(
      "premis",
      [
        "xmlns": "http://www.loc.gov/premis/v3", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "version": "3.0",
      ]
    ) { xml in
      for file in package.records.flatMap(\.files) { object(file, &xml) }
      for event in package.events { self.event(event, &xml) }
      for name in agents { agent(name, &xml) }
    }
    return xml.text
  }

  private func object(_ file: ArchivePackage.File, _ xml: inout XMLWriter) {
    xml.add("object", ["xsi:type": "file"]) {
      identifier("objectIdentifier", "path", file.path, &$0)
      $0.add("objectCharacteristics") {
        $0.add("fixity") {
          $0.add("messageDigestAlgorithm", "SHA-256")
          $0.add("messageDigest", file.sha256)
        }
        $0.add("size", file.bytes)
        $0.add("format") { $0.add("formatDesignation") { $0.add("formatName", file.mediaType) } }
      }
      $0.add("originalName", file.name)
    }
  }

  private func event(_ event: Event, _ xml: inout XMLWriter) {
    xml.add("event") {
      identifier("eventIdentifier", "event of the log", "\(event.number)", &$0)
      $0.add("eventType", event.action)
      $0.add("eventDateTime", event.at.description)
      $0.add("eventDetailInformation") {
        $0.add("eventDetail", event.reason.map { "\(event.subject): \($0)" } ?? event.subject)
      }
      identifier("linkingAgentIdentifier", "name", event.actor, &$0)
    }
  }

  private func agent(_ name: String, _ xml: inout XMLWriter) {
    xml.add("agent") {
      identifier("agentIdentifier", "name", name, &$0)
      $0.add("agentName", name)
      $0.add("agentType", name == "etapp" ? "software" : "person")
    }
  }

  private var agents: [String] { Set(package.events.map(\.actor)).sorted() }

  private func identifier(_ name: String, _ type: String, _ value: String, _ xml: inout XMLWriter) {
    xml.add(name) {
      $0.add(name + "Type", type)
      $0.add(name + "Value", value)
    }
  }
}
