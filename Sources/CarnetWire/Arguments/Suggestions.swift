/// What somebody may have meant who named a command that is none. Not for hot paths.
enum Suggestions {
    /// Commands of Redis that keep or move data, which a caller may try out of habit.
    private static let dataCommands: Set<String> = [
        "APPEND", "BITCOUNT", "BLPOP", "BRPOP", "COPY", "DBSIZE", "DECR", "DECRBY", "DEL", "DUMP",
        "EVAL", "EVALSHA", "EXISTS", "EXPIRE", "EXPIREAT", "FCALL", "FLUSHALL", "FLUSHDB", "GEOADD",
        "GET", "GETDEL", "GETEX", "GETRANGE", "GETSET", "HDEL", "HEXISTS", "HGET", "HGETALL",
        "HINCRBY", "HKEYS", "HLEN", "HMGET", "HMSET", "HSCAN", "HSET", "HSETNX", "HVALS", "INCR",
        "INCRBY", "INCRBYFLOAT", "JSON.GET", "JSON.SET", "KEYS", "LINDEX", "LLEN", "LPOP", "LPUSH",
        "LRANGE", "LREM", "LSET", "LTRIM", "MGET", "MSET", "MSETNX", "OBJECT", "PERSIST", "PEXPIRE",
        "PSETEX", "PSUBSCRIBE", "PTTL", "PUBLISH", "RANDOMKEY", "RENAME", "RESTORE", "RPOP",
        "RPUSH",
        "SADD", "SCAN", "SCARD", "SDIFF", "SET", "SETEX", "SETNX", "SETRANGE", "SINTER",
        "SISMEMBER",
        "SMEMBERS", "SORT", "SPOP", "SREM", "SSCAN", "STRLEN", "SUBSCRIBE", "SUNION", "TOUCH",
        "TTL",
        "TYPE", "UNLINK", "XADD", "XRANGE", "XREAD", "ZADD", "ZCARD", "ZINCRBY", "ZRANGE",
        "ZRANGEBYSCORE", "ZRANK", "ZREM", "ZSCAN", "ZSCORE",
    ]

    private static let transactionCommands: Set<String> = [
        "MULTI", "EXEC", "DISCARD", "WATCH", "UNWATCH",
    ]

    /// The error for a first word that names no command.
    static func unknownCommand(_ word: String) -> ArgumentError {
        let name = word.uppercased()
        if transactionCommands.contains(name) { return .transaction(word) }
        if dataCommands.contains(name) {
            return .dataCommand(word, suggestion: counterpart(of: name))
        }
        return .unknownCommand(word, suggestion: counterpart(of: name) ?? nearest(to: name))
    }

    /// The error for a second word that names no subcommand of `container`.
    static func unknownSubcommand(
        _ word: String,
        of container: CommandDeclaration
    ) -> ArgumentError {
        let dotted = "\(container.name).\(word.uppercased())"
        let names = CommandTable.declarations.map(\.name).filter {
            $0.hasPrefix("\(container.name).")
        }
        let near = names.min { distance($0, dotted) < distance($1, dotted) }
        let suggestion = near.flatMap { distance($0, dotted) <= 2 ? $0 : nil }
        return .unknownSubcommand(word, container: container.name, suggestion: suggestion)
    }

    /// The word among `words` that is at most two letters away from `word`.
    static func nearest(to word: String, among words: [String]) -> String? {
        let near = words.map { (distance($0, word), $0) }.min { $0.0 < $1.0 }
        guard let near, near.0 <= 2, near.0 < word.count else { return nil }
        return near.1
    }

    private static func nearest(to name: String) -> String? {
        let dotted = String(name.map { $0 == "_" || $0 == ":" || $0 == "-" ? "." : $0 })
        let names = CommandTable.declarations.map(\.name).filter { !$0.contains(" ") }
        return nearest(to: dotted, among: names)
    }

    /// The dotted command about clients that ends as `name` does or does what it does in Redis.
    private static func counterpart(of name: String) -> String? {
        let verb =
            switch name {
            case "DEL", "UNLINK", "HDEL": "DEACTIVATE"
            case "HGET", "HMGET", "HGETALL", "MGET", "JSON.GET": "GET"
            case "HSET", "HMSET", "MSET", "SETEX", "JSON.SET": "SET"
            case "SETNX", "HSETNX", "SADD", "INSERT": "ADD"
            case "SCAN", "KEYS", "HSCAN": "LIST"
            case "DBSIZE", "EXISTS": "COUNT"
            case "FT.SEARCH", "FIND": "SEARCH"
            default: name
            }
        return CommandTable.declarations.map(\.name).first { $0 == "CLIENT.\(verb)" }
    }

    /// Letters to change, add or drop. O(product of the lengths), so both are cut at 32.
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8.prefix(32)), Array(other.utf8.prefix(32)))
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, otherLetter) in other.enumerated() {
                let changed = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, min(diagonal, row[column]) + 1)
            }
        }
        return row[other.count]
    }
}
