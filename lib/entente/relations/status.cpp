#include <entente/relations/status.hpp>

#include <algorithm>
#include <string>

#include <entente/base/letters.hpp>
#include <entente/relations/arguments.hpp>

namespace entente {

namespace {

// What was met on the way up from a predicate. Two negations cancel: "will not let Russia fall" supports Russia.
struct Modality {
  bool negative = false;
  bool doubled = false;  // two negations have met
  bool ended = false;    // something put an end to it: "stepped down as"
  bool over = false;     // it is said to be past, which no negation or plan undoes: "no longer", "a former"
  Status mode = Status::Asserted;

  static int rank(Status s) {
    switch (s) {
      case Status::Planned:
        return 1;
      case Status::Requested:
        return 2;
      case Status::Possible:
        return 3;
      default:
        return 0;
    }
  }
  void apply(std::optional<Status> effect) {
    if (!effect) {
      return;
    }
    if (*effect == Status::Ended) {
      ended = true;
    } else if (*effect == Status::Negated) {
      doubled = doubled || negative;
      negative = !negative;
    } else if (rank(*effect) > rank(mode)) {
      mode = *effect;
    }
  }
  // An end that is planned, asked for or denied is yet to come: until then it holds. One that is only possible leaves
  // open whether it holds.
  Status status_of_end() const {
    if (mode == Status::Asserted && !negative) {
      return Status::Ended;
    }
    return mode == Status::Possible ? Status::Possible : Status::Asserted;
  }
  Status status() const {
    if (over) {
      return mode == Status::Possible ? Status::Possible : Status::Ended;
    }
    return ended ? status_of_end() : negative ? Status::Negated : doubled ? Status::Asserted : mode;
  }
};

bool is_to(const Reading& r, TokenId mark) { return r.words[mark] == r.lexicon.to; }

bool is_infinitive(const Reading& r, TokenId verb) {
  const TokenId mark = r.child(verb, Deprel::Mark);
  return mark != None && is_to(r, mark);
}

bool is_reported(const Reading& r, TokenId clause) {
  const TokenId head = r.head(clause);
  const auto d = r.deprel(clause);
  return head != None && (d == Deprel::Ccomp || d == Deprel::Parataxis) &&
         r.status_words.has(StatusRole::Speech, r.words[head]);
}

// Has the clause a tense of its own? "as he was on a trip", "after he had left".
bool is_finite(const Reading& r, TokenId t) {
  if (r.tagging.features(t).verb_form == VerbForm::Finite || r.has_child(t, Deprel::Nsubj) ||
      r.has_child(t, Deprel::NsubjPass)) {
    return true;
  }
  for (const TokenId c : r.children(t)) {
    const auto d = r.deprel(c);
    if ((d == Deprel::Aux || d == Deprel::AuxPass || d == Deprel::Cop) &&
        r.tagging.features(c).verb_form == VerbForm::Finite) {
      return true;
    }
  }
  return false;
}

// "no longer", "any longer", "anymore"
bool is_no_longer(const Reading& r, TokenId adverb) {
  const auto word = r.form(adverb);
  const auto before = r.form(r.before(adverb));
  return word == "anymore" || ((word == "longer" || word == "more") && (before == "no" || before == "any"));
}

// The words that hang by the predicate itself: "not", "may", "if", "no", "alleged".
void own_marks(const Reading& r, TokenId t, Modality& mood, bool polarity = true) {
  const auto children = r.children(t);
  const bool no_longer = std::any_of(children.begin(), children.end(), [&](TokenId c) { return is_no_longer(r, c); });
  mood.over = mood.over || (polarity && no_longer);
  const auto apply = [&](StatusRole role, TokenId word) {
    const auto effect = r.status_words.effect(role, r.words[word]);
    if (effect != Status::Negated || (polarity && !no_longer)) {
      mood.apply(effect);
    }
  };
  for (const TokenId c : children) {
    switch (r.deprel(c)) {
      case Deprel::Advmod:
      case Deprel::Det:
      case Deprel::Amod:
      case Deprel::Cc:
      case Deprel::CcPreconj:
        apply(StatusRole::Adverb, c);
        // "not even": the "not" may hang by the "even".
        for (const TokenId cc : r.children(c)) {
          if (r.deprel(cc) == Deprel::Advmod && r.deprel(c) == Deprel::Advmod) {
            apply(StatusRole::Adverb, cc);
          }
        }
        break;
      case Deprel::Aux:
        // "said that he would come": the future of the past.
        if (r.is_word(r.words[c], "would") && is_reported(r, t)) {
          mood.apply(Status::Planned);
        } else {
          apply(StatusRole::Modal, c);
        }
        break;
      case Deprel::Mark:
        apply(StatusRole::Mark, c);
        if (r.is_verb(t) && r.has_child(t, Deprel::Cop)) {
          apply(StatusRole::Clause, c);  // "is due to hold", read as the conjunction "due to"
          mood.apply(r.words[c] == r.lexicon.to ? std::optional(Status::Planned) : std::nullopt);  // "is to visit"
        }
        break;
      case Deprel::Case:  // "without the support of"
        apply(StatusRole::Mark, c);
        break;
      default:
        break;
    }
  }
}

// What the governor of a noun makes of it: "called for sanctions", "the threat of war", "the visit was cancelled".
// Gives the token to go on from, or None.
TokenId climb_from_noun(const Reading& r, TokenId noun, Modality& mood) {
  const TokenId head = r.head(noun);
  if (head == None) {
    return None;
  }
  const auto d = r.deprel(noun);
  const auto word = r.words[head];
  const auto& sw = r.status_words;
  if (d == Deprel::Obj || d == Deprel::NsubjPass || d == Deprel::Obl || d == Deprel::Nsubj) {
    std::optional<Status> effect;
    if (is_named_so(r, noun)) {
      mood.apply(sw.effect(StatusRole::Naming, word));
      return None;
    }
    if (d == Deprel::Obl) {
      effect = sw.carried_by(word, r.prepositions[noun]);
      if (!effect && sw.is_occasion(r.words[noun], r.prepositions[noun])) {
        effect = Status::Asserted;
      }
    } else if (d != Deprel::Nsubj) {
      effect = sw.effect(StatusRole::Carry, word);
    }
    if (!effect && (d == Deprel::Nsubj || d == Deprel::NsubjPass)) {
      effect = sw.effect(StatusRole::Fate, word);
    }
    effect = effect || d == Deprel::Obl ? effect : sw.effect(StatusRole::About, word);
    if (!effect) {
      return None;
    }
    mood.apply(effect);
    return head;
  }
  if (d == Deprel::Nmod && r.is_noun(head)) {
    const auto effect = sw.effect(StatusRole::Clause, word);
    if (!effect) {
      return None;
    }
    mood.apply(effect);
    return head;
  }
  return d == Deprel::Conj && r.is_noun(head) ? head : None;
}

// The word that opens a clause: "of" or "from" before a gerund may be read as either of the two.
TokenId marker(const Reading& r, TokenId verb) {
  const TokenId mark = r.child(verb, Deprel::Mark);
  return mark != None ? mark : r.child(verb, Deprel::Case);
}

bool is_governed_by(const Reading& r, TokenId mark) {
  const auto word = r.words[mark];
  return word == r.lexicon.of || word == r.lexicon.from;
}

// A clause with a tense or an auxiliary of its own is what is said, not what is asked for: "told him that it would
// help", against "told him to help" and "suggested that it help".
bool states(const Reading& r, TokenId t) {
  return !is_infinitive(r, t) && (r.has_child(t, Deprel::Aux) || r.has_child(t, Deprel::AuxPass) ||
                                  r.tagging.features(t).mood == Mood::Indicative);
}

// "stopped it attacking" is to prevent it; "stopped attacking" is to have done it before.
bool has_patient(const Reading& r, TokenId verb) { return r.has_child(verb, Deprel::Obj) || r.is_passive(verb); }

// "used to work for", not "used drones to attack" or "was used to attack".
bool is_used_to(const Reading& r, TokenId verb, TokenId clause) {
  return r.form(verb) == "used" && is_infinitive(r, clause) && !has_patient(r, verb);
}

TokenId climb_from_clause(const Reading& r, TokenId t, Modality& mood, bool& polarity) {
  const TokenId head = r.head(t);
  if (head == None) {
    return None;
  }
  const auto effect = r.status_words.effect(StatusRole::Clause, r.words[head]);
  const bool speech = r.status_words.has(StatusRole::Speech, r.words[head]);
  switch (r.deprel(t)) {
    case Deprel::Xcomp:
      if (const auto belief = r.status_words.effect(StatusRole::Belief, r.words[head]);
          belief && (r.has_child(head, Deprel::Obj) || r.is_passive(head))) {
        mood.apply(belief);
        return head;
      }
      mood.over = mood.over || is_used_to(r, head, t);
      mood.apply(effect == Status::Ended && has_patient(r, head) ? Status::Negated : effect);
      if (!effect && is_infinitive(r, t) && r.words[head] == r.lexicon.be) {
        mood.apply(Status::Planned);  // "is to visit"
      }
      return head;
    case Deprel::Ccomp:
    case Deprel::Csubj:
    case Deprel::CsubjPass:
      if (r.status_words.has(StatusRole::Denial, r.words[head])) {
        mood.apply(Status::Negated);
        return head;
      }
      if (!effect || (speech && !is_infinitive(r, t) && *effect == Status::Possible) ||
          (speech && *effect == Status::Requested && states(r, t)) ||
          (r.status_words.has(StatusRole::Finite, r.words[head]) && states(r, t))) {
        return None;  // what is said, believed or known: the speaker answers for it
      }
      mood.apply(effect);
      return head;
    case Deprel::Acl:
      mood.apply(effect);
      if (!effect) {
        // A headline: "Xi to visit Moscow", read as a name with a clause.
        mood.apply(is_infinitive(r, t) && r.mention_at(head) != None ? std::optional(Status::Planned) : std::nullopt);
        return None;
      }
      return head;
    case Deprel::Advcl:
      if (effect && is_infinitive(r, t) && (!r.is_verb(head) || *effect == Status::Requested)) {
        mood.apply(effect);  // "ready to", "asked him to", read as an adverbial clause
        return head;
      }
      // "prevented Israel from attacking", "accused it of arming"
      if (const TokenId mark = marker(r, t); effect && mark != None && is_governed_by(r, mark)) {
        mood.apply(effect == Status::Ended ? Status::Negated : effect);
        return head;
      }
      polarity = false;
      return is_finite(r, t) ? None : head;
    case Deprel::Conj:
      return r.has_child(t, Deprel::Aux) || r.has_child(t, Deprel::Nsubj) || r.has_child(t, Deprel::NsubjPass) ? None
                                                                                                               : head;
    case Deprel::Root:
    default:
      return None;
  }
}

bool asks(const Reading& r, TokenId t) {
  const auto& sentence = r.document.sentences[r.document.sentence_of(t)];
  if (sentence.tokens.empty()) {
    return false;
  }
  auto last = sentence.tokens.end - 1;
  while (last > sentence.tokens.begin && r.upos(last) == Upos::Punct && r.document.form(last) != "?") {
    --last;
  }
  return r.document.form(last) == "?";
}

}  // namespace

bool is_named_so(const Reading& r, TokenId noun) {
  const TokenId head = r.head(noun);
  return head != None && r.deprel(noun) == Deprel::Obl && r.is_word(r.prepositions[noun], "as") &&
         r.status_words.has(StatusRole::Naming, r.words[head]);
}

bool is_former(const Reading& r, TokenId noun) {
  if (r.is_verb(noun)) {
    return false;
  }
  const auto says = [&](TokenId c) {
    const auto d = r.deprel(c);
    std::string word;
    append_lower(word, r.form(c));
    return (d == Deprel::Amod || d == Deprel::Advmod || d == Deprel::Compound) &&
           r.status_words.has(StatusRole::Former, r.lexicon.words().find(word));
  };
  const auto said_before = [&](TokenId head) {
    const auto children = r.children(head);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) { return c <= noun && says(c); });
  };
  const TokenId head = r.head(noun);
  const auto d = r.deprel(noun);
  const bool of_name = d == Deprel::NmodDesc || d == Deprel::Compound || d == Deprel::Flat;
  return ex_prefix(r.form(noun)) > 0 || said_before(noun) || (of_name && head != None && said_before(head));
}

