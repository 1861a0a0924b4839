public import EtappModel
import EtappReport
import Foundation

/// The templates of letters that a workspace keeps in its folder `letters`.
public struct LetterTemplates: Sendable {
  /// The folder, in the workspace.
  public static let folderName = "letters"

  /// A template of that name in that language is not there.
  public struct Absent: Error {
    /// Names of templates that are, nearest first; or languages of this one.
    public let known: [String]
    /// Whether the name exists in another language.
    public let isOtherLanguage: Bool
  }

  /// A template that has been read and has no error in itself.
  public struct Ready: Sendable {
    /// Held by reference, so that who uses the library need not know how large a template is.
    private final class Held: Sendable {
      let template: LetterTemplate

      init(_ template: LetterTemplate) { self.template = template }
    }

    private let held: Held
    var template: LetterTemplate { held.template }

    init(_ template: LetterTemplate) { held = Held(template) }

    public var name: String { template.name }
    public var language: Language { template.language }
    /// The role of the contact it goes to.
    public var role: String? { template.role }
    /// Whether it tells when offices open, so that a forecast is needed.
    public var needsForecast: Bool { template.needsForecast }
    /// Whether it says why an office is in its round.
    public var givesReason: Bool { template.placeholders.contains(.reason) }
  }

  private let folder: String

  /// - Parameter folder: The workspace's folder.
  public init(folder: String) {
    self.folder = (folder as NSString).appendingPathComponent(Self.folderName)
  }

  /// Every template with its languages.
  public var all: [String: [Language]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(into: [:]) { found, file in
      for language in Language.allCases where file.hasSuffix(Self.ending(language)) {
        let name = String(file.dropLast(Self.ending(language).count))
        if !name.isEmpty, !name.hasPrefix(".") { found[name, default: []].append(language) }
      }
    }
  }

  private static func ending(_ language: Language) -> String { ".\(language.rawValue).mustache" }

  /// Reads a template.
  ///
  /// - Parameter name: Its name, or that of its file.
  /// - Throws: `Absent`, or `Workspace.Invalid` with everything that is wrong in it.
  public func template(named name: String, _ language: Language) throws -> Ready {
    let known = all
    var name = name
    if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
    for ending in Language.allCases.map(Self.ending) where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    guard let languages = known[name] else {
      let near = Names.nearest(to: name, among: known.keys.sorted())
      throw Absent(known: near.isEmpty ? known.keys.sorted() : near, isOtherLanguage: false)
    }
    guard languages.contains(language) else {
      throw Absent(known: languages.map(\.rawValue).sorted(), isOtherLanguage: true)
    }
    return try read(name, language)
  }

  private func read(_ name: String, _ language: Language) throws(Workspace.Invalid) -> Ready {
    let file = name + Self.ending(language)
    let shown = Self.folderName + "/" + file
    let data = FileManager.default.contents(atPath: (folder as NSString).appendingPathComponent(file)) ?? Data()
    guard let text = String(data: data, encoding: .utf8) else {
      let message = Text(
        en: "The template is not UTF-8; save it as UTF-8.", sv: "Mallen är inte UTF-8; spara den som UTF-8.")
      throw Workspace.Invalid([Diagnostic(.error, message, at: Diagnostic.Place(file: shown))])
    }
    let bare = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    let (template, diagnostics) = LetterTemplate.read(bare, file: shown, name: name, language: language)
    guard let template else { throw Workspace.Invalid(diagnostics) }
    return Ready(template)
  }
}
