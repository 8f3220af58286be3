/// Up to 64 KiB of records, one behind the other. What stands in a page is changed only while its
/// owner alone refers to it; a snapshot that refers to it too reads it unhindered, since the owner
/// then writes to a copy.
///
/// Safe to hand to another thread for reading: whoever writes makes sure first that nobody else
/// refers to the page (`isKnownUniquelyReferenced`), and the reference count orders the two.
@safe public final class Page: @unchecked Sendable {
    /// The most bytes a page holds.
    public static let byteCountMax = 65_536

    /// How many bytes there is room for.
    public let capacity: Int
    /// How many bytes have been appended.
    public private(set) var used = 0
    /// How many of them belong to records that still count.
    public internal(set) var live = 0
    private let base: UnsafeMutableRawPointer

    /// An empty page with room for `capacity` bytes, at most `byteCountMax`.
    public init(capacity: Int) {
        precondition(capacity >= 0 && capacity <= Self.byteCountMax)
        self.capacity = capacity
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: max(capacity, 1), alignment: 8)
    }

    deinit { unsafe base.deallocate() }

    /// A page of the same bytes and the same capacity. O(used).
    public func copy() -> Page {
        let other = Page(capacity: capacity)
        unsafe other.base.copyMemory(from: base, byteCount: used)
        other.used = used
        other.live = live
        return other
    }

    /// How many bytes still fit.
    public var room: Int { capacity &- used }

    /// The bytes appended so far. They stay where they are as long as the page lives.
    public var bytes: RawSpan {
        @_lifetime(borrow self)
        get {
            let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base), byteCount: used)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// Appends `span`, for which there must be room, and answers where it stands.
    func append(_ span: RawSpan) -> Int {
        let count = span.byteCount
        precondition(count <= room)
        let offset = used
        let target = unsafe base + offset
        unsafe span.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe target.copyMemory(from: start, byteCount: count)
            }
        }
        used &+= count
        live &+= count
        return offset
    }

    /// Overwrites bytes that have been appended.
    func overwrite(at offset: Int, with span: RawSpan) {
        let count = span.byteCount
        precondition(offset >= 0 && offset &+ count <= used)
        let target = unsafe base + offset
        unsafe span.withUnsafeBytes { source in
            if let start = source.baseAddress {
                unsafe target.copyMemory(from: start, byteCount: count)
            }
        }
    }

    /// Overwrites one byte that has been appended.
    func set(_ byte: UInt8, at offset: Int) {
        precondition(offset >= 0 && offset < used)
        unsafe base.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }

    /// `count` bytes from `offset`, which must have been appended; the caller keeps the page alive.
    @_lifetime(borrow self)
    func slice(at offset: Int, count: Int) -> RawSpan {
        precondition(offset >= 0 && count >= 0 && offset &+ count <= used)
        let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base + offset), byteCount: count)
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// The little-endian 16 bits at `offset`, which must have been appended.
    func uint16(at offset: Int) -> Int {
        precondition(offset >= 0 && offset &+ 2 <= used)
        return Int(
            UInt16(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
        )
    }
}
