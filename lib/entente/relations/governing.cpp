#include <entente/relations/governing.hpp>

#include <algorithm>

#include <entente/relations/dependent_marks.hpp>

namespace entente::inline v0_1 {

namespace {

// "put off", "called off", "fell through"
std::optional<Status> effect_with_particle(const Reading& r, TokenId verb) {
  for (const TokenId c : r.children(verb)) {
    const auto d = r.deprel(c);
    if (d == Deprel::CompoundPrt || (d == Deprel::Advmod && c > verb)) {
      if (const auto effect = r.status_words.carried_by(r.words[verb], r.words[c])) {
        return effect;
      }
    }
  }
  return std::nullopt;
}

// Does the noun denote an event rather than an actor: "invasion", "talks"?
bool is_event(const Reading& r, TokenId noun) {
  const auto frames = r.lexicon.noun_frames(r.words[noun]);
  return r.mention_at(noun) == None && std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
           return frame->a.slot != Slot::Bearer && frame->b.slot != Slot::Bearer;
         });
}

TokenId determiner(const Reading& r, TokenId noun) {
  const TokenId possessor = r.child(noun, Deprel::NmodPoss);
  return possessor != None ? possessor : r.child(noun, Deprel::Det);
}

bool is_indefinite(const Reading& r, TokenId noun) {
  const TokenId det = determiner(r, noun);
  const auto form = r.lemma(det);
  return det == None || (r.deprel(det) == Deprel::Det && (form == "a" || form == "an" || form == "any" ||
                                                          form == "another" || form == "such" || form == "some"));
}

bool is_told_by_relative_clause(const Reading& r, TokenId noun) {
  const TokenId clause = r.child(noun, Deprel::AclRelcl);
  return clause != None && r.features(clause).tense == Tense::Past;
}

// Is the event hypothetical: "A Chinese invasion of Taiwan would hurt Japan", "An attack could divide NATO"? "The
// invasion could last for years" is about a fact, "the merger would create a giant" is not.
std::optional<Status> effect_of_thought(const Reading& r, TokenId noun, TokenId verb) {
  if (!is_event(r, noun) || is_told_by_relative_clause(r, noun)) {
    return std::nullopt;
  }
  for (const TokenId c : r.children(verb)) {
    if (r.deprel(c) != Deprel::Aux || r.status_words.effect(StatusRole::Modal, r.words[c]) != Status::Possible) {
      continue;
    }
    const bool would = r.is_word(r.words[c], "would");
    const bool perfect = std::any_of(r.children(verb).begin(), r.children(verb).end(), [&](TokenId have) {
      return r.deprel(have) == Deprel::Aux && r.lemma(have) == "have";
    });
    if (!perfect && ((would && !is_reported(r, verb)) || is_indefinite(r, noun))) {
      return Status::Possible;
    }
  }
  return std::nullopt;
}

// The effect of a predicate on the event that is its subject.
std::optional<Status> effect_on_subject(const Reading& r, TokenId noun, TokenId head) {
  const auto& sw = r.status_words;
  const auto word = r.words[head];
  for (const StatusRole role : {StatusRole::Fate, StatusRole::Verdict, StatusRole::Happening}) {
    if (const auto effect = sw.effect(role, word)) {
      return effect;
    }
  }
  if (r.has_child(head, Deprel::Expl) && word == r.lexicon.be) {
    return Status::Asserted;  // "there may be talks"
  }
  if (r.has_child(head, Deprel::Cop) && is_event(r, noun)) {
    return sw.effect(StatusRole::Clause, word);  // "a meeting is possible"
  }
  return effect_of_thought(r, noun, head);
}

// "no part", "no hand"
bool is_no_part(const Reading& r, TokenId part) {
  const TokenId determiner = part == None ? None : r.child(part, Deprel::Det);
  return determiner != None && is_negation(r, determiner) && r.status_words.has(StatusRole::Involvement, r.words[part]);
}

// "played no part in the attack", "had no hand in the deal"
bool has_no_part(const Reading& r, TokenId verb) { return is_no_part(r, r.child(verb, Deprel::Obj)); }

