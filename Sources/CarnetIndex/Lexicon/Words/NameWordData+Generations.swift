extension NameWordData {
    /// Which of two of one name: never the same person when both sides say and differ.
    static let generations: StaticString = """
        junior: jr junior jnr jun jnior juniore iunior ii 2nd 2d ml mladsi mlodszy mladi mladja ifj
        junior: ifjabb yngre den_yngre d_y fils le_jeune figlio d_j der_jungere der_juengere jongere
        junior: de_jonge zoon hijo filho ifjabbik nuorempi kucuk neos mladshiy mladshii noorem
        junior: jaunakais jaunesnysis
        senior: senior snr sen seniore iere l_ancien l_aine aine padre pai starsi starszy stariji
        senior: stari id idosb den_aldre den_eldre aldre eldre vanhempi d_a der_altere der_aeltere
        senior: oudere de_oude buyuk starshiy starshii
        senior name: pere vater
        third: iii 3rd iv 4th vi 5th neto nieto bisneto enkel kleinzoon petit_fils
        junior male: sohn
        senior title male: sr
        former: nee ne_e geb geborene geboren geborenen verw verwitwete verh vormals born formerly
        former: fka f_k_a aka a_k_a alias genannt dit dite ep eps epse veuve vve vda viuda ved
        former: vedova nata de_soltera wed weduwe wwe geschieden roz rozena rodena rod z_domu zd
        former: szul szuletett ozv ozvegy fodd foedd fodt omogift gift gaas o_s kizlik_soyadi
        former: devojacko rodjena rojena nascuta casatorita urozhdennaya s dziewicze synt avioliitto
        former: solteira sposata coniugata pseudonyme married maiden ancien_nom nom_de_jeune_fille
        former: to_genos genos
        relation: wife_of husband_of mother_of father_of son_of daughter_of mum_of mom_of dad_of
        relation: parent_of brother_of sister_of friend_of partner_of widow_of guest_of child_of
        relation: femme_de mari_de mere_de pere_de fils_de fille_de maman_de papa_de epouse_de
        relation: frere_de soeur_de ami_de amie_de compagne_de compagnon_de invite_de parents_de
        relation: belle_mere beau_pere grand_mere grand_pere maman_d papa_d mere_d pere_d femme_d
        relation: frau_von mann_von mutter_von vater_von sohn_von tochter_von mama_von papa_von
        relation: freundin_von freund_von bruder_von schwester_von gast_von oma_von opa_von
        relation: vrouw_van man_van moeder_van vader_van zoon_van dochter_van mama_van papa_van
        relation: vriend_van vriendin_van partner_van oma_van opa_van moglie_di marito_di madre_di
        relation: padre_di figlio_di figlia_di mamma_di papa_di amico_di amica_di fratello_di
        relation: sorella_di ospite_di mujer_de esposa_de esposo_de marido_de madre_de padre_de
        relation: hijo_de hija_de amigo_de amiga_de hermano_de hermana_de mama_de mulher_de
        relation: marido_da mae_de pai_de filho_de filha_de amigo_do mae_do mae_da pai_da zona maz
        relation: matka ojciec syn corka manzelka manzel mama_od felesege ferje anyja apja lanya fia
        relation: maman papa mama mami papi mamma mum mummy mom mommy dad daddy mutter wife husband
        relation: epouse epoux ehefrau ehemann echtgenote echtgenoot moglie marito figlia esposa
        relation: esposo marido hija filha mulher tochter daughter dochter moeder vader fille
        relation: grandma grandpa mamie papy mamy oma opa tante oncle c_o care_of chez z_hd zhd
        relation: zu_handen attn att a_l_attention a_la_atencion tav t_a_v p_a a_c_de alla_c_a c_a
        relation name: papa mama papi oncle sohn marito
        third name: nieto neto
        """

    /// Several persons in one record, and what stands between two.
    static let households: StaticString = """
        household: fam family familie famille famiglia familia fam_ille families fmly familien
        household: familjen familj rodina rodzina csalad csaladja obitelj porodica druzina perhe
        household: perekond gimene seima aile ailesi oikogeneia semya familja semeystvo ciferta
        household: οικογενεια οικογ семья родина couple paar ehepaar eheleute echtpaar coniugi
        household: matrimonio casal manzele manzelia manzelstwo panstwo pan_i_pani hazaspar sotii
        household: ektepar aegtepar pariskunta mr_and_mrs mr_mrs mr_et_mme m_et_mme
        household: monsieur_et_madame mme_et_m mme_et_mr mm m_ou_mme herr_und_frau frau_und_herr
        household: herrn_und_frau hr_u_fr dhr_en_mevr dhr_en_mw heer_en_mevrouw sig_e_sig_ra signori
        household: sr_y_sra sres senores sr_e_sra pan_a_pani ladies_and_gentlemen
        household: mesdames_et_messieurs bambini
        connector: and et und en och og ja es si oder or ou plus kai ve with avec mit met con com z
        connector: ze cu med samt sowie u ir un και и та
        """
}
