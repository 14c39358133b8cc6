export { decimalPlaces, exactText, finitePlaces, parseDecimal, round, type RoundingMode, toFixed } from './decimal.ts';
export { type GroupedNumber, groupedNumber, plainNumber, unmistakable } from './thousands.ts';
export * from './rational.ts';
