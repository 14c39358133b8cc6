import { describe, expect, it } from 'vitest';
import { compareAssessments } from '../../src/compare/index.ts';
import { writeScorePage } from '../../src/page/index.ts';
import {
  PLAIN,
  type Scored,
  writeExplanation,
  writeMarkdown,
  writeResultWorkbook,
  writeTable,
} from '../../src/report/index.ts';
import { readSheet } from 'read-excel-file/node';
import { COMMUNES, scored } from './communes.ts';

const STYLE = { lang: 'en', width: 120, paint: PLAIN } as const;
const [HEADER = '', , FIRST = ''] = COMMUNES.split('\n');
const FIGURES = FIRST.split(',').slice(3).join(',');

/** The first unit under another name and code, a figure of it missing, beside what it was with that figure. */
function unit(code: string, name: string | null): Scored {
  const named = (figures: string): Scored => {
    const all = scored(`${HEADER}\n00004,Xã An,Tỉnh An,${figures}\n`);
    const { dataset } = all.assessments;
    const units = { ...dataset.units, code: [code], name: [name], groups: new Map() };
    return { ...all, assessments: { ...all.assessments, dataset: { ...dataset, units } } };
  };
  const all = named(FIGURES.replace(',0,', ',,'));
  const sides = compareAssessments(named(FIGURES).assessments, all.assessments, { pairBy: 'code' });
  const compared = { with: { kind: 'period', period: '2024' }, sides } as const;
  return { ...all, compared, further: new Set(['ways', 'near']) };
}

describe('the name of a unit', () => {
  const rolledUp = unit('Tỉnh An', 'Tỉnh An');
  const nameless = unit('00004', null);
  const pages = (all: Scored): readonly string[] => [
    writeTable(all, STYLE),
    writeExplanation(all, 0, STYLE),
    writeMarkdown(all, STYLE),
    writeScorePage(all, STYLE).replaceAll(/<[^>]*>/gu, ' '),
  ];

  it('stands once where it is its code as well', () => {
    for (const page of pages(rolledUp)) expect(page).not.toMatch(/Tỉnh An \(?Tỉnh An|Tỉnh An\s+\(Tỉnh An\)/u);
  });

  it('is its code where it has none: no link without words, no blank', () => {
    for (const page of pages(nameless)) expect(page).not.toMatch(/ \(00004\)|00004 :/u);
    expect(writeScorePage(nameless, STYLE)).not.toMatch(/<a [^>]*><\/a>/u);
  });
});

describe('what the columns about a unit say of it', () => {
  const all = scored(`${HEADER},border,registered\n00004,Xã An,Tỉnh An,${FIGURES},x,0\n`);

  it('are words in a page about it and in a workbook', async () => {
    expect(writeExplanation(all, 0, STYLE)).toMatch(/Registered[^·]*: no\b/u);
    const [, row = []] = (await readSheet(Buffer.from(await writeResultWorkbook(all, 'en')), 2)) ?? [];
    expect(row).toContain('no');
  });
});
