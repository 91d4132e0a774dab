#include <entente/relations/status.hpp>

#include <algorithm>

#include <entente/relations/arguments.hpp>

namespace entente {

namespace {

// What was met on the way up from a predicate. Two negations cancel: "will not let Russia fall" supports Russia.
struct Modality {
  bool negative = false;
  bool doubled = false;  // two negations have met
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
    if (*effect == Status::Negated) {
      doubled = doubled || negative;
      negative = !negative;
    } else if (rank(*effect) > rank(mode)) {
      mode = *effect;
    }
  }
  Status status() const { return negative ? Status::Negated : doubled ? Status::Asserted : mode; }
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

// The words that hang by the predicate itself: "not", "may", "if", "no", "alleged".
void own_marks(const Reading& r, TokenId t, Modality& mood, bool polarity = true) {
  const auto apply = [&](StatusRole role, TokenId word) {
    const auto effect = r.status_words.effect(role, r.words[word]);
    if (polarity || effect != Status::Negated) {
      mood.apply(effect);
    }
  };
  for (const TokenId c : r.children(t)) {
    switch (r.deprel(c)) {
      case Deprel::Advmod:
      case Deprel::Det:
      case Deprel::Amod:
      case Deprel::Cc:
      case Deprel::CcPreconj:
        apply(StatusRole::Adverb, c);
        // "no longer": the "no" hangs by the "longer".
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
      mood.apply(effect);
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
        mood.apply(effect);
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

Status status_of(const Reading& r, TokenId anchor, Status usual) {
  Modality mood;
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

bool is_yet_to_end(const Reading& r, TokenId deed) {
  const TokenId above = r.head(deed);
  if (above == None || r.is_verb(deed) || r.status_words.effect(StatusRole::Carry, r.words[above]) != Status::Negated) {
    return false;
  }
  const bool of_noun = r.deprel(deed) == Deprel::Nmod && r.is_noun(above);
  return of_noun || (r.deprel(deed) == Deprel::Obj && is_infinitive(r, above));
}

}  // namespace entente
