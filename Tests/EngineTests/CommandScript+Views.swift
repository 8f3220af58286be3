import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit

extension CommandScript {
    /// Saves a view of a few, or drops one.
    func view(_ engine: Engine, _ tenant: String, _ random: inout SeededRandom) throws {
        let view = Array("view \(Int.random(in: 0..<5, using: &random))".utf8)
        let isDropped = Int.random(in: 0..<4, using: &random) == 0
        let words = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            SavedView.Option(
                word: Array("TAG".utf8),
                values: [Array("t\(Int.random(in: 0..<8, using: &random))".utf8)]
            )
        }
        try onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            let view = view
            if isDropped {
                _ = try shard.dropView(cell, unsafe view.span.bytes, WriteOptions())
            } else {
                _ = try shard.setView(cell, unsafe view.span.bytes, words, WriteOptions())
            }
        }
    }
}
