import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { datasetFromRows, readCsv } from '../../src/data/index.ts';

function setOf(file: string) {
  const text = readFileSync(new URL(`../../criteria/${file}`, import.meta.url), 'utf8');
  const parsed = parseSource(text, file);
  const resolved = parsed.ok ? resolveReadings(parsed.value) : parsed;
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

describe('the commune of a unit', () => {
  it.each(['commune', 'Commune', 'Thuộc xã', 'Xã, phường trực thuộc'])(
    'groups hamlets under the header %s',
    (header) => {
      const { units } = readCsv(
        { name: 'a.csv', text: `code,name,"${header}"\n1,Tổ 1,Phường A\n` },
        setOf('hamlet-drug-free-2025.yaml'),
      );
      expect(units.groups.get('commune')).toEqual(['Phường A']);
      expect(units.name).toEqual(['Tổ 1']);
    },
  );

  it('is the name of the unit itself in data of communes', () => {
    const { units } = readCsv({ name: 'a.csv', text: 'code,Commune\n1,Phường A\n' }, setOf('vn-drug-free-2025.yaml'));
    expect(units.name).toEqual(['Phường A']);
    expect(units.groups.has('commune')).toBe(false);
  });
});

describe('the period', () => {
  it.each(['Năm báo cáo', 'KỲ BÁO CÁO', 'Kỳ số liệu', 'Nam so lieu', 'Thời kỳ', 'Reporting year', 'Reporting period'])(
    'stands under the header %s',
    (header) => {
      const { units } = readCsv({ name: 'a.csv', text: `code,"${header}"\n1,2024\n` }, setOf('vn-drug-free-2025.yaml'));
      expect(units.period).toEqual(['2024']);
    },
  );

  it.each(['foo', 'Năm 2024', '2025-06', '2025.0', '6 tháng 2025', '0000'])('is not %s', (period) => {
    const set = setOf('vn-drug-free-2025.yaml');
    const { issues } = readCsv({ name: 'a.csv', text: `code,period\n1,2024\n2,${period}\n` }, set);
    const found = issues.filter(({ code }) => code === 'data/not-a-period');
    expect(found).toMatchObject([{ severity: 'error', position: { line: 3, column: 2 }, received: period }]);
    const rows = datasetFromRows([{ code: '1', period }], set);
    expect(rows.issues.map(({ code }) => code)).toContain('data/not-a-period');
  });

  it('may be a number in rows, or missing', () => {
    const { units, issues } = datasetFromRows(
      [{ code: '1', period: 2025 }, { code: '2' }],
      setOf('vn-drug-free-2025.yaml'),
    );
    expect(units.period).toEqual(['2025', null]);
    expect(issues.map(({ code }) => code)).not.toContain('data/not-a-period');
  });
});
