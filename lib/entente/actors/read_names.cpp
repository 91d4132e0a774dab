#include <entente/actors/read_names.hpp>

#include <algorithm>

#include <entente/actors/surface.hpp>

namespace entente {

namespace {

constexpr float NameFrom = 0.6F;  // probability from which a word heads a name

class NameReader {
 public:
  NameReader(const Layers& layers, const std::vector<TaggedName>& tagged)
      : layers_(layers), covered_(layers.document.tokens.size(), 0) {
    for (const TaggedName& name : tagged) {
      std::fill(covered_.begin() + name.tokens.begin, covered_.begin() + name.tokens.end, std::uint8_t{1});
    }
  }

  std::vector<TaggedName> read() const {
    std::vector<TaggedName> names;
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.of_actors[s] != 0 && layers_.shouting[s] == 0 && t < tokens.end; ++t) {
        if (is_free(t) && layers_.upos(t) == Upos::Propn && is_capitalised(layers_.form(t)) && !is_title(t)) {
          read(t, tokens, names);
        }
      }
    }
    return names;
  }

 private:
  bool is_free(TokenId t) const { return covered_[t] == 0; }

  bool is_title(TokenId t) const {
    return layers_.world.name_word(layers_.form(t)).honorific || office_of_words(layers_, {t, t + 1}) != None;
  }

  void read(TokenId t, Span sentence, std::vector<TaggedName>& names) const {
    const auto kinds = layers_.readings.names(t);
    const auto* const best = std::max_element(kinds.begin(), kinds.end());
    float probability = 0.0F;
    for (const float share : kinds) {
      probability += share;
    }
    if (probability >= NameFrom) {
      names.push_back({name_around(t, sentence), static_cast<ActorKind>(best - kinds.begin()), probability, false});
    }
  }

  // The word with the capitalised words beside it that hang together with it.
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
    return is_free(word) && hangs && is_capitalised(layers_.form(word)) &&
           (layers_.head(word) == head || (layers_.head(word) != None && layers_.head(layers_.head(word)) == head));
  }

  const Layers& layers_;
  std::vector<std::uint8_t> covered_;  // one per token: a name of the tagger's covers it
};

}  // namespace

std::vector<TaggedName> with_read_names(const Layers& layers, std::vector<TaggedName> tagged) {
  if (layers.readings.empty()) {
    return tagged;
  }
  const std::vector<TaggedName> read = NameReader(layers, tagged).read();
  for (const TaggedName& name : read) {
    const auto at = std::partition_point(tagged.begin(), tagged.end(),
                                         [&](const TaggedName& it) { return it.tokens.begin < name.tokens.begin; });
    const bool clear = at == tagged.begin() || std::prev(at)->tokens.end <= name.tokens.begin;
    if (clear && (at == tagged.end() || name.tokens.end <= at->tokens.begin)) {
      tagged.insert(at, name);
    }
  }
  return tagged;
}

}  // namespace entente