std::optional<Status> effect_on_argument(const Reading& r, TokenId noun, TokenId head) {
  const auto& sw = r.status_words;
  const auto word = r.words[head];
  const auto d = r.deprel(noun);
  if (d == Deprel::Obl) {
    if (has_no_part(r, head)) {
      return Status::Negated;
    }
    if (const auto effect = sw.carried_by(word, r.prepositions[noun])) {
      return effect;
    }
    const bool charged = r.prepositions[noun] == r.lexicon.of || r.is_word(r.prepositions[noun], "with");
    if (const auto effect = sw.effect(StatusRole::Suspicion, word); effect && charged) {
      return effect;
    }
    return sw.is_occasion(r.words[noun], r.prepositions[noun]) ? std::optional(Status::Asserted) : std::nullopt;
  }
  if (const auto effect = effect_with_particle(r, head)) {
    return effect;
  }
  // "the visit was shelved", whether parsed as a verb or as an adjective
  const bool passive =
      r.has_child(head, Deprel::AuxPass) || (r.has_child(head, Deprel::Cop) && r.form(head).ends_with("ed"));
  if (d != Deprel::Nsubj || passive) {
    if (const auto effect = sw.effect(StatusRole::Carry, word)) {
      return effect;
    }
  }
  if (is_subject(d)) {
    if (const auto effect = effect_on_subject(r, noun, head)) {
      return effect;
    }
  }
  return sw.effect(StatusRole::About, word);
}

// "Reports that it sued are untrue", if the parser attached the verdict to the reports.
TokenId stray_verdict(const Reading& r, TokenId noun) {
  const auto children = r.children(noun);
  const auto found = std::find_if(children.begin(), children.end(), [&](TokenId c) {
    return c > noun && r.deprel(c) != Deprel::Conj && r.has_child(c, Deprel::Cop) &&
           r.status_words.has(StatusRole::Verdict, r.words[c]);
  });
  return found == children.end() ? None : *found;
}

// The effect of the governor of a noun: "called for sanctions", "the threat of war", "the visit was cancelled".
TokenId climb_from_noun(const Reading& r, TokenId noun, Modality& mood) {
  const TokenId head = r.head(noun);
  const auto& sw = r.status_words;
  if (const TokenId verdict = stray_verdict(r, noun); verdict != None) {
    apply_governor(r, verdict, sw.effect(StatusRole::Verdict, r.words[verdict]), mood);
    return None;
  }
  if (head == None) {
    return None;
  }
  const auto d = r.deprel(noun);
  if (d == Deprel::Obj || d == Deprel::Obl || is_subject(d)) {
    if (is_named_so(r, noun)) {
      mood.apply(sw.effect(StatusRole::Naming, r.words[head]));
      return None;
    }
    const auto effect = effect_on_argument(r, noun, head);
    apply_governor(r, head, effect, mood);
    return effect ? head : None;
  }
  if (d == Deprel::Nmod && is_no_part(r, head)) {
    mood.negate(true);
    return None;
  }
  if (d == Deprel::Nmod && r.is_noun(head)) {
    const auto effect = sw.effect(StatusRole::Clause, r.words[head]);
    apply_governor(r, head, effect, mood);
    return effect ? head : None;
  }
  return d == Deprel::Conj && r.is_noun(head) ? head : None;
}

}  // namespace

void apply_governor(const Reading& r, TokenId governor, std::optional<Status> effect, Modality& mood) {
  if (effect == Status::Negated) {
    mood.negate(!r.status_words.has(StatusRole::Implied, r.words[governor]));
  } else {
    mood.apply(effect);
  }
}

bool is_named_so(const Reading& r, TokenId noun) {
  const TokenId head = r.head(noun);
  return head != None && r.deprel(noun) == Deprel::Obl && r.is_word(r.prepositions[noun], "as") &&
         r.status_words.has(StatusRole::Naming, r.words[head]);
}

TokenId climb(const Reading& r, TokenId word, Modality& mood, bool& polarity) {
  const bool nominal = !r.is_verb(word) && !r.has_child(word, Deprel::Cop);
  if (nominal && r.is_noun(word) && r.deprel(word) != Deprel::Xcomp) {
    return climb_from_noun(r, word, mood);
  }
  return r.head(word) == None ? None : climb_from_clause(r, word, mood, polarity);
}

}  // namespace entente
