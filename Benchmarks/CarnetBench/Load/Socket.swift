import CarnetBytes
import Glibc

/// A connected, non-blocking TCP socket. Closed when it goes.
struct Socket: ~Copyable {
    /// What reading or writing did.
    enum Outcome {
        case moved(Int)
        case wouldBlock
        case ended(Int32)
    }

    let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { _ = Glibc.close(descriptor) }

    /// Connects to an IPv4 address, waiting for the connection, then turns non-blocking.
    static func connected(host: String, port: Int) throws(LoadError) -> Socket {
        let numeric = host == "localhost" ? "127.0.0.1" : host
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
        guard unsafe inet_pton(AF_INET, numeric, &address.sin_addr) == 1 else {
            throw .notNumeric(host: host)
        }
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else {
            throw .system(call: "socket", code: errno, what: "\(host):\(port)")
        }
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
                unsafe connect(descriptor, rebound, length)
            }
        }
        guard connected == 0 else {
            let code = errno
            _ = Glibc.close(descriptor)
            throw .system(call: "connect", code: code, what: "\(host):\(port)")
        }
        var one: Int32 = 1
        unsafe setsockopt(
            descriptor,
            Int32(IPPROTO_TCP),
            TCP_NODELAY,
            &one,
            socklen_t(MemoryLayout<Int32>.size)
        )
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        return Socket(descriptor)
    }

    /// Sends what it can of `bytes`.
    borrowing func write(_ bytes: RawSpan) -> Outcome {
        while true {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 { return .moved(count) }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .wouldBlock : .ended(errno)
        }
    }

    /// Reads into `buffer` from `offset` on. A peer that has closed is `.ended(0)`.
    borrowing func read(into buffer: inout [UInt8], from offset: Int) -> Outcome {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
                return unsafe recv(descriptor, room.baseAddress, room.count, 0)
            }
            if count > 0 { return .moved(count) }
            if count == 0 { return .ended(0) }
            if errno == EINTR { continue }
            return errno == EAGAIN ? .wouldBlock : .ended(errno)
        }
    }
}
