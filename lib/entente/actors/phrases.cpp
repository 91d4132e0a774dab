#include <entente/actors/phrases.hpp>

#include <algorithm>
#include <utility>

#include <entente/actors/unnamed_words.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_inside(Deprel d) {
  return d == Deprel::Det || d == Deprel::Amod || d == Deprel::Compound || d == Deprel::NmodPoss || d == Deprel::Nummod;
}

TokenId begin_of(const Layers& layers, TokenId t, int depth) {
  constexpr int Deepest = 3;
  TokenId begin = t;
  for (const TokenId c : layers.children(t)) {
    if (c < begin && is_inside(layers.deprel(c))) {
      begin = depth < Deepest ? begin_of(layers, c, depth + 1) : c;
    }
  }
  return begin;
}

}  // namespace

Span noun_phrase(const Layers& layers, TokenId noun) {
  const TokenId counted = counted_by(layers, noun);
  return {begin_of_word(layers, begin_of(layers, noun, 0)), (counted == None ? noun : counted) + 1};
}

TokenId counted_by(const Layers& layers, TokenId quantity) {
  if (!UnnamedWords::shared().has(UnnamedClass::Many, layers.lemma(quantity))) {
    return None;
  }
  const auto children = layers.children(quantity);
  const auto found = std::find_if(children.begin(), children.end(), [&](TokenId c) {
    const TokenId preposition = layers.case_of(c);
    return c > quantity && layers.deprel(c) == Deprel::Nmod && preposition != None && layers.form(preposition) == "of";
  });
  return found == children.end() ? None : *found;
}

TokenId begin_of_word(const Layers& layers, TokenId t) {
  for (TokenId hyphen = layers.before(t); layers.form(hyphen) == "-" && !layers.space_after(hyphen);
       hyphen = layers.before(t)) {
    const TokenId part = layers.before(hyphen);
    if (part == None || layers.space_after(part)) {
      break;
    }
    t = part;
  }
  return t;
}

Span bare_phrase(const Layers& layers, Span words) {
  const auto counts = [&](TokenId t) { return layers.upos(t) == Upos::Det || layers.deprel(t) == Deprel::Nummod; };
  const auto counts_what_follows = [&](TokenId t) {
    return words.size() > 2 && layers.form(t + 1) == "of" &&
           UnnamedWords::shared().has(UnnamedClass::Many, layers.lemma(t));
  };
  while (words.size() > 1 && (counts(words.begin) || counts_what_follows(words.begin))) {
    words.begin += counts_what_follows(words.begin) ? 2 : 1;
  }
  return words;
}

bool is_no_or_any(const Layers& layers, TokenId determiner) {
  return determiner != None && (layers.lemma(determiner) == "no" || layers.lemma(determiner) == "any");
}

bool means_nobody(const Layers& layers, TokenId noun) { return is_no_or_any(layers, layers.child(noun, Deprel::Det)); }

bool tells_whose(const Layers& layers, TokenId preposition) {
  return UnnamedWords::shared().has(UnnamedClass::Whose, layers.form(preposition));
}

bool is_indefinite(const Layers& layers, TokenId noun) {
  const TokenId article = layers.child(noun, Deprel::Det);
  return article != None && layers.lemma(article) == "a";
}

void describe(const Layers& layers, Coreference& coref, TokenId noun, ClusterId cluster, DraftId antecedent,
              std::string reason) {
  DraftId d = coref.mentions.by_head[noun];
  if (d == None) {
    MentionDraft fresh;
    fresh.tokens = noun_phrase(layers, noun);
    fresh.head = noun;
    fresh.form = MentionForm::Description;
    fresh.plural = layers.is_plural(noun);
    d = coref.mentions.add(std::move(fresh));
  }
  MentionDraft& it = coref.mentions[d];
  it.cluster = cluster;
  it.kind = coref.clusters[cluster].kind;
  it.antecedent = antecedent;
  it.reason = std::move(reason);
  auto& list = coref.clusters[cluster].drafts;
  list.insert(std::upper_bound(list.begin(), list.end(), d), d);
}

}  // namespace entente
