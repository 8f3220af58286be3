public import CarnetBytes

/// Knows the providers of e-mail as far as it matters for telling people apart: which spellings of
/// an address reach one mailbox, what a mistyped domain meant, and which addresses say nothing.
/// Read from `MailData` once, on first use.
///
/// Addresses are folded as `EmailAddress.appendFolded` does it. None is ever changed where it is
/// kept: what is written here is compared and hashed, never sent to.
public enum MailProviders {
    /// Appends the mailbox that an address reaches, user part @ domain: what follows a plus goes,
    /// dots go at Gmail, a domain that its provider has under several names becomes the first of
    /// them, a mistyped one what was meant. Answers what else there is to know. Without an @ the
    /// text is appended as it is. O(length), no allocation beyond the writer's.
    @discardableResult
    public static func appendMailbox(_ email: RawSpan, to writer: inout ByteWriter) -> MailTraits {
        MailTable.standard.appendMailbox(email, to: &writer)
    }

    /// What there is to know of an address. O(length).
    public static func traits(of email: RawSpan) -> MailTraits {
        var mailbox = ByteWriter(capacity: 256)
        return appendMailbox(email, to: &mailbox)
    }

    /// Appends the letters and digits of a user part, without tag and separators: what is compared
    /// where the domains differ ("jean.dupont" at one provider and "jeandupont" at another).
    public static func appendUserKey(_ user: RawSpan, to writer: inout ByteWriter) {
        for index in 0..<user.byteCount {
            switch user.byte(at: index) {
            case UInt8(ascii: "+"): return
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): break
            case let byte: writer.append(byte)
            }
        }
    }

    /// What a folded user part is: `.role`, `.noReply`, `.placeholder` or nothing.
    public static func traits(ofUser user: RawSpan) -> MailTraits {
        MailTable.standard.traits(ofUser: user)
    }

    /// What a folded domain is: `.freemail`, `.relay`, `.placeholder`, `.corrected` or nothing.
    public static func traits(ofDomain domain: RawSpan) -> MailTraits {
        MailTable.standard.domain(domain).traits
    }
}
