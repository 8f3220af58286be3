import Dispatch
import Glibc
import Synchronization
import UnixSignals

/// What happens at a terminal.
enum ConsoleEvent: Sendable {
    /// A key, and when it was read.
    case key(Key, at: ContinuousClock.Instant)
    /// The window has another size, or the process was stopped and goes on.
    case resized
    /// SIGINT, SIGTERM, SIGHUP or SIGQUIT.
    case signal(Int32)
    /// Half a second has passed.
    case tick
}

/// The size of a terminal's window, in cells.
struct WindowSize: Hashable, Sendable {
    let columnCount: Int
    let rowCount: Int
}

/// A terminal that is asked for single keys.
///
/// From `open` to `leave` it neither echoes nor waits for ends of lines, and signals come as events.
/// Whatever ends the process meanwhile restores it first, but for SIGKILL. A process that has not
/// ended two seconds after a signal or Ctrl-C, as when a server does not answer, is ended from here,
/// and so is one that gets a second one.
final class KeyConsole: Sendable {
    private static let graceSeconds = 2

    let events: AsyncStream<ConsoleEvent>
    private let yield: AsyncStream<ConsoleEvent>.Continuation
    /// As it was before.
    private let saved: termios
    private let hasLeft = Atomic(false)
    /// Whether a signal or Ctrl-C has come.
    private let isEnding = Atomic(false)

    /// Takes over the terminal of standard input and output; nil where these are none.
    static func open() async -> KeyConsole? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
        var saved = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &saved) == 0 else { return nil }
        let console = KeyConsole(saved: saved)
        let signals = await UnixSignalsSequence(
            trapping: .sigint,
            .sigterm,
            .sighup,
            .sigquit,
            .sigwinch,
            .sigcont
        )
        Task { await console.handle(signals) }
        console.enter()
        DispatchQueue(label: "carnet.keys").async { console.read() }
        return console
    }

    private init(saved: termios) {
        self.saved = saved
        (events, yield) = AsyncStream.makeStream()
    }

    /// Restores the terminal. Once is enough; further calls do nothing.
    func leave() {
        guard !hasLeft.exchange(true, ordering: .sequentiallyConsistent) else { return }
        restore()
    }

    var size: WindowSize {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return WindowSize(columnCount: 80, rowCount: 24)
        }
        let rowCount = size.ws_row > 0 ? Int(size.ws_row) : 24
        return WindowSize(columnCount: Int(size.ws_col), rowCount: rowCount)
    }

    func write(_ text: String) { StandardOutput.write(text) }

    // MARK: - The terminal's mode

    private func enter() {
        var mode = saved
        // Without ISIG, Ctrl-C is a key like others: it ends what is asked here and nothing else.
        mode.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN | ISIG)
        mode.c_iflag &= ~tcflag_t(IXON)
        unsafe withUnsafeMutableBytes(of: &mode.c_cc) { characters in
            unsafe characters[Int(VMIN)] = 1
            unsafe characters[Int(VTIME)] = 0
        }
        _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    }

    private func restore() {
        var mode = saved
        // What was typed ahead was meant for this program, not for the shell.
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &mode)
    }

    private func suspend() {
        restore()
        // Goes on with SIGCONT.
        kill(getpid(), SIGSTOP)
    }

    // MARK: - What comes in

    /// Reads keys until `leave`. On a thread of its own.
    private func read() {
        let pauseMilliseconds: Int32 = 500
        var bytes = [UInt8](repeating: 0, count: 256)
        while !hasLeft.load(ordering: .sequentiallyConsistent) {
            var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&waiting, 1, pauseMilliseconds)
            if hasLeft.load(ordering: .sequentiallyConsistent) { return }
            guard ready > 0 else {
                yield.yield(.tick)
                continue
            }
            let count = unsafe bytes.withUnsafeMutableBytes {
                unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else {
                // The terminal is gone.
                yield.yield(.key(.endOfInput, at: .now))
                return
            }
            let now = ContinuousClock.now
            for key in KeyReader.keys(in: bytes.prefix(count)) {
                if key == .interrupt { end(by: SIGINT) }
                if key == .suspend { suspend() } else { yield.yield(.key(key, at: now)) }
            }
        }
    }

    private func handle(_ signals: UnixSignalsSequence) async {
        for await signal in signals {
            switch signal {
            case .sigwinch: yield.yield(.resized)
            case .sigcont:
                guard !hasLeft.load(ordering: .sequentiallyConsistent) else { continue }
                enter()
                yield.yield(.resized)
            default:
                end(by: signal.rawValue)
                yield.yield(.signal(signal.rawValue))
            }
        }
    }

    /// Sees to it that the process ends, before anybody is told that it should.
    private func end(by signal: Int32) {
        let isSecond = isEnding.exchange(true, ordering: .sequentiallyConsistent)
        if isSecond || hasLeft.load(ordering: .sequentiallyConsistent) { abandon(signal) }
        let delay = DispatchTimeInterval.seconds(Self.graceSeconds)
        DispatchQueue.global().asyncAfter(deadline: .now() + delay) { self.abandon(signal) }
    }

    /// Ends the process at once, as the signal would have.
    private func abandon(_ signal: Int32) -> Never {
        leave()
        _exit(128 + signal)
    }
}