Status status_of(const Reading& r, TokenId anchor, Status usual) {
  Modality mood;
  mood.over = is_former(r, anchor);
  mood.apply(usual);
  bool polarity = true;
  constexpr int Highest = 8;
  TokenId t = anchor;
  if (r.deprel(t) == Deprel::Root && is_infinitive(r, t) && !r.has_child(t, Deprel::Aux)) {
    mood.apply(Status::Planned);  // a headline: "Xi to visit Moscow"
  }
  bool aside = false;  // what a relative clause tells is not asked: "Was it he, who worked for the UN?"
  for (int i = 0; i < Highest && t != None; ++i) {
    own_marks(r, t, mood, polarity);
    aside = aside || (r.deprel(t) == Deprel::AclRelcl && is_finite(r, t));
    const bool nominal = !r.is_verb(t) && !r.has_child(t, Deprel::Cop);
    const TokenId up = nominal && r.is_noun(t) && r.deprel(t) != Deprel::Xcomp
                           ? climb_from_noun(r, t, mood)
                           : climb_from_clause(r, t, mood, polarity);
    t = up;
  }
  if (mood.status() == Status::Asserted && !aside && asks(r, anchor)) {
    return Status::Possible;
  }
  return mood.status();
}

bool is_end(std::optional<Status> effect) { return effect == Status::Negated || effect == Status::Ended; }

bool is_yet_to_end(const Reading& r, TokenId deed) {
  const TokenId above = r.head(deed);
  if (above == None || r.is_verb(deed) || !is_end(r.status_words.effect(StatusRole::Carry, r.words[above]))) {
    return false;
  }
  const bool of_noun = r.deprel(deed) == Deprel::Nmod && r.is_noun(above);
  return of_noun || (r.deprel(deed) == Deprel::Obj && is_infinitive(r, above));
}

}  // namespace entente
