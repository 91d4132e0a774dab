#include <entente/relations/arguments.hpp>

#include <array>

#include <entente/relations/argument_steps.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, 9> ViaNames = {"direct",     "conjunct",  "apposition", "antecedent", "shared",
                                                      "controlled", "supported", "standing",   "attached"};

// The objects of a verb that are one of the nouns; also the subject of its passive: "sanctions were imposed on".
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

// The noun's dependents with the preposition, or those of the verb above it: parsers attach "with B" in "hold talks
// with B" either way.
void noun_complements(const Reading& r, TokenId verb, TokenId noun, WordSet prepositions, Arguments& out) {
  Arguments found;
  modifiers(r, noun, prepositions, Via::Direct, found);
  if (found.empty()) {  // "restrictions imposed on B"
    for (const TokenId c : r.children(noun)) {
      if (r.deprel(c) == Deprel::Acl && r.is_passive(c)) {
        obliques(r, c, prepositions, Via::Attached, found);
      }
    }
  }
  if (found.empty()) {
    obliques(r, verb, prepositions, Via::Attached, found);
  }
  if (found.empty()) {  // "held talks in Moscow with B", "on Friday evening": the parser may attach "with B" to them
    for (const TokenId above : {verb, noun}) {
      for (const TokenId c : r.children(above)) {
        if (is_nominal_modifier(r.deprel(c)) || is_oblique(r.deprel(c))) {
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

// The subjects of the clauses below a verb: "demand that B go". A parser may attach the clause of "told a paper that B
// …" to the paper.
Arguments clause_subjects(const Reading& r, TokenId verb, WordSet modal) {
  Arguments out;
  const auto take = [&](TokenId clause) {
    const TokenId mark = r.child(clause, Deprel::Mark);
    if (mark != None && r.status_words.effect(StatusRole::Mark, r.words[mark]) == Status::Possible) {
      return;  // who asks whether B goes asks nothing of B
    }
    if (modal.empty() || has_auxiliary(r, clause, modal)) {
      put_all(out, subjects(r, clause));
    }
  };
  for (const TokenId c : r.children(verb)) {
    const auto d = r.deprel(c);
    if (d == Deprel::Ccomp || ((d == Deprel::AclRelcl || d == Deprel::Acl) && r.has_child(c, Deprel::Mark))) {
      take(c);
    } else if (d == Deprel::Obj || d == Deprel::Iobj) {
      for (const TokenId cc : r.children(c)) {
        if ((r.deprel(cc) == Deprel::AclRelcl || r.deprel(cc) == Deprel::Acl) && r.has_child(cc, Deprel::Mark)) {
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
      return r.lexicon.has_any(frame.companions[0].word) && frame.companions[0].prep.empty() ? receivers(r, verb)
                                                                                             : objects(r, verb);
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
      options.countries = frame.both || frame.from_user;
      options.supported = !has_bearer(frame);  // "paid the union leader" says nothing of whose leader it is
      return genitives(r, anchor, options);
    }
    case Slot::Modifier:
      for (const TokenId c : r.children(anchor)) {
        const auto d = r.deprel(c);
        if (c < anchor && (d == Deprel::Compound || d == Deprel::Amod || d == Deprel::NmodDesc)) {
          put(out, c, Via::Direct);
        } else if (d == Deprel::NmodPoss) {
          out.cut(0);  // "Kenyan President Otieno's Norwegian visit": what stands before the possessor is his
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
          if (out.empty() &&
              is_description(r.deprel(anchor))) {  // "ally" depends on "Lukashenko" in "Putin's ally Lukashenko"
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
    case Slot::Clause:
      return clause_subjects(r, anchor, frame.modal);
    default:
      return out;
  }
}

}  // namespace

std::string_view via_name(Via via) { return ViaNames[static_cast<std::size_t>(via)]; }

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

Arguments arguments_at(const Reading& r, TokenId anchor, bool verb, const Frame& frame, const Place& place) {
  return verb ? verb_arguments(r, anchor, frame, place) : noun_arguments(r, anchor, frame, place);
}

}  // namespace entente
