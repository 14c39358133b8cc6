import type { Proofs } from '../../diff/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { type Moves, type Proof, witnessRows } from '../../prove/index.ts';
import type { Diffed } from '../diffed.ts';

/** The proofs as JSON carries them: every witness as rows of a data file. */
export function proofsResult({ classes: { classes, certified, limits } }: Proofs, diffed: Diffed) {
  return {
    classes: [...classes].map(([id, proof]) => ({ class: id, ...proofResult(proof, diffed) })),
    certified: proofResult(certified, diffed),
    limits,
  };
}

function proofResult({ direction, losing, gaining }: Proof, diffed: Diffed) {
  return { direction, losing: movesResult(losing, diffed), gaining: movesResult(gaining, diffed) };
}

/** A result says the same in every language, the name of a unit that does not exist as well. */
function movesResult(moves: Moves, { base, revision }: Diffed) {
  const name = messagesIn('vi').diff.proofs.exampleUnit;
  return {
    proved: moves.kind,
    witness: moves.kind === 'yes' ? witnessRows(moves.witness, [base, revision], name) : null,
  };
}
