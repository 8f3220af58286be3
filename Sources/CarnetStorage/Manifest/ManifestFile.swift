import CarnetBytes

/// MANIFEST on the disk.
struct ManifestFile: Sendable {
    let folder: StoreFolder

    /// What reading found.
    enum Found {
        case current(Manifest)
        /// MANIFEST is absent or damaged; this is the one before.
        case previous(Manifest, because: StoreError)
        case neither(StoreError)
        /// There is neither file.
        case absent
    }

    func read() throws(StoreError) -> Found {
        do throws(StoreError) {
            return .current(try read(StoreLayout.manifest))
        } catch {
            if case .disk = error { throw error }
            if case .newerFormat = error { throw error }
            return try readPrevious(because: error)
        }
    }

    private func readPrevious(because first: StoreError) throws(StoreError) -> Found {
        do throws(StoreError) {
            let manifest = try read(StoreLayout.previousManifest)
            return .previous(manifest, because: first)
        } catch .missing {
            if case .missing = first { return .absent }
            return .neither(first)
        } catch .damaged(let damage) {
            return .neither(.damaged(damage))
        } catch {
            throw error
        }
    }

    func read(_ path: String) throws(StoreError) -> Manifest {
        let bytes = try folder.readWhole(path: path)
        return try Manifest(bytes.bytes, path: path)
    }

    /// Puts `manifest` in place in one step and keeps the one before as MANIFEST.prev: new file,
    /// sync, two names, sync of the names. A crash at any step leaves one of the two readable.
    func publish(_ manifest: Manifest) throws(StoreError) {
        let text = manifest.text()
        try folder.writeWhole(path: StoreLayout.newManifest, text.bytes)
        do {
            try folder.disk.rename(StoreLayout.manifest, to: StoreLayout.previousManifest)
        } catch .missing {
            // The first one, or MANIFEST was lost and MANIFEST.prev is all there is: it stays.
        } catch {
            throw .disk(error)
        }
        try folder.rename(StoreLayout.newManifest, to: StoreLayout.manifest)
        try folder.syncFolder("")
    }
}
