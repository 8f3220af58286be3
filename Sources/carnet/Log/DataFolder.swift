import ArgumentParser
import CarnetStorage
import Foundation

/// A data folder that is looked at without a server.
enum DataFolder {
    /// Opens it to look at; thrown is `.missing` where there is none.
    static func open(_ path: String) throws(AdminFailure) -> PosixDisk {
        do throws(DiskError) {
            return try PosixDisk(existing: path)
        } catch .missing {
            throw AdminFailure(
                .missing,
                "there is no folder \(path); --data names the one that 'carnet serve' was given"
            )
        } catch {
            throw AdminFailure(.disk(error))
        }
    }

    /// Makes the folders above it, where they are absent.
    static func makeParent(of path: String) throws(AdminFailure) {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw AdminFailure(
                .inputOutput,
                "can't make the folder \(parent.path): \(error.localizedDescription)"
            )
        }
    }

    static func check(_ path: String?) throws {
        if path?.isEmpty ?? false { throw ValidationError("--data: must name a folder") }
    }
}
