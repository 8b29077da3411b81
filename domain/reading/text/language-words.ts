/**
 * Words that hardly a sentence does without, by language. A word that several languages share counts little for each.
 * Forms are lower case, with their accents.
 */
const lists: Record<string, string> = {
  en: 'the of and to in that is was for on with as by at from it be are this have has had he she they were been which who their his her its not but said after an also between will more when would than about over into we you i or there what all out up no if than them could other near rebels army town killed kill attack attacked attacks soldiers clashes reported fighting people government group forces against says seized take takes amid during since least dead wounded village villagers troops armed fighters eastern mines protest police workers',
  fr: 'le la les de des du et en un une est que qui dans pour par sur au aux avec ce cette ces sont été a ont plus pas ne se son sa ses leur leurs il elle ils elles l d qu n s c j nous vous on mais ou où après selon entre depuis lors ainsi aussi dont comme était avait être fait sans sous à même tout tous y je avant deux autres contre près rebelles armée ville combats attaque attaques tués tué morts mort militaires soldats affrontements signalés gouvernement groupe forces civils village armés miniers trois cinq sept huit dix lundi mardi mercredi jeudi vendredi samedi dimanche population habitants territoire',
  es: 'el la los las de del que y en un una por con para se su al es lo como más pero sus le ya o fue este ha sí porque esta son entre está cuando muy sin sobre ser también hasta hay donde han quien desde nos durante uno ni contra ese eso había según dijo',
  pt: 'o a os as de do da dos das que e em um uma para com não se na no nas nos por mais como mas foi ao ele ela à seu sua ou ser quando muito há já está eu também só pelo pela até isso entre era depois sem mesmo aos ter seus são você foram disse após sobre segundo',
  it: 'il lo la i gli le di del della dei delle che e è in un una per con non si da dal dalla sono ha al alla nel nella ma come anche più o se su sul questo questa era stato hanno dopo tra fra essere suo loro ci degli ai nei dopo secondo',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wurden ihre gegen',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar heeft hij ze door over was worden wordt zich deze die werd hebben had tot hun meer geen tegen na al wel kan onder',
  sv: 'och i att det som en på är av för med den till inte om ett han men var jag från de har vi så kan när nu vid också efter eller hade sig under skulle mot',
  da: 'og i at det er en til på som af for de med der den ikke et har fra var han om sig men også efter ved blev havde eller skal under mod være',
  pl: 'w i z na się nie do to że jest o jak po ale od za przez dla są być był tym który która oraz jego które było także ich tylko może pod między przed został',
  tr: 've bir bu da de için ile olarak daha çok gibi kadar sonra ne olan var ama o en her ise göre oldu değil mi iki tarafından edildi dedi olduğu',
  ro: 'și în de la cu pe a nu care că din pentru este un o mai sau se au fost dar prin după sunt ce către între lui ale al fi',
  id: 'yang dan di dengan untuk dari ini itu pada adalah dalam tidak akan ke oleh juga telah sebagai bahwa karena mereka ada bisa atau saat tersebut kata',
  vi: 'và của là có được cho không trong một với các người đã này những để khi từ đến về tại ở như cũng bị',
  sw: 'na ya wa kwa ni katika za la cha vya kuwa hii huo hilo hiyo pia yake wake watu baada ambao ambayo kama lakini alisema wamesema amesema hadi wakati kutoka kwamba sana zaidi mji jeshi serikali wananchi waasi waliuawa wameuawa wakazi nchini jana leo siku mashariki hayo hao yao wao huku ili si bado',
  ln: 'na ya ba te oyo mpe ezali kasi bato nini wana mpo azali bazali ndenge yo ye bango biso nyonso mingi mokonzi ekolo engumba moto mosusu bapesi elongo ete liboso lokola sikoyo kati kuna awa yango moko mibale basoda soki balobaki alobaki esika ebandi',
  rw: 'mu ku na ya ba bya kandi cyangwa ko ni muri kuri ariko abantu igihugu umujyi ingabo yavuze bavuze ubwo aho nyuma kugira ngo uyu iyi icyo ibyo bari yari kuva buryo cyane perezida leta uwo abo abaturage ntabwo',
  so: 'ka oo iyo waa ku in ay uu aan soo la kale lagu ayaa si waxaa dhexe magaalada dalka dadka kuwaas sidii waxay',
  ha: 'da na a ta ya ne ce cikin wannan su ba kuma sun an yi daga don shi wa zuwa amma kan bayan tsakanin jihar mutane sojojin',
  yo: 'ni ti awọn si fun pẹlu àwọn tí ní sì ló wọn náà pé kò yìí láti',
  zu: 'futhi ukuthi kanye nge ngo uma kodwa abantu ukuba ngoba lapho ukuze khona lokho yena kusho',
  af: 'die en van het in is nie dat op te vir met wat aan ook as was deur sal om uit hulle haar sy een word maar kan tot ons na by',
  lu: 'ne okutula abantu nti mu ku ba era naye okuva olwa ekibuga eggwanga omu',
  eo: 'la de kaj en estas ne al por kun ke mi li ĝi estis sed kiu pri tio',
  la: 'et in est non ad ut cum qui quod ex sed ab esse sunt dolor sit amet',
};

/** Language to the weight of each of its words: the fewer languages share a word, the more it tells. */
export const wordWeights: ReadonlyMap<string, ReadonlyMap<string, number>> = weigh();

function weigh(): Map<string, Map<string, number>> {
  const sharedBy = new Map<string, number>();
  const sets = Object.entries(lists).map(
    ([language, words]) => [language, new Set(words.split(' '))] as const,
  );
  for (const [, words] of sets) {
    for (const word of words) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
  }
  const weights = new Map<string, Map<string, number>>();
  for (const [language, words] of sets) {
    for (const word of words) {
      const byLanguage = weights.get(word) ?? new Map<string, number>();
      byLanguage.set(language, 1 / Math.sqrt(sharedBy.get(word) ?? 1));
      weights.set(word, byLanguage);
    }
  }
  return weights;
}
