/// Irish, and the Gaelic forms.
extension NicknameData {
    static let irish: StaticString = """
        m aidan aiden aodhan: aid
        m aonghus angus aengus: gus
        m bartley parthalan: bart
        m brendan breandan
        m brian brion
        m cian kian
        m ciaran kieran kieron: kier
        m cillian killian
        m colm colum
        m conor connor conchobar: con
        m cornelius: con neil connie
        m darragh dara
        m declan: dec deco
        m dermot diarmuid diarmaid: derry
        m domhnall donal: dony
        m eamon eamonn: ed
        m eoghan eoin: owen
        m fergus feargus: fergie
        m finbar finbarr: barry barra
        m finn fionn
        m jarlath: jar
        m micheal miceal: mick
        m oisin: osh
        m padraig padraic patrick: paddy pat podge
        m ruairi rory ruaidhri
        m seamus shamus: shay
        m sean shaun shawn shane seaghan
        m tadhg teague: tim
        m tiernan tighearnan
        m tomas: tom
        m uilliam liam
        M cathal conall cormac cuan daithi enda fintan lorcan maitiu malachy niall peadar ronan
        M senan turlough
        f aisling ashling aislinn: ash
        f aoibheann aoibhinn
        f bernadette: bernie
        f bridget brigid brid: bridie breda bid biddy breege
        f caitriona catriona caitlin: cait triona
        f caoimhe keeva
        f ciara keira kiera
        f deirdre: dee
        f eimear emer
        f eithne enya
        f fionnuala finola: nuala
        f grainne grania
        f maeve meadhbh medb
        f maire: maura moya
        f mairead maighread: peig
        f niamh neve
        f noreen noirin
        f oonagh una
        f orla orlaith
        f philomena: phil mena
        f roisin: ro
        f sile sheila
        f siobhan shevaun chevonne
        f treasa: tess
        F aine aoife assumpta attracta blathnaid clodagh concepta eilis muireann nuala saoirse
        F sinead sorcha
        """
}
