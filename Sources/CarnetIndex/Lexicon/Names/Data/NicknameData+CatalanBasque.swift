/// Catalan and Basque.
extension NicknameData {
    static let catalanBasque: StaticString = """
        m albert: berto
        m alexandre: alex xandre
        m andoni: toni
        m antoni anton: toni ton tonet
        m bartomeu: tomeu
        m carles: carlets
        m eduard: edu
        m enric: quico quim
        m francesc: cesc quico xesc francesco siscu xisco paco
        m gabriel: biel
        m ignasi: nasi
        m jaume: met jaumet
        m joan: joanet nan
        m joaquim: quim quimet ximo
        m jordi: jordiet
        m josep: pep pepe
        m josepmaria: pepmaria
        m llorenc: llorens
        m lluis: lluiset
        m manel: nel manelet
        m miquel: quel miki
        m narcis: ciset
        m nicolau: colau
        m oriol: uri
        m pere: peret
        m rafel rafael: rafa felet
        m ramon: mon moncho
        m salvador: vador salva
        m sebastia: tia
        m vicenc vicent: vicens
        m xabier: xabi
        m xavier: xavi xevi
        M adria agusti aitor ander andreu arnau asier baltasar benet bernat didac domenec eneko
        M ernest esteve eudald feliu ferran genis gerard gorka guillem iker imanol inaki jan jeroni
        M joanmiquel jon josu julia kepa koldo lluc marc marcal marti mateu mikel pasqual patxi pau
        M pol quirze roc roger santi sergi toni unai
        f amaia amaya
        f antonia: tonia tona
        f arantxa arantza arantzazu
        f assumpcio: sumpta
        f catalina: cata
        f caterina: cati
        f concepcio: conxa conxita
        f dolors: lola loles
        f elisabet: bet eli
        f elisenda: eli
        f eulalia: laia lali
        f francesca: cesca xisca paquita
        f immaculada: imma
        f joana: joaneta
        f josepa: pepa
        f magdalena: magda lena
        f margarida: marga
        f maria: mariona
        f mercedes: merce
        f meritxell: txell meri
        f montserrat: montse rat munsa
        f pilar: pili
        f teresa: tere
        f txaro: txari
        F agnes aina ainara ainhoa anna assumpta aurelia barbara carme esperanca gemma gloria idoia
        F itziar izaskun jordina judit leire llucia lluisa lurdes maddalen maialen mariona marta
        F merce mireia miren nekane nerea neus nuria oihana olatz queralt remei roser xenia
        """
}
