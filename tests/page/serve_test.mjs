// The page over a store in a real browser: walked by pointer and by keys, filtered, in the dark, on a phone; hostile
// text; and what an accessibility checker says of every page.
//   node serve_test.mjs PROGRAM MODULES   (the entente program; the folder that holds node_modules)
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { openBrowser, violations } from './browser.mjs';

const [program, modules] = process.argv.slice(2);
const { browser, axe } = await openBrowser(modules);
const folder = mkdtempSync(join(tmpdir(), 'entente-serve-'));

const Nasty = '<script>document.title="run"</script> "><img src=x onerror=document.title="run"> \u202Eevil';
const LongWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
const Articles = [
  { id: 'visit', title: 'A visit to Oslo', date: '2024-01-08', source: 'https://daily.example/visit?a=1&b=2',
    text: 'Olaf Scholz, the chancellor of Germany, visited Oslo on Monday and met Jonas Gahr Støre, the prime minister of Norway. Russia criticised Norway.' },
  { id: 'gas', title: 'Gas', date: '2024-02-09', source: 'https://weekly.example/gas',
    text: 'Norway supports Ukraine. Russia criticised Norway again. Olaf Scholz met Jonas Gahr Støre on 7 February 2024. Germany thanked Norway.' },
  { id: 'nasty', title: Nasty, date: '2024-03-01', source: 'javascript:document.title="run"',
    text: `Norway condemned Russia after ${Nasty}. Norway visited ${LongWord} and said ${LongWord} was pleased.` }];
writeFileSync(join(folder, 'news.jsonl'), Articles.map((article) => JSON.stringify(article) + '\n').join(''));
execFileSync(program, ['store', 'news.db', 'add', 'news.jsonl', '--model', 'fast'], { cwd: folder, stdio: 'ignore' });

