// The picture of the page that README.md shows: 1400 by 900, with the first attack chosen.
//   node screenshot.mjs PROGRAM MODULES ARTICLE PICTURE   (the entente program; the folder that holds node_modules)
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, modules, article, picture] = process.argv.slice(2);
if (!existsSync(join(modules, 'node_modules/playwright-core'))) {
  console.error(`screenshot.mjs: ${picture} is left as it is: playwright-core is not in ${modules}; tools/setup --check installs it`);
  process.exit(0);
}
const { chromium } = createRequire(resolve(modules, 'package.json'))('playwright-core');
const folder = mkdtempSync(join(tmpdir(), 'entente-screenshot-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = join(folder, 'page.html');
  execFileSync(program, ['build', article, '-o', page]);
  const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await tab.goto(pathToFileURL(page).href);
  await tab.locator('#picture .relation.attacks text', { hasText: 'attacks' }).first().click();
  await tab.waitForTimeout(1000);  // until the rest of the picture has faded
  await tab.screenshot({ path: picture });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
