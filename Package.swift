// swift-tools-version: 6.2
import PackageDescription

/// Holds everywhere. Warnings are errors in CI alone: a newer compiler's must not break a
/// visitor's build.
let settings: [SwiftSetting] =
    [
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Lifetimes"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioLocks = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)
let unixSignals = Target.Dependency.product(
    name: "UnixSignals",
    package: "swift-service-lifecycle"
)
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")

/// A room of the house: one folder of Sources, with the settings that hold everywhere.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "carnet",
    products: [
        .executable(name: "carnet", targets: ["carnet"]),
        .executable(name: "carnet-bench", targets: ["carnet-bench"]),
        .library(name: "CarnetClient", targets: ["CarnetClient"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle",
            from: "2.13.0"
        ),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    ],
    targets: [
        .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
        .target(name: "CHash"),
        room("CarnetBytes", ["CHash"]),
        room("CarnetModel", ["CarnetBytes"]),
        room("CarnetIndex", ["CarnetBytes", "CarnetModel"]),
        room("CarnetStorage", ["CarnetBytes", "CLZ4"]),
        room(
            "CarnetEngine",
            ["CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", nioCore, nioLocks]
        ),
        room("CarnetWire", ["CarnetBytes", nioCore]),
        room(
            "CarnetServer",
            [
                "CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", "CarnetEngine",
                "CarnetWire", nioCore, nioPosix, nioLocks, logging,
                lifecycle, unixSignals, crypto,
            ]
        ),
        room("CarnetClient", ["CarnetWire", nioCore, nioPosix]),
        .executableTarget(
            name: "carnet",
            dependencies: [
                "CarnetServer", "CarnetClient", "CarnetStorage", "CarnetEngine", "CarnetModel",
                "CarnetBytes", "CarnetWire", "CarnetIndex",
                argumentParser, logging, lifecycle, unixSignals, nioCore, nioPosix, nioLocks,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "carnet-bench",
            dependencies: [
                "CarnetServer", "CarnetClient", "CarnetStorage", "CarnetEngine", "CarnetModel",
                "CarnetBytes", "CarnetWire", "CarnetIndex",
                argumentParser, histogram, nioCore, nioPosix,
            ],
            path: "Benchmarks/CarnetBench",
            swiftSettings: settings
        ),
        .target(
            name: "CarnetTestKit",
            dependencies: ["CarnetBytes", "CarnetStorage"],
            path: "Tests/CarnetTestKit",
            swiftSettings: settings
        ),
        tests("BytesTests", ["CarnetBytes", "CarnetTestKit"]),
        tests("ModelTests", ["CarnetBytes", "CarnetModel", "CarnetTestKit"]),
        tests("IndexTests", ["CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetTestKit"]),
        tests("StorageTests", ["CarnetBytes", "CarnetStorage", "CarnetTestKit"]),
        tests("WireTests", ["CarnetBytes", "CarnetWire", "CarnetTestKit"]),
        tests(
            "EngineTests",
            [
                "CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", "CarnetEngine",
                "CarnetTestKit",
            ]
        ),
        tests(
            "ClientTests",
            [
                "CarnetBytes", "CarnetClient", "CarnetEngine", "CarnetWire", nioCore, nioLocks,
                nioPosix,
            ]
        ),
        tests(
            "CommandLineTests",
            [
                "carnet", "CarnetBytes", "CarnetClient", "CarnetEngine", "CarnetIndex",
                "CarnetModel", "CarnetServer", "CarnetStorage", "CarnetTestKit", "CarnetWire",
                argumentParser, logging, nioCore, nioLocks, nioPosix,
            ]
        ),
        tests("AcceptanceTests", ["CarnetBytes", "CarnetTestKit", "CarnetWire", "carnet"]),
        tests("TidyTests", []),
    ]
)
