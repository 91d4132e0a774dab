// Finds the actors that a phrase stands for.
#include <algorithm>

#include <entente/relations/argument_steps.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_land(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  if (m == None || r.actors.mentions[m].actor == None) {
    return m == None && (r.lexicon.standing(r.words[t]) & bits(Standing::Ground)) != 0;  // "in Yemen's provinces"
  }
  const auto kind = r.actors.actors[r.actors.mentions[m].actor].kind;
  return kind == ActorKind::Country || kind == ActorKind::Place;
}

// "the situation in Ukraine", "a court in Istanbul", "a base in western Afghanistan", "the border with Iran". Parsers
// may attach the place to the verb: "attacked a base in Afghanistan".
void places_around(const Reading& r, TokenId noun, Standings kinds, Arguments& out) {
  const bool act = kinds == bits(Standing::Act);
  const bool ground = (kinds & (bits(Standing::Ground) | bits(Standing::People))) != 0;
  if (!act && !ground && (r.lexicon.standing(r.words[noun]) & bits(Standing::Seat)) == 0) {
    return;
  }
  const auto take = [&](TokenId above, TokenId after) {
    for (const TokenId c : r.children(above)) {
      const auto d = r.deprel(c);
      const auto prep = r.prepositions[c];
      const bool around = prep == r.lexicon.in || (prep == r.lexicon.from && act) ||
                          ((prep == r.lexicon.near || prep == r.lexicon.with) && ground);
      if (c > after && around && (d == Deprel::Nmod || d == Deprel::Obl) && (act || is_land(r, c))) {
        put(out, c, Via::Direct);
      }
    }
  };
  take(noun, noun);
  const auto d = r.deprel(noun);
  if (out.empty() && ground && (d == Deprel::Obj || d == Deprel::NsubjPass)) {
    take(r.head(noun), noun);
  }
}

// "The couple", "they": a word that refers to two actors has a mention of each.
MentionId second_mention(const Reading& r, MentionId first) {
  const auto& mentions = r.actors.mentions;
  const auto is_second = [&](MentionId m) {
    return m < mentions.size() && mentions[m].tokens == mentions[first].tokens && mentions[m].actor != None &&
           mentions[m].actor != mentions[first].actor;
  };
  return is_second(first + 1) ? first + 1 : first > 0 && is_second(first - 1) ? first - 1 : None;
}

// "fighters loyal to the general", "troops from Kenya", "a spokesman for the ministry"
Arguments senders(const Reading& r, TokenId noun) {
  Arguments out;
  for (const TokenId c : r.children(noun)) {
    const auto d = r.deprel(c);
    const bool voice =
        r.is_word(r.prepositions[c], "for") && (r.lexicon.standing(r.words[noun]) & bits(Standing::Voice)) != 0;
    if (c > noun && d == Deprel::Nmod && (r.prepositions[c] == r.lexicon.from || voice)) {
      put(out, c, Via::Direct);
    } else if (c > noun && (d == Deprel::Amod || d == Deprel::Acl) &&
               (r.lexicon.standing(r.words[c]) & bits(Standing::Tie)) != 0) {
      for (const TokenId cc : r.children(c)) {
        const auto prep = r.prepositions[cc];
        if (is_oblique(r.deprel(cc)) && (prep == r.lexicon.to || prep == r.lexicon.with)) {
          put(out, cc, Via::Direct);
        }
      }
    }
  }
  return out;
}

// "the killing of Roe by Peru": if "by" names the agent, "of" introduces the patient.
Arguments doers_only(const Reading& r, const Arguments& owners) {
  Arguments doers;
  for (const auto& owner : owners) {
    if (r.prepositions[owner.token] == r.lexicon.by) {
      put(doers, owner.token, owner.via);
    }
  }
  return doers.empty() ? owners : doers;
}

