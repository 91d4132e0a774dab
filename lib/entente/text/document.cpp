#include <entente/text/document.hpp>

#include <algorithm>

namespace entente {

Span Document::bytes(Span token_span) const {
  if (token_span.empty()) {
    return {};
  }
  return {tokens[token_span.begin].text.begin, tokens[token_span.end - 1].text.end};
}

SentenceId Document::sentence_of(TokenId t) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), t,
                                      [](TokenId token, const Sentence& s) { return token < s.tokens.begin; });
  return static_cast<SentenceId>(after - sentences.begin()) - 1;
}

Span Document::to_original(Span bytes) const {
  if (segments.empty()) {
    return bytes;
  }
  const auto place = [this](std::uint32_t at) {
    const auto after = std::upper_bound(segments.begin(), segments.end(), at,
                                        [](std::uint32_t x, const Segment& s) { return x < s.text_begin; });
    const Segment& segment = after == segments.begin() ? segments.front() : *(after - 1);
    return at - segment.text_begin + segment.source_begin;
  };
  return bytes.empty() ? Span{place(bytes.begin), place(bytes.begin)}
                       : Span{place(bytes.begin), place(bytes.end - 1) + 1};
}

}  // namespace entente
