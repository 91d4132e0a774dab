// entente.h in terms of the C++ interface: handles, codes instead of exceptions, memory from malloc.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <entente/entente.h>
#include <entente/c_api.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>
#include <entente/output_formats.hpp>
#include <entente/version.hpp>

struct entente_stop {
  std::stop_source source;
};

namespace {

using namespace entente::c_api;
using entente::Error;
using entente::ErrorCode;

entente::Vertex actor_of(const entente_network& network, std::size_t index) {
  require(index < boost::num_vertices(network.network), "actor", "there are fewer; expected an index from 0");
  return index;
}

const entente::Relation& relation_of(const entente_network& network, std::size_t index) {
  require(index < network.edges.size(), "relation", "there are fewer; expected an index from 0");
  return network.network[network.edges[index]];
}

entente::RelationFilter filter_of(const entente_filter& given) {
  entente::RelationFilter filter{.negated = given.held == 0,
                                 .min_confidence = static_cast<float>(given.min_confidence),
                                 .speaker = text_of(given.speaker),
                                 .article = text_of(given.article),
                                 .since = text_of(given.since),
                                 .until = text_of(given.until)};
  if (given.type != nullptr) {
    filter.types = {given.type};
  }
  if (given.status != nullptr) {
    const auto status = entente::status_named(given.status);
    require(status.has_value(), "status", R"(is unknown; expected "asserted" or another that entente.h lists)");
    filter.statuses = {*status};
  }
  return filter;
}

// The pipeline's vocabulary; the network's own where there is no pipeline.
const entente::RelationTypes& types_of(const entente_pipeline* pipeline, const entente::Network& network) {
  return pipeline == nullptr ? network.relation_types() : pipeline->pipeline.relation_types();
}

entente::PipelineOptions pipeline_options(const entente_open_options& given) {
  entente::PipelineOptions options;
  if (given.model != nullptr) {
    options.model = given.model;
  }
  if (given.model_bytes != nullptr) {
    options.model_bytes = {static_cast<const std::byte*>(given.model_bytes), given.model_size};
  }
  options.user_actors = text_of(given.actors);
  options.user_relations = text_of(given.relations);
  if (given.actors_name != nullptr) {
    options.user_actors_name = given.actors_name;
  }
  if (given.relations_name != nullptr) {
    options.user_relations_name = given.relations_name;
  }
  return options;
}

entente::ReadOptions reading_options(const entente_read_options& given) {
  entente::ReadOptions options;
  if (given.stop != nullptr) {
    options.stop = given.stop->source.get_token();
  }
  if (given.milliseconds != 0) {
    // What the clock cannot count is as good as no deadline.
    const auto now = std::chrono::steady_clock::now();
    const auto most = std::chrono::duration_cast<std::chrono::milliseconds>(decltype(now)::max() - now);
    const auto limit = std::min<std::uint64_t>(given.milliseconds, static_cast<std::uint64_t>(most.count()));
    options.deadline = now + std::chrono::milliseconds(limit);
  }
  if (given.progress != nullptr) {
    options.progress = [given](const entente::ReadProgress& progress) {
      if (given.progress(given.user, progress.sentences, progress.of) != 0) {
        throw Cancelled();
      }
    };
  }
  return options;
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

}  // namespace

const char* entente_version() { return ENTENTE_VERSION; }

entente_pipeline* entente_open(const entente_open_options* options, entente_error* error) {
  return made(error, [&] {
    return new entente_pipeline{entente::Pipeline(pipeline_options(taken_or_default(options, "options")))};
  });
}

void entente_close(entente_pipeline* pipeline) { delete pipeline; }

entente_network* entente_read(const entente_pipeline* pipeline, const entente_article* article,
                              const entente_read_options* options, entente_error* error) {
  return made(error, [&] {
    const entente_article given = taken(required(article, "article"), "article");
    return new entente_network(
        required(pipeline, "pipeline")
            .pipeline.read(article_of(given), reading_options(taken_or_default(options, "options"))));
  });
}

entente_stop* entente_new_stop(entente_error* error) {
  return made(error, [] { return new entente_stop(); });
}

void entente_request_stop(entente_stop* stop) {
  if (stop != nullptr) {
    stop->source.request_stop();
  }
}

void entente_free_stop(entente_stop* stop) { delete stop; }

entente_network* entente_load(const char* json, size_t size, entente_error* error) {
  return made(error, [&] {
    require(json != nullptr || size == 0, "json", "is NULL");
    return new entente_network(entente::read_json({json, size}, "json"));
  });
}

entente_network* entente_merge(const entente_pipeline* pipeline, const entente_network* const* networks, size_t count,
                               entente_error* error) {
  return made(error, [&] {
    entente::NetworkMerger merger =
        pipeline == nullptr ? entente::NetworkMerger() : entente::NetworkMerger(pipeline->pipeline.relation_types());
    require(networks != nullptr || count == 0, "networks", "is NULL");
    for (std::size_t i = 0; i < count; ++i) {
      merger.add(required(networks[i], "network").network);
    }
    return new entente_network(merger.finish());
  });
}

entente_network* entente_select(const entente_pipeline* pipeline, const entente_network* network,
                                const entente_filter* filter, entente_error* error) {
  return made(error, [&] {
    const entente::Network& all = required(network, "network").network;
    const entente::RelationMatcher matcher(all, filter_of(taken(required(filter, "filter"), "filter")),
                                           types_of(pipeline, all));
    return new entente_network(entente::subgraph(all, {}, matcher));
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
    const entente::Actor& found = all.network[actor_of(all, index)];
    fill(actor,
         {.size = 0,
          .id = found.id.c_str(),
          .name = found.name.c_str(),
          .type = literal(entente::actor_kind_name(found.kind)),
          .description = found.description.c_str(),
          .salience = static_cast<double>(found.salience),
          .mentions = found.mentions.size()},
         "actor");
  });
}

entente_code entente_relation_at(const entente_network* network, size_t index, entente_relation* relation,
                                 entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    const entente::Relation& found = relation_of(all, index);
    const entente::Edge edge = all.edges[index];
    fill(relation,
         {.size = 0,
          .source = boost::source(edge, all.network),
          .target = boost::target(edge, all.network),
          .type = found.type.c_str(),
          .predicate = found.predicate.c_str(),
          .status = literal(entente::status_name(found.status)),
          .speaker = found.speaker.c_str(),
          .confidence = static_cast<double>(found.confidence),
          .evidence = found.evidence.size(),
          .sentence = found.evidence.empty() ? "" : found.evidence.front().text.c_str()},
         "relation");
  });
}

