import CarnetBytes

extension LogReplay {
    mutating func finishSealed(
        _ walk: borrowing SegmentWalk,
        _ frame: FrameHeader,
        _ seal: Seal,
        _ named: SegmentEntry?,
        path: String,
        following: SegmentHeader?
    ) throws(StoreError) {
        let byteCount = walk.offset + frame.paddedByteCount
        let entry = SegmentEntry(
            number: walk.header.number,
            state: .sealed,
            firstLSN: walk.header.firstLSN,
            lastLSN: LSN(walk.nextLSN.value - 1),
            byteCount: UInt64(byteCount),
            hash: seal.hash,
            revision: named?.revision ?? 0
        )
        guard seal.lastLSN == entry.lastLSN, seal.recordCount == walk.recordCount,
            named == nil || named?.state == .live || named == entry
        else {
            throw .damaged(Damage(file: path, offset: UInt64(walk.offset), kind: .seal))
        }
        // The seal was written when all in front of it was synced.
        watermark = max(watermark, seal.lastLSN)
        let chain = walk.chain(after: frame)
        try checkContinues(from: walk.nextLSN, chain: chain, following, path: path)
        if following == nil, entry.lastLSN < watermark {
            throw tooShort(path, at: byteCount, from: walk.nextLSN)
        }
        close(entry, chain: chain)
        end.isClean = true
        end.freshSeal = nil
        if following == nil, named?.state != .sealed {
            let rest = walk.bytes.extracting(walk.offset..<min(byteCount, walk.bytes.byteCount))
            end.freshSeal = (path, walk.offset, rest.array())
        }
    }

    mutating func finishCut(
        _ walk: borrowing SegmentWalk,
        _ named: SegmentEntry,
        path: String,
        following: SegmentHeader?
    ) throws(StoreError) {
        guard walk.offset == Int(named.byteCount), named.lastLSN.next == walk.nextLSN else {
            throw .damaged(Damage(file: path, offset: UInt64(walk.offset), kind: .chain))
        }
        try checkContinues(from: walk.nextLSN, chain: walk.chain, following, path: path)
        if following == nil, named.lastLSN < watermark {
            throw tooShort(path, at: walk.offset, from: walk.nextLSN)
        }
        close(named, chain: walk.chain)
        end.isClean = true
    }

    /// A start that was killed had copied what follows here into the next segment, and synced it.
    /// What both hold must be the same.
    mutating func finishContinued(
        _ walk: inout SegmentWalk,
        path: String
    ) throws(StoreError) {
        let entry = cutEntry(walk.header, walk.bytes, at: walk.offset, nextLSN: walk.nextLSN)
        let chain = walk.chain
        while case .frame(let frame, let body) = walk.next() {
            guard frame.type == .records else { continue }
            let stored = walk.bytes.extracting(body)
            let fault = decoder.decode(frame, stored: stored) { raw in
                overlap[frame.firstLSN] = (frame.recordCount, raw.xxh3_128)
            }
            if let fault { throw Self.damage(frame, at: (path, body.lowerBound), .frame(fault)) }
            watermark = max(watermark, frame.lastLSN)
        }
        close(entry, chain: chain)
    }

    /// Throws unless the fault is a torn tail.
    mutating func finishFaulty(
        _ walk: borrowing SegmentWalk,
        _ fault: FrameFault,
        _ named: SegmentEntry?,
        path: String,
        following: SegmentHeader?
    ) throws(StoreError) {
        if fault == .schema { throw .newerFormat(path: path, version: Int(FrameHeader.schema) + 1) }
        var damage = Damage(
            file: path,
            offset: UInt64(walk.offset),
            firstLSN: walk.nextLSN,
            kind: .frame(fault)
        )
        if let following {
            damage.lastLSN = LSN(max(walk.nextLSN.value, following.firstLSN.value - 1))
            throw .damaged(damage)
        }
        watermark = max(watermark, walk.durableLSNBeyond())
        guard walk.nextLSN > watermark else {
            damage.lastLSN = watermark
            throw .damaged(damage)
        }
        // MANIFEST knows this segment's end: it has no tail that could be torn.
        if let named, named.state != .live { throw .damaged(damage) }
    }

    /// Parts the newest segment's frames: up to the watermark they stay, the others are copied.
    mutating func finishNewest(
        _ walk: borrowing SegmentWalk,
        _ frames: [WalkedFrame],
        path: String
    ) {
        // Watermark frames behind the last kept record may never have been synced: they go.
        let kept = frames.prefix { $0.header.lastLSN <= watermark }
        let boundary = kept.last { $0.header.type == .records }
        let nextLSN = boundary?.header.lastLSN.next ?? walk.header.firstLSN
        let entry = cutEntry(
            walk.header,
            walk.bytes,
            at: boundary?.endOffset ?? SegmentHeader.byteCount,
            nextLSN: nextLSN
        )
        let firstChain = walk.bytes.extracting(0..<SegmentHeader.byteCount).xxh3()
        close(entry, chain: boundary?.chainBehind ?? firstChain)
        end.isClean = false
        end.lastLSN = LSN(walk.nextLSN.value - 1)
        end.tailFrames = frames.dropFirst(kept.count).filter { $0.header.type == .records }
        end.tornByteCount = walk.unfinishedByteCount()
        if end.tornByteCount > 0 { end.tornAt = (path, walk.offset) }
    }

    private mutating func close(_ entry: SegmentEntry, chain: UInt64) {
        end.segments.append(entry)
        end.next = (entry.number + 1, chain)
        end.lastLSN = entry.lastLSN
    }

    private func cutEntry(
        _ header: SegmentHeader,
        _ bytes: RawSpan,
        at offset: Int,
        nextLSN: LSN
    ) -> SegmentEntry {
        var hash = XXH3Stream()
        hash.update(bytes.extracting(0..<min(offset, bytes.byteCount)))
        if offset > bytes.byteCount {
            var zeros = ByteWriter()
            zeros.appendZeros(offset - bytes.byteCount)
            hash.update(zeros.bytes)
        }
        return SegmentEntry(
            number: header.number,
            state: .cut,
            firstLSN: header.firstLSN,
            lastLSN: LSN(nextLSN.value - 1),
            byteCount: UInt64(offset),
            hash: hash.hash128()
        )
    }

    private func tooShort(_ path: String, at offset: Int, from lsn: LSN) -> StoreError {
        .damaged(
            Damage(
                file: path,
                offset: UInt64(offset),
                firstLSN: lsn,
                lastLSN: watermark,
                kind: .logTooShort
            )
        )
    }

    private func checkContinues(
        from nextLSN: LSN,
        chain: UInt64,
        _ following: SegmentHeader?,
        path: String
    ) throws(StoreError) {
        guard let following else { return }
        if following.firstLSN == nextLSN, following.previousChain == chain { return }
        let isLossKnown = manifest.lost.contains {
            $0.lowerBound <= nextLSN && following.firstLSN.value - 1 <= $0.upperBound.value
        }
        if following.flags.contains(.followsLoss), following.firstLSN >= nextLSN, isLossKnown {
            return
        }
        let damage = Damage(
            file: manifest.segmentPath(following.number),
            offset: 0,
            firstLSN: nextLSN,
            lastLSN: max(nextLSN, LSN(following.firstLSN.value - 1)),
            kind: .chain
        )
        throw .damaged(damage)
    }
}
