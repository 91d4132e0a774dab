// The page in a real browser: chosen by pointer and keys, searched, filtered, in the dark, on a phone, printed; hostile
// text; and what an accessibility checker says.
//   node page_test.mjs PROGRAM MODULES   (the entente program; the folder that holds node_modules)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openBrowser, violations as violationsOf } from './browser.mjs';

const [program, modules] = process.argv.slice(2);
const { browser, axe } = await openBrowser(modules);

const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
const Summit = `Leaders meet in Geneva

18 March 2023

President Elena Marlow of Norland met Prime Minister Tomas Brandt in Geneva on Friday. France attacked Germany, Germany said.
Russia will support China next week. China criticized Japan. Japan did not criticize South Korea.
Foreign Minister Wang Yi visited Russia. Russia invaded Ukraine on 24 February 2022. The European Union condemned Russia.
Ukraine thanked Poland. Poland plans to send weapons to Ukraine, President Andrzej Duda said.
`;
// Everything that could end a script, a style, an attribute or a comment, or turn the text around it.
const Nasty = ['<script>document.title="run"</script>', '</script><script>document.title="run"</script>', '</style><b>bold</b>',
  '"><img src=x onerror=document.title="run">', '<!-- hidden', '\\N \\" \'quoted\'', '\u202Eevil\u202C', '&lt;b&gt; &amp;', '🇫🇷 👩‍🚀 שלום مرحبا',
  '{{script}} {{data}}', '\u2028line\u2029'];
const Hostile = `<script>document.title="run"</script> & "friends"

France attacked Germany after ${Nasty.join(' and ')}. ${Nasty[0]} Germany criticized France ${Nasty[3]}.

${Nasty.map((text) => `France visited ${text}. France met Germany and said ${text}.`).join('\n\n')}
`;

function build(name, text, ...more) {
  const article = join(folder, `${name}.txt`);
  const page = join(folder, `${name}.html`);
  writeFileSync(article, text);
  execFileSync(program, ['build', article, '-o', page, ...more]);
  return page;
}
// A graph whose names and sentences are hostile, as a file of another program may be.
function hostileGraph() {
  const evidence = Nasty.map((text, i) => ({ article: 'a', begin: 300 * i, end: 300 * i + 200, predicate: { begin: 300 * i, end: 300 * i + 1 }, text }));
  const node = (id, name) => ({ id, name, type: 'person', aliases: Nasty, description: Nasty[2], salience: 0.5, mentions: [{ article: 'a', begin: 0, end: 5 }] });
  const graph = {
    directed: true, multigraph: true,
    graph: { format: 'entente/1', articles: [{ id: 'a', title: Nasty[1], date: null, source: null }] },
    nodes: [node('"><script>', Nasty[0]), node('b</style>', Nasty[1])],
    edges: [{ source: '"><script>', target: 'b</style>', key: 0, type: 'visits', predicate: Nasty[1], status: 'asserted', speaker: null, time: null, confidence: 0.9, evidence }],
  };
  const file = join(folder, 'hostile.json');
  const page = join(folder, 'hostile-graph.html');
  writeFileSync(file, JSON.stringify(graph));
  execFileSync(program, ['draw', file, '-o', page]);
  return page;
}

// A graph of two articles from the web, one of them with an address that must not become a link.
function webGraph() {
  const quote = 'Norland attacked Westmark on Monday, its foreign minister said, and the border has been closed to all but trains and their crews since.';
  const node = (id, name) => ({ id, name, type: 'country', aliases: [], description: '', salience: 0.5, mentions: [{ article: 'a', begin: 0, end: 7 }] });
  const said = (article, text) => ({ article, begin: 0, end: text.length, predicate: { begin: 8, end: 16 }, text });
  const edge = (type, evidence, more = {}) => ({ source: 'norland', target: 'westmark', key: 0, type, predicate: 'attack', status: 'asserted', speaker: null, time: null, confidence: 0.9, evidence: [evidence], ...more });
  const graph = {
    directed: true, multigraph: true,
    graph: { format: 'entente/1', articles: [{ id: 'a', title: 'A border closes', date: '2024-05-06', source: 'https://news.example/a?x=1&y=%22#top', outlet: 'The Example' },
      { id: 'b', title: 'Nasty', date: '2024-05-08', source: 'javascript:document.title="run"' }] },
    nodes: [node('norland', 'Norland'), node('westmark', 'Westmark')],
    edges: [edge('attacks', said('a', quote), { speaker: 'westmark' }), edge('visits', said('b', 'Norland visits Westmark.'), { key: 1 })],
  };
  const file = join(folder, 'web.json');
  const page = join(folder, 'web.html');
  writeFileSync(file, JSON.stringify(graph));
  execFileSync(program, ['draw', file, '-o', page]);
  return page;
}

