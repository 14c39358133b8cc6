import type { Form, Issue } from '../messages/index.ts';
import { child, entriesOf, type Tree } from './tree.ts';

/** The sections that declare what the rest of a file names. */
const DECLARING: readonly string[] = ['indicators', 'measures', 'criteria', 'classes', 'sources'];
/** How the ids that they declare are written. */
const OF_IDS: ReadonlySet<Form> = new Set(['name', 'criterion-id', 'source-id']);
/** The keys of which a criterion has just one, and `on`, which two of them need. */
const OF_RULES: readonly string[] = ['test', 'bands', 'scale', 'deduct', 'parts', 'on'];
/** The keys of a figure that say what it can be compared with and added to. */
const KIND_OF_FIGURE = /^indicators\.[^.]+\.(type|values)$/;

/**
 * Faults without those that only follow from another: a key that is missing because it is misspelt, and all that is named
 * or added up but not declared because its section or its own id is missing, misspelt, of another form or there twice. Where
 * a figure does not say what kind it is, nothing is known of what it is compared with.
 *
 * @param tree The file.
 */
export function withoutFollowUps(issues: readonly Issue[], tree: Tree): readonly Issue[] {
  const misspelt = new Set(issues.flatMap(pathsMeant));
  const isUndeclared =
    DECLARING.some((section) => misspelt.has(section)) || issues.some((found) => isDeclarationAtFault(found, tree));
  const isOfNoKind = issues.some(isKindAtFault);
  return issues.filter((found) => {
    switch (found.code) {
      case 'criteria/missing-key':
        return !misspelt.has(found.path ?? '');
      case 'criteria/wrong-form':
        return found.args.expected !== 'rule' || !OF_RULES.some((key) => misspelt.has(`${found.path}.${key}`));
      case 'formula/unknown-name':
      case 'criteria/unknown-id':
      case 'criteria/patch-hits-nothing':
      case 'criteria/points-do-not-sum':
        return !isUndeclared;
      case 'criteria/values-misplaced':
        return !misspelt.has(`${found.path}.values`);
      case 'formula/wrong-type':
      case 'formula/mixed-units':
      case 'formula/percent-needed':
      case 'formula/unknown-choice':
      case 'formula/choice-value':
      case 'formula/choice-label':
        return !isOfNoKind;
      default:
        return true;
    }
  });
}

/** Where the keys would stand that an unknown key may have been meant for. */
function pathsMeant(found: Issue): readonly string[] {
  if (found.code !== 'criteria/unknown-key' || found.path === null) return [];
  const above = found.path.slice(0, found.path.length - found.args.key.length);
  return found.args.nearest.map((key) => above + key);
}

function isDeclarationAtFault(found: Issue, tree: Tree): boolean {
  const { path, received } = found;
  switch (found.code) {
    case 'criteria/missing-key':
      return DECLARING.includes(path ?? '');
    case 'criteria/wrong-form':
      return DECLARING.includes(path ?? '') || (OF_IDS.has(found.args.expected) && isIdOfSection(path, received));
    case 'criteria/duplicate-key':
      return DECLARING.some((section) => declares(child(tree, section), found.args));
    default:
      return false;
  }
}

function isKindAtFault({ code, severity, path }: Issue): boolean {
  return code === 'criteria/values-misplaced' || (severity === 'error' && KIND_OF_FIGURE.test(path ?? ''));
}

/** Whether a path leads to the key of an entry of a section, or of a part of a criterion. */
function isIdOfSection(path: string | null, key: string | null): boolean {
  const above = path?.endsWith(`.${key}`) === true ? path.slice(0, path.length - (key ?? '').length - 1) : '';
  return DECLARING.includes(above) || (above.startsWith('criteria.') && above.endsWith('.parts'));
}

/** Whether a section, or the parts of a criterion in it, has the key at the line. */
function declares(section: Tree | null, first: { readonly key: string; readonly line: number }): boolean {
  return entriesOf(section).some(
    ([key, { key: at, value }]) =>
      (key === first.key && at.line === first.line) || declares(child(value, 'parts'), first),
  );
}
