// entente_store.h in terms of the C++ interface.
#include <string>
#include <utility>

#include <entente/entente_store.h>
#include <entente/c_api.hpp>
#include <entente/graph/corrections.hpp>
#include <entente/store/store.hpp>
#include <entente/version.hpp>

struct entente_store {
  entente::Store store;
};

namespace {

using namespace entente::c_api;

entente::StoreAccess access_of(entente_store_access access) {
  require(access >= ENTENTE_STORE_READ && access <= ENTENTE_STORE_CREATE, "access",
          "is unknown; expected ENTENTE_STORE_READ, ENTENTE_STORE_WRITE or ENTENTE_STORE_CREATE");
  return access == ENTENTE_STORE_READ    ? entente::StoreAccess::Read
         : access == ENTENTE_STORE_WRITE ? entente::StoreAccess::Write
                                         : entente::StoreAccess::Create;
}

entente_added added_of(entente::Added added) {
  return added == entente::Added::New       ? ENTENTE_ADDED_NEW
         : added == entente::Added::Updated ? ENTENTE_ADDED_UPDATED
                                            : ENTENTE_ADDED_KNOWN;
}

const entente::RelationTypes& types_of(const entente_pipeline* pipeline) {
  return pipeline == nullptr ? entente::shipped_relation_types() : pipeline->pipeline.relation_types();
}

entente::ArticleFilter articles_of(const entente_store_filter& given) {
  return {.since = text_of(given.since), .until = text_of(given.until), .source = text_of(given.source)};
}

entente_network* corrected(entente::Network network, const entente_store_filter& given,
                           const entente::RelationTypes& types) {
  if (given.corrections != nullptr) {
    entente::correct(network, entente::read_corrections(given.corrections, "corrections"), types);
  }
  return new entente_network(std::move(network));
}

template <typename Handle>
Handle& writable(Handle* handle, const char* what) {
  require(handle != nullptr, what, "is NULL");
  return *handle;
}

}  // namespace

entente_store* entente_open_store(const char* path, entente_store_access access, entente_error* error) {
  return made(error, [&] {
    require(path != nullptr, "path", "is NULL");
    return new entente_store{entente::Store(path, access_of(access))};
  });
}

void entente_close_store(entente_store* store) { delete store; }

entente_code entente_store_add(entente_store* store, const entente_pipeline* pipeline, const entente_article* article,
                               const entente_add_options* options, entente_added* added, entente_error* error) {
  return guarded(error, [&] {
    entente::Store& into = writable(store, "store").store;
    const entente::Pipeline& reading = required(pipeline, "pipeline").pipeline;
    const entente_add_options how = taken_or_default(options, "options");
    const entente::Article given = article_of(taken(required(article, "article"), "article"));
    entente::Added result = entente::Added::Known;
    if (!into.has(given)) {
      const std::string reader = how.reader == nullptr ? "entente " ENTENTE_VERSION : how.reader;
      const entente::Analysis analysis = reading.analyze(given);
      result = into.add(entente::pack(given, analysis.document, reading.assemble(analysis), reader),
                        {.update = how.update != 0});
    }
    if (added != nullptr) {
      *added = added_of(result);
    }
  });
}

entente_code entente_store_remove(entente_store* store, const char* name, entente_error* error) {
  return guarded(error, [&] {
    entente::Store& from = writable(store, "store").store;
    require(name != nullptr, "name", "is NULL");
    from.remove(from.find_article(name).number);
  });
}

entente_code entente_store_finish(entente_store* store, entente_error* error) {
  return guarded(error, [&] { writable(store, "store").store.finish(); });
}

entente_code entente_store_count(const entente_store* store, entente_store_content* content, entente_error* error) {
  return guarded(error, [&] {
    const entente::StoreSize size = required(store, "store").store.size();
    fill(content, {.size = 0, .articles = size.articles, .words = size.words, .relations = size.relations}, "content");
  });
}

entente_network* entente_store_network(const entente_store* store, const entente_pipeline* pipeline,
                                       const entente_store_filter* filter, entente_error* error) {
  return made(error, [&] {
    const entente_store_filter given = taken_or_default(filter, "filter");
    const entente::RelationTypes& types = types_of(pipeline);
    return corrected(required(store, "store").store.network(types, articles_of(given)), given, types);
  });
}

entente_network* entente_store_around(const entente_store* store, const entente_pipeline* pipeline, const char* actor,
                                      const entente_store_filter* filter, entente_error* error) {
  return made(error, [&] {
    require(actor != nullptr, "actor", "is NULL");
    const entente_store_filter given = taken_or_default(filter, "filter");
    const entente::RelationTypes& types = types_of(pipeline);
    const entente::Store& from = required(store, "store").store;
    return corrected(from.around({from.find_actor(actor).number}, types, {.articles = articles_of(given)}), given,
                     types);
  });
}
