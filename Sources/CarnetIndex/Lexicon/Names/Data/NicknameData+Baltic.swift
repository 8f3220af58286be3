/// Latvian and Lithuanian.
extension NicknameData {
    static let baltic: StaticString = """
        m aleksandrs: sasa
        m algimantas: algis
        m algirdas: algis
        m gediminas: gedas
        m janis: jancis
        m juozapas juozas
        m kazys kazimieras
        m pranas pranciskus
        m rimantas: rimas
        m vytautas: vytas
        M adomas agris aidas aigars ainars aivars aleksandras alvis andis andrejs andris andrius
        M antanas armands arnas arnis arnoldas arturas arturs arunas arvids arvydas audrius augustas
        M aurimas ausris dainis darius deividas didzis domantas donatas dovydas dzintars edgaras
        M edgars eduardas edvinas edvins egidijus egils eimantas eriks evaldas gatis giedrius
        M gintaras gintautas gints girts gunars guntars guntis haroldas ignas igors ilmars imants
        M indulis ivars ivo jekabs jevgenijs jokubas jonas jurgis jurijs juris justas justinas
        M karlis karolis kaspars kestas kestutis kristaps kristians kristupas laimonas laimonis
        M laurynas linas lukas mantas maris marius martins martynas matas mihails mindaugas modestas
        M modris mykolas nerijus nikolajs normunds ojars oskars paulius pavels peteris petras
        M povilas raimondas raimonds raitis ramunas remigijus ricardas rihards robertas roberts
        M rokas rolandas romualdas sandis saulius sergejs simonas stasys tadas tomas tomass ugnius
        M uldis vaidas valdas valdemaras valdis valters viesturs vilius vilnis virginijus vitalijus
        M vladas vladimirs vygantas ziedonis zigmas zydrunas
        f anna: ance
        F agija agne agnese aiga aija aiste aldona alma anda anete anita antra asta astra aurelija
        F ausra austeja baiba birute brigita dace daiga daina daiva dalia danute diana dovile
        F dzintra edita egle elena elina emilija evija gabija gabriele genovaite giedre gintare gita
        F goda greta gunta ieva ilona ilze inese inga ingrida inta irena iveta jadvyga jana janina
        F jelena jolanta jolita jurate jurgita justina karolina kotryna kristina kristine laila
        F laima lasma lauma laura liene liga ligita lina loreta lukrecija maija mara margarita
        F marija marite migle milda monika natalija neringa nijole olga ona raimonda ramune rasa
        F rasma reda regina renata rima rita roberta rudite ruta sandra santa sarmite sigita silvija
        F simona skaidrite skaiste solvita sonata svetlana tatjana toma ugne una urte vaida vaiva
        F velta vida vija viktorija vilma vineta violeta virginija vita zane zenta zita zivile
        """
}
