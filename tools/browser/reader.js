// The page around worker.js: takes an article, shows what became of it.
'use strict';
(() => {
  const $ = (id) => document.getElementById(id);
  const content = (id) => $(id).textContent;
  const Mebibyte = 2 ** 20;
  const LongestFile = 16 * Mebibyte; // as the library

  const workerUrl = URL.createObjectURL(new Blob([content('worker')], { type: 'text/javascript' }));
  let worker;
  let ready = false;
  let waiting; // the article that is to be read once the worker is ready
  let last; // what was read: graph and page
  let pageUrl;

  const say = (text) => { $('state').textContent = text; };
  function busy(on) {
    $('read').disabled = on;
    $('stop').hidden = !on;
  }

  // Also after one that was stopped or failed, whose memory is not to be trusted.
  function start() {
    worker?.terminate();
    ready = false;
    worker = new Worker(workerUrl);
    worker.onmessage = ({ data }) => heard(data);
    worker.onerror = (event) => { event.preventDefault(); heard({ error: event.message, broken: true }); };
    worker.postMessage({ open: { module: content('module'), model: content('model') } });
  }

  function heard(data) {
    if (data.ready) {
      ready = true;
      if (waiting) send(waiting);
      else { say('Ready.'); busy(false); }
    } else if (data.progress) {
      say(`Reading: ${data.progress.read} of ${data.progress.of} sentences`);
    } else if (data.error !== undefined) {
      fail(data);
    } else {
      show(data);
    }
  }

  // A worker that breaks before it was ever ready would break again.
  function fail({ error, broken }) {
    const opened = ready;
    waiting = undefined;
    say(opened ? `It could not be read: ${error}` : `This browser cannot run the reader: ${error}`);
    busy(false);
    $('read').disabled = !opened;
    if (broken && opened) start();
  }

  function show({ graph, page, seconds }) {
    last = { graph, page };
    if (pageUrl) URL.revokeObjectURL(pageUrl);
    pageUrl = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
    $('page').src = pageUrl;
    $('result').hidden = false;
    const { nodes, edges } = JSON.parse(graph);
    say(`${nodes.length} actors, ${edges.length} relations, in ${seconds.toFixed(1)} s.`);
    busy(false);
  }

  function send(article) {
    waiting = undefined;
    say('Reading …');
    busy(true);
    worker.postMessage({ read: article }, [article.bytes.buffer]);
  }

  async function article() {
    const file = $('file').files[0];
    if (file && file.size > LongestFile) throw new Error(`${file.name} has more than ${LongestFile / Mebibyte} MB`);
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode($('article').value);
    return { bytes, date: $('date').value, file: file ? file.name : '' };
  }

  $('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      waiting = await article();
    } catch (error) {
      say(error.message);
      return;
    }
    if (ready) send(waiting);
  });
  // What was chosen last is read.
  $('article').addEventListener('input', () => { $('file').value = ''; });
  $('stop').addEventListener('click', () => {
    waiting = undefined;
    start();
    say('Stopped; getting ready again …');
    busy(false);
  });

  function save(text, type, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
  const name = () => JSON.parse(last.graph).graph.articles[0].id.slice(0, 60);
  $('save-page').addEventListener('click', () => save(last.page, 'text/html', `${name()}.html`));
  $('save-graph').addEventListener('click', () => save(last.graph, 'application/json', `${name()}.json`));

  start();
})();
