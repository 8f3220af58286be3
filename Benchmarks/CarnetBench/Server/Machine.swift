import Glibc

/// The machine that figures were taken on, as a line.
enum Machine {
    static var summary: String {
        let model =
            field("model name", in: "/proc/cpuinfo")
            ?? "an unknown processor"
        let memory = field("MemTotal", in: "/proc/meminfo")
            .flatMap { Int($0.prefix { $0.isNumber }) }
            .map { "\(($0 + (1 << 19)) >> 20) GiB" }
        let kernel = SmallFile.read("/proc/sys/kernel/osrelease")?
            .split(whereSeparator: \.isNewline).first.map { "Linux \($0)" }
        let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        return ["\(cores) × \(model)", memory, kernel].compactMap { $0 }.joined(separator: ", ")
    }

    private static func field(_ name: String, in path: String) -> String? {
        guard let text = SmallFile.read(path) else { return nil }
        for line in text.split(separator: "\n") where line.hasPrefix(name) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
        }
        return nil
    }
}
