import * as z from 'zod';
import type { Form } from '../messages/index.ts';
import { FORMS, isCalendarDate, isCalendarDay } from './forms.ts';
import { WORDS } from './keywords.ts';

/*
 * The form of a criteria file. Numbers reach this schema as the text that was written, so that 0.1 stays 0.1. The `error`
 * of a piece is the name of a `Form`: the sentence a person reads is made from it in `messages`.
 */

const NUMBER_OR_TEXT = { type: ['number', 'string'] } as const;

function text(form: Form & keyof typeof FORMS): z.ZodString {
  return z.string({ error: form }).regex(FORMS[form], { error: form });
}

const named = (form: Form) => ({ error: form });
const prose = z.string(named('text')).min(1, named('text'));
const words = z
  .union([prose, z.strictObject({ vi: prose, en: prose })], named('words'))
  .meta({ id: 'words', description: 'A text in Vietnamese and English; one text alone stands for both.' });
const flag = z.boolean(named('boolean'));
const date = text('date')
  .refine(isCalendarDate, named('date'))
  .meta({ id: 'date', description: 'A date, YYYY-MM-DD.' });
const monthDay = text('month-day')
  .refine(isCalendarDay, named('month-day'))
  .meta({ id: 'month_day', description: 'A day of the year, MM-DD.' });
const decimal = text('decimal').meta({
  id: 'decimal',
  ...NUMBER_OR_TEXT,
  description: 'An exact decimal, with a percent sign where meant.',
});
const amount = text('amount').meta({
  id: 'amount',
  ...NUMBER_OR_TEXT,
  description: 'An exact decimal from 0 up.',
});
const cite = text('cite').meta({ id: 'cite', description: 'The source and the clause: qd28 Đ4.k1.a.' });
const name = text('name');
const formula = prose.meta({ id: 'formula', description: 'A formula: (filed_addicts + filed_users) / residents.' });

const condition: z.ZodType = z
  .lazy(() =>
    z.union(
      [
        prose,
        z.strictObject({ all: parts }),
        z.strictObject({ any: parts }),
        z.strictObject({ not: condition }),
        z.strictObject({ at_least: text('whole-number').meta({ type: ['integer', 'string'] }), of: parts }),
      ],
      named('condition'),
    ),
  )
  .meta({
    id: 'condition',
    description: 'A formula or the id of a criterion; or all, any, not, at_least … of further conditions.',
  });

const parts = z
  .lazy(() => z.union([z.array(condition), z.record(z.string(), condition)], named('parts')))
  .meta({
    id: 'parts',
    description: 'A list of conditions, or a map of named conditions that a reading can change one by one.',
  });

const source = z.strictObject({
  document: words.describe('Number and kind of the document: 28/2025/QĐ-TTg; of what has no number, a description.'),
  date: date.optional(),
  issuer: prose.optional().describe('Who issued it.'),
  url: text('url').optional().describe('Where the official text is.'),
});

const mergeParts = z.strictObject({
  by: z.enum(WORDS.merge),
  of: z.enum(WORDS.mergeOf).optional().describe('people: the figure goes where all people of a unit went.'),
  bounds: flag.optional().describe('A figure of which a part was handed on bounds the new one.'),
});

const indicator = z.strictObject({
  label: words,
  type: z
    .enum(WORDS.type)
    .describe('count: whole numbers; decimal; percent; boolean: yes or no; choice: one of `values`.'),
  unit: words.optional().describe('The noun or unit after a number; of a decimal also its dimension.'),
  min: decimal.optional().describe('Smallest sound value; 0 when left out.'),
  max: decimal.optional().describe('Largest sound value.'),
  values: z.record(name, words, named('map')).optional().describe('The values of a choice and their labels.'),
  measured: z.enum(WORDS.measured).optional().describe('At the end of the period, or over it.'),
  provider: words.optional().describe('The office that owes the figure.'),
  aliases: z.array(prose, named('list')).optional().describe('Further headers under which the column is known.'),
  words: z
    .record(prose, decimal, named('map'))
    .optional()
    .describe('Words that stand for a number in the column, as it would be written there: { "không": 0 }.'),
  was: name.optional().describe('The indicator of an earlier version that this one continues.'),
  rollup: prose
    .optional()
    .describe(
      'How the figure is made from the units below: sum(x), sum(x, c) of those units for which c holds, count(c), share(c), any(c), all(c), min(x), max(x).',
    ),
  actionable: z.enum(WORDS.actionable).optional().describe('Which way work on the ground can change the figure.'),
  actionable_because: words.optional().describe('Why a figure over the period can still be changed within it.'),
  merge: z
    .union([z.enum(WORDS.merge), mergeParts], named('merge'))
    .optional()
    .describe('How the figures of units that became one merge; counts are added when left out.'),
});

