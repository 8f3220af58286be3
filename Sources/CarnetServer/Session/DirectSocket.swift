import Glibc
import NIOCore

/// The socket of a connection, for replies that the kernel takes at once: that spares them a
/// buffer and the channel's queue. What it does not take goes the channel's way, and everything
/// behind it until that is sent.
///
/// Belongs to one event loop, and is used only while the channel is active: the channel closes its
/// socket on that loop, and is inactive from then on.
struct DirectSocket {
    private let descriptor: CInt

    /// Nil where the channel has no socket of its own, as in a test.
    init?(of context: ChannelHandlerContext) {
        guard
            let descriptor = try? context.pipeline.syncOperations.withUnsafeTransportIfAvailable(
                of: NIOBSDSocket.Handle.self,
                { $0 }
            )
        else { return nil }
        self.descriptor = descriptor
    }

    /// Sends as much as the kernel takes now and answers how much that was; an error shows when
    /// the channel writes the rest.
    func send(_ bytes: RawSpan) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            while true {
                let sent = unsafe Glibc.send(
                    descriptor,
                    buffer.baseAddress,
                    buffer.count,
                    CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
                )
                if sent >= 0 { return sent }
                guard errno == EINTR else { return 0 }
            }
        }
    }
}
