public import CarnetBytes

/// Goes through a store's log for somebody to read: every segment that is kept, frame by frame.
/// Takes no lock and changes nothing.
public struct LogDump {
    private let folder: StoreFolder

    public init(_ disk: any Disk) { folder = StoreFolder(disk: disk) }

    /// What stands at a place of the log.
    public enum Item: Hashable, Sendable {
        case segment(SegmentHeader, path: String, byteCount: Int)
        case frame(FrameHeader, offset: Int)
        case seal(FrameHeader, Seal, offset: Int)
        /// No sound frame: the log's end where it is `.absent` in the newest segment.
        case fault(FrameFault, offset: Int)
        /// The segment can't be read at all.
        case unreadable(StoreError, path: String)
    }

    /// Hands every item to `use`, with the raw body of a frame of records, else no bytes.
    /// `LogRecordReader` decodes it; the records' LSNs count from the frame's first. Segments
    /// are left out that MANIFEST knows to end at or before `start`, and those behind the last one
    /// that was begun up to `microseconds` since 1970.
    public func run(
        after start: LSN = .zero,
        begunUpTo microseconds: UInt64 = .max,
        _ use: (Item, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let manifest =
            switch try ManifestFile(folder: folder).read() {
            case .current(let manifest), .previous(let manifest, _): manifest
            case .neither(let error): throw error
            case .absent: throw .missing(path: StoreLayout.manifest)
            }
        let ended = Set(
            manifest.segments.filter { $0.state != .live && $0.lastLSN <= start }.map(\.number)
        )
        var numbers = manifest.segmentNumbers(in: try folder.list(StoreLayout.logFolder))
            .filter { !ended.contains($0) }
        while microseconds < .max, let last = numbers.last,
            let begun = try beginning(manifest.segmentPath(last)), begun > microseconds
        {
            numbers.removeLast()
        }
        for number in numbers {
            let path = manifest.segmentPath(number)
            do throws(StoreError) {
                let bytes = try folder.readWhole(path: path)
                try dump(bytes.bytes, path: path, number, manifest, use)
            } catch {
                try use(.unreadable(error, path: path), RawSpan())
            }
        }
    }

    /// When a segment was begun; nil where its header can't be read, which is told elsewhere.
    private func beginning(_ path: String) throws(StoreError) -> UInt64? {
        guard let file = try? folder.disk.open(path, .read) else { return nil }
        defer { folder.close(file) }
        var page = DiskBuffer(byteCount: SegmentHeader.byteCount)
        let count = try folder.read(file, at: 0, byteCount: page.byteCount, into: &page)
        return SegmentHeader.createdAt(page.bytes.extracting(0..<count))
    }

    private func dump(
        _ bytes: RawSpan,
        path: String,
        _ number: UInt64,
        _ manifest: Manifest,
        _ use: (Item, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let header = try SegmentHeader(bytes, path: path, uuid: manifest.uuid, number: number)
        try use(.segment(header, path: path, byteCount: bytes.byteCount), RawSpan())
        let named = manifest.segments.first { $0.number == number }
        var decoder = BodyDecoder()
        var walk = SegmentWalk(bytes, header: header)
        while true {
            if let named, named.state == .cut, walk.offset >= Int(named.byteCount) { return }
            let offset = walk.offset
            switch walk.next() {
            case .frame(let frame, let body):
                let fault = try decoder.decode(frame, stored: bytes.extracting(body)) {
                    raw throws(StoreError) in
                    try use(.frame(frame, offset: offset), raw)
                }
                if let fault { try use(.fault(fault, offset: offset), RawSpan()) }
            case .seal(let frame, let seal):
                try use(.seal(frame, seal, offset: offset), RawSpan())
                return
            case .fault(let fault):
                try use(.fault(fault, offset: offset), RawSpan())
                guard walk.resume() else { return }
            }
        }
    }
}
