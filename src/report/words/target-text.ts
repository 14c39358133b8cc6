import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { integer } from '../../number/index.ts';
import type { TargetProgress } from '../../rank/index.ts';
import { mayCertify } from '../certification.ts';
import { harmless } from '../plain/harmless.ts';
import { countText, shownNumber } from '../plain/numbers.ts';
import type { Scored } from '../scored.ts';
import { lackingText } from './lacking-text.ts';
import { quotientText } from './share-text.ts';

/** How far a target is reached, and which document sets it. */
export function targetText(progress: TargetProgress, set: CriteriaSet, lang: Lang): string {
  const { target, certified, needed, met } = progress;
  const share = shownNumber(target.atLeast, { lang, percent: true, lines: [integer(1)] });
  const text = messagesIn(lang).report.target({
    until: target.until,
    share,
    needed: countText(needed, lang),
    stillNeeded: lackingText(progress, lang),
    certified: countText(certified, lang),
    met,
    missing: missingUnitsCount(progress, lang),
  });
  const document = target.cite === null ? undefined : set.sources.get(target.cite.source)?.document[lang];
  return document === undefined ? text : `${text} (${harmless(document)})`;
}

/** How many units of the registry have no row; `null` where none lacks. */
export function missingUnitsCount({ missing }: Pick<TargetProgress, 'missing'>, lang: Lang): string | null {
  return missing === 0 ? null : countText(missing, lang);
}

/** The same as a remark. */
export function missingUnitsText(progress: Pick<TargetProgress, 'missing'>, lang: Lang): string | null {
  const count = missingUnitsCount(progress, lang);
  return count === null ? null : messagesIn(lang).report.missingUnits(count);
}

/** Registered against achieved; `null` where the data do not say who registered. */
export function registeredText(scored: Scored, lang: Lang): string | null {
  const { registered } = scored.summary;
  if (registered === null) return null;
  const { units, certified, maybeCertified, certifiedBeside, notStated } = registered;
  const unlessNone = (count: number): string | null => (count === 0 ? null : countText(count, lang));
  return messagesIn(lang).report.groups.registeredLine({
    units: countText(units, lang),
    certified: quotientText(certified, units, lang),
    maybeCertified: unlessNone(maybeCertified),
    certifiedBeside: countText(certifiedBeside, lang),
    notStated: unlessNone(notStated),
    official: mayCertify(scored),
  });
}
