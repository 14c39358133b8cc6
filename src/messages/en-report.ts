import type { Messages } from './messages.ts';
import type { StepWords } from './report-messages.ts';
import { points, quote, ROUNDING, UNIT_LEVELS } from './en-words.ts';
import { TIES } from './ties.ts';

/** A label inside a sentence begins small, unless it begins with an abbreviation. */
const inSentence = (label: string): string => {
  // This leans on a line before it.
  if (label.startsWith('Of these')) return quote(label);
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
};

const unchangeable = (labels: readonly string[]): string =>
  labels.length === 0 ? '' : `: nothing can change ${labels.map(inSentence).join('; ')}`;

const oneOf = (items: readonly string[]): string => [...items.slice(0, -2), items.slice(-2).join(' or ')].join(', ');

const NOT_CERTIFYING: Readonly<Record<keyof Messages['report']['statuses'], string>> = {
  draft: 'a draft, issued by no authority',
  partial: 'these criteria are partial',
  'in-force': 'these criteria are in force',
  retired: 'these criteria are no longer in force',
};

const step = ({ value, points: earned }: StepWords): string => `${value} (${points(earned)})`;

const missingUnits = (count: string): string =>
  `${count} ${count === '1' ? 'unit' : 'units'} of the registry without figures`;

/** The same in a cell of a table, where the sentence stands above. */
const without = (count: string | null): string => (count === null ? '' : `; ${count} without figures`);

const andMissing = (count: string | null): string => (count === null ? '' : `; ${missingUnits(count)}`);

