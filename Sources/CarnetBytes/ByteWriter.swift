/// Bytes that grow at the end: events, records, frames and replies are written with it.
///
/// Appending is amortized O(1) a byte. The storage belongs to the writer alone and goes with it;
/// `removeAll` keeps it for the next use.
@safe public struct ByteWriter: ~Copyable {
    private var base: UnsafeMutableRawPointer
    public private(set) var byteCount = 0
    public private(set) var capacity: Int

    public init(capacity: Int = 256) {
        self.capacity = max(16, capacity)
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { unsafe base.deallocate() }

    /// What has been written.
    public var bytes: RawSpan {
        @_lifetime(borrow self)
        get {
            let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base), byteCount: byteCount)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// A copy of what has been written.
    public func array() -> [UInt8] { bytes.array() }

    /// Forgets the bytes and keeps the room.
    @inlinable
    public mutating func removeAll() { truncate(to: 0) }

    /// Forgets all but the first `count` bytes.
    public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= byteCount)
        byteCount = count
    }

    public mutating func reserve(_ more: Int) {
        if byteCount &+ more > capacity { grow(more) }
    }

    public mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe base.storeBytes(of: byte, toByteOffset: byteCount, as: UInt8.self)
        byteCount &+= 1
    }

    public mutating func append(littleEndian value: UInt16) {
        reserve(2)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: byteCount, as: UInt16.self)
        byteCount &+= 2
    }

    public mutating func append(littleEndian value: UInt32) {
        reserve(4)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: byteCount, as: UInt32.self)
        byteCount &+= 4
    }

    public mutating func append(littleEndian value: UInt64) {
        reserve(8)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: byteCount, as: UInt64.self)
        byteCount &+= 8
    }

    public mutating func append(varint value: UInt64) {
        reserve(10)
        var rest = value
        var index = byteCount
        while rest >= 0x80 {
            unsafe base.storeBytes(
                of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: index, as: UInt8.self)
            rest >>= 7
            index &+= 1
        }
        unsafe base.storeBytes(
            of: UInt8(truncatingIfNeeded: rest), toByteOffset: index, as: UInt8.self)
        byteCount = index &+ 1
    }

    public mutating func append(_ span: RawSpan) {
        let count = span.byteCount
        guard count > 0 else { return }
        reserve(count)
        let target = unsafe base + byteCount
        unsafe span.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe target.copyMemory(from: start, byteCount: count)
            }
        }
        byteCount &+= count
    }

    public mutating func append(_ array: [UInt8]) {
        append(unsafe array.span.bytes)
    }

    public mutating func append(_ text: StaticString) {
        append(
            unsafe RawSpan(
                _unsafeStart: UnsafeRawPointer(text.utf8Start),
                byteCount: text.utf8CodeUnitCount))
    }

    /// The UTF-8 of `text`. For what is not on a hot path.
    public mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// A varint length, then the bytes.
    public mutating func append(lengthPrefixed span: RawSpan) {
        append(varint: UInt64(span.byteCount))
        append(span)
    }

    /// `count` zero bytes.
    public mutating func appendZeros(_ count: Int) {
        guard count > 0 else { return }
        reserve(count)
        unsafe (base + byteCount).initializeMemory(as: UInt8.self, repeating: 0, count: count)
        byteCount &+= count
    }

    /// Overwrites the byte at `offset`, which must have been written.
    public mutating func set(_ byte: UInt8, at offset: Int) {
        precondition(offset >= 0 && offset < byteCount)
        unsafe base.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }

    /// Overwrites four bytes at `offset`, which must have been written.
    public mutating func set(littleEndian value: UInt32, at offset: Int) {
        precondition(offset >= 0 && offset &+ 4 <= byteCount)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt32.self)
    }

    /// Overwrites eight bytes at `offset`, which must have been written.
    public mutating func set(littleEndian value: UInt64, at offset: Int) {
        precondition(offset >= 0 && offset &+ 8 <= byteCount)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
    }

    private mutating func grow(_ more: Int) {
        let wanted = max(byteCount &+ more, capacity &* 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
        unsafe larger.copyMemory(from: base, byteCount: byteCount)
        unsafe base.deallocate()
        unsafe base = larger
        capacity = wanted
    }
}

// Its storage is its own and moves with it; nothing else points there.
extension ByteWriter: @unchecked Sendable {}
