// The actors that a phrase stands for.
#include <entente/relations/argument_steps.hpp>

namespace entente {

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
