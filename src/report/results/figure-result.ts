import type { Figure } from '../../explain/index.ts';
import { exactText } from '../../number/index.ts';

/** A figure as results carry it: a number as an exact decimal, a choice by its id. */
export function figureResult(figure: Figure): string | boolean {
  switch (figure.kind) {
    case 'number':
      return exactText(figure.value);
    case 'boolean':
      return figure.value;
    case 'choice':
      return figure.id;
    default:
      return figure satisfies never;
  }
}
