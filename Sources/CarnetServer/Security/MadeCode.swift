import CarnetModel
import Crypto

/// A one-time code as it is told, and what is kept of it.
struct MadeCode: Sendable {
    /// As it is told: six digits, or four times four characters.
    let text: String
    let digest: OneTimeCode.Digest

    /// Letters and digits that are not taken for one another.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private init(_ text: String) {
        var random = SystemRandomNumberGenerator()
        let salt = (0..<OneTimeCode.saltByteCount).map { _ in
            UInt8.random(in: .min ... .max, using: &random)
        }
        self.text = text
        digest = OneTimeCode.Digest(salt: salt, bytes: Self.digest(Array(text.utf8), salt))
    }

    /// One that may be told days later: 78 bits.
    static func long() -> MadeCode {
        var random = SystemRandomNumberGenerator()
        let groups = (0..<4).map { _ in
            String(
                decoding: (0..<4).map { _ in
                    alphabet[Int.random(in: alphabet.indices, using: &random)]
                },
                as: UTF8.self
            )
        }
        return MadeCode(groups.joined(separator: "-"))
    }

    /// Six digits, for what is typed within minutes.
    static func short() -> MadeCode {
        var random = SystemRandomNumberGenerator()
        let number = Int.random(in: 0..<1_000_000, using: &random)
        let digits = String(number)
        return MadeCode(String(repeating: "0", count: 6 - digits.utf8.count) + digits)
    }

    /// Whether what somebody typed is that code; as long for a wrong one.
    static func matches(_ typed: [UInt8], _ kept: OneTimeCode.Digest) -> Bool {
        Secret.isEqual(digest(typed, kept.salt), kept.bytes)
    }

    /// Case, blanks and hyphens don't count.
    private static func digest(_ text: [UInt8], _ salt: [UInt8]) -> [UInt8] {
        let plain = text.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
            .map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") ? $0 & 0xDF : $0 }
        return Secret.digest(salt + plain)
    }
}
