// Agents and patients of verbs.
#include <entente/relations/argument_steps.hpp>

namespace entente::inline v0_1 {

namespace {

Arguments subjects_climbing(const Reading& r, TokenId verb, int depth);

// Is it a plan, a decision or an order, whose possessor is the subject of its clause?
bool is_act(const Reading& r, TokenId noun) {
  return (r.lexicon.standing(r.words[noun]) & bits(Standing::Act)) != 0 ||
         r.status_words.effect(StatusRole::Clause, r.words[noun]).has_value();
}

// "donated a dozen trucks to help B", "sent tanks and shells to defend B": finds the verb whose object serves the
// purpose.
TokenId giving_verb(const Reading& r, TokenId noun) {
  for (int i = 0; i < DeepestClimb && r.is_noun(noun); ++i) {
    const TokenId above = r.head(noun);
    switch (r.deprel(noun)) {
      case Deprel::Obj:
        return r.is_verb(above) && r.status_words.effect(StatusRole::Carry, r.words[above]) == Status::Asserted ? above
                                                                                                                : None;
      case Deprel::Nmod:
      case Deprel::Conj:
      case Deprel::Compound:
        noun = above;
        break;
      default:
        return None;
    }
  }
  return None;
}

// "The government said it would attack": an unresolved pronoun in reported speech refers to the speaker.
bool is_speaker_himself(const Reading& r, TokenId verb, TokenId subject) {
  const auto m = r.mention_at(subject);
  const auto& features = r.tagging.features(subject);
  return r.upos(subject) == Upos::Pron && features.pron_type == PronType::Personal &&
         features.person == Person::Third && (m == None || r.actors.mentions[m].actor == None) &&
         r.deprel(verb) == Deprel::Ccomp && r.head(verb) != None &&
         r.status_words.has(StatusRole::Speech, r.words[r.head(verb)]);
}

}  // namespace

// "France supports Armenia, and so does Greece", "as did Spain": matched on words, because trees are unreliable there.
TokenId who_does_so(const Reading& r, TokenId verb) {
  constexpr TokenId Reach = 24;
  for (TokenId t = r.after(verb); t != None && t < verb + Reach && !r.is_verb(t); t = r.after(t)) {
    const auto lemma = r.lemma(r.after(t));
    if ((r.form(t) == "so" || r.form(t) == "as") && (lemma == "do" || lemma == "have" || lemma == "be")) {
      const auto m = r.mention_at(r.after(t, 2));
      return m == None ? None : r.actors.mentions[m].head;
    }
  }
  return None;
}

// The subject of a verb without one of its own, taken from its governor.
Arguments governed_subjects(const Reading& r, TokenId verb, int depth) {
  const TokenId head = r.head(verb);
  Arguments out;
  if (head == None || depth >= DeepestClimb) {
    return out;
  }
  const auto pass_down = [&](const Arguments& from, Via via) {
    for (const auto& a : from) {
      put(out, a.token, a.via == Via::Direct ? via : a.via);
    }
  };
  const bool finite = r.tagging.features(verb).verb_form == VerbForm::Finite;
  switch (r.deprel(verb)) {
    case Deprel::Conj:
      pass_down(subjects_climbing(r, head, depth + 1), Via::Shared);
      break;
    case Deprel::Xcomp:
      if (const TokenId object = r.child(head, Deprel::Obj); object != None && !r.is_passive(head)) {
        put(out, resolved(r, head, object).token, Via::Controlled);
      } else {
        pass_down(subjects_climbing(r, head, depth + 1), Via::Controlled);
      }
      break;
    case Deprel::Ccomp:
      if (!finite && r.form(verb).ends_with("ing")) {  // "did not deny attacking B", read as a whole clause
        pass_down(subjects_climbing(r, head, depth + 1), Via::Controlled);
      }
      break;
    case Deprel::Advcl:
      if (const TokenId mark = r.child(verb, Deprel::Mark); mark != None && r.document.form(mark) == "as") {
        if (const TokenId object = r.child(head, Deprel::Obj); object != None && !finite) {
          put(out, resolved(r, head, object).token, Via::Controlled);  // "sees Turkey as controlled by Russia"
        }
      } else if (!finite) {
        pass_down(subjects_climbing(r, head, depth + 1), Via::Controlled);
      }
      break;
    case Deprel::Acl:
      if (r.has_child(verb, Deprel::Mark)) {  // "its plan to attack", "efforts to free"
        if (is_act(r, head)) {
          GenitiveOptions options;
          pass_down(genitives(r, head, options), Via::Controlled);
        } else if (r.lexicon.words().text(r.prepositions[head]) == "for") {
          put(out, head, Via::Antecedent);  // "for trucks to enter B"
        } else if (const TokenId above = r.head(head); is_oblique(r.deprel(head)) && r.is_verb(above)) {
          pass_down(subjects_climbing(r, above, depth + 1), Via::Controlled);  // "came to the airport to greet B"
        } else if (r.has_child(head, Deprel::Cop)) {
          pass_down(surface_subjects(r, head), Via::Controlled);  // "is in talks to buy B"
        } else if (const TokenId giver = giving_verb(r, head);
                   giver != None && r.words[r.child(verb, Deprel::Mark)] == r.lexicon.to) {
          pass_down(subjects_climbing(r, giver, depth + 1), Via::Controlled);
        }
        if (out.empty() && r.mention_at(head) != None) {  // a headline: "Xi to visit Moscow"
          put(out, head, Via::Direct);
        }
      } else {
        put(out, head, Via::Antecedent);
      }
      break;
    case Deprel::Amod:
      put(out, head, Via::Direct);
      break;
    default:
      break;
  }
  return out;
}

namespace {

Arguments subjects_climbing(const Reading& r, TokenId verb, int depth) {
  Arguments out;
  for (const TokenId c : r.children(verb)) {
    if (!is_subject(r.deprel(c))) {
      continue;
    }
    if (depth < DeepestClimb && is_speaker_himself(r, verb, c)) {
      for (const auto& a : subjects_climbing(r, r.head(verb), depth + 1)) {
        put(out, a.token, Via::Controlled);
      }
    } else {
      const auto a = resolved(r, verb, c);
      put(out, a.token, a.via);
    }
  }
  for (const auto& arc : r.syntax.added_to(verb)) {
    if (is_subject(arc.deprel) && !r.is_relative_pronoun(arc.dependent)) {
      // The conjuncts of a subject are found from that subject.
      bool known = false;
      for (const auto& a : out) {
        known = known || (r.deprel(arc.dependent) == Deprel::Conj && r.head(arc.dependent) == a.token);
      }
      if (!known) {
        put(out, arc.dependent, via_of_added(r, verb));
      }
    }
  }
  if (out.empty()) {  // "Saudi Arabia lifts its blockade": a parser may take verb and name for one noun
    for (const TokenId c : r.children(verb)) {
      if (c < verb && r.deprel(c) == Deprel::Compound && r.mention_at(c) != None && r.has_child(verb, Deprel::Obj)) {
        put(out, c, Via::Attached);
      }
    }
  }
  if (depth == 0 && !out.empty()) {
    if (const TokenId same = who_does_so(r, verb); same != None) {
      put(out, same, Via::Shared);
    }
  }
  return out.empty() ? governed_subjects(r, verb, depth) : out;
}

}  // namespace

Arguments surface_subjects(const Reading& r, TokenId verb) { return subjects_climbing(r, verb, 0); }

Arguments subjects(const Reading& r, TokenId verb) {
  if (!r.is_passive(verb)) {
    return surface_subjects(r, verb);
  }
  Arguments out;
  for (const TokenId c : r.children(verb)) {
    // "hit by sanctions from Canada": the parser may label Canada as an agent
    const bool by = r.prepositions[c] == r.lexicon.by;
    const bool agent = r.deprel(c) == Deprel::OblAgent && (by || r.prepositions[c] == NoWord);
    if (agent || (by && is_oblique(r.deprel(c)))) {
      const auto a = resolved(r, verb, c);
      put(out, a.token, a.via);
    }
  }
  const bool hyphenated = r.form(r.before(verb)) == "-" && r.mention_at(r.before(verb, 2)) != None;
  if (out.empty() && hyphenated) {  // "Munich-based Siemens", wherever the parser attaches "Munich"
    put(out, r.before(verb, 2), Via::Direct);
  }
  if (out.empty()) {  // "US-backed rebels", "is Western-dominated"
    for (const TokenId c : r.children(verb)) {
      const bool hyphen = r.before(verb, 2) == c && r.form(r.before(verb)) == "-";
      if (c < verb && r.mention_at(c) != None && (hyphen || r.deprel(verb) == Deprel::Amod)) {
        put(out, c, Via::Direct);
      }
    }
  }
  return out;
}

Arguments objects(const Reading& r, TokenId verb) {
  Arguments out;
  if (r.is_passive(verb)) {
    out = surface_subjects(r, verb);
  }
  for (const TokenId c : r.children(verb)) {
    if (r.deprel(c) == Deprel::Obj || r.deprel(c) == Deprel::Iobj) {
      const auto a = resolved(r, verb, c);
      put(out, a.token, a.via);
    }
  }
  for (const auto& arc : r.syntax.added_to(verb)) {
    if (arc.deprel == Deprel::Obj || arc.deprel == Deprel::Iobj) {
      put(out, arc.dependent, via_of_added(r, verb));
    }
  }
  if (out.empty() && !r.is_passive(verb)) {  // "criticised and attacked Syria"
    for (const TokenId c : r.children(verb)) {
      if (r.deprel(c) == Deprel::Conj && r.is_verb(c) && c == verb + 2 && !r.is_passive(c)) {
        if (const TokenId object = r.child(c, Deprel::Obj); object != None) {
          put(out, object, Via::Shared);
        }
      }
    }
  }
  return out;
}

}  // namespace entente
