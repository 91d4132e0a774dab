#include <entente/actors/untagged_names.hpp>

#include <algorithm>

#include <entente/actors/surface.hpp>
#include <entente/text/syllables.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr float NameFrom = 0.6F;  // probability from which a word heads a name

class NameReader {
 public:
  NameReader(const Layers& layers, const std::vector<TaggedName>& tagged)
      : layers_(layers), covered_(layers.document.tokens.size(), 0) {
    for (const TaggedName& name : tagged) {
      std::fill(covered_.begin() + name.tokens.begin, covered_.begin() + name.tokens.end, Later);
      covered_[name.tokens.begin] = First;
    }
  }

  std::vector<TaggedName> read() const {
    std::vector<TaggedName> names;
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && layers_.in_capitals[s] == 0 && t < tokens.end; ++t) {
        if (const Span name = eastern_name_at(t, tokens); !name.empty()) {
          names.push_back({name, ActorKind::Person, 1.0F, false});
          t = name.end - 1;
        } else if (is_free(t) && layers_.upos(t) == Upos::Propn && is_capitalized(layers_.form(t)) && !is_title(t) &&
                   !is_in_party_mark(layers_, t) && !is_mark_of_ship(layers_, t)) {
          read(t, tokens, names);
        }
      }
    }
    return names;
  }

 private:
  static constexpr std::uint8_t First = 1;
  static constexpr std::uint8_t Later = 2;

  bool is_free(TokenId t) const { return covered_[t] == 0; }

  // "Tran Thi Thu Ha", "Vo Van Thuong": an East Asian family name and two or three more words of one syllable, all
  // capitalized. The tagger may have found a part of it.
  Span eastern_name_at(TokenId t, Span sentence) const {
    constexpr TokenId Most = 4;
    if (!layers_.world.name_word(layers_.form(t)).family_first || covered_[t] == Later) {
      return {};
    }
    TokenId end = t + 1;
    while (end < sentence.end && end < t + Most && is_capitalized(layers_.form(end)) &&
           is_syllable(lower_case(layers_.form(end))) && !layers_.world.name_word(layers_.form(end)).place) {
      ++end;
    }
    const bool goes_on = end < sentence.end && (is_capitalized(layers_.form(end)) || covered_[end] == Later);
    return end >= t + 3 && !goes_on ? Span{t, end} : Span{};
  }
  bool is_title(TokenId t) const {
    return layers_.world.name_word(layers_.form(t)).honorific || office_of_words(layers_, {t, t + 1}) != None;
  }

  void read(TokenId t, Span sentence, std::vector<TaggedName>& names) const {
    const auto kinds = layers_.mention_scores.names(t);
    const auto* const best = std::max_element(kinds.begin(), kinds.end());
    float probability = 0.0F;
    for (const float share : kinds) {
      probability += share;
    }
    if (probability >= NameFrom) {
      names.push_back({name_around(t, sentence), static_cast<ActorKind>(best - kinds.begin()), probability, false});
    }
  }

  // The word and the adjacent capitalized words that form one name with it.
  Span name_around(TokenId t, Span sentence) const {
    Span name{t, t + 1};
    while (name.begin > sentence.begin && belongs(name.begin - 1, t)) {
      --name.begin;
    }
    while (name.end < sentence.end && belongs(name.end, t)) {
      ++name.end;
    }
    return name;
  }
  bool belongs(TokenId word, TokenId head) const {
    const Deprel d = layers_.deprel(word);
    const bool hangs = d == Deprel::Flat || d == Deprel::Compound || d == Deprel::Amod || d == Deprel::Nummod;
    return is_free(word) && hangs && is_capitalized(layers_.form(word)) &&
           (layers_.head(word) == head || (layers_.head(word) != None && layers_.head(layers_.head(word)) == head));
  }

  const Layers& layers_;
  std::vector<std::uint8_t> covered_;  // one per token: First or Later where a name of the tagger's has it
};

}  // namespace

std::vector<TaggedName> with_untagged_names(const Layers& layers, std::vector<TaggedName> tagged) {
  if (layers.mention_scores.empty()) {
    return tagged;
  }
  const std::vector<TaggedName> read = NameReader(layers, tagged).read();
  for (const TaggedName& name : read) {
    auto at = std::partition_point(tagged.begin(), tagged.end(),
                                   [&](const TaggedName& it) { return it.tokens.begin < name.tokens.begin; });
    while (at != tagged.end() && name.tokens.contains(at->tokens)) {
      at = tagged.erase(at);  // a part of it
    }
    const bool clear = at == tagged.begin() || std::prev(at)->tokens.end <= name.tokens.begin;
    if (clear && (at == tagged.end() || name.tokens.end <= at->tokens.begin)) {
      tagged.insert(at, name);
    }
  }
  return tagged;
}

}  // namespace entente
