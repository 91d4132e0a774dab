// One article as this room reads it: its layers, and what the lexicon says about its words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/lexicon.hpp>
#include <entente/relations/quotations.hpp>
#include <entente/relations/status_words.hpp>
#include <entente/syntax/sentence_view.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

struct Reading : SentenceView {
  Reading(const Document& d, const Tagging& t, const Syntax& s, const Actors& a, const PredicateLexicon& l,
          const StatusWords& sw);

  const Actors& actors;
  const PredicateLexicon& lexicon;
  const StatusWords& status_words;
  Quotations quotations;
  std::vector<WordId> words;         // the lemma of each token
  std::vector<WordId> prepositions;  // the preposition that marks each token: "to" for "Moscow" in "to Moscow"
  std::vector<bool> verbs;
  std::vector<std::uint8_t> contexts;  // one per sentence: bits of the contexts that its words indicate

  MentionId mention_at(TokenId t) const { return t == None ? None : actors.by_head[t]; }
  // Is it a verb, or a word with the dependents of a verb that the tagger took for a noun: "Adidas buys Runtastic"?
  bool is_verb(TokenId t) const { return t != None && verbs[t]; }
  bool is_noun(TokenId t) const { return (upos(t) == Upos::Noun || upos(t) == Upos::Propn) && !is_verb(t); }
  bool is_relative_pronoun(TokenId t) const { return features(t).pron_type == PronType::Relative; }
  // Is the verb passive, so that its subject is the object: "was attacked", "attacked by", "the attacked town"?
  bool is_passive(TokenId verb) const;
  // The token's word in the lexicons: by its lemma, or else by its form without an ending.
  WordId word_of(TokenId t) const;
  // The lemma of a verb that the tagger took for another part of speech; NoWord for other tokens.
  WordId verb_in_disguise(TokenId t) const;
  bool has_frames(TokenId t) const {
    return !lexicon.noun_frames(words[t]).empty() || !lexicon.verb_frames(words[t]).empty();
  }
  bool is_word(WordId id, std::string_view text) const { return lexicon.words().text(id) == text; }
};

}  // namespace entente
