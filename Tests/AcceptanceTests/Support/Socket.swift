import Foundation
import Glibc

/// Why a socket gave nothing more.
enum SocketError: Error, Hashable {
    /// Nobody listens there.
    case refused
    /// The peer ended in order.
    case ended
    /// The peer is gone: reset, or a broken pipe.
    case lost
    case timedOut
    case failed(String, code: Int32)
}

/// A blocking TCP connection to this machine. No wait is longer than `patience`.
final class Socket {
    private var descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 65_536)

    /// Connects to 127.0.0.1, or to another address in dotted form. `receiveByteCount` makes the kernel's buffer small, for a peer that
    /// does not read.
    init(
        host: String = "127.0.0.1",
        port: Int,
        patience seconds: Int = 30,
        receiveByteCount: Int? = nil
    ) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | 0o2000000, 0)
        guard descriptor >= 0 else { throw SocketError.failed("socket", code: errno) }
        var wait = timeval(tv_sec: seconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, size)
        var on: Int32 = 1
        let word = socklen_t(MemoryLayout<Int32>.size)
        unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, word)
        if let receiveByteCount {
            var count = Int32(receiveByteCount)
            unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &count, word)
        }
        var address = Self.loopback(port: port)
        unsafe inet_pton(AF_INET, host, &address.sin_addr)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, length)
            }
        }
        guard result == 0 else {
            let code = errno
            Glibc.close(descriptor)
            descriptor = -1
            throw code == ECONNREFUSED ? SocketError.refused : .failed("connect", code: code)
        }
    }

    deinit { close() }

    /// Sends all bytes; blocks while the peer does not read.
    func send(_ bytes: [UInt8]) throws {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    descriptor,
                    buffer.baseAddress?.advanced(by: done),
                    buffer.count - done,
                    Int32(MSG_NOSIGNAL)
                )
            }
            if count < 0 {
                guard errno != EINTR else { continue }
                throw Self.error("send", errno)
            }
            done += count
        }
    }

    /// Sends what the kernel takes now, without waiting; 0 when it takes nothing.
    func sendSome(_ bytes: [UInt8]) throws -> Int {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.send(
                descriptor,
                buffer.baseAddress,
                buffer.count,
                Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
            )
        }
        guard count < 0 else { return count }
        guard errno != EAGAIN, errno != EINTR else { return 0 }
        throw Self.error("send", errno)
    }

    /// Waits until the kernel takes bytes or has some, or the connection has ended; false when
    /// that did not come in time.
    func waitUntilReady(toSend: Bool, milliseconds: Int32) -> Bool {
        var entry = pollfd(
            fd: descriptor,
            events: Int16(toSend ? POLLOUT : POLLIN),
            revents: 0
        )
        return unsafe poll(&entry, 1, milliseconds) > 0
    }

    /// Appends what has come, at least a byte; throws `.ended` at the end.
    func receive(into bytes: inout [UInt8]) throws {
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in
                unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
            }
            if count > 0 {
                bytes += chunk[0..<count]
                return
            }
            if count == 0 { throw SocketError.ended }
            guard errno != EINTR else { continue }
            throw Self.error("recv", errno)
        }
    }

    /// Tells the peer that nothing more comes; replies may still be read.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    func close() {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }

    /// A port that nobody listens on just now.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(descriptor) }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, length) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard result else { throw SocketError.failed("bind", code: errno) }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// An address of this machine that is not a loopback's, nil where it has none. Nothing is sent
    /// to find out: connecting a UDP socket only chooses a way.
    static let ownAddress: String? = {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { Glibc.close(descriptor) }
        var address = loopback(port: 9)
        // TEST-NET-3, which is nobody's.
        unsafe inet_pton(AF_INET, "203.0.113.1", &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isFound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, length) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
        guard isFound,
            unsafe inet_ntop(AF_INET, &address.sin_addr, &text, socklen_t(text.count)) != nil
        else { return nil }
        let found = String(
            decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        return found.hasPrefix("127.") || found == "0.0.0.0" ? nil : found
    }()

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func error(_ operation: String, _ code: Int32) -> SocketError {
        switch code {
        case ECONNRESET, EPIPE: .lost
        case EAGAIN, ETIMEDOUT: .timedOut
        default: .failed(operation, code: code)
        }
    }
}
