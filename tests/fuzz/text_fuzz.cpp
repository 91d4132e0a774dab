// Any bytes as plain text, the whole way: never an error, every layer points inside the one before, and the network can
// be written and read again.
#include <cstddef>
#include <cstdint>
#include <string>

#include <entente/formats/json.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/pipeline.hpp>

#include "fuzz/sound.hpp"

namespace {

// Some eighty words: what goes wrong between words does so in short texts, of which many can be tried.
constexpr std::size_t MaxBytes = 512;
constexpr std::size_t AccurateShare = 32;  // one input in so many, by its length, is encoded by the accurate model

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > MaxBytes) {
    return 0;
  }
  const entente::Pipeline& pipeline =
      size % AccurateShare == 0 ? entente::fuzz::accurate_pipeline() : entente::fuzz::fast_pipeline();
  entente::Article article;
  article.text.assign(reinterpret_cast<const char*>(data), size);
  const entente::Analysis all = pipeline.analyze(article);
  entente::fuzz::check_layers(all);
  const entente::Network network =
      entente::assemble(all.document, all.actors, all.relations, pipeline.relation_types());
  const std::string json = entente::write_json(network);
  entente::fuzz::require(entente::write_json(entente::read_json(json, "written")) == json);
  return 0;
}
