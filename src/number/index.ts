export { decimalPlaces, exactText, parseDecimal, round, type RoundingMode, toFixed } from './decimal.ts';
export * from './rational.ts';