let failed = 0;
// Opens the page, runs the steps, and holds the browser to its silence.
async function check(what, page, options, steps, hash = '') {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, bypassCSP: false, ...options });
  const tab = await context.newPage();
  const talk = [];
  tab.on('console', (message) => talk.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => talk.push(`error: ${error.message}`));
  tab.on('request', (request) => { if (!/^(file|blob):/.test(request.url())) talk.push(`request: ${request.url()}`); });
  try {
    await tab.goto(pathToFileURL(page).href + hash);
    await steps(tab, context);
    assert.deepEqual(talk, [], 'the browser complains');
    console.log(`ok   ${what}`);
  } catch (error) {
    ++failed;
    console.log(`FAIL ${what}\n     ${String(error.message).split('\n').slice(0, 12).join('\n     ')}`);
  }
  await context.close();
}
const text = (tab, selector) => tab.textContent(selector);
const count = (tab, selector) => tab.locator(selector).count();
const inSight = (tab, selector) => tab.waitForFunction((s) => {
  const box = document.querySelector(s)?.getBoundingClientRect();
  const frame = document.getElementById('text').getBoundingClientRect();
  return box && box.height > 0 && box.top >= Math.max(frame.top, 0) - 2 && box.bottom <= Math.min(frame.bottom, innerHeight) + 2;
}, selector, { timeout: 4000 });
const violations = (tab) => violationsOf(tab, axe);

const summit = build('summit', Summit);
const hostile = build('hostile', Hostile);
const russia = '#picture .actor[aria-label="Russia"]';

