// swift-tools-version: 6.2
import PackageDescription

/// Every warning is an error: a warning nobody reads hides the one that matters.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A target of Vélin, with its test target when it has one.
func house(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name)] + dependencies,
    swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "velin",
  products: [
    .executable(name: "velin", targets: ["velin"]),
    .executable(name: "velin-atlas", targets: ["velin-atlas"]),
    .library(name: "Cairo", targets: ["Cairo"]),
    .library(
      name: "Maps",
      targets: ["Cartography", "Figures", "Typesetting", "Statistics", "Language", "Quantities", "Settings"]),
    .library(name: "Export", targets: ["Export", "Pages", "Fonts", "Geometry", "Diagnostics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    system("CCairo", "cairo-ft", "libcairo2-dev"),
    system("CFreeType", "freetype2", "libfreetype-dev"),
    system("CHarfBuzz", "harfbuzz", "libharfbuzz-dev"),
    system("CHyphen", nil, "libhyphen-dev"),
    system("CQPDF", "libqpdf", "libqpdf-dev"),
    system("CDeflate", "libdeflate", "libdeflate-dev"),
    system("CCMark", "libcmark-gfm", "libcmark-gfm-dev"),
    system("CNettle", "nettle", "nettle-dev"),
    system("CLibYAML", "yaml-0.1", "libyaml-dev"),
    system("CProj", "proj", "libproj-dev"),
    system("CGeos", "geos", "libgeos-dev"),

    house("Diagnostics", ["Memos"]),
    house("Digests", ["CNettle"]),
    house("Geometry"),
    house("Memos"),
    house("Quantities"),
    house("Settings", ["Diagnostics", "Digests", "CLibYAML"]),
    house("Language", ["Quantities"]),
    house("Fonts", ["Geometry", "Memos", "Diagnostics", "Settings", "CHarfBuzz"]),
    house("Pages", ["Fonts", "Geometry"]),
    house(
      "Typesetting",
      ["Pages", "Fonts", "Geometry", "Language", "Quantities", "Diagnostics", "Memos", "CHyphen"]),
    house("Layout", ["Typesetting", "Pages", "Geometry", "Diagnostics"]),
    house("Statistics", ["Quantities", "Memos", "Diagnostics", "Digests", "Settings"]),
    house(
      "Figures",
      ["Typesetting", "Statistics", "Language", "Pages", "Geometry", "Quantities", "Diagnostics"]),
    house(
      "Charts",
      ["Figures", "Typesetting", "Statistics", "Language", "Pages", "Geometry", "Quantities"]),
    house(
      "Cartography",
      [
        "Figures", "Typesetting", "Statistics", "Language", "Pages", "Settings", "Geometry", "Quantities",
        "Diagnostics",
      ]),
    house(
      "Reports",
      [
        "Layout", "Charts", "Cartography", "Figures", "Statistics", "Typesetting", "Language", "Pages",
        "Fonts", "Settings", "Geometry", "Quantities", "Diagnostics", "CCMark",
      ]),
    house("Cairo", ["CCairo", "CFreeType"]),
    house("QPDF", ["CQPDF", "CDeflate", "Diagnostics", "Digests"]),
    house(
      "Export", ["Memos", "Pages", "Fonts", "Settings", "Geometry", "Cairo", "QPDF", "Diagnostics"]),
    house("Inspection", ["QPDF", "Diagnostics"]),
    .executableTarget(
      name: "velin",
      dependencies: [
        "Reports", "Export", "Inspection", "Statistics", "Settings", "Pages", "Quantities", "Diagnostics",
        "Digests", arguments,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "velin-atlas",
      dependencies: [
        "Cartography", "Statistics", "Settings", "Diagnostics", "CProj", "CGeos", arguments,
      ],
      path: "Sources/velin-atlas",
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Pages", "Geometry"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Diagnostics"),
    tests("Digests"),
    tests("Geometry"),
    tests("Memos", ["Diagnostics"]),
    tests("Quantities"),
    tests("Settings", ["Diagnostics", "Digests"]),
    tests("Language", ["Quantities"]),
    tests("Fonts", ["Geometry", "Diagnostics", "Settings"]),
    tests("Pages", ["Fonts", "Geometry"]),
    tests(
      "Typesetting", ["Pages", "Fonts", "Geometry", "Language", "Diagnostics", "Settings", "TestSupport"]),
    tests(
      "Layout",
      ["Typesetting", "Pages", "Fonts", "Geometry", "Language", "Settings", "Diagnostics", "TestSupport"]),
    tests("Statistics", ["Quantities", "Diagnostics", "Settings", "TestSupport"]),
    tests(
      "Figures",
      [
        "Typesetting", "Statistics", "Language", "Pages", "Fonts", "Geometry", "Quantities", "Diagnostics",
        "TestSupport",
      ]),
    tests(
      "Charts",
      [
        "Figures", "Typesetting", "Statistics", "Language", "Pages", "Fonts", "Geometry", "Quantities",
        "TestSupport",
      ]),
    tests(
      "Cartography",
      [
        "Figures", "Typesetting", "Statistics", "Language", "Pages", "Fonts", "Geometry", "Quantities",
        "Diagnostics", "TestSupport",
      ]),
    tests("Cairo"),
    tests("QPDF"),
    tests("Inspection", ["Export", "Pages", "Fonts", "Geometry", "QPDF", "Diagnostics"]),
    tests("Export", ["Pages", "Fonts", "Geometry", "Cairo", "QPDF", "Diagnostics"]),
    tests(
      "Reports",
      [
        "Pages", "Export", "Typesetting", "Statistics", "Settings", "Fonts", "Diagnostics", "Quantities",
        "Layout", "Geometry", "Figures", "Language", "Cartography", "TestSupport",
      ]),
    .testTarget(name: "EndToEndTests", dependencies: ["velin", yams], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
