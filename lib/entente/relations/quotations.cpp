#include <entente/relations/quotations.hpp>

#include <algorithm>

#include <entente/text/quoted.hpp>

namespace entente {

namespace {

bool is_end_of_phrase(std::string_view form) {
  return form == "," || form == "." || form == "?" || form == "!" || form == "…" || form == "...";
}

// May a whole sentence begin after this word? `he said: "…"`, but not `the "dirty" war`.
bool may_precede(std::string_view form) {
  return is_end_of_phrase(form) || form == ":" || form == ";" || form == "-" || form == "–" || form == "—" ||
         form == "--" || form == "”" || form == "\"" || form == "''";
}

bool has_verb(const Tagging& tagging, TokenId begin, TokenId end) {
  for (TokenId t = begin; t < end; ++t) {
    if (tagging.upos(t) == Upos::Verb || tagging.upos(t) == Upos::Aux) {
      return true;
    }
  }
  return false;
}

bool is_main(Deprel d) {
  return d == Deprel::Root || d == Deprel::Ccomp || d == Deprel::Conj || d == Deprel::Parataxis || d == Deprel::Dep;
}

Span block_of(const Document& document, TokenId t) {
  const Span sentences = document.blocks[document.sentences[document.sentence_of(t)].block].sentences;
  return {document.sentences[sentences.begin].tokens.begin, document.sentences[sentences.end - 1].tokens.end};
}

// Do the marks stand where a sentence begins and ends?
bool is_whole(const Document& document, Span quoted) {
  const Span block = block_of(document, quoted.begin);
  const bool opens = quoted.begin == block.begin || may_precede(document.form(quoted.begin - 1));
  const bool closes = quoted.end == block.end || quoted.end + 1 == block.end ||
                      is_end_of_phrase(document.form(quoted.end - 1)) ||
                      is_end_of_phrase(document.form(quoted.end + 1));
  return opens && closes;
}

bool is_nominal(Upos u) { return u == Upos::Noun || u == Upos::Propn || u == Upos::Pron; }

}  // namespace

Quotations::Quotations(const Document& document, const Tagging& tagging, const Syntax& syntax)
    : quoted_(quoted_tokens(document)), voices_(document.tokens.size(), 0) {
  std::uint32_t count = 0;
  for (const Span span : quoted_spans(document)) {
    if (!is_whole(document, span) || !has_verb(tagging, span.begin, span.end)) {
      continue;
    }
    std::fill(voices_.begin() + span.begin, voices_.begin() + span.end, ++count);
    if (const Span block = block_of(document, span.begin); span.end < block.end) {  // the mark that closes
      voices_[span.end] = count;
      find_stray(tagging, syntax, span.end + 1, document.sentences[document.sentence_of(span.end)].tokens.end);
    }
  }
}

// Looks from `after`, which follows the closing mark, for "Sun told" and "said Sun".
void Quotations::find_stray(const Tagging& tagging, const Syntax& syntax, TokenId after, TokenId end) {
  constexpr TokenId Reach = 25;
  if (after >= end) {
    return;
  }
  const auto voice = voices_[after - 1];
  TokenId verb = None;
  TokenId subject = None;
  for (TokenId t = after; t < std::min<TokenId>(end, after + Reach) && (verb == None || subject == None); ++t) {
    if (voices_[t] != 0) {
      return;
    }
    const TokenId head = syntax.heads[t];
    if (subject == None && is_nominal(tagging.upos(t)) && head != None && voices_[head] == voice) {
      subject = t;
    } else if (verb == None && tagging.upos(t) == Upos::Verb && is_main(syntax.deprels[t]) &&
               (subject != None || t == after) && tagging.features(t).verb_form == VerbForm::Finite) {
      verb = t;
    }
  }
  if (verb != None && subject != None) {
    strays_.push_back({verb, subject});
  }
}

TokenId Quotations::stray_subject(TokenId verb) const {
  const auto at =
      std::lower_bound(strays_.begin(), strays_.end(), verb, [](const Stray& s, TokenId v) { return s.verb < v; });
  return at != strays_.end() && at->verb == verb ? at->subject : None;
}

}  // namespace entente
