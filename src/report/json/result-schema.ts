import * as z from 'zod';
import { WORDS } from '../../criteria/index.ts';
import { STATE_WORDS } from '../../explain/index.ts';
import { VERDICT_CHANGES } from '../../compare/index.ts';
import { RESULT_FORMAT } from '../results/result.ts';

/*
 * The form of a JSON result. What a result holds is only ever added to, so further keys are allowed everywhere. Exact
 * numbers are texts.
 */

const EXACT = z
  .string()
  .regex(/^-?\d+(\.\d+|\/0*[1-9]\d*)?$/)
  .meta({ id: 'exact_number', description: 'A decimal, or a quotient such as 45/8120.' });
const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);
const COUNT = z.number().int().min(0);
const textOrNull = z.string().nullable();
const words = z.looseObject({ vi: z.string(), en: z.string() });

/** Where a cell stands. */
const place = {
  file: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
  line: COUNT.nullable(),
  column: COUNT.nullable(),
};

const criterion = z.looseObject({
  id: z.string(),
  state: z.enum(STATE_WORDS),
  observed: textOrNull.describe('What settles the criterion; null where it is missing.'),
  operator: z.string().nullable(),
  required: textOrNull,
  margin: EXACT.nullable().describe('How far the observed number is above the line; below it is negative.'),
  points: EXACT.nullable().describe(
    'What is earned; null without points, where the criterion is left out, and while it is open.',
  ),
  cite: textOrNull.describe('The clause of the legal document.'),
  reason: words.optional().describe('The whole criterion in a sentence (explain).'),
});

const change = z.looseObject({
  indicator: z.string(),
  from: z.union([z.string(), z.boolean()]),
  to: z.union([z.string(), z.boolean()]),
});

const changeOfWay = change.extend({ from: change.shape.from.nullable().describe('Null where the figure is missing.') });

const ways = z.looseObject({
  ways: z.array(
    z.looseObject({
      changes: z.array(changeOfWay),
      cost: EXACT.describe('The sum of the units that figures move; missing ones add nothing.'),
      reaches: z.array(z.string()).describe('The class after the changes; several only where figures are missing.'),
    }),
  ),
  exact: z.boolean().describe('Whether it is proved that nothing cheaper was left out.'),
  none: z.enum(['reached', 'no-class', 'nothing-actionable', 'blocked', 'missing', 'not-found']).nullable(),
  blocked: z.array(z.looseObject({ id: z.string(), state: z.enum(['unmet', 'met']), indicators: z.array(z.string()) })),
});

const places = z.looseObject({ from: COUNT, to: COUNT, robust: z.boolean() });
const score = z.looseObject({ value: EXACT.nullable(), min: EXACT, max: EXACT, of: EXACT }).nullable();
const applied = { id: z.string(), sha256: SHA256, readings: z.record(z.string(), z.string()) };

const standing = {
  class: textOrNull,
  candidates: z.array(z.string()),
  certified: z.boolean().nullable(),
  score,
  rank: z.looseObject({ from: COUNT, to: COUNT, of: COUNT }).nullable(),
};

const verdictChanges = z
  .record(z.string(), COUNT)
  .describe('Units by what became of their verdicts; together all units of both sides.');

const slot = z.looseObject({ kind: z.enum(['class', 'undetermined', 'absent']), id: z.string().optional() });
const matrix = z
  .looseObject({
    rows: z.array(slot).describe('Where units stood before.'),
    columns: z.array(slot).describe('Where they stand after.'),
    counts: z.array(z.array(COUNT)),
    rowTotals: z.array(COUNT),
    columnTotals: z.array(COUNT),
    total: COUNT,
  })
  .describe('From class to class: every unit of both sides stands in exactly one cell.');

const outcome = z.looseObject({ state: z.enum(STATE_WORDS), points: EXACT.nullable() }).nullable();
const figure = z.union([z.string(), z.boolean()]).nullable();
const changeOfUnit = z.looseObject({
  verdict: z.enum(VERDICT_CHANGES),
  moved: z
    .boolean()
    .describe(
      'Whether the unit has another class or verdict or, where missing figures leave it open, other classes it can be in.',
    ),
  direction: z.enum(['better', 'worse']).nullable(),
  criteria: z.array(
    z.looseObject({
      id: z.string(),
      was: textOrNull,
      decides: z.boolean().describe('Whether this change moves the unit.'),
      before: outcome,
      after: outcome,
      ruleChanged: z.boolean().nullable(),
      figures: z.array(
        z.looseObject({ indicator: z.string(), periodsAgo: COUNT.optional(), before: figure, after: figure }),
      ),
    }),
  ),
  classRules: z.array(z.string()).nullable().describe('The classes whose condition is another.'),
});

