/// Bytes that grow at the end: events, records, frames and replies are written with it.
///
/// Appending is amortized O(1) a byte. The storage belongs to the writer alone and goes with it;
/// `removeAll` keeps it for the next use. Inlinable, since every reply is made of short appends.
@safe public struct ByteWriter: ~Copyable {
    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var used = 0
    @usableFromInline var room: Int

    /// How many bytes have been written.
    @inlinable public var byteCount: Int { used }

    /// How many bytes fit before the storage grows.
    @inlinable public var capacity: Int { room }

    public init(capacity: Int = 256) {
        room = max(16, capacity)
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 16)
    }

    deinit { unsafe base.deallocate() }

    /// What has been written.
    @inlinable
    public var bytes: RawSpan {
        @_lifetime(borrow self)
        get {
            let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base), byteCount: used)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// A copy of what has been written.
    public func array() -> [UInt8] { bytes.array() }

    /// Forgets the bytes and keeps the room.
    @inlinable
    public mutating func removeAll() { truncate(to: 0) }

    /// Forgets all but the first `count` bytes.
    @inlinable @inline(__always)
    public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= used)
        used = count
    }

    @inlinable @inline(__always)
    public mutating func reserve(_ more: Int) {
        if used &+ more > room { grow(more) }
    }

    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe base.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
        used &+= 1
    }

    @inlinable @inline(__always)
    public mutating func append(littleEndian value: UInt16) {
        reserve(2)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: used, as: UInt16.self)
        used &+= 2
    }

    @inlinable @inline(__always)
    public mutating func append(littleEndian value: UInt32) {
        reserve(4)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: used, as: UInt32.self)
        used &+= 4
    }

    @inlinable @inline(__always)
    public mutating func append(littleEndian value: UInt64) {
        reserve(8)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: used, as: UInt64.self)
        used &+= 8
    }

    @inlinable
    public mutating func append(varint value: UInt64) {
        reserve(10)
        var rest = value
        var index = used
        while rest >= 0x80 {
            unsafe base.storeBytes(
                of: UInt8(truncatingIfNeeded: rest) | 0x80,
                toByteOffset: index,
                as: UInt8.self
            )
            rest >>= 7
            index &+= 1
        }
        unsafe base.storeBytes(
            of: UInt8(truncatingIfNeeded: rest),
            toByteOffset: index,
            as: UInt8.self
        )
        used = index &+ 1
    }

    @inlinable @inline(__always)
    public mutating func append(_ span: RawSpan) {
        let count = span.byteCount
        guard count > 0 else { return }
        reserve(count)
        let target = unsafe base + used
        unsafe span.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe target.copyMemory(from: start, byteCount: count)
            }
        }
        used &+= count
    }

    @inlinable
    public mutating func append(_ array: [UInt8]) {
        append(unsafe array.span.bytes)
    }

    @inlinable @inline(__always)
    public mutating func append(_ text: StaticString) {
        append(
            unsafe RawSpan(
                _unsafeStart: UnsafeRawPointer(text.utf8Start),
                byteCount: text.utf8CodeUnitCount
            )
        )
    }

    /// The UTF-8 of `text`. For what is not on a hot path.
    @inlinable
    public mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }

    /// A varint length, then the bytes.
    @inlinable
    public mutating func append(lengthPrefixed span: RawSpan) {
        append(varint: UInt64(span.byteCount))
        append(span)
    }

    /// `count` zero bytes.
    @inlinable
    public mutating func appendZeros(_ count: Int) {
        guard count > 0 else { return }
        reserve(count)
        unsafe (base + used).initializeMemory(as: UInt8.self, repeating: 0, count: count)
        used &+= count
    }

    /// Overwrites the byte at `offset`, which must have been written.
    @inlinable
    public mutating func set(_ byte: UInt8, at offset: Int) {
        precondition(offset >= 0 && offset < used)
        unsafe base.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }

    /// Overwrites four bytes at `offset`, which must have been written.
    @inlinable
    public mutating func set(littleEndian value: UInt32, at offset: Int) {
        precondition(offset >= 0 && offset &+ 4 <= used)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt32.self)
    }

    /// Overwrites eight bytes at `offset`, which must have been written.
    @inlinable
    public mutating func set(littleEndian value: UInt64, at offset: Int) {
        precondition(offset >= 0 && offset &+ 8 <= used)
        unsafe base.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
    }

    @usableFromInline
    mutating func grow(_ more: Int) {
        let wanted = max(used &+ more, room &* 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
        unsafe larger.copyMemory(from: base, byteCount: used)
        unsafe base.deallocate()
        unsafe base = larger
        room = wanted
    }
}

// Its storage is its own and moves with it; nothing else points there.
extension ByteWriter: @unchecked Sendable {}
