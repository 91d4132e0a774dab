#include <entente_train/conllu_score.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/letters.hpp>
#include <entente/base/rows.hpp>

namespace entente::train {

namespace {

// What the shared task compares; other features belong to one language or treebank.
constexpr std::array<std::string_view, 21> UniversalFeatures = {
    "Abbr",    "Animacy", "Aspect",   "Case",    "Definite", "Degree",   "Evident",
    "Foreign", "Gender",  "Mood",     "NumType", "Number",   "Person",   "Polarity",
    "Polite",  "Poss",    "PronType", "Reflex",  "Tense",    "VerbForm", "Voice"};

std::string universal_features(std::string_view text) {
  std::string out;
  for (const std::string_view feature : split(text, '|')) {
    const std::string_view name = feature.substr(0, feature.find('='));
    if (std::find(UniversalFeatures.begin(), UniversalFeatures.end(), name) != UniversalFeatures.end()) {
      out += feature;
      out += '|';
    }
  }
  return out;
}

std::string_view universal_relation(Deprel deprel) {
  const std::string_view name = deprel_name(deprel);
  return name.substr(0, name.find(':'));
}

std::string lower_of(std::string_view form) {
  std::string out;
  append_lower(out, form);
  return out;
}

// A treebank as characters, without white space, and what covers them. A word that is part of a multiword token covers
// all of it.
struct Characters {
  std::string text;
  std::vector<Span> sentences;
  std::vector<Span> tokens;
  std::vector<Span> words;
  std::vector<bool> in_multiword;  // one per word
};

Characters characters_of(const Document& document) {
  Characters out;
  out.words.resize(document.tokens.size());
  out.in_multiword.resize(document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    const auto sentence_begin = static_cast<std::uint32_t>(out.text.size());
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end;) {
      TokenId end = t + 1;
      while (end < sentence.tokens.end && document.tokens[end].glued) {
        ++end;
      }
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      for (const char c : document.view_tokens({t, end})) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
          out.text += c;
        }
      }
      const Span span{begin, static_cast<std::uint32_t>(out.text.size())};
      out.tokens.push_back(span);
      for (TokenId w = t; w < end; ++w) {
        out.words[w] = span;
        out.in_multiword[w] = end > t + 1;
      }
      t = end;
    }
    out.sentences.push_back({sentence_begin, static_cast<std::uint32_t>(out.text.size())});
  }
  return out;
}

std::size_t common(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++count;
      ++i;
      ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return count;
}

class Aligner {
 public:
  Aligner(const Treebank& gold, const Treebank& system, const Characters& gold_text, const Characters& system_text)
      : gold_(gold.document),
        system_(system.document),
        g_(gold_text),
        s_(system_text),
        of_gold_(gold_.tokens.size(), None) {}

  // The system's word for each annotated one, or None.
  std::vector<TokenId> align() {
    TokenId g = 0;
    TokenId s = 0;
    while (g < g_.words.size() && s < s_.words.size()) {
      if (g_.in_multiword[g] || s_.in_multiword[s]) {
        align_multiword(g, s);
      } else if (g_.words[g] == s_.words[s]) {
        of_gold_[g++] = s++;
      } else {
        g_.words[g].begin <= s_.words[s].begin ? ++g : ++s;
      }
    }
    return std::move(of_gold_);
  }

 private:
  static bool is_beyond(const Characters& side, TokenId w, std::uint32_t end) {
    return w >= side.words.size() || (side.in_multiword[w] ? side.words[w].begin >= end : side.words[w].end > end);
  }

  // Takes all words of both sides that overlapping multiword tokens hold together, and aligns equal forms in order.
  void align_multiword(TokenId& g, TokenId& s) {
    std::uint32_t end = 0;
    if (g_.in_multiword[g]) {
      end = g_.words[g].end;
      s += !s_.in_multiword[s] && s_.words[s].begin < g_.words[g].begin ? 1 : 0;
    } else {
      end = s_.words[s].end;
      g += !g_.in_multiword[g] && g_.words[g].begin < s_.words[s].begin ? 1 : 0;
    }
    const TokenId g_begin = g;
    const TokenId s_begin = s;
    while (!is_beyond(g_, g, end) || !is_beyond(s_, s, end)) {
      const bool take_gold = g < g_.words.size() && (s >= s_.words.size() || g_.words[g].begin <= s_.words[s].begin);
      const Characters& side = take_gold ? g_ : s_;
      const TokenId word = take_gold ? g++ : s++;
      end = side.in_multiword[word] ? std::max(end, side.words[word].end) : end;
    }
    align_forms({g_begin, g}, {s_begin, s});
  }

