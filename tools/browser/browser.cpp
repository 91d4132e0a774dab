// The module of the page that reads articles in a browser: what worker.js calls. One pipeline, one article at a time,
// nothing but memory. Texts are UTF-8; they are the module's and live until the next call.
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <emscripten.h>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>
#include <entente/render/page.hpp>
#include <entente/text/guess_format.hpp>

namespace {

using entente::Pipeline;

// What a reading leaves; worker.js counts them in this order.
struct Results {
  std::string error;
  std::string graph;  // JSON, as "entente build - --format json" writes it
  std::string page;   // HTML, likewise
};

std::unique_ptr<Pipeline>& pipeline() {
  static std::unique_ptr<Pipeline> one;
  return one;
}

Results& results() {
  static Results all;
  return all;
}

// Runs the work; where it fails, keeps why.
template <typename Work>
bool tried(const Work& work) {
  results() = {};
  try {
    work();
    return true;
  } catch (const std::bad_alloc&) {
    results() = {.error = "there is not enough memory for this article; split it", .graph = {}, .page = {}};
  } catch (const std::exception& error) {
    results() = {.error = error.what(), .graph = {}, .page = {}};
  }
  return false;
}

// clang-format off
EM_JS(void, show_progress, (std::size_t read, std::size_t of), { Module.progress(read, of); });
// clang-format on

void read(entente::Article article) {
  entente::ReadOptions options;
  options.progress = [](const entente::ReadProgress& at) { show_progress(at.sentences, at.of); };
  article.format = entente::guess_format(article.source, article.text);
  entente::Analysis all = pipeline()->analyze(std::move(article), options);
  all.mention_scores = {};  // the largest layer, which the graph does not need
  const entente::Network network = pipeline()->assemble(all);
  results().graph = entente::write_json(network);
  results().page = entente::render_page(network, {&all.document, 1});
}

}  // namespace

extern "C" {

// The bytes of a model file, which must outlive the module. Whether it can be used.
EMSCRIPTEN_KEEPALIVE bool entente_browser_open(const std::byte* model, std::size_t size) {
  return tried([&] {
    entente::PipelineOptions options;
    options.model = "the model in this page";
    options.model_bytes = {model, size};
    pipeline() = std::make_unique<Pipeline>(options);
  });
}

// The text, its date ("2023-03-18", or "" where none is known) and the name of the file that it is from, or "".
EMSCRIPTEN_KEEPALIVE bool entente_browser_read(const char* text, std::size_t size, const char* date, const char* file) {
  return tried([&] {
    entente::Article article;
    article.text.assign(text, size);
    article.source = file;
    article.date = date;
    read(std::move(article));
  });
}

// The error, the graph or the page (0, 1, 2) of the last call.
EMSCRIPTEN_KEEPALIVE const char* entente_browser_result(int which) {
  const std::array<const std::string*, 3> all = {&results().error, &results().graph, &results().page};
  return all.at(static_cast<std::size_t>(which))->c_str();
}
EMSCRIPTEN_KEEPALIVE std::size_t entente_browser_result_size(int which) {
  const std::array<const std::string*, 3> all = {&results().error, &results().graph, &results().page};
  return all.at(static_cast<std::size_t>(which))->size();
}
}
