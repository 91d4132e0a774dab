#include <entente/actors/show.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::inline v0_1 {

namespace {

void append(std::string& line, std::string_view text) {
  line += line.empty() ? "" : ", ";
  line += text;
}

}  // namespace

std::string show_mentions(const Document& document, const Actors& actors) {
  std::string line;
  for (const Mention& mention : actors.mentions) {
    append(line, document.view_tokens(mention.tokens));
    line += " = ";
    line += mention.actor == None ? "-" : actors.actors[mention.actor].id;
  }
  return line;
}

std::string show_actors(const Actors& actors) {
  std::string line;
  for (const ActorEntry& actor : actors.actors) {
    append(line, actor.id);
    line += ' ';
    line += actor_kind_name(actor.kind);
  }
  return line;
}

std::string show_titles(const Actors& actors) {
  std::string line;
  for (const Title& title : actors.titles) {
    append(line, actors.actors[actors.mentions[title.holder].actor].id);
    line += (title.former ? " former " : " ") + title.office + ' ';
    line += title.of == None ? "-" : actors.actors[actors.mentions[title.of].actor].id;
  }
  return line;
}

std::string show_votes(const KindVotes& votes) {
  constexpr float Shown = 0.05F;
  std::vector<std::pair<float, std::string>> kinds;
  for (std::size_t k = 0; k < votes.tagger.size(); ++k) {
    std::string parts;
    for (const auto& [name, part] : {std::pair("tagger", &votes.tagger), std::pair("mentions", &votes.mentions),
                                     std::pair("words", &votes.words)}) {
      if ((*part)[k] >= Shown) {
        append(parts, fmt::format("{} {:.1f}", name, (*part)[k]));
      }
    }
    const float sum = votes.tagger[k] + votes.mentions[k] + votes.words[k];
    if (!parts.empty()) {
      kinds.emplace_back(sum, fmt::format("{} {:.1f} ({})", actor_kind_name(static_cast<ActorKind>(k)), sum, parts));
    }
  }
  std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string line;
  for (const auto& [sum, text] : kinds) {
    append(line, text);
  }
  return line;
}

}  // namespace entente
