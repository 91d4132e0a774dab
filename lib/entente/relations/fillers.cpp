// The actors that a phrase stands for.
#include <algorithm>
#include <array>
#include <string_view>

#include <entente/relations/argument_steps.hpp>

namespace entente {

bool is_definite(const Reading& r, TokenId noun) {
  for (const TokenId c : r.children(noun)) {
    const auto d = r.deprel(c);
    if (d == Deprel::NmodPoss || (d == Deprel::Det && r.tagging.lemma(c) == "the")) {
      return true;
    }
  }
  return false;
}

bool is_chosen_from(const Reading& r, TokenId noun, MentionId place) {
  if (place == None || r.actors.mentions[place].actor == None ||
      r.actors.actors[r.actors.mentions[place].actor].kind != ActorKind::Place) {
    return false;
  }
  for (const TokenId c : r.children(noun)) {
    if (r.deprel(c) != Deprel::Amod) {
      continue;
    }
    const TokenId adverb = r.child(c, Deprel::Advmod);  // "most beloved"
    if (r.tagging.features(c).degree == Degree::Superlative || (adverb != None && r.document.form(adverb) == "most")) {
      return true;
    }
  }
  return false;
}

namespace {

bool is_group(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  if (m == None || r.actors.mentions[m].actor == None) {
    return false;
  }
  const auto kind = r.actors.actors[r.actors.mentions[m].actor].kind;
  return kind == ActorKind::Group || kind == ActorKind::Organisation;
}

bool is_land(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  if (m == None || r.actors.mentions[m].actor == None) {
    return m == None && (r.lexicon.standing(r.words[t]) & bits(Standing::Ground)) != 0;  // "in Yemen's provinces"
  }
  const auto kind = r.actors.actors[r.actors.mentions[m].actor].kind;
  return kind == ActorKind::Country || kind == ActorKind::Place;
}

// "the situation in Ukraine", "a court in Istanbul", "a base in western Afghanistan", "the border with Iran", which a
// parser may hang by the verb: "attacked a base in Afghanistan".
void places_around(const Reading& r, TokenId noun, Standings kinds, Arguments& out) {
  const bool deed = kinds == bits(Standing::Deed);
  const bool ground = (kinds & (bits(Standing::Ground) | bits(Standing::People))) != 0;
  if (!deed && !ground && (r.lexicon.standing(r.words[noun]) & bits(Standing::Seat)) == 0) {
    return;
  }
  const auto take = [&](TokenId above, TokenId after) {
    for (const TokenId c : r.children(above)) {
      const auto d = r.deprel(c);
      const auto prep = r.prepositions[c];
      const bool around = prep == r.lexicon.in || (prep == r.lexicon.from && deed) ||
                          ((prep == r.lexicon.near || prep == r.lexicon.with) && ground);
      if (c > after && around && (d == Deprel::Nmod || d == Deprel::Obl) && (deed || is_land(r, c))) {
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

// "German corporate leaders" do not act for Germany.
bool is_private(const Reading& r, TokenId t) {
  for (const TokenId c : r.children(t)) {
    const auto d = r.deprel(c);
    if (c < t && (d == Deprel::Amod || d == Deprel::Compound) &&
        (r.lexicon.standing(r.words[c]) & bits(Standing::Private)) != 0) {
      return true;
    }
  }
  return false;
}

// "US-backed Kurds": those whom a power stands behind are a party, not some of a people.
bool is_sponsored(const Reading& r, TokenId adjective) {
  constexpr std::array<std::string_view, 8> Deeds = {"back",    "support", "arm",   "fund",
                                                     "finance", "sponsor", "train", "lead"};
  const TokenId sponsor = r.child(adjective, Deprel::Compound);
  return sponsor != None && r.mention_at(sponsor) != None && r.form(r.before(adjective)) == "-" &&
         std::find(Deeds.begin(), Deeds.end(), r.tagging.lemma(adjective)) != Deeds.end();
}

// "twelve young Kenyans", "thousands of Syrians": some people of a country are not the country.
bool is_some_people(const Reading& r, TokenId t, const Mention& mention) {
  const ActorEntry& actor = r.actors.actors[mention.actor];
  const bool people = mention.form == MentionForm::Adjective ||
                      (r.tagging.features(t).number == Number::Plural && r.document.form(t) != actor.name);
  const bool modifies = r.deprel(t) == Deprel::Amod || r.deprel(t) == Deprel::Compound;
  if (!people || actor.kind != ActorKind::Country || mention.tokens.size() > 1 || modifies) {
    return false;
  }
  const TokenId above = r.head(t);
  if (r.deprel(t) == Deprel::Nmod && r.prepositions[t] == r.lexicon.of) {
    return (r.lexicon.standing(r.words[above]) & bits(Standing::Quantity)) != 0;
  }
  const auto children = r.children(t);
  return !is_nominal_modifier(r.deprel(t)) && std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const auto d = r.deprel(c);
    return c < t && (d == Deprel::Nummod || (d == Deprel::Amod && !is_sponsored(r, c)) ||
                     (d == Deprel::Det && r.tagging.lemma(c) != "the"));
  });
}

// "his Danish counterpart, Mette Holm,": she, whatever the parser joins her by.
bool is_named_behind(const Reading& r, TokenId t) {
  const TokenId next = r.after(t);
  return r.upos(r.form(next) == "," ? r.after(next) : next) == Upos::Propn;
}

// "The couple", "they": words that mean two have a mention of each.
MentionId second_mention(const Reading& r, MentionId first) {
  const auto& mentions = r.actors.mentions;
  const auto is_second = [&](MentionId m) {
    return m < mentions.size() && mentions[m].tokens == mentions[first].tokens && mentions[m].actor != None &&
           mentions[m].actor != mentions[first].actor;
  };
  return is_second(first + 1) ? first + 1 : first > 0 && is_second(first - 1) ? first - 1 : None;
}

void actors_below(const Reading& r, const Argument& argument, Via inside, Standings standings, int depth, Fillers& out);

// "Kenyan and Ugandan forces" are both: the first stands before the mention of the second.
void first_owners(const Reading& r, const Argument& argument, const Mention& mention, Standings standings, int depth,
                  Fillers& out) {
  const TokenId t = argument.token;
  const TokenId begin = mention.tokens.begin;
  if (mention.form != MentionForm::Description || r.deprel(r.before(begin)) != Deprel::Cc) {
    return;
  }
  for (const TokenId c : r.children(t)) {
    const auto d = r.deprel(c);
    if (c < begin && (d == Deprel::Amod || d == Deprel::Compound) && r.mention_at(c) != None) {
      actors_below(r, {c, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
    }
  }
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

// "the killing of Roe by Peru": where a doer is named, what follows "of" is whom it was done to.
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
    if (is_some_people(r, t, r.actors.mentions[m])) {
      return;
    }
    for (const auto& f : out) {
      if (f.mention == m) {
        return;
      }
    }
    out.push({m, t, argument.via, inside, argument.through});
    if (const MentionId second = second_mention(r, m); second != None) {
      out.push({second, t, argument.via, inside, argument.through});
    }
    first_owners(r, argument, r.actors.mentions[m], standings, depth, out);
    return;
  }
  if (depth >= 3) {
    return;
  }
  auto kinds = r.lexicon.standing(r.words[t]);
  if ((kinds & bits(Standing::Opposite)) != 0 && is_named_behind(r, t)) {
    return;
  }
  const bool plural = r.tagging.features(t).number == Number::Plural;
  if (!plural && (kinds & bits(Standing::Office)) != 0 && (standings & bits(Standing::Office)) == 0) {
    return;  // "the French president met": he, whoever he is
  }
  const bool all_of_them = plural && (kinds & bits(Standing::Plural)) != 0 && !is_private(r, t);
  const bool members =
      plural && !all_of_them && (kinds & (bits(Standing::Members) | bits(Standing::Body))) == bits(Standing::Members);
  if (all_of_them || members || (!plural && (kinds & bits(Standing::Office)) != 0 && is_definite(r, t))) {
    kinds = static_cast<Standings>(kinds | bits(Standing::Body));
  }
  if ((kinds & bits(Standing::Kind)) != 0 && (standings & bits(Standing::Body)) != 0) {
    for (const TokenId c : r.children(t)) {  // "the ALDE group"
      if (c < t && r.deprel(c) == Deprel::Compound && is_group(r, c)) {
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
  options.by = kinds == bits(Standing::Deed) || (kinds & bits(Standing::Body)) != 0;
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
  if (kinds == bits(Standing::Deed)) {
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
    if (members && !is_group(r, g.token) && (r.lexicon.standing(r.words[g.token]) & bits(Standing::Kind)) == 0) {
      continue;  // Taliban prisoners are Taliban; Russian prisoners are not Russia
    }
    actors_below(r, {g.token, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
    for (const TokenId c : r.children(g.token)) {  // "British and French negotiators", "Chad and Niger's armies"
      if (plural && c < t && r.deprel(c) == Deprel::Conj && r.mention_at(c) != None) {
        actors_below(r, {c, argument.via, argument.through}, Via::Standing, standings, depth + 1, out);
      }
    }
  }
}

bool is_person(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  return m != None && r.actors.mentions[m].actor != None &&
         r.actors.actors[r.actors.mentions[m].actor].kind == ActorKind::Person;
}

// "speaks Russian", "translated into Japanese": a nationality without an article, in the singular, after a verb.
bool is_language(const Reading& r, TokenId t) {
  const auto m = r.mention_at(t);
  if (m == None || r.actors.mentions[m].form != MentionForm::Adjective || r.has_child(t, Deprel::Det) ||
      r.has_child(t, Deprel::Nummod)) {
    return false;
  }
  const bool people = r.tagging.features(t).number == Number::Plural || r.document.form(t).ends_with('s');
  const TokenId next = r.after(t);
  const bool inside = r.is_noun(next) || r.form(next) == "-";
  if (people || inside) {
    return false;
  }
  const auto d = r.deprel(t) == Deprel::Conj && r.head(t) != None ? r.deprel(r.head(t)) : r.deprel(t);
  return d == Deprel::Obj || d == Deprel::Obl;
}

// "Secretary of State Mike Pompeo": the name hangs by the title, or by what follows it, as if it were a complement.
TokenId titled_person(const Reading& r, TokenId title, int depth = 0) {
  for (const TokenId c : r.children(title)) {
    const auto d = r.deprel(c);
    if (c < title || !(is_nominal_modifier(d) || d == Deprel::Flat || d == Deprel::Appos)) {
      continue;
    }
    if (r.prepositions[c] == NoWord && is_person(r, c) && r.upos(r.before(c)) != Upos::Punct) {
      return c;
    }
    if (depth == 0 && r.prepositions[c] == r.lexicon.of) {
      if (const TokenId person = titled_person(r, c, 1); person != None) {
        return person;
      }
    }
  }
  return None;
}

// A clause about `noun` that ends before what is joined to it.
bool has_clause_before(const Reading& r, TokenId noun, TokenId conjunct) {
  const auto children = r.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    return noun < c && c < conjunct && (r.deprel(c) == Deprel::Acl || r.deprel(c) == Deprel::AclRelcl);
  });
}

}  // namespace

void actors_at(const Reading& r, const Argument& argument, Standings standings, Fillers& out) {
  if (r.tagging.features(argument.token).reflexive) {
    return;  // "arms itself": nobody else has a part in it
  }
  if (is_language(r, argument.token)) {
    return;
  }
  const TokenId person = r.mention_at(argument.token) == None ? titled_person(r, argument.token) : None;
  actors_below(r, {person != None ? person : argument.token, argument.via, argument.through}, Via::Direct, standings, 0,
               out);
  for (const TokenId c : r.children(argument.token)) {
    if (out.full()) {
      return;
    }
    if (r.deprel(c) == Deprel::Conj && argument.via == Via::Antecedent && has_clause_before(r, argument.token, c)) {
      continue;  // "a council led by Roe and Peru": Roe leads the council alone
    }
    if (r.deprel(c) == Deprel::Conj && !is_description(r, argument.token, c)) {
      actors_below(r, {c, argument.via, argument.through}, Via::Conjunct, standings, 0, out);
    } else if (r.deprel(c) == Deprel::Appos && out.empty()) {
      actors_below(r, {c, argument.via, argument.through}, Via::Apposition, standings, 0, out);
    }
  }
}

}  // namespace entente
