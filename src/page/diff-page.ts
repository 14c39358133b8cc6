import { isRenamed, type Level, LEVELS } from '../diff/index.ts';
import { type Lang, messagesIn } from '../messages/index.ts';
import {
  changeText,
  type ChangeText,
  countsText,
  diffReadingTexts,
  type Diffed,
  impactMarkTexts,
  type ImpactTexts,
  impactTexts,
  isAcrossFamilies,
  limitTexts,
  proofTexts,
  type Style,
  wordDiff,
  type WordPart,
} from '../report/index.ts';
import { type Html, html } from './html.ts';
import { type PageSection, writeShell } from './shell.ts';

/** The changes side by side as one HTML page that needs nothing beside it, with whom they move. */
export function writeDiffPage(diffed: Diffed, { lang }: Pick<Style, 'lang'>): string {
  const { diff, page } = messagesIn(lang);
  const { base, revision, changes } = diffed;
  const certification = impactMarkTexts(diffed, lang);
  const marks = [...(isAcrossFamilies(diffed) ? [diff.acrossFamilies(base.id, revision.id)] : []), ...certification];
  return writeShell({
    lang,
    title: diff.title(base.id, revision.id),
    head: html`<p class="facts-line">${revision.title[lang]}</p>
<p class="facts-line">${changes.length === 0 ? diff.noChanges : countsText(changes, lang)}</p>
${marks.map((mark) => html`<p class="not-certifying" role="note">${mark}</p>`)}`,
    sections: [
      ...readingsSections(diffed, lang),
      ...LEVELS.flatMap((level) => levelSection(level, diffed, lang)),
      ...crosswalkSections(diffed, lang),
      ...proofSection(diffed, lang),
      ...impactSections(diffed, lang),
    ],
    footer: html`<p>${page.madeBy(diffed.version)}</p>`,
    printMark: certification.length === 0 ? null : certification.join(' '),
    data: null,
  });
}

/** The readings under which the sets were compared. */
function readingsSections(diffed: Diffed, lang: Lang): readonly PageSection[] {
  const told = diffReadingTexts(diffed, lang);
  return told.length === 0 ? [] : [{ id: 'readings', title: messagesIn(lang).report.readings, body: listed(told) }];
}

function levelSection(level: Level, diffed: Diffed, lang: Lang): readonly PageSection[] {
  const own = diffed.changes.filter((change) => change.level === level);
  if (own.length === 0) return [];
  const { levels, columns } = messagesIn(lang).diff;
  const rows = own.map((change) => changeRow(change.direction, changeText(change, diffed, lang), lang));
  const body = html`<div class="scroll"><table class="changes"><thead><tr><th scope="col">${columns.change}</th><th scope="col">${columns.before}</th><th scope="col">${columns.after}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`;
  return [{ id: level, title: levels[level], body }];
}

/** What changed, and the old and the new clause beside each other with the words that differ marked. */
function changeRow(direction: string, text: ChangeText, lang: Lang): Html {
  const { nothing } = messagesIn(lang).diff;
  const [before, after] = [text.before?.lines.join('\n') ?? null, text.after?.lines.join('\n') ?? null];
  const words = wordDiff(before ?? '', after ?? '');
  const notes = [text.about, text.classes, text.office, text.accepted, text.proved].flatMap((note) => note ?? []);
  const side = (value: string | null, parts: readonly WordPart[], tag: 'del' | 'ins', place: string | null): Html =>
    value === null
      ? html`<td class="nothing">${nothing}</td>`
      : html`<td><code class="clause-text">${parts.map((part) => marked(part, tag))}</code>${place === null ? null : html`<small class="place">${place}</small>`}</td>`;
  return html`<tr class="${direction}"><th scope="row"><strong>${text.subject}</strong> ${text.kind}
<span class="direction ${direction}">${text.direction}</span>
${notes.map((note) => html`<small>${note}</small>`)}<small class="place">${text.fingerprint}</small></th>
${side(before, words.before, 'del', text.before?.place ?? null)}
${side(after, words.after, 'ins', text.after?.place ?? null)}</tr>
`;
}

function marked({ text, same }: WordPart, tag: 'del' | 'ins'): Html {
  if (same) return html`${text}`;
  return tag === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}

