/// Providers of e-mail, what people mistype, and user parts that are no person: the text from
/// which `MailTable` is read, once. All in small letters.
enum MailData {
    /// A line is what its providers do with user parts, a colon, their domains. `same`: all
    /// domains of the line have the same mailboxes, and the first stands for them.
    ///
    /// Sources: the help pages of the providers ("dots don't matter in Gmail addresses", "aliases
    /// of @me.com and @mac.com", Proton's "addresses and aliases", Fastmail's "subdomain
    /// addressing", Yahoo's disposable addresses).
    static let providers: StaticString = """
        dots same: gmail.com googlemail.com
        same: icloud.com me.com mac.com
        dots separators same: proton.me protonmail.com protonmail.ch pm.me
        hyphenisdot same: yandex.ru ya.ru yandex.com yandex.ua yandex.by yandex.kz narod.ru
        hyphentag: yahoo.com yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.uk yahoo.ie yahoo.gr
        hyphentag: yahoo.be yahoo.nl yahoo.pt yahoo.pl yahoo.ro yahoo.se yahoo.no yahoo.dk yahoo.fi
        hyphentag: yahoo.at yahoo.ch yahoo.hu yahoo.cz yahoo.ca yahoo.com.br yahoo.com.ar
        hyphentag: yahoo.com.mx yahoo.com.au yahoo.co.in yahoo.in yahoo.co.jp yahoo.com.tr
        hyphentag: yahoo.com.tw yahoo.com.hk yahoo.com.sg yahoo.com.ph yahoo.co.id yahoo.com.vn
        hyphentag: ymail.com rocketmail.com myyahoo.com
        userindomain: fastmail.com fastmail.fm fastmail.to fastmail.net fastmail.org mailbox.org
        free: hotmail.com hotmail.fr hotmail.co.uk hotmail.de hotmail.it hotmail.es hotmail.be
        free: hotmail.nl hotmail.ch hotmail.se hotmail.no hotmail.dk hotmail.fi hotmail.gr hotmail.pt
        free: hotmail.com.br hotmail.com.ar hotmail.com.tr hotmail.ca hotmail.hu hotmail.cz
        free: hotmail.at hotmail.pl hotmail.ro hotmail.rs hotmail.sk hotmail.lt hotmail.lv
        free: outlook.com outlook.fr outlook.de outlook.it outlook.es outlook.be outlook.ie outlook.pt
        free: outlook.at outlook.dk outlook.cz outlook.hu outlook.com.gr outlook.com.br outlook.com.tr
        free: outlook.com.au outlook.co.id outlook.sk outlook.jp outlook.cl
        free: live.com live.fr live.co.uk live.de live.it live.nl live.be live.se live.no live.dk
        free: live.fi live.at live.ie live.ca live.com.pt live.com.au live.com.ar live.com.mx live.cn
        free: msn.com passport.com windowslive.com
        free: aol.com aol.fr aol.de aol.co.uk aol.it aol.es aim.com
        free: gmx.de gmx.net gmx.com gmx.at gmx.ch gmx.fr gmx.es gmx.co.uk gmx.li gmx.org gmx.info
        free: web.de t-online.de freenet.de arcor.de mail.de email.de online.de posteo.de posteo.net
        free: tutanota.com tutanota.de tuta.io tuta.com vodafone.de kabelmail.de unitybox.de
        free: o2online.de versanet.de 1und1.de ewetel.net ewe.net osnanet.de netcologne.de alice-dsl.de
        free: aon.at chello.at a1.net drei.at inode.at liwest.at kabsi.at utanet.at
        free: bluewin.ch sunrise.ch hispeed.ch swissonline.ch vtxnet.ch netplus.ch quickline.ch
        free: orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr
        free: aliceadsl.fr club-internet.fr mail.fr cegetel.net noos.fr voila.fr caramail.com caramail.fr
        free: dartybox.com 9online.fr nordnet.fr libertysurf.fr tele2.fr freesurf.fr ifrance.com
        free: skynet.be telenet.be proximus.be scarlet.be voo.be belgacom.net pandora.be tvcablenet.be
        free: brutele.be base.be mobistar.be edpnet.be dommel.be
        free: ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl hetnet.nl casema.nl upcmail.nl chello.nl
        free: tele2.nl telfort.nl online.nl zonnet.nl quicknet.nl solcon.nl freeler.nl wxs.nl zeelandnet.nl
        free: kpnplanet.nl caiway.nl onsbrabantnet.nl tiscali.nl versatel.nl wanadoo.nl
        free: libero.it virgilio.it tiscali.it alice.it tin.it tim.it fastwebnet.it iol.it inwind.it
        free: email.it poste.it vodafone.it teletu.it tele2.it aruba.it pec.it katamail.com
        free: telefonica.net terra.es movistar.es ya.com ono.com wanadoo.es orange.es jazztel.es
        free: euskalnet.net telecable.es hispavista.com
        free: sapo.pt clix.pt netcabo.pt iol.pt mail.telepac.pt telepac.pt portugalmail.pt
        free: uol.com.br bol.com.br terra.com.br globo.com ig.com.br
        free: btinternet.com talktalk.net sky.com virginmedia.com ntlworld.com blueyonder.co.uk
        free: tiscali.co.uk btopenworld.com plusnet.com tesco.net o2.co.uk eircom.net vodafone.ie
        free: wp.pl o2.pl onet.pl onet.eu interia.pl poczta.onet.pl op.pl gazeta.pl tlen.pl vp.pl
        free: poczta.fm buziaczek.pl autograf.pl go2.pl
        free: seznam.cz email.cz centrum.cz atlas.cz volny.cz post.cz quick.cz
        free: azet.sk centrum.sk zoznam.sk post.sk pobox.sk stonline.sk
        free: freemail.hu citromail.hu t-online.hu upcmail.hu indamail.hu vipmail.hu
        free: siol.net volja.net t-2.net gmail.si amis.net
        free: net.hr t-com.hr inet.hr vip.hr iskon.hr email.hr
        free: eunet.rs open.telekom.rs sbb.rs ptt.rs
        free: abv.bg mail.bg dir.bg gbg.bg
        free: otenet.gr forthnet.gr hol.gr yahoo.com.gr windtools.gr in.gr freemail.gr cytanet.com.cy
        free: mail.ru inbox.ru list.ru bk.ru rambler.ru internet.ru lenta.ru
        free: ukr.net i.ua meta.ua bigmir.net online.ua
        free: telia.com comhem.se bredband.net spray.se telia.se glocalnet.net home.se tele2.se
        free: online.no broadpark.no c2i.net getmail.no lyse.net
        free: jubii.dk mail.dk stofanet.dk tdcadsl.dk ofir.dk webspeed.dk privat.dk
        free: kolumbus.fi elisanet.fi suomi24.fi luukku.com pp.inet.fi welho.com saunalahti.fi
        free: mail.ee hot.ee online.ee neti.ee
        free: inbox.lv apollo.lv mail.lv one.lv inbox.lt takas.lt zebra.lt delfi.lt
        free: mynet.com superonline.com ttmail.com
        free: walla.co.il walla.com bezeqint.net netvision.net.il zahav.net.il
        free: comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
        free: earthlink.net juno.com optonline.net rogers.com sympatico.ca videotron.ca shaw.ca
        free: bigpond.com bigpond.net.au optusnet.com.au xtra.co.nz
        free: qq.com 163.com 126.com sina.com sohu.com foxmail.com naver.com hanmail.net daum.net
        free: mail.com email.com usa.com zoho.com zohomail.eu inbox.com hushmail.com europe.com
        free: vivaldi.net disroot.org riseup.net startmail.com runbox.com ik.me infomaniak.com
        free: pt.lu vo.lu internet.lu monaco.mc libello.com andorra.ad maltanet.net simnet.is
        relay: guest.booking.com property.booking.com m.expediapartnercentral.com
        relay: expediapartnercentral.com m.expedia.com guest.airbnb.com host.airbnb.com
        relay: reply.airbnb.com hotelbeds.com privaterelay.appleid.com guest.hotels.com
        relay: m.hotels.com guest.trip.com agoda-messaging.com guest.agoda.com agoda.com
        relay: messages.homeaway.com messages.vrbo.com guest.vrbo.com reservations.hostelworld.com
        relay: guest.hostelworld.com guest.lastminute.com guest.tripadvisor.com
        relay: marketplace.amazon.com marketplace.amazon.de marketplace.amazon.fr
        relay: marketplace.amazon.it marketplace.amazon.es marketplace.amazon.co.uk
        relay: members.ebay.com members.ebay.de members.ebay.fr messagerie.leboncoin.fr
        relay: mail.ebay-kleinanzeigen.de mail.kleinanzeigen.de
        relay: duck.com mozmail.com relay.firefox.com simplelogin.com simplelogin.co simplelogin.fr
        relay: slmail.me aleeas.com slmails.com 8alias.com anonaddy.me anonaddy.com addy.io
        relay: passmail.net passinbox.com passfwd.com spamgourmet.com 33mail.com erine.email
        relay: mailinator.com yopmail.com yopmail.fr yopmail.net guerrillamail.com sharklasers.com
        relay: guerrillamail.info 10minutemail.com 10minutemail.net temp-mail.org tempmail.com
        relay: trashmail.com trash-mail.com trashmail.de wegwerfmail.de spambog.com spam4.me
        relay: mailnesia.com maildrop.cc getnada.com jetable.org jetable.com throwawaymail.com
        relay: mohmal.com dispostable.com mytemp.email byom.de emailondeck.com fakeinbox.com
        relay: moakt.com tempail.com mail-temporaire.fr muellmail.com discard.email
        placeholder: test.com test.fr test.de test.be test.nl test.it test.es
        placeholder: test.ch test.at test.pl test.cz noemail.com noemail.fr nomail.com nomail.fr
        placeholder: no-email.com no-mail.com none.com noone.com nowhere.com nobody.com email.none
        placeholder: sansmail.com sansmail.fr pasdemail.com pasdemail.fr pasdadresse.fr aucun.fr
        placeholder: aucun.com keineemail.de keinemail.de keine.de geenmail.nl geenemail.nl
        placeholder: nomail.be nomail.de nomail.nl nomail.it nomail.es noemail.it noemail.es
        placeholder: ninguno.com nessuna.it nincs.hu brak.pl nema.com domain.com domaine.com
        placeholder: mail.test unknown.com inconnu.fr inconnu.com unbekannt.de asdf.com
        placeholder: no.com no.fr no.de no.nl no.be non.fr nein.de xx.com xx.fr xxx.fr x.fr
        placeholder: a.com a.fr aa.fr aaa.fr b.com abc.fr xyz.fr
        placeholder: nope.com noname.com noreply.com
        """

