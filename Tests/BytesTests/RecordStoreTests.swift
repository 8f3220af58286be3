import CarnetBytes
import CarnetTestKit
import Testing

/// Records in pages, against a dictionary.
struct RecordStoreTests {
    /// Goal: whatever was put last is what is there, also in views taken earlier. Method: random
    /// puts of random lengths and removals with a seed, a dictionary beside, views on the way.
    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func holdsWhatWasPutLast(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var store = RecordStore()
        var model: [UInt32: [UInt8]] = [:]
        var views: [(RecordPages, [UInt32: [UInt8]])] = []
        for step in 0..<3_000 {
            let number = UInt32.random(in: 1...200, using: &random)
            if Int.random(in: 0..<12, using: &random) == 0 {
                #expect(store.remove(number) == (model[number] != nil), "seed \(seed)")
                model[number] = nil
            } else {
                let record = Self.record(number, &random)
                store.put(unsafe record.span.bytes)
                model[number] = record
            }
            if step % 500 == 250 { views.append((store.view(), model)) }
        }
        #expect(store.count == model.count, "seed \(seed)")
        #expect(store.liveByteCount == model.values.reduce(0) { $0 + $1.count }, "seed \(seed)")
        for number in 1...200 as ClosedRange<UInt32> {
            #expect(Self.bytes(store.record(number)) == model[number], "seed \(seed)")
        }
        for (view, then) in views {
            for number in 1...200 as ClosedRange<UInt32> {
                #expect(Self.bytes(view.record(number)) == then[number], "seed \(seed)")
            }
            var writer = ByteWriter()
            var count = 0
            for page in 0..<view.pageCount {
                count += view.appendRecords(ofPage: page, to: &writer)
            }
            #expect(count == then.count, "seed \(seed)")
            #expect(writer.byteCount == then.values.reduce(0) { $0 + $1.count }, "seed \(seed)")
        }
        // Dead records are cleared away: the pages never hold much more than twice what lives.
        #expect(store.pageByteCount < 3 * store.liveByteCount + 3 * Page.byteCountMax)
    }

    @Test func takesTheLongestRecord() {
        var store = RecordStore()
        let record = Self.record(1, byteCount: RecordStore.recordByteCountMax)
        store.put(unsafe record.span.bytes)
        #expect(Self.bytes(store.record(1)) == record)
        #expect(!store.hasRoom(for: RecordStore.recordByteCountMax + 1))
    }

    @Test func answersNothingForNumbersNeverGiven() {
        let store = RecordStore()
        #expect(!store.contains(0))
        #expect(!store.contains(1))
        #expect(!store.contains(.max))
    }

    private static func record(_ number: UInt32, _ random: inout SeededRandom) -> [UInt8] {
        let byteCount =
            Int.random(in: 0..<20, using: &random) == 0
            ? Int.random(in: 7...60_000, using: &random) : Int.random(in: 7...200, using: &random)
        return record(number, byteCount: byteCount)
    }

    private static func record(_ number: UInt32, byteCount: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: byteCount)
        bytes[0] = UInt8(truncatingIfNeeded: byteCount)
        bytes[1] = UInt8(truncatingIfNeeded: byteCount >> 8)
        bytes[2] = 0
        for index in 0..<4 {
            bytes[3 + index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * index))
        }
        return bytes
    }

    private static func bytes(_ span: RawSpan?) -> [UInt8]? {
        guard let span else { return nil }
        return span.array()
    }
}
