// swift-tools-version: 6.2
import PackageDescription

/// Every target speaks the same Swift: language mode 6, warnings as errors, and the features that make imports and existentials explicit.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// The arrows between these rooms are stated in Docs/ARCHITECTURE.md and kept by Tests/HouseTests.
let package = Package(
    name: "sayso",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Sayso", targets: ["Sayso"]),
        .executable(name: "sayso", targets: ["SaysoCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .target(name: "SaysoCore", dependencies: ["CLibCrypto"], swiftSettings: house),
        .target(
            name: "SaysoLexicon", dependencies: ["SaysoCore", "CZlib"],
            resources: [.copy("Resources/en"), .copy("Resources/shared")], swiftSettings: house),
        .target(name: "SaysoIntake", dependencies: ["SaysoCore", "SaysoLexicon", "CLibXML2"], swiftSettings: house),
        // -O3 in every configuration: at -O0 the tests would take minutes a report. No contraction: each fused product is written out, so that
        // the same bytes give the same claims on every processor.
        .target(name: "CSaysoKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
        .target(name: "SaysoEngine", dependencies: ["CSaysoKernels"], swiftSettings: house),
        .target(name: "SaysoText", dependencies: ["SaysoCore", "SaysoLexicon", "SaysoEngine"], swiftSettings: house),
        .target(name: "SaysoClaims", dependencies: ["SaysoCore", "SaysoLexicon"], swiftSettings: house),
        .target(name: "SaysoLedger", dependencies: ["SaysoCore"], swiftSettings: house),
        .target(
            name: "Sayso",
            dependencies: ["SaysoCore", "SaysoLexicon", "SaysoIntake", "SaysoEngine", "SaysoText", "SaysoClaims", "SaysoLedger"],
            swiftSettings: house),
        .target(
            name: "SaysoSQLite", dependencies: ["SaysoCore", "SaysoLedger", "CZlib", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: house),
        .target(
            name: "SaysoServer",
            dependencies: [
                "SaysoCore", "SaysoLedger",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("Templates"), .copy("Static")], swiftSettings: house),
        .executableTarget(
            name: "SaysoCLI",
            dependencies: [
                "Sayso", "SaysoCore", "SaysoLexicon", "SaysoIntake", "SaysoText", "SaysoLedger", "SaysoSQLite", "SaysoServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: house),
        .target(name: "SaysoTestSupport", dependencies: ["SaysoCore", "SaysoLedger"], swiftSettings: house),

        .testTarget(name: "SaysoCoreTests", dependencies: ["SaysoCore", "SaysoTestSupport"], swiftSettings: house),
        .testTarget(name: "SaysoLexiconTests", dependencies: ["SaysoLexicon", "SaysoCore"], swiftSettings: house),
        .testTarget(name: "SaysoIntakeTests", dependencies: ["SaysoIntake", "SaysoCore", "SaysoTestSupport"], swiftSettings: house),
        .testTarget(
            name: "SaysoEngineTests", dependencies: ["SaysoEngine", "CSaysoKernels"], resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(
            name: "SaysoTextTests", dependencies: ["SaysoText", "SaysoLexicon", "SaysoCore", "SaysoTestSupport"], swiftSettings: house),
        .testTarget(
            name: "SaysoClaimsTests",
            dependencies: ["SaysoClaims", "SaysoText", "SaysoLexicon", "SaysoCore", "SaysoTestSupport"], swiftSettings: house),
        .testTarget(name: "SaysoLedgerTests", dependencies: ["SaysoLedger", "SaysoCore", "SaysoTestSupport"], swiftSettings: house),
        .testTarget(name: "SaysoTests", dependencies: ["Sayso", "SaysoIntake", "SaysoCore"], swiftSettings: house),
        .testTarget(
            name: "SaysoSQLiteTests",
            dependencies: ["SaysoSQLite", "SaysoLedger", "SaysoCore", "SaysoTestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: house),
        .testTarget(
            name: "SaysoServerTests",
            dependencies: [
                "SaysoServer", "SaysoLedger", "SaysoCore", "SaysoTestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ], swiftSettings: house),
        .testTarget(name: "SaysoCLITests", dependencies: ["SaysoCLI", "SaysoCore", "SaysoTestSupport"], swiftSettings: house),
        .testTarget(name: "HouseTests", swiftSettings: house),
    ]
)
