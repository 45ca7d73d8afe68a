// swift-tools-version: 6.1
import PackageDescription

// The architecture: which module may import which. Everything else in this file is derived from it.
// Data and imports go one way; `docs/ARCHITECTURE.md` says why, and the tidy tests hold the sources to it.
let mayImport: KeyValuePairs<String, [String]> = [
  "DossierSource": [],
  "DossierMarkdown": ["DossierSource", "CCmarkGFM"],
  "DossierModel": ["DossierSource", "DossierMarkdown"],
  "DossierIngest": ["DossierSource", "DossierMarkdown", "DossierModel", "CHTML", "Yams"],
  "DossierAnalysis": ["DossierSource", "DossierModel"],
  "DossierLanguages": ["DossierSource", "DossierModel", "DossierAnalysis", "CNameModel"],
  "DossierLinking": ["DossierSource", "DossierModel"],
  "DossierEditions": ["DossierSource", "DossierMarkdown", "DossierModel"],
  "DossierPages": ["DossierSource", "DossierModel"],
  "DossierTemplates": ["DossierSource"],
  "DossierTheme": ["DossierTemplates"],
  "DossierSearch": ["DossierSource"],
  "DossierRendering": [
    "DossierSource", "DossierMarkdown", "DossierModel", "DossierPages", "DossierTemplates", "DossierSearch",
  ],
  "DossierBuild": [
    "DossierSource", "DossierMarkdown", "DossierModel", "DossierIngest", "DossierAnalysis", "DossierLinking",
    "DossierEditions", "DossierPages", "DossierTemplates", "DossierRendering", "Yams",
  ],
  "DossierServer": [],
  "DossierCommandLine": [
    "DossierSource", "DossierModel", "DossierLanguages", "DossierTheme", "DossierBuild", "DossierServer",
    "ArgumentParser",
  ],
]

/// C libraries of the system, found by pkg-config.
let systemLibraries = [
  "CCmarkGFM": ["libcmark-gfm", "libcmark-gfm-dev libcmark-gfm-extensions-dev"],
  "CHTML": ["libxml-2.0", "libxml2-dev"],
]

/// Products of other packages: what is imported, and the package it comes from.
let products = ["Yams": "Yams", "ArgumentParser": "swift-argument-parser"]

/// Modules with files that are embedded at build time: the theme and the language packs.
let embedding = ["DossierTheme", "DossierLanguages"]

/// What each test target needs beside the module it is named after.
let testsAlsoImport: KeyValuePairs<String, [String]> = [
  "DossierSource": [],
  "DossierMarkdown": [],
  "DossierModel": [],
  "DossierIngest": ["DossierMarkdown", "DossierModel", "DossierLanguages"],
  "DossierAnalysis": ["DossierMarkdown", "DossierModel", "DossierLanguages"],
  "DossierLanguages": ["DossierAnalysis", "DossierModel", "DossierMarkdown"],
  "DossierLinking": ["DossierMarkdown", "DossierModel", "DossierAnalysis", "DossierLanguages"],
  "DossierEditions": ["DossierMarkdown", "DossierModel"],
  "DossierPages": ["DossierMarkdown", "DossierModel"],
  "DossierTemplates": [],
  "DossierSearch": [],
  "DossierRendering": [
    "DossierMarkdown", "DossierModel", "DossierPages", "DossierTemplates", "DossierTheme",
  ],
  "DossierBuild": ["DossierMarkdown", "DossierModel", "DossierLanguages", "DossierTheme"],
  "DossierServer": [],
]

/// Test targets with files that tests read where they lie.
let withFixtures = ["DossierMarkdown"]

func dependency(_ name: String) -> Target.Dependency {
  products[name].map { .product(name: name, package: $0) } ?? .target(name: name)
}

let modules = mayImport.map { name, imports in
  Target.target(
    name: name, dependencies: imports.map(dependency),
    exclude: name == "DossierLanguages" ? ["Data"] : [],
    plugins: embedding.contains(name) ? ["EmbedFiles"] : [])
}

let libraries = systemLibraries.sorted { $0.key < $1.key }.map { name, library in
  Target.systemLibrary(
    name: name, path: "Sources/\(name)", pkgConfig: library[0],
    providers: [.apt(library[1].split(separator: " ").map(String.init))])
}

let tests = testsAlsoImport.map { name, imports in
  Target.testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "DossierTestSupport"] + (name == "DossierSource" ? [] : ["DossierSource"]) + imports)
      .map(dependency),
    exclude: withFixtures.contains(name) ? ["Fixtures"] : [])
}

/// Tests of the whole: what `SiteBuilder` makes of folders on disk, and the state of the repository itself.
let wholeTests: [Target] = [
  .testTarget(
    name: "EndToEndTests",
    dependencies: [
      "DossierSource", "DossierBuild", "DossierLanguages", "DossierTheme", "DossierTestSupport",
    ],
    exclude: ["Fixtures"]),
  .testTarget(name: "TidyTests"),
]

let package = Package(
  name: "dossier",
  products: [.executable(name: "dossier", targets: ["dossier"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: libraries + modules + tests + wholeTests + [
    .executableTarget(name: "dossier", dependencies: ["DossierCommandLine"]),
    .target(
      name: "CNameModel", exclude: ["weights"], cSettings: [.headerSearchPath("weights")]),
    .executableTarget(name: "embed-files", path: "Sources/EmbedFilesTool"),
    .executableTarget(
      name: "train-names",
      dependencies: [
        "DossierSource", "DossierMarkdown", "DossierModel", "DossierAnalysis", "DossierLanguages",
      ],
      path: "Sources/TrainNamesTool"),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/EmbedFilesPlugin"),
    .target(
      name: "DossierTestSupport", dependencies: ["DossierSource", "DossierMarkdown", "DossierModel"],
      path: "Tests/DossierTestSupport"),
  ]
)
