#include <entente/relations/arguments.hpp>

#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 9> ViaNames = {"direct",     "conjunct",  "apposition", "antecedent", "shared",
                                                      "controlled", "supported", "standing",   "attached"};
constexpr int DeepestClimb = 6;  // verbs that hand down a subject; deeper chains are not worth the risk

constexpr std::uint8_t bits(Standing s) { return static_cast<std::uint8_t>(s); }

void put(Arguments& out, TokenId token, Via via) {
  for (const auto& a : out) {
    if (a.token == token) {
      return;
    }
  }
  out.push({token, via, None});
}

bool is_subject(Deprel d) { return d == Deprel::Nsubj || d == Deprel::NsubjPass; }
bool is_oblique(Deprel d) { return d == Deprel::Obl || d == Deprel::OblAgent || d == Deprel::OblUnmarked; }
bool is_nominal_modifier(Deprel d) {
  return d == Deprel::Nmod || d == Deprel::NmodPoss || d == Deprel::NmodUnmarked || d == Deprel::NmodDesc;
}
// A clause below a noun: relative or participial.
bool is_clause_of_noun(Deprel d) { return d == Deprel::Acl || d == Deprel::AclRelcl; }

Via via_of_added(const Reading& r, TokenId verb) {
  switch (r.deprel(verb)) {
    case Deprel::AclRelcl:
    case Deprel::Acl:
      return Via::Antecedent;
    case Deprel::Conj:
      return Via::Shared;
    default:
      return Via::Controlled;
  }
}

// A relative pronoun stands for the noun above its clause.
Argument resolved(const Reading& r, TokenId verb, TokenId argument) {
  if (r.is_relative_pronoun(argument)) {
    TokenId v = verb;
    for (int i = 0; i < DeepestClimb && v != None; ++i, v = r.head(v)) {
      if (is_clause_of_noun(r.deprel(v))) {
        return {r.head(v), Via::Antecedent};
      }
    }
  }
  return {argument, Via::Direct};
}

Arguments subjects_climbing(const Reading& r, TokenId verb, int depth);

