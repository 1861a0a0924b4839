import EtappModel

/// What the proof says, and what everything rests on.
extension Edition {
  var proofSection: PageSection {
    PageSection("proof", .proofHeading, lead: sentences.proof(plan.proof)) {
      Tag.div(.class("prose")) { paragraphs(sentences.proofInPlainWords) }
    }
  }

  var basisSection: PageSection {
    PageSection("basis", .basisHeading, lead: say(.basisLead)) {
      if !assignment.basis.isEmpty {
        Tag.h3 { say(.approximations) }
        Tag.ul(.class("prose")) { for text in assignment.basis { Tag.li { text(language) } } }
      }
      Tag.h3 { say(.data) }
      Tag.dl(.class("facts")) { facts.map { name, value in fact(name, value) } }
      diagnostics
      Tag.h3 { say(.run) }
      Tag.dl(.class("facts")) { run.map { name, value in fact(name, .text(value)) } }
    }
  }

  private func fact(_ name: String, _ value: HTML) -> HTML {
    Tag.div {
      Tag.dt { name }
      Tag.dd { value }
    }
  }

  private var facts: [(String, HTML)] {
    let geography = content.geography
    var facts: [(String, HTML)] = []
    if let text = assignment.source { facts.append((say(.assignment), source(text))) }
    facts.append((say(.people), .text(sentences.peopleAtPoints(geography.demand))))
    facts.append((say(.municipalities), .text(sentences.numbers.whole(geography.municipalities.count))))
    facts.append((say(.existingOffices), .text(sentences.numbers.whole(geography.offices.count))))
    facts.append((say(.candidates), .text(sentences.numbers.whole(geography.places.count))))
    facts.append((say(.travelTimes), .text(sentences.travelMethod(geography.travelMatrix != nil))))
    for division in geography.divisions {
      facts.append(
        (say(.division), .text(sentences.dated(division.title, from: division.validFrom, to: division.validTo))))
    }
    for layer in geography.layers {
      facts.append((say(.layer), .text(sentences.dated(layer.title, layer.date, areas: layer.areas.count))))
    }
    return facts
  }

  private var diagnostics: HTML {
    guard !content.diagnostics.isEmpty else { return .nothing }
    return .group {
      Tag.h3 { say(.diagnostics) }
      Tag.ul(.class("diagnostics")) {
        for diagnostic in content.diagnostics { Tag.li { sentences.sentence(sentences.diagnostic(diagnostic)) } }
      }
    }
  }

  private var run: [(String, String)] {
    let effort = plan.run.effort
    return [
      (say(.version), "Etapp " + content.version), (say(.computed), sentences.duration(plan.run.seconds)),
      (say(.seed), "\(plan.run.seed)"), (say(.threads), "\(plan.run.threads)"),
      (say(.effort), sentences.effort(effort)),
      (say(.reports), assignment.reports.map { sentences.dates.day($0) }.joined(separator: ", ")),
    ].filter { !$0.1.isEmpty }
  }
}
