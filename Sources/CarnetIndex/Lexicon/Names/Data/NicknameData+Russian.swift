/// Russian, in the Latin spellings that are common abroad.
extension NicknameData {
    static let russian: StaticString = """
        m aleksandr alexander alexandr aleksander: sasha alex sanya shura sashka
        m aleksey alexey alexei aleksei alexej: alyosha lyosha lesha alex lyokha alesha
        m anatoly anatoliy anatoli anatolij: tolya tolik
        m andrey andrei andrej: andryusha andriusha dron
        m anton: antosha tosha
        m arkady arkadiy arkadi: arkasha
        m arseny arseniy: senya
        m artem artyom artiom: tyoma tema
        m artur arthur
        m boris: borya
        m daniil danila daniel danil: danya
        m denis: denya
        m dmitry dmitri dmitriy dmitrij dimitri: dima mitya dimon
        m eduard: edik
        m efim yefim: fima
        m egor yegor
        m evgeny evgeni evgeniy yevgeny evgueni evgenij jewgeni: zhenya jenya genya
        m filipp: filya
        m fyodor fedor fiodor: fedya
        m gennady gennadiy gennadi: gena
        m georgy georgi georgiy: zhora gosha zhorik
        m grigory grigori grigoriy: grisha
        m ilya ilia ilja: ilyusha
        m innokenty: kesha
        m ivan: vanya vanka
        m kirill kiril: kira
        m konstantin: kostya kostia
        m leonid: lyonya lenya
        m lev: lyova leva
        m maksim maxim maxime: maks max
        m matvey matvei: motya
        m mikhail michail mihail mikhael: misha mishka
        m nikita: nik
        m nikolay nikolai nikolaj: kolya kolia nik
        m oleg: olezhka
        m pavel: pasha pavlik
        m pyotr petr piotr: petya
        m roman: roma
        m ruslan: rus
        m semyon semen: syoma senya
        m sergey sergei sergej serguei: seryozha serezha serj serge serzh
        m stanislav: stas slava
        m stepan: styopa stepa
        m svyatoslav: slava
        m timofey timofei: tima
        m timur: tima
        m vadim: vadik
        m valentin: valya
        m valery valeriy valeri valerij: valera
        m vasily vasiliy vasili vassili wassili: vasya
        m veniamin: venya
        m viktor victor: vitya
        m vitaly vitaliy vitali vitalij: vitalik
        m vladimir wladimir: volodya vova vlad
        m vladislav: vlad slava vladik
        m vsevolod: seva
        m vyacheslav viatcheslav wjatscheslaw: slava
        m yakov jakov: yasha
        m yaroslav jaroslav: slava yarik
        m yury yuri yuriy juri iouri jurij youri: yura jura
        m igor: gosha
        M bogdan david gleb klim makar mark renat rustam taras
        f aleksandra alexandra: sasha shura alex
        f alena alyona: alyonka
        f alevtina: alya
        f alina: alya
        f anastasia anastasiya anastassia anastasija: nastya nastia stasya asya nastja
        f angelina: lina
        f anna: anya anyuta nyura ania anja
        f antonina: tonya
        f daria darya dariya darja: dasha
        f ekaterina yekaterina jekaterina katerina: katya katia katja katyusha
        f elena yelena jelena: lena alyona alena
        f elizaveta yelizaveta: liza lisa
        f elvira: elya
        f evgenia evgeniya yevgenia: zhenya
        f galina: galya
        f irina: ira irochka
        f klavdia: klava
        f kristina: kris
        f ksenia kseniya xenia: ksyusha ksusha
        f larisa larissa: lara
        f lidia lidiya: lida
        f lilia liliya: lilya
        f lyubov lubov liubov: lyuba luba
        f lyudmila ludmila liudmila ljudmila: lyuda luda mila lusya
        f margarita: rita
        f maria mariya marija: masha marusya mashenka
        f marina: marisha
        f milana: mila
        f nadezhda nadejda: nadya nadia nadja
        f natalia natalya nataliya natalja natalija: natasha nata natascha
        f oksana: ksana oksanka ksyusha
        f olesya olesia
        f olga: olya olia
        f polina: polya
        f raisa: raya
        f sofia sofiya sofya: sonya sofa
        f svetlana swetlana: sveta svetik
        f taisia: taya
        f tamara: toma
        f tatiana tatyana tatjana: tanya tania tanja
        f ulyana uliana: ulya
        f valentina: valya
        f valeria valeriya: lera valera
        f varvara: varya
        f vasilisa: vasya
        f veronika: nika vera
        f viktoria victoria viktoriya: vika
        f vladislava: vlada
        f yana jana
        f yulia yuliya julia iulia ioulia julija: yulya julya
        f zhanna janna
        f zinaida: zina
        f zoya zoia
        F alisa alla diana emilia inessa inga inna karina kira maya nelli nina regina rimma roza
        F snezhana vera violetta yaroslava
        """
}
