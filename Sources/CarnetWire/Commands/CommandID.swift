/// Every command by number. A container (`CLIENT`, `COMMAND`, `CONFIG`) and each of its
/// subcommands have one each.
public enum CommandID: UInt8, CaseIterable, Hashable, Sendable {
    // Connection.
    case ping
    case echo
    case hello
    case auth
    case quit
    case reset
    case select
    case mode
    /// `CLIENT`, about connections as in Redis; the people of a venue are behind `CLIENT.`.
    case connection
    case connectionSetName
    case connectionGetName
    case connectionSetInfo
    case connectionID
    case connectionInfo
    case connectionList
    case connectionNoEvict
    case connectionNoTouch
    case connectionHelp

    // Server.
    case command
    case commandCount
    case commandList
    case commandInfo
    case commandDocs
    case commandGetKeys
    case commandHelp
    case info
    case time
    case help
    case config
    case configGet
    case configSet
    case configHelp
    case snapshot
    case snapshotStatus
    case verify
    case waitLSN
    case shutdown

    // Tokens.
    case tokenCreate
    case tokenList
    case tokenRevoke

    // Tenants.
    case tenantCreate
    case tenantGet
    case tenantSet
    case tenantList
    case tenantDrop
    case tenantStats
    case tenantDigest

    // Clients.
    case clientAdd
    case clientGet
    case clientSet
    case clientUpsert
    case clientSearch
    case clientList
    case clientCount
    case clientCSV
    case clientExport
    case clientDeactivate
    case clientReactivate
    case clientDelete
    case clientErase
    case clientAnonymize
    case erasureGet
    case erasureList
    case erasureVerify
    case keepOutLift
    case clientMerge
    case clientUnmerge
    case clientMerges
    case clientDistinct
    case clientDuplicates
    case clientCompare
    case clientTag
    case clientNewsletter
    case clientBlock
    case clientUnblock
    case consentSet
    case consentList
    case clientHistory

    // Views.
    case viewSet
    case viewGet
    case viewList
    case viewDrop

    // Bookings.
    case bookingAdd
    case bookingGet
    case bookingSet
    case bookingMove
    case bookingCancel
    case bookingNoShow
    case bookingDone
    case bookingVerify
    case bookingList

    // Accounts.
    case accountInvite
    case accountCodes
    case accountSignIn
    case accountGet
    case accountSet
    case accountLogin
    case accountAdmin

    // Links and points.
    case linkAdd
    case linkList
    case linkRemove
    case pointsAdd
    case pointsGet

    /// What is declared of the command.
    public var declaration: CommandDeclaration { CommandTable.declarations[Int(rawValue)] }

    var shape: CommandShape { CommandTable.shapes[Int(rawValue)] }

    /// Whether the second word names a subcommand.
    public var isContainer: Bool { self == .connection || self == .command || self == .config }
}
