export {
  type ClassProofs,
  createPairProver,
  type Direction,
  type Limits,
  type Moves,
  type PairProver,
  type Proof,
  proveClasses,
} from './classes.ts';
export { createProver, type CriterionReach, type Prover, type Reach } from './prover.ts';
export type { Figure, Witness } from './witness.ts';
export { type WitnessRows, witnessRows } from './witness-rows.ts';
