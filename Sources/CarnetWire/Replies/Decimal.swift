/// The shortest text that reads back as `value`, without `.0`; `inf`, `-inf` and `nan` as RESP3
/// writes them.
func decimalText(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
