import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetWire
import Glibc
import Synchronization

/// The text of INFO.
struct InfoText {
    let node: Node
    let listing: TenantListing

    /// What INFO says before the lists are there.
    static var whileLoading: String {
        """
        # Server\r
        redis_version:\(Version.redis)\r
        redis_mode:standalone\r
        carnet_version:\(Version.carnet)\r
        process_id:\(getpid())\r
        \r
        # Persistence\r
        loading:1\r

        """
    }

    /// The sections that were asked for, or all.
    func text(sections: Set<String>) -> String {
        let parts: [(String, [(String, String)])] = [
            ("Server", server), ("Clients", clients), ("Memory", memory),
            ("Persistence", persistence), ("Stats", stats), ("Doubles", doubles),
            ("Errorstats", errors),
            ("Replication", replication), ("Tenants", tenants),
        ]
        let isAll =
            sections.isEmpty || !sections.isDisjoint(with: ["all", "everything", "default"])
        var text = ""
        for (title, lines) in parts where isAll || sections.contains(title.lowercased()) {
            if !text.isEmpty { text += "\r\n" }
            text += "# \(title)\r\n"
            for (name, value) in lines { text += "\(name):\(value)\r\n" }
        }
        return text
    }

    private var server: [(String, String)] {
        let uptime = (node.engine.clock() &- node.engine.startedMicroseconds) / 1_000_000
        return [
            ("redis_version", Version.redis),
            ("redis_mode", "standalone"),
            ("carnet_version", Version.carnet),
            ("os", "Linux"),
            ("arch_bits", "64"),
            ("multiplexing_api", "epoll"),
            ("process_id", "\(getpid())"),
            ("tcp_port", "\(node.port)"),
            ("uptime_in_seconds", "\(uptime)"),
            ("shards", "\(node.engine.shards.count)"),
            ("loops", "\(node.options.loopCount)"),
            ("recovery_seconds", "\(node.engine.recovery.seconds)"),
            ("recovery_records", "\(node.engine.recovery.records)"),
        ]
    }

    private var clients: [(String, String)] {
        [
            ("connected_clients", "\(node.connections.count)"),
            ("maxclients", "\(node.limits.connectionCountMax.value)"),
            ("blocked_clients", "\(node.counters.blocked.load(ordering: .relaxed))"),
            ("unsent_bytes", "\(node.unsent.total)"),
        ]
    }

    private var memory: [(String, String)] {
        let resident = MachineMemory.residentByteCount
        return [
            ("used_memory", "\(listing.recordByteCount + listing.indexByteCount)"),
            ("used_memory_rss", "\(resident)"),
            ("used_memory_records", "\(listing.recordByteCount)"),
            ("used_memory_indexes", "\(listing.indexByteCount)"),
            ("maxmemory", "\(node.engine.limits.memoryByteCountMax.value)"),
            ("memory_state", "\(node.engine.memoryState.name)"),
        ]
    }

    private var persistence: [(String, String)] {
        let log = node.engine.log
        let snapshot = node.engine.snapshotProgress
        let written = node.engine.written
        let behind = node.engine.behind
        return [
            ("loading", "0"),
            ("durability", log.durability.rawValue),
            ("last_lsn", "\(log.lastLSN.value)"),
            ("written_lsn", "\(log.writtenLSN.value)"),
            ("durable_lsn", "\(log.durableLSN.value)"),
            ("durable_lag", "\(log.lastLSN.value &- log.durableLSN.value)"),
            ("waiting_bytes", "\(log.waitingByteCount)"),
            ("waiting_bytes_admitted", "\(log.admittedByteCount)"),
            ("predicted_wait_microseconds", "\(log.predictedWaitNanoseconds / 1_000)"),
            ("log_full", log.isFull ? "1" : "0"),
            ("log_frames_written", "\(written.frames)"),
            ("log_bytes_written", "\(written.bytes)"),
            ("log_behind_bytes", "\(behind.byteCount)"),
            ("log_behind_records", "\(behind.recordCount)"),
            ("log_behind_seconds", "\(behind.seconds)"),
            ("snapshot_state", snapshot.state.rawValue),
            ("snapshot_started", "\(snapshot.startedMilliseconds)"),
            ("snapshot_seconds", "\(snapshot.seconds)"),
            ("snapshot_covered_to", "\(snapshot.coveredTo.value)"),
        ] + history
    }

    /// What the data folder's files take, as of the last round of snapshots.
    private var history: [(String, String)] {
        let usage = node.engine.usage
        return [
            ("log_segments", "\(usage.segmentCount)"),
            ("log_disk_bytes", "\(usage.logByteCount)"),
            ("snapshot_disk_bytes", "\(usage.snapshotByteCount)"),
            ("history_days", "\(node.engine.limits.historyDays.value)"),
            ("history_segments", "\(usage.historySegmentCount)"),
            ("history_disk_bytes", "\(usage.historyByteCount)"),
            ("history_first_lsn", "\(usage.firstLSN.value)"),
            ("history_since", "\(usage.firstMicroseconds / 1_000)"),
        ]
    }

    private var stats: [(String, String)] {
        [
            (
                "total_connections_received",
                "\(node.counters.connectionsReceived.load(ordering: .relaxed))"
            ),
            (
                "rejected_connections",
                "\(node.counters.connectionsRejected.load(ordering: .relaxed))"
            ),
            ("total_commands_processed", "\(node.commandCount())"),
            ("shared_runs", "\(node.sharing?.runCount ?? 0)"),
            ("total_error_replies", "\(node.counters.errorCount)"),
        ]
    }

    private var doubles: [(String, String)] {
        let slices = SliceKind.allCases.map { kind in
            let lengths = node.engine.sliceLengths(kind)
            return (
                "slices_\(kind.name)",
                "count=\(lengths.count),longest_usec=\(lengths.longestNanoseconds / 1_000),"
                    + "over_1ms=\(lengths.overCount),"
                    + "longest_busy_usec=\(lengths.longestBusyNanoseconds / 1_000),"
                    + "busy_over_1ms=\(lengths.busyOverCount)"
            )
        }
        return [
            ("doubles_filled", node.engine.doublesAreFilled ? "1" : "0"),
            ("doubles_waiting", "\(listing.waitingCount)"),
        ] + slices
    }

    /// As Redis has it: the kinds of error replies that there were, with their numbers.
    private var errors: [(String, String)] {
        ErrorCode.allCases.compactMap { code in
            let count = node.counters.errorCount(code)
            return count == 0 ? nil : ("errorstat_\(code.text)", "count=\(count)")
        }
    }

    private var replication: [(String, String)] { [("role", "master"), ("connected_slaves", "0")] }

    private var tenants: [(String, String)] {
        [("tenants", "\(listing.total)"), ("clients", "\(listing.clientCount)")]
    }
}
