import ArgumentParser

/// `field=value` on the command line. An empty value clears.
struct FieldAssignment: ExpressibleByArgument, Hashable, Sendable {
    let name: String
    let value: String

    init?(argument: String) {
        guard let place = argument.firstIndex(of: "="), place != argument.startIndex else {
            return nil
        }
        name = String(argument[..<place])
        value = String(argument[argument.index(after: place)...])
    }
}

/// The words of a command for the server, put together from what was given.
struct CommandWords: Hashable, Sendable {
    private(set) var words: [String]

    init(_ words: String...) { self.words = words }

    mutating func add(_ more: String...) { words += more }

    /// `OPTION value`, where there is a value.
    mutating func add(_ option: String, _ value: String?) {
        if let value { words += [option, value] }
    }

    mutating func add(_ option: String, _ value: (some BinaryInteger)?) {
        if let value { words += [option, String(value)] }
    }

    mutating func add(flag option: String, if isGiven: Bool) {
        if isGiven { words.append(option) }
    }

    mutating func add(_ fields: [FieldAssignment]) {
        for field in fields { words += [field.name, field.value] }
    }
}