    /// A line is what was meant, a colon, what people type: first labels, then what stands behind
    /// the first dot. They count only where they lead to a domain of `providers`.
    static let mistyped: StaticString = """
        gmail: gmial gmai gmal gamil gmaill gmaul gmali gmsil gnail gmil gmeil gimail gmaii gmailk
        gmail: gail gmaail ggmail gmmail gmqil gmaik gmain gmaol gmaio gmia gmaiil
        gmail: gmailcom gmaim gmall gmaij gmaile gmnail gemail gjmail gmzil gmwil gmajl gma1l gmiail
        gmail: mgail gmaila gmajil
        googlemail: goglemail googelmail gogglemail googlemai googlmail googlemal googemail
        hotmail: hotmial hotmal hotmai hotmil hormail hotmaill hotnail hotmali hotamil homail htomail
        hotmail: hotmsil hotmeil hitmail hotmaul hotmaik hotmall hotmaol hotmil hotail hotmmail
        hotmail: hoytmail hotlail hotmqil otmail hptmail htmail hotmaiil hotmaail hottmail hotimail
        hotmail: hoymail hotmain hotlmail hotmaii ho0tmail rotmail hotmailk hotmaio hootmail jotmail
        outlook: outlok outloo oulook outlock outllok outlool outook otlook outlouk autlook outloock
        outlook: outloook outluk outlokk ourlook outkook outlookk outlookl iutlook oulook uotlook
        outlook: outlouck outlooc outlokc outluck outloko putlook
        yahoo: yaho yahooo yhaoo yahho yaoo yhoo yahou yajoo yaahoo yahoi yahio yahop yhaho yahoow
        yahoo: yhaoo yahhoo uahoo tahoo ahoo yahhooo yohoo yaouh
        icloud: iclod icoud iclould icluod iclou icloude icloiud iloud iclouf icould icolud icload
        icloud: icoloud iclouud icluud iclowd
        orange: orage oragne ornage orannge oange orang ornge oranhe orangr oarnge oramge orabge
        wanadoo: wandoo wanado wandadoo wanadooo wannadoo wamadoo wanaddo wanadou wanaoo waadoo
        laposte: lapost lapotse laposet laposte- lapste laoste lposte lapsote
        free: freee fre ffree frree
        live: livee lvie liive ilve
        protonmail: protonmial protonmai protomail protnmail prontonmail protonmil protonmaill
        numericable: numericble numerciable numericabl
        telenet: telent telener telnet teelnet tlenet telenet-
        skynet: sknyet skyent skinet skynett skynt
        libero: liberi libro- liber libeor lbero libeero
        virgilio: virgilo virglio vrigilio virigilio
        t-online: t-onlien t-onlin tonline t-onine t-0nline t-onlime
        freenet: frenet freent freeenet
        bluewin: bluwin blewin bluewn bluewein
        ziggo: zigo zigggo zigoo
        seznam: sezanm seznma sezam seznaam
        centrum: centum cetrum
        interia: interai intria
        btinternet: btinernet btintenet btinterent btinternt btinterne
        com: con cmo ocm vom xom comm cim cpm om coom c0m copm ccom cm comn coml como cok col cpom
        com: cin con.com com.com co con.fr coma comq
        fr: ft frr fe rf ffr f fr.fr frt fer gr.fr fs fd dr
        de: ded dee ed d de.de dw
        it: itt ti iy iit
        nl: nll ln nk
        be: bee eb ne
        es: ess se.es
        ch: chh hc
        co.uk: couk co.ul cu.uk co.k o.uk co.uj c.uk co.ukk
        net: nett ne nte bet nt met neet ner
        """

