import { comparisonsIn, type Formula, pointsAsked } from '../formula/index.ts';
import { type Issue, issue, type RuleFault } from '../messages/index.ts';
import { add, compare, equal, exactText, max, type Rational, ZERO } from '../number/index.ts';
import type { Criterion, Step } from './criteria-set.ts';
import { fullPoints } from './full-points.ts';
import type { SetContent } from './read.ts';
import { entryAt, type Path, type Tree } from './tree.ts';

/** A formula of a set, with what it must yield and where it stands. */
export interface Placed {
  readonly formula: Formula;
  readonly expected: 'number' | 'condition';
  readonly path: Path;
}

/** The formulas of a criterion's rule: what they yield must also fit the values of its steps. */
export function ruleFormulas(criterion: Criterion): readonly Placed[] {
  const { id, rule } = criterion;
  const formula = fullPoints(criterion);
  switch (rule.kind) {
    case 'test':
      return [{ formula, expected: 'condition', path: ['criteria', id, 'test'] }];
    case 'bands':
    case 'scale':
      return [{ formula, expected: 'condition', path: ['criteria', id, 'on'] }];
    case 'deduct':
      return [{ formula, expected: 'condition', path: ['criteria', id, 'deduct', 'per'] }];
    case 'group':
      return [{ formula, expected: 'condition', path: ['criteria', id, 'parts'] }];
  }
}

/** Points that do not fit their rule, steps out of order, and sums that are not what they are said to be. */
export function ruleIssues({ criteria, score, classes }: SetContent, tree: Tree): readonly Issue[] {
  const faults = [...criteria.values()].flatMap((criterion) => {
    const fault = ruleFault(criterion, score?.model === 'weighted');
    return fault === null ? [] : [at(criterion, issue('criteria/rule-fault', { criterion: criterion.id, fault }))];
  });
  return [
    ...faults,
    ...weightsOfNothing({ criteria, score }),
    ...groupSums(criteria),
    ...sheetSum({ criteria, score }, tree),
    ...askedInVain({ criteria, score, classes }),
  ];
}

/** A sheet by weight on which nothing weighs: there is no mean of nothing. */
function weightsOfNothing({ criteria, score }: Pick<SetContent, 'criteria' | 'score'>): readonly Issue[] {
  const weighed = [...criteria.values()].filter(({ group, weight }) => group === null && weight !== null);
  const [first] = weighed;
  if (score?.model !== 'weighted' || first === undefined) return [];
  if (weighed.some(({ weight }) => weight !== null && weight.num > 0n)) return [];
  return [at(first, issue('criteria/rule-fault', { criterion: first.id, fault: 'weights-nothing' }))];
}

/** Classes that ask for points where none are earned: they would stay open for ever, whatever the figures are. */
function askedInVain({
  criteria,
  score,
  classes,
}: Pick<SetContent, 'criteria' | 'score' | 'classes'>): readonly Issue[] {
  const earns = score !== null && score.model !== 'count';
  return [...classes.values()].flatMap(({ id, when }) => {
    return (when === null ? [] : comparisonsIn(when)).flatMap(({ left, at: position }) => {
      const asked = pointsAsked(left);
      if (asked === null || (earns && (asked.of === null || criteria.get(asked.of)?.points !== null))) return [];
      const args = { class: id, of: asked.of ?? 'score' };
      return [issue('criteria/no-points-to-ask', args, { position, path: `classes.${id}.when` })];
    });
  });
}

function ruleFault(criterion: Criterion, weighted: boolean): RuleFault | null {
  const { rule, points, mandatory, group, weight } = criterion;
  if (rule.kind !== 'test' && points === null) return 'points-needed';
  if (mandatory && points !== null) return 'mandatory-with-points';
  if (weighted && group === null && points !== null && weight === null) return 'weight-needed';
  if (weighted && points === null && weight !== null) return 'weight-without-points';
  if (rule.kind === 'bands')
    return isOutOfOrder(rule.bands, -1) ? 'bands-not-descending' : pointsFault(rule.bands, points);
  if (rule.kind === 'scale')
    return isOutOfOrder(rule.steps, 1) ? 'scale-not-ascending' : pointsFault(rule.steps, points);
  return null;
}

/** Whether values fail to ascend (1) or descend (−1) strictly. */
function isOutOfOrder(steps: readonly Step[], direction: 1 | -1): boolean {
  return steps.slice(1).some((step, index) => compare(step.at, (steps[index] ?? step).at) !== direction);
}

/** Points that run both ways, or whose best is not that of the criterion. */
function pointsFault(steps: readonly Step[], points: Rational | null): RuleFault | null {
  const turns = steps.slice(1).map((step, index) => compare(step.points, (steps[index] ?? step).points));
  return turns.includes(1) && turns.includes(-1) ? 'points-turn' : mostIs(steps, points);
}

/** The best step must earn all the points there are, and none more. */
function mostIs(steps: readonly Step[], points: Rational | null): RuleFault | null {
  const most = steps.reduce((best, step) => max(best, step.points), ZERO);
  return points !== null && equal(most, points) ? null : 'best-step-not-points';
}

function groupSums(criteria: ReadonlyMap<string, Criterion>): readonly Issue[] {
  return [...criteria.values()].flatMap((criterion) => {
    if (criterion.rule.kind !== 'group' || criterion.points === null) return [];
    const found = wrongSum(criterion.id, criterion.points, partsOf(criterion.rule.parts, criteria));
    return found === null ? [] : [at(criterion, found)];
  });
}

function sheetSum({ criteria, score }: Pick<SetContent, 'criteria' | 'score'>, tree: Tree): readonly Issue[] {
  if (score === null || score.model !== 'points') return [];
  const top = [...criteria.values()].filter(({ group }) => group === null);
  const found = wrongSum('score', score.of, top);
  const position = entryAt(tree, ['score', 'of'])?.value.at ?? null;
  return found === null ? [] : [{ ...found, position, path: 'score.of' }];
}

function wrongSum(of: string, points: Rational, parts: readonly Criterion[]): Issue | null {
  const sum = parts.reduce((total, part) => (part.bonus ? total : add(total, part.points ?? ZERO)), ZERO);
  if (equal(sum, points)) return null;
  const args = { of, sum: exactText(sum), points: exactText(points) };
  return issue('criteria/points-do-not-sum', args, { received: args.points });
}

function partsOf(ids: readonly string[], criteria: ReadonlyMap<string, Criterion>): readonly Criterion[] {
  return ids.flatMap((id) => criteria.get(id) ?? []);
}

function at(criterion: Criterion, found: Issue): Issue {
  return { ...found, position: criterion.at, path: `criteria.${criterion.id}` };
}
