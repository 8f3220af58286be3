internal import CarnetBytes

// Building the errors of a command, off the hot path.
extension ParsedCommand {
    /// A word as an error shows it: at most 48 bytes, without control characters.
    func shown(_ word: RawSpan) -> String {
        let limit = 48
        let text = word.bytes(0..<min(word.byteCount, limit)).text()
        let visible = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
            )
        )
        return word.byteCount > limit ? visible + "…" : visible
    }

    /// The error for a word in upper case that is no option of this command.
    func unknownOption(_ index: Int, in bytes: RawSpan) -> ArgumentError {
        let text = shown(word(index, in: bytes))
        guard !declaration.options.isEmpty else {
            guard declaration.pairName != nil else { return declaration.wordCountError }
            return unexpected(index, in: bytes)
        }
        let tokens = declaration.options.map(\.id.token)
        let suggestion = Suggestions.nearest(to: text.uppercased(), among: tokens)
        return .unknownOption(
            text,
            command: declaration.name,
            options: declaration.expectedWords,
            suggestion: suggestion
        )
    }

    /// The error for a word that can be neither field name nor option.
    func unexpected(_ index: Int, in bytes: RawSpan) -> ArgumentError {
        let text = shown(word(index, in: bytes))
        guard declaration.pairName != nil || !declaration.options.isEmpty else {
            return declaration.wordCountError
        }
        let option = declaration.options.first { $0.id.token == text.uppercased() }
        return .unexpectedWord(
            text,
            number: index + 1,
            command: declaration.name,
            expected: option.map { "write the option as \($0.id.token), in upper case" }
                ?? declaration.expectedWords
        )
    }
}

extension CommandDeclaration {
    var wordCountError: ArgumentError {
        .wordCount(command: redisName, usage: usage)
    }

    /// What may stand behind the positional arguments.
    var expectedWords: String {
        var parts: [String] = []
        if let pairName {
            parts.append("a \(pairName) is written in lower case and its value follows")
        }
        if !options.isEmpty {
            parts.append("the options are " + options.map(\.id.token).joined(separator: " "))
        }
        return parts.joined(separator: "; ")
    }

    /// `id, EMAIL, PHONE and EXTERNAL`.
    var waysToName: String {
        let ways =
            positionals.filter(\.isOptional).map(\.name) + exactlyOneOf.map(\.token)
        return ways.dropLast().joined(separator: ", ") + " and " + (ways.last ?? "")
    }
}
