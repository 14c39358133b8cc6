import type { Assessments } from '../../assess/index.ts';
import { type Criterion, fullPoints } from '../../criteria/index.ts';
import { conditionReader, type Finding } from '../../explain/index.ts';
import { PASS, rememberedOfPair, UNKNOWN } from '../../formula/index.ts';

/** What was found for one row of a criterion's test, or of what earns all its points; `null` where it does not apply. */
export function testFinding(assessments: Assessments, criterion: Criterion, row: number): Finding | null {
  return testReader(assessments, criterion)(row);
}

type Reader = (row: number) => Finding | null;

/** A criterion that its condition does not let apply has no finding; while that is open, it has. */
const testReader = rememberedOfPair((assessments: Assessments, criterion: Criterion): Reader => {
  const read = conditionReader(assessments, fullPoints(criterion));
  if (criterion.appliesWhen === null) return read;
  const applies = conditionReader(assessments, criterion.appliesWhen);
  return (row) => {
    const { state } = applies(row);
    return state === PASS || state === UNKNOWN ? read(row) : null;
  };
});
