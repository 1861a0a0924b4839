import Etapp
import EtappModel
import Foundation

/// What programs may write: the same acts as the forms of the pages, with the same rights, in the same log.
enum InterfaceWriting {
  typealias Operation = Interface.Operation
  typealias Member = Interface.Member

  /// `etapp.done/1`
  private struct Done: Encodable {
    var schema = "etapp.done/1"
    var done: String
    /// What it was done to: a plan's name, an entry's number.
    var id: [String]
  }

  private static func done(_ what: String, _ id: String...) -> Answer { .json(Done(done: what, id: id)) }

  static let operations: [Operation] =
    [
      Operation(
        method: .post, path: "/plans", permission: .plan, name: "keepPlan",
        summary: "Keeps a plan with some places moved.",
        body: [
          Member(name: "version", summary: "The kept plan that is moved from; else the one in force."),
          Member(name: "move", summary: "A move, place~round; round “out” leaves the plan.", isList: true),
          Member(name: "name", summary: "What it is called; else the next running name."),
          Member(name: "note", summary: "What is to be remembered of it."),
        ]
      ) { visit in
        guard let current = try await visit.current(visit.form["version"]) else { throw Refusal.notFound }
        return done("kept", try await Board.kept(current, visit))
      },
      Operation(
        method: .post, path: "/decisions", permission: .decide, name: "adopt", summary: "Adopts a kept plan.",
        body: [
          Member(name: "plan", summary: "The plan's name.", isNeeded: true),
          Member(name: "reason", summary: "Why, in words that can be read in public.", isNeeded: true),
        ]
      ) { visit in
        guard let plan = visit.form["plan"], !plan.isEmpty else { throw missing("plan") }
        try await VersionsPage.adopt(plan, visit)
        return done("adopted", plan)
      },
      Operation(
        method: .post, path: "/offices/:place/tasks/:task", permission: .deliver, name: "record",
        summary: "Records when a task began and was done; a day that is left out is not known.",
        body: [
          Member(name: "started", summary: "The day it began.", format: "date"),
          Member(name: "finished", summary: "The day it was done.", format: "date"),
          Member(
            name: "known",
            summary: "What was known before, “started finished”, so that nobody's day is overwritten unseen."),
        ]
      ) { visit in
        try await OfficePage.write(visit)
        return done("recorded", visit.path["place"] ?? "", visit.path["task"] ?? "")
      },
      Operation(
        method: .post, path: "/register", permission: .register, name: "registerDocuments",
        summary: "Registers documents; the same document again changes nothing.",
        body: [
          Member(
            name: "file", summary: "Documents as .eml, .mbox, .txt or .pdf.", isNeeded: true, isList: true,
            format: "binary"),
          Member(
            name: "direction", summary: "Which way it went.", words: RegisterEntry.Direction.allCases.map(\.rawValue)),
          Member(name: "municipality", summary: "A municipality's code."),
          Member(name: "day", summary: "Which day.", format: "date"),
          Member(name: "sender", summary: "Who it is from."), Member(name: "receiver", summary: "Who it is to."),
          Member(name: "about", summary: "What it is about."),
        ], takesFiles: true
      ) { visit in
        do {
          let receipt = try await RegisterUpload.receipt(visit)
          return .json(Done(done: "registered", id: receipt.lines.map(\.entry.number)))
        } catch let invalid as Workspace.Invalid {
          throw Refusal(status: 422, message: invalid.diagnostics.first?.message ?? "")
        }
      },
      Operation(
        method: .post, path: "/register/:number/promises/:index", permission: .register, name: "judgePromise",
        summary: "Confirms a promise that was read in a document, or turns it down.",
        body: [
          Member(name: "verdict", summary: "Whether it is a promise.", isNeeded: true, words: ["confirm", "decline"]),
          Member(name: "from", summary: "The earliest day.", format: "date"),
          Member(name: "to", summary: "The latest day.", format: "date"),
        ]
      ) { visit in done("judged", try await EntryWriting.judged(visit), visit.path["index"] ?? "") },
    ]
    + Publication.Matter.allCases.map { matter in
      Operation(
        method: .post, path: "/publications/" + matter.rawValue, permission: PublishingPage.permission(matter),
        name: "publish" + matter.rawValue.capitalized,
        summary: "Makes the \(matter.rawValue) public, or takes it back.",
        body: [
          Member(name: "public", summary: "Whether it is public from now on.", isNeeded: true, words: ["yes", "no"]),
          Member(name: "reason", summary: "Why.", isNeeded: true),
        ]
      ) { visit in
        try PublishingPage.write(matter, visit)
        return done(visit.form["public"] == "yes" ? "published" : "unpublished", matter.rawValue)
      }
    }

  private static func missing(_ name: String) -> Refusal {
    Refusal.unusable(Text(en: "“\(name)” is missing.", sv: "”\(name)” saknas."))
  }
}
