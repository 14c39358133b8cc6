import * as z from 'zod';
import { child, FORMS, formIssues, itemsOf, readYaml, textOf } from '../criteria/index.ts';
import { type Form, hasError, type Issue, issue, type Position, refusal, type Result } from '../messages/index.ts';
import type { Change } from './change.ts';

/** A change that somebody has looked at and accepted. */
export interface Accepted {
  readonly fingerprint: string;
  readonly reason: string;
  /** The last day on which it counts, as `YYYY-MM-DD`. */
  readonly until: string;
  readonly at: Position;
}

const named = (form: Form) => ({ error: form });
const text = (form: Form & keyof typeof FORMS): z.ZodString =>
  z.string({ error: form }).regex(FORMS[form], { error: form });

const acceptedSchema = z.strictObject(
  {
    accepted: z.array(
      z.strictObject(
        {
          fingerprint: text('fingerprint'),
          reason: z.string(named('text')).min(1, named('text')),
          until: text('date'),
        },
        named('map'),
      ),
      named('list'),
    ),
  },
  named('map'),
);

/**
 * Parses a file of accepted changes: a list `accepted` of fingerprints, each with a reason and the day until which it counts.
 *
 * @param content The text of the file.
 * @param file Its name, for messages.
 */
export function parseAccepted(content: string, file: string): Result<readonly Accepted[]> {
  const { tree, issues } = readYaml(content, file);
  const found = tree === null ? issues : [...issues, ...formIssues(tree, acceptedSchema, acceptedJsonSchema)];
  if (hasError(found)) return refusal(found);
  const value = itemsOf(child(tree, 'accepted')).map((item) => ({
    fingerprint: textOf(child(item, 'fingerprint')) ?? '',
    reason: textOf(child(item, 'reason')) ?? '',
    until: textOf(child(item, 'until')) ?? '',
    at: item.at,
  }));
  return { ok: true, value, issues: found };
}

function acceptedJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(acceptedSchema, { target: 'draft-7' });
}

/** Accepted changes held against those that were found. */
export interface Acceptance {
  readonly accepted: ReadonlyMap<string, Accepted>;
  /** Those that count no longer, and those that hit nothing. */
  readonly issues: readonly Issue[];
}

/**
 * Which changes are accepted on a day.
 *
 * @param day The day, as `YYYY-MM-DD`: nothing here looks at a clock.
 */
export function acceptanceOf(changes: readonly Change[], listed: readonly Accepted[], day: string): Acceptance {
  const known = new Set(changes.map(({ fingerprint }) => fingerprint));
  const issues = listed.flatMap(({ fingerprint, reason, until, at }): readonly Issue[] => {
    const details = { severity: 'warning', position: at, received: fingerprint } as const;
    if (!known.has(fingerprint)) return [issue('accepted/hits-nothing', { fingerprint }, details)];
    return until < day ? [issue('accepted/expired', { fingerprint, reason, until, day }, details)] : [];
  });
  const valid = listed.filter(({ fingerprint, until }) => known.has(fingerprint) && until >= day);
  return { accepted: new Map(valid.map((own) => [own.fingerprint, own])), issues };
}
