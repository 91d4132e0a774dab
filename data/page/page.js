// The page's script: choose actors and lines, find their sentences, move the picture, search and filter.
// Text from articles only ever becomes text: nothing here parses HTML. `page` is what tools.js, which follows, works with.
const page = (() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const by = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const { actors, relations, lines, quotes } = data;

  // An element with properties, attributes and children; strings become text.
  function make(tag, given = {}, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(given)) {
      if (key in node && key !== 'list') node[key] = value;
      else node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  }
  function plural(n, one, many) { return `${n} ${n === 1 ? one : many}`; }
  function sentence(relation) {
    const plain = ['asserted', 'negated', 'ended'].includes(relation.status);  // the label says it
    const speakers = relation.claim ? [...new Set(relation.evidence.map((e) => e.speaker).filter(Boolean))] : [];
    const remarks = [plain ? '' : relation.status, speakers.length ? `${speakers.length > 1 ? 'say' : 'says'} ${speakers.join(', ')}` : '']
      .filter(Boolean).join(', ');
    return `${actors[relation.source].name} ${relation.label} ${actors[relation.target].name}${remarks ? ` (${remarks})` : ''}`;
  }
  // What the relation is told as: a fact only where the text itself says it.
  function standing(relation) {
    return relation.claim && relation.status === 'asserted' ? 'claim' : data.statuses[relation.status];
  }
  const small = matchMedia('(max-width: 820px)');

  // ---- What belongs together -----------------------------------------------------------------------------------
  const marks = actors.map(() => []);
  for (const mark of all('#text mark')) {
    mark.dataset.a.split(' ').forEach((a) => marks[a].push(mark));
  }
  const sayings = quotes.map(() => []);
  for (const span of all('#text [data-s]')) sayings[span.dataset.s].push(span);
  const ofActor = actors.map(() => []);
  relations.forEach((relation, i) => {
    ofActor[relation.source].push(i);
    if (relation.target !== relation.source) ofActor[relation.target].push(i);
  });
  const picture = by('picture');
  const actorNodes = actors.map((actor) => actor.node && by(actor.node));
  const lineNodes = lines.map((line) => by(line.id));
  const relationsOfLine = lines.map((_, l) => relations.flatMap((relation, i) => (relation.line === l ? [i] : [])));

  // ---- Filters -------------------------------------------------------------------------------------------------
  const off = { family: new Set(), type: new Set(), status: new Set() };
  const struck = new Set();        // relations that the reader hides
  const struckActors = new Set();  // and actors
  let speaker = '';
  let since = '';
  let until = '';
  const byEvidence = (evidence) =>
    (!speaker || evidence.speaker === speaker) &&
    (!since || (evidence.to ?? evidence.from ?? '') >= since) &&
    (!until || (evidence.from ?? evidence.to ?? '9') <= until);
  function passes(relation) {
    if (struck.has(relation) || struckActors.has(relation.source) || struckActors.has(relation.target)) return false;
    return !off.family.has(relation.family) && !off.type.has(relation.type) && !off.status.has(relation.status) &&
      ((!speaker && !since && !until) || relation.evidence.some(byEvidence));
  }

  // ---- Lists and search ----------------------------------------------------------------------------------------
  const search = by('search');
  const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const actorText = actors.map((actor) => folded([actor.name, actor.about, ...actor.also].join('\n')));
  const relationText = relations.map((relation) =>
    folded([sentence(relation), ...relation.evidence.map((e) => quotes[e.s] ?? '')].join('\n')));
  const bySalience = actors.map((_, i) => i).sort((a, b) => actors[b].salience - actors[a].salience || a - b);

  const actorButtons = actors.map((actor, i) =>
    make('button', { type: 'button', className: actor.kind, dir: 'auto', onclick: () => choose({ actor: i }) }, actor.name));
  by('actors').append(...bySalience.map((i) => make('li', {}, actorButtons[i])));
  const relationButtons = relations.map((relation, i) =>
    make('button', { type: 'button', className: 'plain', dir: 'auto', onclick: () => choose({ relation: i }) }, sentence(relation)));
  by('relations').append(...relationButtons.map((button, i) =>
    make('li', {}, make('span', { className: `swatch ${relations[i].family}`, ariaHidden: 'true' }), button)));

  function refresh() {
    const words = folded(search.value.trim());
    const shown = relations.map(passes);
    const narrowed = shown.includes(false) || struckActors.size > 0;
    const alive = actors.map((_, i) => !struckActors.has(i) && (!narrowed || !ofActor[i].length || ofActor[i].some((r) => shown[r])));
    const foundActor = actors.map((_, i) => actorText[i].includes(words));
    actorButtons.forEach((button, i) => { button.parentNode.hidden = !alive[i] || !foundActor[i]; });
    relationButtons.forEach((button, i) => { button.parentNode.hidden = !shown[i] || !relationText[i].includes(words); });
    lineNodes.forEach((node, l) => node.classList.toggle('away', relationsOfLine[l].length > 0 && !relationsOfLine[l].some((r) => shown[r])));
    actorNodes.forEach((node, i) => {
      node?.classList.toggle('away', struckActors.has(i));
      node?.classList.toggle('dim', !alive[i]);
      node?.classList.toggle('found', words !== '' && foundActor[i]);
    });
    const count = (buttons) => buttons.filter((button) => !button.parentNode.hidden).length;
    by('count').textContent = `${plural(count(actorButtons), 'actor', 'actors')}, ` +
      `${plural(count(relationButtons), 'relation', 'relations')}${narrowed || words ? ' of ' + relations.length : ''}`;
    by('filters-button').textContent = narrowed ? 'Filters (on)' : 'Filters';
  }
  search.addEventListener('input', refresh);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      const first = [...bySalience.map((i) => actorButtons[i]), ...relationButtons].find((b) => !b.parentNode.hidden);
      first?.click();
    }
  });

  function boxes(title, set, words, swatch) {
    const entries = Object.entries(words);
    if (entries.length < 2) return;
    const group = make('div', { className: entries.length > 8 ? 'many' : '' });
    for (const [name, says] of entries) {
      const box = make('input', {
        type: 'checkbox', defaultChecked: true, name: `${title}-${name}`,
        onchange: () => { set[box.checked ? 'delete' : 'add'](name); refresh(); },
      });
      group.append(make('label', {}, box, ' ', ...(swatch ? [make('span', { className: `swatch ${name}` })] : []), says));
    }
    by('filters').append(make('fieldset', {}, make('legend', {}, title), group));
  }
  function buildFilters() {
    boxes('Family', off.family, data.families, true);
    boxes('Type', off.type, data.types);
    boxes('Said as', off.status, data.statuses);
    const evidence = relations.flatMap((relation) => relation.evidence);
    const speakers = [...new Set(evidence.map((e) => e.speaker).filter(Boolean))].sort();
    if (speakers.length) {
      const pick = make('select', { id: 'speaker', onchange: () => { speaker = pick.value; refresh(); } },
        make('option', { value: '' }, 'anyone'), ...speakers.map((name) => make('option', { value: name }, name)));
      by('filters').append(make('fieldset', {}, make('legend', {}, 'Said by'), make('label', {}, 'Speaker ', pick)));
    }
    const days = evidence.flatMap((e) => [e.from, e.to]).filter(Boolean).sort();
    if (days.length && days[0] !== days.at(-1)) {
      const day = (name, set) => make('label', {}, `${name} `, make('input', {
        type: 'date', min: days[0], max: days.at(-1), name, onchange: (event) => { set(event.target.value); refresh(); },
      }));
      by('filters').append(make('fieldset', {}, make('legend', {}, 'Time'),
        day('From', (value) => { since = value; }), day('Until', (value) => { until = value; })));
    }
    by('filters').append(make('button', {
      type: 'reset', onclick: () => {
        Object.values(off).forEach((set) => set.clear());
        speaker = since = until = '';
        setTimeout(refresh);
      },
    }, 'Show all'));
  }
  by('filters-button').addEventListener('click', (event) => {
    const panel = by('filters');
    panel.hidden = !panel.hidden;
    event.currentTarget.setAttribute('aria-expanded', String(!panel.hidden));
    fit();
  });
  by('filters').addEventListener('submit', (event) => event.preventDefault());

  // ---- Choosing ------------------------------------------------------------------------------------------------
  const detail = by('detail');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  function show(node) {
    node?.scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth', block: 'center' });
  }
  // Into sight when something is chosen, unless that would hide the picture on a small screen.
  function follow(node) {
    if (!small.matches) show(node);
  }
  function clearMarks() {
    all('.on, .now').forEach((node) => node.classList.remove('on', 'now'));
    all('.lit, .chosen', picture).forEach((node) => node.classList.remove('lit', 'chosen'));
    [...actorButtons, ...relationButtons].forEach((button) => button.setAttribute('aria-pressed', 'false'));
    picture.classList.remove('picked');
  }
  function clear() {
    clearMarks();
    detail.hidden = true;
    detail.replaceChildren();
    if (/^#(actor|relation)-/.test(location.hash)) history.replaceState(null, '', '#');
  }
  // What tools.js adds to what is shown of a sentence, an actor and a relation.
  const extras = { quote: () => [], actor: () => [], relation: () => [] };
  function light(lit, chosen) {
    lit.forEach((node) => node?.classList.add('lit'));
    if (chosen) {
      chosen.classList.add('lit', 'chosen');
      picture.classList.add('picked');
    }
  }

  function quotesOf(relation) {
    return relation.evidence.map((evidence) => {
      const remarks = [evidence.speaker && `says ${evidence.speaker}`, evidence.time].filter(Boolean).join(', ');
      return make('blockquote', { dir: 'auto' },
        make('button', { type: 'button', className: 'plain', onclick: () => go(evidence.s) }, quotes[evidence.s] ?? ''),
        ...(remarks ? [' ', make('span', { className: 'say' }, remarks)] : []), ...extras.quote(evidence.s));
    });
  }
  function go(s) {
    all('[data-s].now').forEach((node) => node.classList.remove('now'));
    sayings[s]?.forEach((node) => node.classList.add('on', 'now'));
    show(sayings[s]?.[0]);
  }
  function fill(title, ...content) {
    detail.replaceChildren(
      make('div', { className: 'head' }, make('h2', { dir: 'auto' }, title),
        make('button', { type: 'button', onclick: clear, ariaLabel: 'Close' }, '×')), ...content);
    detail.hidden = false;
    detail.scrollTop = 0;
  }

  function stepper(places) {
    let at = -1;
    const say = make('span', { className: 'say', role: 'status' });
    const step = (way) => {
      at = (at < 0 && way < 0 ? places.length - 1 : at + way + places.length) % places.length;
      all('mark.now').forEach((node) => node.classList.remove('now'));
      places[at].classList.add('now');
      show(places[at]);
      say.textContent = ` ${at + 1} of ${places.length}`;
    };
    return make('p', {}, plural(places.length, 'mention', 'mentions'), ' ',
      make('button', { type: 'button', onclick: () => step(-1), ariaLabel: 'Previous mention' }, '‹'), ' ',
      make('button', { type: 'button', onclick: () => step(1), ariaLabel: 'Next mention' }, '›'), say);
  }

  function chooseActor(i) {
    const actor = actors[i];
    light(lines.flatMap((line, l) =>
      (line.source === i || line.target === i ? [lineNodes[l], actorNodes[line.source], actorNodes[line.target]] : [])),
    actorNodes[i]);
    marks[i].forEach((mark) => mark.classList.add('on'));
    actorButtons[i].setAttribute('aria-pressed', 'true');
    const about = [actor.kind, actor.about].filter(Boolean).join(', ');
    remember(`#actor-${encodeURIComponent(actor.id)}`);
    fill(actor.name,
      make('p', { className: 'credit', dir: 'auto' }, about),
      ...(actor.also.length ? [make('p', { className: 'credit', dir: 'auto' }, `Also: ${actor.also.join(', ')}`)] : []),
      ...(marks[i].length ? [stepper(marks[i])] : []),
      ...(ofActor[i].length ? [] : [make('p', { className: 'credit' }, 'No relations.')]),
      make('ul', {}, ...ofActor[i].map((r) => make('li', {},
        make('span', { className: `swatch ${relations[r].family}` }),
        make('button', { type: 'button', className: 'plain', dir: 'auto', onclick: () => choose({ relation: r }) }, sentence(relations[r]))))),
      ...extras.actor(i));
    follow(marks[i][0]);
  }
  function chooseRelations(list, title, line) {
    const ends = list.flatMap((r) => [relations[r].source, relations[r].target]);
    light(ends.map((i) => actorNodes[i]), line === null ? undefined : lineNodes[line]);
    ends.forEach((i) => marks[i].forEach((mark) => mark.classList.toggle('on', mark.closest('[data-s].on') !== null)));
    const said = list.flatMap((r) => relations[r].evidence.map((e) => e.s));
    said.forEach((s) => sayings[s]?.forEach((node) => node.classList.add('on')));
    list.forEach((r) => relationButtons[r].setAttribute('aria-pressed', 'true'));
    fill(title, ...list.map((r) => make('div', {},
      make('p', { dir: 'auto' }, make('span', { className: `swatch ${relations[r].family}` }), sentence(relations[r]),
        make('span', { className: 'say' }, ` · ${standing(relations[r])}, ${Math.round(100 * relations[r].confidence)} % certain`)),
      ...quotesOf(relations[r]), ...extras.relation(r))));
    if (list.length) remember(places[list[0]]);
    follow(sayings[Math.min(...said)]?.[0]);
  }
  // Where each relation and actor is found by the address of the page: #actor-russia, #relation-russia-attacks-ukraine.
  const places = relations.map((relation) =>
    `#relation-${[actors[relation.source].id, relation.type, actors[relation.target].id].map(encodeURIComponent).join('-')}`);
  const met = new Map();
  places.forEach((place, i) => {
    met.set(place, (met.get(place) ?? 0) + 1);
    if (met.get(place) > 1) places[i] = `${place}-${met.get(place)}`;
  });
  function remember(place) {
    if (location.hash !== place) history.replaceState(null, '', place);
  }
  function chooseByAddress() {
    const relation = places.indexOf(location.hash);
    const actor = actors.findIndex((one) => `#actor-${encodeURIComponent(one.id)}` === location.hash);
    if (relation >= 0) choose({ relation });
    else if (actor >= 0) choose({ actor });
  }
  addEventListener('hashchange', chooseByAddress);
  // What may be chosen: {actor}, {relation}, {line}.
  function choose(what) {
    clearMarks();
    if (what.actor !== undefined) chooseActor(what.actor);
    else if (what.line !== undefined) chooseRelations(relationsOfLine[what.line], lines[what.line].title, what.line);
    else chooseRelations([what.relation], sentence(relations[what.relation]), relations[what.relation].line);
  }

  by('text').addEventListener('click', (event) => {
    const mark = event.target.closest('mark');
    if (mark && String(getSelection()) === '') choose({ actor: Number(mark.dataset.a.split(' ')[0]) });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear();
  });

  // ---- The view: a part of the picture -------------------------------------------------------------------------
  const view = by('view');
  const [, , width, height] = picture.getAttribute('viewBox').split(' ').map(Number);
  let part = { x: 0, y: 0, w: width, h: height };
  function look(to) {
    part = to;
    picture.setAttribute('viewBox', `${to.x} ${to.y} ${to.w} ${to.h}`);
  }
  // On a small screen the picture is as large as its letters need, and its frame scrolls.
  let scale = 1;
  function scaleTo(to) {
    scale = Math.min(Math.max(to, 0.2), 6);
    const middle = { x: (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth, y: (view.scrollTop + view.clientHeight / 2) / view.scrollHeight };
    picture.style.width = `${width * scale}px`;
    picture.style.height = `${height * scale}px`;
    view.scrollTo(middle.x * view.scrollWidth - view.clientWidth / 2, middle.y * view.scrollHeight - view.clientHeight / 2);
  }
  function fit() {
    look({ x: 0, y: 0, w: width, h: height });
    if (small.matches) scaleTo(view.clientWidth / width);
  }
  const Readable = 1.15;  // pixels for a unit: the smallest letters are 9 units high
  function begin() {
    look({ x: 0, y: 0, w: width, h: height });
    picture.style.width = picture.style.height = '';
    if (!small.matches) return;
    scaleTo(Math.max(Readable, view.clientWidth / width));
    const first = picture.querySelector('.actor')?.getBoundingClientRect();  // the most prominent
    const frame = view.getBoundingClientRect();
    if (first) view.scrollBy(first.x + first.width / 2 - frame.x - frame.width / 2, first.y - frame.y - 20);
  }
  small.addEventListener('change', begin);
  // Units of the picture for each pixel of the screen.
  const unit = () => {
    const matrix = picture.getScreenCTM();
    return matrix && matrix.a ? 1 / matrix.a : 1;
  };
  function inPicture(x, y) {
    const matrix = picture.getScreenCTM();
    return matrix ? new DOMPoint(x, y).matrixTransform(matrix.inverse()) : { x: width / 2, y: height / 2 };
  }
  function zoom(by, at = { x: part.x + part.w / 2, y: part.y + part.h / 2 }) {
    if (small.matches) return scaleTo(scale * by);
    const w = Math.min(Math.max(part.w / by, width / 12), width * 3);
    const grown = w / part.w;
    look({ x: at.x - (at.x - part.x) * grown, y: at.y - (at.y - part.y) * grown, w, h: part.h * grown });
  }
  by('zoom-in').addEventListener('click', () => zoom(1.3));
  by('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  by('fit').addEventListener('click', fit);
  addEventListener('beforeprint', fit);
  view.addEventListener('wheel', (event) => {
    if (event.ctrlKey || matchMedia('(min-width: 821px)').matches) {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), inPicture(event.clientX, event.clientY));
    }
  }, { passive: false });

  // ---- Dragging: lines follow the actors at their ends ---------------------------------------------------------
  const moved = actors.map(() => ({ x: 0, y: 0 }));
  const numbers = (text) => text.match(/-?\d+(\.\d+)?/g).map(Number);
  const curves = lineNodes.map((node) => all('path', node).map((path) => ({ path, points: numbers(path.getAttribute('d')) })));
  // How far along a point is, 0 at the source: smooth, so that ends keep their directions.
  const ease = (t) => t * t * (3 - 2 * t);
  function drag(l) {
    const a = moved[lines[l].source];
    const b = moved[lines[l].target];
    for (const { path, points } of curves[l]) {
      const n = points.length / 2;
      const text = Array.from({ length: n }, (_, i) => {
        const t = ease(i / (n - 1));
        return `${i === 0 ? 'M' : i === 1 ? 'C' : ' '}${points[2 * i] + a.x + (b.x - a.x) * t} ${points[2 * i + 1] + a.y + (b.y - a.y) * t}`;
      });
      path.setAttribute('d', text.join(''));
    }
    const shift = (node, x, y) => node.setAttribute('transform', `translate(${x} ${y})`);
    all('.tip.from', lineNodes[l]).forEach((tip) => shift(tip, a.x, a.y));
    all('.tip.to', lineNodes[l]).forEach((tip) => shift(tip, b.x, b.y));
    all('g', lineNodes[l]).forEach((words) => shift(words, (a.x + b.x) / 2, (a.y + b.y) / 2));
  }
  function move(i, x, y) {
    moved[i].x += x;
    moved[i].y += y;
    actorNodes[i].setAttribute('transform', `translate(${moved[i].x} ${moved[i].y})`);
    lines.forEach((line, l) => { if (line.source === i || line.target === i) drag(l); });
  }

  const targetOf = (element) => {
    const node = element.closest?.('.actor, .relation');
    const actor = node ? actorNodes.indexOf(node) : -1;
    return actor >= 0 ? { actor } : node ? { line: lineNodes.indexOf(node) } : null;
  };
  const pointers = new Map();
  let held = null;  // what the first pointer is on, and whether it has moved
  view.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (small.matches && event.pointerType === 'touch') return;  // the frame scrolls; a tap is a click
    pointers.set(event.pointerId, event);
    if (pointers.size === 1) held = { what: targetOf(event.target), from: event, far: false };
  });
  view.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const others = [...pointers.values()].filter((p) => p.pointerId !== event.pointerId);
    const x = (event.clientX - last.clientX) * unit();
    const y = (event.clientY - last.clientY) * unit();
    if (others.length) {
      const far = (p) => Math.hypot(p.clientX - others[0].clientX, p.clientY - others[0].clientY);
      zoom(far(event) / Math.max(far(last), 1), inPicture((event.clientX + others[0].clientX) / 2, (event.clientY + others[0].clientY) / 2));
      held.far = true;
    } else {
      if (!held.far && Math.hypot(event.clientX - held.from.clientX, event.clientY - held.from.clientY) < 5) return;
      if (!held.far) {
        held.far = true;
        view.setPointerCapture(event.pointerId);
        view.classList.add('moving');
      }
      if (held.what?.actor !== undefined) move(held.what.actor, x, y);
      else look({ ...part, x: part.x - x, y: part.y - y });
    }
    pointers.set(event.pointerId, event);
  });
  function release(event) {
    if (!pointers.delete(event.pointerId) || pointers.size) return;
    view.classList.remove('moving');
    if (event.type === 'pointerup' && !held.far) {
      if (held.what) choose(held.what);
      else clear();
    }
    held = null;
  }
  view.addEventListener('click', (event) => {
    if (!small.matches || event.pointerType !== 'touch') return;
    const what = targetOf(event.target);
    if (what) choose(what);
    else clear();
  });
  view.addEventListener('pointerup', release);
  view.addEventListener('pointercancel', release);

  // ---- Keys: one actor of the picture can be reached by Tab, arrows go on from it ------------------------------
  const drawn = bySalience.filter((i) => actorNodes[i]);
  function centre(i) {
    const box = actorNodes[i].getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  function reach(i) {
    drawn.forEach((k) => actorNodes[k].setAttribute('tabindex', k === i ? '0' : '-1'));
  }
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  // The actor that lies best in that direction: near, and not much to the side.
  function beside(i, [dx, dy]) {
    const from = centre(i);
    let best = null;
    let least = Infinity;
    for (const k of drawn) {
      const at = centre(k);
      const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
      const across = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
      if (k !== i && along > 1 && along + 2 * across < least) {
        least = along + 2 * across;
        best = k;
      }
    }
    return best;
  }
  view.addEventListener('keydown', (event) => {
    const what = targetOf(event.target);
    if (event.key === 'Enter' || event.key === ' ') {
      if (what) choose(what);
    } else if (event.key === '+' || event.key === '=') zoom(1.3);
    else if (event.key === '-') zoom(1 / 1.3);
    else if (event.key === '0') fit();
    else if (ways[event.key] && what?.actor !== undefined) {
      const next = beside(what.actor, ways[event.key]);
      if (next !== null) {
        reach(next);
        actorNodes[next].focus();
      }
    } else return;
    event.preventDefault();
  });

  for (const node of [...drawn.map((i) => actorNodes[i]), ...lineNodes]) {
    node.setAttribute('role', 'button');
    node.setAttribute('tabindex', '-1');
  }
  drawn.forEach((i) => actorNodes[i].setAttribute('aria-describedby', 'picture-keys'));
  if (drawn.length) reach(drawn[0]);
  picture.removeAttribute('width');
  picture.removeAttribute('height');
  buildFilters();
  clearMarks();
  refresh();
  begin();
  return { data, make, choose, chooseByAddress, refresh, extras, sentence, struck, struckActors, picture, whole: [0, 0, width, height] };
})();