size_t entente_source_count(const entente_network* network) {
  return network == nullptr ? 0 : network->network[boost::graph_bundle].articles.size();
}

entente_code entente_source_at(const entente_network* network, size_t index, entente_source* source,
                               entente_error* error) {
  return guarded(error, [&] {
    const auto& articles = required(network, "network").network[boost::graph_bundle].articles;
    require(index < articles.size(), "source", "there are fewer; expected an index from 0");
    const entente::ArticleRecord& found = articles[index];
    fill(source,
         {.size = 0,
          .id = found.id.c_str(),
          .title = found.title.c_str(),
          .date = found.date.c_str(),
          .source = found.source.c_str(),
          .outlet = found.outlet.c_str()},
         "source");
  });
}

entente_code entente_mention_at(const entente_network* network, size_t actor, size_t index, entente_mention* mention,
                                entente_error* error) {
  return guarded(error, [&] {
    const entente_network& all = required(network, "network");
    const auto& mentions = all.network[actor_of(all, actor)].mentions;
    require(index < mentions.size(), "mention", "there are fewer; expected an index from 0");
    const entente::ActorMention& found = mentions[index];
    fill(mention,
         {.size = 0,
          .article = found.article,
          .begin = found.text.begin,
          .end = found.text.end,
          .form = literal(entente::mention_form_name(found.form))},
         "mention");
  });
}

entente_code entente_evidence_at(const entente_network* network, size_t relation, size_t index,
                                 entente_evidence* evidence, entente_error* error) {
  return guarded(error, [&] {
    const auto& places = relation_of(required(network, "network"), relation).evidence;
    require(index < places.size(), "evidence", "there is less; expected an index from 0");
    const entente::Evidence& found = places[index];
    const entente::TimeExpression* const time = found.time ? &*found.time : nullptr;
    fill(evidence,
         {.size = 0,
          .article = found.article,
          .begin = found.sentence.begin,
          .end = found.sentence.end,
          .predicate_begin = found.predicate.begin,
          .predicate_end = found.predicate.end,
          .sentence = found.text.c_str(),
          .predicate = found.lemmas.c_str(),
          .speaker = found.speaker.c_str(),
          .time = time == nullptr ? "" : time->text.c_str(),
          .from = time == nullptr ? "" : time->from.c_str(),
          .to = time == nullptr ? "" : time->to.c_str(),
          .confidence = static_cast<double>(found.confidence)},
         "evidence");
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
    const entente::RelationTypes& types = types_of(pipeline, all.network);
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
    const entente::Network& all = required(network, "network").network;
    const entente::OutputFormat* const chosen = entente::find_output_format(text_of(format));
    require(chosen != nullptr, "format", R"(is unknown; expected "json", "svg" or another that entente.h lists)");
    const std::string bytes = chosen->write(all, types_of(pipeline, all));
    if (size != nullptr) {
      *size = bytes.size();
    }
    return copied(bytes.c_str(), bytes.size() + 1);
  });
}

void entente_free(void* memory) { std::free(memory); }