/** The words of reports, in English. */
export const enReport: Messages['report'] = {
  columns: {
    rank: 'Rank',
    code: 'Code',
    name: 'Unit',
    period: 'Period',
    class: 'Class',
    verdict: 'Verdict',
    score: 'Score',
    deciding: 'What decides',
  },
  verdicts: { certified: 'certified', 'not-certified': 'not certified', undetermined: 'undetermined' },
  unofficialVerdicts: {
    certified: 'meets the criteria',
    'not-certified': 'does not meet them',
    undetermined: 'undetermined',
  },
  states: { pass: 'met', fail: 'not met', unknown: 'undetermined', 'not-applicable': 'not applicable' },
  notApplicableAs: { pass: 'not applicable, counts as met', fail: 'not applicable, counts as not met' },
  severities: { error: 'error', warning: 'warning', note: 'note' },
  statuses: { draft: 'draft', partial: 'partial', 'in-force': 'in force', retired: 'retired' },
  levels: UNIT_LEVELS,
  notInForceThen: (a) => `NOT FOR CERTIFICATION: ${a.set} was not in force on ${a.day}, when period ${a.period} ends.`,
  recordedAsSuch: 'NOT FOR CERTIFICATION: the result says so itself.',
  notForCertification: (status) => `NOT FOR CERTIFICATION: ${NOT_CERTIFYING[status]}.`,
  yes: 'yes',
  no: 'no',
  clause: ({ article, clause, point }) =>
    `Article ${article}${clause === null ? '' : `, clause ${clause}`}${point === null ? '' : `, point ${point}`}`,
  task: (number) => `task ${number}`,
  summary: 'Summary',
  total: 'Total',
  undetermined: 'Undetermined',
  readings: 'Readings applied',
  criteriaNamed: 'Criteria named in the table',
  setLacks: 'What the criteria lack',
  why: 'Why',
  allCriteria: 'All criteria',
  missing: 'Missing figures',
  unsettled: 'Figures at hand that do not settle those of this unit',
  notes: 'Notes',
  basis: 'Basis',
  rankOrder: 'Order of ranking',
  compare: {
    whatIf: (suppositions) =>
      `WHAT-IF, NOT FOR CERTIFICATION: the result supposing ${suppositions.join('; ')}, not the real one.`,
    changedRules: (set, overlays) =>
      `CHANGED CRITERIA, NOT FOR CERTIFICATION: the result under ${set} as changed by ${overlays.join(', ')}, not under its documents.`,
    chosen: (a) => {
      const open =
        a.open === null ? '' : `; not judged and left out: ${a.open.units}, missing ${a.open.figures.join('; ')}`;
      const compared = a.isCompared ? '; what is compared is of those that meet the condition' : '';
      const units = a.of === '1' ? 'unit' : 'units';
      const found = a.areShown
        ? `Shown: ${a.count} of ${a.of} ${units}, by the condition ${a.where}`
        : `${a.count} of ${a.of} ${units} meet the condition ${a.where}`;
      return `${found}${open}. The summary is of all units${compared}.`;
    },
    beforeAfter: 'Before and after the change of figures',
    againstPeriod: (period) => `Against ${period}`,
    againstResult: (file, period) => `Against the result in ${file}${period === null ? '' : ` (${period})`}`,
    notUsed: 'not used by the old set',
    ofBefore: (text) => `Before: ${text}`,
    acrossCriteria: (before, after) =>
      `The two sides were assessed under different criteria: before ${before}, after ${after}. A unit may have moved only because the criteria did.`,
    verdicts: {
      'newly-certified': 'Newly certified',
      kept: 'Kept',
      lost: 'Lost',
      'still-not': 'Still not certified',
      open: 'Undetermined on a side',
      appeared: 'Not there before',
      vanished: 'Not there any more',
    },
    unofficialVerdicts: {
      'newly-certified': 'Newly meet the criteria',
      kept: 'Still meet the criteria',
      lost: 'No longer meet them',
      'still-not': 'Still do not meet them',
      open: 'Undetermined on a side',
      appeared: 'Not there before',
      vanished: 'Not there any more',
    },
    matrix: 'From class to class',
    fromTo: 'Before (rows), after (columns)',
    wasAbsent: 'not there',
    absent: 'Not there',
    columnsAre: (columns) => `Columns: ${columns.join('; ')}.`,
    moved: (count, of) => `Units with another class (or other possible ones) or verdict: ${count} of ${of}`,
    touched: 'Units with changed figures, before and after',
    noneMoved: (of) =>
      of === '1'
        ? 'The only unit keeps its class and verdict.'
        : `None of the ${of} units has another class or verdict.`,
    noneCommon: 'There is no unit in common to compare.',
    change: (before, after) => `${before} → ${after}`,
    unchanged: (className) => `still ${className}`,
    named: (what, change) => `${what} ${change}`,
    score: 'score',
    rank: 'rank',
    criterion: (id, change, why) => `${id}: ${change}${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
    points: 'points',
    ruleChanged: 'the criterion itself has changed',
    newCriterion: 'a new criterion',
    droppedCriterion: 'the criterion was dropped',
    formerly: (id) => `formerly ${id}`,
    classRules: (labels) => `The conditions of classes have changed: ${labels.join('; ')}`,
    noCriterion: 'No criterion has another state.',
    recorded: (then, now) => `the earlier result records ${then}; now ${now}`,
    notRecorded: 'the earlier result does not record the figure',
    moreFigures: (count) => `and ${count} more ${count === '1' ? 'figure' : 'figures'}`,
    appeared: (units, more) => `Not there before: ${units.join('; ')}${more === null ? '' : `; and ${more} more`}`,
    vanished: (units, more) => `Not there any more: ${units.join('; ')}${more === null ? '' : `; and ${more} more`}`,
    otherReadings: 'Under other readings',
    noReadings: 'No clause of these criteria has more than one reading.',
    noOtherReading: 'There is no other reading to try.',
    reading: (choice, label) => `${choice}: ${label}`,
    sameClasses: 'Every unit keeps its class under every reading.',
  },
  verify: {
    same: (result) => `${result}: worked out again, it is the same.`,
    differs: (result, count) =>
      `${result}: worked out again, it differs in ${count} ${count === '1' ? 'way' : 'ways'}.`,
    engine: (a) => `Version of xasach: the result says ${a.recorded}, this is ${a.found}.`,
    criteria: (id, a) => `The criteria ${id} have changed: SHA-256 recorded ${a.recorded}, now ${a.found}.`,
    file: (name, a) => `The file ${name} has changed: SHA-256 recorded ${a.recorded}, now ${a.found}.`,
    result: (path, unit, a, total) =>
      `${total === null ? 'Difference in the result' : `First of ${total} differences in the result`}: ${path}${unit === null ? '' : ` (${unit})`}: recorded ${a.recorded}, worked out ${a.found}.`,
    nothing: 'nothing',
    restIsSame: 'All that was worked out is the same.',
    notWorkedOut:
      'With the criteria and data as they are now there is no result; the errors are told among the messages.',
  },
  sheets: {
    ranking: 'Ranking',
    matrix: 'Criteria matrix',
    reasons: 'Reasons by criterion',
    provenance: 'Provenance',
    tables: {
      groups: 'By group',
      compared: 'Comparison',
      matrix: 'From class to class',
      moved: 'Units that moved',
      readings: 'Other readings',
    },
    columns: {
      worstRank: 'Lowest possible rank',
      fullScore: 'Full score',
      leastScore: 'Least possible score',
      mostScore: 'Most possible score',
      missing: 'Missing cells',
      criterion: 'Criterion',
      title: 'What it asks',
      decides: 'Decides',
      state: 'State',
      observed: 'Observed',
      operator: 'Comparison',
      required: 'Required',
      margin: 'Distance from the line',
      points: 'Points',
      clause: 'Clause',
      reason: 'In words',
      goal: 'Goal',
      number: 'No.',
      way: 'What to change',
      office: 'Office that owes it',
      indicator: 'Indicator',
      file: 'File',
      line: 'Line',
      column: 'Column',
      until: 'By the end of',
      needed: 'Units needed',
      lacking: 'Still needed',
      met: 'Reached',
      units: 'Units',
      share: 'Share',
      candidates: 'Can be',
    },
    origin: {
      engine: 'Program',
      criteria: 'Criteria',
      sha256: 'SHA-256',
      option: 'Option',
      input: 'Data file',
      rows: 'Rows',
      document: 'Document',
      notice: 'Warnings and notes on the data',
    },
    onlyDeciding: (units) => `With ${units} units, only the deciding criteria of each unit are listed.`,
    waysAtCost: (command) => `Not worked out here, as it takes long. See one unit: ${command}`,
    shownOf: (shown, of) => `Showing ${shown} of ${of} units.`,
    noneMissing: 'No figure is missing.',
  },
  ways: {
    title: 'Ways to pass',
    toCertified: 'To be certified',
    toBetter: 'To reach a better class',
    lower: ({ label, from, to, distance }) => `lower ${inSentence(label)} from ${from} to ${to} (by ${distance})`,
    raise: ({ label, from, to, distance }) => `raise ${inSentence(label)} from ${from} to ${to} (by ${distance})`,
    turn: (label, from, to) => `turn ${quote(label)} from ${quote(from)} into ${quote(to)}`,
    bring: (label, to) => `bring ${inSentence(label)} to ${to}, whatever it is now`,
    make: (label, to) => `make ${quote(label)} ${quote(to)}, whatever it is now`,
    way: (changes, classes) => `${changes.join('; ')} → ${oneOf(classes)}`,
    notExact: 'There may be other ways that change less.',
    whateverIsMissing: 'True whatever the missing figures are.',
    figuresFromBelow: 'The figures of this unit come from the units below it; ways to pass are told of each of those.',
    nothingActionable: 'No figure of this unit can still be changed in this period.',
    blocked: 'There is no way left in this period.',
    unmet: (id, labels) => `${id} can no longer be met${unchangeable(labels)}`,
    met: (id, labels) => `${id} keeps the unit in its class${unchangeable(labels)}`,
    notTogether: 'Each criterion could still change, but not all of them at once.',
    missing: 'While figures are missing, no way is certain.',
    notFound: 'There are too many possibilities; no way was found.',
    near: 'Near the line',
    nearUnits: (near, of, all) =>
      `${near} of ${of} units${all === null ? '' : ` shown (of ${all} in all)`} would change class if one figure were one unit more or less`,
    noneNear: (of) =>
      `${of === null ? 'No unit' : `None of the ${of} units shown`} would change class if one figure were one unit more or less.`,
    nearBy: (label, now, then, className) => `if ${inSentence(label)} were ${then} instead of ${now}: ${className}`,
  },
  reasons: {
    not: (condition) => `not: ${condition}`,
    divided: (quotient, value) => `${quotient} = ${value}`,
    turn: (direction, distance, becomes) =>
      `with ${distance} ${direction === 'up' ? 'more' : 'fewer'} it ${{ met: 'is met', 'not-met': 'is no longer met', full: 'earns all its points' }[becomes]}`,
    sentence: (a) => {
      const told = [a.reason, a.clause === null ? '' : `(${a.clause})`].filter((part) => part !== '').join(' ');
      return `${a.id}: ${told === '' ? '' : `${told}: `}${a.state}${a.turn === null ? '' : `; ${a.turn}`}`;
    },
  },
  robustness: {
    title: 'How robust the places are',
    weights: (percent) => `±${percent}%`,
    leaveOneOut: 'One left out',
    rule: (a) =>
      `±${a.percent}%: ranked again ${a.samples} times, the points or weight of every criterion multiplied by a factor of its own, drawn from ${a.least}%, …, ${a.greatest}% (steps of 1%, equally likely, generator xorshift32, seed ${a.seed}) and scaled back to the same total. All numbers are exact; another run gives the same.`,
    leftOut: (times) =>
      `One left out: ranked again ${times} times, each time without one criterion or group; in brackets, without which the unit stands highest and lowest.`,
    mark: (places) =>
      `! marks a place that is not robust: it moves up or down by more than ${places.join(', ')} (one twentieth of the units, rounded up).`,
    counts: (weights, leaveOneOut, of) =>
      `Robust under other weights: ${weights} of ${of} places; without one criterion: ${leaveOneOut} of ${of}.`,
  },
  selected: (a) => {
    const which = [
      ...(a.only.length === 0 ? [] : [oneOf(a.only)]),
      ...(a.top === null
        ? []
        : [
            `the first ${a.top === '1' ? 'place' : `${a.top} places`}${a.inGroups ? ' of each group' : ''}, ties included`,
          ]),
    ];
    return `Shown: ${a.shown} of ${a.of} units${a.areChosen ? ' that meet the condition' : ''}: ${which.join('; ')}. Totals are those of all ${a.all} units.`;
  },
  leftOutColumns: (titles, width, format) =>
    `A terminal of ${width} columns has no room for: ${titles.join('; ')}. To see all, widen the window or write a file: -o result.${format}.`,
  warned: (count) => `warnings about criteria and data, listed after the result: ${count}`,
  groups: {
    title: (label) => `By group: ${label}`,
    notStated: '(not stated)',
    units: 'Units',
    rankInGroup: 'In its group',
    inGroups: (label) =>
      `One group after another by “${label}”; “Rank” is the place among all units, “In its group” that within the group.`,
    registered: 'Registered',
    targetColumn: (until, share) => `Target ${until}: ≥ ${share}`,
    target: (a) =>
      a.met === true
        ? `met (needs ${a.needed}${without(a.missing)})`
        : `${a.met === null ? 'undetermined, up to ' : ''}${a.stillNeeded} more to go (needs ${a.needed}${without(a.missing)})`,
    registeredLine: (a) => {
      const reached = a.official ? 'certified' : 'meeting the criteria';
      const open = a.maybeCertified === null ? '' : `; undetermined: ${a.maybeCertified}`;
      const silent = a.notStated === null ? '' : `; not stated whether registered: ${a.notStated}`;
      return `Registered: ${a.units}; of these ${reached}: ${a.certified}${open}; ${reached} without having registered: ${a.certifiedBeside}${silent}`;
    },
  },
  period: (id) => `period ${id}`,
  noPeriod: 'no period given',
  units: (count) => `${count} ${count === '1' ? 'unit' : 'units'}`,
  shares: { certified: 'Certified', 'not-certified': 'Not certified' },
  unofficialShares: { certified: 'Meet the criteria', 'not-certified': 'Do not meet them' },
  maybeCertified: (count) => `${count} still open: figures are missing`,
  target: (a) =>
    `Target ${a.until}: ≥ ${a.share}: needs ${a.needed}, has ${a.certified} → ${a.met === true ? 'met' : a.met === null ? `undetermined, up to ${a.stillNeeded} more to go` : `not met, ${a.stillNeeded} more to go`}${andMissing(a.missing)}`,
  missingUnits,
  candidates: (classes, exact) => `${exact ? 'can be' : 'at most'} ${oneOf(classes)}`,
  missingCells: (cells) => `missing ${cells.join('; ')}`,
  moreCells: (place, more) => `${place} and ${more} more ${more === '1' ? 'cell' : 'cells'}`,
  unsettledBy: {
    part: (units) => `a part of ${units.join(', ')} is in this unit, and its share is unknown`,
    'not-mergeable': (units) => `the criteria do not say how the figures of ${units.join(', ')} merge`,
  },
  absentUnits: (named, total, others) =>
    `every figure of ${total === '1' ? 'a unit that is' : `${total} units that are`} not in the files: ${named.join(', ')}${others === null ? '' : ` and ${others} more`}`,
  lastPeriods: (label, periods) => `${label} (sum of ${periods} periods)`,
  periodsAgo: (label, periods) => `${label} (${periods === 1 ? 'the period before' : `${periods} periods before`})`,
  moreReasons: (count) => `and ${count} more`,
  reading: (option) => `→ ${option}`,
  noData: 'figures missing',
  clearAnyway: 'some figures are missing, the outcome is clear all the same',
  stateAnyway: (state) => `${state} although figures are missing`,
  clearByChecks: (messages) =>
    `Some figures are missing, and a data check makes the outcome clear: if they led to another, the data would be wrong: ${messages.map((message) => `“${message}”`).join('; ')}`,
  nothingByNothing: '0/0, not applicable',
  partsMet: (met, of, needed) => `${met} of ${of}, needs ${needed}`,
  condition: (text) => `condition ${text}`,
  // Units are nouns in the plural: after 1 there is none, and the label says what is counted. Symbols such as m² stay.
  counted: (number, unit) => (number === '1' && /^\p{L}{3}/u.test(unit) ? number : `${number} ${unit}`.trimEnd()),
  between: (low, high) => `from ${low} to ${high}`,
  from: (low) => `at least ${low}`,
  upTo: (high) => `at most ${high}`,
  needs: (found, required) => `${found}, needs ${required}`,
  and: (parts) => parts.join(' and '),
  or: (parts) => parts.join(' or '),
  otherThan: (values) => `other than ${oneOf(values)}`,
  oneOf: (values) => `is ${oneOf(values)}`,
  noneOf: (values) => `is not ${oneOf(values)}`,
  atLeast: (needed, of) => `at least ${needed} of these ${of}`,
  atMost: (allowed, of) => `at most ${allowed} of these ${of}`,
  allOf: 'all of these',
  anyOf: 'one of these',
  noneOfParts: 'none of these',
  above: (distance) => `${distance} above the line`,
  below: (distance) => `${distance} below the line`,
  onLine: 'exactly on the line',
  stateTotals: (counts, total) =>
    `${counts.pass} met, ${counts.fail} not met, ${counts.unknown} undetermined, ${counts['not-applicable']} not applicable; ${total} in all`,
  rankOf: (place, of, ties) => `${place} of ${of}${ties === 'competition' ? '' : ` (${TIES[ties]})`}`,
  points: {
    points,
    of: (earned, of) => `${earned}/${of} points`,
    short: 'points',
    score: 'Score',
    scoreOf: (id) => `Points of ${id}`,
    orNone: (points, none) => `${points} or ${none}`,
    band: (from, earned) => `band from ${from}: ${points(earned)}`,
    underBands: (lowest) => `below the lowest band (${lowest}): 0 points`,
    between: (low, high) => `between ${step(low)} and ${step(high)}`,
    upTo: (lowest) => `at most ${step(lowest)}`,
    from: (highest) => `from ${step(highest)} up`,
    deducted: (lost) => `${points(lost)} deducted`,
    nothingDeducted: 'nothing deducted',
    capped: (earned, most) => `the parts add up to ${points(earned)}, of which at most ${most} count`,
    notApplicable: {
      pass: 'not applicable, earns all its points',
      fail: 'not applicable, earns no points',
      exclude: 'not applicable, left out of the points',
    },
    applies: (condition) => `applies only when ${condition}`,
  },
  byClass: (classes) => `class, best first: ${classes.join(' → ')}`,
  byScore: (order) => `score, ${order === 'high' ? 'highest' : 'lowest'} first (the points themselves, not shares)`,
  byNumber: (label, order) => `${label}, ${order === 'high' ? 'highest' : 'lowest'} first`,
  ties: {
    competition: `${TIES.competition}: equal units share a place, and the next place counts all before it`,
    dense: `${TIES.dense}: equal units share a place, and the next place is the next number`,
    ordinal: `${TIES.ordinal}: equal units are told apart by code, and each has a place of its own`,
  },
  equalUnits: (ties) => `Ties are ranked by ${ties}.`,
  tied: (ties) => `A = marks an equal rank (${ties}).`,
  errorCount: (count) => `${count} ${count === '1' ? 'error' : 'errors'}`,
  warningCount: (count) => `${count} ${count === '1' ? 'warning' : 'warnings'}`,
  noteCount: (count) => `${count} ${count === '1' ? 'note' : 'notes'}`,
  check: {
    noFile: 'In no one file',
    noOffice: 'No one office',
    heading: (name, counts) => `${name}: ${counts}`,
    moreCells: (count, cells, isAll) =>
      `${count} more ${count === '1' ? 'cell' : 'cells'} of this kind: ${cells.join('; ')}${isAll ? '' : '; …'}`,
    otherUnits: (count, units) => `the other ${count}: ${units.join('; ')}`,
    moreOfKind: (count) => `${count} more of this kind`,
    missing: (count) => `Missing figures: ${count} ${count === '1' ? 'cell' : 'cells'}`,
    missingOf: (label, count, units, isAll) =>
      `${label}: ${count} ${count === '1' ? 'unit' : 'units'}: ${units.join('; ')}${isAll ? '' : '; …'}`,
    cells: (count) => `${count} ${count === '1' ? 'cell' : 'cells'}`,
    columns: {
      file: 'File',
      sheet: 'Sheet',
      cell: 'Cell',
      line: 'Line',
      column: 'Column',
      severity: 'Severity',
      office: 'Office',
      indicator: 'Indicator',
      received: 'Text found',
      message: 'Message',
      code: 'Code',
    },
    problems: 'Problems',
    missingFigures: 'Missing figures',
    personalLeftOut: 'The cells of this column were left out of the copy: they may be personal data.',
  },
  template: {
    title: (title, id) => `${title} (${id})`,
    howTo: 'Write one line for each unit under the column names; leave a cell blank where there is no figure, never 0.',
    label: (label, unit) => (unit === null ? `↓ ${label}` : `↓ ${label}, in ${unit}`),
    allowed: 'Allowed:',
    example: 'Example:',
    count: (min, max) => `whole number from ${min}${max === null ? '' : ` to ${max}`}`,
    decimal: (min, max) => `number from ${min}${max === null ? '' : ` to ${max}`}`,
    percent: (min, max) => `percentage, with its % sign, from ${min}${max === null ? '' : ` to ${max}`}`,
    boolean: 'yes or no',
    exampleBoolean: 'yes',
    code: 'code of the unit, with its leading zeros',
    text: 'text',
    period: 'period of assessment, as in 2025',
  },
  cases: {
    counts: (passed, failed, of) =>
      failed === '0' ? `Cases: ${of}, all passed` : `Cases: ${of}; ${passed} passed, ${failed} failed`,
    covered: (of) => `Thresholds: ${of}, each tried just under, on and just over wherever a case can stand there`,
    uncovered: (lacking, of) => `Thresholds: ${of}; not tried on every side that a case can reach: ${lacking}`,
    sides: { under: 'just under', at: 'on', over: 'just over' },
    gap: (sides) => `no case ${oneOf(sides)} the threshold`,
    readings: (chosen) => `reading ${chosen.join(', ')}`,
    notRun: 'The case cannot be run:',
    class: 'class',
    candidates: 'candidates',
    certified: 'certified',
    score: 'score',
    state: (id) => `state of ${id}`,
    points: (id) => `points of ${id}`,
    difference: (what, expected, found) => `${what}: expected ${expected}, found ${found}`,
  },

  set: {
    id: 'Id',
    status: 'Status',
    title: 'Title',
    unit: 'Assesses',
    effective: 'In force',
    from: (day) => `from ${day}`,
    fromTo: (from, to) => `from ${from} to ${to}`,
    reviewed: 'Last reviewed',
    notReviewed: 'not reviewed',
    period: 'Period',
    yearFromTo: (from, to) => `yearly, from ${from} to ${to}`,
    sources: 'Documents',
    indicators: 'Indicators (columns of the data)',
    measures: 'Measures made from indicators',
    checks: 'Data checks',
    criteria: 'Criteria',
    remarks: 'Remarks on results',
    score: 'Score',
    countOf: (ids) => `one point for each criterion met: ${ids.join(', ')}`,
    sumOf: (of) =>
      `the points of all criteria, at most ${of}; what does not apply leaves the points that can be earned`,
    weightedOf: (of) => `each criterion earns its share of ${of} points by its weight`,
    rounding: (to, mode) => `rounded once, in the total, to ${to}, ${ROUNDING[mode]}`,
    notRounded: 'not rounded',
    mandatoryOf: (ids) => `mandatory criteria: ${ids.join(', ')}`,
    gate: (score, operator, bound, share) =>
      `${score} ${operator} ${bound}${share ? ' of what can be earned' : ' points'}`,
    mandatory: 'mandatory',
    bonus: 'bonus',
    weight: (weight, share) => `weight ${weight}, ${share} of the score`,
    pointsIf: (earned, test) => `${points(earned)} if ${test}`,
    bands: (on, steps) =>
      `${on}: ${steps.map(({ value, points: earned }) => `${points(earned)} from ${value}`).join('; ')}; below that 0`,
    scale: (on, steps) => `${on}: ${steps.map(step).join(', ')}; in a straight line between`,
    deduct: (whole, each, per) => `${points(whole)}, less ${each} for every unit of ${per}`,
    atMostDeducted: (most) => `at most ${points(most)} deducted`,
    neverBelow: (floor) => `never below ${points(floor)}`,
    cap: (most) => `at most ${points(most)}, bonus included`,
    appliesWhen: (condition) => `applies only when ${condition}`,
    otherwiseCounts: {
      pass: 'counts as met where it does not apply',
      fail: 'counts as not met where it does not apply',
      exclude: 'left out where it does not apply',
    },
    responsible: (office) => `responsible: ${office}`,
    was: (id) => `formerly ${id}`,
    rolledUp: 'Rolled up from',
    rolledUpBy: (set, column) => `units assessed by ${set}, grouped by column ${column}`,
    fromBelow: (formula) => `= ${formula} of the units below`,
    overridden: 'Changed from the original file',
    targets: 'Targets',
    targetLine: (until, share) => `by the end of ${until}: at least ${share} of the units certified`,
    certifies: 'certifies',
    otherwise: 'everything else',
    measured: { end: 'at the end of the period', period: 'over the period' },
    provider: (office) => `from: ${office}`,
    chosen: 'applied',
    file: 'File',
    none: 'There is no criteria set.',
  },
};
