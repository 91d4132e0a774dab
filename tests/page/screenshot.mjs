// The pictures of the page that the documentation shows: on a desk with the first attack chosen (page.png), in the dark
// (page-dark.png), and on a phone (page-phone.png), beside PICTURE.
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
  const shots = [['', { viewport: { width: 1400, height: 900 } }, true],
    ['-dark', { viewport: { width: 1400, height: 900 }, colorScheme: 'dark' }, true],
    ['-phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }, false]];
  for (const [name, options, choose] of shots) {
    const tab = await browser.newPage(options);
    await tab.goto(pathToFileURL(page).href);
    if (choose) await tab.locator('#picture .relation.attacks text', { hasText: 'attacks' }).first().click();
    await tab.waitForTimeout(1000);  // until the rest of the picture has faded
    await tab.screenshot({ path: picture.replace(/\.png$/, `${name}.png`) });
    await tab.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
