// Articles → one network, and their documents where a page is to show them.
#pragma once

#include <memory>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/pipeline.hpp>
#include <entente/text/document.hpp>

#include "articles.hpp"

namespace entente::cli {

// A Network cannot be moved (it would be copied), so it travels by pointer.
struct Reading {
  std::unique_ptr<Network> network;
  std::vector<Document> documents;  // in the order of the articles; empty where they were not to be kept
};

struct ReadingOptions {
  unsigned jobs = 1;            // threads
  bool keep_documents = false;  // they are larger than the network
};

// The same for any number of threads. Throws Error where an article cannot be read, or where two that differ have one
// id.
Reading read_all(ArticleStream& articles, const Pipeline& pipeline, const ReadingOptions& options = {});

// One article by itself.
Reading read_one(const Article& article, const Pipeline& pipeline, const ReadingOptions& options = {});

}  // namespace entente::cli
