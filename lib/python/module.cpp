// The extension module entente._core: what Python code in this folder builds the package from. Text comes in as bytes
// of UTF-8; work that takes time is done without the interpreter lock.
#include <nanobind/nanobind.h>
#include <nanobind/stl/function.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <entente/base/error.hpp>
#include <entente/output_formats.hpp>
#include <entente/version.hpp>

#include "fonts.hpp"
#include "graph.hpp"
#include "program.hpp"
#include "reading.hpp"
#include "store.hpp"

namespace nb = nanobind;
using namespace nb::literals;

namespace entente::python {

namespace {

using Unlocked = nb::call_guard<nb::gil_scoped_release>;

std::string text_of(const nb::bytes& bytes) { return {bytes.c_str(), bytes.size()}; }

// Paths and arguments come as the bytes that the system has for them.
std::vector<std::string> texts_of(const std::vector<nb::bytes>& given) {
  std::vector<std::string> texts;
  texts.reserve(given.size());
  for (const nb::bytes& bytes : given) {
    texts.push_back(text_of(bytes));
  }
  return texts;
}

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
      return "usage";
    case ErrorCode::NotFound:
      return "not found";
    case ErrorCode::NotReadable:
      return "not readable";
    case ErrorCode::BadFormat:
      return "bad format";
    case ErrorCode::BadModel:
      return "bad model";
    case ErrorCode::Cancelled:
      return "cancelled";
    case ErrorCode::DeadlineExceeded:
      return "deadline exceeded";
    case ErrorCode::Internal:
      break;
  }
  return "internal";
}

// A message may quote a file whose bytes are no UTF-8.
nb::object lenient(const std::string& text) {
  return nb::steal(PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

void translate(const std::exception_ptr& thrown, void* /*payload*/) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Error& error) {
    const nb::object type = nb::module_::import_("entente._error").attr("Error");
    const nb::object made = type(lenient(error.what()), code_name(error.code()), lenient(error.where()),
                                 lenient(error.file()), error.line());
    PyErr_SetObject(type.ptr(), made.ptr());
  }
}

template <typename Work>
auto unlocked(Work work) {
  const nb::gil_scoped_release released;
  return work();
}

// Ctrl-C ends a long reading: Python's handler runs here, and what it raises goes on through the library.
void heed_signals() {
  const nb::gil_scoped_acquire lock;
  if (PyErr_CheckSignals() != 0) {
    throw nb::python_error();
  }
}

std::pair<Graph, Remarks> read(const Reader& reader, const Article& article, bool keep_text) {
  return reader.read(article, keep_text, heed_signals);
}

std::pair<Packed, Remarks> pack_article(const Reader& reader, const Article& article) {
  auto [packed, remarks] = reader.pack(article, heed_signals);
  return {Packed(std::move(packed)), std::move(remarks)};
}

void add_articles(nb::module_& m) {
  nb::class_<Article>(m, "Article")
      .def(
          "__init__",
          [](Article* self, const nb::bytes& text, std::string id, std::string title, std::optional<std::string> date,
             std::string source) {
            new (self)
                Article(article_of(text_of(text), std::move(id), std::move(title), std::move(date), std::move(source)));
          },
          "text"_a, "id"_a, "title"_a, "date"_a.none(), "source"_a)
      .def_rw("id", &Article::id)
      .def_ro("title", &Article::title)
      .def_prop_ro("date",
                   [](const Article& self) { return self.date.empty() ? std::nullopt : std::optional(self.date); })
      .def_ro("source", &Article::source)
      .def_prop_ro("text", [](const Article& self) { return nb::bytes(self.text.data(), self.text.size()); });
  nb::class_<Articles>(m, "Articles")
      .def(
          "__init__",
          [](Articles* self, const std::vector<nb::bytes>& paths, std::string date) {
            new (self) Articles(texts_of(paths), std::move(date));
          },
          "paths"_a, "date"_a)
      .def("next", &Articles::next, Unlocked());
}

