// entente.h in terms of the C++ interface: handles, codes instead of exceptions, memory from malloc.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/entente.h>
#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>
#include <entente/output_formats.hpp>
#include <entente/pipeline.hpp>
#include <entente/text/guess_format.hpp>

struct entente_pipeline {
  entente::Pipeline pipeline;
};

struct entente_network {
  explicit entente_network(const entente::Network& made) : network(made) {
    for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
      numbers.emplace(&network[*edge], edges.size());
      edges.push_back(*edge);
    }
  }
  entente_network(const entente_network&) = delete;
  entente_network& operator=(const entente_network&) = delete;

  entente::Network network;
  std::vector<entente::Edge> edges;
  std::unordered_map<const entente::Relation*, std::size_t> numbers;
};

namespace {

using entente::Error;
using entente::ErrorCode;

entente_code code_of(ErrorCode code) { return static_cast<entente_code>(static_cast<int>(code) + 1); }
static_assert(static_cast<int>(ErrorCode::Usage) + 1 == ENTENTE_USAGE);
static_assert(static_cast<int>(ErrorCode::Internal) + 1 == ENTENTE_INTERNAL);

entente_code fail(entente_error* error, entente_code code, std::string_view message) {
  if (error != nullptr) {
    std::size_t size = std::min(message.size(), sizeof(error->message) - 1);
    while (size < message.size() && size > 0 && (static_cast<unsigned char>(message[size]) & 0xC0U) == 0x80U) {
      --size;  // no half of a letter
    }
    error->code = code;
    std::memcpy(error->message, message.data(), size);
    error->message[size] = '\0';
  }
  return code;
}

// No exception leaves the library.
template <typename Work>
entente_code guarded(entente_error* error, Work work) noexcept {
  try {
    work();
    return ENTENTE_OK;
  } catch (const Error& wrong) {
    return fail(error, code_of(wrong.code()), wrong.what());
  } catch (const std::bad_alloc&) {
    return fail(error, ENTENTE_NO_MEMORY, "not enough memory");
  } catch (const std::exception& wrong) {
    return fail(error, ENTENTE_INTERNAL, wrong.what());
  }
}

void require(bool good, const char* where, const char* what) {
  if (!good) {
    throw Error(ErrorCode::Usage, where, what);
  }
}

template <typename Handle>
const Handle& required(const Handle* handle, const char* what) {
  require(handle != nullptr, what, "is NULL");
  return *handle;
}

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

entente::Vertex actor_of(const entente_network& network, std::size_t index) {
  require(index < boost::num_vertices(network.network), "actor", "there are fewer; expected an index from 0");
  return index;
}

// Names of kinds and statuses are literals: they end in zero.
const char* literal(std::string_view name) { return name.data(); }

template <typename Value>
Value* copied(const Value* values, std::size_t count) {
  auto* const memory = static_cast<Value*>(std::malloc(count * sizeof(Value)));
  if (memory == nullptr) {
    throw std::bad_alloc();
  }
  std::copy_n(values, count, memory);
  return memory;
}

void give(const std::vector<std::size_t>& indices, std::size_t** list, std::size_t* count) {
  require(list != nullptr && count != nullptr, "list", "or its count is NULL");
  *list = indices.empty() ? nullptr : copied(indices.data(), indices.size());
  *count = indices.size();
}

std::vector<std::size_t> numbers_of(const entente_network& network, const std::vector<entente::Edge>& edges) {
  std::vector<std::size_t> numbers;
  numbers.reserve(edges.size());
  for (const entente::Edge& edge : edges) {
    numbers.push_back(network.numbers.at(&network.network[edge]));
  }
  return numbers;
}

entente::Article article_of(const entente_article& given) {
  entente::Article article;
  article.id = text_of(given.id);
  article.title = text_of(given.title);
  article.source = text_of(given.source);
  if (given.date != nullptr) {
    article.date = given.date;
  }
  require(given.text != nullptr, "article", "its text is NULL");
  article.text = given.text_size == 0 ? std::string(given.text) : std::string(given.text, given.text_size);
  article.format = entente::guess_format(article.source, article.text);
  return article;
}

// A handle that `make` gives, or NULL.
template <typename Make>
auto made(entente_error* error, Make make) noexcept -> decltype(make()) {
  decltype(make()) handle = nullptr;
  guarded(error, [&] { handle = make(); });
  return handle;
}

}  // namespace

const char* entente_version() { return ENTENTE_VERSION; }

entente_pipeline* entente_open(const char* actors, const char* relations, entente_error* error) {
  return made(error, [&] {
    return new entente_pipeline{entente::Pipeline(
        entente::PipelineOptions{.user_actors = text_of(actors), .user_relations = text_of(relations)})};
  });
}

void entente_close(entente_pipeline* pipeline) { delete pipeline; }

entente_network* entente_read(const entente_pipeline* pipeline, const entente_article* article, entente_error* error) {
  return made(error, [&] {
    return new entente_network(required(pipeline, "pipeline").pipeline.read(article_of(required(article, "article"))));
  });
}

