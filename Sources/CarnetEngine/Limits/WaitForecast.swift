/// Foretells how long bytes that are appended now will wait for the disk: a frame costs a sync and
/// its bytes their share, both learnt from the frames written last.
///
/// Averages are exponential over some eight frames, in whole nanoseconds.
struct WaitForecast: Sendable {
    /// Frames up to here tell what a sync costs …
    static let smallByteCount = 64 << 10
    /// … and those from here on what a byte adds.
    static let largeByteCount = 256 << 10
    /// What waits as one frame is always admitted: it waits for the disk once, however slow that is.
    static let byteCountMin = CommitQueue.batchByteCount

    /// What a small frame takes. To begin with a quick disk is assumed, so that nothing is refused
    /// before anything was measured.
    var frameNanoseconds: UInt64 = 200_000
    /// What a kibibyte adds.
    var kibibyteNanoseconds: UInt64 = 1_000

    /// Learns from a frame that was written.
    mutating func note(byteCount: Int, nanoseconds: UInt64) {
        // A clock that stands still or an hour's pause teaches nothing.
        let taken = min(nanoseconds, 10_000_000_000)
        if byteCount <= Self.smallByteCount {
            frameNanoseconds = Self.average(frameNanoseconds, taken)
        } else if byteCount >= Self.largeByteCount {
            let rest = taken - min(taken, frameNanoseconds)
            kibibyteNanoseconds = Self.average(kibibyteNanoseconds, rest / UInt64(byteCount >> 10))
        }
    }

    /// What so many waiting bytes will take, one more frame that is under way included.
    func nanoseconds(waiting byteCount: Int) -> UInt64 {
        let frames = UInt64(max(0, byteCount) / CommitQueue.batchByteCount) + 2
        return frames * frameNanoseconds + UInt64(max(0, byteCount) >> 10) * kibibyteNanoseconds
    }

    /// How many bytes may wait so that none waits longer than that; `.max` for 0 milliseconds.
    func byteCountMax(waitingMilliseconds milliseconds: Int) -> Int {
        guard milliseconds > 0 else { return .max }
        let time = UInt64(clamping: milliseconds) * 1_000_000
        let fixed = 2 * frameNanoseconds
        guard time > fixed else { return Self.byteCountMin }
        let perKibibyte =
            kibibyteNanoseconds + frameNanoseconds / UInt64(CommitQueue.batchByteCount >> 10)
        let kibibytes = (time - fixed) / max(1, perKibibyte)
        return max(Self.byteCountMin, Int(clamping: kibibytes) << 10)
    }

    private static func average(_ before: UInt64, _ now: UInt64) -> UInt64 {
        (before * 7 + now) / 8
    }
}
