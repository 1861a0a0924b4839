import EtappExchange
public import EtappModel
import Foundation

/// A workspace: a folder with the assignment and the data, read and checked.
public struct Workspace: Sendable {
  public let folder: String
  public let assignment: Assignment
  public let geography: Geography
  /// What has happened so far.
  public let actuals: [Actual]
  /// Whom to write to at each municipality.
  public let contacts: [Contact]
  /// What there was to say about the files; none of it an error.
  public let diagnostics: [Diagnostic]

  /// A workspace whose files cannot be used, with everything that is wrong.
  public struct Invalid: Error {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
      self.diagnostics = diagnostics
    }
  }

  /// Reads a folder.
  ///
  /// - Throws: `Invalid` when any file has an error; nothing is written.
  public init(folder: String) throws(Invalid) {
    let contents = WorkspaceReader(folder: folder).read()
    guard let assignment = contents.assignment, !contents.diagnostics.hasErrors else {
      throw Invalid(contents.diagnostics)
    }
    self.init(
      folder: folder, assignment: assignment, geography: contents.geography, actuals: contents.actuals,
      contacts: contents.contacts, diagnostics: contents.diagnostics)
  }

  /// A workspace made in memory: for tests and for programs that bring their own data.
  public init(
    folder: String, assignment: Assignment, geography: Geography, actuals: [Actual] = [],
    contacts: [Contact] = [], diagnostics: [Diagnostic] = []
  ) {
    self.folder = folder
    self.assignment = assignment
    self.geography = geography
    self.actuals = actuals
    self.contacts = contacts
    self.diagnostics = diagnostics
  }
}