// The subject of a verb that has none of its own, from what governs it.
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
    case Deprel::Advcl:
      if (!finite) {
        pass_down(subjects_climbing(r, head, depth + 1), Via::Controlled);
      }
      break;
    case Deprel::Acl:
      if (r.has_child(verb, Deprel::Mark)) {  // "its plan to attack", "efforts to free"
        GenitiveOptions options;
        pass_down(genitives(r, head, options), Via::Controlled);
        if (out.empty() && r.mention_at(head) != None) {  // a headline: "Xi to visit Moscow"
          put(out, head, Via::Direct);
        }
      } else if ((r.lexicon.standing(r.words[head]) & bits(Standing::Deed)) != 0 && r.mention_at(head) == None) {
        GenitiveOptions options;  // "put out a report accusing B": whose report accuses
        pass_down(genitives(r, head, options), Via::Supported);
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

// "asked Trump to help": who is asked is to help, whatever the parser calls the clause.
TokenId asked(const Reading& r, TokenId verb) {
  const auto d = r.deprel(verb);
  const TokenId head = r.head(verb);
  const TokenId mark = r.child(verb, Deprel::Mark);
  if (head == None || (d != Deprel::Advcl && d != Deprel::Xcomp) || mark == None || r.words[mark] != r.lexicon.to ||
      r.is_passive(head) || r.status_words.effect(StatusRole::Clause, r.words[head]) != Status::Requested) {
    return None;
  }
  const TokenId object = r.child(head, Deprel::Obj);
  return object != None ? object : r.child(head, Deprel::Iobj);
}

Arguments subjects_climbing(const Reading& r, TokenId verb, int depth) {
  Arguments out;
  if (const TokenId object = asked(r, verb); object != None && !r.has_child(verb, Deprel::Nsubj)) {
    put(out, resolved(r, r.head(verb), object).token, Via::Controlled);
    return out;
  }
  for (const TokenId c : r.children(verb)) {
    if (is_subject(r.deprel(c))) {
      const auto a = resolved(r, verb, c);
      put(out, a.token, a.via);
    }
  }
  for (const auto& arc : r.syntax.added_to(verb)) {
    if (is_subject(arc.deprel) && !r.is_relative_pronoun(arc.dependent)) {
      // A conjunct of a subject that is there already is found again from that subject.
      bool known = false;
      for (const auto& a : out) {
        known = known || (r.deprel(arc.dependent) == Deprel::Conj && r.head(arc.dependent) == a.token);
      }
      if (!known) {
        put(out, arc.dependent, via_of_added(r, verb));
      }
    }
  }
  return out.empty() ? governed_subjects(r, verb, depth) : out;
}

void put_all(Arguments& out, const Arguments& from) {
  for (const auto& a : from) {
    put(out, a.token, a.via);
  }
}

// Dependents of a verb that a preposition marks.
void obliques(const Reading& r, TokenId verb, WordSet prepositions, Via via, Arguments& out) {
  for (const TokenId c : r.children(verb)) {
    const auto d = r.deprel(c);
    if (r.lexicon.has(prepositions, r.prepositions[c]) && (is_oblique(d) || d == Deprel::Nmod || d == Deprel::Advmod)) {
      const auto a = resolved(r, verb, c);
      put(out, a.token, via == Via::Direct ? a.via : via);
    }
  }
  for (const auto& arc : r.syntax.added_to(verb)) {
    if (is_oblique(arc.deprel) && r.lexicon.has(prepositions, r.prepositions[arc.dependent])) {
      put(out, arc.dependent, via_of_added(r, verb));
    }
  }
  // "the man to whom he spoke", "the ally that it relies on": the verb's clause hangs below the noun.
  if (r.deprel(verb) == Deprel::AclRelcl && out.empty()) {
    for (const TokenId c : r.children(verb)) {
      if (r.deprel(c) == Deprel::Obl && r.lexicon.has(prepositions, r.words[c])) {
        put(out, r.head(verb), Via::Antecedent);
      }
    }
  }
}

void modifiers(const Reading& r, TokenId noun, WordSet prepositions, Via via, Arguments& out) {
  for (const TokenId c : r.children(noun)) {
    const auto d = r.deprel(c);
    if (r.lexicon.has(prepositions, r.prepositions[c]) && (is_nominal_modifier(d) || is_oblique(d))) {
      const auto a = resolved(r, noun, c);
      put(out, a.token, via == Via::Direct ? a.via : via);
    }
  }
}

// The object nouns of a verb with that lemma, also as the subject of its passive: "sanctions were imposed on".
template <typename Use>
void object_nouns(const Reading& r, TokenId verb, WordSet nouns, const Use& use) {
  for (const auto& object : objects(r, verb)) {
    // "some of its troops", "a batch of peacekeepers"
    if ((r.lexicon.standing(r.words[object.token]) & bits(Standing::Quantity)) != 0) {
      for (const TokenId c : r.children(object.token)) {
        if (r.deprel(c) == Deprel::Nmod && r.prepositions[c] == r.lexicon.of && r.lexicon.has(nouns, r.words[c])) {
          use(c);
        }
      }
    }
    if (r.lexicon.has(nouns, r.words[object.token])) {
      use(object.token);
    }
    for (const TokenId c : r.children(object.token)) {
      if (r.deprel(c) == Deprel::Conj && r.lexicon.has(nouns, r.words[c])) {
        use(c);
      }
    }
  }
}

// What the preposition marks below the noun, or above it on the verb: "hold talks with B" may hang either way.
void noun_complements(const Reading& r, TokenId verb, TokenId noun, WordSet prepositions, Arguments& out) {
  Arguments found;
  modifiers(r, noun, prepositions, Via::Direct, found);
  if (found.empty()) {
    obliques(r, verb, prepositions, Via::Attached, found);
  }
  if (found.empty()) {  // "held talks in Moscow with B": the parser may hang "with B" by Moscow
    for (const TokenId above : {verb, noun}) {
      for (const TokenId c : r.children(above)) {
        if (r.deprel(c) == Deprel::Nmod || r.deprel(c) == Deprel::Obl) {
          modifiers(r, c, prepositions, Via::Attached, found);
        }
      }
    }
  }
  if (found.empty() && (r.lexicon.has(prepositions, r.lexicon.of) || r.lexicon.has(prepositions, r.lexicon.by))) {
    GenitiveOptions options;
    options.supported = false;
    found = genitives(r, noun, options);
  }
  for (const auto& a : found) {
    out.push({a.token, a.via, noun});
  }
}

// "gave B a loan", "B was given a loan"
Arguments receivers(const Reading& r, TokenId verb) {
  Arguments out;
  if (r.is_passive(verb) && r.has_child(verb, Deprel::Obj)) {
    return surface_subjects(r, verb);
  }
  if (const TokenId receiver = r.child(verb, Deprel::Iobj); receiver != None) {
    put(out, receiver, Via::Direct);
  }
  return out;
}

bool has_auxiliary(const Reading& r, TokenId verb, WordSet words) {
  for (const TokenId c : r.children(verb)) {
    if (r.deprel(c) == Deprel::Aux && r.lexicon.has(words, r.words[c])) {
      return true;
    }
  }
  return false;
}

// The subjects of the clauses below a verb: "demand that B go". A parser may hang "told a paper that B …" by the paper.
Arguments clause_subjects(const Reading& r, TokenId verb, WordSet modal) {
  Arguments out;
  const auto take = [&](TokenId clause) {
    if (modal.empty() || has_auxiliary(r, clause, modal)) {
      put_all(out, subjects(r, clause));
    }
  };
  for (const TokenId c : r.children(verb)) {
    const auto d = r.deprel(c);
    if (d == Deprel::Ccomp || (d == Deprel::AclRelcl && r.has_child(c, Deprel::Mark))) {
      take(c);
    } else if (d == Deprel::Obj || d == Deprel::Iobj) {
      for (const TokenId cc : r.children(c)) {
        if (r.deprel(cc) == Deprel::AclRelcl && r.has_child(cc, Deprel::Mark)) {
          take(cc);
        }
      }
    }
  }
  return out;
}

Arguments verb_arguments(const Reading& r, TokenId verb, const Frame& frame, const Place& place) {
  Arguments out;
  switch (place.slot) {
    case Slot::Subject:
      return subjects(r, verb);
    case Slot::Object:
      return r.lexicon.has_any(frame.companions[0].word) ? receivers(r, verb) : objects(r, verb);
    case Slot::Preposition:
      obliques(r, verb, place.prep, Via::Direct, out);
      if (out.empty() && frame.particle.empty() && has_particle(r, verb, place.prep)) {
        return objects(r, verb);  // "took over the company"
      }
      return out;
    case Slot::Clause:
      return clause_subjects(r, verb, frame.modal);
    case Slot::ObjectNoun:
      object_nouns(r, verb, place.noun, [&](TokenId noun) { noun_complements(r, verb, noun, place.prep, out); });
      return out;
    case Slot::PrepNoun:
      for (const TokenId c : r.children(verb)) {
        if (is_oblique(r.deprel(c)) && r.lexicon.has(place.noun, r.words[c]) &&
            r.lexicon.has(place.first, r.prepositions[c])) {
          noun_complements(r, verb, c, place.prep, out);
        }
      }
      if (out.empty() && has_particle(r, verb, place.first)) {
        object_nouns(r, verb, place.noun, [&](TokenId noun) { noun_complements(r, verb, noun, place.prep, out); });
      }
      return out;
    default:
      return out;
  }
}

// Does a comma open the phrase of this noun?
bool comma_before(const Reading& r, TokenId noun) {
  for (const TokenId c : r.children(noun)) {
    if (c > noun) {
      break;
    }
    if (r.deprel(c) == Deprel::Punct && r.document.form(c) == ",") {
      return true;
    }
  }
  return false;
}

bool is_person(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  return m != None && r.actors.mentions[m].actor != None &&
         r.actors.actors[r.actors.mentions[m].actor].kind == ActorKind::Person;
}

// "the head of the European Commission, X": the apposition may hang by the Commission, which is no person.
Arguments persons_beside_complement(const Reading& r, TokenId noun) {
  Arguments out;
  for (const TokenId c : r.children(noun)) {
    if (r.deprel(c) != Deprel::Nmod || r.prepositions[c] != r.lexicon.of || is_person(r, c)) {
      continue;
    }
    for (const TokenId cc : r.children(c)) {
      if (r.deprel(cc) == Deprel::Appos && is_person(r, cc)) {
        put(out, cc, Via::Apposition);
      }
    }
  }
  return out;
}

// Whom a noun, adjective or participle is said of.
Arguments bearers(const Reading& r, TokenId anchor) {
  Arguments out;
  if (r.mention_at(anchor) != None) {
    put(out, anchor, Via::Direct);
  }
  for (const TokenId c : r.children(anchor)) {
    const auto d = r.deprel(c);
    if (is_subject(d)) {
      const auto a = resolved(r, anchor, c);
      put(out, a.token, a.via);
    } else if (d == Deprel::Appos && r.is_noun(anchor)) {
      put(out, c, Via::Apposition);
    }
  }
  for (const auto& arc : r.syntax.added_to(anchor)) {
    if (is_subject(arc.deprel)) {
      put(out, arc.dependent, via_of_added(r, anchor));
    }
  }
  if (out.empty() && r.is_noun(anchor)) {
    put_all(out, persons_beside_complement(r, anchor));
  }
  const TokenId head = r.head(anchor);
  if (head == None) {
    return out;
  }
  switch (r.deprel(anchor)) {
    case Deprel::Nsubj:
    case Deprel::NsubjPass:
      // "X, a supporter of Y, lost": a parser may take the apposition for a second subject.
      for (const TokenId c : r.children(head)) {
        if (c >= anchor) {
          break;
        }
        if (is_subject(r.deprel(c)) && r.mention_at(c) != None && comma_before(r, anchor)) {
          put(out, c, Via::Apposition);
        }
      }
      break;
    case Deprel::Appos:
      put(out, head, Via::Apposition);
      break;
    case Deprel::Amod:
    case Deprel::Acl:
    case Deprel::Compound:
    case Deprel::NmodDesc:
    case Deprel::Flat:
      put(out, head, Via::Direct);
      break;
    case Deprel::Xcomp:
      if (out.empty()) {
        put_all(out, governed_subjects(r, anchor, 0));
      }
      break;
    case Deprel::Conj:
      // "a scientist at X and director of Y": who is the scientist; but X is no director in "X and the director of Y".
      if (out.empty() && (r.is_noun(anchor) || r.upos(anchor) == Upos::Adj) && r.mention_at(head) == None) {
        put_all(out, bearers(r, head));
      }
      break;
    case Deprel::Advcl:
      if (out.empty() && !r.has_child(anchor, Deprel::Mark)) {
        put_all(out, surface_subjects(r, head));
      }
      break;
    default:
      break;
  }
  return out;
}

bool has_bearer(const Frame& frame) { return frame.a.slot == Slot::Bearer || frame.b.slot == Slot::Bearer; }
bool is_description(Deprel d) { return d == Deprel::NmodDesc || d == Deprel::Compound || d == Deprel::Flat; }

Arguments noun_arguments(const Reading& r, TokenId anchor, const Frame& frame, const Place& place) {
  Arguments out;
  switch (place.slot) {
    case Slot::Genitive: {
      const auto used = [&](WordId prep) {
        const auto is = [&](const Place& p) { return p.slot == Slot::Preposition && r.lexicon.has(p.prep, prep); };
        return is(frame.a) || is(frame.b);
      };
      GenitiveOptions options;
      options.of = !used(r.lexicon.of);
      options.by = !used(r.lexicon.by);
      options.countries = frame.both || frame.own;
      return genitives(r, anchor, options);
    }
    case Slot::Modifier:
      for (const TokenId c : r.children(anchor)) {
        const auto d = r.deprel(c);
        if (c < anchor && (d == Deprel::Compound || d == Deprel::Amod || d == Deprel::NmodDesc)) {
          put(out, c, Via::Direct);
        }
      }
      return out;
    case Slot::Preposition:
      if (r.is_noun(anchor)) {
        modifiers(r, anchor, place.prep, Via::Direct, out);
        if (out.empty() && has_bearer(frame) && r.lexicon.has(place.prep, r.lexicon.of)) {  // "Putin's ally"
          GenitiveOptions options;
          options.by = options.supported = false;
          options.countries = true;
          out = genitives(r, anchor, options);
          if (out.empty() && is_description(r.deprel(anchor))) {  // "Putin's ally Lukashenko" hangs by "Lukashenko"
            out = genitives(r, r.head(anchor), options);
          }
          return out;
        }
        if (out.empty()) {
          if (const TokenId verb = support_verb(r, anchor); verb != None) {
            obliques(r, verb, place.prep, Via::Attached, out);
          }
        }
        if (out.empty()) {  // "war of aggression in B", "professor of law at B"
          for (const TokenId c : r.children(anchor)) {
            if (r.deprel(c) == Deprel::Nmod && r.prepositions[c] == r.lexicon.of && r.mention_at(c) == None) {
              modifiers(r, c, place.prep, Via::Attached, out);
            }
          }
        }
      } else {
        obliques(r, anchor, place.prep, Via::Direct, out);
        modifiers(r, anchor, place.prep, Via::Direct, out);
      }
      return out;
    case Slot::Bearer:
      return bearers(r, anchor);
    default:
      return out;
  }
}

bool all_capitals(std::string_view text) {
  for (const char c : text) {
    if (!((c >= 'A' && c <= 'Z') || c == '.')) {
      return false;
    }
  }
  return text.size() <= 5;
}

// May "X" in "the X visit" be the one who visits? "Russian", "US" and "Trump" may; "China" is rather the goal.
bool acts_before_noun(const Reading& r, TokenId modifier, bool countries) {
  const auto m = r.mention_at(modifier);
  if (m == None || r.actors.mentions[m].actor == None) {
    return false;
  }
  const auto& mention = r.actors.mentions[m];
  if (mention.form == MentionForm::Adjective || countries || all_capitals(r.document.form(modifier))) {
    return true;
  }
  const auto kind = r.actors.actors[mention.actor].kind;
  return kind != ActorKind::Country && kind != ActorKind::Place;
}

}  // namespace

