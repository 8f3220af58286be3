import CarnetBytes

/// A tenant's name: 1 to 64 of `a-z 0-9 . _ -`, so that it can stand in a key, a file name and an
/// address without quoting.
public enum TenantName {
    public static let byteCountMax = 64

    public static func check(_ bytes: RawSpan) throws(ValueError) {
        guard bytes.byteCount > 0, bytes.byteCount <= byteCountMax else { throw .tenantName }
        var index = 0
        while index < bytes.byteCount {
            switch bytes.byte(at: index) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                index &+= 1
            default: throw .tenantName
            }
        }
    }
}
