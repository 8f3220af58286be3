import CarnetBytes

/// The block list (R-SAL-06, R-SAL-07, R-POL-01).
extension Tenant {
    /// CLIENT.BLOCK: puts clients on the block list, all or none. On one that is there it sets the
    /// end anew, and the reason where one is given; since when stays. A block whose end has come
    /// counts as none. Times in milliseconds since 1970. Answers how many clients change.
    public func decideBlock(
        _ ids: [ClientID],
        reason: [UInt8]?,
        until: UInt64?,
        in context: Context,
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> Int {
        guard settings.value(of: .blocking) != "off" else { throw .blockingOff }
        let now = context.now.millisecondsSinceEpoch
        if let until, until <= now {
            throw .invalid(
                field: "UNTIL",
                problem: "it has come already; give a later time, or none for a block without end"
            )
        }
        return try decideEach(ids, .clientBlocked, ifVersion: ifVersion, events: &events) {
            (client: inout ClientContent) throws(Refusal) in
            let standing = client.block(atMilliseconds: now)
            let block = ClientBlock(
                since: standing?.since ?? now,
                until: until,
                reason: reason ?? standing?.reason ?? []
            )
            client.set(ClientExtra.block.rawValue, [block.value])
        }
    }

    /// CLIENT.UNBLOCK: takes clients off the block list, all or none, also where the tenant keeps none
    /// any more. Those that are not blocked are no change. Answers how many change.
    public func decideUnblock(
        _ ids: [ClientID],
        in context: Context,
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> Int {
        let now = context.now.millisecondsSinceEpoch
        return try decideEach(ids, .clientUnblocked, ifVersion: ifVersion, events: &events) {
            (client: inout ClientContent) throws(Refusal) in
            guard client.block(atMilliseconds: now) != nil else { return }
            client.set(ClientExtra.block.rawValue, [])
        }
    }
}

extension ClientContent {
    /// The block that holds at that moment, or nil.
    fileprivate func block(atMilliseconds now: UInt64) -> ClientBlock? {
        guard let value = values(ClientExtra.block.rawValue).first,
            let block = unsafe ClientBlock(value.span.bytes), block.holds(atMilliseconds: now)
        else { return nil }
        return block
    }
}
