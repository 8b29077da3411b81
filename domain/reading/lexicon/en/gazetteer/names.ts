/** Names that are ordinary words as well, without accents. */
export const namesEn = {
  /** Also names of small places somewhere: such a name is only taken for a place where a class word says so ("the village of HOME"). */
  ordinary: `
    a about above actually after again against age ago all also although always am among an and another any are
    around as at away back bad bar bare base be because been before being below best better between beyond big black
    blue boat both bridge but by call camp can cap car central centre center city class clear code cold come command
    congo could country dark day days dead deal death demo did disk do does done door down due during each early
    east eastern economic eight either else end even ever every exact face fact far farm father few field fight
    fighters fighting final fire first five fly foot for force forces form former four free friend from front full
    further game gate general get give go god gold good green group had half hall hand hard has have he head health
    heavy held help her here high hill him his hold home hospital hot hour house how however human i if in indeed
    independent industry information inside into iron is islam island it its job join july june just keep key kill
    king lake land large last late law lead league least leave left less let life light like line list lite little
    local logo long look lost low mad made main major make man many march market may mayor me mean meanwhile media
    medical men message middle might mile military mine mines mining mission mobile mode model modern monday money
    month more most mother mountain much must my name nation national near new news next night nine no nobody none
    nor north northern not nothing now of off office officer officials often old on once one only open or order
    other others our out over own page park part party pass past paste peace people per place plan police pope poor
    port post present president press private protest pub public put quarter queen quiet rain ran rand rapid rather
    read real rebel rebels recent red rest rich right river road rock run safe said same sand save say school sea
    second see sell sentence separately service set seven several shall she ship shop should show side since six
    small so soldier soldiers some something son soon south southern special spokesman stand star state station step
    still stop store street strong such sun sunday sure table take target tell ten than that the their them then
    there these they thing this those though thousand three thursday time to today together told tomorrow too top
    total tower town trade train truck tuesday two under union unit united until up upon us use used very village
    villages visit voice wait walk war was water way we wednesday week well were west western what when where which
    while white who why wide will win wind with within without woman women word work world would year yes yesterday
    yet you young your zone friday saturday january february april august september october november december tame
    muse un christ christmas easter ramadan`,
  /** Behind a name, with a capital: "Goma INVESTMENTS", "Goma STREET" is the name of a firm, a shop or a street. */
  businesses: `
    investments investment traders trading trade company corporation ltd limited plc inc llc holdings group bank
    mining minerals resources metals industries enterprises enterprise logistics transporters suppliers supplies
    partners consulting motors stores supermarket bakery brewery breweries insurance airlines airways telecom media
    cafe restaurant bar bistro lounge pub street avenue boulevard road lane`,
  /** Right before a name: "the HOTEL Rubaya". */
  houses: 'hotel bar cafe restaurant company firm',
  /** Words of the names of companies that tell nothing of which one. */
  company: `
    mining mines mine resources metals metal gold goldmines goldmine company corporation corp inc ltd limited plc
    group holdings international exploration explorations minerals lithium continental copper rare earths economic`,
};
