import EtappModel

/// What the schedule and the forecast assume about the work, with sources, and how they are computed.
extension Edition {
  func assumptions(_ forecast: Forecast?) -> HTML {
    .group {
      if let work = assignment.work {
        Tag.h3 { say(.assumptionsHeading) }
        durations(work)
        crews(work)
        forecast == nil || work.risks.isEmpty ? nil : risks(work)
      }
      Tag.h3 { say(.methodHeading) }
      Tag.div(.class("prose")) {
        paragraphs(sentences.scheduleMethod() + (forecast.map(sentences.forecastMethod) ?? []))
      }
    }
  }

  /// Tasks down, templates across, and a last row with their sources.
  private func durations(_ work: Work) -> HTML {
    let all = work.templates.flatMap { $0.tasks.map(\.id) }
    let tasks = all.enumerated().filter { !all.prefix($0.offset).contains($0.element) }.map(\.element)
    let rows = tasks.map { id in
      [HTML.text(sentences.title(id))]
        + work.templates.map { template in
          let task = template.tasks.first { $0.id == id }
          return cell(task.map { sentences.duration($0.estimate) } ?? "–", source: task?.source)
        }
    }
    let sources = [HTML.text(say(.source))] + work.templates.map { cell("", source: $0.source) }
    return table(
      say(.durationsCaption), columns: [say(.task)] + work.templates.map { $0.title(language) }, numeric: [],
      rows: rows + (work.templates.contains { $0.source != nil } ? [sources] : []))
  }

  /// A figure with the source it has of its own.
  private func cell(_ words: String, source text: String?) -> HTML {
    guard let text else { return .text(words) }
    return .group {
      words.isEmpty ? "" : words + " "
      Tag.span(.class("words source")) { source(text) }
    }
  }

  private func crews(_ work: Work) -> HTML {
    guard !work.resources.isEmpty else { return .nothing }
    return table(
      say(.crewsCaption), columns: [say(.pool), say(.capacity), say(.source)], numeric: [1],
      rows: work.resources.map { resource in
        let division = resource.division.map { names.title(of: $0)(language) }
        return [
          .text(sentences.title(resource.id)), .text(sentences.units(resource, in: division)),
          cell("", source: resource.source),
        ]
      })
  }

  private func risks(_ work: Work) -> HTML {
    table(
      say(.risksCaption),
      columns: [say(.risk), say(.probability), say(.slower), say(.hits), say(.touches), say(.source)], numeric: [1],
      rows: work.risks.map { risk in
        [
          .text(risk.title(language)), .text(sentences.numbers.percent(risk.probability)),
          .text(sentences.factor(risk.factor)), .text(sentences.scope(risk.scope)),
          Tag.span(.class("words")) { sentences.tasks(of: risk) }, cell("", source: risk.source),
        ]
      })
  }
}
