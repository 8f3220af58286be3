import CarnetBytes

extension LogCheck {
    mutating func lookAtSeal(
        _ walk: borrowing SegmentWalk,
        _ frame: FrameHeader,
        _ seal: Seal,
        _ end: SegmentLook,
        _ report: inout VerifyReport
    ) {
        let byteCount = walk.offset + frame.paddedByteCount
        let hash = walk.bytes.extracting(0..<walk.offset).xxh3_128
        var isSound = seal.hash == hash && seal.lastLSN.next == walk.nextLSN
        if let named = end.named, named.state != .live {
            isSound = isSound && named.state == .sealed && named.hash == hash
            isSound = isSound && named.byteCount == UInt64(byteCount)
        }
        if !isSound {
            let damage = Damage(file: end.path, offset: UInt64(walk.offset), kind: .seal)
            report.add(.damage, damage)
        }
        if byteCount < walk.bytes.byteCount,
            !walk.bytes.extracting(byteCount..<walk.bytes.byteCount).isZero
        {
            report.add(
                .damage,
                Damage(file: end.path, offset: UInt64(byteCount), kind: .notZero)
            )
        }
        chain = walk.chain(after: frame)
        nextLSN = walk.nextLSN
    }

    mutating func lookBehindCut(
        _ walk: borrowing SegmentWalk,
        _ named: SegmentEntry,
        _ report: inout VerifyReport
    ) {
        let end = Int(named.byteCount)
        let isWhole = walk.offset == end && walk.bytes.byteCount >= end
        if !isWhole || walk.bytes.extracting(0..<end).xxh3_128 != named.hash
            || walk.nextLSN != named.lastLSN.next
        {
            report.add(.damage, Damage(file: named.path, kind: .fileHash))
        }
        if walk.bytes.byteCount > end {
            report.add(.note, Damage(file: named.path, offset: UInt64(end), kind: .tornTail))
        }
        chain = walk.chain
        nextLSN = walk.nextLSN
    }

    /// Says whether the fault is the log's clean end, a torn tail or damage, and reads on behind it.
    mutating func lookAtFault(
        _ walk: inout SegmentWalk,
        _ fault: FrameFault,
        _ end: inout SegmentLook,
        _ report: inout VerifyReport
    ) {
        watermark = max(watermark, walk.durableLSNBeyond())
        var damage = Damage(
            file: end.path,
            offset: UInt64(walk.offset),
            firstLSN: walk.nextLSN,
            kind: .frame(fault)
        )
        chain = nil
        nextLSN = nil
        // Where MANIFEST knows a segment's end, it has no tail that could be torn.
        let mayBeTorn = end.isNewest && (end.named == nil || end.named?.state == .live)
        if mayBeTorn, walk.nextLSN > watermark {
            let unfinished = walk.unfinishedByteCount()
            damage.kind = .tornTail
            damage.byteCount = UInt64(unfinished)
            if unfinished > 0 { report.add(.note, damage) }
            end.isOver = true
            return
        }
        let from = walk.offset
        let isMore = walk.resume()
        damage.byteCount = UInt64((isMore ? walk.offset : walk.bytes.byteCount) - from)
        if isMore, walk.nextLSN.value > (damage.firstLSN?.value ?? 0) {
            damage.lastLSN = LSN(walk.nextLSN.value - 1)
            // The lost records leave a hole in every partition.
            sequences.removeAll()
        } else if let following = end.following {
            damage.lastLSN = LSN(following.firstLSN.value - 1)
        }
        report.add(.damage, damage)
        end.isOver = !isMore
    }
}
