// The pages over a store, as HTML that needs no script.
#pragma once

#include <functional>
#include <string>

#include <entente/relations/relation_types.hpp>
#include <entente/store/store.hpp>

namespace entente::cli {

// The value of a field of the address, "" where it is missing.
using Query = std::function<std::string(const char*)>;

struct Page {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string content;
};

// The page of that path: "/", "/search", "/actor", "/relation", "/article", "/picture.svg", "/timeline.svg",
// "/style.css". What cannot be found, or asked for, is a page that says so.
Page page_of(const Store& store, const RelationTypes& types, const std::string& path, const Query& query);

}  // namespace entente::cli
