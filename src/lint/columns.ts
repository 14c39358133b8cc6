import type { Indicator, Path } from '../criteria/index.ts';
import { canonicalKey, knownColumns } from '../data/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** What happened over a period and is said, without a reason, to be lowered by work on the ground. */
export function actionablePeriod(subject: Subject): readonly Issue[] {
  return [...subject.set.indicators.values()].flatMap(({ id, measured, actionable, actionableBecause = null }) =>
    measured !== 'period' || actionable === null || actionable === 'up' || actionableBecause !== null
      ? []
      : [
          issue(
            'lint/actionable-period',
            { indicator: id },
            placeAt(subject, ['indicators', id, 'actionable'], 'value'),
          ),
        ],
  );
}

/** Headers that stand for two columns. */
export function headerCollision(subject: Subject): readonly Issue[] {
  const { set } = subject;
  const owners = new Map<string, string>();
  for (const { id, label, aliases } of knownColumns(set)) {
    if (set.indicators.has(id)) continue;
    for (const header of [id, label.vi, label.en, ...aliases]) owners.set(canonicalKey(header), id);
  }
  // As when data is read: an id wins over a label, a label over an alias.
  return ['id', 'label', 'aliases'].flatMap((kind) =>
    [...set.indicators.values()].flatMap((indicator) =>
      indicator.rollup !== null
        ? []
        : headersOf(indicator, kind).flatMap(({ header, path }) => {
            const key = canonicalKey(header);
            const other = owners.get(key);
            if (other === undefined) owners.set(key, indicator.id);
            if (other === undefined || other === indicator.id) return [];
            const args = { indicator: indicator.id, header, other };
            return [issue('lint/header-collision', args, placeAt(subject, path, kind === 'id' ? 'key' : 'value'))];
          }),
    ),
  );
}

function headersOf(
  { id, label, aliases }: Indicator,
  kind: string,
): readonly { readonly header: string; readonly path: Path }[] {
  const path: Path = ['indicators', id];
  if (kind === 'id') return [{ header: id, path }];
  if (kind === 'aliases') return aliases.map((header, index) => ({ header, path: [...path, kind, index] }));
  const texts = label.vi === label.en ? [label.vi] : [label.vi, label.en];
  return texts.map((header) => ({ header, path: [...path, kind] }));
}
