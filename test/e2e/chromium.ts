import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts it. */
const CHROMIUM = '/usr/bin/chromium';

/** Whether there is a real browser; where tests must not be left out (`XASACH_NEEDS_BROWSER`), its lack is a failure. */
export const HAS_CHROMIUM = existsSync(CHROMIUM) || process.env['XASACH_NEEDS_BROWSER'] !== undefined;

/** Starts a browser that asks nobody for anything on its own. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