const comparison = z.looseObject({
  with: z
    .looseObject({ kind: z.enum(['real-figures', 'period', 'result']) })
    .describe('What stands before: the real figures of a what-if, another period, or an earlier result.'),
  criteria: z.looseObject(applied).describe('The criteria of what stands before.'),
  period: textOrNull,
  sameCriteria: z.boolean(),
  notForCertification: z.literal(true).optional().describe('Present where what stands before certifies nobody.'),
  verdicts: verdictChanges,
  matrix,
  moved: z
    .array(z.string())
    .describe(
      'The codes of the units that moved: with another class or verdict or, where open, other classes they can be in.',
    ),
  vanished: z.array(z.looseObject({ unit: z.looseObject({ code: z.string(), name: textOrNull }), ...standing })),
});

const assessment = z.looseObject({
  unit: z
    .object({ code: z.string(), name: textOrNull })
    .catchall(textOrNull)
    .describe('Code and name, and the group columns of the data by id.'),
  period: textOrNull,
  class: textOrNull.describe('null while more than one class is possible.'),
  candidates: z.array(z.string()).describe('The classes that the missing figures leave possible.'),
  candidatesExact: z.boolean().describe('Whether every candidate was shown to be possible.'),
  certified: z.boolean().nullable(),
  score,
  rank: z
    .looseObject({ from: COUNT, to: COUNT, of: COUNT })
    .describe('First and last place the unit can take; the same unless figures are missing.'),
  groupRank: z
    .looseObject({ group: textOrNull, from: COUNT, to: COUNT, of: COUNT })
    .optional()
    .describe('The place within the group of the unit (--by).'),
  robustness: z
    .looseObject({
      weights: places.extend({ kept: COUNT.describe('In how many draws the place was the same.') }),
      leaveOneOut: places.extend({ first: textOrNull, last: textOrNull }),
    })
    .optional()
    .describe('First and last place under other weights and without one criterion (--robustness).'),
  criteria: z.array(criterion),
  deciding: z.array(z.string()).describe('The criteria that decide the class.'),
  gates: z
    .array(
      z.looseObject({
        of: textOrNull,
        state: z.enum(STATE_WORDS),
        operator: z.string(),
        bound: EXACT,
        share: z.boolean(),
        points: EXACT.nullable(),
        available: EXACT.nullable(),
      }),
    )
    .optional()
    .describe('Points against bounds: what keeps the unit out of the next better class, or holds it in the best one.'),
  missing: z.array(
    z.looseObject({
      indicator: z.string(),
      periodsAgo: COUNT.optional(),
      ...place,
      provider: words.nullable().describe('The office that owes the figure.'),
      units: z
        .array(z.looseObject({ code: z.string(), name: textOrNull }))
        .optional()
        .describe('Of a figure that is rolled up, the units of the registry below that the data lack.'),
      cells: z
        .array(
          z.looseObject({
            unit: z.looseObject({ code: z.string(), name: textOrNull }),
            ...place,
            because: z
              .enum(['part', 'not-mergeable'])
              .optional()
              .describe(
                'Of a figure that is there: only a part of its unit is here, or no rule says how such figures merge.',
              ),
          }),
        )
        .optional()
        .describe('Of a figure that is made of those of other units, all the cells that leave it open.'),
    }),
  ),
  notes: z.array(words),
  notForCertification: z
    .literal(true)
    .optional()
    .describe('Present where this result certifies nobody or, where units name a period each, not this unit.'),
  ways: z
    .looseObject({ certified: ways, better: ways })
    .optional()
    .describe('The smallest changes that reach a class that certifies, or a better one (explain).'),
  near: z
    .array(change.extend({ class: z.string() }))
    .optional()
    .describe('Figures that one unit more or less would move the unit to another class (explain, --near).'),
  before: z
    .looseObject(standing)
    .nullable()
    .optional()
    .describe('Where the unit stood on the other side (--set, --against); null where it was not there.'),
  change: changeOfUnit.optional().describe('What became of the unit, and why.'),
  underReadings: z
    .array(z.looseObject({ readings: z.record(z.string(), z.string()), ...standing, change: changeOfUnit }))
    .optional()
    .describe('The other readings that would move the unit (--readings).'),
});

