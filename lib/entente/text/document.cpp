#include <entente/text/document.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

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
  const auto segment_of = [this](std::uint32_t at) {
    const auto after = std::upper_bound(segments.begin(), segments.end(), at,
                                        [](std::uint32_t x, const Segment& s) { return x < s.text_begin; });
    return after == segments.begin() ? segments.front() : *(after - 1);
  };
  const auto begin_of = [&](std::uint32_t at) {
    const Segment segment = segment_of(at);
    return segment.source_size != 0 ? segment.source_begin : at - segment.text_begin + segment.source_begin;
  };
  const auto end_of = [&](std::uint32_t last) {
    const Segment segment = segment_of(last);
    return segment.source_size != 0 ? segment.source_begin + segment.source_size
                                    : last - segment.text_begin + segment.source_begin + 1;
  };
  return bytes.empty() ? Span{begin_of(bytes.begin), begin_of(bytes.begin)}
                       : Span{begin_of(bytes.begin), end_of(bytes.end - 1)};
}

}  // namespace entente