void actors_below(const Reading& r, const Argument& argument, Via inside, Standings standings, int depth,
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
    if (const MentionId second = second_mention(r, m); second != None) {
      out.push({second, t, argument.via, inside, argument.through});
    }
    return;
  }
  if (depth >= 3) {
    return;
  }
  auto kinds = r.lexicon.standing(r.words[t]);
  const bool plural = r.tagging.features(t).number == Number::Plural;
  if (!plural && (kinds & bits(Standing::Office)) != 0 && (standings & bits(Standing::Office)) == 0) {
    return;  // "the French president met": the president, even if unnamed
  }
  const bool all_of_them = plural && (kinds & bits(Standing::Plural)) != 0;
  const bool members =
      plural && !all_of_them && (kinds & (bits(Standing::Members) | bits(Standing::Body))) == bits(Standing::Members);
  if (all_of_them || members) {
    kinds = static_cast<Standings>(kinds | bits(Standing::Body));
  }
  if ((kinds & bits(Standing::Kind)) != 0 && (standings & bits(Standing::Body)) != 0) {
    for (const TokenId c : r.children(t)) {  // "the ALDE group"
      if (c < t && r.deprel(c) == Deprel::Compound) {
        actors_below(r, {c, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
        return;
      }
    }
  }
  const bool sent = (plural && (kinds & (bits(Standing::Body) | bits(Standing::Members))) != 0) ||
                    (kinds & bits(Standing::Voice)) != 0;
  kinds = static_cast<Standings>(kinds & standings);
  if (sent && (standings & bits(Standing::Body)) != 0) {
    if (const auto from = senders(r, t); !from.empty()) {
      for (const auto& a : from) {
        actors_at(r, {a.token, argument.via, argument.through}, standings, out);
      }
      return;
    }
  }
  if (kinds == 0) {
    return;
  }
  GenitiveOptions options;
  options.supported = false;
  options.by = kinds == bits(Standing::Act) || (kinds & bits(Standing::Body)) != 0;
  options.countries = true;
  auto owners = genitives(r, t, options);
  if (owners.empty() && argument.via == Via::Controlled && r.deprel(t) == Deprel::Obj && r.head(t) < t &&
      (kinds & bits(Standing::Body)) != 0 &&
      r.status_words.effect(StatusRole::Carry, r.words[r.head(t)]) == Status::Asserted) {
    owners = subjects(r, r.head(t));  // "sent soldiers to help B"
  }
  if (owners.empty()) {
    places_around(r, t, kinds, owners);
  }
  if (kinds == bits(Standing::Act)) {
    owners = doers_only(r, owners);
  }
  const Standings houses = bits(Standing::Body) | bits(Standing::Kind);
  if (owners.empty() && (kinds & bits(Standing::Body)) != 0) {  // "Merkel administration officials"
    for (const TokenId c : r.children(t)) {
      if (c < t && r.deprel(c) == Deprel::Compound && (r.lexicon.standing(r.words[c]) & houses) != 0) {
        put(owners, c, Via::Direct);
      }
    }
  }
  for (const auto& g : owners) {
    actors_below(r, {g.token, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
    for (const TokenId c : r.children(g.token)) {  // "British and French negotiators", "Chad and Niger's armies"
      if (plural && c < t && r.deprel(c) == Deprel::Conj && r.mention_at(c) != None) {
        actors_below(r, {c, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
      }
    }
  }
}

}  // namespace

void actors_at(const Reading& r, const Argument& argument, Standings standings, Fillers& out) {
  if (r.tagging.features(argument.token).reflexive) {
    return;  // "arms itself": no other actor takes part
  }
  actors_below(r, argument, Via::Direct, standings, 0, out);
  for (const TokenId c : r.children(argument.token)) {
    if (out.full()) {
      return;
    }
    if (r.deprel(c) == Deprel::Conj && argument.via == Via::Antecedent) {
      continue;  // "a council led by Roe and Peru": Roe leads the council alone
    }
    if (r.deprel(c) == Deprel::Conj) {
      actors_below(r, {c, argument.via, argument.through}, Via::Conjunct, standings, 0, out);
    } else if (r.deprel(c) == Deprel::Appos && out.empty()) {
      actors_below(r, {c, argument.via, argument.through}, Via::Apposition, standings, 0, out);
    }
  }
}

}  // namespace entente
