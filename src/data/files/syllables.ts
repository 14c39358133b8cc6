/** What may open a Vietnamese syllable. */
const ONSET = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]';
/** What may follow, without its tone. */
const RIMES = `
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oc oi om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyt uyu uyên uyêt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu`
  .trim()
  .split(/\s+/);
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${RIMES.join('|')})$`);
/** One or two runs of vowels among consonants, in the letters of Vietnamese and of the names beside them. */
const BUILD = /^[b-df-hj-np-tv-zđ]{0,4}(?:[aeiouyăâêôơư]{1,3}[b-df-hj-np-tv-zđ]{0,4}){1,2}$/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A syllable that ends in a stop has the acute or the dot, or is no syllable. */
const STOPPED = /(?:c|ch|p|t)$/;
const STOP_TONE = /[\u0301\u0323]/;

/**
 * Whether a word is a syllable of Vietnamese, written in small letters, in capitals or with one capital in front.
 *
 * @example isSyllable('Phường') // true
 * @example isSyllable('Phễêng') // false
 */
export function isSyllable(word: string): boolean {
  if (!isCasedLikeWord(word)) return false;
  const { toneless, tones } = parted(word);
  if (tones.length > 1 || !SYLLABLE.test(toneless)) return false;
  return !STOPPED.test(toneless) || STOP_TONE.test(tones[0] ?? '');
}

/** Whether a word is built like one of any language that is written with the letters of Vietnamese. */
export function isBuiltLikeWord(word: string): boolean {
  const { toneless, tones } = parted(word);
  return isCasedLikeWord(word) && tones.length <= 1 && BUILD.test(toneless);
}

function isCasedLikeWord(word: string): boolean {
  const small = word.toLowerCase();
  return word === small || word === word.toUpperCase() || word.slice(1) === small.slice(1);
}

function parted(word: string): { readonly toneless: string; readonly tones: readonly string[] } {
  const parts = word.toLowerCase().normalize('NFD');
  return { toneless: parts.replace(TONE, '').normalize('NFC'), tones: parts.match(TONE) ?? [] };
}
