import CarnetBytes

/// Consents with proof (R-POL-14).
extension Tenant {
    /// CONSENT.SET: what a client said about a purpose, how it came about and when. It is kept
    /// among the proofs, and counts from now on unless a later word on the same purpose is there
    /// already: a form that is typed in late changes no answer that was given since.
    ///
    /// The newsletter's consent and the field `newsletter` are one and the same. CLIENT.NEWSLETTER
    /// leaves a proof of the moment alone; so does a change of the field by CLIENT.SET where
    /// there are proofs already, so that none speaks for what was said later.
    /// Answers the version that the client has afterwards.
    public func decideConsent(
        _ id: ClientID,
        _ proof: ConsentProof,
        in context: Context,
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> UInt32 {
        guard proof.milliseconds <= context.now.millisecondsSinceEpoch else {
            throw .invalid(
                field: "AT",
                problem: "it has not come yet; give the time at which it was said"
            )
        }
        let count = try decideEach([id], .consentSet, ifVersion: ifVersion, events: &events) {
            (client: inout ClientContent) throws(Refusal) in
            let latest = client.proofs(of: proof.purpose).map(\.milliseconds).max() ?? 0
            client.add(proof)
            guard proof.milliseconds >= latest else { return }
            client.set(proof.purpose.tag, [[proof.isGiven ? 1 : 0]])
        }
        return (version(of: id) ?? 0) &+ UInt32(truncatingIfNeeded: count)
    }

    /// Appends to the fields that a CLIENT.SET changes how the newsletter's consent came about: now,
    /// and nothing more is known. Only where a proof stands that would speak for it otherwise.
    /// `change` are those fields, ascending; `payload` takes what follows them.
    func appendNewsletterProof(
        _ record: borrowing ClientRecord,
        _ change: [ClientContent.Group],
        in context: Context,
        to payload: inout ByteWriter
    ) {
        let tag = ConsentPurpose.newsletter.tag
        guard let value = change.first(where: { $0.tag == tag })?.values.first else { return }
        let proofs = record.consentProofs
        guard proofs.contains(where: { $0.purpose == .newsletter }) else { return }
        let proof = ConsentProof(
            .newsletter,
            isGiven: value == [1],
            milliseconds: context.now.millisecondsSinceEpoch
        )
        ClientContent.append(
            ClientExtra.proofs.rawValue,
            ConsentProof.kept(proofs.map(\.value) + [proof.value]),
            to: &payload
        )
    }
}

extension ClientContent {
    /// The proofs of a purpose, oldest first.
    fileprivate func proofs(of purpose: ConsentPurpose) -> [ConsentProof] {
        values(ClientExtra.proofs.rawValue).compactMap { unsafe ConsentProof($0.span.bytes) }
            .filter { $0.purpose == purpose }
    }
}
