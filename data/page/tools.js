// What a reader takes away from the page: links to the originals, sentences with their source, the picture as a file, the
// order of events, and corrections as a file that entente takes by --relations.
(() => {
  'use strict';
  const { data, make, choose, extras, sentence, picture } = page;
  const { articles, actors, relations, quotes, sources } = data;
  const by = (id) => document.getElementById(id);
  const button = (words, onclick, given = {}) => make('button', { type: 'button', className: 'small', onclick, ...given }, words);

  // ---- The sentence where it stands ----------------------------------------------------------------------------
  // A text fragment (WICG, Scroll to Text Fragment) finds the sentence in the page; a long one by its first and last words.
  function fragment(text) {
    const coded = (words) => encodeURIComponent(words).replace(/-/g, '%2D');
    const words = text.trim().split(/\s+/);
    const whole = words.length <= 12;
    return `#:~:text=${whole ? coded(words.join(' ')) : `${coded(words.slice(0, 5).join(' '))},${coded(words.slice(-5).join(' '))}`}`;
  }
  function cited(s) {
    const { title, outlet, date, url } = articles[sources[s]] ?? {};
    return `“${quotes[s]}” – ${[title, outlet, date, url].filter(Boolean).join(', ')}`;
  }
  async function copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // a browser that does not let pages use the clipboard
      const field = make('textarea', { value: text, className: 'unseen' });
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    said.textContent = 'Copied';
  }
  extras.quote = (s) => {
    const url = articles[sources[s]]?.url;
    const said = make('span', { role: 'status', className: 'say' });
    return [' ', make('span', { className: 'doings' }, button('Copy', () => copy(cited(s), said), { ariaLabel: 'Copy the sentence with its source' }),
      ...(url ? [make('a', { href: url.replace(/#.*/s, '') + fragment(quotes[s]), target: '_blank', rel: 'noopener noreferrer' }, 'In the original')] : []), said)];
  };

  // ---- Files ---------------------------------------------------------------------------------------------------
  function save(name, blob) {
    const link = make('a', { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  const fileName = (ending) => `${document.title.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'entente'}.${ending}`;
  // The picture as it is now, actors where they were dragged to, without what is hidden; always on a light page.
  function standalone() {
    const copied = picture.cloneNode(true);
    copied.querySelectorAll('.away, .hit').forEach((node) => node.remove());
    copied.querySelectorAll('[tabindex]').forEach((node) => { node.removeAttribute('tabindex'); node.setAttribute('role', 'img'); });
    copied.classList.remove('picked');
    copied.removeAttribute('style');
    const [, , width, height] = page.whole;
    for (const [name, value] of Object.entries({ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: page.whole.join(' '), role: 'img' })) {
      copied.setAttribute(name, value);
    }
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = '.relation text{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}';
    copied.prepend(style);
    return { text: new XMLSerializer().serializeToString(copied), width, height };
  }
  by('save-svg').addEventListener('click', () => save(fileName('svg'), new Blob([standalone().text], { type: 'image/svg+xml' })));
  by('save-png').addEventListener('click', async () => {
    const { text, width, height } = standalone();
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const scale = Math.min(3, 12000 / Math.max(width, height));
    const canvas = make('canvas', { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob((blob) => save(fileName('png'), blob), 'image/png');
  });

  // ---- The order of events -------------------------------------------------------------------------------------
  // Days that the text names; where there are several articles, also the days on which they appeared.
  function timeline() {
    const events = relations.flatMap((relation, i) => relation.evidence
      .filter((e) => (e.from ?? e.to) && (!e.reported || articles.length > 1))
      .map((e) => ({ i, day: e.from ?? e.to, until: e.to ?? e.from, reported: e.reported })));
    const seen = new Set();
    const each = events.filter(({ i, day }) => !seen.has(`${day} ${i}`) && seen.add(`${day} ${i}`));
    each.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.i - b.i));
    if (!each.length) return;
    const spoken = (day) => new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    const span = ({ day, until, reported }) => (reported ? `reported ${spoken(day)}` : day === until ? spoken(day)
      : day.slice(4) === '-01-01' && until === `${day.slice(0, 4)}-12-31` ? day.slice(0, 4) : `${spoken(day)} to ${spoken(until)}`);
    by('timeline').querySelector('ol').append(...each.map((event) => make('li', {},
      make('time', { dateTime: event.day }, span(event)), ' ',
      make('button', { type: 'button', className: 'plain', dir: 'auto', onclick: () => choose({ relation: event.i }) }, sentence(relations[event.i])))));
    by('timeline').hidden = false;
  }

  // ---- Corrections ---------------------------------------------------------------------------------------------
  const wrong = new Map();        // index of a relation → the type that it is instead, or ''
  const wrongActors = new Map();  // index of an actor → a kind, 'not', or the index of the actor that it is too
  // By its name, or by its id where others are called so.
  const called = (i) => (actors.filter(({ name }) => name === actors[i].name).length > 1 ? actors[i].id : actors[i].name);
  // Without what would end a column.
  const plain = (text) => text.replace(/[\t\r\n]+/g, ' ').trim();
  function actorRow(i, says) {
    return typeof says === 'number' ? ['same', called(says), called(i)] : says === 'not' ? ['not', called(i)] : ['kind', called(i), says];
  }
  function relationRow(r, type) {
    const { source, target, type: read } = relations[r];
    return [type ? 'retype' : 'strike', called(source), read, called(target), ...(type ? [type] : [])];
  }
  // Relations first: their actors go by the names that they have on the page.
  const file = () => [...[...wrong].map(([r, type]) => relationRow(r, type)), ...[...wrongActors].map(([i, says]) => actorRow(i, says))]
    .map((row) => `${row.map(plain).join('\t')}\n`).join('');

  function changed() {
    page.struck.clear();
    page.struckActors.clear();
    wrong.forEach((type, r) => { if (!type) page.struck.add(relations[r]); });
    wrongActors.forEach((says, i) => { if (says === 'not') page.struckActors.add(i); });
    page.refresh();
    list();
  }
  function list() {
    const panel = by('corrections');
    const undo = (map, key) => button('Undo', () => { map.delete(key); changed(); });
    const said = (i, says) => (says === 'not' ? 'is no actor' : typeof says === 'number' ? `is ${actors[says].name}` : `is of the kind ${says}`);
    panel.hidden = wrong.size + wrongActors.size === 0;
    panel.replaceChildren(make('h2', {}, 'Corrections'), make('ul', {},
      ...[...wrong].map(([r, type]) => make('li', {}, `${sentence(relations[r])}: ${type ? `rather “${data.vocabulary[type]}”` : 'wrong'} `, undo(wrong, r))),
      ...[...wrongActors].map(([i, says]) => make('li', {}, `${actors[i].name} ${said(i, says)} `, undo(wrongActors, i)))),
    make('p', {}, button('Save corrections.tsv', () => save('corrections.tsv', new Blob([file()])))),
    make('p', { className: 'credit' }, 'Give the file to entente build, draw, query or merge: --relations corrections.tsv. Beside a store news.db it is called news.db.corrections.'));
  }
  function pick(label, first, entries, onpick) {
    const select = make('select', { onchange: () => { if (select.value) onpick(select.value); } },
      make('option', { value: '' }, first), ...entries.map(([value, words]) => make('option', { value }, words)));
    return make('label', {}, `${label} `, select);
  }
  extras.relation = (r) => [make('p', { className: 'doings' },
    button('Wrong: hide it', () => { wrong.set(r, ''); changed(); }),
    pick('Rather:', 'another type', Object.entries(data.vocabulary).filter(([name, words]) => words && name !== relations[r].type),
      (type) => { wrong.set(r, type); changed(); }))];
  extras.actor = (i) => [make('details', { className: 'doings' }, make('summary', {}, 'Correct'),
    button('No actor: hide it', () => { wrongActors.set(i, 'not'); changed(); }), ' ',
    pick('Kind:', 'another', data.kinds.filter((kind) => kind !== actors[i].kind).map((kind) => [kind, kind]),
      (kind) => { wrongActors.set(i, kind); changed(); }), ' ',
    pick('The same as:', 'another actor', actors.map((actor, k) => [String(k), actor.name]).filter(([k]) => Number(k) !== i),
      (k) => { wrongActors.set(i, Number(k)); changed(); }))];

  timeline();
  page.chooseByAddress();
})();
