import { type Move, stepVariables } from './moves.ts';

/** What moves cost, in whole numbers: a unit of a number costs as much as a choice, a finer step its share of that. */
export interface Costs {
  /** What one unit of a number, or one choice, costs. */
  readonly ofUnit: bigint;
  /** What one step of a step variable costs. */
  readonly ofStep: (variable: number) => bigint;
  /** What so many steps of each move cost, whichever way they go; of a choice any place costs one unit. */
  readonly of: (moved: ReadonlyMap<Move, bigint>) => bigint;
}

/** The costs of the moves of one unit. */
export function costsOf(moves: readonly Move[]): Costs {
  const ofUnit = moves.reduce(
    (most, move) => (move.kind === 'number' && move.stepsPerUnit > most ? move.stepsPerUnit : most),
    1n,
  );
  const steps = new Map<number, bigint>();
  for (const move of moves) {
    if (move.kind === 'value') continue;
    const { down, up } = stepVariables(move);
    const cost = ofUnit / move.stepsPerUnit;
    steps.set(down, cost).set(up, cost);
  }
  const costOf = (move: Move, count: bigint): bigint =>
    move.kind === 'value' ? ofUnit : ((count < 0n ? -count : count) * ofUnit) / move.stepsPerUnit;
  return {
    ofUnit,
    ofStep: (variable) => steps.get(variable) ?? 0n,
    of: (moved) => [...moved].reduce((sum, [move, count]) => sum + costOf(move, count), 0n),
  };
}
