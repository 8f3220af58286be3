// swift-tools-version: 6.2
import PackageDescription

/// The rooms below the wire, with the tests that prove what is kept: a package of its own for builds
/// that are made again and again (`Tests/Mutants/run`) or with a sanitizer (`Tests/Rooms/threads`).
/// It is put into a folder where `Sources` and `Tests` stand beside it, and is never built here.
let settings: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
]

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioLocks = Target.Dependency.product(name: "NIOConcurrencyHelpers", package: "swift-nio")

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "rooms",
    dependencies: [.package(url: "https://github.com/apple/swift-nio", from: "2.101.2")],
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
        .target(
            name: "CarnetTestKit",
            dependencies: ["CarnetBytes", "CarnetStorage"],
            path: "Tests/CarnetTestKit",
            swiftSettings: settings
        ),
        tests("StorageTests", ["CarnetBytes", "CarnetStorage", "CarnetTestKit"]),
        tests(
            "EngineTests",
            [
                "CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", "CarnetEngine",
                "CarnetTestKit",
            ]
        ),
    ]
)
