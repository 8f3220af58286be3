import CarnetBytes

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
    /// `LogRecordReader` decodes it; the records' LSNs count from the frame's first.
    public func run(
        _ use: (Item, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let manifest =
            switch try ManifestFile(folder: folder).read() {
            case .current(let manifest), .previous(let manifest, _): manifest
            case .neither(let error): throw error
            case .absent: throw .missing(path: StoreLayout.manifest)
            }
        for name in try folder.list(StoreLayout.logFolder) {
            guard let number = StoreLayout.segmentNumber(name), number >= manifest.firstSegment
            else { continue }
            let path = StoreLayout.segment(number)
            do throws(StoreError) {
                let bytes = try folder.readWhole(path: path)
                try dump(bytes.bytes, path: path, number, manifest, use)
            } catch {
                try use(.unreadable(error, path: path), RawSpan())
            }
        }
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
