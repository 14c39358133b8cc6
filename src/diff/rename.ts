import type { Formula, Name } from '../formula/index.ts';

/** New names by old ones; what is not in it keeps its name. */
export type Renames = ReadonlyMap<string, string>;

/** A formula with its names exchanged: a renamed criterion or indicator is no change of the formulas that name it. */
export function renamed(formula: Formula, names: Renames): Formula {
  const inside = (part: Formula): Formula => renamed(part, names);
  switch (formula.kind) {
    case 'number':
      return formula;
    case 'name':
      return renamedName(formula, names);
    case 'negate':
    case 'not':
    case 'in':
      return { ...formula, operand: inside(formula.operand) };
    case 'arithmetic':
    case 'compare':
      return { ...formula, left: inside(formula.left), right: inside(formula.right) };
    case 'call':
      return { ...formula, args: formula.args.map(inside) };
    case 'all':
    case 'any':
    case 'at_least':
      return { ...formula, of: formula.of.map(inside) };
  }
}

function renamedName(name: Name, names: Renames): Name {
  const to = names.get(name.name);
  return to === undefined ? name : { ...name, name: to };
}
