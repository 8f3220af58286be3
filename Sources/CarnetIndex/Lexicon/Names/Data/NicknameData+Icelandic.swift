/// Icelandic: the short forms (gælunöfn) that nearly everybody goes by.
extension NicknameData {
    static let icelandic: StaticString = """
        m adalsteinn: alli steini
        m albert: alli
        m alexander: alex
        m arnar: addi
        m arni: addi
        m asgeir: geiri
        m benedikt: benni
        m birgir: biggi
        m bjarni: baddi
        m bjorn: bjossi
        m brynjar: binni
        m brynjolfur: binni
        m daniel: danni
        m david: dabbi
        m eirikur: eiki
        m elias: elli
        m erlendur: elli
        m finnbogi: bogi
        m fridrik: frikki
        m gudjon: gaui
        m gudmundur: gummi gvendur mundi
        m gunnar: gunni
        m hafsteinn: haffi steini
        m hallgrimur: halli
        m halldor: dori
        m haraldur: halli
        m hermann: hemmi
        m hilmar: himmi
        m hjalmar: hjalli
        m hordur: hoddi
        m ingolfur: ingo
        m jakob: kobbi
        m johann: joi
        m johannes: joi hannes
        m jon: nonni
        m jonatan: joni
        m karl: kalli
        m kristinn: kiddi
        m kristjan: kiddi stjani
        m larus: lalli
        m magnus: maggi
        m matthias: matti
        m olafur: oli
        m pall: palli
        m petur: pesi
        m ragnar: raggi
        m robert: robbi
        m sigfus: fusi
        m sigmundur: mundi simmi
        m sigurbjorn: sibbi
        m sigurdur: siggi
        m sigurjon: sjonni
        m stefan: stebbi
        m sveinn: svenni
        m theodor: teddi
        m thorarinn: toti
        m thorbjorn: tobbi
        m thordur: doddi
        m thorsteinn: steini
        m thorvaldur: valdi
        m tomas: tommi
        m valdimar: valdi
        m vilhjalmur: villi
        M aegir aevar agnar andri ari armann bragi eggert egill einar emil finnur gestur gisli
        M grimur gudni gylfi heidar helgi hlynur ingi ingimar ingvar isak ivar kari kjartan orn
        M orvar oskar ossur rafn reynir sindri skuli snorri thorir tryggvi unnar vidar viktor
        f adalheidur: heida
        f agusta: gusta
        f asdis: disa
        f bryndis: disa
        f elin: ella
        f elisabet: beta lisa
        f gudbjorg: gugga
        f gudfinna: finna
        f gudlaug: gulla
        f gudridur: gudda
        f gudrun: gunna runa
        f halldora: dora
        f herdis: disa
        f hjordis: disa
        f hrafnhildur: hrabba
        f ingibjorg: inga imba
        f ingunn: inga
        f ingveldur: inga
        f jakobina: bina
        f johanna: hanna joa
        f jonina: nina ninna
        f katrin: kata
        f kolbrun: kolla
        f kristin: stina
        f kristjana: jana
        f margret: magga
        f maria: maja
        f matthildur: matta
        f ragnheidur: heida ragga
        f ragnhildur: ragga
        f sigridur: sigga
        f sigrun: runa
        f sigurbjorg: sibba
        f sigurlaug: silla
        f solveig: solla
        f steinunn: steina
        f svanhildur: svana
        f thorbjorg: tobba
        f thordis: disa
        f thorunn: tota
        f valgerdur: vala
        f vigdis: disa
        f vilborg: villa
        F anna arnheidur asta audur berglind birna bjork edda emilia erla eva fanney fjola freyja
        F gerdur gigja gudny hafdis halla hanna heidrun helga hildur hulda iris jorunn kristbjorg
        F lara laufey lilja linda nanna oddny olof osk perla petra rakel rosa sara soley svava
        F thora una unnur
        """
}
