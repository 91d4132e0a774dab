#include <entente/actors/pairs.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

using Pair = std::pair<DraftId, DraftId>;

class PairResolver {
 public:
  PairResolver(const Layers& layers, Coreference coref) : layers_(layers), coref_(std::move(coref)) {}

  Coreference run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && t < tokens.end; ++t) {
        if (is_free(t) && has_article(t)) {
          read(t);
        }
      }
    }
    return std::move(coref_);
  }

 private:
  bool is_free(TokenId t) const {
    const DraftId d = coref_.mentions.by_head[t];
    return coref_.mentions.name_of[t] == None && (d == None || coref_.mentions[d].cluster == None);
  }
  bool has_article(TokenId t) const {
    const TokenId article = layers_.child(t, Deprel::Det);
    return article != None && article < t && lower_case(layers_.form(article)) == "the";
  }

  void read(TokenId t) {
    const auto word = lower_case(layers_.form(t));
    const bool noun = layers_.upos(t) == Upos::Noun;
    if (word == "former" || word == "latter") {
      const auto two = layers_.deprel(t) == Deprel::Amod ? std::nullopt : pair_before(t, std::nullopt);
      if (two) {
        give(t, word == "former" ? two->first : two->second);
      }
    } else if (noun && layers_.world.name_word(layers_.lemma(t)).pair && layers_.child(t, Deprel::Nmod) == None) {
      give_both(t, pair_before(t, ActorKind::Person));
    } else if (const auto kind = kind_of_noun(t); noun && kind && layers_.is_plural(t) && is_two(t)) {
      give_both(t, pair_before(t, kind));
    }
  }

  bool is_two(TokenId t) const {
    const TokenId number = layers_.child(t, Deprel::Nummod);
    return number != None && lower_case(layers_.form(number)) == "two";
  }

  // The kind of "presidents", "men", "countries"; nothing if unknown.
  std::optional<ActorKind> kind_of_noun(TokenId t) const {
    const auto lemma = layers_.lemma(t);
    if (layers_.world.office_words.find(lemma) != nullptr || lemma == "man" || lemma == "woman") {
      return ActorKind::Person;
    }
    const auto* kind = layers_.world.kind_words.find(lemma);
    return kind == nullptr ? std::nullopt : std::optional(kind->kind);
  }

  // The last two actors joined by "and" before t, in its sentence or one of the two sentences before; of the given
  // kind, if any.
  std::optional<Pair> pair_before(TokenId t, std::optional<ActorKind> kind) const {
    constexpr SentenceId Back = 2;
    const SentenceId s = layers_.sentence_of[t];
    const TokenId first = layers_.document.sentences[s - std::min(s, Back)].tokens.begin;
    for (TokenId at = t; at-- > first;) {
      const auto two = joined_pair(layers_, coref_, at);
      if (two && coref_.mentions[two->second].head < t && (!kind || coref_.cluster_of(two->first).kind == *kind)) {
        return two;
      }
    }
    return std::nullopt;
  }

  void give_both(TokenId t, const std::optional<Pair>& two) {
    if (two) {
      give(t, two->first);
      coref_.mentions.by_head[t] = None;  // a second mention of the same words
      give(t, two->second);
    }
  }

  void give(TokenId t, DraftId antecedent) {
    const MentionDraft& one = coref_.mentions[antecedent];
    describe(layers_, coref_, t, one.cluster, antecedent,
             fmt::format("one of two: {}", layers_.document.view_tokens(one.name)));
  }

  const Layers& layers_;
  Coreference coref_;
};

}  // namespace

std::optional<std::pair<DraftId, DraftId>> joined_pair(const Layers& layers, const Coreference& coref, TokenId token) {
  const TokenId first = layers.deprel(token) == Deprel::Conj ? layers.head(token) : token;
  const TokenId second = layers.child(first, Deprel::Conj);
  if (second == None || (token != first && token != second) || layers.child(second, Deprel::Conj) != None) {
    return std::nullopt;
  }
  const auto joined = layers.children(first);
  const bool one =
      std::count_if(joined.begin(), joined.end(), [&](TokenId c) { return layers.deprel(c) == Deprel::Conj; }) == 1;
  const DraftId a = coref.mentions.by_head[first];
  const DraftId b = coref.mentions.by_head[second];
  if (!one || a == None || b == None || coref.mentions[a].cluster == None || coref.mentions[b].cluster == None ||
      coref.mentions[a].cluster == coref.mentions[b].cluster || coref.mentions[a].form == MentionForm::Adjective ||
      coref.cluster_of(a).kind != coref.cluster_of(b).kind) {
    return std::nullopt;
  }
  return std::pair(a, b);
}

Coreference resolve_pairs(const Layers& layers, Coreference coref) {
  return PairResolver(layers, std::move(coref)).run();
}

}  // namespace entente
