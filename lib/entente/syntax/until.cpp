#include <entente/syntax/until.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

namespace {

bool is_number(const SentenceView& view, TokenId t) { return view.upos(t) == Upos::Num; }

// Whether t is part of a phrase that says when something ends: "until 2019", "until he died", "from 2001 to 2009",
// "between 2001 and 2009".
bool states_end(const SentenceView& view, TokenId t) {
  for (const Deprel d : {Deprel::Case, Deprel::Mark}) {
    const TokenId marker = view.child(t, d);
    const auto form = view.form(marker);
    if (form == "until" || form == "till") {
      return true;
    }
    const auto next = view.form(view.after(t));
    const bool range =
        (form == "from" && (next == "to" || next == "until" || next == "till")) || (form == "between" && next == "and");
    if (range && is_number(view, t) && is_number(view, view.after(t, 2))) {
      return true;
    }
  }
  return false;
}

// Whether a dependent after the word states an end, or one of its own dependents does, down to `depth` levels.
bool has_end_below(const SentenceView& view, TokenId word, int depth) {
  const auto children = view.children(word);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const Deprel d = view.deprel(c);
    const bool modifies = d == Deprel::Nmod || d == Deprel::NmodUnmarked || d == Deprel::Obl ||
                          d == Deprel::OblUnmarked || d == Deprel::Advcl || d == Deprel::Advmod;
    const bool below = depth > 0 && (d == Deprel::Nmod || d == Deprel::Obj);
    return c > word && ((modifies && states_end(view, c)) || (below && has_end_below(view, c, depth - 1)));
  });
}

}  // namespace

bool has_stated_end(const SentenceView& view, TokenId word) {
  constexpr int Depth = 2;  // "president of Siemens until 2019": "until" may depend on the firm
  return has_end_below(view, word, Depth);
}

}  // namespace entente
