import CarnetBytes

/// How a folded name sounds, as the comparison keeps it.
struct Sound {
    private let key: UInt64

    init(_ name: RawSpan) { key = PhoneticKey.key(of: name) }

    /// A hash of the whole, never 0.
    var hash: UInt32 {
        let mixed = (key ^ key >> 29 &+ 1) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32) | 1
    }

    /// The first three sounds.
    var start: UInt16 { UInt16(truncatingIfNeeded: key & 0x7FFF) | 0x8000 }
}
