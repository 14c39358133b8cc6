import * as z from 'zod';
import { WORDS } from '../../criteria/index.ts';
import { CHANGE_IDS, DIRECTIONS, LEVELS } from '../../diff/index.ts';
import { DIFF_FORMAT } from './diff-json.ts';

/* The form of a JSON diff. What it holds is only ever added to, so further keys are allowed everywhere. */

const COUNT = z.number().int().min(0);
const textOrNull = z.string().nullable();
const words = z.looseObject({ vi: z.string(), en: z.string() });
const ids = z.array(z.string());

const set = z.looseObject({
  id: z.string(),
  status: z.enum(WORDS.status),
  unit: z.enum(WORDS.unit),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  readings: z.record(z.string(), z.string()),
  notForCertification: z
    .literal(true)
    .optional()
    .describe(
      'The results by this set on the data certify nobody: it is not in force, or was not when their period ended.',
    ),
});

const value = z
  .looseObject({
    text: words.describe('As the file writes it.'),
    at: z.looseObject({ file: z.string(), line: COUNT.nullable(), column: COUNT.nullable() }).nullable(),
  })
  .nullable();

const DIRECTION = z.enum(DIRECTIONS);

const change = z.looseObject({
  id: z.enum(CHANGE_IDS).describe('The kind of change; never renamed.'),
  path: z.string().describe('The node, by its id in the revision where it is still there.'),
  subject: z.looseObject({ kind: z.string(), ids, label: words.nullable() }),
  before: value,
  after: value,
  cite: textOrNull.describe('The clause cited, in the revision where it is still cited.'),
  office: words.nullable().describe('The office that the change gives something to do.'),
  direction: DIRECTION.describe('stricter: no unit can come out better, some may come out worse.'),
  basis: z.enum(['derived', 'proved']),
  classes: z.array(z.looseObject({ class: z.string(), effect: z.enum(['wider', 'narrower', 'either']) })),
  level: z.enum(LEVELS),
  concerns: z.enum(['units', 'offices', 'authority', 'readers']),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('Of kind, path, old and new value: the same wherever in the file they stand.'),
  accepted: z.looseObject({ reason: z.string(), until: z.string() }).nullable(),
});

const standing = z
  .looseObject({
    class: textOrNull.describe('null while missing figures leave it open.'),
    candidates: ids,
    certified: z.boolean().nullable(),
    score: z.looseObject({ value: z.string().nullable(), min: z.string(), max: z.string(), of: z.string() }).nullable(),
    rank: z.looseObject({ from: COUNT, to: COUNT, of: COUNT }).nullable(),
  })
  .nullable();
const pair = z.looseObject({ code: z.string(), name: textOrNull, before: standing, after: standing });
const totals = z.looseObject({ units: COUNT, certified: COUNT, classes: z.record(z.string(), COUNT) });

const impact = z.looseObject({
  period: textOrNull,
  units: COUNT,
  missing: z.looseObject({ base: ids, revision: ids }).describe('Indicators that one set needs and the data have not.'),
  totals: z.looseObject({ before: totals, after: totals }),
  matrix: z
    .looseObject({
      rows: z.array(textOrNull),
      columns: z.array(textOrNull),
      counts: z.array(z.array(COUNT)),
    })
    .describe('Units from class (rows) to class (columns); null is undetermined.'),
  moved: z
    .array(
      pair.extend({
        direction: z.enum(['better', 'worse']).nullable(),
        deciding: z.looseObject({ before: ids, after: ids }),
        changes: z.array(ids).describe('The smallest sets of changes, by fingerprint, each of which moves the unit.'),
        exact: z.boolean().describe('Whether no smaller set does.'),
      }),
    )
    .describe('Every unit with another class or verdict.'),
  held: z
    .array(z.looseObject({ code: z.string(), name: textOrNull, changes: ids }))
    .describe('Units that one change alone would move and others hold.'),
  rankMoves: z.array(pair).describe('Units with the same class and another place.'),
  alone: z
    .array(z.looseObject({ change: z.string(), units: ids }))
    .describe('By change: the codes of the units that it moves when it is the only one made.'),
  idle: ids.describe('Changes that move nobody.'),
});

const moves = z.looseObject({
  proved: z.enum(['yes', 'no', 'unproved']),
  witness: z
    .looseObject({ header: ids, rows: z.array(ids), period: z.string() })
    .nullable()
    .describe('A unit that shows it, as the rows of a data file that score can run.'),
});
const proof = z.looseObject({
  direction: z.enum(['same', 'stricter', 'looser', 'neither', 'unproved']),
  losing: moves,
  gaining: moves,
});
const proofs = z.looseObject({
  classes: z.array(proof.extend({ class: z.string() })),
  certified: proof,
  limits: z.looseObject({ clashes: ids, narrowed: ids, apart: ids, rolledUp: z.boolean() }),
});

const link = z.looseObject({ base: ids, revision: ids });

/** What `xasach diff -f json` writes. */
export const diffSchema = z.looseObject({
  format: z.literal(DIFF_FORMAT),
  engine: z.looseObject({ name: z.literal('xasach'), version: z.string() }),
  base: set,
  revision: set,
  acrossFamilies: z.boolean(),
  summary: z.looseObject({
    changes: COUNT,
    directions: z.looseObject({ stricter: COUNT, looser: COUNT, either: COUNT, none: COUNT }),
    accepted: COUNT,
  }),
  changes: z.array(change),
  crosswalk: z
    .looseObject({
      criteria: z.array(link),
      indicators: z.array(link),
      proposals: z.array(
        z.looseObject({ kind: z.enum(['criterion', 'indicator', 'class']), base: z.string(), revision: z.string() }),
      ),
    })
    .describe('What goes on under another id; proposals are likely renames that nobody declared.'),
  proofs: proofs.nullable().describe('Over all possible data (--prove); null where it was not asked for.'),
  impact: impact.nullable().describe('On the data of --data; null without.'),
  issues: z.array(z.looseObject({ code: z.string(), severity: z.enum(['error', 'warning', 'note']) })),
});

/** The JSON Schema of a diff. */
export function diffJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(diffSchema, { target: 'draft-7' });
  return { ...schema, title: 'xasach diff' };
}
