// Beside the page, so that it stays awake: unpacks the module and the model, reads one article after the other, and
// answers with messages. The glue of Emscripten stands before this and defines Entente.
'use strict';

// What entente_browser_result counts.
const ErrorText = 0, Graph = 1, Page = 2;

async function unpacked(base64) {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; ++i) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

let entente;

// The place of the bytes in the memory of the module, with a zero byte after them.
function placed(bytes) {
  const at = entente._malloc(bytes.length + 1);
  if (!at) throw new Error('there is not enough memory for this article; split it');
  entente.HEAPU8.set(bytes, at);
  entente.HEAPU8[at + bytes.length] = 0;
  return at;
}
function result(which) {
  const at = entente._entente_browser_result(which) >>> 0;
  return new TextDecoder().decode(entente.HEAPU8.subarray(at, at + (entente._entente_browser_result_size(which) >>> 0)));
}
const bytesOf = (text) => new TextEncoder().encode(text);

async function open({ module, model }) {
  entente = await Entente({
    wasmBinary: await unpacked(module),
    progress: (read, of) => postMessage({ progress: { read, of } }),
  });
  const bytes = await unpacked(model);
  if (!entente._entente_browser_open(placed(bytes), bytes.length)) throw new Error(result(ErrorText));
  postMessage({ ready: true });
}

function read({ bytes, date, file }) {
  const start = performance.now();
  const places = [bytes, bytesOf(date), bytesOf(file)].map(placed);
  const done = entente._entente_browser_read(places[0], bytes.length, places[1], places[2]);
  places.forEach((at) => entente._free(at));
  if (done) postMessage({ graph: result(Graph), page: result(Page), seconds: (performance.now() - start) / 1000 });
  else postMessage({ error: result(ErrorText) });
}

onmessage = async ({ data }) => {
  try {
    if (data.open) await open(data.open);
    else read(data.read);
  } catch (error) {
    // Out of stack or memory: the module must not be used again.
    postMessage({ error: error.message, broken: true });
  }
};
