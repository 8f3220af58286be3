extension SampleNames {
    static let french = SampleNames(
        men: """
            Jean,Pierre,Michel,Nicolas,Philippe,Thomas,François,Julien,Alain,Éric,Frédéric,\
            Laurent,Stéphane,Olivier,Sébastien,Jérôme,Antoine,Guillaume,Benoît,Cédric,Hervé,Rémi,\
            Loïc,Raphaël,Théo,Clément,Hugo,Léo,Jean-Pierre,Jean-Luc,Jean-Baptiste,Aurélien,Maël,\
            Gaël,Yann,Mickaël,Grégory,Quentin,Mohamed,Karim,Mehdi,Ismaël,Noé,Côme
            """,
        women: """
            Marie,Nathalie,Isabelle,Sylvie,Catherine,Hélène,Céline,Émilie,Aurélie,Léa,Chloé,\
            Camille,Sophie,Valérie,Véronique,Françoise,Zoé,Anaïs,Agnès,Cécile,Mélanie,Noémie,\
            Anne-Sophie,Marie-Claire,Marie-Thérèse,Élodie,Bénédicte,Gaëlle,Maëlys,Inès,Jeanne,\
            Manon,Juliette,Solène,Eugénie,Fatima,Leïla,Yasmine,Aïcha,Brigitte,Claire,Louise
            """,
        last: """
            Martin,Bernard,Dubois,Thomas,Robert,Richard,Petit,Durand,Leroy,Moreau,Simon,Laurent,\
            Lefèvre,Michel,Garcia,David,Bertrand,Roux,Vincent,Fournier,Morel,Girard,André,\
            Mercier,Dupont,Lambert,Bonnet,François,Martinez,Legrand,Garnier,Faure,Rousseau,Blanc,\
            Guérin,Muller,Henry,Roussel,Nicolas,Perrin,Morin,Mathieu,Clément,Gauthier,Dumont,\
            Lopez,Fontaine,Chevalier,Robin,Masson,Noël,Benoît,Lemaître,L'Hermite,Le Goff,Le Gall,\
            Kervella,Étienne,Hébert,Jégou,Béranger,Çelik,Benali,Haddad,Bensaïd,Diallo,Traoré,\
            Nguyên,Cœur
            """,
        heads: """
            Beau,Cham,Mont,Ville,Roche,Font,Mar,Gour,Brou,Dela,Grand,Lar,Mal,Vau,Cast,Pont,Cour,\
            Bois,Char,Haute,Saint,Per,Ver,Blan,Bel,Clair,Tré,Ker,Gué,Rou,Fou,Tail,Bar,Cou,Vil,\
            Ser,Tour,Jou,Lan,Mau
            """,
        tails: """
            champ,fort,clair,neuve,mont,tier,dier,nier,main,veau,lais,ville,court,pré,gnon,lot,\
            seau,din,rand,mier,zac,gnac,bert,lain,teil,quet,lleau,vron,sson,reau,chet,delle,beau,\
            sac,guen,louët,mel,gneul,rée,tot
            """,
        particles: "de ,d',de la ,du ,Le ,des ",
        particlePerMille: 100,
        hyphenPerMille: 45,
        joinedFirstPerMille: 35
    )

    static let spanish = SampleNames(
        men: """
            Antonio,José,Manuel,Francisco,David,Juan,Javier,Daniel,José Antonio,Carlos,Jesús,\
            Alejandro,Miguel,Rafael,Pedro,Pablo,Ángel,Sergio,José María,Fernando,Luis,Jorge,\
            Alberto,Álvaro,Adrián,Diego,Raúl,Iván,Rubén,Enrique,Óscar,Ramón,Andrés,Joaquín,\
            Víctor,Íñigo,Eduardo,Hugo,Martín,Iker,Josep Lluís,Xosé,Germán,Tomás
            """,
        women: """
            María,Carmen,Ana,Isabel,Dolores,Pilar,Teresa,Laura,Cristina,Marta,Lucía,María José,\
            Elena,Raquel,Sara,Paula,Rosa,Mercedes,Beatriz,Patricia,Sofía,Andrea,Rocío,Julia,Inés,\
            Nuria,Mónica,Silvia,Verónica,Ángela,Begoña,Itziar,Montserrat,Concepción,Inmaculada,\
            Martina,Noelia,Ainhoa,Belén,Macarena,Núria,Mª Ángeles|mariangeles,Amparo,Consuelo
            """,
        last: """
            García,Rodríguez,González,Fernández,López,Martínez,Sánchez,Pérez,Gómez,Martín,\
            Jiménez,Ruiz,Hernández,Díaz,Moreno,Muñoz,Álvarez,Romero,Alonso,Gutiérrez,Navarro,\
            Torres,Domínguez,Vázquez,Ramos,Gil,Ramírez,Serrano,Blanco,Molina,Morales,Suárez,\
            Ortega,Delgado,Castro,Ortiz,Rubio,Marín,Sanz,Núñez,Iglesias,Medina,Garrido,Cortés,\
            Castillo,Santos,Lozano,Guerrero,Cano,Prieto,Méndez,Cruz,Calvo,Gallego,Vidal,León,\
            Márquez,Peña,Herrera,Etxeberria,Ibáñez,Puig,Güell,Bolaños,Yáñez,Ordóñez
            """,
        heads: """
            Arra,Echa,Goi,Men,Urru,Villa,Casta,Monte,Fuen,Val,Agui,Barri,Cal,Esco,Zuba,Iri,Ola,\
            Peña,Riva,Sala,Torre,Zara,Elo,Guada,Lar,Mira,Oli,Qui,Robla,Zume
            """,
        tails: """
            rra,beitia,zábal,goitia,verde,longa,nueva,rrubia,lejos,cázar,zate,mendi,tegui,dero,\
            ñeta,llana,vedra,rreta,mayor,dondo,lobos,güeta,bar,quín,lardo,nal,tillo,rosa,ño,zuela
            """,
        particles: "de ,de la ,del ,de los ",
        particlePerMille: 90,
        hyphenPerMille: 10,
        doublePerMille: 620
    )

    static let italian = SampleNames(
        men: """
            Giuseppe,Giovanni,Antonio,Mario,Luigi,Francesco,Marco,Andrea,Alessandro,Stefano,\
            Roberto,Paolo,Luca,Salvatore,Vincenzo,Carlo,Franco,Domenico,Bruno,Pietro,Matteo,\
            Lorenzo,Davide,Simone,Riccardo,Filippo,Gabriele,Nicolò,Leonardo,Tommaso,Edoardo,\
            Giacomo,Federico,Gian Luca,Pier Paolo,Raffaele,Enrico,Emanuele,Daniele,Claudio,Fabio,\
            Massimo
            """,
        women: """
            Maria,Anna,Giuseppina,Rosa,Angela,Giovanna,Teresa,Lucia,Carmela,Caterina,Francesca,\
            Anna Maria,Antonietta,Elena,Concetta,Rita,Margherita,Franca,Paola,Laura,Giulia,\
            Chiara,Sara,Martina,Silvia,Valentina,Federica,Alessia,Elisa,Beatrice,Ludovica,Noemi,\
            Alice,Sofia,Aurora,Ginevra,Eleonora,Ilaria,Michela,Daniela,Simona,Donatella
            """,
        last: """
            Rossi,Russo,Ferrari,Esposito,Bianchi,Romano,Colombo,Ricci,Marino,Greco,Bruno,Gallo,\
            Conti,Costa,Giordano,Mancini,Rizzo,Lombardi,Moretti,Barbieri,Fontana,Santoro,Mariani,\
            Rinaldi,Caruso,Ferrara,Galli,Martini,Leone,Longo,Gentile,Martinelli,Vitale,Lombardo,\
            Serra,Coppola,Villa,Marchetti,Parisi,Ferri,Sartori,D'Angelo,D'Amico,Dell'Acqua,\
            Nicolò,Cantù,Giuffrè,Palù,Prà,Lo Presti,Testa,Grassi,Pellegrini,Palumbo,Sanna,Fabbri,\
            Montanari
            """,
        heads: """
            Cara,Monte,Pasqua,Bene,Alber,Carle,Fra,Guar,Lam,Mala,Nico,Orla,Pelle,Quar,Sal,Tra,\
            Vero,Zam,Bar,Cor,Dona,Fer,Gio,Marti,Pal,Rava,Scar,Taglia,Vi,Bella
            """,
        tails: """
            bini,detti,gatti,lini,mari,nelli,petti,randi,sini,telli,vanti,zoni,glia,bosco,cchini,\
            duzzi,ferri,lupi,monti,netti,paolo,rotta,schi,torelli,viti,zzaro,cuore,gnani,lessi,ra
            """,
        particles: "De ,Di ,D',Della ,Lo ,Dal ",
        particlePerMille: 150,
        hyphenPerMille: 4
    )

    static let portuguese = SampleNames(
        men: """
            José,António,João,Manuel,Francisco,Carlos,Luís,Paulo,Pedro,Miguel,Rui,Fernando,\
            Ricardo,Tiago,Jorge,Nuno,Bruno,André,Diogo,Gonçalo,Hélder,Vítor,Sérgio,Hugo,Rodrigo,\
            Tomás,Afonso,Duarte,Simão,Estêvão,Inácio,Álvaro,Joaquim,Marco,Filipe,Rafael,Martim,\
            Dinis
            """,
        women: """
            Maria,Ana,Margarida,Joana,Inês,Catarina,Marta,Sofia,Sara,Rita,Teresa,Beatriz,Mariana,\
            Leonor,Carolina,Isabel,Helena,Paula,Cristina,Sónia,Patrícia,Susana,Cláudia,Fátima,\
            Conceição,Graça,Luísa,Lúcia,Vitória,Matilde,Ana Rita,Maria João,Filipa,Diana,Íris,\
            Mónica,Sílvia,Assunção
            """,
        last: """
            Silva,Santos,Ferreira,Pereira,Oliveira,Costa,Rodrigues,Martins,Jesus,Sousa,Fernandes,\
            Gonçalves,Gomes,Lopes,Marques,Alves,Almeida,Ribeiro,Pinto,Carvalho,Teixeira,Moreira,\
            Correia,Mendes,Nunes,Soares,Vieira,Monteiro,Cardoso,Rocha,Raposo,Neves,Coelho,Cruz,\
            Cunha,Pires,Ramos,Reis,Simões,Antunes,Matos,Fonseca,Machado,Araújo,Barbosa,Tavares,\
            Lourenço,Magalhães,Guimarães,Leitão,Brandão,Galvão,Falcão,Patrício,Conceição
            """,
        heads: """
            Al,Bar,Cas,Fi,Gui,Lou,Mou,Nog,Pal,Quei,Sal,Ta,Val,Vil,Car,Fer,Mon,Per,Rib,Sobr
            """,
        tails: """
            beira,calho,canes,deiro,drões,gueira,lares,mões,nhão,pinho,queira,reiro,sinho,tinho,\
            vedo,zeda,nhares,raes,roso,xoto
            """,
        particles: "da ,dos ,de ,do ,das ",
        particlePerMille: 260,
        doublePerMille: 550
    )

    static let romanian = SampleNames(
        men: """
            Andrei,Alexandru,Ionuț,Mihai,Ștefan,Cristian,Florin,Gheorghe,Ion,Vasile,Constantin,\
            Adrian,Marian,Daniel,Bogdan,Cătălin,Răzvan,Vlad,Gabriel,Nicolae,Dumitru,Lucian,\
            Tiberiu
            """,
        women: """
            Maria,Elena,Ioana,Ana,Andreea,Mihaela,Cristina,Alexandra,Daniela,Gabriela,Ștefania,\
            Raluca,Simona,Mădălina,Alina,Bianca,Carmen,Laura,Anca,Ileana,Mariana,Roxana,Oana
            """,
        last: """
            Popa,Popescu,Pop,Radu,Ionescu,Dumitru,Stan,Stoica,Gheorghe,Matei,Ciobanu,Ioniță,Rusu,\
            Constantin,Marin,Tudor,Dinu,Munteanu,Şerban,Lazăr,Florea,Dobre,Stănescu,Nistor,\
            Ungureanu,Moldovan,Bălan,Crețu,Țăranu,Vasilescu,Georgescu,Niță,Oprea,Voicu,Dragomir,\
            Mocanu,Neagu
            """,
        heads: """
            Andron,Bârs,Călin,Dăn,Ene,Făg,Gri,Hur,Ior,Lup,Măr,Negr,Olt,Păun,Stră,Teo,Urs,Văc,Zam
            """,
        tails: """
            escu,eanu,ăreanu,ilă,oiu,ache,aru,iceanu,aș,uță,ulescu,inescu,oveanu,ățeanu,ea
            """,
        hyphenPerMille: 15,
        joinedFirstPerMille: 90
    )
}
