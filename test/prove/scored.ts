import { compile, earlierColumns, type Program, UNDETERMINED } from '../../src/assess/index.ts';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { readCsv, selectRows, withHistory } from '../../src/data/index.ts';
import { PASS } from '../../src/formula/index.ts';
import { hasError } from '../../src/messages/index.ts';
import type { ClassProofs, Direction, Moves, Proof, Witness } from '../../src/prove/index.ts';
import { writeWitnessCsv } from '../../src/report/index.ts';

/** What a set makes of a unit. */
export interface Verdict {
  readonly class: string | null;
  readonly certified: boolean;
  readonly states: readonly (number | undefined)[];
}

/** Assesses a witness as `score` does: written as a data file, read again, every row of it. */
export function scored(witness: Witness, sets: readonly CriteriaSet[], under: CriteriaSet): Verdict {
  const text = writeWitnessCsv(witness, sets, 'vi');
  const dataset = readCsv({ name: 'witness.csv', text }, under);
  if (hasError(dataset.issues)) throw new Error(`${text}\n${JSON.stringify(dataset.issues)}`);
  const assessor = compile(under);
  // Rows of earlier periods are only looked back on.
  const whole = withHistory(dataset, earlierColumns(assessor.program));
  const assessments = assessor.assess(selectRows(whole, [dataset.rows - 1]));
  // That no class holds can be what a witness shows.
  const faults = assessments.issues.filter(({ code }) => code !== 'criteria/no-class-holds');
  if (hasError(faults)) throw new Error(`${text}\n${JSON.stringify(faults)}`);
  if (assessments.candidates(0).classes.length > 1) throw new Error(`open: ${text}`);
  return {
    class: [...under.classes.keys()][assessments.classes[0] ?? UNDETERMINED] ?? null,
    certified: assessments.certified[0] === PASS,
    states: assessments.states.map((column) => column[0]),
  };
}

/** Everything that a proof shows with a witness and that assessing the witness does not confirm. */
export function unconfirmed(base: Program, revision: Program, proofs: ClassProofs): readonly string[] {
  const sets = [base.set, revision.set];
  const has = (witness: Witness, under: CriteriaSet, id: string | null): boolean => {
    const found = scored(witness, sets, under);
    return id === null ? found.certified : found.class === id;
  };
  const check = (id: string | null, { losing, gaining }: Proof): readonly string[] => [
    ...failing(losing, (witness) => has(witness, base.set, id) && !has(witness, revision.set, id)),
    ...failing(gaining, (witness) => !has(witness, base.set, id) && has(witness, revision.set, id)),
  ];
  return [...[...proofs.classes].flatMap(([id, proof]) => check(id, proof)), ...check(null, proofs.certified)];
}

function failing(moves: Moves, shows: (witness: Witness) => boolean): readonly string[] {
  return moves.kind === 'yes' && !shows(moves.witness) ? [JSON.stringify(moves.witness)] : [];
}

/** The directions of all classes and of the certificate. */
export function directions({ classes, certified }: ClassProofs): Readonly<Record<string, Direction>> {
  return {
    ...Object.fromEntries([...classes].map(([id, { direction }]) => [id, direction])),
    certified: certified.direction,
  };
}