const server = spawn(program, ['serve', 'news.db', '--port', '0'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
const root = await new Promise((found, failed) => {
  createInterface(server.stderr).on('line', (line) => found(line.match(/http:\/\/127\.0\.0\.1:\d+/)[0]));
  server.on('exit', (code) => failed(new Error(`entente serve ended with ${code}`)));
});

let failed = 0;
// Opens the page, runs the steps, and holds the browser to its silence: what the policy forbids would be a complaint.
async function check(what, path, options, steps, status = 200) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, bypassCSP: false, ...options });
  const tab = await context.newPage();
  const talk = [];
  tab.on('console', (message) => talk.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => talk.push(`error: ${error.message}`));
  tab.on('request', (request) => { if (!request.url().startsWith(root)) talk.push(`request: ${request.url()}`); });
  try {
    assert.equal((await tab.goto(root + path)).status(), status);
    if (status !== 200) talk.pop();  // the browser tells it, too
    await steps(tab);
    assert.deepEqual(talk, [], 'the browser complains');
    console.log(`ok   ${what}`);
  } catch (error) {
    ++failed;
    console.log(`FAIL ${what}\n     ${String(error.message).split('\n').slice(0, 12).join('\n     ')}`);
  }
  await context.close();
}
const heading = (tab) => tab.textContent('h1');
// What has the focus: the tag and its words.
const focused = (tab) => tab.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.textContent || document.activeElement.name}`.trim());
// Presses Tab until the words have the focus.
async function tabTo(tab, words) {
  for (let i = 0; i < 60; ++i) {
    await tab.keyboard.press('Tab');
    if (words.test(await focused(tab))) return;
  }
  assert.fail(`Tab does not reach ${words}, but ${await focused(tab)}`);
}
const impacts = ['minor', 'moderate', 'serious', 'critical'];

await check('from the search to an actor, a relation, an article and its original', '/', {}, async (tab) => {
  assert.match(await heading(tab), /3 articles/);
  await tab.fill('input[type=search]', 'norway');
  await tab.click('button >> text=Search');
  assert.match(await heading(tab), /Search: norway/);
  assert.ok(await tab.locator('mark', { hasText: 'Norway' }).count() > 0, 'what was found is marked');
  await tab.click('table a >> text=Norway');
  assert.equal(await heading(tab), 'Norway');
  for (const picture of await tab.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    assert.ok(await picture.evaluate((img) => img.decode().then(() => img.naturalWidth)) > 100, 'the picture is drawn');
  }
  await tab.locator('h3', { hasText: /Russia criticizes Norway/ }).locator('xpath=following-sibling::p[1]').locator('a').click();
  assert.match(await heading(tab), /Russia and Norway/);
  assert.equal(await tab.locator('blockquote', { hasText: 'Russia criticised Norway' }).count(), 2);
  await tab.click('blockquote a >> text=A visit to Oslo');
  assert.equal(await heading(tab), 'A visit to Oslo');
  assert.equal(await tab.getAttribute('main a >> text=daily.example', 'href'), 'https://daily.example/visit?a=1&b=2');
});
await check('filters narrow what an actor has', '/actor?id=norway', {}, async (tab) => {
  const before = await tab.locator('h3').count();
  await tab.fill('input[name=type]', 'criticizes');
  await tab.fill('input[name=since]', '2024-02-01');
  await tab.click('button >> text=Filter');
  assert.equal(await tab.inputValue('input[name=type]'), 'criticizes');
  const relations = await tab.locator('h3').allTextContents();
  assert.ok(relations.length > 0 && relations.length < before);
  assert.ok(relations.every((words) => /criticizes/.test(words)), relations.join('|'));
  assert.equal(await tab.locator('blockquote', { hasText: 'A visit to Oslo' }).count(), 0);
});
await check('everything can be reached and used by keys, and the focus can be seen', '/', {}, async (tab) => {
  await tab.keyboard.press('Tab');
  assert.match(await focused(tab), /To the content/);
  const skip = await tab.locator('.skip').boundingBox();
  assert.ok(skip.x >= 0, 'the link to the content is in sight when it has the focus');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => document.activeElement.closest('main') !== null), 'the link leads past the search');
  await tab.goto(root);
  await tabTo(tab, /^INPUT q/);
  await tab.keyboard.type('scholz');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/search\?q=scholz/);
  await tabTo(tab, /^A Olaf Scholz/);
  const outline = await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/actor\?id=olaf-scholz/);
  await tabTo(tab, /^INPUT type/);
  await tabTo(tab, /^A \d+ reports? in/);
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/relation\?/);
  await tabTo(tab, /^A All articles/);
});
await check('on a phone the letters of a picture can be read', '/actor?id=norway', { viewport: { width: 360, height: 740 }, isMobile: true }, async (tab) => {
  const width = await tab.locator('img').first().evaluate((img) => img.getBoundingClientRect().width);
  assert.ok(width >= 700, `${width} pixels`);
});
await check('hostile text stays text', '/article?name=nasty', {}, async (tab) => {
  assert.notEqual(await tab.title(), 'run');
  assert.equal(await tab.locator('script, img').count(), 0);
  assert.match(await heading(tab), /<script>/);
  assert.equal(await tab.locator('a[href^="javascript"]').count(), 0);
  await tab.goto(`${root}/search?q=${encodeURIComponent(Nasty)}`);
  assert.equal(await tab.locator('script, img').count(), 0);
  await tab.goto(`${root}/search?q=pleased`);
  assert.notEqual(await tab.title(), 'run');
});
await check('without style sheets from elsewhere, scripts, or frames', '/', {}, async (tab) => {
  const answer = await tab.request.get(root + '/');
  const policy = answer.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|http|data:|\*/);
});

const Pages = { home: '/', search: '/search?q=norway', 'nothing found': '/search?q=zebra', actor: '/actor?id=norway',
  relation: '/relation?a=norway&b=russia', article: '/article?name=gas', 'hostile article': '/article?name=nasty', 'no such page': '/zebra' };
const Screens = { light: {}, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } };
for (const [screen, options] of Object.entries(Screens)) {
  for (const [page, path] of Object.entries(Pages)) {
    const steps = async (tab) => {
      assert.deepEqual(await violations(tab, axe, impacts), []);
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen');
      const paper = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(paper === 'rgb(255, 255, 255)', screen !== 'dark');
    };
    await check(`${screen}, ${page}: no violation, nothing wider than the screen`, path, options, steps, page === 'no such page' ? 404 : 200);
  }
}

server.removeAllListeners('exit');
server.kill();
await browser.close();
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