  // The longest common subsequence of the forms, without regard to case.
  void align_forms(Span gold, Span system) {
    std::vector<std::string> a;
    std::vector<std::string> b;
    for (TokenId t = gold.begin; t < gold.end; ++t) {
      a.push_back(lower_of(gold_.form(t)));
    }
    for (TokenId t = system.begin; t < system.end; ++t) {
      b.push_back(lower_of(system_.form(t)));
    }
    std::vector<std::vector<std::uint32_t>> best(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        best[i][j] = a[i] == b[j] ? best[i + 1][j + 1] + 1 : std::max(best[i + 1][j], best[i][j + 1]);
      }
    }
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i] == b[j]) {
        of_gold_[gold.begin + i++] = static_cast<TokenId>(system.begin + j++);
      } else {
        best[i][j] == best[i + 1][j] ? ++i : ++j;
      }
    }
  }

  const Document& gold_;
  const Document& system_;
  const Characters& g_;
  const Characters& s_;
  std::vector<TokenId> of_gold_;
};

void check_same_text(const std::string& gold, const std::string& system) {
  if (gold == system) {
    return;
  }
  const auto at = static_cast<std::size_t>(std::mismatch(gold.begin(), gold.end(), system.begin(), system.end()).first -
                                           gold.begin());
  const std::size_t from = at < 20 ? 0 : at - 20;
  throw Error(ErrorCode::BadFormat, "",
              fmt::format("the two files are not of the same text: '…{}…' was expected, '…{}…' was found",
                          gold.substr(from, 40), system.substr(std::min(from, system.size()), 40)));
}

}  // namespace

std::vector<Metric> score_conllu(const Treebank& gold, const Treebank& system) {
  const Characters gold_text = characters_of(gold.document);
  const Characters system_text = characters_of(system.document);
  check_same_text(gold_text.text, system_text.text);
  const std::vector<TokenId> aligned = Aligner(gold, system, gold_text, system_text).align();

  std::size_t words = 0;
  std::size_t upos = 0;
  std::size_t features = 0;
  std::size_t lemmas = 0;
  std::size_t heads = 0;
  std::size_t relations = 0;
  for (TokenId g = 0; g < aligned.size(); ++g) {
    const TokenId s = aligned[g];
    if (s == None) {
      continue;
    }
    ++words;
    upos += gold.tagging.upos(g) == system.tagging.upos(s) ? 1 : 0;
    features += universal_features(gold.tagging.bundles[gold.tagging.tags[g].bundle].text) ==
                        universal_features(system.tagging.bundles[system.tagging.tags[s].bundle].text)
                    ? 1
                    : 0;
    lemmas += gold.tagging.lemma(g).empty() || gold.tagging.lemma(g) == system.tagging.lemma(s) ? 1 : 0;
    const TokenId gold_head = gold.syntax.heads[g];
    const TokenId system_head = system.syntax.heads[s];
    const bool head =
        gold_head == None ? system_head == None : system_head != None && aligned[gold_head] == system_head;
    heads += head ? 1 : 0;
    relations +=
        head && universal_relation(gold.syntax.deprels[g]) == universal_relation(system.syntax.deprels[s]) ? 1 : 0;
  }

  const std::size_t in_gold = gold_text.words.size();
  const std::size_t in_system = system_text.words.size();
  return {
      {"Tokens", gold_text.tokens.size(), system_text.tokens.size(), common(gold_text.tokens, system_text.tokens)},
      {"Sentences", gold_text.sentences.size(), system_text.sentences.size(),
       common(gold_text.sentences, system_text.sentences)},
      {"Words", in_gold, in_system, words},
      {"UPOS", in_gold, in_system, upos},
      {"UFeats", in_gold, in_system, features},
      {"Lemmas", in_gold, in_system, lemmas},
      {"UAS", in_gold, in_system, heads},
      {"LAS", in_gold, in_system, relations},
  };
}

}  // namespace entente::train
