// Articles into a store, on several threads, with progress.
#pragma once

#include <cstddef>
#include <string>

#include <entente/store/store.hpp>

#include "articles.hpp"
#include "pipeline_files.hpp"

namespace entente::cli {

struct AddingOptions {
  ArticleOptions articles;
  PipelineFiles files;
  unsigned jobs = 0;  // threads; 0 for as many as there are processors
  bool update = false;
  bool graphs = false;  // uses the graph on the line of an article (build --lines) instead of reading the article
  bool strict = false;
};

// The name of a pipeline in a store, "entente 0.1.0, accurate, 5d41402abc4b2a76": differs if the version, the model or
// a lexicon differs.
std::string reader_of(const PipelineOptions& options);

// Reads the articles that the store does not have and adds them. Prints how many were added, known and skipped, and how
// fast. Throws Told if any was skipped.
void add_articles(Store& store, const AddingOptions& options);

// Reads the articles again that another model, another lexicon or another version of entente read; with `all`, every
// one.
void reread_articles(Store& store, const AddingOptions& options, bool all);

}  // namespace entente::cli
