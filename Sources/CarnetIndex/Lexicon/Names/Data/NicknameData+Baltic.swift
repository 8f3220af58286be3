/// Latvian and Lithuanian.
extension NicknameData {
    static let baltic: StaticString = """
        m aleksandrs: sasa alekss sanis
        m algimantas: algis
        m algirdas: algis
        m gediminas: gedas
        m janis: jancis jancuks
        m juozapas juozas: juozukas juozelis
        m kazys kazimieras: kaziukas
        m pranas pranciskus
        m rimantas: rimas
        m vytautas: vytas
        m peteris: pecis
        m kristaps: krists
        m martins: marcis marca
        m raimonds: raimis
        m roberts: robis robcis
        m juris: jurcis
        m mihails: misa
        m nikolajs: kola
        m vladimirs: vova volodja
        m sergejs: serjoza
        m aleksejs: losa alosa
        m dmitrijs: dima
        m viktors: vitja
        m vilhelms: vilis
        m tomas: tomukas tomiukas tomelis
        m mantas: mantukas
        m lukas: lukiukas
        m aleksandras: aleksas sasa
        m jonas: jonukas jonelis
        m antanas: antanukas antanelis
        m jurgis: jurgutis
        m petras: petriukas
        m stasys stanislovas: stasiukas
        m vincas vincentas: vincukas
        m simonas: simas simukas
        m domantas: domas
        m dominykas: domas
        m edvardas: edas
        m valdemaras: valdas
        m vladislovas: vladas
        m benediktas: benas
        m benjaminas: benas
        m jevgenijs: zenja
        M adomas agris aidas aigars ainars aivars alvis andis andrejs andris andrius armands arnas
        M arnis arnoldas arturas arturs arunas arvids arvydas audrius augustas aurimas ausris dainis
        M darius deividas didzis donatas dovydas dzintars edgaras edgars eduardas edvinas edvins
        M egidijus egils eimantas eriks evaldas gatis giedrius gintaras gintautas gints girts gunars
        M guntars guntis haroldas ignas igors ilmars imants indulis ivars ivo jekabs jokubas jurijs
        M justas justinas karlis karolis kaspars kestas kestutis kristians kristupas laimonas
        M laimonis laurynas linas maris marius martynas matas mindaugas modestas modris mykolas
        M nerijus normunds ojars oskars paulius pavels povilas raimondas raitis ramunas remigijus
        M ricardas rihards robertas rokas rolandas romualdas sandis saulius tadas tomass ugnius
        M uldis vaidas valdas valdis valters viesturs vilius vilnis virginijus vitalijus vladas
        M vygantas ziedonis zigmas zydrunas
        f anna: ance annina annuska
        f elizabete: liza bete
        f katrina katrine: katja kate trine
        f sandra: sandija
        f aleksandra: sasa sandra
        f margarita: rita grieta
        f marija: maryte marike mare marite
        f viktorija: vika
        f jelena: lena
        f tatjana: tanja tana
        f natalija: natasa
        f jekaterina: katja
        f svetlana: sveta
        f anastasija: nastja
        f gabija: gabe gabute
        f elzbieta: elze elzyte
        f kotryna: kotre kotrute
        f ona: onute onyte
        f magdalena: magde
        f elena: elenute lena
        f julija: julyte julita
        f veronika: verute vera
        f barbora: barbute
        f agnieska: agne
        F agija agne agnese aiga aija aiste aldona alma anda anete anita antra asta astra aurelija
        F ausra austeja baiba birute brigita dace daiga daina daiva dalia danute diana dovile
        F dzintra edita egle elina emilija evija gabriele genovaite giedre gintare gita goda greta
        F gunta ieva ilona ilze inese inga ingrida inta irena iveta jadvyga jana janina jolanta
        F jolita jurate jurgita justina karolina kristina kristine laila laima lasma lauma laura
        F liene liga ligita lina loreta lukrecija maija mara marite migle milda monika neringa
        F nijole olga raimonda ramune rasa rasma reda regina renata rima rita roberta rudite ruta
        F santa sarmite sigita silvija simona skaidrite skaiste solvita sonata toma ugne una urte
        F vaida vaiva velta vida vija vilma vineta violeta virginija vita zane zenta zita zivile
        """
}
