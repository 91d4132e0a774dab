#include <entente/actors/show.hpp>

namespace entente {

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

}  // namespace entente
