extension NameWordData {
    /// Organisations and who answers the phone there. Legal forms of two letters are marked as
    /// names: "sa", "ag" and "as" alone say little.
    static let organisations: StaticString = """
        organisation: gmbh mbh ohg kgaa gbr ug ggmbh gesmbh gmbh_co_kg ek e_k e_v eg
        organisation: haftungsbeschrankt sarl s_a_r_l sas sasu eurl sci snc scop selarl scp scpi sca
        organisation: gie asbl vzw aisbl bvba sprl srl scrl cvba vof nv bv b_v n_v s_a s_p_a s_r_l
        organisation: s_n_c s_a_s ltd limited llc llp plc inc incorporated corp corporation pty
        organisation: l_l_c l_t_d s_l slu sau s_l_u lda ltda unipessoal eireli sociedad sociedade
        organisation: sp_z_o_o spzoo zoo sp_j sp_k s_r_o sro a_s spol spol_s_r_o doo d_o_o d_d kft
        organisation: zrt bt nyrt s_c oy oyj oy_ab aps ivs uab sia eood ood ead aksionerno ooo oao
        organisation: zao pao tov prat ooд ооо оао зао тов чп epe ike a_e e_p_e
        organisation name: ag kg se sa ab as asa ad co sl ev cv sc ou oe ei
        organisation: company companies cie compagnie societe soc societa firma firm entreprise
        organisation: unternehmen bedrijf onderneming empresa azienda impresa ditta przedsiebiorstwo
        organisation: spolecnost vallalat poduzece foretag virksomhet sirket etaireia group groupe
        organisation: gruppe groep grupo gruppo grupa holding holdings konzern hotel hotels hostel
        organisation: hostal auberge gasthof gasthaus gastehaus guesthouse pension pensione albergo
        organisation: locanda agriturismo bnb b_b bed_and_breakfast lodge resort motel camping
        organisation: residence residenz apartments appartements aparthotel kro hotelli viesbutis
        organisation: viesnica szalloda penzion hotelu xenodocheio ξενοδοχειο отель гостиница
        organisation: restaurant restaurants ristorante restaurante restauracja brasserie bistro
        organisation: bistrot trattoria osteria pizzeria taverna cafe caffe cantine kantine catering
        organisation: traiteur kitchen cuisine boulangerie backerei bakery patisserie ravintola
        organisation: agency agencies agence agences agentur agentschap agencia agenzia agencja
        organisation: agentura ugynokseg agentie turoperator tour_operator touroperator travel
        organisation: travels voyage voyages reisen reise reisburo reisbureau reisebuero reiseburo
        organisation: viajes viaggi viagens tours tour tourism tourisme tourismus toerisme turismo
        organisation: turism podroze cestovni utazas utazasi matkat resor rejser reiser incoming dmc
        organisation: reception rezeption receptie recepcion recepcja recepce recepcio recepcao
        organisation: receptia receptionist receptionniste concierge conciergerie portier portineria
        organisation: empfang accueil front_desk frontdesk front_office lobby desk welcome office
        organisation: offices bureau bureaux buro buero oficina ufficio escritorio biuro kancelar
        organisation: irodaja iroda kontor toimisto secretariat sekretariat secretariaat secretaria
        organisation: segreteria secretariado secretaresse sekretarin sekretaerin secretary
        organisation: secretaire assistant assistante assistent assistentin assistente asistente
        organisation: pa_to bank banque banco banca banka sparkasse raiffeisen caisse kasse
        organisation: versicherung assurance assurances insurance verzekeringen seguros
        organisation: assicurazioni clinique klinik klinikum clinic clinica kliniek hopital
        organisation: krankenhaus hospital ziekenhuis ospedale szpital nemocnice korhaz spital
        organisation: sairaala pharmacie apotheke ecole schule school scuola escuela colegio college
        organisation: lycee gymnasium universite universitat universitaet university universita
        organisation: universidad universiteit hochschule institut institute instituut instituto
        organisation: istituto akademie academy academie fakultat association verein vereniging
        organisation: associazione asociacion associacao spolek egyesulet club klub stiftung
        organisation: stichting fondation foundation fondazione fundacion fundacao federation
        organisation: verband bund syndicat gewerkschaft ong ngo mairie gemeinde gemeente
        organisation: municipality ayuntamiento camara rathaus prefecture conseil_general ministere
        organisation: ministerium ministry ambassade embassy botschaft ambasciata embajada embaixada
        organisation: ambasada consulat konsulat consulate consulado consolato polizei gendarmerie
        organisation: feuerwehr armee comite committee komitee event events evenement evenements
        organisation: veranstaltung agence_event studio studios atelier ateliers cabinet kanzlei
        organisation: praxis lawyers notaires avocats conseil conseils consulting consultants
        organisation: consultancy beratung advies consulenza consultoria partners associes
        organisation: associates et_associes services service dienstleistungen immobilier immobilien
        organisation: immo realestate real_estate vastgoed immobiliare inmobiliaria makler airline
        organisation: airlines airways luftfahrt transport transports logistics logistik logistique
        organisation: spedition taxi taxis limousine limousines chauffeur team teams staff crew
        organisation: equipe personnel mannschaft ploeg redaction redaktion presse press verlag
        organisation: media medias productions production film films records salon spa_wellness
        organisation: wellness fitness coiffeur friseur kapper booking bookings bookingcom
        organisation: booking_com reservation reservations reservierung reservierungen reservering
        organisation: reserveringen prenotazioni reservas rezervace rezerwacje foglalas rezervari
        organisation: rezervacije varaukset resa resas expedia airbnb agoda hotelbeds trivago
        organisation: tripadvisor opentable thefork the_fork lafourchette la_fourchette quandoo resy
        organisation: zenchef sevenrooms bookatable hrs hotels_com getyourguide viator groupon
        organisation: wonderbox smartbox ctrip trip_com lastminute edreams opodo kayak hostelworld
        organisation: vrbo homeaway abritel fewo tui dertour neckermann kuoni thomas_cook selectour
        organisation: marmara clubmed club_med fti jet2 easyjet sales marketing compta comptabilite
        organisation: buchhaltung accounting direction direktion management verwaltung
        organisation: administration rh hr_dept einkauf purchasing shop store boutique geschaft
        organisation: winkel tienda negozio loja magasin garage werkstatt industries industrie
        organisation: industrial international technologies technology solutions systems systeme
        organisation: software informatique electronics engineering construction developpement
        organisation: invest investment finance finanz finances trading export import
        organisation name: sales bank kasse winkel prat tov zao kuoni marmara club hostal pension
        organisation name: conseil kapper chauffeur film garage shop pao company tour tours sau
        organisation name: salon portier staff camara
        """
}
