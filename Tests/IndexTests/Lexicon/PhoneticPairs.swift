/// Names that people at a desk take for one another on the telephone, folded, two and two: written
/// down by hand from the languages of Europe, and not made from the rules of the key.
enum PhoneticPairs {
    static let all: StaticString = """
        meyer/maier meyer/mayr mayer/meier meijer/meyer schmidt/schmitt schmidt/schmid
        schmitt/smit schulz/schultz schulze/schulce hoffmann/hofman hoffmann/offmann
        fischer/fisher vogel/fogel vogt/fogt wagner/vagner weber/veber wolf/wolff walter/valter
        philipp/filip thibault/tibo thibaut/thibaud renault/renaud renaud/reno moreau/moro
        moreau/morot rousseau/roussot dupont/dupond lefevre/lefebvre lefevre/lefebre
        gauthier/gautier bernard/bernar martin/martain martin/marten girard/girar
        fournier/fournie mercier/mersier boucher/bouche rougier/rouge durand/durant leroux/lerou
        leroux/leroue faure/fort petit/peti richard/richar lacroix/lacroi dumas/duma
        perrin/perin perrin/perain guerin/gerin gonzalez/gonsales gonzalez/gonzales
        rodriguez/rodrigues fernandez/fernandes lopez/lopes perez/peres jimenez/gimenez
        vazquez/basquez vasquez/vazques benitez/venitez chavez/chaves sanchez/sanches
        munoz/munos ibanez/ybanes nunez/nunes castillo/castilho carvalho/carvallo
        magalhaes/magalaes oliveira/olivera pereira/perera teixeira/teisheira teixeira/techeira
        goncalves/gonsalves souza/sousa rossi/rosi russo/ruso bianchi/bianki esposito/exposito
        ricci/rici gallo/galo conti/conty bruno/brunno greco/grecco colombo/collombo rizzo/riso
        giordano/jordano giuliani/juliani gentile/jentile castagna/castania bologna/bolonia
        pagliari/paliari battaglia/batalia kowalski/kovalski kowalczyk/kowalchik
        wisniewski/visnievski wojcik/voitsik szymanski/schimanski lewandowski/levandovski
        nowak/novak nowak/nowack zielinski/selinski wozniak/vosniak jankowski/yankovski
        krawczyk/kravchik szewczyk/shevchik czarnecki/charnetski novak/nowak dvorak/dworschak
        dvorak/dvorschak svoboda/swoboda prochazka/prohaska cerny/tscherny cerny/cherny
        horak/horrak nemeth/nemet kovacs/kovatsch kovacs/kovac szabo/sabo toth/tot varga/warga
        horvath/horvat nagy/nadj popescu/popesku ionescu/yonescu ceausescu/tschauschescu
        jovanovic/yovanovitch jovanovic/jovanowitsch petrovic/petrovitch stojanovic/stoyanovic
        djordjevic/dordevic nikolic/nikolitsch ivanov/iwanow ivanov/ivanoff petrov/petroff
        smirnov/smirnow kuznetsov/kusnezow shevchenko/schewtschenko tchaikovsky/tschaikowsky
        papadopoulos/papadopulos georgiou/georgiu nikolaidis/nicolaides christou/kristou
        konstantinou/constantinu jansen/janssen jansen/janssens devries/devriese dewit/dewitte
        dewitt/dewit vandijk/vandyck vandenberg/vandenbergh claes/klaas peeters/peters
        hendriks/hendrickx hendriks/hendrix dierckx/dirks desmet/desmedt jacobs/jakobs
        verbeeck/verbeek smith/smyth thompson/tomson thompson/thomson clark/clarke
        philips/phillips stephens/stevens johnson/jonson johnson/johnsen reid/read wright/right
        knight/night hughes/hues shaw/schaw moore/more white/whyte brown/browne taylor/tailor
        allen/allan stewart/stuart mckenzie/mackenzie mcdonald/macdonald leigh/lee neil/neal
        graham/graeme hansen/hanssen olsen/olson larsen/larson nielsen/nilsen andersen/anderson
        pedersen/petersen sorensen/sorenson kristensen/christensen andersson/anderson
        johansson/johanson gustafsson/gustavson lindqvist/lindkvist lindquist/lindqvist
        bergstrom/bergstroem korhonen/korhonnen virtanen/wirtanen makinen/mackinen yilmaz/ilmaz
        ozturk/osturk celik/tschelik celik/chelik sahin/schahin sahin/shahin aydin/aidin
        dogan/dohan kaya/kaja mohamed/mohammed mohamed/muhammad ahmed/achmed hassan/hasan
        hussein/houcine khalil/kalil cherif/sherif djamel/jamel bouzid/buzid catherine/katrin
        catherine/cathrin philippe/filip christophe/kristof christine/kristine stephane/stefan
        stephanie/stefanie thomas/tomas mathieu/matieu geoffrey/joffrey jerome/gerome
        yannick/janik yannick/iannick laurent/lorent aurelie/orelie maud/mod claude/clod
        guillaume/giyom jacques/jacque zoe/zoey chloe/kloe xavier/savier alexandre/alessandre
        isabelle/ysabel helene/elene heloise/eloise
        """

    static var pairs: [(String, String)] {
        String(describing: all).split { $0.isWhitespace }.compactMap { pair in
            let names = pair.split(separator: "/").map(String.init)
            return names.count == 2 ? (names[0], names[1]) : nil
        }
    }
}