const target = z.looseObject({
  until: z.number().int(),
  share: z.enum(['certified']),
  atLeast: EXACT,
  certified: COUNT,
  units: COUNT,
  missing: COUNT.optional().describe('How many of the units are of the registry only: they have no row.'),
  needed: COUNT.describe('The least number of units that makes the share.'),
  stillNeeded: COUNT.describe('How many more units must be certified, were none certified that is open or missing.'),
  stillNeededAtLeast: COUNT.optional().describe(
    'How many more even were all units certified that are open or missing.',
  ),
  met: z.boolean().nullable(),
  cite: textOrNull,
});

const summary = z.looseObject({
  units: COUNT,
  certified: COUNT,
  undetermined: COUNT,
  classes: z.record(z.string(), COUNT).describe('By class; with the undetermined they add up to the units.'),
  shares: z
    .record(z.string(), EXACT)
    .describe('By class: its part of all units, as a quotient where it has no finite decimal.'),
  targets: z.array(target),
  maybeCertified: COUNT.describe('Units whose verdict missing figures leave open.'),
  registered: z
    .looseObject({ units: COUNT, certified: COUNT, maybeCertified: COUNT, certifiedBeside: COUNT, notStated: COUNT })
    .optional()
    .describe(
      'Units that registered to become free of drugs, and how many of them are; certifiedBeside did not register.',
    ),
});

const issue = z.looseObject({
  code: z.string().describe('Names the kind of problem; never changes.'),
  severity: z.enum(['error', 'warning', 'note']),
  position: z
    .looseObject({ file: z.string(), line: COUNT.optional(), column: COUNT.optional(), text: z.string().optional() })
    .nullable(),
  path: textOrNull,
  received: textOrNull.describe('What stood there.'),
  args: z.looseObject({}),
});

/** A whole result, as `xasach score -f json` writes it. */
export const resultSchema = z.looseObject({
  format: z.literal(RESULT_FORMAT),
  engine: z.looseObject({ name: z.literal('xasach'), version: z.string() }),
  criteria: z.looseObject({
    id: z.string(),
    status: z.enum(WORDS.status),
    sha256: SHA256,
    readings: z.record(z.string(), z.string()),
    missing: z.array(words).optional().describe('What a partial document lacks.'),
  }),
  notForCertification: z
    .literal(true)
    .optional()
    .describe(
      'Present where the criteria are not in force, or were not when the period ended, and on a what-if: nobody is certified by this result.',
    ),
  period: textOrNull,
  options: z.record(z.string(), z.string()),
  files: z
    .array(z.looseObject({ option: z.string(), name: z.string(), sha256: SHA256 }))
    .optional()
    .describe("Files beside the data that the result hangs on: criteria of one's own, overlays, maps, registries."),
  inputs: z.array(z.looseObject({ name: z.string(), sha256: SHA256, rows: COUNT })),
  summary,
  groups: z
    .looseObject({
      by: z.string().describe('The column.'),
      label: words,
      groups: z.array(
        summary.extend({
          period: textOrNull,
          value: textOrNull.describe('Text of the data, yes or no, or the id of a choice; null where nothing is said.'),
        }),
      ),
    })
    .optional()
    .describe('The units by the values of a column (--by); groups add up to all units.'),
  robustness: z
    .looseObject({
      samples: COUNT,
      seed: COUNT,
      percent: COUNT.describe('Weights are multiplied by 100 − percent to 100 + percent per cent, in whole per cents.'),
      generator: z.string(),
      leftOut: z.array(z.string()),
      robust: z.looseObject({ weights: COUNT, leaveOneOut: COUNT, of: COUNT }),
    })
    .optional()
    .describe('How places were tried under other weights (--robustness).'),
  comparison: comparison.optional().describe('What the result is held against (--set, --against).'),
  otherReadings: z
    .array(
      z.looseObject({
        readings: z.record(z.string(), z.string()),
        differs: z.array(z.string()),
        verdicts: verdictChanges,
        matrix,
        moved: z.array(z.string()),
      }),
    )
    .optional()
    .describe('The same units under the readings that were not chosen (--readings).'),
  assessments: z.array(assessment).describe('In the order of the data.'),
  issues: z.array(issue),
});

/**
 * The JSON Schema of a result, for programs that read it.
 *
 * @returns A draft-7 schema; the same for the same version of xasach.
 * @example resultJsonSchema().type // 'object'
 */
export function resultJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { ...z.toJSONSchema(resultSchema, { target: 'draft-7' }), title: 'xasach result' };
}
