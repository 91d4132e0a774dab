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
  bool graphs = false;  // the graph that stands on the line of an article is taken for what would be read of it
  bool strict = false;
};

// What a store calls a pipeline with these options, "entente 0.1.0, accurate, 5d41402abc4b2a76": another model, lexicon
// or version reads differently.
std::string reader_of(const PipelineOptions& options);

// Reads what the store does not have and adds it. Tells what was added, known and skipped, and how fast. Throws Told
// where anything was skipped.
void add_articles(Store& store, const AddingOptions& options);

// Reads the articles again that another model, another lexicon or another version of entente read; with `all`, every
// one.
void reread_articles(Store& store, const AddingOptions& options, bool all);

}  // namespace entente::cli
