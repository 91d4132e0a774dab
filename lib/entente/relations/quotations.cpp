#include <entente/relations/quotations.hpp>

#include <algorithm>

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

bool is_nominal(Upos u) { return u == Upos::Noun || u == Upos::Propn || u == Upos::Pron; }

}  // namespace

Quotations::Quotations(const Document& document, const Tagging& tagging, const Syntax& syntax)
    : quoted_(document.tokens.size(), false), voices_(document.tokens.size(), 0) {
  std::uint32_t count = 0;
  for (const auto& block : document.blocks) {
    if (block.sentences.empty()) {
      continue;
    }
    const TokenId begin = document.sentences[block.sentences.begin].tokens.begin;
    const TokenId end = document.sentences[block.sentences.end - 1].tokens.end;
    TokenId open = None;
    const auto close = [&](TokenId at) {
      const bool opens = open == begin || may_precede(document.form(open - 1));
      const bool closes = at == end || at + 1 == end || is_end_of_phrase(document.form(at - 1)) ||
                          is_end_of_phrase(document.form(at + 1));
      std::fill(quoted_.begin() + open, quoted_.begin() + at, true);
      if (opens && closes && has_verb(tagging, open, at)) {
        std::fill(voices_.begin() + open, voices_.begin() + at, ++count);
        if (at < end) {
          voices_[at] = count;
          find_stray(tagging, syntax, at + 1, document.sentences[document.sentence_of(at)].tokens.end);
        }
      }
      open = None;
    };
    for (TokenId t = begin; t < end; ++t) {
      const auto form = document.form(t);
      const bool straight = form == "\"";
      if (open == None && (straight || form == "“" || form == "``" || form == "„")) {
        open = t;
      } else if (open != None && (straight || form == "”" || form == "''")) {
        close(t);
      }
    }
    if (open != None) {
      close(end);
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
