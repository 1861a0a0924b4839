import Etapp
import EtappModel
import Foundation

/// Writes letters to files.
struct LetterWriter {
  let session: Session
  /// nil for the workspace's outbox.
  let folder: String?
  /// The day that was asked for; nil for today.
  let day: Day?

  private var outbox: Outbox { Outbox(workspace: session.workspace.folder) }

  /// - Returns: Each letter with its file, and the file that holds them all where there is one.
  mutating func write(
    _ letters: [OutgoingLetter], as format: LetterFormat, template: LetterTemplates.Ready
  ) throws -> (results: [LetterResult], sheets: String?) {
    if format == .eml {
      let obstacles = letters.flatMap(\.obstacles)
      guard obstacles.isEmpty else {
        throw Teller(session.output, language: session.language).invalid(obstacles)
      }
    }
    do {
      try FileManager.default.createDirectory(atPath: folder ?? outbox.folder, withIntermediateDirectories: true)
      switch format {
      case .pdf: return (letters.map { LetterResult($0) }, try sheets(letters, template))
      case .html: return (try each(letters, "html") { Data($0.html.utf8) }, nil)
      case .txt: return (try each(letters, "txt") { Data($0.preview.utf8) }, nil)
      case .eml: return (try drafts(letters), nil)
      }
    } catch let exit as Exit {
      throw exit
    } catch let failure as Outbox.Failure {
      throw session.fail(failure.message, .failure)
    } catch let failure as PDF.Failure {
      throw session.fail(Text("\(failure)"), .failure)
    } catch {
      let place = folder ?? outbox.folder
      throw session.fail(
        Text(en: "\(place) could not be written to.", sv: "Det gick inte att skriva i \(place)."), .failure)
    }
  }

  private func path(_ name: String) -> String {
    ((folder ?? outbox.folder) as NSString).appendingPathComponent(name)
  }

  private func each(
    _ letters: [OutgoingLetter], _ ending: String, _ data: (OutgoingLetter) -> Data
  ) throws -> [LetterResult] {
    try letters.map { letter in
      let path = path(letter.fileName + "." + ending)
      try data(letter).write(to: URL(fileURLWithPath: path), options: .atomic)
      return LetterResult(letter, file: path)
    }
  }

  private func drafts(_ letters: [OutgoingLetter]) throws -> [LetterResult] {
    let (moment, offset) = moment
    guard folder != nil else {
      return try letters.map { LetterResult($0, file: try outbox.write($0, sent: moment, offset: offset)) }
    }
    return try each(letters, "eml") { Data($0.mail(sent: moment, offset: offset)) }
  }

  /// Every letter on sheets of its own, in one file.
  private func sheets(_ letters: [OutgoingLetter], _ template: LetterTemplates.Ready) throws -> String {
    let path = path("\(template.name).\(template.language.rawValue).pdf")
    let source = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-\(UUID().uuidString).html").path
    defer { try? FileManager.default.removeItem(atPath: source) }
    let title = letters.count == 1 ? letters[0].subject : session.workspace.assignment.name(template.language)
    progressBegins()
    try AtomicFile.write(LetterSheets.html(letters, title: title), to: source)
    try PDF.write(html: source, to: path)
    return path
  }

  private func progressBegins() { session.progress.begin(Text(en: "Making the PDF:", sv: "Gör PDF:")) }

  /// What a draft's date says: now, or nine o'clock on the day that was asked for.
  private var moment: (Moment, offset: Int) {
    let now = Int(Date().timeIntervalSince1970)
    guard let day, day != Now.day else {
      return (Moment(seconds: now), TimeZone.current.secondsFromGMT() / 60)
    }
    let date = Date(timeIntervalSince1970: Double(Moment(day, hour: 9).seconds))
    let offset = TimeZone.current.secondsFromGMT(for: date) / 60
    return (Moment(day, hour: 9, offset: offset), offset)
  }
}
