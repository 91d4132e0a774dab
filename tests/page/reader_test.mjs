// The page that tools/wasm makes, in a real browser without a network: it reads an article of our own into the same graph
// as the program, draws it, and survives odd, hostile and huge texts.
//   node reader_test.mjs PROGRAM MODULES PAGE
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openBrowser, violations } from './browser.mjs';

const [program, modules, page, ...articles] = process.argv.slice(2);
if (!existsSync(page)) {
  console.log(`SKIPPED: there is no ${page}; tools/wasm makes it`);
  process.exit(77);
}
const { browser, axe } = await openBrowser(modules);
const folder = mkdtempSync(join(tmpdir(), 'entente-reader-'));
const Minute = 60000;

let failed = 0;
async function check(what, steps, expected = []) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, offline: true });
  const tab = await context.newPage();
  tab.setDefaultTimeout(2 * Minute);
  const talk = [];
  tab.on('console', (message) => talk.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => talk.push(`error: ${error.message}`));
  tab.on('request', (request) => { if (!/^(file|blob):/.test(request.url())) talk.push(`request: ${request.url().slice(0, 200)}`); });
  const start = Date.now();
  try {
    await tab.goto(pathToFileURL(page).href);
    await tab.waitForFunction(() => !document.getElementById('read').disabled);
    const ready = Date.now() - start;
    await steps(tab);
    const isExpected = (line) => expected.some((pattern) => pattern.test(line));
    assert.deepEqual(talk.filter((line) => !isExpected(line)), [], 'the browser complains');
    assert.ok(expected.length === 0 || talk.some(isExpected), 'the browser does not complain');
    console.log(`ok   ${what} (ready in ${ready} ms, done in ${Date.now() - start} ms)`);
  } catch (error) {
    ++failed;
    console.log(`FAIL ${what}\n     ${String(error.message).split('\n').slice(0, 12).join('\n     ')}`);
  }
  await context.close();
}
const state = (tab) => tab.textContent('#state');
const done = (tab) => tab.waitForFunction(() => document.getElementById('stop').hidden && /actors|read:/.test(document.getElementById('state').textContent));
async function read(tab, text) {
  await tab.evaluate((value) => { document.getElementById('article').value = value; document.getElementById('state').textContent = ''; }, text);
  await tab.click('#read');
  await done(tab);
}
async function saved(tab, selector) {
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.click(selector)]);
  return readFileSync(await download.path(), 'utf8');
}
const native = (text, format = 'json') => execFileSync(program, ['build', '-', '--model', 'fast', '--format', format], { input: text, maxBuffer: 1e9 }).toString();
const inner = (tab) => tab.frameLocator('#page');

const Own = `Norland and Westmark sign a treaty in Geneva

18 March 2023

President Elena Marlow of Norland met Prime Minister Tomas Brandt in Geneva on Friday. France attacked Germany, Germany said.
Russia will support China next week. China criticized Japan. Foreign Minister Wang Yi visited Russia, and he thanked its president.
Russia invaded Ukraine on 24 February 2022. The European Union condemned Russia. “We shall send weapons,” Poland told Ukraine.
`;
const Nasty = `<script>document.title="run"</script></script><b>bold</b> "><img src=x onerror=document.title="run">\u0000\u2028{{data}} 🇫🇷

France attacked <b>Germany</b> & <script>document.title="run"</script>. Germany criticized France "><img src=x onerror=1>.
`;

await check('an article is read into the graph of the program, and drawn', async (tab) => {
  await read(tab, Own);
  assert.match(await state(tab), /^\d+ actors, \d+ relations, in [\d.]+ s\.$/);
  assert.equal(await saved(tab, '#save-graph'), native(Own));
  const picture = inner(tab).locator('svg#picture');
  await picture.waitFor();
  assert.ok(await picture.locator('.actor').count() >= 8);
  assert.ok(await picture.locator('.relation').count() >= 6);
  const box = await picture.boundingBox();
  assert.ok(box.width > 300 && box.height > 200, JSON.stringify(box));
  await picture.locator('.actor[aria-label="Russia"]').click();
  assert.equal(await inner(tab).locator('#detail h2').textContent(), 'Russia');
  const svg = await saved(tab, '#save-page');
  assert.match(svg, /<svg[^>]*id="picture"/);
});
await check('articles of the project: the same graphs', async (tab) => {
  for (const path of articles) {
    const text = readFileSync(path, 'utf8');
    await read(tab, text);
    assert.equal(await saved(tab, '#save-graph'), native(text), path);
  }
});
await check('a file is read as the program reads it', async (tab) => {
  const path = join(folder, 'own.html');
  writeFileSync(path, `<html><body><article><h1>A visit</h1>${Own.split('\n\n').map((p) => `<p>${p}</p>`).join('')}</article></body></html>`);
  await tab.setInputFiles('#file', path);
  await tab.click('#read');
  await done(tab);
  const graph = JSON.parse(await saved(tab, '#save-graph'));
  const expected = JSON.parse(execFileSync(program, ['build', path, '--model', 'fast', '--format', 'json']));
  expected.graph.articles[0].source = 'own.html';
  assert.deepEqual(graph, expected);
});
await check('hostile text stays text', async (tab) => {
  await read(tab, Nasty);
  await inner(tab).locator('svg#picture').waitFor();
  assert.notEqual(await tab.title(), 'run');
  assert.equal(await inner(tab).locator('img, b').count(), 0);
});
await check('nothing, and much of it', async (tab) => {
  await read(tab, '');
  assert.match(await state(tab), /^0 actors/);
  const long = `${'word '.repeat(40000)}.\n`;
  await read(tab, long);
  assert.match(await state(tab), /^\d+ actors/);
  await read(tab, '('.repeat(200000));
  await read(tab, '<div>'.repeat(100000));
  await read(tab, Own);
  assert.equal(await saved(tab, '#save-graph'), native(Own));
});
await check('too much is refused, and the next article read', async (tab) => {
  await read(tab, 'France attacked Germany. '.repeat(17 * 2 ** 20 / 25));
  assert.match(await state(tab), /could not be read: .*(16 MB|memory)/);
  await read(tab, Own);
  assert.match(await state(tab), /^\d+ actors/);
});
await check('a reading is stopped, and the next one works', async (tab) => {
  await tab.evaluate((value) => { document.getElementById('article').value = value; }, 'France attacked Germany and criticized Japan. '.repeat(20000));
  await tab.click('#read');
  await tab.waitForFunction(() => /\d+ of \d+ sentences/.test(document.getElementById('state').textContent));
  await tab.click('#stop');
  await read(tab, Own);
  assert.match(await state(tab), /^\d+ actors/);
});
await check('no serious violation of accessibility', async (tab) => {
  assert.deepEqual(await violations(tab, axe), []);
});
await check('the policy lets nothing out', async (tab) => {
  const policy = await tab.getAttribute('meta[http-equiv]', 'content');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /connect-src|http|data:|\*|script-src[^;]*'unsafe-/);
  assert.equal(await tab.evaluate(() => fetch('https://news.example/').then(() => 'sent', () => 'refused')), 'refused');
}, [/violates the (document's|following) Content Security Policy/]);

await browser.close();
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
