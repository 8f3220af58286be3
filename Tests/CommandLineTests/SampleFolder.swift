import CarnetBytes
import CarnetModel
import CarnetStorage
import Foundation

/// A data folder with a short log in it, made through the storage room as the engine makes it.
struct SampleFolder {
    private static let microseconds: UInt64 = 1_777_636_800_000_000

    let path: String

    /// Two frames: a tenant and two clients; a change, a client taken off and an unknown event.
    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "carnet-cli-\(UUID().uuidString)").path
        let recovery = try Store.open(
            PosixDisk(root: path),
            options: StoreOptions(segmentByteCount: 64 << 10, spareCount: 1, reserveByteCount: 0),
            freshUUID: StoreUUID(high: 1, low: 2),
            now: { Self.microseconds }
        )
        let store = try recovery.finish()
        var body = ByteWriter()
        var sequence: UInt64 = 0
        func add(_ type: UInt8, _ payload: [UInt8]) {
            sequence += 1
            Self.add(type, payload, PartitionSequence(sequence), to: &body)
        }
        add(EventKind.tenantCreated.rawValue, Self.field(TenantSetting.country.rawValue, "CH"))
        add(
            EventKind.clientAdded.rawValue,
            [17] + Self.field(1, "Zoé") + Self.field(2, "Müller")
                + Self.field(6, [0xC8, 0x2C, 0x6A, 0xA6, 0x09])
                + Self.field(9, [0x27, 0x00]) + Self.field(13, [1])
                + Self.field(33, "vip") + Self.field(33, "window")
        )
        add(EventKind.clientAdded.rawValue, [18] + Self.field(2, "\u{1B}[2J\nx"))
        try store.log.write(body: body.bytes, firstLSN: LSN(1), records: 3, sync: true)
        body.removeAll()
        add(EventKind.clientChanged.rawValue, [17] + Self.field(5, ""))
        add(EventKind.clientDeactivated.rawValue, [18])
        add(99, [1, 2, 3])
        try store.log.write(body: body.bytes, firstLSN: LSN(4), records: 3, sync: true)
        try store.catalog.close(log: try store.log.close())
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    var segment: URL { URL(filePath: path).appending(path: "wal/0000000000000001.wal") }

    /// Turns one bit of the only segment round.
    func flip(at offset: Int) throws {
        var bytes = try Data(contentsOf: segment)
        bytes[offset] ^= 1
        try bytes.write(to: segment)
    }

    private static func add(
        _ type: UInt8,
        _ payload: [UInt8],
        _ sequence: PartitionSequence,
        to body: inout ByteWriter
    ) {
        let tenant = Array("bistro".utf8)
        LogRecord.append(
            to: &body,
            type: type,
            partition: PartitionID(tenant: unsafe tenant.span.bytes),
            sequence: sequence,
            timestamp: microseconds + sequence.value * 1_000,
            tenant: unsafe tenant.span.bytes,
            payload: unsafe payload.span.bytes
        )
    }

    private static func field(_ tag: UInt8, _ value: String) -> [UInt8] {
        field(tag, Array(value.utf8))
    }

    private static func field(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
        [tag, UInt8(value.count)] + value
    }
}
