#include <entente/relations/untyped.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/relations/status.hpp>

namespace entente {

namespace {

// Actors that are the argument itself, not something inside it.
Fillers clear_actors(const Reading& r, TokenId verb, const Arguments& arguments) {
  Fillers all;
  for (const auto& argument : arguments) {
    const bool clear = argument.via == Via::Direct || argument.via == Via::Shared || argument.via == Via::Antecedent;
    if (clear && r.quotations.same_voice(verb, argument.token)) {
      actors_at(r, argument, 0, all);
    }
  }
  return all;
}

}  // namespace

UntypedWords::UntypedWords(const RelationTypes& types, Words& words) {
  frame_.type = types.find("other");
  frame_.pattern = "A … B";
  RowReader rows("lexicon/untyped_words.tsv", resource("lexicon/untyped_words.tsv"));
  while (rows.next()) {
    if (rows.columns().size() < 2 || rows.columns()[0] != "never") {
      rows.fail("\"" + std::string(rows.line()) + "\"; expected never, and verbs");
    }
    for (const auto verb : split(rows.columns()[1], ' ')) {
      const auto id = words.add(verb);
      excluded_.resize(std::max<std::size_t>(excluded_.size(), id + std::size_t{1}));
      excluded_[id] = 1;
    }
  }
}

void match_untyped(const Reading& r, const UntypedWords& words, TokenId verb, std::vector<Match>& out) {
  if (words.excluded(r.words[verb]) || status_of(r, verb, Status::Asserted) == Status::Negated) {
    return;  // what did not happen and has no name tells nothing of the two
  }
  const auto source = clear_actors(r, verb, subjects(r, verb));
  if (source.empty()) {
    return;
  }
  const auto target = clear_actors(r, verb, objects(r, verb));
  constexpr std::size_t MostPairs = 4;
  if (target.empty() || source.size() * target.size() > MostPairs) {
    return;
  }
  for (const auto& a : source) {
    for (const auto& b : target) {
      if (r.actors.mentions[a.mention].actor != r.actors.mentions[b.mention].actor) {
        out.push_back({&words.frame(), verb, true, a, b, {}, false});
      }
    }
  }
}

}  // namespace entente