    /// User parts that are a desk, that nobody reads, or that were typed for want of one.
    static let users: StaticString = """
        role: info infos contact contacts contacto contatti contatto kontakt hello hallo bonjour hola
        role: office bureau buero buro ufficio oficina biuro iroda kontor mail email e-mail post postmaster
        role: webmaster hostmaster admin administrator administration administratie amministrazione
        role: reception receptie rezeption receptionist recepcion recepcja recepce recepcio frontdesk
        role: front.office front-office frontoffice concierge conciergerie accueil empfang welcome lobby
        role: reservation reservations reservas reserva prenotazioni prenotazione reservierung
        role: reservierungen reservering reserveringen resa resas rezervace rezerwacje foglalas rezervari
        role: booking bookings book buchung buchungen boeking boekingen events event evenements
        role: evenementiel group groups groupe groupes gruppen groepen banquet banqueting
        role: sales vente ventes verkauf verkoop vendite ventas commercial commerciale marketing
        role: support help service services servicio serviceclient customerservice kundenservice
        role: klantenservice kundendienst hilfe aide sav shop store boutique order orders commande
        role: commandes bestellung bestellungen billing invoice invoices facture factures
        role: facturation rechnung rechnungen buchhaltung compta comptabilite accounting accounts
        role: accountspayable contabilita contabilidad fatturazione administracion finance
        role: hr rh jobs job career careers recrutement bewerbung personal team staff crew equipe
        role: direction direktion management manager director directeur gerant gm ceo owner
        role: secretary secretariat secretaire sekretariat secretaria segreteria secretariaat
        role: assistant assistante assistent assistentin pa sekretaerin
        role: travel voyages voyage reisen reise viajes viaggi tours tour incoming operations ops
        role: hotel restaurant bar spa cafe bistro kitchen agence agency agentur agencia agenzia
        role: press presse media newsletter news noc abuse security privacy dpo gdpr rgpd datenschutz
        role: client clients customer customers kunde kunden guest guests gast gaeste feedback
        role: enquiries enquiry inquiries inquiry requests request anfrage anfragen demande demandes
        role: zentrale centrale general mailbox inbox company firma entreprise societe
        noreply: noreply no-reply no_reply no.reply donotreply do-not-reply do_not_reply nepasrepondre
        noreply: ne-pas-repondre nicht-antworten keineantwort nichtantworten noresponder no-responder
        noreply: nonrispondere non-rispondere bounce bounces mailer-daemon mailerdaemon notification
        noreply: notifications automailer autoreply niet-beantwoorden nierespondere
        placeholder: no none nomail noemail no-mail no-email no.mail no.email no_mail no_email nomail1
        placeholder: pasdemail pasdemails pas-de-mail pas.de.mail pas_de_mail sansmail sans-mail
        placeholder: sans.mail sansemail sansadresse pasdadresse pasdadressemail pasdemel pasmail
        placeholder: pas aucun aucune aucunmail aucunemail noone nobody nope nothing non nul null
        placeholder: nil na n-a n.a nan undefined void empty vide leer leeg keine kein keinemail
        placeholder: keineemail keine-email keine.email keinmail keinemailadresse geen geenmail geenemail
        placeholder: geen-mail geen.mail ninguno ninguna sinemail sincorreo sin-email notiene notienemail
        placeholder: nessuno nessuna senzamail senzaemail noneha nonha nonce semmail sememail naotem
        placeholder: nenhum brak brakmaila brakemaila niema nema nemail nincs nincsemail nemam nare
        placeholder: test tests tester testing test1 test2 test123 teste essai prova prueba proba testtest
        placeholder: client guest gast kunde customer cliente ospite klant klient unknown inconnu
        placeholder: inconnue unbekannt onbekend desconocido sconosciuto anonymous anonyme anonym anonimo
        placeholder: anoniem walkin walk-in walk.in passage passant dummy fake sample example exemple
        placeholder: beispiel user username utilisateur toto tata titi truc machin bidon foo bar foobar
        placeholder: a aa aaa aaaa b bb bbb x xx xxx xxxx xyz y z zz zzz abc abcd abc123 asd asdf asdfg
        placeholder: qwe qwert qwerty qwertz azerty azert aze sdf dsf dfg 0 00 000 0000 1 11 111 123
        placeholder: 1234 12345 123456 todo tbc tbd blank default demo name nom prenom email mail e-mail
        placeholder: adresse address monmail myemail yourname youremail someone somebody firstname
        placeholder: lastname first.last prenom.nom vorname.nachname nom.prenom john.doe johndoe jane.doe
        """
}
