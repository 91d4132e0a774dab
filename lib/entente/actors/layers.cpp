#include <entente/actors/layers.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

// "XI VISITS PUTIN": more than half of the longer words in capitals, and at least two of them.
bool is_in_capitals(const Document& document, const Sentence& sentence) {
  int loud = 0;
  int words = 0;
  for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const auto form = document.form(t);
    const auto first = form.empty() ? '\0' : form.front();
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    if (form.size() > 3 && letter) {
      ++words;
      loud += is_all_capitals(form) ? 1 : 0;
    }
  }
  return loud >= 2 && loud * 3 > words * 2;
}

}  // namespace

Layers layers_of(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                 const MentionScores& mention_scores, const World& world) {
  Layers layers{{document, tagging, syntax}, names, mention_scores, world};
  layers.in_capitals.resize(document.sentences.size());
  layers.is_prose.resize(document.sentences.size());
  for (SentenceId s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    layers.in_capitals[s] = is_in_capitals(document, sentence) ? 1 : 0;
    const auto kind = document.blocks.empty() ? BlockKind::Paragraph : document.blocks[sentence.block].kind;
    layers.is_prose[s] = kind != BlockKind::Credit && kind != BlockKind::Byline ? 1 : 0;
  }
  return layers;
}

}  // namespace entente