entente_network* entente_load(const char* json, size_t size, entente_error* error) {
  return made(error, [&] {
    require(json != nullptr || size == 0, "json", "is NULL");
    return new entente_network(entente::read_json({json, size}, "json"));
  });
}

entente_network* entente_merge(const entente_pipeline* pipeline, const entente_network* const* networks, size_t count,
                               entente_error* error) {
  return made(error, [&] {
    entente::NetworkMerger merger(required(pipeline, "pipeline").pipeline.relation_types());
    require(networks != nullptr || count == 0, "networks", "is NULL");
    for (std::size_t i = 0; i < count; ++i) {
      merger.add(required(networks[i], "network").network);
    }
    return new entente_network(merger.finish());
  });
}

void entente_free_network(entente_network* network) { delete network; }

size_t entente_actor_count(const entente_network* network) {
  return network == nullptr ? 0 : boost::num_vertices(network->network);
}

size_t entente_relation_count(const entente_network* network) { return network == nullptr ? 0 : network->edges.size(); }

entente_code entente_actor_at(const entente_network* network, size_t index, entente_actor* actor,
                              entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    require(actor != nullptr, "actor", "is NULL");
    const entente::Actor& found = all.network[actor_of(all, index)];
    *actor = {found.id.c_str(),
              found.name.c_str(),
              literal(entente::actor_kind_name(found.kind)),
              found.description.c_str(),
              static_cast<double>(found.salience),
              found.mentions.size()};
  });
}

entente_code entente_relation_at(const entente_network* network, size_t index, entente_relation* relation,
                                 entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    require(relation != nullptr, "relation", "is NULL");
    require(index < all.edges.size(), "relation", "there are fewer; expected an index from 0");
    const entente::Edge edge = all.edges[index];
    const entente::Relation& found = all.network[edge];
    *relation = {boost::source(edge, all.network),
                 boost::target(edge, all.network),
                 found.type.c_str(),
                 found.predicate.c_str(),
                 literal(entente::status_name(found.status)),
                 found.speaker.c_str(),
                 static_cast<double>(found.confidence),
                 found.evidence.size(),
                 found.evidence.empty() ? "" : found.evidence.front().text.c_str()};
  });
}

entente_code entente_find(const entente_network* network, const char* name, size_t* actor, entente_error* error) {
  return guarded(error, [&] {
    require(name != nullptr && actor != nullptr, "name", "or actor is NULL");
    *actor = entente::find_actor(required(network, "network").network, name);
  });
}

entente_code entente_neighbors(const entente_network* network, size_t actor, unsigned depth, size_t** actors,
                               size_t* count, entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    std::vector<std::size_t> found;
    for (const auto& neighbor : entente::neighbors(all.network, actor_of(all, actor), {.depth = depth})) {
      found.push_back(neighbor.actor);
    }
    give(found, actors, count);
  });
}

entente_code entente_between(const entente_network* network, size_t first, size_t second, size_t** relations,
                             size_t* count, entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    give(numbers_of(all, entente::between(all.network, actor_of(all, first), actor_of(all, second))), relations, count);
  });
}

entente_code entente_path(const entente_pipeline* pipeline, const entente_network* network, size_t from, size_t to,
                          unsigned max_hops, size_t** relations, size_t* count, entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    const entente::RelationTypes& types = required(pipeline, "pipeline").pipeline.relation_types();
    const entente::RelationFilter filter{.negated = false};
    const entente::Paths found =
        entente::find_paths(all.network, actor_of(all, from), actor_of(all, to), types, {.max_hops = max_hops},
                            entente::RelationMatcher(all.network, filter, types));
    if (found.paths.empty()) {
      throw Error(ErrorCode::NotFound, "path",
                  "none within " + std::to_string(max_hops) + " hops (" + std::to_string(found.reachable) +
                      " actors reachable)");
    }
    give(numbers_of(all, found.paths.front().edges), relations, count);
  });
}

entente_code entente_rank(const entente_network* network, const char* by, double* scores, entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    const auto choice = entente::rank_by(text_of(by));
    require(choice.has_value(), "rank", "expected pagerank, betweenness, degree or mentions");
    require(scores != nullptr, "scores", "is NULL");
    for (const entente::RankedActor& ranked : entente::rank(all.network, *choice)) {
      scores[ranked.actor] = ranked.score;
    }
  });
}

char* entente_write(const entente_pipeline* pipeline, const entente_network* network, const char* format, size_t* size,
                    entente_error* error) {
  return made(error, [&] {
    const entente::RelationTypes& types = required(pipeline, "pipeline").pipeline.relation_types();
    const entente::OutputFormat* const chosen = entente::find_output_format(text_of(format));
    require(chosen != nullptr, "format", R"(is unknown; expected "json", "svg" or another that entente.h lists)");
    const std::string bytes = chosen->write(required(network, "network").network, types);
    if (size != nullptr) {
      *size = bytes.size();
    }
    return copied(bytes.c_str(), bytes.size() + 1);
  });
}

void entente_free(void* memory) { std::free(memory); }
