import * as z from 'zod';
import { FORMS } from '../criteria/index.ts';
import type { Form } from '../messages/index.ts';
import { groupedNumber } from '../number/index.ts';

/*
 * The form of a cases file. As in the schema of criteria, numbers come as the text that was written, and the `error` of a
 * piece is the name of a `Form`.
 */

const named = (form: Form) => ({ error: form });
/** A rule about a whole map says nothing new while something in it is wrong. */
const onceSound = (form: Form) => ({ error: form, when: ({ issues }: z.core.ParsePayload) => issues.length === 0 });
const text = (form: Form & keyof typeof FORMS): z.ZodString =>
  z.string({ error: form }).regex(FORMS[form], { error: form });
const NUMBER_OR_TEXT = { type: ['number', 'string'] } as const;

const prose = z.string(named('text')).min(1, named('text'));
const words = z
  .union([prose, z.strictObject({ vi: prose, en: prose })], named('words'))
  .meta({ id: 'words', description: 'A text in Vietnamese and English; one text alone stands for both.' });
const figure = z.string().refine((written) => groupedNumber(written) === null, named('plain-decimal'));
const cell = z
  .union([figure, z.boolean(), z.null()], named('cell'))
  .meta({ id: 'cell', type: ['number', 'string', 'boolean', 'null'] });
const row = z
  .record(prose, cell, named('map'))
  .meta({ id: 'row', description: 'Figures by column; null is a missing one.' });
const points = text('plain-decimal').meta({ id: 'points', ...NUMBER_OR_TEXT });
const range = z.union([points, z.strictObject({ min: points, max: points }), z.null()], named('points-range'));

export const STATES = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

const expectation = z
  .strictObject(
    {
      class: z
        .union([text('name'), z.null()], named('name'))
        .optional()
        .describe('The class; null when undetermined.'),
      candidates: z.array(text('name'), named('list')).optional().describe('The classes it can be in, in any order.'),
      certified: z.union([z.boolean(), z.null()], named('verdict')).optional(),
      score: range.optional().describe('Points; { min, max } while they are open.'),
      states: z.record(text('criterion-id'), z.enum(STATES), named('map')).optional().describe('States by criterion.'),
      points: z.record(text('criterion-id'), range, named('map')).optional().describe('Points by criterion.'),
    },
    named('map'),
  )
  .refine((expect) => Object.keys(expect).length > 0, onceSound('expectation'));

const oneCase = z
  .strictObject(
    {
      name: words,
      cite: text('cite').optional().describe('The clause the case follows from.'),
      readings: z.record(text('name'), text('name'), named('map')).optional().describe('Options by reading.'),
      data: row.optional().describe('What differs from base.'),
      history: z.array(row, named('list')).optional().describe('Earlier periods, the newest first.'),
      units: z
        .array(row, named('list'))
        .min(1, named('list'))
        .optional()
        .describe('The units below; each starts from base.'),
      expect: expectation.describe('What must come out.'),
    },
    named('map'),
  )
  .refine(
    ({ data, history, units }) =>
      units === undefined ? data !== undefined : data === undefined && history === undefined,
    onceSound('one-case'),
  );

/** One cases file. */
export const casesSchema = z.strictObject(
  {
    criteria: text('set-id').describe('The set, as family@version.'),
    base: row.optional().describe('The figures every case starts from.'),
    cases: z.array(oneCase, named('list')).min(1, named('list')),
  },
  named('map'),
);

/**
 * The JSON Schema of a cases file, for editors.
 *
 * @returns A draft-7 schema; the same for the same version of xasach.
 */
export function casesJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(casesSchema, { target: 'draft-7' });
  return { ...schema, title: 'xasach cases' };
}
