import CarnetBytes
import CarnetModel
import CarnetWire

/// The columns of a CSV in the order that FIELDS gives.
struct CSVColumns: Sendable {
    enum Column: Sendable {
        case told(ClientColumns.Column)
        /// A field of the tenant's own, without `x.`.
        case custom([UInt8])
    }

    let columns: [Column]

    /// Columns that are tables of their own, or told by the directory: they have no cell.
    private static let withoutCell: [ClientColumns.Column] = [
        .block, .blockedMatches, .mergedInto, .account, .locked, .login,
    ]

    /// All that a client itself carries, but for fields of the tenant's own.
    static let all = CSVColumns(
        columns: ClientColumns.Column.allCases
            .filter { !withoutCell.contains($0) && $0 != .loginBy }
            .map { .told($0) }
    )

    /// Whether anything is shown that follows from bookings.
    var showsBookings: Bool {
        columns.contains { column in
            guard case .told(let column) = column else { return false }
            return ClientColumns([column]).showsBookings
        }
    }

    private init(columns: [Column]) { self.columns = columns }

    /// Reads `FIELDS f,f,…`.
    init(_ text: RawSpan) throws(ErrorReply) {
        var columns: [Column] = []
        var from = 0
        while from <= text.byteCount {
            var to = from
            while to < text.byteCount, text.byte(at: to) != UInt8(ascii: ",") { to += 1 }
            let word = text.bytes(from..<to)
            if let name = CustomText.name(word) {
                columns.append(.custom(name.array()))
            } else {
                let column = ClientColumns.Column.allCases.first {
                    word.isEqual(to: $0.name) && !Self.withoutCell.contains($0)
                }
                guard let column else { throw Self.error(columns.count + 1) }
                columns.append(.told(column))
            }
            from = to + 1
        }
        self.columns = columns
    }

    private static func error(_ number: Int) -> ErrorReply {
        let names = ClientColumns.Column.allCases
            .filter { !withoutCell.contains($0) }.map { "\($0.name)" }
            .joined(separator: " ")
        return ErrorReply(
            .invalid,
            "FIELDS: field \(number) is no column; there are \(names) x.name"
        )
    }
}
