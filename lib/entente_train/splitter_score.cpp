#include <entente_train/splitter_score.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace entente {

namespace {

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

std::size_t solid_size(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n'; }));
}

SpanScore compare(const Spans& gold, const Spans& found) {
  SpanScore score;
  score.gold = gold.size();
  score.found = found.size();
  std::size_t i = 0;
  for (const auto& span : found) {
    while (i < gold.size() && gold[i] < span) {
      ++i;
    }
    score.correct += i < gold.size() && gold[i] == span ? 1 : 0;
  }
  return score;
}

// Every end that only one side has, with some characters around, the gold side's with "|+", the found side's with "|-".
std::vector<std::string> differences(const Spans& gold, const Spans& found, const std::string& solid) {
  std::set<std::size_t> expected;
  std::set<std::size_t> actual;
  for (const auto& [begin, end] : gold) {
    expected.insert(end);
  }
  for (const auto& [begin, end] : found) {
    actual.insert(end);
  }
  std::vector<std::pair<std::size_t, const char*>> all;
  for (const std::size_t end : expected) {
    if (!actual.contains(end)) {
      all.emplace_back(end, " MISSED ");
    }
  }
  for (const std::size_t end : actual) {
    if (!expected.contains(end)) {
      all.emplace_back(end, " WRONG ");
    }
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> out;
  for (const auto& [end, what] : all) {
    const std::size_t from = end > 45 ? end - 45 : 0;
    out.push_back(solid.substr(from, end - from) + what + solid.substr(end, 45));
  }
  return out;
}

}  // namespace

SplitterScore score_splitter(const Reader& reader, const std::vector<TreebankParagraph>& paragraphs) {
  Article article;
  Spans gold_words;
  Spans gold_sentences;
  std::string solid;
  for (const TreebankParagraph& paragraph : paragraphs) {
    for (const auto& sentence : paragraph.sentences) {
      const std::size_t begin = solid.size();
      for (const TreebankWord& word : sentence) {
        const std::size_t from = solid.size();
        std::copy_if(word.form.begin(), word.form.end(), std::back_inserter(solid), [](char c) { return c != ' '; });
        gold_words.emplace_back(from, solid.size());
      }
      gold_sentences.emplace_back(begin, solid.size());
    }
    article.text += paragraph_text(paragraph).text + "\n\n";
  }
  const Document document = reader.read(article);
  Spans words;
  Spans sentences;
  std::size_t at = 0;
  for (const Sentence& sentence : document.sentences) {
    const std::size_t begin = at;
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const std::size_t from = at;
      at += solid_size(document.form(t));
      words.emplace_back(from, at);
    }
    sentences.emplace_back(begin, at);
  }
  SplitterScore score;
  score.words = compare(gold_words, words);
  score.sentences = compare(gold_sentences, sentences);
  score.word_errors = differences(gold_words, words, solid);
  score.sentence_errors = differences(gold_sentences, sentences, solid);
  return score;
}

}  // namespace entente