void add_reader(nb::module_& m) {
  nb::class_<Reader>(m, "Reader")
      .def(
          "__init__",
          [](Reader* self, std::string model, const nb::bytes& actors, const nb::bytes& relations,
             std::string actors_name, std::string relations_name) {
            PipelineOptions options;
            options.model = std::move(model);
            options.user_actors = text_of(actors);
            options.user_relations = text_of(relations);
            options.user_actors_name = std::move(actors_name);
            options.user_relations_name = std::move(relations_name);
            const nb::gil_scoped_release released;
            new (self) Reader(options);
          },
          "model"_a, "actors"_a, "relations"_a, "actors_name"_a, "relations_name"_a)
      .def("read", &read, "article"_a, "keep_text"_a, Unlocked())
      .def("pack", &pack_article, "article"_a, Unlocked());
}

void add_store(nb::module_& m) {
  nb::class_<Packed>(m, "Packed");
  nb::class_<ArticleFilter>(m, "ArticleFilter")
      .def(nb::init<std::string, std::string, std::string>(), "since"_a, "until"_a, "source"_a);
  nb::class_<SharedStore>(m, "Store")
      .def(
          "__init__",
          [](SharedStore* self, const nb::bytes& path, const std::string& access) {
            new (self) SharedStore(text_of(path), access);
          },
          "path"_a, "access"_a)
      .def("has", &SharedStore::has, "article"_a, Unlocked())
      .def("add", &SharedStore::add, "article"_a, "update"_a, Unlocked())
      .def("remove", &SharedStore::remove, "name"_a, Unlocked())
      .def("commit", &SharedStore::commit, Unlocked())
      .def("finish", &SharedStore::finish, Unlocked())
      .def("close", &SharedStore::close, Unlocked())
      .def("size", &SharedStore::size, Unlocked())
      .def("articles", &SharedStore::articles, "filter"_a, Unlocked())
      .def("text", &SharedStore::text, "name"_a, Unlocked())
      .def("article_graph", &SharedStore::article_graph, "name"_a, Unlocked())
      .def("graph", &SharedStore::graph, "filter"_a, Unlocked())
      .def("search", &SharedStore::search, "words"_a, "sentences"_a, "most"_a, "filter"_a, Unlocked());
}

void add_options(nb::module_& m) {
  nb::class_<Filter>(m, "Filter")
      .def(nb::init<>())
      .def_rw("types", &Filter::types)
      .def_rw("families", &Filter::families)
      .def_rw("statuses", &Filter::statuses)
      .def_rw("negated", &Filter::negated)
      .def_rw("min_confidence", &Filter::min_confidence)
      .def_rw("speaker", &Filter::speaker)
      .def_rw("article", &Filter::article)
      .def_rw("since", &Filter::since)
      .def_rw("until", &Filter::until);
  nb::class_<RenderOptions>(m, "PictureOptions")
      .def(nb::init<>())
      .def(
          "choose",
          [](RenderOptions& self, std::string theme, std::string page, std::string engine, std::string group,
             std::vector<std::string> families, std::vector<std::string> statuses) {
            apply({std::move(theme), std::move(page), std::move(engine), std::move(group), std::move(families),
                   std::move(statuses)},
                  self);
          },
          "theme"_a, "page"_a, "engine"_a, "group"_a, "families"_a, "statuses"_a)
      .def_rw("top", &RenderOptions::top)
      .def_rw("around", &RenderOptions::around)
      .def_rw("depth", &RenderOptions::depth)
      .def_rw("types", &RenderOptions::types)
      .def_rw("min_confidence", &RenderOptions::min_confidence)
      .def_rw("lines", &RenderOptions::lines, nb::arg().none())
      .def_rw("offices", &RenderOptions::offices)
      .def_rw("title", &RenderOptions::title)
      .def_rw("legend", &RenderOptions::legend)
      .def_rw("heading", &RenderOptions::heading);
}

