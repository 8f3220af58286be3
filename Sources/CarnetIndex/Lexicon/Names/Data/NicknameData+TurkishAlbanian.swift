/// Turkish and Albanian.
extension NicknameData {
    static let turkishAlbanian: StaticString = """
        m abdullah: apo
        m ahmet ahmed
        m arben: ben
        m edmond: mondi
        m ibrahim: ibo
        m ismail: smail
        m kaan kagan
        m mehmet mehmed: memo
        m muhammed muhammet
        m mustafa: musti musta
        m suleyman: sulo
        m huseyin: huso
        M abdurrahman adem agim agron alaattin alban ali alper arber arda arian artan astrit aydin
        M ayhan aykut baris bashkim batuhan bayram bekir berat berk berkay besnik bilal bledar
        M blerim bora bulent burak burim cagatay can cem cemal cengiz cihan deniz dogan dritan
        M driton dursun efe emin emir emrah emre enes engin enver ercan erdal erdem erdogan eren
        M erhan erkan erol ersin ertugrul faruk fatih fatmir fatos ferhat fikret flamur florim gezim
        M gjergj gjon gokhan gurkan hakan haldun halil hamza harun hasan hikmet ilhan ilir ilker
        M ilyas ismet kadir kamil kemal kenan kerem koray kreshnik kujtim ledian levent luan lulzim
        M mahmut mert mesut metin murat musa naim nazim necati necip nedim nihat nuri oguz oguzhan
        M okan omer onur orhan osman ozan ozgur ozkan petrit polat ramazan recep riza sait salih
        M sedat selcuk selim semih sener serdar serhat serkan shkelzen shpetim sinan skender taner
        M tarik tayfun tolga tuncay turgut turhan ufuk ugur umit umut valon veli veysel visar volkan
        M yasar yasin yavuz yigit yilmaz yunus yusuf zafer zeki
        f ayse: aysecik
        f fatma fatime: fatos
        f hatice: hatce
        f zeynep zeynab
        f emine: emos
        F albana aleyna arbnora ardita arta arzu asli asuman ayfer aygul ayla aylin aynur aysegul
        F aysel aysun azra bahar banu basak belgin beren berna besa betul beyza bilge blerta burcu
        F busra canan cansu cemile ceren cigdem defne deniz derya didem dilara dilek drita duygu
        F ebru ece ecrin eda ela elif elira emel esin esra ezgi fadime fatjona fatmagul feride filiz
        F flutura funda gamze gizem gonca gonul gul gulay gulcan gulsah gulsen gulsum gulten hacer
        F hale halime hamide handan hande havva hulya ilayda inci irem kader kubra lale leyla
        F liridona majlinda melek melike melisa meltem meral merve meryem mine mirjeta muge nalan
        F naz nazan nazli nermin nese nesrin nevin nihal nilay nilgun nilufer nur nuray nurcan
        F nurgul nursel nurten ozge ozlem perihan pinar rabia rukiye saadet seda selin selma sema
        F semra sena serap serpil sevda sevgi sevil sevim shpresa sibel songul sule sultan teuta
        F tugba tulay tulin turkan valbona vjosa yasemin yeliz yesim yildiz yonca zehra zeliha zuhal
        F zumrut
        """
}
