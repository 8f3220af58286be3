import Foundation
import Glibc

/// A folder of its own for a server's data, removed with the last reference.
final class DataFolder: Sendable {
    let path: String

    init() throws {
        let name = "carnet-acceptance-\(getpid())-\(UInt64.random(in: .min ... .max))"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Another folder with the same data, and no output of the server.
    func copy() throws -> DataFolder {
        let other = try DataFolder()
        try FileManager.default.createDirectory(
            atPath: other.data,
            withIntermediateDirectories: false
        )
        // The socket is the server's that listens on it, and no data.
        for name in try FileManager.default.contentsOfDirectory(atPath: data)
        where name != "carnet.sock" {
            try FileManager.default.copyItem(
                atPath: data + "/" + name,
                toPath: other.data + "/" + name
            )
        }
        return other
    }

    /// Where the server keeps its data.
    var data: String { path + "/data" }

    /// Where its output goes.
    var log: String { path + "/output.txt" }

    func bytes(of name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: data + "/" + name)))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: data + "/" + name))
    }

    func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: data + "/" + folder).sorted()
    }
}