const measure = z.strictObject({ label: words, formula, show: z.enum(WORDS.show).optional() });

const check = z.strictObject({
  rule: condition.describe('What sound data satisfies.'),
  message: words.describe('What to tell when it does not hold.'),
  severity: z.enum(WORDS.severity).optional(),
});

const steps = z.array(z.tuple([decimal, decimal], named('pair')), named('list')).min(1, named('list'));

/** Exactly one rule, and `on` with the rules that need it. */
function hasOneRule(criterion: Readonly<Record<string, unknown>>): boolean {
  const rules = ['test', 'bands', 'scale', 'deduct', 'parts'].filter((key) => criterion[key] !== undefined);
  const needsOn = rules[0] === 'bands' || rules[0] === 'scale';
  return rules.length === 1 && (criterion['on'] !== undefined) === needsOn;
}

const criterion: z.ZodType = z
  .lazy(() =>
    z
      .strictObject(
        {
          title: words,
          cite: cite.optional(),
          provider: words.optional().describe('The office responsible.'),
          was: text('criterion-id').optional().describe('The criterion of an earlier version that this one continues.'),
          mandatory: flag.optional().describe('A class that certifies may need all mandatory criteria.'),
          applies_when: condition.optional().describe('When the criterion applies; always when left out.'),
          not_applicable: z.enum(WORDS.notApplicable).optional().describe('What it counts as where it does not apply.'),
          points: amount.optional().describe('The most it earns.'),
          bonus: flag.optional().describe('Points on top of what can be earned.'),
          weight: amount.optional().describe('How much it counts in the model weighted.'),
          test: condition.optional().describe('When the criterion is met: all its points, or none.'),
          on: formula.optional().describe('The number that bands or scale look at.'),
          bands: steps.optional().describe('[from this value on, points], the highest value first.'),
          scale: steps.optional().describe('[value, points] in ascending order; straight lines between.'),
          deduct: z
            .strictObject({
              each: amount.describe('Points less for each unit.'),
              per: formula.describe('How many units.'),
              floor: decimal.optional().describe('Never fewer points than this; 0 when left out.'),
              most: amount.optional().describe('At most so many points less.'),
            })
            .optional(),
          parts: z.record(text('criterion-id'), criterion, named('map')).optional().describe('The items of a group.'),
          cap: amount.optional().describe('The most a group earns, bonus included.'),
        },
        named('map'),
      )
      .refine(hasOneRule, named('rule')),
  )
  .meta({ id: 'criterion', description: 'A requirement, an item of a points sheet, or a group of items.' });

const classSchema = z.strictObject({
  label: words,
  certifies: flag.optional().describe('Whether a unit of this class is certified.'),
  when: condition.describe('When a unit is of this class; `otherwise` for all that is left.'),
  cite: cite.optional(),
});

const remark = z.strictObject({
  when: condition.describe('When the note is added to a result.'),
  class: name.optional().describe('Only for units of this class.'),
  message: words,
  cite: cite.optional(),
});

const rounding = z.strictObject({
  to: text('step').meta(NUMBER_OR_TEXT).describe('The step: 0.1.'),
  mode: z.enum(WORDS.rounding),
});

const score = z
  .strictObject({
    model: z
      .enum(WORDS.model)
      .describe(
        'count: one point for each criterion of a list that is met; points: the sum; weighted: shares by weight.',
      ),
    of: z
      .union([z.array(prose, named('list')).min(1, named('list')), decimal], named('score'))
      .describe('With count, ids of criteria; else the most that can be earned.'),
    round: rounding.optional().describe('How the total is rounded; exact when left out.'),
  })
  .refine(({ model, of }) => (model === 'count') === Array.isArray(of), named('score'));

