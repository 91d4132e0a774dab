#include <entente/actors/titled_descriptions.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

class TitleReader {
 public:
  TitleReader(const Layers& layers, Coreference coref) : layers_(layers), coref_(std::move(coref)) {}

  Coreference run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && t < tokens.end; ++t) {
        if (is_title_alone(t)) {
          read(t);
        }
      }
    }
    return std::move(coref_);
  }

 private:
  bool is_title_alone(TokenId t) const {
    const std::string title = with_capital(lower_case(layers_.form(t)));
    const NameWord& word = layers_.world.name_word(title);
    const DraftId d = coref_.mentions.by_head[t];
    const TokenId next = layers_.after(t);
    return (word.regal || word.noble) && lower_case(layers_.form(layers_.before(t))) == "the" &&
           coref_.mentions.name_of[t] == None && (d == None || coref_.mentions[d].cluster == None) &&
           !is_capitalized(layers_.form(next)) && layers_.form(next) != "of" && layers_.form(next) != "-" &&
           !(layers_.deprel(t) == Deprel::Compound && layers_.head(t) == next);
  }

  void read(TokenId t) {
    const auto title = lower_case(layers_.form(t));
    for (TokenId at = t; at-- > t - std::min(t, Reach);) {
      const DraftId d = coref_.mentions.name_of[at];
      if (d == None || coref_.mentions[d].cluster == None || coref_.cluster_of(d).kind != ActorKind::Person) {
        continue;
      }
      const TokenId begin = coref_.mentions[d].tokens.begin;
      const bool before = begin > 0 && lower_case(layers_.form(begin - 1)) == title;
      if (before || lower_case(layers_.form(begin)) == title) {
        return describe(layers_, coref_, t, coref_.mentions[d].cluster, d,
                        fmt::format("title of {}", layers_.document.view_tokens(coref_.mentions[d].tokens)));
      }
    }
  }

  static constexpr TokenId Reach = 400;  // tokens

  const Layers& layers_;
  Coreference coref_;
};

}  // namespace

Coreference resolve_titled_descriptions(const Layers& layers, Coreference coref) {
  return TitleReader(layers, std::move(coref)).run();
}

}  // namespace entente
