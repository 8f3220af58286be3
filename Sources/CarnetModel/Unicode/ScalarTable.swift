/// A number of 16 bits for every Unicode scalar, 0 unless set. Two steps: the scalar's upper bits
/// choose a page of 256, and pages that are alike throughout are shared. A look-up costs two loads.
public struct ScalarTable: Sendable {
    private static let pageCount = 0x11_0000 >> 8

    @usableFromInline var pages: [UInt16]
    @usableFromInline var values: [UInt16]
    /// Which pages stand for several blocks and must be copied before one of these changes.
    private var isShared: [Bool]

    public init() {
        pages = Array(repeating: 0, count: Self.pageCount)
        values = Array(repeating: 0, count: 256)
        isShared = [true]
    }

    /// The number of a scalar, which must be at most U+10FFFF.
    @inlinable
    public subscript(scalar: UInt32) -> UInt16 {
        values[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    }

    public mutating func set(_ value: UInt16, at scalar: UInt32) {
        let block = Int(scalar >> 8)
        var page = Int(pages[block])
        if isShared[page] {
            let copied = values[page << 8..<(page + 1) << 8]
            page = isShared.count
            values.append(contentsOf: copied)
            isShared.append(false)
            pages[block] = UInt16(truncatingIfNeeded: page)
        }
        values[page << 8 | Int(scalar & 0xFF)] = value
    }

    /// Sets `count` scalars from `first` on. Blocks that it covers share one page.
    public mutating func set(_ value: UInt16, from first: UInt32, count: UInt32) {
        let end = first + count
        var scalar = first
        var sharedPage: UInt16?
        while scalar < end {
            guard scalar & 0xFF == 0, scalar + 256 <= end else {
                set(value, at: scalar)
                scalar += 1
                continue
            }
            let page = sharedPage ?? addPage(of: value)
            sharedPage = page
            pages[Int(scalar >> 8)] = page
            scalar += 256
        }
    }

    private mutating func addPage(of value: UInt16) -> UInt16 {
        values.append(contentsOf: repeatElement(value, count: 256))
        isShared.append(true)
        return UInt16(truncatingIfNeeded: isShared.count - 1)
    }
}
