import EtappModel

/// A register as the content specification for records management systems has it (CITS ERMS 2.1).
///
/// A case (`caseNumber`, else the thread) is an aggregation, an entry a record in it.
struct ERMS {
  let package: ArchivePackage
  /// SHA-256 of some bytes in hexadecimal.
  let fingerprint: ([UInt8]) -> String

  var text: String {
    var xml = XMLWriter()
    xml.add("erms", ["xmlns": "https://DILCIS.eu/XML/ERMS"]) {
      control(&$0)
      $0.add("aggregations") { xml in for (number, records) in cases { aggregation(number, records, &xml) } }
    }
    return xml.text
  }

  /// The records of each case, in the order the cases begin.
  private var cases: [(number: String, records: [ArchivePackage.Record])] {
    var order: [String] = []
    var cases: [String: [ArchivePackage.Record]] = [:]
    for record in package.records {
      let number = record.entry.caseNumber ?? record.entry.thread ?? record.entry.number
      if cases[number] == nil { order.append(number) }
      cases[number, default: []].append(record)
    }
    return order.map { ($0, cases[$0] ?? []) }
  }

  // MARK: The document

  private func control(_ xml: inout XMLWriter) {
    xml.add("control") {
      $0.add("identification", ["identificationType": "package"], package.id)
      $0.add("maintenanceInformation") {
        $0.add("maintenanceStatus", ["value": "new"])
        $0.add("maintenanceAgency") { $0.add("agencyName", package.agency) }
        $0.add("maintenanceHistory") {
          $0.add("maintenanceEvent") {
            $0.add("eventType", ["value": "created"])
            $0.add("eventDateTime", package.made.description)
            agent("creator", "etapp \(package.version)", &$0)
          }
        }
      }
    }
  }

  private func aggregation(_ number: String, _ records: [ArchivePackage.Record], _ xml: inout XMLWriter) {
    xml.add("aggregation", ["systemIdentifier": identifier("case/" + number), "aggregationType": "caseFile"]) { xml in
      xml.add("objectId", number)
      classification(&xml)
      xml.add("title", records.first?.entry.about)
      xml.add("status", ["value": "closed"])
      for record in records { self.record(record, of: number, &xml) }
    }
  }

  private func classification(_ xml: inout XMLWriter) {
    guard !package.classification.isEmpty else { return }
    xml.add("classification", ["classificationCode": package.classification], package.classification)
  }

  // MARK: A record

  private func record(_ record: ArchivePackage.Record, of number: String, _ xml: inout XMLWriter) {
    let entry = record.entry
    xml.add(
      "record",
      [
        "systemIdentifier": identifier("record/" + entry.number), "recordType": entry.kind.rawValue,
        "recordPhysicalOrDigital": record.files.isEmpty ? "does_not_apply" : "digital",
      ]
    ) {
      identities(record, of: number, &$0)
      if let secrecy = entry.secrecy {
        $0.add("restriction", ["restrictionType": "confidential"]) { $0.add("regulation", secrecy.paragraph) }
      }
      direction(entry.direction, &$0)
      agents(entry, &$0)
      dates(entry, &$0)
      for promise in entry.promises where promise.isConfirmed == true { action(promise, &$0) }
      appendices(record.files, &$0)
    }
  }

  private func identities(_ record: ArchivePackage.Record, of number: String, _ xml: inout XMLWriter) {
    let entry = record.entry
    xml.add("objectId", entry.number)
    if let theirs = entry.counterpartNumber { xml.add("extraId", ["extraIdType": "counterpart"], theirs) }
    if let message = entry.messageID { xml.add("extraId", ["extraIdType": "Message-ID"], message) }
    classification(&xml)
    xml.add("parentAggregationId", number)
    if let municipality = record.municipality { xml.add("keywords") { $0.add("keyword", municipality) } }
    xml.add("title", entry.about)
  }

  private func direction(_ direction: RegisterEntry.Direction, _ xml: inout XMLWriter) {
    switch direction {
    case .incoming, .outgoing: xml.add("direction", ["directionDefinition": direction.rawValue])
    case .internal: xml.add("direction", ["directionDefinition": "internal_memo_without_follow-up"])
    }
  }

  private func agents(_ entry: RegisterEntry, _ xml: inout XMLWriter) {
    let parties = entry.from.map { ("sender", $0) } + (entry.to + entry.copies).map { ("recipient", $0) }
    let named = parties.filter { $0.1.isSomebody }
    guard !named.isEmpty else { return }
    xml.add("agents") { xml in for (type, party) in named { agent(type, party.description, &xml) } }
  }

  private func agent(_ type: String, _ name: String, _ xml: inout XMLWriter) {
    xml.add("agent", ["agentType": type]) { $0.add("name", name) }
  }

  private func dates(_ entry: RegisterEntry, _ xml: inout XMLWriter) {
    let type =
      switch entry.direction {
      case .incoming: "received"
      case .outgoing: "sent"
      case .internal: "created"
      }
    xml.add("dates") { $0.add("date", ["dateType": type], moment(entry.day)) }
  }

  /// A promise that a person has confirmed.
  private func action(_ promise: RegisterEntry.Promise, _ xml: inout XMLWriter) {
    let days = [("start", promise.commitment.interval.from), ("end", promise.commitment.interval.to)]
    let known = days.compactMap { type, day in day.map { (type, $0) } }
    xml.add("action") { xml in
      xml.add("actionText", promise.commitment.text)
      xml.add("actionType", "promise")
      guard !known.isEmpty else { return }
      xml.add("dates") { xml in
        for (type, day) in known { xml.add("actionDate", ["dateType": type], moment(day)) }
      }
    }
  }

  private func appendices(_ files: [ArchivePackage.File], _ xml: inout XMLWriter) {
    guard !files.isEmpty else { return }
    xml.add("additionalInformation") { xml in
      for file in files {
        xml.add("appendix", ["name": file.name, "fileFormat": file.mediaType, "path": "file:///" + file.path])
      }
    }
  }

  private func moment(_ day: Day) -> String { "\(day)T00:00:00" }

  /// A UUID (version 8, RFC 9562) that follows from the package and the name, so that the same package has the same ones.
  private func identifier(_ name: String) -> String {
    var digits = Array(fingerprint(Array("\(package.id)/\(name)".utf8)).prefix(32))
    guard digits.count == 32 else { return name }
    digits[12] = "8"
    digits[16] = "8"
    let ends = [0, 8, 12, 16, 20, 32]
    return zip(ends, ends.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-")
  }
}
