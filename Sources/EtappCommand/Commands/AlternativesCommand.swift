import ArgumentParser
import Etapp
import EtappModel

/// `etapp alternatives`
struct AlternativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives", abstract: "Plans that are nearly as good, and clearly different.",
    discussion: """
      Each is at most --within worse on every goal, and differs in at least --differing places from the plan and from the others.

        etapp alternatives .
        etapp alternatives . --within 5% --differing 4 --count 3
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("How much worse each goal may be.", valueName: "SHARE"))
  var within = Share(0.02)

  @Option(help: ArgumentHelp("Places that must differ at least.", valueName: "K"))
  var differing = 2

  @Option(help: ArgumentHelp("How many plans at most.", valueName: "N"))
  var count = 5

  @Option(help: ArgumentHelp("Alternatives to this kept plan (or table); else to the best one.", valueName: "NAME"))
  var plan: String?

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if differing < 1 || count < 1 { throw ValidationError("--differing and --count are at least 1.") }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let plan = try session.plan(named: plan)
    let variants = try session.doing(Text(en: "Alternatives:", sv: "Alternativ:")) {
      try session.study.alternatives(
        to: plan, within: within.value, differing: differing, count: count, session.options)
    }
    session.show(
      session.study.document(
        variants, to: plan, within: within.value, differing: differing, language: session.language),
      words(variants, session))
    if let exit = Exit(stopped: [plan.proof] + variants.map(\.plan.proof)) { throw exit }
    if Interrupt.isAsked { throw Exit.interrupted }
  }

  private func words(_ variants: [Variant], _ session: Session) -> String {
    guard !variants.isEmpty else {
      return Text(
        en: "No other plan is that good and that different. Try a larger --within or a smaller --differing.",
        sv: "Ingen annan plan är så bra och så annorlunda. Pröva ett större --within eller ett mindre --differing.")(
          session.language)
    }
    return variants.enumerated().map { "\($0 + 1). " + session.study.words(for: $1)(session.language) }
      .joined(separator: "\n")
  }
}
