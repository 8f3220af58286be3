import CarnetBytes

/// A code that proves something once: who was told it, or at which address it arrived. A code for one
/// purpose opens no other (R-POL-12). The code itself is kept nowhere, its salted digest is.
public struct OneTimeCode: Hashable, Sendable {
    /// What it is for, as events number it.
    public enum Purpose: UInt8, Hashable, Sendable, CaseIterable {
        /// To sign in.
        case signIn = 1
        /// That an e-mail address is the person's own.
        case address = 2
    }

    /// What is kept of a code that the caller has made and tells once.
    public struct Digest: Hashable, Sendable {
        public let salt: [UInt8]
        /// SHA-256 of salt and code, 32 bytes.
        public let bytes: [UInt8]

        public init(salt: [UInt8], bytes: [UInt8]) {
            self.salt = salt
            self.bytes = bytes
        }
    }

    public let purpose: Purpose
    public let digest: Digest
    /// Wrong codes may come so many times more.
    public var attemptsLeft: UInt8 = OneTimeCode.attemptCountMax
    public let expiresMilliseconds: UInt64
    /// Where it was sent to; empty: it was printed.
    public var address: [UInt8] = []
    /// The client that is linked once it comes back.
    public var place: ClientPlace?
    /// The account that this client had when the code was made; it gives the client up.
    public var former: AccountID?
    /// Whether that account is joined to this one as a whole (R-RES-17).
    public var joins = false
    /// Whether the address becomes the login.
    public var setsLogin = false

    /// R-SAL-18: so many wrong codes and it counts no more.
    public static let attemptCountMax: UInt8 = 5
    /// How long six digits count: 15 minutes.
    public static let shortLifetimeMilliseconds: UInt64 = 15 * 60_000
    /// How long an invitation counts: 14 days.
    public static let longLifetimeMilliseconds: UInt64 = 14 * 86_400_000
    /// Bytes of a salt.
    public static let saltByteCount = 16

    public init(purpose: Purpose, digest: Digest, expiresMilliseconds: UInt64) {
        self.purpose = purpose
        self.digest = digest
        self.expiresMilliseconds = expiresMilliseconds
    }

    /// Whether it may still come back.
    public func isOpen(atMilliseconds now: UInt64) -> Bool {
        attemptsLeft > 0 && expiresMilliseconds > now
    }

    public var isPrinted: Bool { address.isEmpty }
}
