/// Up to 64 KiB of records, one behind the other; a reference to them. What stands in a page is
/// changed only while its owner alone refers to it; a snapshot that refers to it too reads it
/// unhindered, since the owner then writes to a copy.
///
/// Safe to hand to another thread for reading: whoever writes makes sure first that nobody else
/// refers to the page (`isKnownUniquelyReferenced`), and the reference count orders the two.
///
/// The bytes stand behind the object's head, so that a reader of a record touches no line of memory
/// but the record's own.
@safe public struct Page: @unchecked Sendable {
    /// What a page knows of itself.
    private struct Head {
        let size: Int
        var used = 0
        var live = 0
    }

    /// The most bytes a page holds.
    public static let byteCountMax = 65_536

    private var storage: ManagedBuffer<Head, UInt8>

    /// An empty page with room for `byteCount` bytes, at most `byteCountMax`.
    init(size: Int) {
        precondition(size >= 0 && size <= Self.byteCountMax)
        storage = ManagedBuffer.create(minimumCapacity: size) { _ in Head(size: size) }
    }

    /// How many bytes there is room for, used and not.
    var size: Int { storage.header.size }
    /// How many bytes have been appended.
    public var used: Int { storage.header.used }
    /// How many of them belong to records that still count.
    var live: Int {
        get { storage.header.live }
        nonmutating set { storage.header.live = newValue }
    }

    private var base: UnsafeMutableRawPointer {
        unsafe storage.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
    }

    /// Makes the page one that nobody else refers to. O(used) where somebody does.
    mutating func own() {
        guard !isKnownUniquelyReferenced(&storage) else { return }
        let copy = Page(size: size)
        unsafe copy.base.copyMemory(from: base, byteCount: used)
        copy.storage.header = storage.header
        self = copy
    }

    /// How many bytes still fit.
    var room: Int { size &- used }

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
        storage.header.used = offset &+ count
        storage.header.live &+= count
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

    /// The record that begins at `offset`, as long as its first two bytes say. For offsets that
    /// `append` has answered: nothing is checked, so that the page's head is not read.
    @_lifetime(borrow self)
    func record(at offset: Int) -> RawSpan {
        let start = unsafe UnsafeRawPointer(base + offset)
        let count = UInt16(littleEndian: unsafe start.loadUnaligned(as: UInt16.self))
        let span = unsafe RawSpan(_unsafeStart: start, byteCount: Int(count))
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
