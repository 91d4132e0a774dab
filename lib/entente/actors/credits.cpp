#include <entente/actors/credits.hpp>

#include <algorithm>

#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr TokenId LongestBracket = 24;
constexpr TokenId LongestCredit = 8;

class CreditFinder {
 public:
  CreditFinder(const Layers& layers, const std::vector<Sighting>& known)
      : layers_(layers), credits_(layers.document.tokens.size(), 0), media_(layers.document.tokens.size(), 0) {
    const Classes media = layers.world.classes_of("news agency|broadcaster|newspaper");
    const Classes agency = layers.world.classes_of("news agency");
    for (const Sighting& sighting : known) {
      if (sighting.entry == None) {
        continue;
      }
      const Classes& classes = layers.world.entries[sighting.entry].classes;
      const std::uint8_t rank = (classes & agency).any() ? 2 : (classes & media).any() ? 1 : 0;
      std::fill(media_.begin() + sighting.tokens.begin, media_.begin() + sighting.tokens.end, rank);
    }
  }

  std::vector<std::uint8_t> find() {
    for (const Sentence& sentence : layers_.document.sentences) {
      for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (layers_.form(t) == "(") {
          bracket(t, sentence.tokens.end);
        } else if (layers_.form(t) == ":") {
          label(t, sentence.tokens);
        }
      }
    }
    return std::move(credits_);
  }

 private:
  // "(AFP, dpa)", "(Reuters/AP)": only media, at least one of them an agency, and abbreviations.
  void bracket(TokenId open, TokenId end) {
    bool agency = false;
    for (TokenId t = open + 1; t < std::min(end, open + LongestBracket); ++t) {
      const auto form = layers_.form(t);
      if (form == ")") {
        if (agency) {
          std::fill(credits_.begin() + open, credits_.begin() + t, std::uint8_t{1});
        }
        return;
      }
      agency = agency || media_[t] == 2;
      const bool mark = form == "," || form == "/" || form == "and" || form == ";" || form == "-";
      if (media_[t] == 0 && !mark && !is_all_capitals(form)) {
        return;
      }
    }
  }

  // "Author: Jane Roe Editor: John Doe": the capitalized words after the label.
  void label(TokenId colon, Span sentence) {
    const TokenId word = layers_.before(colon);
    if (!layers_.world.name_word(layers_.form(word)).credit) {
      return;
    }
    credits_[word] = 1;
    for (TokenId t = colon + 1; t < std::min(sentence.end, colon + LongestCredit); ++t) {
      const auto form = layers_.form(t);
      const bool name = is_capitalized(form) || form == "/" || form == "-" || form == "," || form == "(" ||
                        form == ")" || form == "." || form.size() <= 3;
      if (!name || layers_.world.name_word(form).credit) {
        return;
      }
      credits_[t] = 1;
    }
  }

  const Layers& layers_;
  std::vector<std::uint8_t> credits_;
  std::vector<std::uint8_t> media_;  // one per token: 2 in the name of an agency, 1 in that of other media
};

}  // namespace

std::vector<std::uint8_t> find_credits(const Layers& layers, const std::vector<Sighting>& known) {
  return CreditFinder(layers, known).find();
}

}  // namespace entente
