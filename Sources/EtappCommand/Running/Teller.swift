import Etapp
import EtappModel
import Foundation

/// Opens files for a command, and says what is wrong with them in the way that was asked for.
struct Teller {
  private let output: OutputOptions
  let language: Language

  /// - Parameter language: The programme's own, once it is known; counts where nobody asked for another.
  init(_ output: OutputOptions, language: Language = .english) {
    self.output = output
    self.language = output.preferred ?? language
  }

  // MARK: Failures

  /// Says why a command cannot be done; with `--json` as a document too, so that a reader always gets one.
  func fail(_ message: Text, _ exit: Exit, maybe: [String] = []) -> Exit {
    let text = message(language)
    let hint = maybe.isEmpty ? "" : " " + Text(en: "Maybe: ", sv: "Kanske: ")(language) + maybe.joined(separator: ", ")
    Output.say(Text(en: "error: ", sv: "fel: ")(language) + text + hint)
    if output.json { Output.write(Document.failure(text, exitCode: Int(exit.code), maybe: maybe)) }
    return exit
  }

  /// Says everything that is wrong with files.
  func invalid(_ diagnostics: [Diagnostic], language: Language? = nil) -> Exit {
    for diagnostic in diagnostics { Output.say(diagnostic.words(language ?? self.language)) }
    if output.json { Output.write(Workspace.Invalid(diagnostics).document(language ?? self.language)) }
    return .invalid
  }

  // MARK: Opening

  /// The folder of a workspace; who names the programme.yaml in it is understood.
  func folder(_ words: String) throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: words, isDirectory: &isFolder) else {
      throw fail(
        Text(en: "There is no folder “\(words)”.", sv: "Det finns ingen mapp ”\(words)”."), .usage, maybe: nearby(words)
      )
    }
    guard !isFolder.boolValue else { return words }
    if (words as NSString).lastPathComponent == "programme.yaml" {
      let parent = (words as NSString).deletingLastPathComponent
      return parent.isEmpty ? "." : parent
    }
    throw fail(
      Text(en: "“\(words)” is a file; name the workspace's folder.", sv: "”\(words)” är en fil; ange arbetsmappen."),
      .usage)
  }

  private func nearby(_ words: String) -> [String] {
    let parent = (words as NSString).deletingLastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "." : parent)) ?? []
    return Names.nearest(to: (words as NSString).lastPathComponent, among: names, limit: 2)
      .map { (parent as NSString).appendingPathComponent($0) }
  }

  func workspace(_ words: String) throws -> Workspace {
    let folder = try folder(words)
    do {
      return try Workspace(folder: folder)
    } catch {
      let exit = invalid(error.diagnostics)
      if !FileManager.default.fileExists(atPath: (folder as NSString).appendingPathComponent("programme.yaml")) {
        Output.say(
          Text(
            en: "A workspace begins with `etapp new DIR`; `etapp demo` makes the shipped example.",
            sv: "En arbetsmapp börjar med `etapp new DIR`; `etapp demo` gör det medföljande exemplet.")(language))
      }
      throw exit
    }
  }

  /// The plans that are kept. A store that cannot be read is said, and planning goes on without it unless a rule or
  /// a command speaks of a plan in it.
  func versions(_ workspace: Workspace) -> [Version] {
    do {
      return try Versions(folder: workspace.folder).all()
    } catch {
      Output.say(Text(en: "warning: ", sv: "varning: ")(language) + error.message(language))
      return []
    }
  }

  /// A plan given as a table `place,round`; `-` is standard input.
  func choice(_ file: String, in workspace: Workspace, versions: [Version]) throws -> Choice {
    let isInput = file == "-"
    guard
      let data = isInput ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    else {
      let known = versions.map(\.name)
      let near = Names.nearest(to: file, among: known)
      throw fail(
        Text(
          en: "There is no kept plan and no file “\(file)”.", sv: "Det finns ingen sparad plan och ingen fil ”\(file)”."
        ),
        .usage, maybe: near.isEmpty ? Array(known.suffix(3)) : near)
    }
    do {
      return try workspace.choice(
        reading: Array(data), file: isInput ? Text(en: "standard input", sv: "standard in")(language) : file)
    } catch {
      throw invalid(error.diagnostics, language: language)
    }
  }
}
