/** Loaded before a program that is measured: writes the most memory it held, in KiB, when it ends. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.XASACH_BENCH_PEAK, String(process.resourceUsage().maxRSS));
});