await check('loads: one file, small, everything marked', summit, {}, async (tab) => {
  assert.ok(statSync(summit).size < 1e6);
  assert.ok(await count(tab, '#picture .actor') >= 6);
  assert.ok(await count(tab, '#picture .relation') >= 6);
  assert.ok(await count(tab, '#text mark.country') >= 10);
  assert.match(await text(tab, '#count'), /^\d+ actors, \d+ relations$/);
  assert.match(await text(tab, '#text'), /Russia will support China next week/);
});
await check('an actor shows its mentions and relations', summit, {}, async (tab) => {
  await tab.click(russia);
  assert.equal(await text(tab, '#detail h2'), 'Russia');
  assert.match(await text(tab, '#detail'), /4 mentions/);
  assert.match(await text(tab, '#detail'), /Russia attacks Ukraine/);
  const marked = await tab.locator('#text mark.on').allTextContents();
  assert.equal(marked.length, 4);
  assert.ok(marked.every((m) => m === 'Russia'));
  await tab.click('#detail button[aria-label="Next mention"]');
  assert.match(await text(tab, '#detail'), /1 of 4/);
  await inSight(tab, '#text mark.now');
  assert.ok(await count(tab, '#picture .lit') > 3);
  await tab.keyboard.press('Escape');
  assert.equal(await count(tab, '#text mark.on'), 0);
  assert.ok(await tab.isHidden('#detail'));
});
await check('a line shows its sentence, in sight and marked', summit, {}, async (tab) => {
  const words = tab.locator('#picture .relation.attacks text', { hasText: 'attacks' }).first();
  await words.click();
  const said = await tab.locator('#text [data-s].on').allTextContents();
  assert.ok(said.length >= 1);
  assert.ok(said.every((s) => /attacked|invaded/.test(s)), said.join('|'));
  assert.match(await text(tab, '#detail blockquote'), /attacked|invaded/);
  await inSight(tab, '#text [data-s].on');
  await tab.click('#detail blockquote button');
  assert.ok(await count(tab, '#text [data-s].now') >= 1);
});
await check('a mention in the text chooses its actor', summit, {}, async (tab) => {
  await tab.click('#text mark.country >> text=Japan >> nth=0');
  assert.equal(await text(tab, '#detail h2'), 'Japan');
});
await check('search narrows the lists, Enter chooses', summit, {}, async (tab) => {
  await tab.fill('#search', 'UKRAIN');
  const shown = await tab.locator('#actors li:visible').allTextContents();
  assert.deepEqual(shown, ['Ukraine']);
  assert.equal(await count(tab, '#picture .found'), 1);
  await tab.press('#search', 'Enter');
  assert.equal(await text(tab, '#detail h2'), 'Ukraine');
  await tab.fill('#search', 'nobody at all');
  assert.match(await text(tab, '#count'), /^0 actors, 0 relations of/);
});
await check('filters take lines away and give them back', summit, {}, async (tab) => {
  const lines = () => tab.locator('#picture .relation:not(.away)').count();
  const before = await lines();
  await tab.click('#filters-button');
  await tab.uncheck('input[name="Family-conflict"]');
  assert.ok(await lines() < before);
  assert.equal(await count(tab, '#picture .family-conflict:not(.away)'), 0);
  assert.equal(await tab.locator('#relations li:visible', { hasText: 'attacks' }).count(), 0);
  await tab.click('button[type=reset]');
  await tab.waitForFunction((n) => document.querySelectorAll('#picture .relation:not(.away)').length === n, before);
  await tab.uncheck('input[name="Said as-planned"]');
  assert.equal(await tab.locator('#relations li:visible', { hasText: '(planned)' }).count(), 0);
  await tab.click('button[type=reset]');
  await tab.selectOption('#speaker', { index: 1 });
  const spoken = await tab.locator('#relations li:visible').count();
  assert.ok(spoken >= 1 && spoken < before, `${spoken} of ${before}`);
  await tab.click('button[type=reset]');
  await tab.fill('input[name="Until"]', '2022-12-31');
  await tab.waitForFunction(() => [...document.querySelectorAll('#relations li')].filter((li) => !li.hidden).length === 1);
  assert.equal(await tab.locator('#relations li:visible', { hasText: 'Russia attacks Ukraine' }).count(), 1);
});
await check('keys: Tab reaches the picture, arrows walk, Enter chooses', summit, {}, async (tab) => {
  const focused = () => tab.evaluate(() => document.activeElement.getAttribute('aria-label'));
  for (let i = 0; i < 12 && !(await tab.evaluate(() => document.activeElement.classList.contains('actor'))); ++i) {
    await tab.keyboard.press('Tab');
  }
  const seen = new Set([await focused()]);
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
    await tab.keyboard.press(key);
    seen.add(await focused());
  }
  assert.ok(seen.size >= 3, [...seen].join());
  const name = await focused();
  await tab.keyboard.press('Enter');
  assert.equal(await text(tab, '#detail h2'), name.split(',')[0]);
  const box = () => tab.getAttribute('#picture', 'viewBox');
  const whole = await box();
  await tab.keyboard.press('+');
  assert.notEqual(await box(), whole);
  await tab.keyboard.press('0');
  assert.deepEqual((await box()).split(' ').map(Number), whole.split(' ').map(Number));
  // Once more Tab leaves the picture: it is one stop.
  await tab.keyboard.press('Tab');
  assert.ok(!(await tab.evaluate(() => document.activeElement.closest('#picture'))));
});
await check('the picture pans and zooms, actors can be dragged with their lines', summit, {}, async (tab) => {
  const start = await tab.locator(russia).boundingBox();
  const line = tab.locator('#picture .relation.attacks .line').first();
  const before = await line.getAttribute('d');
  await tab.mouse.move(start.x + 6, start.y + 6);
  await tab.mouse.down();
  await tab.mouse.move(start.x + 66, start.y + 46, { steps: 4 });
  await tab.mouse.up();
  const now = await tab.locator(russia).boundingBox();
  assert.ok(Math.abs(now.x - start.x - 60) < 8 && Math.abs(now.y - start.y - 40) < 8, JSON.stringify([start, now]));
  assert.ok(await tab.isHidden('#detail'), 'dragging must not choose');
  const lines = await tab.locator('#picture .relation .line').evaluateAll((all) => all.map((l) => l.getAttribute('d')).join());
  assert.ok(!lines.includes('NaN') && !lines.includes('undefined'));
  assert.ok(before !== null);
  const whole = await tab.getAttribute('#picture', 'viewBox');
  await tab.mouse.wheel(0, -300);
  await tab.waitForFunction((w) => document.getElementById('picture').getAttribute('viewBox') !== w, whole);
  await tab.click('#fit');
  assert.deepEqual((await tab.getAttribute('#picture', 'viewBox')).split(' ').map(Number), whole.split(' ').map(Number));
});
const web = webGraph();
await check('the original and the sentence in it are one click away', web, {}, async (tab) => {
  const links = await tab.locator('#text a').evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.textContent, a.rel]));
  assert.deepEqual(links, [['https://news.example/a?x=1&y=%22#top', 'The original at The Example', 'noopener noreferrer']]);
  await tab.click('#relations button >> text=attacks');
  assert.match(await text(tab, '#detail'), /claim, 90 % certain/);
  const there = await tab.getAttribute('#detail blockquote a', 'href');
  assert.equal(there, 'https://news.example/a?x=1&y=%22#:~:text=Norland%20attacked%20Westmark%20on%20Monday%2C,trains%20and%20their%20crews%20since.');
  await tab.click('#relations button >> text=visits');
  assert.equal(await count(tab, '#detail blockquote a'), 0);
  assert.equal(await count(tab, 'a[href^="javascript"]'), 0);
  assert.match((await tab.locator('#timeline time').allTextContents()).join('|'), /^reported 6 May 2024\|reported 8 May 2024$/);
});
await check('a sentence is copied with its source', web, {}, async (tab, context) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab.click('#relations button >> text=attacks');
  await tab.click('#detail button >> text=Copy');
  await tab.waitForFunction(() => /Copied/.test(document.getElementById('detail').textContent));
  await tab.focus('#search');
  await tab.keyboard.press('Control+V');
  const pasted = await tab.inputValue('#search');
  assert.match(pasted, /^“Norland attacked .* since\.” – A border closes, The Example, 2024-05-06, https:\/\/news\.example/);
});
for (const [hash, heading] of [['#actor-russia', 'Russia'], ['#relation-russia-attacks-ukraine', 'Russia attacks Ukraine']]) {
  await check(`the address ${hash} chooses`, summit, {}, async (tab) => {
    assert.equal(await text(tab, '#detail h2'), heading);
    await tab.click('#text mark.country >> text=Japan >> nth=0');
    assert.equal(await tab.evaluate(() => location.hash), '#actor-japan');
    await tab.evaluate((to) => { location.hash = to; }, hash);
    await tab.waitForFunction((h) => document.querySelector('#detail h2').textContent === h, heading);
    await tab.keyboard.press('Escape');
    assert.ok(await tab.isHidden('#detail'));
  }, hash);
}
async function saved(tab, selector) {
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.click(selector)]);
  return { name: download.suggestedFilename(), path: await download.path() };
}
await check('the picture is saved as SVG and as PNG, without what is hidden', summit, {}, async (tab) => {
  await tab.click('#filters-button');
  await tab.uncheck('input[name="Family-conflict"]');
  const svg = await saved(tab, '#save-svg');
  assert.equal(svg.name, 'Leaders-meet-in-Geneva.svg');
  const drawing = readFileSync(svg.path, 'utf8');
  assert.match(drawing, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.match(drawing, />Russia</);
  assert.doesNotMatch(drawing, /family-conflict|tabindex|class="hit"/);
  const png = readFileSync((await saved(tab, '#save-png')).path);
  assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(png.readUInt32BE(16) > 600, 'large enough to print');
});
await check('corrections hide at once, and their file is read by build and by draw', summit, {}, async (tab) => {
  const article = join(folder, 'summit.txt');
  const relations = (...more) => JSON.parse(execFileSync(program, ['build', article, '--format', 'json', ...more])).edges
    .map((e) => `${e.source} ${e.type} ${e.target}`);
  assert.ok(relations().includes('russia attacks ukraine'));
  assert.ok(relations().includes('france attacks germany'));
  await tab.click('#relations button >> text=Russia attacks Ukraine');
  await tab.click('#detail button >> text=Wrong: hide it');
  assert.equal(await tab.locator('#relations li:visible', { hasText: 'Russia attacks Ukraine' }).count(), 0);
  await tab.click('#relations button >> text=France attacks Germany');
  await tab.selectOption('#detail p.doings select', 'criticizes');
  await tab.click('#actors button >> text=Poland');
  await tab.click('#detail summary');
  await tab.click('#detail button >> text=No actor: hide it');
  assert.equal(await tab.locator('#actors li:visible', { hasText: 'Poland' }).count(), 0);
  assert.equal(await tab.locator('#picture .actor:not(.away)[aria-label^="Poland"]').count(), 0);
  await tab.click('#actors button >> text=Norland');
  await tab.click('#detail summary');
  await tab.selectOption('#detail details select', 'organisation');
  assert.deepEqual(await violations(tab), []);
  const file = await saved(tab, '#corrections button >> text=Save corrections.tsv');
  assert.equal(readFileSync(file.path, 'utf8'), 'strike\tRussia\tattacks\tUkraine\nretype\tFrance\tattacks\tGermany\tcriticizes\n'
    + 'not\tPoland\nkind\tNorland\torganisation\n');
  const graph = join(folder, 'uncorrected.json');
  execFileSync(program, ['build', article, '-o', graph]);
  for (const source of [['build', article], ['draw', graph], ['merge', graph]]) {
    const again = JSON.parse(execFileSync(program, [...source, '--format', 'json', '--relations', file.path]));
    const edges = again.edges.map((e) => `${e.source} ${e.type} ${e.target}`);
    assert.ok(!edges.includes('russia attacks ukraine') && !edges.includes('france attacks germany'), edges.join());
    assert.ok(edges.includes('france criticizes germany'), edges.join());
    assert.ok(!again.nodes.some((n) => n.name === 'Poland'));
    assert.equal(again.nodes.find((n) => n.name === 'Norland').type, 'organisation');
  }
  await tab.locator('#corrections button >> text=Undo').first().click();
  assert.equal(await tab.locator('#relations li:visible', { hasText: 'Russia attacks Ukraine' }).count(), 1);
});
await check('the timeline has what the text dates', summit, {}, async (tab) => {
  assert.match((await tab.locator('#timeline time').allTextContents()).join('|'), /24 February 2022/);
  await tab.click('#timeline summary');
  await tab.click('#timeline button >> text=Russia attacks Ukraine');
  assert.equal(await text(tab, '#detail h2'), 'Russia attacks Ukraine');
});
await check('on a phone letters can be read, and what is tapped is told in sight', summit, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (tab) => {
  const least = await tab.evaluate(() => Math.min(...[...document.querySelectorAll('#picture text')]
    .map((t) => Number(t.getAttribute('font-size')) * t.getScreenCTM().a)));
  assert.ok(least >= 9, `letters of ${least} pixels`);
  const frame = await tab.locator('#view').boundingBox();
  const first = await tab.locator('#picture .actor').first().boundingBox();
  assert.ok(first.x >= frame.x - 1 && first.x + first.width <= frame.x + frame.width + 1, 'the main actor is in sight');
  await tab.locator('#picture .actor').first().tap();
  const detail = await tab.locator('#detail').boundingBox();
  assert.ok(detail.y > 300 && detail.y + detail.height <= 845, JSON.stringify(detail));
  await tab.click('#fit');
  const whole = await tab.locator('#picture').boundingBox();
  assert.ok(whole.width <= 391);
});
for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }]]) {
  await check(`${name}: no serious violation, nothing wider than the screen`, summit, options, async (tab) => {
    assert.deepEqual(await violations(tab), []);
    await tab.click('#filters-button');
    await tab.locator('#actors button').first().click();
    assert.deepEqual(await violations(tab), []);
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const paper = await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(paper === 'rgb(255, 255, 255)', name !== 'dark');
  });
}
await check('prints the picture, the lists and the text, without controls, light', summit, { colorScheme: 'dark' }, async (tab) => {
  await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const selector of ['.tools', '.zoom', '#filters']) assert.ok(await tab.isHidden(selector), selector);
  for (const selector of ['#picture', '#legend', '#relations', '#text']) assert.ok(await tab.isVisible(selector), selector);
  assert.equal(await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
  const [lists, article] = [await tab.locator('#lists').boundingBox(), await tab.locator('#text').boundingBox()];
  assert.ok(await tab.evaluate(() => document.getElementById('lists').scrollHeight <= document.getElementById('lists').clientHeight + 1), 'the lists are cut');
  assert.ok(lists.y + lists.height <= article.y + 1, 'the text stands on the lists');
  const paper = await tab.pdf({ format: 'A4' });
  assert.ok(paper.length > 10000);
});
for (const [name, page] of [['article', hostile], ['graph', hostileGraph()]]) {
  await check(`hostile ${name}: text stays text`, page, {}, async (tab) => {
    assert.notEqual(await tab.title(), 'run');
    assert.equal(await count(tab, 'script'), 2);
    assert.equal(await count(tab, 'style'), 1);
    assert.equal(await count(tab, 'img, b'), 0);
    const shown = (await tab.evaluate(() => document.body.textContent)).replace(/\s+/g, ' ');
    for (const nasty of Nasty) {
      const plain = nasty.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
      assert.ok(shown.includes(plain), `lost: ${plain}`);
    }
    assert.ok(!/[\u202A-\u202E]/.test(shown), 'a direction override came through');
    for (const button of await tab.locator('#actors button').all()) {
      await button.click();
      if (await tab.isVisible('#detail li button')) await tab.locator('#detail li button').first().click();
    }
    assert.notEqual(await tab.title(), 'run');
    assert.equal(await count(tab, 'img, b'), 0);
    assert.deepEqual(await violations(tab), []);
  });
}
await check('the policy lets nothing else run', summit, {}, async (tab) => {
  const policy = await tab.getAttribute('meta[http-equiv]', 'content');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|http|data:|\*/);
});

await browser.close();
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
