// swift-tools-version: 6.2
import PackageDescription

// A program of somebody else's that uses Etapp as a library. In your own package, write the repository's address
// and a version instead of the path.
let package = Package(
  name: "library-use",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "etapp", path: "../..")],
  targets: [
    .executableTarget(name: "LibraryUse", dependencies: [.product(name: "Etapp", package: "etapp")])
  ]
)