void add_queries(nb::class_<Graph>& graph) {
  graph.def("find", &Graph::find, "name"_a)
      .def("namesakes", &Graph::namesakes, "name"_a)
      .def("matching", &Graph::matching, "filter"_a, Unlocked())
      .def("neighbors", &Graph::neighbors, "actor"_a, "depth"_a, "direction"_a, "filter"_a, Unlocked())
      .def("between", &Graph::between, "a"_a, "b"_a, "filter"_a, Unlocked())
      .def("common", &Graph::common, "a"_a, "b"_a, "filter"_a, Unlocked())
      .def("paths", &Graph::paths, "start"_a, "end"_a, "max_hops"_a, "directed"_a, "every"_a, "most"_a, "filter"_a,
           Unlocked())
      .def("rank", &Graph::rank, "by"_a, "filter"_a, Unlocked())
      .def("components", &Graph::components, "filter"_a, Unlocked())
      .def("groups", &Graph::groups, "filter"_a, Unlocked())
      .def("timeline", &Graph::timeline, "actor"_a.none(), "filter"_a, Unlocked())
      .def("subgraph", &Graph::subgraph, "actors"_a, "filter"_a, Unlocked())
      .def("ego", &Graph::ego, "actor"_a, "depth"_a, "filter"_a, Unlocked());
}

void add_graph(nb::module_& m) {
  nb::class_<Graph> graph(m, "Graph");
  graph
      .def_static(
          "from_json",
          [](const nb::bytes& json, const std::string& where) {
            return unlocked([&] { return Graph::from_json({json.c_str(), json.size()}, where); });
          },
          "json"_a, "where"_a)
      .def_static("merge", &Graph::merged, "graphs"_a, Unlocked())
      .def("actor_count", &Graph::actor_count)
      .def("relation_count", &Graph::relation_count)
      .def("articles", &Graph::articles)
      .def("actors", &Graph::actors)
      .def("relations", &Graph::relations)
      .def("json", &Graph::json, "one_line"_a, Unlocked())
      .def(
          "write",
          [](const Graph& self, const std::string& format, const RenderOptions& options) {
            const std::string bytes = unlocked([&] { return self.write(format, options); });
            return nb::bytes(bytes.data(), bytes.size());
          },
          "format"_a, "options"_a)
      .def(
          "save",
          [](const Graph& self, const nb::bytes& path, const std::string& format, const RenderOptions& options) {
            const std::string file = text_of(path);
            const nb::gil_scoped_release released;
            self.save(file, format, options);
          },
          "path"_a, "format"_a, "options"_a);
  add_queries(graph);
}

std::vector<std::string> formats() {
  std::vector<std::string> names;
  for (const OutputFormat& format : output_formats()) {
    names.emplace_back(format.name);
  }
  return names;
}

// The command line, with its name as the first argument.
int run_program(const std::vector<nb::bytes>& given) {
  std::vector<std::string> arguments = texts_of(given);
  const nb::gil_scoped_release released;
  std::vector<char*> pointers;
  for (std::string& argument : arguments) {
    pointers.push_back(argument.data());
  }
  pointers.push_back(nullptr);
  load_fonts();
  return cli::run_program(static_cast<int>(arguments.size()), pointers.data());
}

using TypeRow = std::tuple<std::string, std::string, std::string_view, bool, std::string, std::string, std::string>;

std::vector<TypeRow> relation_types() {
  std::vector<TypeRow> rows;
  for (const RelationType& type : shipped_relation_types().types) {
    rows.emplace_back(type.name, type.label, family_name(type.family), type.symmetric, type.cameo, type.plover,
                      type.meaning);
  }
  return rows;
}

}  // namespace

}  // namespace entente::python

NB_MODULE(_core, m) {
  using namespace entente::python;
  nb::set_leak_warnings(false);  // globals of a program live until the interpreter ends
  nb::register_exception_translator(translate);
  m.attr("version") = ENTENTE_VERSION;
  add_articles(m);
  add_options(m);
  add_graph(m);
  add_store(m);
  add_reader(m);
  m.def("formats", &formats);
  m.def("relation_types", &relation_types);
  m.def("use_fonts", &use_fonts, "folder"_a);
  m.def("run_program", &run_program, "arguments"_a);
}
