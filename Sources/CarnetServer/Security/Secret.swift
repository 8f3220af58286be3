import Crypto

/// Secrets of tokens: made at random, told once, kept as their digests alone.
///
/// A secret has 256 bits, so that a plain digest can't be turned back by trying: what passwords need
/// salt and slowness for does not arise.
enum Secret {
    private static let byteCount = 32

    /// A new one, as 64 hexadecimal digits.
    static func make() -> String {
        // The kernel's random bytes.
        var random = SystemRandomNumberGenerator()
        return hexadecimal(
            (0..<byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        )
    }

    /// The SHA-256 of a secret as it is typed, 32 bytes.
    static func digest(_ secret: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: secret)) }

    /// The digest of no secret: what is compared where nobody has that name.
    static let nobodys = [UInt8](repeating: 0, count: 32)

    /// Whether two digests are the same, in time that does not tell where they differ.
    static func isEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        var difference: UInt8 = 0
        for index in a.indices { difference |= a[index] ^ b[index] }
        return difference == 0
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
