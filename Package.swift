// swift-tools-version: 6.2
import PackageDescription

// The house: three rings of three. Each row says who a target may import; ArchitectureTests holds the
// sources to the same map, because the package manager lets transitive imports through.
//
//   core    EtappModel ← EtappSolver (numbers only) ← EtappPlanner
//   edges   EtappExchange, EtappStore, EtappReport: each imports the model and nothing else of ours
//   doors   Etapp (pipeline, use cases, the library) ← EtappWeb ← EtappCommand (the binary `etapp`)

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

// `make` sets this: tests search and solve all the time, and take a third of it where that is optimised. Not for everybody,
// since a package with such flags cannot be depended on by version.
let kernels: [SwiftSetting] =
  Context.environment["ETAPP_OPTIMISED_KERNELS"] == nil ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(
  _ name: String, imports: [Target.Dependency], path: String? = nil, settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: imports, path: path, swiftSettings: settings)
}

func tests(_ name: String, of targets: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: targets + ["EtappTestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "etapp",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Etapp", targets: ["Etapp", "EtappModel"]),
    .executable(name: "etapp", targets: ["EtappCommand"]),
  ],
  dependencies: [
    // Commands, help and shell completions.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // Reads programme.yaml with line and column of every node, so that a diagnostic can point.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // SQLite with migrations and write-ahead log: the store, and GeoPackage files.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // The web application's server; no traits, because TLS is a reverse proxy's work.
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    // Templates of letters, which users edit.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // Core
    room("EtappModel", imports: []),
    room("EtappSolver", imports: [], settings: strict + kernels),
    room("EtappPlanner", imports: ["EtappModel", "EtappSolver"], settings: strict + kernels),
    // Edges
    room(
      "EtappExchange",
      imports: ["EtappModel", "Yams", "CMail", "CProj", .product(name: "GRDB", package: "GRDB.swift")]),
    room("EtappStore", imports: ["EtappModel", "CSodium", .product(name: "GRDB", package: "GRDB.swift")]),
    room("EtappReport", imports: ["EtappModel", .product(name: "Mustache", package: "swift-mustache")]),
    // Doors
    .target(
      name: "Etapp",
      dependencies: [
        "EtappModel", "EtappPlanner", "EtappExchange", "EtappStore", "EtappReport", "CShippedFiles", "CTransfer",
      ],
      swiftSettings: strict),
    room(
      "EtappWeb",
      imports: [
        "EtappModel", "EtappReport", "Etapp", "CSodium", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
      ]),
    .executableTarget(
      name: "EtappCommand",
      dependencies: [
        "EtappModel", "Etapp", "EtappWeb",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // The example and the schema inside the binary (`#embed`), so that `etapp demo` needs no folder beside it.
    .target(name: "CShippedFiles"),
    // C libraries of the system, and thin layers over those that Swift cannot call as they are.
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .systemLibrary(
      name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CMail", dependencies: ["CGMime"]),
    .target(name: "CTransfer", dependencies: ["CCurl"]),
    // Tests, one target for each room; the support holds the oracle, the cast and the checkers.
    room("EtappTestSupport", imports: ["EtappModel"], path: "Tests/EtappTestSupport"),
    tests("EtappModelTests", of: ["EtappModel"]),
    tests("EtappSolverTests", of: ["EtappSolver"]),
    tests("EtappPlannerTests", of: ["EtappModel", "EtappSolver", "EtappPlanner"]),
    tests("EtappExchangeTests", of: ["EtappModel", "EtappExchange"]),
    tests("EtappStoreTests", of: ["EtappModel", "EtappStore"]),
    tests("EtappReportTests", of: ["EtappModel", "EtappReport"]),
    tests("EtappWebTests", of: ["EtappModel", "Etapp", "EtappWeb"]),
    // Runs the program as a user does; reads its documents with our own JSON reader.
    tests("EtappCommandTests", of: ["EtappModel", "EtappExchange", "EtappCommand"]),
    tests("JourneyTests", of: ["EtappModel", "Etapp"]),
    tests("ArchitectureTests", of: ["EtappModel", "Etapp"]),
  ]
)
