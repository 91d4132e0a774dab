// What the tests of pages share: a real browser, and what an accessibility checker says of a page.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const Skipped = 77;
function skip(why) {
  console.log(`SKIPPED: ${why}; tools/setup --check installs it`);
  process.exit(Skipped);
}

// A browser and the source of the checker, from the folder that holds node_modules. Ends the program as skipped where
// one of them is missing.
export async function openBrowser(modules) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!executablePath) skip('there is no chromium');
  const require = createRequire(resolve(modules, 'package.json'));
  let browsers, axe;
  try {
    browsers = require('playwright-core').chromium;
    axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  } catch {
    skip(`playwright-core and axe-core are not in ${modules}/node_modules`);
  }
  return { browser: await browsers.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }), axe };
}

// What the checker finds of these impacts, a line each.
export async function violations(tab, axe, impacts = ['serious', 'critical']) {
  // The checker must be put into the page by the test: the page itself lets no foreign script in.
  await tab.evaluate(`${axe};window.axe = axe`);
  const found = await tab.evaluate(() => window.axe.run(document, { rules: { 'label-content-name-mismatch': { enabled: true } } }));
  return found.violations.filter((v) => impacts.includes(v.impact))
    .map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary ?? ''}`);
}
