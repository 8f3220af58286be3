/// What desks write beside a name.
enum SampleTexts {
    static let tags =
        "regular,vip,family,business,terrace,allergy,quiet,press,neighbour,birthday-club,wine,group"

    /// Notes in one language, a line each; English where the language has none of its own.
    static func notes(language: String) -> String {
        switch language {
        case "fr":
            """
            Allergique aux noix, prévenir la cuisine
            Préfère la table près de la fenêtre
            Vient avec un fauteuil roulant
            Toujours en avance, offrir un café
            Facture au nom de la société
            """
        case "nl":
            """
            Allergisch voor schaaldieren
            Zit graag aan het raam
            Komt met een hond
            Belt liever dan te mailen
            Factuur op naam van de zaak
            """
        case "de":
            """
            Glutenunverträglichkeit, bitte der Küche sagen
            Möchte einen ruhigen Tisch, Gehör beeinträchtigt
            Kommt mit zwei Kindern, Hochstuhl nötig
            Stammgast seit der Eröffnung
            Rechnung an die Firma
            """
        case "es":
            """
            Alérgico a los frutos secos
            Prefiere la terraza
            Viene con niños pequeños
            Aniversario en mayo
            """
        case "it":
            """
            Celiaco, avvisare la cucina
            Preferisce il tavolo d'angolo
            Cliente da più di dieci anni
            Fattura alla ditta
            """
        default:
            """
            Allergic to nuts, tell the kitchen
            Prefers a quiet corner
            Comes with a guide dog
            Likes the same room every year
            Invoice to the company
            """
        }
    }
}
