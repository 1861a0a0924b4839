// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a normal build of Etapp never compiles it.
//
// The library is named here because the identity of a package by path is its folder's name, which is the user's choice.
// The engine room of the forecast has no door of its own yet, and what it offers stays within its package; so it is compiled
// here a second time, under another name, from the same files.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "etapp-benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "etapp-bench", targets: ["EtappBench"])],
  dependencies: [
    .package(name: "etapp", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .target(name: "EngineRoom", swiftSettings: strict),
    .executableTarget(
      name: "EtappBench",
      dependencies: [
        "EngineRoom",
        .product(name: "Etapp", package: "etapp"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ]
)
