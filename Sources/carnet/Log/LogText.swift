import CarnetBytes
import CarnetModel
import CarnetStorage

/// The log as lines for people or machines. Whatever the files hold, it goes on to their end.
struct LogText {
    let from: LSN
    let limit: Int?
    let tenant: String?
    let showsFrames: Bool
    let asJSON: Bool

    /// The segment that is read.
    private(set) var path = ""
    private var shownCount = 0
    /// Whether a whole segment could not be read.
    private(set) var hasUnreadable = false

    init(
        from: LSN = LSN(1),
        limit: Int? = nil,
        tenant: String? = nil,
        showsFrames: Bool = false,
        asJSON: Bool = false
    ) {
        self.from = from
        self.limit = limit
        self.tenant = tenant
        self.showsFrames = showsFrames
        self.asJSON = asJSON
    }

    /// Hands every line to `write`.
    mutating func run(on disk: any Disk, write: (String) -> Void) throws(StoreError) {
        do throws(StoreError) {
            try LogDump(disk).run { (item, body) throws(StoreError) in
                // The walk ends early by an error alone, and may then tell of that as of a fault.
                guard !isDone else { throw .failed }
                show(item, body, write)
            }
        } catch  where isDone {
        } catch {
            throw error
        }
    }

    private var isDone: Bool { limit.map { shownCount >= $0 } ?? false }

    private mutating func show(_ item: LogDump.Item, _ body: RawSpan, _ write: (String) -> Void) {
        switch item {
        case .segment(let header, let path, let byteCount):
            self.path = path
            if showsFrames { write(line(header, byteCount)) }
        case .frame(let frame, let offset):
            // A watermark stands in front of the LSN that it names.
            guard max(frame.firstLSN, frame.lastLSN) >= from else { return }
            if showsFrames { write(line(frame, offset)) }
            if frame.type == .records { showRecords(of: frame, body, offset, write) }
        case .seal(let frame, let seal, let offset):
            guard showsFrames, frame.lastLSN >= from else { return }
            write(line(seal, offset))
        case .fault(.absent, let offset):
            if showsFrames { write(lineOfEnd(offset)) }
        case .fault(let fault, let offset):
            write(line(fault: "the frame is damaged (\(fault.rawValue))", offset))
        case .unreadable(let error, let path):
            self.path = path
            hasUnreadable = true
            write(line(fault: "\(error)", nil))
        }
    }

    private mutating func showRecords(
        of frame: FrameHeader,
        _ body: RawSpan,
        _ offset: Int,
        _ write: (String) -> Void
    ) {
        var reader = LogRecordReader(body)
        var lsn = frame.firstLSN
        do throws(LogRecordError) {
            while !isDone, let record = try reader.next() {
                let name = body.bytes(record.tenant).text()
                if lsn >= from, tenant == nil || tenant == name {
                    let facts = EventFacts(type: record.type, payload: body.bytes(record.payload))
                    write(line(lsn, record, name, facts))
                    shownCount += 1
                }
                lsn = lsn.next
            }
        } catch {
            write(
                line(fault: "LSN \(lsn.value): the record is damaged (\(error.rawValue))", offset)
            )
        }
    }
}
