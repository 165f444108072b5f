// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither builds nor tests of Vélin wait for it:
//
//     swift run --package-path Benchmarks --configuration release finishing
//     swift run --package-path Benchmarks --configuration release maps
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "velin", path: "..")],
  targets: [
    .executableTarget(
      name: "finishing",
      dependencies: [.product(name: "Export", package: "velin")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "maps",
      dependencies: [.product(name: "Export", package: "velin"), .product(name: "Maps", package: "velin")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
