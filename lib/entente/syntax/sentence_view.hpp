// The view of a document that rules use: words with their tags, trees and neighbors. Neighbors beyond the edge of the
// sentence are None, and every function accepts None and returns an empty value for it. So rules need no checks of
// their own:
//
//   form(before(t)) == ","       // false for the first word of a sentence
//   upos(head(head(t))) == Upos::Verb
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Refers to the layers, which must outlive it; it sees later changes in them, except to the bounds of sentences.
// Threads may share it. Every TokenId must be None or a token of the document.
struct SentenceView {
  SentenceView(const Document& d, const Tagging& t, const Syntax& s);

  const Document& document;
  const Tagging& tagging;
  const Syntax& syntax;
  std::vector<SentenceId> sentence_of;  // one per token

  // The word before and after t in its sentence, or None.
  TokenId before(TokenId t) const { return t == None || t == 0 || sentence_of[t - 1] != sentence_of[t] ? None : t - 1; }
  TokenId after(TokenId t) const {
    return t == None || t + 1 >= sentence_of.size() || sentence_of[t + 1] != sentence_of[t] ? None : t + 1;
  }
  // The word before the first and after the last of some words, or None; None where there are no words.
  TokenId before(Span words) const { return words.empty() ? None : before(words.begin); }
  TokenId after(Span words) const { return words.empty() ? None : after(words.end - 1); }
  // The word `distance` words before or after t in its sentence, or None.
  TokenId before(TokenId t, std::uint32_t distance) const {
    return t == None || t < distance || sentence_of[t - distance] != sentence_of[t] ? None : t - distance;
  }
  TokenId after(TokenId t, std::uint32_t distance) const {
    return t == None || distance >= sentence_of.size() - t || sentence_of[t + distance] != sentence_of[t]
               ? None
               : t + distance;
  }
  // The tokens of the sentence of t; empty for None.
  Span sentence_tokens(TokenId t) const { return exists(t) ? document.sentences[sentence_of[t]].tokens : Span{}; }

  // The properties of t. Those of None: "", X, no features, no head, Dep, no space after it.
  std::string_view form(TokenId t) const { return exists(t) ? document.form(t) : std::string_view(); }
  std::string_view lemma(TokenId t) const { return exists(t) ? tagging.lemma(t) : std::string_view(); }
  Upos upos(TokenId t) const { return exists(t) ? tagging.upos(t) : Upos::X; }
  const Features& features(TokenId t) const {
    static constexpr Features NoFeatures;
    return exists(t) ? tagging.features(t) : NoFeatures;
  }
  TokenId head(TokenId t) const { return exists(t) ? syntax.heads[t] : None; }
  Deprel deprel(TokenId t) const { return exists(t) ? syntax.deprels[t] : Deprel::Dep; }
  bool space_after(TokenId t) const { return exists(t) && document.tokens[t].space_after; }

  // The dependents of t in text order, at most 128, so that hostile text stays cheap. Call index_children() first.
  std::span<const TokenId> children(TokenId t) const {
    constexpr std::size_t Most = 128;
    const auto all = exists(t) ? syntax.children_of(t) : std::span<const TokenId>();
    return all.first(std::min(all.size(), Most));
  }
  // The first of them with that relation, or None.
  TokenId child(TokenId t, Deprel wanted) const {
    const auto all = children(t);
    const auto found = std::find_if(all.begin(), all.end(), [&](TokenId c) { return syntax.deprels[c] == wanted; });
    return found == all.end() ? None : *found;
  }
  bool has_child(TokenId t, Deprel wanted) const { return child(t, wanted) != None; }

 private:
  bool exists(TokenId t) const {
    assert(t == None || t < sentence_of.size());
    return t != None;
  }
};

}  // namespace entente
