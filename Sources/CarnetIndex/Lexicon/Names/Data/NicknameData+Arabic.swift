/// Arabic, in French and English spellings.
extension NicknameData {
    static let arabic: StaticString = """
        m abbas abass
        m abdallah abdullah abdulla abdellah: abdou
        m abdelaziz abdulaziz: aziz
        m abdelhak abdelhaq
        m abdelhakim: hakim
        m abdelhamid abdulhamid: hamid
        m abdelkader abdulkader abdelqader: kader abdel
        m abdelkarim abdulkarim: karim
        m abdellatif abdullatif: latif
        m abdelmajid abdulmajid: majid
        m abdelmalek: malek
        m abdelouahab abdulwahab
        m abderrahim abdulrahim: rahim
        m abderrahman abdulrahman abderrahmane: abdou
        m abderrazak: razak
        m abdessamad: samad
        m achraf ashraf
        m adel adil
        m ahmad ahmed
        m aissa issa
        m amin amine
        m amr amro
        m anas anass
        m anouar anwar
        m aymen ayman aymane
        m ayoub ayub
        m azzedine ezzedine: azzou
        m bachir bashir
        m badreddine: badr
        m bilal bilel belal
        m boubacar boubakar abubakar aboubakar abubakr
        m brahim ibrahim ibraheem
        m chafik shafik
        m chaker shaker
        m charif sherif cherif
        m chokri shukri
        m daoud dawud daoued
        m djamel jamal jamel djamal
        m driss idris idriss
        m elias ilyas ilyes ilias
        m faisal faycal faysal
        m fares faris
        m farouk faruk faruq
        m fouad fuad
        m haitham haythem
        m haroun harun
        m hassan hasan
        m hatem hatim
        m hicham hisham
        m houssam hossam hussam
        m hussein hussain houcine hossein hocine husein hoccine
        m imran imrane
        m ismail ismael smail
        m jaafar jafar
        m kais qais
        m kamal kamel
        m karim kareem: krimo
        m khaled khalid
        m lahcen lahsen
        m lotfi lutfi
        m mahdi mehdi
        m mahmoud mahmud
        m malik malek
        m mansour mansur
        m marouane marwan marwane marouan
        m mohamed mohammed mohammad muhammad mohamad muhammed muhamad: momo mo med moh mohand
        m mounir munir monir
        m mourad murad
        m mousa moussa musa
        m moustafa mustapha mustafa mostafa moustapha: mous musti
        m nacer nasser nasir naser
        m nadir nader
        m naim naeem
        m nassim nasim
        m nordine noureddine nourredine nureddin: nono nour
        m omar oumar umar
        m osama oussama usama ossama
        m othman osman usman othmane ousmane
        m rachid rashid rached
        m rayan rayane
        m reda rida redha ridha
        m redouane ridwan radouane redwan
        m riad riyad riadh
        m said saeed
        m salaheddine salahuddin: salah
        m saleh salih
        m salem salim slim
        m sami samy
        m samir: sam
        m sofiane sofien soufiane sufyan: sofi
        m soulayman suleiman slimane sulayman suleyman souleymane
        m tahar taher tahir
        m tarek tariq tarik
        m tawfik taoufik toufik tewfik tawfiq
        m wael wail
        m walid waleed oualid
        m wassim wasim
        m yacine yassine yasin yassin yasine
        m yahya yahia
        m yasser yasir
        m youcef youssef yusuf yousef youssouf yousuf: joe jo
        m younes younis yunus yunes
        m zakaria zakariya zakarya: zak zaki
        m ziad zied ziyad
        m zinedine zineddine: zizou
        m zoubir zubair
        M abdelatif abdelilah abdelouahid abdou adam adem adnan akram ali amir ammar anis azhar aziz
        M bachar badis badr belkacem boualem bouazza boubker chaouki charaf elhadj fadel fadi fahd
        M fahim farid fathi ghali habib hachem hadi hafid hakem hakim hamdi hamid hamou hamza hani
        M hilal houssem idir ihab ilyass imad jalal jawad kada kaddour khalifa khalil kheir lakhdar
        M larbi lounes lyes maher majid makram mamadou marzouk massinissa mazen messaoud miloud moez
        M mokhtar mokrane moncef moulay mouloud mounif mountassir nabil nadhir nadim nasreddine
        M nihad nizar noureddin ouassim rabah rabie rafik rami ramzi raouf rayyan rochdi saad saber
        M sabri sadek salah salman seddik seif selim sifeddine souhail souheil taha tayeb thamer
        M wahid yanis yazid zaki zoheir zouhair
        f aicha aisha aysha aichatou
        f amal amel
        f amina aminata
        f asma asmaa
        f assia asiya
        f bouchra bushra
        f chaima shaima chaimaa shaymaa
        f dounia dunya donia
        f fatima fatma fatimah fatoumata fatou: fati
        f fatimazahra fatimaezzahra: fati
        f hanane hanan
        f houda huda
        f ibtissam ibtisam
        f iman imane imen
        f ines inas
        f jamila djamila
        f jihane jihan
        f khadija khadidja hadija
        f khaoula khawla
        f layla leila leyla laila
        f loubna lubna
        f maryam meriem mariam myriam maryem meryem miriam
        f mouna mona muna
        f nadia nadya
        f nadjet najat
        f najwa najoua
        f nawal naoual nawel
        f nora noura nura
        f nour nur noor
        f ouafa wafa
        f ouarda warda
        f oumaima umayma
        f rania ranya
        f rim reem
        f rokia rokaya roqaya
        f safia safiya
        f salma selma
        f sana sanaa
        f sara sarah
        f sihem siham
        f sofia
        f soraya souraya
        f souad suad
        f soumaya sumaya
        f yasmine yasmin jasmine
        f yousra yusra
        f zahra zohra
        f zeineb zainab zineb zaynab zeinab
        F abir afaf ahlam ahlem aida amani amira anissa arwa asmae asmahan aya ayat aziza azza bahia
        F basma batoul chahinez chirine cyrine dalila dina emna fadila faiza farah farida fatiha
        F fatna ferial feriel fouzia ghada ghizlane habiba hadjer hafida hafsa hafssa hajar halima
        F hanna hasna hayat hiba hind houria ikram ilham imene inaya intissar jalila kaoutar karima
        F kawtar kenza khaddouj kheira lamia lamiae latifa lilia lina linda louisa lyna lynda maha
        F maissa malika manal manar maroua marwa mayssa meissa meryam mounia nabila nada naila naima
        F najia naouel narjes nedjma nesma nesrine nihad ouahiba ouissal rabia rachida radia rahma
        F rajaa ranim rihab rym saadia sabah sabrina safa sahar sahra saida salima salwa samah samia
        F samiha samira sarra sirine sonia souhila soumia soundous tasnim wafaa wafae wiam widad
        F wissal yamina yasmina yassmine yosra zakia zakiya zeina zina zoubida zoulikha
        """
}
