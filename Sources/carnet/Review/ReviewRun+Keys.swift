import CarnetClient

/// What is shown and what is pressed.
extension ReviewRun {
    private static let pairKeys = "m merge  x exchange  d distinct  s skip  u undo  q quit  ?"
    private static let previewKeys = "y merge them  x exchange  n back"
    private static let endKeys = "u undo the last decision  q quit"
    private static let help = [
        "m  merge the right one into the left one; what would come of it is shown first",
        "x  exchange which one stays",
        "d  they are two persons: never propose them again",
        "s  skip: propose them again next time",
        "u  undo the last merge or 'distinct'; again for the one before",
        "q  quit; Ctrl-C and Ctrl-D do as well",
    ]

    /// Shows a pair until the person says what is to become of it.
    mutating func decide(on view: inout PairView) async throws -> Move {
        while true {
            let picture = PairPicture(view: view, tenant: tenant, place: place)
            let key = try await ask(Self.pairKeys) { size, styles in
                picture.lines(in: size, styles: styles)
            }
            switch key {
            case .character("x"): view.exchange()
            case .character("?"):
                for line in Self.help { note(line, most: Self.help.count) }
            case .character("s"):
                queue.skip(view.pair.key)
                return .next
            case .character("d"):
                let isTaken = try await declareDistinct(view)
                return isTaken ? .next : .again(keeping: view.keptNumber)
            case .character("m"):
                switch try await merge(&view) {
                case .merged: return .next
                case .refused: return .again(keeping: view.keptNumber)
                case .declined: continue
                case .ended: return .end
                }
            case .character("u"):
                if try await undo(before: view.pair.key) { return .next }
            case .character("q"), .interrupt, .endOfInput: return .end
            default: note("no such key; ? tells which there are")
            }
        }
    }

    /// After the last pair: whether something was undone, so that there is one again.
    mutating func offerUndoAtEnd() async throws -> Bool {
        while !queue.decisions.isEmpty {
            let key = try await ask(Self.endKeys) { _, styles in
                [styles.bold("that was the last pair")]
            }
            switch key {
            case .character("u"): if try await undo(before: nil) { return true }
            case .character("q"), .enter, .interrupt, .endOfInput: return false
            default: continue
            }
        }
        return false
    }

    /// Shows what a merge would make, and what the person says to it.
    mutating func ask(preview text: @escaping (Terminal) -> String) async throws -> Key {
        try await ask(Self.previewKeys) { _, styles in [text(styles)] }
    }

    /// Shows a picture with the notes and the keys below it, and waits for a key that was pressed
    /// since. It is drawn anew when the window changes, which makes no key void.
    private mutating func ask(
        _ keys: String,
        _ lines: (WindowSize, Terminal) -> [String]
    ) async throws -> Key {
        let shown = draw(keys, lines)
        while let event = await events.next() {
            switch event {
            case .resized, .key(.redraw, _): _ = draw(keys, lines)
            case .tick: if !carnet.isOpen { throw CarnetClientError.closed }
            case .signal(let number):
                signal = number
                return .interrupt
            // What was typed ahead was not meant for what is shown now.
            case .key(let key, let time)
            where time >= shown || [.interrupt, .endOfInput].contains(key):
                notes = []
                if key == .interrupt { signal = 2 }
                return key
            case .key: continue
            }
        }
        return .endOfInput
    }

    private func draw(
        _ keys: String,
        _ lines: (WindowSize, Terminal) -> [String]
    ) -> ContinuousClock.Instant {
        let size = console.size
        let styles = Terminal(
            columnCount: size.columnCount,
            hasStyles: Terminal.output.hasStyles
        )
        var text = lines(size, styles)
        text.append("")
        for note in notes { text += TextWrap.lines(of: note, width: size.columnCount) }
        text += TextWrap.lines(of: keys, width: size.columnCount)
        // A dumb terminal gets one picture below the other.
        let start = Terminal.isDumb ? "\n" : "\u{1B}[H\u{1B}[2J"
        // Taken before: a key may follow the last letter at once.
        let time = ContinuousClock.now
        console.write(start + text.joined(separator: "\n") + "\n")
        return time
    }
}
