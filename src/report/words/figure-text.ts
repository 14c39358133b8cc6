import type { CriteriaSet, Indicator } from '../../criteria/index.ts';
import type { Figure } from '../../explain/index.ts';
import { type Lang, numberText, percentText } from '../../messages/index.ts';
import { exactText, integer, multiply, type Rational } from '../../number/index.ts';
import { valueLabel, yesOrNo } from './finding-text.ts';

/** A figure for people, exactly: what is to be done or was done must not be rounded. */
export function figureText(
  figure: Figure,
  indicator: Indicator | undefined,
  { set, lang }: { readonly set: CriteriaSet; readonly lang: Lang },
): string {
  switch (figure.kind) {
    case 'number':
      return exactNumber(figure.value, indicator, lang);
    case 'boolean':
      return yesOrNo(figure.value, lang);
    case 'choice':
      return valueLabel(set, indicator?.id ?? '', figure.id, lang);
    default:
      return figure satisfies never;
  }
}

/** A number of an indicator with all its decimals. */
export function exactNumber(value: Rational, indicator: Indicator | undefined, lang: Lang): string {
  if (indicator?.type === 'percent') return percentText(exactText(multiply(value, integer(100))), lang);
  return numberText(exactText(value), lang);
}
