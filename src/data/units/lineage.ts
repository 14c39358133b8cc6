import { type Issue, issue, type Portion, type Result, unlessFaulty } from '../../messages/index.ts';
import { type Record, type RecordColumn, readRecords } from '../files/records.ts';
import { gatherFindings } from '../findings.ts';
import { grouped } from '../group-by.ts';

/** One former unit's contribution to a unit of today. */
export interface Descent {
  readonly old: string;
  readonly new: string;
  readonly portion: Portion;
  /** How much of the former unit's people came with it: none where all of them went elsewhere. */
  readonly people: 'whole' | 'part' | 'none';
}

/** From the units of before a reform to those after it. */
export interface Lineage {
  readonly file: string;
  /** By former code. */
  readonly successors: ReadonlyMap<string, readonly Descent[]>;
  /** By code of today. */
  readonly predecessors: ReadonlyMap<string, readonly Descent[]>;
  /** The names of former units, where the file has them: codes are given anew, so a name is worth a check. */
  readonly oldNames: ReadonlyMap<string, string>;
  readonly newNames: ReadonlyMap<string, string>;
}

const PORTIONS: readonly Portion[] = ['whole', 'part', 'population'];
const optional = (id: string, vi: string, en: string): RecordColumn => ({
  id,
  label: { vi, en },
  aliases: [],
  required: false,
});
const required = (id: string, vi: string, en: string): RecordColumn => ({ ...optional(id, vi, en), required: true });
const LINEAGE_COLUMNS: readonly RecordColumn[] = [
  required('old_code', 'Mã cũ', 'Old code'),
  optional('old_name', 'Tên cũ', 'Old name'),
  required('new_code', 'Mã mới', 'New code'),
  optional('new_name', 'Tên mới', 'New name'),
  required('share', 'Phần', 'Share'),
];

interface Pair {
  readonly old: string;
  readonly new: string;
  readonly portion: Portion;
}

/**
 * Reads a lineage: which former unit went where, and how much of it.
 *
 * @param text CSV text with the columns old_code, new_code, share (`whole`; `part`; `population`: all people, part of the
 *   area) and, where known, old_name and new_name.
 * @param file Its name, for messages.
 * @returns The lineage, or what is wrong with the text.
 * @example
 * const lineage = parseLineage('old_code,new_code,share\n00001,00004,whole\n', 'lineage.csv');
 * const part = readCsv({ name: 'a.csv', text: 'code;people;addicts\n00001;8120;0' }, set, { isPart: true });
 * lineage.ok && assemble([part], set, { lineage: lineage.value }).units.code; // ['00004']
 */
export function parseLineage(text: string, file: string): Result<Lineage> {
  const records = readRecords(file, text, LINEAGE_COLUMNS);
  if (!records.ok) return records;
  const findings = gatherFindings();
  const pairs: Pair[] = [];
  const lines = new Map<string, number>();
  for (const record of records.value) {
    const pair = { old: record.get('old_code'), new: record.get('new_code'), portion: portionOf(record) };
    const key = `${pair.old}\n${pair.new}`;
    const fault = faultOf(pair, record, lines.get(key));
    if (fault !== null) findings.add(fault);
    else if (pair.portion !== null) pairs.push({ ...pair, portion: pair.portion });
    lines.set(key, record.line);
  }
  const names = (code: string, name: string): ReadonlyMap<string, string> =>
    new Map(records.value.flatMap(({ get }) => (get(name) === '' ? [] : [[get(code), get(name)]])));
  const lineage = {
    file,
    ...linked(pairs),
    oldNames: names('old_code', 'old_name'),
    newNames: names('new_code', 'new_name'),
  };
  return unlessFaulty(lineage, findings.list());
}

function portionOf({ get }: Record): Portion | null {
  return PORTIONS.find((portion) => portion === get('share')) ?? null;
}

function faultOf(
  pair: { readonly old: string; readonly new: string; readonly portion: Portion | null },
  record: Record,
  firstLine: number | undefined,
): Issue | null {
  for (const id of ['old_code', 'new_code']) {
    if (record.get(id) === '') return issue('data/missing-code', { header: id }, { position: record.at(id) });
  }
  if (pair.portion === null) {
    return issue(
      'lineage/unknown-share',
      { known: PORTIONS },
      { position: record.at('share'), received: record.get('share') },
    );
  }
  if (firstLine === undefined) return null;
  return issue('lineage/pair-twice', { old: pair.old, new: pair.new, firstLine }, { position: record.at('old_code') });
}

function linked(pairs: readonly Pair[]): Pick<Lineage, 'successors' | 'predecessors'> {
  const byOld = grouped(pairs, (pair) => pair.old);
  const descents = [...byOld.values()].flatMap((siblings) => siblings.map((pair) => descentOf(pair, siblings)));
  return {
    successors: grouped(descents, (descent) => descent.old),
    predecessors: grouped(descents, (descent) => descent.new),
  };
}

/** A unit cannot be whole in two places: where a table says so, neither has all of it. */
function descentOf({ old, new: code, portion }: Pair, siblings: readonly Pair[]): Descent {
  const divided = siblings.length > 1;
  const homes = siblings.filter((pair) => pair.portion === 'population').length;
  const stated = divided && portion === 'whole' ? 'part' : portion;
  const people = (): Descent['people'] => {
    if (stated === 'whole') return 'whole';
    if (homes !== 1) return 'part';
    return stated === 'population' ? 'whole' : 'none';
  };
  return { old, new: code, portion: stated, people: people() };
}
