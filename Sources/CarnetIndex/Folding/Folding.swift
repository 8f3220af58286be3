import CarnetBytes
import CarnetModel

/// Folds names into tokens that people find however they type them: case and accents go, ligatures
/// open, letters with a stroke lose it, digits become those of ASCII. Greek, Cyrillic and other
/// letters fold within their own alphabet. Everything else separates.
///
/// Apostrophes and hyphens split and also join: "d'Artagnan" gives `d`, `artagnan` and
/// `dartagnan`. Particles join the name behind them: "van den Berg" gives `van`, `den`, `berg` and
/// `vandenberg`. Text is expected in normal form C, as the model keeps it.
public enum Folding {
    /// Adds the tokens of `text` to `tokens`; `removeAll` makes room for the next client. Bytes
    /// that are no UTF-8 separate. O(length), no allocation.
    public static func fold(_ text: RawSpan, into tokens: inout FoldedTokens) {
        var run = TokenRun(first: tokens.count)
        var offset = 0
        while offset < text.byteCount {
            let byte = text.byte(at: offset)
            guard byte < 0x80 else {
                offset &+= foldScalar(text, at: offset, into: &tokens, &run)
                continue
            }
            let end = tokens.appendASCII(text, from: offset)
            guard end == offset else {
                offset = end
                continue
            }
            offset &+= 1
            if byte == UInt8(ascii: " ") {
                run.endGroup(&tokens)
            } else if byte == UInt8(ascii: "-") {
                run.endPart(&tokens, beforeApostrophe: false)
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                run.endPart(&tokens, beforeApostrophe: true)
            } else {
                run.endGroup(&tokens)
            }
        }
        run.endGroup(&tokens)
        run.endText(&tokens)
    }

    /// Folds the scalar past ASCII at `offset` and answers how many bytes it takes.
    private static func foldScalar(
        _ text: RawSpan,
        at offset: Int,
        into tokens: inout FoldedTokens,
        _ run: inout TokenRun
    ) -> Int {
        guard let scalar = text.scalar(at: offset) else {
            run.endGroup(&tokens)
            return 1
        }
        let fate = FoldingTable.standard.fate(of: scalar.value)
        if fate & FoldingTable.ascii != 0 {
            tokens.append(UInt8(truncatingIfNeeded: fate))
            return scalar.byteCount
        }
        switch fate {
        case FoldingTable.separator: run.endGroup(&tokens)
        case FoldingTable.dropped: break
        case FoldingTable.apostrophe: run.endPart(&tokens, beforeApostrophe: true)
        case FoldingTable.hyphen: run.endPart(&tokens, beforeApostrophe: false)
        case FoldingTable.kept:
            guard tokens.hasRoom(for: scalar.byteCount) else { break }
            for index in offset..<offset &+ scalar.byteCount {
                tokens.appendUnchecked(text.byte(at: index))
            }
        default:
            let expansion = FoldingTable.standard.expansion(fate)
            guard tokens.hasRoom(for: expansion.count) else { break }
            for index in expansion {
                tokens.appendUnchecked(FoldingTable.standard.expansionByte(at: index))
            }
        }
        return scalar.byteCount
    }
}
