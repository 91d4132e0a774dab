// Any bytes as a user's own words: those of an actors file (after a first line "actors"), or of a relations file. They
// are taken, and then a sentence is read with them, or an Error names the file.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/actors/resolver.hpp>
#include <entente/base/error.hpp>
#include <entente/model/model.hpp>
#include <entente/pipeline.hpp>
#include <entente/relations/reader.hpp>

#include "fuzz/sound.hpp"

namespace {

using entente::Analysis;

// What the stages before the user's words made of a sentence that has most of what patterns ask for.
const Analysis& sentence() {
  static const Analysis all = entente::fuzz::fast_pipeline().analyze(entente::Article{
      .text = "Norway lobbied Borealis last week to put the Pact's leader Jane Roe on trial in Oslo, and wants her "
              "talks with Mali to end."});
  return all;
}

const entente::Model& fast_model() {
  static const entente::Model model = entente::Model::built_in("fast");
  return model;
}

void read_actors(const std::string& words) {
  const Analysis& all = sentence();
  const entente::Resolver resolver(fast_model(), words);
  const entente::Actors actors = resolver.resolve(all.document, all.tagging, all.syntax, all.names, all.mention_scores);
  for (const entente::Mention& mention : actors.mentions) {
    entente::fuzz::require(mention.actor < actors.actors.size());
  }
}

void read_relations(std::string_view words) {
  const Analysis& all = sentence();
  const entente::RelationReader reader(fast_model(), words);
  const entente::Relations relations =
      reader.read(all.document, all.tagging, all.syntax, all.actors, all.mention_scores);
  for (const entente::Finding& finding : relations.findings) {
    entente::fuzz::require(finding.type < reader.types().types.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view Actors = "actors\n";
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (bytes.starts_with(Actors)) {
      read_actors(std::string(bytes.substr(Actors.size())));
    } else {
      read_relations(bytes);
    }
  } catch (const entente::Error& error) {
    entente::fuzz::require(error.code() == entente::ErrorCode::BadFormat);
    entente::fuzz::require(error.where().starts_with("actors file") || error.where().starts_with("relations file"));
  }
  return 0;
}
