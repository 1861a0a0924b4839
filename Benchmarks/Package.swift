// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a normal build of Etapp never compiles it.
//
// The library is named here because the identity of a package by path is its folder's name, which is the user's choice.
let package = Package(
  name: "etapp-benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "etapp-bench", targets: ["EtappBench"])],
  dependencies: [
    .package(name: "etapp", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "EtappBench",
      dependencies: [
        .product(name: "Etapp", package: "etapp"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
