import Foundation
import Testing

/// House rules that the compiler does not hold, read off the sources.
struct TidyTests {
    /// What each room may import beside itself (STYLE: "Rooms").
    static let rooms: [String: Set<String>] = [
        "CarnetBytes": ["CHash"],
        "CarnetModel": ["CarnetBytes"],
        "CarnetIndex": ["CarnetBytes", "CarnetModel"],
        "CarnetStorage": ["CarnetBytes", "CLZ4", "Glibc", "Synchronization"],
        "CarnetEngine": [
            "CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", "NIOCore",
            "NIOConcurrencyHelpers", "Foundation", "Dispatch", "Glibc", "Synchronization",
        ],
        "CarnetWire": ["CarnetBytes", "NIOCore"],
        "CarnetServer": [
            "CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", "CarnetEngine",
            "CarnetWire", "NIOCore", "NIOPosix", "NIOConcurrencyHelpers", "Logging",
            "ServiceLifecycle", "UnixSignals", "Crypto", "Dispatch", "Glibc", "Synchronization",
        ],
        "CarnetClient": [
            "CarnetBytes", "CarnetWire", "NIOCore", "NIOPosix", "Glibc", "Synchronization",
        ],
    ]

    /// The only files of the inner rooms that handle raw memory or call the system with it. Spans
    /// of arrays (`unsafe x.span.bytes`) and lifetimes that are told to the compiler are not
    /// counted; the compiler itself holds the rest under strict memory safety.
    static let rawMemoryFiles: Set<String> = [
        "CarnetBytes/ByteWriter.swift", "CarnetBytes/Checksums.swift", "CarnetBytes/Page.swift",
        "CarnetBytes/RawSpan+LittleEndian.swift",
        "CarnetModel/Phones/NumberingPlanData+Values.swift",
        "CarnetStorage/Disk/DiskBuffer.swift", "CarnetStorage/Disk/LZ4Block.swift",
        "CarnetStorage/Disk/PosixDisk.swift",
    ]

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct Source {
        let room: String
        let name: String
        let lines: [Substring]
    }

    static func sources() throws -> [Source] {
        let folder = root.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var sources: [Source] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let path = file.path.dropFirst(folder.path.count + 1)
            let text = try String(contentsOf: file, encoding: .utf8)
            sources.append(
                Source(
                    room: String(path.prefix { $0 != "/" }),
                    name: String(path),
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false)
                )
            )
        }
        return sources
    }

    @Test func everyRoomImportsOnlyWhatItsLineNames() throws {
        let sources = try Self.sources()
        #expect(sources.count > 100)
        for source in sources {
            guard let allowed = Self.rooms[source.room] else { continue }
            for line in source.lines {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 1,
                    words.count == place + 2
                else { continue }
                let module = String(words[place + 1])
                #expect(allowed.contains(module), "\(source.name) imports \(module)")
            }
        }
    }

    @Test func rawMemoryStaysInItsFiles() throws {
        let words = ["UnsafeRawPointer", "UnsafeMutable", "UnsafePointer", "UnsafeBufferPointer"]
        let inner: Set<String> = [
            "CarnetBytes", "CarnetModel", "CarnetIndex", "CarnetStorage", "CarnetWire",
        ]
        for source in try Self.sources() where inner.contains(source.room) {
            guard !Self.rawMemoryFiles.contains(source.name) else { continue }
            for (number, line) in source.lines.enumerated() {
                for word in words where line.contains(word) {
                    Issue.record("\(source.name):\(number + 1) handles raw memory: \(word)")
                }
            }
        }
    }

    @Test func everyRoomIsInTheTable() throws {
        let rooms = Set(try Self.sources().map(\.room))
        #expect(rooms.subtracting(Self.rooms.keys) == ["carnet"])
    }

    @Test func nothingTrapsOnPurposeOrIsLeftForLater() throws {
        let banned = ["try!", "fatalError(", "TODO", "FIXME", "as! "]
        for source in try Self.sources() {
            for (number, line) in source.lines.enumerated() {
                for word in banned where line.contains(word) {
                    Issue.record("\(source.name):\(number + 1) has \(word)")
                }
            }
        }
    }

    @Test func placesOfOtherMachinesAreNotNamed() throws {
        for source in try Self.sources() {
            for line in source.lines {
                let named = line.contains("/home/") || line.contains("/Users/")
                #expect(!named, "\(source.name) names a folder of somebody's machine")
            }
        }
    }
}