const rankKey = z.strictObject({
  by: prose.describe('class, score, or the id of a measure or indicator.'),
  order: z.enum(WORDS.order).optional().describe('Which end comes first.'),
  best: z
    .array(prose, named('list'))
    .optional()
    .describe('With by: class, the ids of classes, best first; those not named follow in file order.'),
});

const target = z.strictObject({
  until: text('year')
    .meta({ type: ['integer', 'string'] })
    .describe('By the end of this year.'),
  share: z.enum(['certified']),
  at_least: text('share').meta(NUMBER_OR_TEXT).describe('A share of the units: 20%.'),
  cite: cite.optional(),
});

const patches = z.record(z.string(), z.unknown(), named('map')).optional();
const list = z.array(z.unknown(), named('list')).optional();
// Another word is told of the set that the answer is laid on, as what is wrong within a patch.
const equals = z.unknown().meta({ enum: WORDS.ties }).optional();

const option = z
  .strictObject(
    {
      label: words.optional().describe('The answer in words.'),
      indicators: patches,
      measures: patches,
      criteria: patches,
      classes: patches,
      score: patches,
      checks: list,
      remarks: list,
      rank: list,
      ties: equals,
      targets: list,
    },
    named('map'),
  )
  .describe('What this answer changes: maps merge by id, texts and lists replace, an empty value removes.');

const reading = z.strictObject({
  question: words,
  cite: cite.optional(),
  default: name.describe('The option that holds when none is chosen.'),
  options: z.record(name, option, named('map')),
});

const header = {
  family: text('family').describe('What the versions have in common: vn-drug-free.'),
  version: text('version').describe('In quotes: "2025".'),
  status: z.enum(WORDS.status).describe('Only in-force certifies.'),
  title: words,
  unit: z.enum(WORDS.unit).describe('The level of the units assessed.'),
  effective: z.strictObject({ from: date, to: date.optional() }).describe('First and last day in force.'),
  reviewed: date.optional().describe('When somebody last checked that this still is the law.'),
  period: z
    .strictObject({ kind: z.enum(['year']), from: monthDay, to: monthDay })
    .describe('The yearly period of assessment.'),
};

/** The part of a file that says which set it is and when it holds. */
export const headerSchema = z.object(header);

/** One criteria file. */
export const criteriaSchema = z.strictObject(
  {
    ...header,
    extends: prose.optional().describe('The set this one changes, as family@version; only what differs is written.'),
    from: z
      .strictObject({
        set: prose.describe('The set of the units below.'),
        group: name.describe('The column that groups them.'),
      })
      .optional()
      .describe('For a set above another: where its figures come from.'),
    missing: z.array(words, named('list')).optional().describe('What a partial document lacks.'),
    notes: z.array(words, named('list')).optional().describe('What a reader of results should know.'),
    sources: z.record(text('source-id'), source, named('map')).optional().describe('The documents that are cited.'),
    indicators: z.record(name, indicator, named('map')).describe('The columns of the data file.'),
    measures: z.record(name, measure, named('map')).optional().describe('Named formulas.'),
    checks: z.array(check, named('list')).optional().describe('What sound data satisfies.'),
    criteria: z.record(text('criterion-id'), criterion, named('map')),
    classes: z.record(name, classSchema, named('map')).describe('In order: the first that holds is the class.'),
    remarks: z.array(remark, named('list')).optional().describe('Notes added to a result when they hold.'),
    score: score.optional(),
    rank: z.array(rankKey, named('list')).optional().describe('The order of units, first key first.'),
    ties: z
      .enum(WORDS.ties)
      .optional()
      .describe(
        'Units that are equal on all keys of rank: competition (1-2-2-4), when left out; dense (1-2-2-3); ordinal (1-2-3-4, told apart by code).',
      ),
    readings: z
      .record(name, reading, named('map'))
      .optional()
      .describe('Ambiguous clauses: one question each, with named answers.'),
    targets: z.array(target, named('list')).optional(),
  },
  named('map'),
);

/**
 * The JSON Schema of a criteria file, for editors.
 *
 * @returns A draft-7 schema; the same for the same version of xasach.
 * @example criteriaJsonSchema().type // 'object'
 */
export function criteriaJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(criteriaSchema, { target: 'draft-7' });
  return { ...schema, title: 'xasach criteria' };
}
