/// What the server says of its version.
enum Version {
    static let carnet = "0.1.0"
    /// What libraries that look for a Redis version are told: the one whose manners these are.
    static let redis = "7.2.0"
}
