/// One line about work that takes a while: rewritten in place on a terminal, elsewhere a line of
/// its own every few seconds.
struct ProgressLine {
    private static let pause = Duration.seconds(2)

    private let terminal: Terminal
    private let write: (String) -> Void
    private let clock = ContinuousClock()
    private var lastShown: ContinuousClock.Instant
    private var isOpen = false

    init(
        on terminal: Terminal = .diagnostics,
        write: @escaping (String) -> Void = Diagnostics.write
    ) {
        self.terminal = terminal
        self.write = write
        lastShown = clock.now
    }

    mutating func show(_ text: String) {
        if let width = terminal.columnCount {
            write("\r\u{1B}[K" + DisplayWidth.cut(DisplayWidth.printable(text), to: width - 1))
            isOpen = true
        } else if clock.now - lastShown >= Self.pause {
            write(text + "\n")
            lastShown = clock.now
        }
    }

    /// Clears the line, for what comes next.
    mutating func end() {
        if isOpen { write("\r\u{1B}[K") }
        isOpen = false
    }
}
