import CarnetBytes
import CarnetIndex
import Foundation

/// Which columns of a file are compared, and as what.
struct MatchColumns {
    struct Column {
        let index: Int
        let header: String
        var use: ColumnUse
        /// Whether its use is sure: given, or known by the whole header.
        let isSure: Bool
    }

    let headers: [String]
    /// Those that are compared, in the order of the schema.
    private(set) var compared: [Column] = []
    private(set) var ignored: [String] = []
    private(set) var idIndex: Int?

    /// - Parameter given: what `--map` says, by header.
    init(headers: [String], given: [String: ColumnUse]) {
        self.headers = headers
        var columns: [Column] = []
        for (index, header) in headers.enumerated() {
            let known =
                given[header].map { ($0, true) } ?? ColumnKinds.use(of: header, isFirst: index == 0)
            guard let (use, isSure) = known else {
                ignored.append(header)
                continue
            }
            switch use {
            case .id: if idIndex == nil { idIndex = index }
            case .ignored: ignored.append(header)
            case .field:
                let column = Column(index: index, header: header, use: use, isSure: isSure)
                columns.append(column)
            }
        }
        settleNames(&columns, given)
        compared = columns
    }

    /// "Name" beside a given name is the surname; "Nom" alone is the whole name; a whole name
    /// beside both of its halves says nothing more.
    private mutating func settleNames(_ columns: inout [Column], _ given: [String: ColumnUse]) {
        func first(_ kind: FieldKind) -> Int? {
            columns.firstIndex { $0.use == .field(kind) && $0.isSure }
                ?? columns.firstIndex { $0.use == .field(kind) }
        }
        func isOurs(_ place: Int) -> Bool { given[columns[place].header] == nil }
        if let whole = first(.fullName), isOurs(whole) {
            if first(.givenName) != nil && first(.surname) == nil {
                columns[whole].use = .field(.surname)
            } else if first(.surname) != nil && first(.givenName) == nil {
                columns[whole].use = .field(.givenName)
            }
        }
        if first(.fullName) == nil {
            if let only = first(.givenName), first(.surname) == nil, isOurs(only) {
                columns[only].use = .field(.fullName)
            } else if let only = first(.surname), first(.givenName) == nil, isOurs(only) {
                columns[only].use = .field(.fullName)
            }
        }
        for kind in [FieldKind.givenName, .surname, .fullName] {
            guard let kept = first(kind) else { continue }
            for place in columns.indices.reversed()
            where place != kept && columns[place].use == .field(kind) {
                ignored.append(columns.remove(at: place).header)
            }
        }
    }

    var schema: MatchSchema {
        MatchSchema(
            compared.compactMap { column in
                guard case .field(let kind) = column.use else { return nil }
                return MatchField(column.header, kind)
            }
        )
    }
}
