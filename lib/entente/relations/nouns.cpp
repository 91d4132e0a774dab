// The possessors of nouns, their support verbs, and the actors that nouns and adjectives describe.
#include <entente/relations/argument_steps.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_person(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  return m != None && r.actors.mentions[m].actor != None &&
         r.actors.actors[r.actors.mentions[m].actor].kind == ActorKind::Person;
}

// "X, president and founder of Y": is the noun in a list that begins after a comma behind the name? Parsers may join it
// to the name.
bool describes(const Reading& r, TokenId person, TokenId noun) {
  const auto m = r.mention_at(person);
  if (m == None || !is_person(r, person)) {
    return false;
  }
  const TokenId comma = r.actors.mentions[m].tokens.end;
  if (comma >= noun || r.document.form(comma) != ",") {
    return false;
  }
  for (const TokenId c : r.children(person)) {
    if (c > comma && (r.deprel(c) == Deprel::Conj || r.deprel(c) == Deprel::Appos)) {
      const auto other = r.mention_at(c);
      const bool himself = other == None || r.actors.mentions[other].actor == r.actors.mentions[m].actor;
      return r.is_noun(c) && himself && !r.has_child(c, Deprel::Cc);
    }
  }
  return false;
}

// May "X" in "the X visit" be the visitor? "Russian", "US" and "Trump" may; "China" is more likely the destination.
bool acts_before_noun(const Reading& r, TokenId modifier, bool countries) {
  const auto m = r.mention_at(modifier);
  if (m == None || r.actors.mentions[m].actor == None) {
    return false;
  }
  const auto& mention = r.actors.mentions[m];
  if (mention.form == MentionForm::Adjective || countries) {
    return true;
  }
  const auto kind = r.actors.actors[mention.actor].kind;
  return kind != ActorKind::Country && kind != ActorKind::Place;
}

}  // namespace

// Finds the tokens that a noun, adjective or participle describes.
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
    } else if (d == Deprel::Appos && (r.is_noun(anchor) || r.upos(anchor) == Upos::Num)) {
      put(out, c, Via::Apposition);
    }
  }
  for (const auto& arc : r.syntax.added_to(anchor)) {
    if (is_subject(arc.deprel)) {
      put(out, arc.dependent, via_of_added(r, anchor));
    }
  }
  const TokenId head = r.head(anchor);
  if (head == None) {
    return out;
  }
  switch (r.deprel(anchor)) {
    case Deprel::Appos:
      put(out, head, Via::Apposition);
      break;
    case Deprel::Nmod:  // "X is one of the guests"
      if (out.empty() && r.prepositions[anchor] == r.lexicon.of && r.document.form(head) == "one") {
        put_all(out, bearers(r, head));
      }
      break;
    case Deprel::Compound:  // "auto parts manufacturer": the parts are not what the manufacturer is
      if (constexpr auto Kinds = bits(Standing::Body) | bits(Standing::Plural) | bits(Standing::Ground);
          r.upos(head) == Upos::Noun && r.is_noun(anchor) && (r.lexicon.standing(r.words[head]) & Kinds) == 0) {
        break;  // but "member states", "resort town"
      }
      [[fallthrough]];
    case Deprel::Amod:
    case Deprel::Acl:
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
      // "a scientist at X and director of Y": the director is the scientist; but X is not a director in "X and the
      // director of Y".
      if (!out.empty() || (!r.is_noun(anchor) && r.upos(anchor) != Upos::Adj)) {
        break;
      }
      if (r.mention_at(head) == None) {
        put_all(out, bearers(r, head));
      } else if (describes(r, head, anchor)) {
        put(out, head, Via::Apposition);
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

namespace {

// Is "of" followed by the patient rather than the agent: "a suspension of aid"?
bool only_acts(const Reading& r, const Arguments& found) {
  for (const auto& a : found) {
    if (r.mention_at(a.token) == None && r.has_child(a.token, Deprel::Nummod)) {
      continue;  // "assistance of 20 million euros"
    }
    if (r.mention_at(a.token) != None || (r.lexicon.standing(r.words[a.token]) & bits(Standing::Act)) == 0) {
      return false;
    }
    for (const TokenId c : r.children(a.token)) {
      if (r.mention_at(c) != None && r.deprel(c) != Deprel::Nmod) {
        return false;  // "the suspension of Russian aid"
      }
    }
  }
  return true;
}

}  // namespace

namespace {

// "the arrest of Pavel Durov by France": a person has no agent, so "by France" belongs to the arrest.
void put_agents(const Reading& r, TokenId name, Arguments& out) {
  for (const TokenId c : r.children(name)) {
    if (r.deprel(c) == Deprel::Nmod && r.prepositions[c] == r.lexicon.by) {
      put(out, c, Via::Direct);
    }
  }
}

}  // namespace

Arguments genitives(const Reading& r, TokenId noun, const GenitiveOptions& options) {
  Arguments out;
  const bool owned = r.has_child(noun, Deprel::NmodPoss);  // "its French rival": "French" is not a second owner
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
      if (options.by && prep == r.lexicon.of && r.mention_at(c) != None) {
        put_agents(r, c, out);
      }
    } else if ((d == Deprel::Amod || d == Deprel::Compound || d == Deprel::NmodDesc || d == Deprel::NmodUnmarked) &&
               c < noun && !(owned && d == Deprel::Amod) && acts_before_noun(r, c, options.countries)) {
      put(out, c, Via::Direct);
      for (const TokenId cc : r.children(c)) {  // "Russian-Chinese relations": one may depend on the other
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
  if (options.supported && only_acts(r, out)) {  // also "announced a suspension of aid to B"
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

}  // namespace entente
