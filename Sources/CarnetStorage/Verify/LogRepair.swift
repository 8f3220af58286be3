import CarnetBytes

/// Finds where a damaged log must end, and ends it there.
struct LogRepair {
    /// Where the log is to end.
    struct Cut {
        /// The segments that stay, the last one possibly cut.
        var entries: [SegmentEntry] = []
        /// The first LSN that is given up.
        var nextLSN: LSN
        /// The highest LSN that anything in the folder names: none up to it is used again.
        var highest: LSN
        /// Segments that go altogether.
        var followers: [UInt64]
        /// Where a segment lies.
        let path: (UInt64) -> String

        var lost: ClosedRange<LSN> { nextLSN...max(nextLSN, highest) }

        /// What goes: paths, and from which offset on.
        var givenUp: [(path: String, offset: Int)] {
            var parts = followers.map { (path: path($0), offset: 0) }
            if let last = entries.last, last.state == .cut {
                parts.append((last.path, Int(last.byteCount)))
            }
            return parts
        }
    }

    let folder: StoreFolder
    let manifest: Manifest

    /// Walks the log as a start does; nil where a start would be content.
    func findCut() throws(StoreError) -> Cut? {
        let numbers = manifest.segmentNumbers(in: try folder.list(StoreLayout.logFolder))
        let last = max(numbers.last ?? 0, manifest.segments.last?.number ?? 0)
        var headers: [SegmentHeader] = []
        var number = manifest.firstSegment
        while number <= last, let header = try header(number) {
            headers.append(header)
            number += 1
        }
        var ending: LSN?
        if number > last {
            do throws(StoreError) {
                try replay(headers)
                return nil
            } catch .damaged(let damage) {
                ending = damage.firstLSN
            } catch .missing {
                ending = nil
            } catch {
                throw error
            }
        }
        return try cut(headers, before: ending, numbers: numbers)
    }

    /// From as early as there is log, so that all of it is looked at.
    private func replay(_ headers: [SegmentHeader]) throws(StoreError) {
        let start = LSN((headers.first?.firstLSN.value ?? 1) - 1)
        let replay = LogReplay(folder: folder, manifest: manifest, headers: headers)
        _ = try replay.run(after: start) { (first, count, body) throws(StoreError) in
            try Recovery.forEachRecord(first, count, body) { (_, _, _) in }
        }
    }

    /// The header of a segment; nil where it is absent or damaged.
    private func header(_ number: UInt64) throws(StoreError) -> SegmentHeader? {
        let path = manifest.segmentPath(number)
        do throws(StoreError) {
            let bytes = try folder.readWhole(path: path)
            return try SegmentHeader(bytes.bytes, path: path, uuid: manifest.uuid, number: number)
        } catch .missing {
            return nil
        } catch .damaged {
            return nil
        } catch {
            throw error
        }
    }

    /// All that is sound and in a row in front of `ending`.
    private func cut(
        _ headers: [SegmentHeader],
        before ending: LSN?,
        numbers: [UInt64]
    ) throws(StoreError) -> Cut {
        var cut = Cut(
            nextLSN: headers.first?.firstLSN ?? LSN(1),
            highest: manifest.durableLSN,
            followers: numbers,
            path: { [manifest] in manifest.segmentPath($0) }
        )
        for entry in manifest.partitions {
            cut.highest = max(cut.highest, entry.newest.coveredTo)
        }
        var chain = headers.first?.previousChain ?? SegmentHeader.firstChain
        for (index, header) in headers.enumerated() {
            guard continues(header, cut.nextLSN, chain) else { break }
            let following = index + 1 < headers.count ? headers[index + 1] : nil
            let bytes = try folder.readWhole(path: manifest.segmentPath(header.number))
            let part = soundPart(bytes.bytes, header, before: ending, following: following)
            chain = part.chain
            cut.entries.append(part.entry)
            cut.nextLSN = part.entry.lastLSN.next
            cut.followers.removeAll { $0 == header.number }
            if part.isEnd { break }
        }
        for number in numbers { cut.highest = max(cut.highest, try highestLSN(number)) }
        return cut
    }