function listed(texts: readonly string[]): Html {
  return html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function crosswalkSections({ walk }: Diffed, lang: Lang): readonly PageSection[] {
  const words = messagesIn(lang).diff;
  const moved = [...walk.criteria, ...walk.indicators].filter(isRenamed);
  const links = moved.map(({ base, revision }) => words.link(base, revision));
  const proposals = walk.proposals.map((proposal) => words.proposal(proposal));
  return [
    ...(links.length === 0 ? [] : [{ id: 'crosswalk', title: words.crosswalk, body: listed(links) }]),
    ...(proposals.length === 0 ? [] : [{ id: 'proposals', title: words.proposals, body: listed(proposals) }]),
  ];
}

function proofSection(diffed: Diffed, lang: Lang): readonly PageSection[] {
  const { proofs } = diffed;
  if (proofs === null) return [];
  const texts = proofTexts(proofs.classes, diffed, lang).map(
    ({ label, verdict, examples }) =>
      html`<li><strong>${label}</strong>: ${verdict}${examples.map((example) => html`<br><small>${example}</small>`)}</li>`,
  );
  const limits = limitTexts(proofs.classes, diffed, lang);
  const body = html`<ul>${texts}</ul>${limits.length === 0 ? null : listed(limits)}`;
  return [{ id: 'proofs', title: messagesIn(lang).diff.proofs.title, body }];
}

function impactSections(diffed: Diffed, lang: Lang): readonly PageSection[] {
  const { impact } = diffed;
  if (impact === null) return [];
  const words = messagesIn(lang).diff.impact;
  const texts = impactTexts(impact, diffed, lang);
  const lists: readonly (readonly [id: string, title: string, lines: readonly string[]])[] = [
    ['missing', words.missing, texts.missing],
    ['held', words.held, texts.held],
    ['idle', words.idle, texts.idle],
    ['places', texts.rankMoves?.title ?? '', texts.rankMoves?.units ?? []],
  ];
  return [
    { id: 'impact', title: words.title, body: totalsBody(texts, lang) },
    { id: 'flows', title: words.matrix, body: matrixBody(texts) },
    { id: 'moved', title: texts.movedCount, body: movedBody(texts, lang) },
    ...lists.flatMap(([id, title, lines]) => (lines.length === 0 ? [] : [{ id, title, body: listed(lines) }])),
  ];
}

function totalsBody({ units, totals, targets }: ImpactTexts, lang: Lang): Html {
  const { columns } = messagesIn(lang).diff.impact;
  const row = (label: string, cells: readonly string[]): Html =>
    html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>\n`;
  return html`<p>${units}</p>
<table><thead><tr><th scope="col">${columns.class}</th><th scope="col" class="number">${columns.before}</th><th scope="col" class="number">${columns.after}</th><th scope="col" class="number">${columns.difference}</th></tr></thead>
<tbody>
${totals.map(({ label, before, after, difference }) => row(label, [before, after, difference]))}${targets.map(({ label, before, after }) => row(label, [before, after, '']))}</tbody></table>`;
}

function matrixBody({ matrix: { columns, rows } }: ImpactTexts): Html {
  return html`<div class="scroll"><table><thead><tr><td></td>${columns.map((column) => html`<th scope="col" class="number wrap">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(({ label, cells }) => html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>\n`)}</tbody></table></div>`;
}

function movedBody({ moved, movedCount }: ImpactTexts, lang: Lang): Html {
  if (moved.length === 0) return html`<p>${movedCount}</p>`;
  const { unit, before, after, by } = messagesIn(lang).diff.movedColumns;
  const cell = (place: string, reason: string | null): Html =>
    html`<td>${place}${reason === null ? null : html`<small>${reason}</small>`}</td>`;
  return html`<div class="scroll"><table class="changes"><thead><tr><th scope="col">${unit}</th><th scope="col">${before}</th><th scope="col">${after}</th><th scope="col">${by}</th></tr></thead>
<tbody>
${moved.map((own) => html`<tr><th scope="row">${own.unit}</th>${cell(own.from, own.reasonBefore)}${cell(own.to, own.reasonAfter)}<td>${own.by}${own.criteria.map((line) => html`<small>${line}</small>`)}</td></tr>\n`)}</tbody></table></div>`;
}
