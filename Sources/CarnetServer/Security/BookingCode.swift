import Crypto

/// Codes that prove an address: six digits, told once and kept as their digests (R-SAL-18).
enum BookingCode {
    /// A new one.
    static func make() -> String {
        // The kernel's random bytes.
        var random = SystemRandomNumberGenerator()
        let number = Int.random(in: 0..<1_000_000, using: &random)
        let digits = "\(number)"
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    /// The SHA-256 of a code for one booking of one venue, so that equal codes have other digests.
    static func digest(_ code: [UInt8], tenant: [UInt8], booking: UInt32) -> [UInt8] {
        Array(SHA256.hash(data: tenant + Array("/\(booking)/".utf8) + code))
    }
}
