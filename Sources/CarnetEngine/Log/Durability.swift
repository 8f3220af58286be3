/// When a reply that depends on an event may leave.
public enum Durability: String, Hashable, Sendable, CaseIterable {
    /// Once the event is on the disk: nothing acknowledged is lost, not even to a power cut.
    case always
    /// Once the kernel has the bytes, which are synced every second: survives the end of the
    /// process; a power cut may cost the last second.
    case everysec
    /// At once: no promise but what snapshots and the kernel happen to keep.
    case none
}
