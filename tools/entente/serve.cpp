// entente serve: the page over a store, for one's own browser.
#include <httplib.h>

#include <memory>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/store/store.hpp>

#include "output.hpp"
#include "pipeline_files.hpp"
#include "serve_pages.hpp"
#include "store.hpp"

namespace entente::cli {

namespace {

constexpr const char* Here = "127.0.0.1";
constexpr std::size_t LongestField = 200;
constexpr std::size_t Threads = 4;

struct ServeOptions {
  std::string file;
  std::string relations;
  int port = 8080;
};

// Does the request name this server? Others are refused, because a page of another site whose name leads to this
// address could read the store (DNS rebinding).
bool is_own_host(const std::string& host) {
  const std::string name = host.substr(0, host.rfind(':'));
  return name == Here || name == "localhost";
}

void add_headers(httplib::Response& response, bool picture) {
  // Pictures carry their own style; nothing runs scripts or loads from elsewhere.
  response.set_header("Content-Security-Policy",
                      picture ? "default-src 'none'; style-src 'unsafe-inline'"
                              : "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri "
                                "'none'; frame-ancestors 'none'");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Cache-Control", "no-store");
}

void answer(const ServeOptions& options, const RelationTypes& types, const httplib::Request& request,
            httplib::Response& response) {
  Page page;
  if (!is_own_host(request.get_header_value("Host"))) {
    page = {.status = 403, .type = "text/plain; charset=utf-8", .content = "This page is for this machine alone.\n"};
  } else {
    const Store store(options.file);  // each request by itself: readers do not wait for each other
    page = page_of(store, types, request.path,
                   [&](const char* name) { return request.get_param_value(name).substr(0, LongestField); });
  }
  response.status = page.status;
  add_headers(response, page.type.starts_with("image/"));
  response.set_content(page.content, page.type);
}

void run(const ServeOptions& options) {
  { const Store check(options.file); }  // throws for a file that is not a store, before anything is served
  const RelationTypes types = open_relations(options.relations).types;
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(Threads); };
  server.set_payload_max_length(0);
  server.set_read_timeout(5);
  server.set_write_timeout(5);
  server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
    answer(options, types, request, response);
  });
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
    response.status = 500;
    add_headers(response, false);
    response.set_content("The page could not be made; entente store FILE list may say more.\n", "text/plain");
  });
  const int port = options.port == 0 ? server.bind_to_any_port(Here) : options.port;
  if (port < 0 || (options.port != 0 && !server.bind_to_port(Here, options.port))) {
    throw Error(ErrorCode::NotReadable, fmt::format("{}:{}", Here, options.port),
                "cannot be served; another program may have this port, try --port 0");
  }
  tell(fmt::format("{} is at http://{}:{}/ until Ctrl+C", options.file, Here, port));
  server.listen_after_bind();
}

}  // namespace

void add_serve(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("serve", "A page over a store, for a browser on this machine");
  const auto options = std::make_shared<ServeOptions>();
  verb->add_option("FILE", options->file, "The store")->required();
  verb->add_option("--port", options->port, "The port of 127.0.0.1; 0 for any that is free")
      ->check(CLI::Range(0, 65535));
  add_relations_file(*verb, options->relations);
  verb->footer("\nExample:\n  entente serve news.db");
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
