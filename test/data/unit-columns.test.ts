import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { readCsv } from '../../src/data/index.ts';

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
});
