#include <entente/relations/status.hpp>

#include <algorithm>
#include <string>

#include <entente/base/letters.hpp>
#include <entente/relations/dependent_marks.hpp>
#include <entente/relations/governing.hpp>

namespace entente::inline v0_1 {

namespace {

// Does the sentence of the clause, or its quotation, end with a question mark?
bool is_in_question(const Reading& r, TokenId clause) {
  const auto children = r.children(clause);
  if (std::any_of(children.begin(), children.end(), [&](TokenId c) { return c > clause && r.form(c) == "?"; })) {
    return true;
  }
  const Span tokens = r.sentence_tokens(clause);
  if (tokens.empty()) {
    return false;
  }
  TokenId last = tokens.end - 1;
  while (last > tokens.begin && r.upos(last) == Upos::Punct && r.document.form(last) != "?") {
    --last;
  }
  return r.document.form(last) == "?";
}

// Does the question presuppose its clause: "Why did Russia invade Georgia?"
bool asks_only_how(const Reading& r, TokenId clause) {
  const auto children = r.children(clause);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const auto form = r.lemma(c);
    return r.deprel(c) == Deprel::Advmod && c < clause &&
           (form == "why" || form == "how" || form == "when" || form == "where");
  });
}

bool is_end(std::optional<Status> effect) { return effect == Status::Negated || effect == Status::Ended; }

// Does an adjective or a noun before the noun, or before the name that it describes, have the role: "a former ally"?
bool is_called(const Reading& r, TokenId noun, StatusRole role) {
  const auto says = [&](TokenId c) {
    const auto d = r.deprel(c);
    std::string word;
    append_lower(word, r.form(c));
    return (d == Deprel::Amod || d == Deprel::Advmod || d == Deprel::Compound) &&
           r.status_words.has(role, r.lexicon.words().find(word));
  };
  const auto said_before = [&](TokenId head) {
    const auto children = r.children(head);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) { return c <= noun && says(c); });
  };
  const TokenId head = r.head(noun);
  const auto d = r.deprel(noun);
  const bool of_name = d == Deprel::NmodDesc || d == Deprel::Compound || d == Deprel::Flat;
  return said_before(noun) || (of_name && head != None && said_before(head));
}

}  // namespace

bool is_former(const Reading& r, TokenId noun) {
  return !r.is_verb(noun) && (ex_prefix(r.form(noun)) > 0 || is_called(r, noun, StatusRole::Former));
}

bool is_alleged(const Reading& r, TokenId noun) {
  const auto children = r.children(noun);
  return !r.is_verb(noun) && std::any_of(children.begin(), children.end(), [&](TokenId c) {
    return c < noun && r.deprel(c) == Deprel::Amod &&
           r.status_words.effect(StatusRole::Adverb, r.words[c]) == Status::Possible;
  });
}

bool is_prospective(const Reading& r, TokenId noun) {
  const auto says = [&](TokenId t) { return t != None && r.status_words.has(StatusRole::Prospective, r.words[t]); };
  // "the Senate nominee Roe": the parser may take "Senate" for a part of "nominee" or both for parts of the name
  const TokenId head = r.head(noun);
  const bool of_noun = r.deprel(noun) == Deprel::Compound && r.is_noun(head) && r.mention_at(noun) == None;
  return !r.is_verb(noun) && (says(noun) || (of_noun && says(head)) || is_called(r, noun, StatusRole::Prospective));
}

Status status_of(const Reading& r, TokenId anchor, Status usual) {
  Modality mood;
  mood.over = is_former(r, anchor);
  mood.apply(usual);
  bool polarity = true;
  constexpr int Highest = 8;
  if (r.deprel(anchor) == Deprel::Root && is_infinitive(r, anchor) && !r.has_child(anchor, Deprel::Aux)) {
    mood.apply(Status::Planned);  // a headline: "Xi to visit Moscow"
  }
  bool aside = false;  // a relative clause is not part of the question: "Was it he, who worked for the UN?"
  bool asked = false;
  TokenId t = anchor;
  for (int i = 0; i < Highest && t != None; ++i) {
    apply_dependent_marks(r, t, mood, polarity);
    aside = aside || (r.deprel(t) == Deprel::AclRelcl && is_finite(r, t)) || asks_only_how(r, t);
    asked = asked || (!aside && is_in_question(r, t));
    t = climb(r, t, mood, polarity);
  }
  const Status status = mood.status();
  return asked && status != Status::Negated ? Status::Possible : status;
}

bool is_yet_to_end(const Reading& r, TokenId act) {
  const TokenId above = r.head(act);
  if (above == None || r.is_verb(act) || !is_end(r.status_words.effect(StatusRole::Carry, r.words[above]))) {
    return false;
  }
  const bool of_noun = r.deprel(act) == Deprel::Nmod && r.is_noun(above);
  return of_noun || (r.deprel(act) == Deprel::Obj && is_infinitive(r, above));
}

}  // namespace entente
