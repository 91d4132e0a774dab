// Hand-made layers for the tests of the graph: a document of words, and actors that are mentioned by word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/relations.hpp>
#include <entente/text/document.hpp>

namespace entente::test {

// Words are divided by single spaces; "." ends a sentence.
inline Document words(std::string text) {
  Document document;
  document.id = std::string("a");  // GCC 12 warns without reason of an assigned literal (GCC bug 105329)
  document.original = text;
  document.text = std::move(text);
  const std::string& all = document.text;
  document.blocks.push_back({BlockKind::Paragraph, {0, static_cast<std::uint32_t>(all.size())}, {}});
  TokenId first = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(' ', begin), all.size());
    document.tokens.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, true, false});
    const TokenId next = static_cast<TokenId>(document.tokens.size());
    if (all.substr(begin, end - begin) == "." || end == all.size()) {
      document.sentences.push_back(
          {{document.tokens[first].text.begin, static_cast<std::uint32_t>(end)}, {first, next}, 0});
      first = next;
    }
    begin = end + 1;
  }
  return document;
}

// One more actor, mentioned by the given words.
inline ActorId add_actor(Actors& actors, std::string id, std::string name, std::vector<Span> mentions,
                         ActorKind kind = ActorKind::Person) {
  const ActorId actor = static_cast<ActorId>(actors.actors.size());
  ActorEntry entry;
  entry.id = std::move(id);
  entry.name = std::move(name);
  entry.kind = kind;
  for (const Span tokens : mentions) {
    entry.mentions.push_back(static_cast<MentionId>(actors.mentions.size()));
    Mention mention;
    mention.tokens = tokens;
    mention.head = tokens.end - 1;
    mention.name = tokens;
    mention.actor = actor;
    actors.mentions.push_back(std::move(mention));
  }
  actors.actors.push_back(std::move(entry));
  return actor;
}

inline Finding finding(const Document& document, ActorId source, RelationTypeId type, ActorId target,
                       TokenId predicate) {
  Finding f;
  f.source = source;
  f.target = target;
  f.type = type;
  f.predicate = document.form(predicate);
  f.confidence = 0.5F;
  f.sentence = document.sentence_of(predicate);
  f.predicate_tokens = {predicate, predicate + 1};
  return f;
}

}  // namespace entente::test
