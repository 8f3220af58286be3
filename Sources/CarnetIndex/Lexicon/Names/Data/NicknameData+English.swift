/// English, Scottish and Welsh.
extension NicknameData {
    static let english: StaticString = """
        m aaron: ron ronnie
        m abraham: abe bram
        m adrian: ade
        m alan allan allen alun
        m albert: al bert bertie albie
        m alexander: alex al alec alick xander sandy sasha lex zander alexis
        m alfred: alf alfie fred freddie
        m alistair alastair alasdair allister: ali
        m andrew: andy drew
        m anthony antony: tony ant
        m archibald: archie
        m arnold: arnie
        m arthur: art artie
        m augustine: gus augie
        m augustus: gus augie
        m barnaby barnabas: barney
        m bartholomew: bart
        m basil: baz
        m benedict: ben bennie benny
        m benjamin: ben benny benji benjy
        m bernard: bernie
        m bertram: bert bertie
        m bradley: brad
        m brian bryan bryon
        m calvin: cal
        m cameron: cam
        m carl karl
        m cedric: rick
        m charles: charlie charley chas chuck chip chaz
        m chester: chet
        m christian: chris
        m christopher: chris christy kit topher
        m clifford: cliff
        m clinton: clint
        m conrad: con
        m curtis: curt kurt
        m cuthbert: bert
        m cyril: cy
        m daniel: dan danny
        m darren: daz
        m david: dave davy davie dai taffy
        m dennis denis: den denny
        m derek derrick: del
        m desmond: des dez
        m dominic dominick: dom nick
        m donald: don donnie
        m douglas: doug dougie
        m edgar: ed eddie
        m edmund edmond: ed eddie ned ted
        m edward: ed eddie eddy ned ted teddy ward
        m edwin: ed eddie
        m elias: eli
        m elijah: eli
        m elliott elliot eliot
        m emmanuel emanuel: manny
        m eric erik: rick
        m ernest: ernie
        m eugene: gene
        m ewan euan ewen
        m ezekiel: zeke
        m francis: frank frankie fran
        m franklin: frank frankie
        m frederick frederic fredrick: fred freddie freddy fritz rick
        m gabriel: gabe
        m gareth: gaz gary
        m gary garry: gaz
        m geoffrey jeffrey jeffery geoffry: geoff jeff
        m george: georgie geordie
        m gerald jerald: gerry jerry
        m gerard gerrard: gerry ger
        m gilbert: gil bert
        m giles gyles
        m glen glenn glyn
        m godfrey: geoff
        m gordon: gordy
        m graham graeme grahame
        m gregory: greg gregg
        m harold: harry hal
        m harrison: harry
        m harvey: harv
        m henry: harry hank hal
        m herbert: herb bert bertie
        m horace: horry
        m howard: howie
        m hubert: bert hugh
        m hugh huw: hughie
        m hugo
        m ian iain
        m ignatius: iggy
        m isaac: ike zac
        m isidore: izzy
        m jack jackson
        m jacob: jake jay
        m james: jim jimmy jamie jem jimmie jay
        m jason: jase jay
        m jeremiah: jerry jem
        m jeremy: jerry jem jez
        m jerome: jerry
        m jesse: jess
        m john: jack johnny jon johnnie jackie jock
        m jonathan johnathan jonathon: jon jonny john jonnie
        m joseph: joe joey jo jos
        m joshua: josh
        m julian: jules
        m kenneth: ken kenny
        m kevin: kev
        m kristopher: kris
        m lachlan: lachie
        m lancelot: lance
        m laurence lawrence: larry laurie lawrie loz
        m lee leigh
        m leo leon
        m leonard: len lenny leo
        m leopold: leo
        m leroy: lee roy
        m leslie: les
        m lewis louis: lou lew louie
        m llewellyn: lyn
        m lucas: luke
        m luke
        m malcolm: malc mal
        m marcus: mark marc
        m mark marc
        m martin martyn: marty
        m matthew mathew: matt matty mat
        m matthias: matt
        m maurice morris: mo maury
        m maximilian: max
        m maxwell: max
        m melvin melvyn: mel
        m michael micheal: mike mick mickey micky mikey mickie
        m miles myles
        m mitchell: mitch
        m montague: monty
        m montgomery: monty
        m mortimer: mort morty
        m nathan: nat nate
        m nathaniel nathanael: nat nate nathan
        m neil neal niall
        m nicholas nicolas nickolas: nick nicky nico
        m nigel: nige
        m norman: norm
        m oliver: ollie olly oli
        m oscar: ozzy
        m oswald: ozzie oz
        m patrick: pat paddy patty rick
        m percival percy
        m peter: pete
        m philip phillip: phil pip
        m quentin quintin
        m randolph randall: randy
        m raymond: ray
        m reginald: reg reggie
        m rhys reece rees
        m richard: rick dick rich richie ricky dickie rickie ritchie
        m robert: bob rob bobby robbie robby bert bobbie rab rabbie robin
        m robin robyn: rob
        m roderick: rod roddy rick
        m rodney: rod roddy
        m roger rodger: rog
        m roland rowland: rollo roly
        m ronald: ron ronnie
        m rory ruairi
        m russell: russ
        m samson: sam
        m samuel: sam sammy
        m sebastian: seb bas
        m sidney sydney: sid syd
        m simon: si
        m solomon: sol
        m stanley: stan
        m stephen steven stephan: steve stevie
        m stewart stuart: stu stew
        m sylvester: sly
        m terence terrence: terry tel
        m theodore: theo ted teddy
        m thomas: tom tommy thom
        m timothy: tim timmy
        m tobias toby: tobe
        m trevor: trev
        m tristan tristram
        m valentine: val
        m vernon: vern
        m victor: vic
        m vincent: vince vinny vin vinnie
        m vivian: viv
        m wallace: wally
        m walter: walt wally wat
        m wesley: wes
        m wilfred wilfrid: wilf fred
        m william: bill billy will willy liam willie wills billie
        m winston: win winnie
        m zachary zachariah zackary: zach zac zak zack
        M adam aiden alfie asher austin bailey barrett beau blake brady brandon brendon brent brett
        M brock bruce bryce byron caleb carter casey cecil cedrick chad chase clay clive cody cole
        M colin cooper corey cory craig dale dallas damon dante darrell darryl dean devin devon
        M dexter dion donovan duncan dwayne dwight dylan earl edison elmer elton elvis emerson
        M emmett enoch errol ethan evan ezra felix fletcher floyd forrest frazer gavin gideon grant
        M grayson griffin guthrie guy hamish harley heath henderson hudson humphrey hunter ira irvin
        M irving israel ivan ivor jaden jared jarrod jarvis jasper jayden jed jefferson jermaine
        M jerry joel jonas jordan judah jude justin kai keegan keith kelvin kendrick kenny kingsley
        M kirk kurt kyle lamar landon lane leland lennox lenny levi lewin liam lincoln lionel lloyd
        M logan lorne luther lyle mack maddox magnus marlon marshall marvin mason maverick max
        M merlin micah milo milton monroe morgan moses nash nathanial nelson neville noah noel nolan
        M norris oakley octavius odin olaf orlando orson orville otis owen parker paul perry phoenix
        M pierce porter preston quincy quinn ralph ramsay reed reid remington reuben rex reynold
        M rocco rohan roman ronan roscoe ross rowan roy royce royston rufus rupert ryan ryder sawyer
        M scott seth shane sheldon sherman silas spencer stefan stirling sullivan tanner tate taylor
        M terrell thaddeus tobin todd tommy toney travis trent tristen troy truman tucker tyler
        M tyrone tyson ulysses vance vaughan vaughn virgil wade walker warren wayne webster weston
        M wilbur wilson woodrow wyatt xander zane
        f abigail: abby abbie gail abbey
        f ada adah: addie
        f adelaide: addie ada heidi
        f agatha: aggie
        f agnes: aggie nessa
        f aileen eileen: lena
        f alana alannah lana
        f alberta: bertie
        f alexandra: alex sandra lexi sasha sandy lexie alix ali xandra lexa
        f alexis: alex lexi lexie
        f alice alys: ali allie ally
        f alison allison alyson: ali allie ally
        f amanda: mandy manda
        f amelia emelia: millie amy mia melia milly
        f amy aimee
        f anastasia: stacy stacey ana tasia
        f andrea: andie andi andy drea
        f angela: angie
        f angelica: angie
        f angelina: angie lina
        f anita: nita
        f ann anne: annie nan nancy annette anita
        f anna: annie ann
        f annabel annabelle: bella belle anna
        f antonia: toni tonia
        f april avril
        f arabella: bella bell
        f audrey: audie
        f augusta: gussie
        f barbara barbra: barb babs barbie bobbie
        f beatrice beatrix: bea bee trixie bebe
        f belinda: bel lindy
        f bernadette: bernie detta
        f bernice: bernie
        f bertha: bertie
        f bethany: beth
        f beverley beverly: bev
        f bridget: bridie biddy
        f brittany: brit britt
        f camilla: millie cam milla
        f candace candice: candy
        f carla karla
        f carol carole carroll: caz
        f caroline carolyn: carrie caro lynn carol
        f catherine katherine kathryn catharine cathryn katharine: cathy kate katie kathy kat kay
        f catherine katherine kathryn catharine cathryn katharine: kitty cath kath kit katy cat
        f cecilia: celia cissy cis
        f cecily: cissy cis
        f charlotte: charlie lottie lotte char chaz tottie
        f cheryl sheryl: cher
        f christina: chris chrissie tina christy chrissy crissy
        f christine: chris chrissie tina christy chrissy
        f clara
        f claire clare
        f clarissa clarice: clare clarrie
        f claudia: claudie
        f clementine clemency: clem clemmie
        f constance: connie
        f cordelia: delia cordy
        f corinne: cory
        f cornelia: nell corrie
        f cynthia: cindy cyn
        f danielle: dani danni
        f daniella: dani danni ella
        f deborah debra debora: deb debbie debby debs
        f diana: di
        f diane dianne: di
        f dolores delores: lola
        f dora doreen dorothea
        f dorothy: dot dotty dottie dolly dora dodie
        f edith: edie
        f eleanor elinor eleanore: ellie nell nellie nora ella lenny nelly ellen
        f elizabeth elisabeth: liz beth lizzie betty eliza lisa libby betsy bess lizzy liza elsie
        f elizabeth elisabeth: bessie elise lisbeth ellie buffy lilibet lisbet lizbeth elspeth
        f elizabeth elisabeth: betsey
        f ellen: ellie nell nellie
        f emily emilie: em emmy millie milly
        f emma: em emmy
        f erica erika: ricky rikki
        f estelle: stella essie
        f esther ester: essie hester hetty
        f eugenia: genie
        f eva: evie
        f eve: evie
        f evelyn: evie eve lyn
        f faith: fay
        f felicity: fliss flick flo
        f fiona: fi
        f florence: flo florrie flossie flora
        f frances: fran frankie fanny francie frannie
        f francesca: fran frankie chess cesca
        f freda frieda
        f frederica: freddie rica
        f gabrielle: gabby gaby gabs
        f gemma jemma: gem jem
        f genevieve: gen eve viv ginny
        f georgina georgia georgiana: georgie gina
        f geraldine: gerry geri
        f gertrude: gert gertie trudy trudie
        f gillian jillian: gill jill gilly jilly
        f grace gracie
        f guinevere gwenevere: gwen
        f gwendolen gwendolyn gwenllian: gwen
        f hannah hanna: nan
        f harriet harriett: hattie harry hatty
        f helen helena: nell nellie lena
        f henrietta: hetty etta harry hettie
        f hilary hillary: hil hils
        f imogen: immy immie
        f irene: renie
        f isabel isabelle isobel isabella: izzy bella belle issy bel izzie
        f jacqueline jaqueline jacquelyn: jackie jacqui jacky
        f jane jayne: janey janie jenny
        f janet janette: jan netty
        f janice janis: jan
        f jasmine: jas jaz
        f jean: jeannie jeanie
        f jemima: jem mima
        f jennifer jenifer: jen jenny jenni jennie
        f jessica: jess jessie jessi
        f joan: joanie
        f joanna johanna joana: jo josie joey
        f joanne: jo
        f jocelyn: joss jos
        f josephine: jo josie josy fifi
        f joy joyce
        f judith: judy jude judi
        f julia: jules julie
        f julie: jules
        f juliana julianna: julie
        f juliet juliette: jules julie
        f karen karin: kaz
        f kathleen cathleen: kath kathy kay
        f kayleigh kayley
        f kelly kellie: kel
        f kerry kerrie
        f kimberly kimberley: kim kimmy
        f kirsten kirstin kirsty
        f kristina kristine: kris tina krissy kristy
        f laura: laurie lolly
        f lauren: laurie loz
        f lavinia: vinnie
        f leah lea
        f leslie lesley: les
        f letitia: letty tisha lettice
        f lilian lillian: lil lily lilly
        f lily lilly
        f linda lynda: lin lindy lyn
        f lindsay lindsey lynsey: linds
        f loretta: etta lottie
        f lorraine: lori rainy
        f louise louisa: lou lulu
        f lucy: lu
        f lucille: lucy lu
        f lucinda: lucy lu cindy
        f lydia: lyddie
        f lynn lynne
        f mabel: may
        f madeleine madeline madelyn: maddie maddy mads
        f marcia marsha
        f margaret margret: maggie peggy meg peg madge mags marge margie megan rita greta daisy
        f margaret margret: maisie peggie margo margot mag
        f margery marjorie: marge margie madge
        f maria
        f mariah
        f marian marion
        f marianne
        f marilyn: mari lyn
        f martha: marty mattie patty
        f mary: molly polly may mamie mimi minnie moll
        f mathilda matilda: tilly tilda mattie matty tillie
        f maud maude: maudie
        f maureen: mo reenie
        f maxine: max
        f megan meghan: meg
        f melanie: mel
        f melinda: mel mindy lindy
        f melissa: mel missy lissa
        f mercedes: mercy
        f meredith: merry
        f michelle michele: mich shelly shell
        f mildred: millie milly
        f millicent: millie milly
        f minerva: minnie
        f miranda: mandy randy mira
        f miriam: mim mimi mitzi
        f moira moyra
        f molly mollie
        f monica: mon moni
        f nancy: nan
        f natalie nathalie: nat tally
        f natasha: tasha nat tash
        f nicola: nicky nikki nic
        f nicole: nicky nikki nic nikky
        f nora norah
        f octavia: tavy
        f olivia: liv livvy ollie libby livia
        f pamela: pam pammy
        f patricia: pat patty trish tricia patsy patti trisha
        f penelope: penny pen
        f petronella: nell
        f philippa phillipa: pip pippa flip
        f phoebe: phoebs
        f phyllis: phyl
        f priscilla: cilla prissy
        f prudence: pru prue
        f rachel rachael: rach
        f rebecca rebekah: becky becca bec becks beck
        f regina: gina reggie
        f roberta: bobbie robbie
        f robin robyn
        f rosalind: ros roz rosie
        f rosamund: ros roz
        f rose rosie
        f rosemary rosemarie: rosie rose romy
        f roxanne: roxy
        f ruth: ruthie
        f sabrina: brina
        f sally: sal
        f samantha: sam sammy sammie
        f sandra: sandy
        f sarah sara: sally sadie sal
        f selina selena
        f sharon: shaz shari
        f sheila sheelagh
        f shelley shelly
        f shirley: shirl
        f sophia sofia: sophie soph sophy
        f sophie sophy: soph
        f stephanie: steph stevie steff
        f susan: sue susie suzie suzy sukie susy
        f susanna susannah: sue susie suzy
        f suzanne susanne: sue suzie suzy
        f sybil sibyl
        f sylvia: syl sylvie
        f tabitha: tabby
        f tamara: tammy tam
        f tamsin: tam tammy
        f tanya tania
        f teresa theresa therese: terry tess tessa terri tracy tessie
        f tiffany: tiff
        f tracy tracey
        f una oona
        f ursula: ursie
        f valerie: val
        f vanessa: nessa ness van
        f veronica: ronnie roni vera nicky
        f victoria: vicky vicki tori vic vikki vickie tory
        f viola: vi
        f violet: vi
        f virginia: ginny ginger gina
        f vivien vivienne vivian: viv
        f wilhelmina: mina billie minnie willa
        f winifred: winnie freda win
        f yvonne: von vonnie
        f zoe zoey
        F aaliyah addison adele adeline aleisha alexa aliyah alma althea alvina amara amber
        F anastacia angharad anneka annika antoinette aria ariel ashleigh ashley aspen astrid athena
        F aubrey aurora autumn ava avery bailey beatriz bellatrix bernadine bethan betty beulah
        F blair bonnie brenda brianna briony bronwen brooke bryony caitlin calista callie candy
        F carissa carlotta carly carmel carmen caryn casey cassandra cassidy catriona cayla celeste
        F celia charity charlene charley charmaine chelsea cher cherie cherry chiara chloe chrystal
        F cleo colleen coral corina cosette courtney crystal daisy dakota dana daphne darcey darcy
        F darlene davina dawn deanna debby deena deirdre delia delilah della demi denice denise
        F desiree destiny dina dixie dolly dominica donna dorcas dottie dulcie ebony eden edna effie
        F eira elaine elisa elisha ella eloisa eloise elsa elsie elspeth elva emery emmeline erin
        F ernestine esme esmeralda essie estella ethel etta eugenie eunice evangeline everly fallon
        F farah fay faye fern fleur flora florrie frankie gabriella gaynor georgette georgie
        F germaine ginny giselle gladys glenda gloria glynis greta hailey halle harley harmony
        F harper hattie hayley hazel heather hester hettie hilda hollie holly honor hope hyacinth
        F ida imelda india indigo ingrid iona iris irma isadora isla ivana ivory ivy jacinta jackie
        F jada jade jaden jaime jana jasmin jayden jeanette jeannette jenna jerry jill jodie jody
        F johnnie jolene jordan josie juanita judy june juno justine kaitlin kaitlyn kali kara kari
        F katrina katy kay kayla keeley keira kelsey kendra kenya keziah kiera kira kitty krystal
        F kyla kylie kyra lacey lara larae larissa laurel laurie laverne leanne leigh leila lena
        F leona letty lexi libby lila lilith lillie lindy linette lisa liza lois lola loren lori
        F lorna lottie lucia luna lyra maddison madge madison maeve maia maisie maisy malia mandy
        F mara marcella margot mariana marina marisa marissa marlene maryann marylou maya mckenzie
        F melody mercy merle mia mila millie mimi mina mindy minnie mona morgan muriel mya myra
        F myrtle nadia nadine naomi nell nellie nelly nerys nia nikita nina noelle nola nova olive
        F ophelia orla paige paisley paloma pandora patience patsy paula pauline pearl peggy perdita
        F petra petunia philomena piper pippa polly poppy portia primrose queenie quinn raven rayna
        F reagan reese regan renee rhiannon rhoda rhonda ria rita rosa rosalie rosanna roseanne
        F rosetta rowan rowena roxana ruby ruthie sabine sadie saffron salma sapphire sasha savannah
        F scarlett seren serena shana shania shannon sharla shawna shea sherry shona sian sidonie
        F sienna sierra simone skye sloane sonia stacey stacy stella stevie summer susie suzy sydney
        F tallulah tammy tara tatiana taylor tessa thea thelma tia tilda tilly tina toni topaz tori
        F trinity trisha trixie trudy tyra uma unity valentina valeria vera verity verona vicky
        F violetta vita viviana wanda wendy whitney willow wilma winona xanthe yasmin yolanda zara
        F zelda zena
        """
}
