/// Hebrew, Armenian, Georgian and Persian.
extension NicknameData {
    static let hebrewCaucasusPersian: StaticString = """
        m arie aryeh ariel
        m asaf assaf
        m avraham: avi avrum
        m benjamin binyamin: beni
        m chaim haim hayim: vitali
        m dariush daryoush
        m davit: dato
        m efraim efrayim
        m eitan etan
        m elazar eliezer
        m eliyahu: eli
        m gevorg kevork: gevo
        m gidon gideon: gidi
        m giorgi: gio gia
        m grigor krikor
        m hagop hakob agop
        m harutyun: harut
        m hayk haik
        m hovhannes hovannes ohannes
        m irakli: ika
        m itzhak yitzhak isaac: itzik
        m koroush cyrus
        m menachem: mendel
        m mikheil: misha
        m mordechai mordekhai: motti moti
        m moshe moishe: moishi
        m nikoloz: nika
        m pinchas pinhas: pini
        m revaz: rezo
        m roy roi
        m sargis sarkis
        m shimon: shimi
        m shlomo: shlomi
        m shmuel: shmulik
        m tigran dikran
        m tzvi zvi
        m vakhtang: vakho
        m vardan vartan
        m yaakov yakov: kobi yankel
        m yehoshua: shuki
        m yehuda jehuda: yudi
        m yonatan: yoni
        m yosef yossef: yossi
        M aharon amir amit aram arash archil ardeshir arman armen arsen artak ashot avi avner
        M avtandil babak bahram baruch behrouz behzad bidzina boaz dov dror ehsan elad erez eyal
        M farhad farshid farzad gad gagik garen garo gilad gocha guy hamed hossein hrant ilan iman
        M iraj itamar javad kakha kambiz kamran karen kaveh keyvan khosrow kianoush lasha levan
        M levon liran majid mamuka masoud mehrdad meir merab mohsen mojtaba morteza nadav nader
        M narek natan navid nika nir noam ofer ohad omer omid oren otar parviz payam pouya rafi
        M ramin ran reza ron ronen saeed sandro shahin shahram shai shalom shota siamak sina soheil
        M tal tamaz temur tomer tornike uri vahan vahe vahid vazgen yair yigal yoav yuval zaza zeev
        M zurab
        f anush anoush
        f avigail abigail
        f chana hannah
        f devora dvora
        f esther ester: esti
        f ketevan: keti keto
        f leah lea
        f miriam: miri
        f nino: nini nina
        f orly orli
        f rachel rahel: racheli
        f ruth: ruti
        f tamar: tami
        f tamari: tako
        f teona: teo
        f tzipora tsipora: tzipi
        f yehudit: yudit
        F adi afsaneh ana anahit ani arpi astghik ayelet azadeh azita bahareh batya chava dafna
        F dalia efrat einat eka elham elnaz farahnaz fariba farzaneh fereshteh forough galit gayane
        F golnaz hadas hagar haleh hasmik homa hripsime ilana inbal iris jaleh keren khatia ladan
        F laleh lali lela leyla liat lilit limor lusine maayan mahin mahnaz mahsa maka manana mane
        F mariam maryam maya medea mehrnaz michal mina miri mitra mojgan moran nahid nana nani nare
        F narges narine nasrin natela natia nazanin neda niloufar noa nune nurit ofra orit parisa
        F parvaneh parvin rivka ronit roya ruzan sahar salome samaneh sarit satenik sepideh shadi
        F shahrzad shani shira shirin shlomit shohreh shoshana shushan sigal simin siranush sona
        F soraya tamta taraneh tatevik yael yaffa yasaman zahra zehava zohreh
        """
}
