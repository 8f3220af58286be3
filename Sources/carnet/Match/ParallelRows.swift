import Dispatch
import Foundation
import NIOConcurrencyHelpers

/// Work on the rows of a file by all processors, with what it finds in the order of rows.
enum ParallelRows {
    private static let rowCountOfChunk = 2_048
    /// So many chunks a processor are worked on before what they found is taken.
    private static let chunksOfProcessor = 4

    /// Calls `work` with each chunk of rows, several at a time, then `take` with what it answered,
    /// one after the other from the first row on.
    static func forEachChunk<Found: Sendable>(
        _ rowCount: Int,
        _ work: @Sendable (Range<Int>) -> Found,
        then take: (Range<Int>, Found) throws -> Void
    ) rethrows {
        let width = Self.chunksOfProcessor * ProcessInfo.processInfo.activeProcessorCount
        var start = 0
        while start < rowCount {
            let chunks = (0..<width).map { index in
                let from = min(rowCount, start + index * rowCountOfChunk)
                return from..<min(rowCount, from + rowCountOfChunk)
            }
            let found = NIOLockedValueBox<[Found?]>(Array(repeating: nil, count: width))
            DispatchQueue.concurrentPerform(iterations: width) { index in
                guard !chunks[index].isEmpty else { return }
                let answer = work(chunks[index])
                found.withLockedValue { $0[index] = answer }
            }
            for (rows, found) in zip(chunks, found.withLockedValue { $0 }) {
                if let found { try take(rows, found) }
            }
            start += width * rowCountOfChunk
        }
    }
}
