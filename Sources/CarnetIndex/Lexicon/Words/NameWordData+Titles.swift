extension NameWordData {
    /// Forms of address.
    static let titles: StaticString = """
        title male: mr mister mr_s sir esq esquire master gentleman messrs
        title female: mrs ms miss madam mistress mz missus ladies
        title: mx
        title female name: lady dame
        title male name: lord
        title male: m monsieur mons mssr messieurs msr mgr monseigneur
        title female: mme mmes mdme mad madame mesdames mlle melle mlles mademoiselle mdlle m_me
        title female: m_lle
        title: me maitre mr_mme mme_mr m_mme mme_m mr_ou_mme
        title male: herr herrn hr hrn h_r
        title female: frau fr fraulein fraeulein frl
        title: gnadige gnaedige
        title male: heer meneer mijnheer dhr de_heer d_heer mhr
        title female: mevrouw mevr mw mvr mej mejuffrouw juffrouw vrouw mevr_w
        title: weledele weledelgeboren geachte
        title male: signor signore sig egr egregio spett gent_mo
        title female: signora signorina sig_ra sigra sig_na signa sgra gentile gent_ma
        title male: senor sr snr caballero d_n
        title female: senora sra senorita srta srita sta
        title male name: don
        title female name: dona
        title male: senhor exmo
        title female: senhora sr_a menina exma d_a
        title male: senyor en
        title female: senyora senyoreta
        title male: jaun domnul domnu dl d_l domn
        title female: doamna dna d_na domnisoara dsoara duduia
        title male: pan pana
        title female: pani panna panny pi sl slecna slecny
        title male: gospodin gosp gospod g_din gn
        title female: gospodja gospodjica gospoda gospa gospodica gdja gdica gdjica ga gdza gospozha
        title female: gospojica gosp_a g_zha gda
        title male: ur uram
        title female: asszony kisasszony holgy
        title male: kyrios kirios kyrie kos kyr
        title female: kyria kiria despoinis ka kyrias
        title male: tovarish
        title female: grazhdanka
        title male: herra hra
        title female: fru froken frk rouva rva neiti nti frue froeken
        title male: harra kungs kungam ponas gerb
        title female: proua prl preili kundze ponia panele poniai
        title male: bay bey beyefendi sayin
        title female: bayan hanim hanimefendi
        title male: zoteri zoti
        title female: zonja
        title male: sheikh sheik cheikh sidi moulay hajj haj el_hajj hadj el_hadj sayyid effendi
        title female: lalla hajja hadja sayyida
        title male: rav rabbi rebbe
        title female: geveret gveret
        title: sama szanowny_pan szanowna_pani sz_p sz_pan sz_pani k_gs k_dze kgs kdze znj znja
        title male: dom
        title male: κυριοσ κοσ κυριε
        title female: κυρια κα δεσποινισ δισ δεσποινιδα κυριασ
        title male: господин г_н пан господинъ
        title female: госпожа г_жа пани госпожица г_ца панна добродиика
        title male: уважаемыи
        title female: уважаемая
        title male: مر السيد
        title female: السيدة الانسة
        title male: מר
        title female: גב גברת
        title name: bey bay pan sir master
        title male name: cheikh hadj moulay mons
        title female name: pani
        title name: caballero sama
        """

    /// Degrees, offices, ranks and orders; honours behind a name.
    static let degrees: StaticString = """
        degree: dr dr_med drmed dr_dr dr_jur dr_phil dr_ing dr_h_c dr_rer_nat dr_iur dr_techn dr_oec
        degree: dott dott_ssa dottore dottoressa dott_sa dtt dres doctor docteur doktor doc dokter
        degree: doutor doutora doctora drs med_dr zahnarzt medic dra ph_dr prof professor professeur
        degree: professore professoressa profesor profesora prof_ssa proff professora professorin
        degree: univ_prof pd privatdozent docent univprof pr hochschulprof dipl dipl_ing diplom
        degree: diplomingenieur dipl_kfm dipl_vw dipl_psych dipl_wirt_ing dipling dipl_kff
        degree: dipl_inform dipl_phys dipl_betriebsw dipl_med diplkfm kfm bw fh tu eth ing ingenieur
        degree: ingeniero ingegnere engineer engr ingegner inz inzenyr ir mgr_inz mag magister
        degree: magistra mag_a mag_phil mag_iur mmag mgr mgr_art bc bca thlic phdr mudr mvdr rndr
        degree: judr paeddr pharmdr thdr rsdr dis csc drsc mdr phd ph_d md m_d dds dmd mba m_b_a msc
        degree: m_sc bsc b_sc ba_hons beng meng llb llm ll_m mphil dphil frcs frs rn pe cpa cfa
        degree: pharmd psyd edd jd mfa mpa mph acca fca mbe obe cbe kbe dbe qc kc mp mep mdb mdl om
        degree: gcb avv avvocato avvocatessa avocat avocate advocaat adv abogado abogada advogado
        degree: rechtsanwalt rechtsanwaltin lic lic_oec licenciado licenciada lcdo lcda arch
        degree: architetto architecte architekt arquitecto arquitecta arq rag ragioniere geom
        degree: geometra comm commendatore cav cavaliere on onorevole notaire notaio notar notaris
        degree: mtre rev reverend revd father abbe pater pastor pfarrer pfr sr_m bishop eveque
        degree: bischof hochwurden dekan pope imam mullah hodja hoca ayatollah
        degree name: baron graf freiherr prinz prince duke earl count comte marquis vicomte conde
        degree name: duque
        degree female name: baronin grafin graefin freifrau prinzessin princess princesse duchess
        degree female name: countess comtesse marquise baronne baroness vicomtesse condesa contessa
        degree female name: marchesa duquesa
        degree male name: baronet conte marchese visconte jonkheer ritter
        degree: jhr jkvr frhr drsa edler s_e_m s_a_s hrh hm hh son_excellence excellency excellenz
        degree: eminence eminenz ambassador ambassadeur ambassadrice botschafter consul konsul
        degree: minister ministre senator senateur deputy depute maire burgermeister bgm president
        degree: presidente prasident director directeur directrice direktor direttore ceo cfo cto
        degree: coo manager kommerzialrat kr hofrat komm_rat oberst gen gral col colonel lt
        degree: lieutenant leutnant capt captain capitaine kapitan cpt cdt commandant cmdt
        degree: kommandant maj
        degree name: major sergeant marshal admiral
        degree: sgt brig brigadier adj adjudant adm hptm hauptmann oblt olt fw cpl corporal jun_prof
        degree: oa oarzt primar prim primarius chefarzt oberarzt med dent vet iur jur phil rer nat
        degree: dkfm dipl_kffr hab habil dr_hab enga engenheiro engenheira lek mec tohtori uzm
        degree: dipl_ing_in dipl_ing_fh ing_in dr_in mag_fh mag_in prof_in di_fh
        degree name: eng tri
        degree: δρ καθ καθηγητησ δικηγοροσ проф инж д_р др
        degree name: pope abbe pfarrer dekan maire bishop minister senator president pastor dent
        degree name: pater
        """
}
