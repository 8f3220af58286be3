import ArgumentParser

/// A number of bytes as one types it: `65536`, `64k`, `64KiB`, `1.5g` are all right; units are
/// powers of 1,024.
struct ByteAmount: ExpressibleByArgument, Hashable, Sendable {
    let byteCount: Int

    init(_ byteCount: Int) { self.byteCount = byteCount }

    init?(argument: String) {
        let text = argument.lowercased()
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let scale = Self.scale(of: text.dropFirst(digits.count)) else { return nil }
        if let whole = Int(digits) {
            let (product, isOver) = whole.multipliedReportingOverflow(by: scale)
            guard !isOver else { return nil }
            byteCount = product
        } else {
            guard let fraction = Double(digits), scale > 1, fraction * Double(scale) < 1e15 else {
                return nil
            }
            byteCount = Int(fraction * Double(scale))
        }
    }

    var defaultValueDescription: String {
        byteCount == 0 ? "0" : Quantity.bytes(byteCount).replacing(".0 ", with: " ")
    }

    private static func scale(of unit: Substring) -> Int? {
        switch unit {
        case "", "b": 1
        case "k", "kb", "kib": 1 << 10
        case "m", "mb", "mib": 1 << 20
        case "g", "gb", "gib": 1 << 30
        case "t", "tb", "tib": 1 << 40
        default: nil
        }
    }
}
