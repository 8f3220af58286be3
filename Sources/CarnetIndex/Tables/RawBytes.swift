extension [UInt8] {
    /// The bytes of the array as they lie there. Bytes have no padding, which is all that the
    /// unsafe mark warns of.
    @inline(__always)
    var rawBytes: RawSpan {
        @_lifetime(borrow self)
        get { unsafe span.bytes }
    }
}
