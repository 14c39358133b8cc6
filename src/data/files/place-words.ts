/**
 * Words of the official names of provinces and communes, of today and of before 2025, that are no syllables of
 * Vietnamese: they come from other languages of the country.
 */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  `đakrông avương êê dêê đắk lắk đăk ngọk pék plô plông đal đak sơmei păh khươl krái sró krêl dơk pnôn prông tôr púch
   pưh hrú drăng khăl rốk rvê nuôl cuôr krông búk pơng drông dliê knốp păl drắk knuếc bhăng kmăl jút sắk tẻh miầu
   anông atiêng bhalêê jơ zà zuôih pơơ vàl blà xiêr lơng khơng adơk bă grăng dêr dơng yă djrăng kriêng piơr măih hlốp
   hbông blứ kdăm mrơn broăi trôk chrôh pơnan băh rtô rsươm rcăm êbur jlơi pốk kuêh mnông đing drơng kbô tóh púk dăh
   klông đar kmút króa drăm yông kuăng yiêng êwi bhốk drênh drót sôr choáh drô đir môl tíh đambri srônh mađaguôi
   nguơn`.split(/\s+/),
);
