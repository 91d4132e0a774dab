#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

SentenceView::SentenceView(const Document& d, const Tagging& t, const Syntax& s)
    : document(d), tagging(t), syntax(s), sentence_of(d.tokens.size()) {
  for (SentenceId i = 0; i < d.sentences.size(); ++i) {
    const Span tokens = d.sentences[i].tokens;
    std::fill(sentence_of.begin() + tokens.begin, sentence_of.begin() + tokens.end, i);
  }
}

}  // namespace entente
