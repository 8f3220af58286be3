/// A load of several connections on one tenant, and what they were told.
enum Load {
    /// Runs until the server is gone; `reached` is called after so many replies.
    static func run(
        _ server: ServerProcess,
        tenant: String,
        connections count: Int = 4,
        replies: Int,
        seed: UInt64,
        beside: @escaping @Sendable (ServerProcess) -> Void = { _ in },
        reached: @escaping @Sendable () -> Void
    ) -> [LoadDiary] {
        let progress = LoadProgress(after: replies, reached)
        let diaries = Collected<LoadDiary>()
        onThreads(count + 1) { index in
            guard index < count else { return beside(server) }
            guard let connection = try? server.connect() else { return }
            var worker = LoadWorker(
                tenant,
                index: index,
                seed: seed,
                connection: connection,
                progress: progress
            )
            worker.run()
            diaries.add(worker.diary)
        }
        return diaries.all
    }

    /// The log's last LSN, as INFO tells it.
    static func lastLSN(_ connection: Connection) throws -> Int {
        let text = try connection.call("INFO", "persistence").text ?? ""
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("last_lsn:") {
            return Int(line.dropFirst(9)) ?? -1
        }
        return -1
    }
}
