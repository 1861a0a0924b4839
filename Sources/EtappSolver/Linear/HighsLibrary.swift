import Foundation

/// The HiGHS library, bound at run time.
///
/// Bound with `dlopen` rather than linked: nothing needs to be installed to build, any HiGHS from 1.7 on works,
/// and a distribution's, Homebrew's or `make deps`' copy is found alike (decision 2).
package struct HighsLibrary: Sendable {
  typealias Model = UnsafeMutableRawPointer
  typealias Doubles = UnsafePointer<Double>
  typealias Integers = UnsafePointer<Int32>
  typealias DoublesOut = UnsafeMutablePointer<Double>
  typealias IntegersOut = UnsafeMutablePointer<Int32>
  typealias Name = UnsafePointer<CChar>
  /// kind, message, what HiGHS says, what it reads back, the user's own pointer.
  typealias Callback =
    @convention(c) (Int32, Name?, UnsafeRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Void

  let create: @convention(c) () -> Model?
  let destroy: @convention(c) (Model) -> Void
  let setBool: @convention(c) (Model, Name, Int32) -> Int32
  let setInteger: @convention(c) (Model, Name, Int32) -> Int32
  let setDouble: @convention(c) (Model, Name, Double) -> Int32
  let setString: @convention(c) (Model, Name, Name) -> Int32
  let addColumns: @convention(c) (Model, Int32, Doubles, Doubles, Doubles, Int32, Integers, Integers, Doubles) -> Int32
  let addRows: @convention(c) (Model, Int32, Doubles, Doubles, Int32, Integers, Integers, Doubles) -> Int32
  let deleteRows: @convention(c) (Model, Int32, Integers) -> Int32
  let changeIntegrality: @convention(c) (Model, Int32, Int32, Integers) -> Int32
  let changeCosts: @convention(c) (Model, Int32, Int32, Doubles) -> Int32
  let changeColumnBounds: @convention(c) (Model, Int32, Integers, Doubles, Doubles) -> Int32
  let changeRowBounds: @convention(c) (Model, Int32, Double, Double) -> Int32
  let changeCoefficient: @convention(c) (Model, Int32, Int32, Double) -> Int32
  let run: @convention(c) (Model) -> Int32
  let modelStatus: @convention(c) (Model) -> Int32
  let solution: @convention(c) (Model, DoublesOut, DoublesOut, DoublesOut, DoublesOut) -> Int32
  let basis: @convention(c) (Model, IntegersOut, IntegersOut) -> Int32
  let setBasis: @convention(c) (Model, Integers, Integers) -> Int32
  let clearSolver: @convention(c) (Model) -> Int32
  let doubleInformation: @convention(c) (Model, Name, DoublesOut) -> Int32
  let integerInformation: @convention(c) (Model, Name, IntegersOut) -> Int32
  let infinity: @convention(c) (Model) -> Double
  let runTime: @convention(c) (Model) -> Double
  let setCallback: @convention(c) (Model, Callback, UnsafeMutableRawPointer?) -> Int32
  let startCallback: @convention(c) (Model, Int32) -> Int32

  /// `1.15.1` or whichever was found, and where.
  package let version: String
  package let path: String

  /// HiGHS could not be found, or what was found is not HiGHS.
  package struct Missing: Error, CustomStringConvertible {
    package let tried: [String]
    package var description: String {
      """
      The HiGHS library was not found. Run `make deps` (or `pip install highsbox`), or set ETAPP_HIGHS to \
      the path of libhighs. Tried: \(tried.joined(separator: ", ")).
      """
    }
  }

  /// The library of this process, loaded once.
  package static func shared() throws -> HighsLibrary { try loaded.get() }

  private static let loaded = Result { try HighsLibrary(candidates: candidatePaths()) }

  private init(candidates: [String]) throws {
    for path in candidates {
      guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { continue }
      if let library = HighsLibrary(handle: handle, path: path) {
        self = library
        return
      }
    }
    throw Missing(tried: candidates)
  }

  private init?(handle: UnsafeMutableRawPointer, path: String) {
    func symbol<Function>(_ name: String, _: Function.Type = Function.self) -> Function? {
      dlsym(handle, name).map { unsafeBitCast($0, to: Function.self) }
    }
    guard let create: @convention(c) () -> Model? = symbol("Highs_create"),
      let destroy: @convention(c) (Model) -> Void = symbol("Highs_destroy"),
      let sizeOfInteger: @convention(c) (Model) -> Int32 = symbol("Highs_getSizeofHighsInt"),
      let setBool: @convention(c) (Model, Name, Int32) -> Int32 = symbol("Highs_setBoolOptionValue"),
      let setInteger: @convention(c) (Model, Name, Int32) -> Int32 = symbol("Highs_setIntOptionValue"),
      let setDouble: @convention(c) (Model, Name, Double) -> Int32 = symbol("Highs_setDoubleOptionValue"),
      let setString: @convention(c) (Model, Name, Name) -> Int32 = symbol("Highs_setStringOptionValue"),
      let addColumns:
        @convention(c) (Model, Int32, Doubles, Doubles, Doubles, Int32, Integers, Integers, Doubles) -> Int32 =
        symbol("Highs_addCols"),
      let addRows: @convention(c) (Model, Int32, Doubles, Doubles, Int32, Integers, Integers, Doubles) -> Int32 =
        symbol("Highs_addRows"),
      let deleteRows: @convention(c) (Model, Int32, Integers) -> Int32 = symbol("Highs_deleteRowsBySet"),
      let changeIntegrality: @convention(c) (Model, Int32, Int32, Integers) -> Int32 =
        symbol("Highs_changeColsIntegralityByRange"),
      let changeCosts: @convention(c) (Model, Int32, Int32, Doubles) -> Int32 = symbol("Highs_changeColsCostByRange"),
      let changeColumnBounds: @convention(c) (Model, Int32, Integers, Doubles, Doubles) -> Int32 =
        symbol("Highs_changeColsBoundsBySet"),
      let changeRowBounds: @convention(c) (Model, Int32, Double, Double) -> Int32 = symbol("Highs_changeRowBounds"),
      let changeCoefficient: @convention(c) (Model, Int32, Int32, Double) -> Int32 = symbol("Highs_changeCoeff"),
      let run: @convention(c) (Model) -> Int32 = symbol("Highs_run"),
      let modelStatus: @convention(c) (Model) -> Int32 = symbol("Highs_getModelStatus"),
      let solution: @convention(c) (Model, DoublesOut, DoublesOut, DoublesOut, DoublesOut) -> Int32 =
        symbol("Highs_getSolution"),
      let basis: @convention(c) (Model, IntegersOut, IntegersOut) -> Int32 = symbol("Highs_getBasis"),
      let setBasis: @convention(c) (Model, Integers, Integers) -> Int32 = symbol("Highs_setBasis"),
      let clearSolver: @convention(c) (Model) -> Int32 = symbol("Highs_clearSolver"),
      let doubleInformation: @convention(c) (Model, Name, DoublesOut) -> Int32 = symbol("Highs_getDoubleInfoValue"),
      let integerInformation: @convention(c) (Model, Name, IntegersOut) -> Int32 = symbol("Highs_getIntInfoValue"),
      let infinity: @convention(c) (Model) -> Double = symbol("Highs_getInfinity"),
      let runTime: @convention(c) (Model) -> Double = symbol("Highs_getRunTime"),
      let setCallback: @convention(c) (Model, Callback, UnsafeMutableRawPointer?) -> Int32 =
        symbol("Highs_setCallback"),
      let startCallback: @convention(c) (Model, Int32) -> Int32 = symbol("Highs_startCallback"),
      let version: @convention(c) () -> Name? = symbol("Highs_version"),
      let probe = create()
    else { return nil }
    defer { destroy(probe) }
    // A library built with 64-bit indices would read our arrays wrongly.
    guard sizeOfInteger(probe) == 4 else { return nil }
    self.create = create
    self.destroy = destroy
    self.setBool = setBool
    self.setInteger = setInteger
    self.setDouble = setDouble
    self.setString = setString
    self.addColumns = addColumns
    self.addRows = addRows
    self.deleteRows = deleteRows
    self.changeIntegrality = changeIntegrality
    self.changeCosts = changeCosts
    self.changeColumnBounds = changeColumnBounds
    self.changeRowBounds = changeRowBounds
    self.changeCoefficient = changeCoefficient
    self.run = run
    self.modelStatus = modelStatus
    self.solution = solution
    self.basis = basis
    self.setBasis = setBasis
    self.clearSolver = clearSolver
    self.doubleInformation = doubleInformation
    self.integerInformation = integerInformation
    self.infinity = infinity
    self.runTime = runTime
    self.setCallback = setCallback
    self.startCallback = startCallback
    self.version = version().map { String(cString: $0) } ?? "?"
    self.path = path
  }

  /// Where HiGHS may be, in the order tried: said by the user, beside us (`make deps`), the system's, Homebrew's.
  private static func candidatePaths() -> [String] {
    var paths: [String] = []
    if let said = ProcessInfo.processInfo.environment["ETAPP_HIGHS"], !said.isEmpty { paths.append(said) }
    let names = ["libhighs.so.1", "libhighs.so", "libhighs.dylib"]
    for folder in foldersAbove() {
      for beside in [".deps/python/highsbox/highs_dist/lib", "lib/etapp", "lib"] {
        for name in names {
          let path = "\(folder)/\(beside)/\(name)"
          if FileManager.default.fileExists(atPath: path) { paths.append(path) }
        }
      }
    }
    return paths + names + ["/opt/homebrew/lib/libhighs.dylib", "/usr/local/lib/libhighs.dylib"]
  }

  /// The folders above the running program and above the working directory, nearest first.
  private static func foldersAbove() -> [String] {
    var folders: [String] = []
    let starts = [
      URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath().deletingLastPathComponent(),
      Bundle.main.bundleURL,
      URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
    ]
    for start in starts {
      var folder = start.standardizedFileURL
      for _ in 0..<8 where folder.path != "/" {
        if !folders.contains(folder.path) { folders.append(folder.path) }
        folder.deleteLastPathComponent()
      }
    }
    return folders
  }
}
