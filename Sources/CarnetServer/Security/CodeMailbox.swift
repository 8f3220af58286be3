import CarnetBytes
import CarnetModel
import NIOConcurrencyHelpers

/// A code on its way to an e-mail address.
struct PostedCode: Sendable {
    /// The LSN of the event that made it: its number for whoever sends it.
    let message: LSN
    let to: [UInt8]
    let purpose: OneTimeCode.Purpose
    let login: [UInt8]
    let code: String
    let expiresMilliseconds: UInt64
    /// The venue that had it made; empty: the person.
    let tenant: [UInt8]
}

/// Codes that wait for the program that sends e-mails (ACCOUNT.CODES). They stand here alone, since
/// the data folder has nothing but digests: with the process they go, and the person asks again.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class CodeMailbox: @unchecked Sendable {
    /// So many wait at most; of more the oldest go.
    private static let countMax = 10_000

    private let lock = NIOLock()
    private var waiting: [PostedCode] = []

    func post(_ code: PostedCode) {
        lock.withLock {
            // An invitation to the same address ends the one before it.
            waiting.removeAll {
                $0.to == code.to && $0.purpose == code.purpose && $0.tenant == code.tenant
            }
            waiting.append(code)
            if waiting.count > Self.countMax { waiting.removeFirst() }
        }
    }

    /// Takes the oldest out, at most `count` of those that `isFor` lets through.
    func take(
        _ count: Int,
        nowMilliseconds now: UInt64,
        isFor: (PostedCode) -> Bool
    ) -> [PostedCode] {
        lock.withLock {
            waiting.removeAll { $0.expiresMilliseconds <= now }
            var taken: [PostedCode] = []
            waiting.removeAll { code in
                guard taken.count < count, isFor(code) else { return false }
                taken.append(code)
                return true
            }
            return taken
        }
    }
}