std::string_view via_name(Via via) { return ViaNames[static_cast<std::size_t>(via)]; }

Arguments surface_subjects(const Reading& r, TokenId verb) { return subjects_climbing(r, verb, 0); }

Arguments subjects(const Reading& r, TokenId verb) {
  if (!r.is_passive(verb)) {
    return surface_subjects(r, verb);
  }
  Arguments out;
  for (const TokenId c : r.children(verb)) {
    const bool by = is_oblique(r.deprel(c)) && r.prepositions[c] == r.lexicon.by;
    if (r.deprel(c) == Deprel::OblAgent || by) {
      const auto a = resolved(r, verb, c);
      put(out, a.token, a.via);
    }
  }
  const bool hyphenated = verb > 1 && r.document.form(verb - 1) == "-" && r.mention_at(verb - 2) != None;
  if (out.empty() && hyphenated) {  // "Munich-based Siemens", wherever the parser hangs Munich
    put(out, verb - 2, Via::Direct);
  }
  if (out.empty()) {  // "US-backed rebels", "is Western-dominated"
    for (const TokenId c : r.children(verb)) {
      const bool hyphen = c + 2 == verb && r.document.form(c + 1) == "-";
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

bool has_particle(const Reading& r, TokenId verb, WordSet particles) {
  for (const TokenId c : r.children(verb)) {
    const auto d = r.deprel(c);
    if (r.lexicon.has(particles, r.words[c]) && (d == Deprel::CompoundPrt || d == Deprel::Advmod || d == Deprel::Case ||
                                                 (d == Deprel::Obl && r.upos(c) == Upos::Adp))) {
      return true;
    }
  }
  return false;
}

TokenId support_verb(const Reading& r, TokenId noun) {
  TokenId n = noun;
  if (r.deprel(n) == Deprel::Conj && r.head(n) != None && r.is_noun(r.head(n))) {
    n = r.head(n);
  }
  const TokenId verb = r.head(n);
  if (verb == None || !r.is_verb(verb)) {
    return None;
  }
  const auto d = r.deprel(n);
  if (d == Deprel::Obj || d == Deprel::NsubjPass || d == Deprel::Dep) {
    return r.status_words.has(StatusRole::Carry, r.words[verb]) ? verb : None;
  }
  if (is_oblique(d) && (r.status_words.carried_by(r.words[verb], r.prepositions[n]) ||
                        r.status_words.is_occasion(r.words[n], r.prepositions[n]))) {
    return verb;
  }
  return None;
}

Arguments genitives(const Reading& r, TokenId noun, const GenitiveOptions& options) {
  Arguments out;
  for (const TokenId c : r.children(noun)) {
    const auto d = r.deprel(c);
    if (d == Deprel::NmodPoss) {
      const auto a = resolved(r, noun, c);
      put(out, a.token, a.via);
    } else if (d == Deprel::Nmod || d == Deprel::OblAgent || d == Deprel::Obl) {
      const auto prep = r.prepositions[c];
      if ((options.of && prep == r.lexicon.of) || (options.by && prep == r.lexicon.by)) {
        put(out, c, Via::Direct);
      }
    } else if ((d == Deprel::Amod || d == Deprel::Compound || d == Deprel::NmodDesc || d == Deprel::NmodUnmarked) &&
               c < noun && acts_before_noun(r, c, options.countries)) {
      put(out, c, Via::Direct);
      for (const TokenId cc : r.children(c)) {  // "Russian-Chinese relations": the one may hang by the other
        if (cc < c && (r.deprel(cc) == Deprel::Amod || r.deprel(cc) == Deprel::Compound) &&
            acts_before_noun(r, cc, options.countries)) {
          put(out, cc, Via::Direct);
        }
      }
    } else if (d == Deprel::Acl && options.by && r.is_passive(c) &&
               r.status_words.has(StatusRole::Carry, r.words[c])) {  // "an appeal filed by X"
      put_all(out, subjects(r, c));
    }
  }
  if (out.empty() && options.supported) {
    if (const TokenId verb = support_verb(r, noun); verb != None) {
      const bool below = is_oblique(r.deprel(noun));  // "are locked in a dispute"
      for (const auto& a : below ? surface_subjects(r, verb) : subjects(r, verb)) {
        if (a.token != noun) {
          put(out, a.token, Via::Supported);
        }
      }
    }
  }
  return out;
}

Arguments arguments_at(const Reading& r, TokenId anchor, bool verb, const Frame& frame, const Place& place) {
  return verb ? verb_arguments(r, anchor, frame, place) : noun_arguments(r, anchor, frame, place);
}

namespace {

bool is_definite(const Reading& r, TokenId noun) {
  for (const TokenId c : r.children(noun)) {
    const auto d = r.deprel(c);
    if (d == Deprel::NmodPoss || (d == Deprel::Det && r.is_word(r.words[c], "the"))) {
      return true;
    }
  }
  return false;
}

bool is_group(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  if (m == None || r.actors.mentions[m].actor == None) {
    return false;
  }
  const auto kind = r.actors.actors[r.actors.mentions[m].actor].kind;
  return kind == ActorKind::Group || kind == ActorKind::Organisation;
}

void actors_below(const Reading& r, const Argument& argument, Via inside, std::uint8_t standings, int depth,
                  Fillers& out) {
  const TokenId t = argument.token;
  const auto m = r.mention_at(t);
  if (m != None && r.actors.mentions[m].actor != None) {
    for (const auto& f : out) {
      if (f.mention == m) {
        return;
      }
    }
    out.push({m, t, argument.via, inside, argument.through});
    return;
  }
  if (depth >= 3) {
    return;
  }
  auto kinds = r.lexicon.standing(r.words[t]);
  const bool plural = r.tagging.features(t).number == Number::Plural;
  const bool members = plural && (kinds & bits(Standing::Members)) != 0;
  if ((plural && (kinds & bits(Standing::Plural)) != 0) || members ||
      (!plural && (kinds & bits(Standing::Office)) != 0 && is_definite(r, t))) {
    kinds = static_cast<std::uint8_t>(kinds | bits(Standing::Body));
  }
  if ((kinds & bits(Standing::Kind)) != 0 && (standings & bits(Standing::Body)) != 0) {
    for (const TokenId c : r.children(t)) {  // "the ALDE group"
      if (c < t && r.deprel(c) == Deprel::Compound && is_group(r, c)) {
        actors_below(r, {c, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
        return;
      }
    }
  }
  kinds = static_cast<std::uint8_t>(kinds & standings);
  if (kinds == 0) {
    return;
  }
  GenitiveOptions options;
  options.supported = false;
  options.by = kinds == bits(Standing::Deed);
  options.countries = true;
  auto owners = genitives(r, t, options);
  if (owners.empty() && kinds == bits(Standing::Deed)) {  // "the situation in Ukraine"
    for (const TokenId c : r.children(t)) {
      if (r.deprel(c) == Deprel::Nmod && (r.prepositions[c] == r.lexicon.in || r.prepositions[c] == r.lexicon.from)) {
        put(owners, c, Via::Direct);
      }
    }
  }
  for (const auto& g : owners) {
    if (members && !is_group(r, g.token)) {
      continue;  // Taliban prisoners are Taliban; Russian prisoners are not Russia
    }
    actors_below(r, {g.token, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
  }
}

}  // namespace

void actors_at(const Reading& r, const Argument& argument, std::uint8_t standings, Fillers& out) {
  actors_below(r, argument, Via::Direct, standings, 0, out);
  for (const TokenId c : r.children(argument.token)) {
    if (out.full()) {
      return;
    }
    if (r.deprel(c) == Deprel::Conj) {
      actors_below(r, {c, argument.via, argument.through}, Via::Conjunct, standings, 0, out);
    } else if (r.deprel(c) == Deprel::Appos && out.empty()) {
      actors_below(r, {c, argument.via, argument.through}, Via::Apposition, standings, 0, out);
    }
  }
}

}  // namespace entente
