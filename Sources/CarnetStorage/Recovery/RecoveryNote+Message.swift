import CarnetBytes

extension RecoveryNote {
    /// What was done, as an operator reads it.
    public var message: String {
        switch self {
        case .previousManifest(let error):
            "MANIFEST could not be read (\(error)); MANIFEST.prev was taken"
        case .rottenSnapshot(let partition, let damage):
            "the newest snapshot of partition \(partition.value) is rotten (\(damage)); the older one was taken and the log replayed from there"
        case .tornTail(let path, let offset, let byteCount):
            "\(path): \(byteCount) unfinished bytes at \(offset) were dropped; nothing acknowledged was among them"
        case .uncleanStop(let count):
            "the last stop was not clean; \(count) frames behind the durable position were written anew"
        case .removed(let path): "\(path) was removed, since nothing names it"
        case .full: "there is no room for spare log segments; writes are refused until there is"
        }
    }
}
