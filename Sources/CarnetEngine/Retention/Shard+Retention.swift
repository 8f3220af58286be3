import CarnetBytes
import CarnetModel

extension Shard {
    /// The most clients that one append anonymizes.
    static let retainedMax = 20

    /// The tenants that keep people for some months only.
    func namesWithRetention() -> [[UInt8]] {
        let now = context.now.millisecondsSinceEpoch
        return tenants.filter { Retention($0.tenant.settings, nowMilliseconds: now) != nil }
            .map { $0.tenant.name }
    }

    /// Anonymizes clients of a tenant that are due, from `number` on, until the slice is over. Answers
    /// where to go on, 0 at the end, and nil where the log takes nothing now.
    func retain(_ name: [UInt8], from start: UInt32) -> UInt32? {
        guard let cell = cell(unsafe name.span.bytes),
            let retention = Retention(
                cell.tenant.settings,
                nowMilliseconds: context.now.millisecondsSinceEpoch
            )
        else { return 0 }
        let slice = slice()
        var number = start
        var ids: [ClientID] = []
        repeat {
            cell.tenant.findDue(retention, from: &number, count: 64, into: &ids)
        } while number > 0 && ids.count < Self.retainedMax && !slice.isOver
        guard !ids.isEmpty else { return number }
        events.removeAll()
        do {
            _ = try cell.tenant.decideErasure(
                ids,
                .anonymized,
                isRequested: false,
                isByRetention: true,
                by: [],
                ifVersion: nil,
                events: &events
            )
            _ = try commit(
                cell,
                microseconds: microsecondsNow,
                wantsSync: false,
                keyed: nil,
                frees: true
            )
        } catch {
            events.removeAll()
            return nil
        }
        erasureSignal.raise()
        return number
    }
}
