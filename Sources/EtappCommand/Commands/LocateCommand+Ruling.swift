import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// A location study with rounds, rules, closings, capacities or levels of service, or of a workspace.
extension LocateCommand {
  /// Whether the question is more than which sites are best.
  var isRuled: Bool { ruling.isAsked || open?.numbers.count ?? 1 > 1 }

  func runRuled(_ study: SitingStudy, _ teller: Teller) throws {
    for diagnostic in study.diagnostics where !printing.quiet { Output.say(diagnostic.words(teller.language)) }
    let wishes = try wishes(study, teller)
    let progress = Progress(printing.manner, language: teller.language)
    let options = RunOptions(
      seed: running.seed, threads: running.threads, timeLimit: running.timeLimit, isStopped: { Interrupt.isAsked },
      progress: { progress.take($0) })
    progress.begin(Text(en: "Locating:", sv: "Placerar:"))
    let answer: SitingAnswer
    do {
      answer = try study.answer(wishes: wishes, options)
    } catch {
      progress.end()
      throw teller.fail(Text("\(error)"), .failure)
    }
    progress.end()
    // What could not be answered, beside what there was to say about the files.
    for diagnostic in answer.location.diagnostics.dropFirst(study.diagnostics.count) where !printing.quiet {
      Output.say(diagnostic.words(teller.language))
    }
    try write(answer, study, teller)
    Output.write(
      printing.json
        ? study.document(answer, language: teller.language, options)
        : study.words(for: answer)(teller.language) + "\n")
    if let exit = Exit(answer.plan.proof) { throw exit }
    if let exit = Exit(stopped: answer.variants.map(\.plan.proof)) { throw exit }
  }

  // MARK: The question

  private var rounds: LocationRounds {
    LocationRounds(
      open: goal == .cover ? [] : open?.numbers ?? [], close: ruling.close?.numbers ?? [],
      weights: ruling.weights?.weights ?? [])
  }

  func study(ofWorkspace folder: String, _ teller: Teller) throws -> SitingStudy {
    let workspace = try teller.workspace(folder)
    do {
      return try SitingStudy(workspace, study: ruling.study, question, rounds, threads: running.threads ?? 2)
    } catch {
      throw teller.invalid(error.diagnostics)
    }
  }

  func study(of tables: LocationStudy.Opened, _ teller: Teller) throws -> SitingStudy {
    do {
      return try SitingStudy(
        tables, study: ruling.study, question, rounds, travel: measure == .kilometres ? .kilometres : travel,
        keepsOffices: !isRuled, threads: running.threads ?? 2)
    } catch {
      throw teller.invalid(error.diagnostics)
    }
  }

  private func wishes(_ study: SitingStudy, _ teller: Teller) throws -> SitingStudy.Wishes {
    var wishes = SitingStudy.Wishes()
    wishes.prices = ruling.prices
    wishes.variants = ruling.alternatives ?? 0
    wishes.within = ruling.worse.value
    wishes.differing = ruling.differing
    wishes.spreadPoints = ruling.against == nil ? 0 : ruling.points
    wishes.exactly = try ruling.price.map { words in
      let found = study.sites(named: words)
      guard found.count == 1 else {
        throw teller.fail(
          found.isEmpty
            ? Text(en: "There is no site “\(words)”.", sv: "Det finns ingen plats ”\(words)”.")
            : Text(
              en: "“\(words)” means several sites; use an id.", sv: "”\(words)” betyder flera platser; använd id."),
          .usage, maybe: found.isEmpty ? study.nearestNames(to: words) : found)
      }
      return found[0]
    }
    return wishes
  }

  // MARK: Files

  private func write(_ answer: SitingAnswer, _ study: SitingStudy, _ teller: Teller) throws {
    guard answer.location.objective != nil else { return }
    try geographic.write(printing, teller) {
      try $0.write(answer.plan, of: study.study, language: teller.language, made: Now.moment)
    }
    do {
      if let map = ruling.map {
        let page = study.study.report(
          answer.plan, variants: answer.variants, languages: [teller.language], made: Now.day)
        try AtomicFile.write(page, to: map)
      }
    } catch {
      throw teller.fail(
        Text(en: "The file cannot be written: \(error)", sv: "Filen kan inte skrivas: \(error)"), .failure)
    }
  }
}
