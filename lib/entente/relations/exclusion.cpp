#include <entente/relations/exclusion.hpp>

#include <algorithm>

#include <entente/relations/dependent_marks.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr int HighestClimb = 8;

bool is_inside_noun(Deprel d) {
  switch (d) {
    case Deprel::Nmod:
    case Deprel::NmodPoss:
    case Deprel::NmodDesc:
    case Deprel::Amod:
    case Deprel::Compound:
    case Deprel::Flat:
    case Deprel::Conj:
      return true;
    default:
      return false;
  }
}

// Is it negated: "not Chile", "no soldier", "neither Libya", "nor Egypt", or "nobody" itself?
bool is_denied_noun(const Reading& r, TokenId noun, Span name) {
  if (is_negation(r, noun) && r.upos(noun) == Upos::Pron) {
    return true;
  }
  const auto children = r.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const auto d = r.deprel(c);
    return c < noun && !name.contains(c) && is_negation(r, c) &&
           (d == Deprel::Advmod || d == Deprel::Det || d == Deprel::Cc || d == Deprel::CcPreconj);
  });
}

// "rather than Kosovo", "instead of Biden", "without Poland"
bool is_replaced(const Reading& r, TokenId noun) {
  const auto children = r.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const auto d = r.deprel(c);
    return c < noun && (d == Deprel::Case || d == Deprel::Cc) && is_replacement(r, c);
  });
}

// "all but Hungary", "everybody except Hungary". But "nobody except Hungary" means Hungary.
bool is_exception(const Reading& r, TokenId noun) {
  const TokenId above = r.head(noun);
  const bool of_pronoun = r.upos(above) == Upos::Pron || r.upos(above) == Upos::Det;
  const TokenId determiner = r.child(above, Deprel::Det);
  const bool of_all =
      of_pronoun || (determiner != None && r.status_words.has(StatusRole::Universal, r.words[determiner]));
  const bool joined = r.deprel(noun) == Deprel::Nmod || (r.deprel(noun) == Deprel::Conj && of_all);
  const TokenId mark = r.child(noun, joined && r.has_child(noun, Deprel::Cc) ? Deprel::Cc : Deprel::Case);
  return mark != None && r.status_words.has(StatusRole::Exception, r.lexicon.words().find(r.form(mark)));
}

// The first conjunct of "X or Y"; for other conjuncts the token itself.
bool shares_marks(const Reading& r, TokenId conjunct) {
  const auto form = r.lemma(r.child(conjunct, Deprel::Cc));
  return form == "or" || form == "nor";
}

// "neither Roe nor Doe, with whom he worked": the relative clause still holds.
bool is_told_below(const Reading& r, TokenId noun, TokenId anchor) {
  while (r.deprel(noun) == Deprel::Flat && r.head(noun) != None) {
    noun = r.head(noun);
  }
  const TokenId first = r.deprel(noun) == Deprel::Conj ? r.head(noun) : noun;
  TokenId t = anchor;
  for (int i = 0; i < HighestClimb && t != None; ++i) {
    const TokenId above = r.head(t);
    if (above != None && (above == noun || above == first)) {
      return r.deprel(t) != Deprel::Conj && !r.has_child(above, Deprel::Cop);  // but "it was Roe, not Doe, who"
    }
    t = above;
  }
  return false;
}

// "wife", "brother": are all relations of the noun in the lexicon between relatives?
bool is_kin(const Reading& r, const RelationTypes& types, TokenId noun) {
  const auto frames = r.lexicon.noun_frames(r.words[noun]);
  return !frames.empty() &&
         std::all_of(frames.begin(), frames.end(), [&](const Frame* it) { return types.types[it->type].traits.kin; });
}

}  // namespace

bool is_left_out(const Reading& r, MentionId mention, TokenId anchor) {
  const Span name = r.actors.mentions[mention].tokens;
  TokenId t = r.actors.mentions[mention].head;
  if (is_told_below(r, t, anchor)) {
    return false;
  }
  bool judged = true;  // whether the marks of t are his
  for (int i = 0; i < HighestClimb && t != None && t != anchor; ++i) {
    if (r.is_verb(t) || r.has_child(t, Deprel::Cop)) {
      return false;
    }
    if (is_exception(r, t)) {
      const TokenId above = r.head(t);
      return above != None && !is_negation(r, above) && !is_denied_noun(r, above, name);
    }
    if (judged && (is_denied_noun(r, t, name) || is_replaced(r, t))) {
      return true;
    }
    if (!is_inside_noun(r.deprel(t))) {
      return false;
    }
    judged = r.deprel(t) != Deprel::Conj || shares_marks(r, t);
    t = r.head(t);
  }
  return false;
}

bool is_relative_of(const Reading& r, const RelationTypes& types, MentionId mention, TokenId other) {
  const TokenId named = r.actors.mentions[mention].head;
  const TokenId relative = r.head(named);
  const bool owner = r.deprel(named) == Deprel::NmodPoss ||
                     (r.deprel(named) == Deprel::Nmod && r.form(r.child(named, Deprel::Case)) == "of");
  if (!owner || r.actors.mentions[mention].tokens.contains(relative) || !is_kin(r, types, relative)) {
    return false;
  }
  TokenId t = other;
  for (int i = 0; i < HighestClimb && t != None; ++i) {
    if (t == relative || t == named) {
      return false;  // "Roe's wife, Ann": told of the two; "the son of Roe, whom Doe met": told of Roe
    }
    if (r.head(t) == relative && r.deprel(t) == Deprel::Conj) {
      return true;  // "the brother of Roe and a member of Oxfam"
    }
    t = r.head(t);
  }
  return true;
}

}  // namespace entente