    private func continues(_ header: SegmentHeader, _ nextLSN: LSN, _ chain: UInt64) -> Bool {
        if header.firstLSN == nextLSN, header.previousChain == chain { return true }
        return header.flags.contains(.followsLoss) && header.firstLSN >= nextLSN
            && manifest.lost.contains { $0.upperBound.next == header.firstLSN }
    }

    /// What of a segment stays, and whether the log ends there.
    private func soundPart(
        _ bytes: RawSpan,
        _ header: SegmentHeader,
        before ending: LSN?,
        following: SegmentHeader?
    ) -> (entry: SegmentEntry, chain: UInt64, isEnd: Bool) {
        let named = manifest.segments.first { $0.number == header.number }
        var walk = SegmentWalk(bytes, header: header)
        var end = (offset: walk.offset, chain: walk.chain, nextLSN: walk.nextLSN)
        var isEnd = true
        walking: while true {
            if let named, named.state == .cut, walk.offset >= Int(named.byteCount) {
                isEnd = false
                break
            }
            if let following, walk.nextLSN == following.firstLSN,
                walk.chain == following.previousChain
            {
                isEnd = false
                break
            }
            switch walk.next() {
            case .frame(let frame, _):
                if let ending, frame.type == .records, frame.lastLSN >= ending { break walking }
                end = (walk.offset, walk.chain, walk.nextLSN)
            case .seal(let frame, let seal):
                guard seal.lastLSN.next == walk.nextLSN, seal.recordCount == walk.recordCount
                else { break walking }
                let entry = SegmentEntry(
                    number: header.number,
                    state: .sealed,
                    firstLSN: header.firstLSN,
                    lastLSN: seal.lastLSN,
                    byteCount: UInt64(walk.offset + frame.paddedByteCount),
                    hash: seal.hash,
                    revision: named?.revision ?? 0
                )
                return (entry, walk.chain(after: frame), false)
            case .fault: break walking
            }
        }
        let entry = SegmentEntry(
            number: header.number,
            state: .cut,
            firstLSN: header.firstLSN,
            lastLSN: LSN(end.nextLSN.value - 1),
            byteCount: UInt64(end.offset),
            hash: bytes.extracting(0..<min(end.offset, bytes.byteCount)).xxh3_128
        )
        return (entry, end.chain, isEnd)
    }

    /// The highest LSN in any sound frame of a segment, at any place.
    private func highestLSN(_ number: UInt64) throws(StoreError) -> LSN {
        let bytes = try folder.readWhole(path: manifest.segmentPath(number))
        // Only UUID and number count for a frame's soundness.
        let stand = SegmentHeader(
            uuid: manifest.uuid,
            number: number,
            firstLSN: LSN(1),
            previousChain: 0,
            createdAt: 0
        )
        var highest = LSN.zero
        var offset = SegmentHeader.byteCount
        while offset <= bytes.byteCount - FrameHeader.byteCount {
            if let frame = try? SegmentWalk.soundFrame(bytes.bytes, at: offset, header: stand) {
                highest = max(highest, frame.lastLSN, frame.durableLSN)
            }
            offset += FrameHeader.pageByteCount
        }
        return highest
    }

    /// Takes out of the log what was copied to `quarantine/`, newest first, so that a kill in
    /// between leaves a log that misses its end.
    func apply(_ cut: Cut, to manifest: inout Manifest) throws(StoreError) {
        for number in cut.followers.reversed() {
            try folder.remove(cut.path(number))
            try folder.syncFolder(StoreLayout.logFolder)
        }
        if let last = cut.entries.last, last.state == .cut {
            let file = try folder.openNamed(last.path, .readWrite)
            defer { folder.close(file) }
            try folder.truncate(file, to: Int(last.byteCount))
            try folder.sync(file)
        }
        manifest.segments = cut.entries
        manifest.durableLSN = LSN(cut.nextLSN.value - 1)
        manifest.lost.append(cut.lost)
    }
}
