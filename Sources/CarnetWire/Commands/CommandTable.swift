/// All declarations, and the words that lead to them.
public enum CommandTable {
    /// By `CommandID.rawValue`.
    public static let declarations: [CommandDeclaration] = CommandID.allCases.map(declaration)

    /// By `CommandID.rawValue`.
    static let shapes: [CommandShape] = declarations.map(\.shape)

    /// Names in scope 0; subcommands in their container's number plus one.
    static let names: WordTable = {
        var table = WordTable()
        for command in declarations {
            let words = command.name.split(separator: " ").map(String.init)
            let scope = command.container.map { $0.rawValue + 1 } ?? 0
            table.add(words[words.count - 1], scope: scope, value: command.id.rawValue)
        }
        return table
    }()

    static let options: WordTable = {
        var table = WordTable()
        for option in OptionID.allCases { table.add(option.token, value: option.rawValue) }
        return table
    }()

    private static func declaration(of id: CommandID) -> CommandDeclaration {
        switch id {
        case .ping: .ping
        case .echo: .echo
        case .hello: .hello
        case .auth: .auth
        case .quit: .quit
        case .reset: .reset
        case .select: .select
        case .mode: .mode
        case .connection: .connection
        case .connectionSetName: .connectionSetName
        case .connectionGetName: .connectionGetName
        case .connectionSetInfo: .connectionSetInfo
        case .connectionID: .connectionID
        case .connectionInfo: .connectionInfo
        case .connectionList: .connectionList
        case .connectionNoEvict: .connectionNoEvict
        case .connectionNoTouch: .connectionNoTouch
        case .connectionHelp: .connectionHelp
        case .command: .command
        case .commandCount: .commandCount
        case .commandList: .commandList
        case .commandInfo: .commandInfo
        case .commandDocs: .commandDocs
        case .commandGetKeys: .commandGetKeys
        case .commandHelp: .commandHelp
        case .info: .info
        case .time: .time
        case .help: .help
        case .config: .config
        case .configGet: .configGet
        case .configSet: .configSet
        case .configHelp: .configHelp
        case .snapshot: .snapshot
        case .snapshotStatus: .snapshotStatus
        case .verify: .verify
        case .waitLSN: .waitLSN
        case .shutdown: .shutdown
        case .tokenCreate: .tokenCreate
        case .tokenList: .tokenList
        case .tokenRevoke: .tokenRevoke
        case .tenantCreate: .tenantCreate
        case .tenantGet: .tenantGet
        case .tenantSet: .tenantSet
        case .tenantList: .tenantList
        case .tenantDrop: .tenantDrop
        case .tenantStats: .tenantStats
        case .tenantDigest: .tenantDigest
        case .clientAdd: .clientAdd
        case .clientGet: .clientGet
        case .clientSet: .clientSet
        case .clientUpsert: .clientUpsert
        case .clientSearch: .clientSearch
        case .clientList: .clientList
        case .clientCount: .clientCount
        case .clientCSV: .clientCSV
        case .clientExport: .clientExport
        case .clientDeactivate: .clientDeactivate
        case .clientReactivate: .clientReactivate
        case .clientDelete: .clientDelete
        case .clientErase: .clientErase
        case .clientAnonymize: .clientAnonymize
        case .erasureGet: .erasureGet
        case .erasureList: .erasureList
        case .erasureVerify: .erasureVerify
        case .keepOutLift: .keepOutLift
        case .clientMerge: .clientMerge
        case .clientUnmerge: .clientUnmerge
        case .clientMerges: .clientMerges
        case .clientDistinct: .clientDistinct
        case .clientDuplicates: .clientDuplicates
        case .clientCompare: .clientCompare
        case .clientTag: .clientTag
        case .clientNewsletter: .clientNewsletter
        case .clientBlock: .clientBlock
        case .clientUnblock: .clientUnblock
        case .consentSet: .consentSet
        case .consentList: .consentList
        case .clientHistory: .clientHistory
        case .viewSet: .viewSet
        case .viewGet: .viewGet
        case .viewList: .viewList
        case .viewDrop: .viewDrop
        case .bookingAdd: .bookingAdd
        case .bookingGet: .bookingGet
        case .bookingSet: .bookingSet
        case .bookingMove: .bookingMove
        case .bookingCancel: .bookingCancel
        case .bookingNoShow: .bookingNoShow
        case .bookingDone: .bookingDone
        case .bookingVerify: .bookingVerify
        case .bookingList: .bookingList
        case .accountInvite: .accountInvite
        case .accountCodes: .accountCodes
        case .accountSignIn: .accountSignIn
        case .accountGet: .accountGet
        case .accountSet: .accountSet
        case .accountLogin: .accountLogin
        case .accountAdmin: .accountAdmin
        case .linkAdd: .linkAdd
        case .linkList: .linkList
        case .linkRemove: .linkRemove
        case .pointsAdd: .pointsAdd
        case .pointsGet: .pointsGet
        }
    }
}
