#include <entente/actors/unnamed.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <entente/actors/people.hpp>
#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>
#include <entente/actors/unnamed_words.hpp>

namespace entente::inline v0_1 {

namespace {

class UnnamedFinder {
 public:
  UnnamedFinder(const Layers& layers, Coreference coref)
      : layers_(layers), coref_(std::move(coref)), words_(UnnamedWords::shared()) {}

  Coreference run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.is_prose[s] != 0 && t < tokens.end; ++t) {
        if (is_person(t) && !is_actor(t) && (is_done_to(place_of(t)) || is_doing(place_of(t)))) {
          add(t);
        }
      }
    }
    return std::move(coref_);
  }

 private:
  bool is_person(TokenId t) const {
    const std::string_view lemma = layers_.lemma(t);
    if (layers_.upos(t) != Upos::Noun) {
      return is_of_people(t);
    }
    return is_of_people(t) || words_.has(UnnamedClass::Person, lemma) || words_.has(UnnamedClass::Staff, lemma) ||
           (words_.has(UnnamedClass::Single, lemma) && !layers_.is_plural(t));
  }
  // "two Palestinians", "a Briton"
  bool is_of_people(TokenId t) const {
    return layers_.is_noun(t) && names_people(layers_, t) && are_some_people(layers_, t);
  }
  TokenId child(TokenId t, Deprel deprel) const { return layers_.child(t, deprel); }
  bool is_actor(TokenId t) const {
    const DraftId d = t == None ? None : coref_.mentions.by_head[t];
    return d != None && coref_.mentions[d].cluster != None;
  }
  // Is the token, or a word that modifies it, an actor: "police in Lagos"?
  bool holds_actor(TokenId t) const {
    if (t == None || is_actor(t)) {
      return t != None;
    }
    const auto children = layers_.children(t);
    return std::any_of(children.begin(), children.end(), [&](TokenId c) { return is_actor(c); });
  }

  TokenId first_of(TokenId t) const {
    return layers_.deprel(t) == Deprel::Conj && layers_.head(t) != None ? layers_.head(t) : t;
  }

  // "dozens of Kenyan students": the quantity noun has the syntactic position of the students.
  TokenId place_of(TokenId person) const {
    const TokenId above = layers_.head(person);
    return above != None && counted_by(layers_, above) == person ? above : person;
  }
  bool is_done_to(TokenId person) const {
    const TokenId verb = layers_.head(person);
    if (verb == None) {
      return false;
    }
    const Deprel d = layers_.deprel(person);
    if (d == Deprel::Obj && words_.has(UnnamedClass::DoneTo, layers_.lemma(verb))) {
      return holds_actor(subject_of(verb));
    }
    if (d == Deprel::NsubjPass && words_.has(UnnamedClass::DoneTo, layers_.lemma(verb))) {
      return holds_actor(child(verb, Deprel::OblAgent));
    }
    if (d != Deprel::Nmod || !words_.has(UnnamedClass::Act, layers_.lemma(verb)) ||
        layers_.form(layers_.case_of(person)) != "of") {
      return false;
    }
    const TokenId above = layers_.head(verb);
    return holds_actor(child(verb, Deprel::NmodPoss)) ||
           (above != None && layers_.deprel(verb) == Deprel::Obj && holds_actor(subject_of(above)));
  }
  TokenId subject_of(TokenId verb) const {
    const TokenId subject = child(verb, Deprel::Nsubj);
    const TokenId above = layers_.head(verb);
    const Deprel d = layers_.deprel(verb);
    return subject == None && above != None && (d == Deprel::Conj || d == Deprel::Xcomp) ? child(above, Deprel::Nsubj)
                                                                                         : subject;
  }

  bool is_doing(TokenId person) const {
    const TokenId verb = layers_.head(person);
    return verb != None && layers_.deprel(person) == Deprel::Nsubj &&
           words_.has(UnnamedClass::Doing, layers_.lemma(verb)) && reaches_actor(child(verb, Deprel::Obj), 0);
  }
  // "launched attacks on the website of a bank in Kenya"
  bool reaches_actor(TokenId t, int depth) const {
    constexpr int Deepest = 3;
    if (t == None || depth > Deepest) {
      return false;
    }
    const auto children = layers_.children(t);
    return is_actor(t) || std::any_of(children.begin(), children.end(), [&](TokenId c) {
             const Deprel d = layers_.deprel(c);
             return d != Deprel::Acl && d != Deprel::AclRelcl && reaches_actor(c, depth + 1);
           });
  }

  ActorKind kind_at(TokenId t) const { return coref_.cluster_of(coref_.mentions.by_head[t]).kind; }

  // The noun and the words that identify it: a nationality, organisation or place before it, or after a preposition.
  // Empty if a possessor identifies it, or if nothing does.
  Span identifying_words(TokenId person) const {
    Span words;
    if (means_nobody(layers_, person)) {
      return {};
    }
    for (const TokenId c : layers_.children(person)) {
      const Deprel d = layers_.deprel(c);
      if (d == Deprel::NmodPoss) {
        return {};
      }
      if (!words.empty()) {
        continue;
      }
      const bool before = c < person && (d == Deprel::Amod || d == Deprel::Compound);
      if (before && is_actor(c) && identifies(c, person)) {
        words = {actor_at(c).begin, person + 1};
      } else if (c > person && d == Deprel::Nmod && is_actor(c) && tells_whose(layers_, layers_.case_of(c))) {
        words = {person, actor_at(c).end};
      } else if (c > person && d == Deprel::Acl && is_actor(child(c, Deprel::OblAgent))) {
        words = {person, actor_at(child(c, Deprel::OblAgent)).end};  // "a nurse employed by the Red Cross"
      }
    }
    words = words.empty() ? described(person) : words;
    words = words.empty() && is_of_people(person) ? Span{person, person + 1} : words;
    return words.size() <= LongestName ? words : Span{};
  }
  // "dozens of political activists": described, but not identified.
  Span described(TokenId person) const {
    TokenId begin = person;
    for (const TokenId c : layers_.children(person)) {
      const Deprel d = layers_.deprel(c);
      if (c > person || (d != Deprel::Amod && d != Deprel::Compound)) {
        continue;
      }
      if (is_actor(c)) {
        return {};  // several members of a party
      }
      begin = c < begin && !words_.has(UnnamedClass::Vague, layers_.lemma(c)) ? c : begin;
    }
    return begin == person ? Span{} : Span{begin_of_word(layers_, begin), person + 1};
  }
  Span actor_at(TokenId t) const { return coref_.mentions[coref_.mentions.by_head[t]].tokens; }

  // Several members of a party stand for the party; citizens of a country or staff of an organisation do not.
  bool identifies(TokenId actor, TokenId person) const {
    const ActorKind kind = kind_at(actor);
    return kind == ActorKind::Country || kind == ActorKind::Place ||
           (kind != ActorKind::Person &&
            (!layers_.is_plural(person) || words_.has(UnnamedClass::Staff, layers_.lemma(person))));
  }

  void add(TokenId person) {
    MentionDraft it;
    it.tokens = identifying_words(person);
    if (it.tokens.empty()) {
      return;
    }
    it.head = person;
    it.form = MentionForm::Description;
    it.plural = layers_.is_plural(person);
    it.kind = it.plural ? ActorKind::Group : ActorKind::Person;
    it.reason = "told apart by what stands beside it";
    const auto [known, fresh] = called_.try_emplace(lower_case(layers_.document.view_tokens(it.tokens)),
                                                    static_cast<ClusterId>(coref_.clusters.size()));
    const TokenId article = child(person, Deprel::Det);
    if (!fresh && !it.plural && (article == None || layers_.lemma(article) != "the")) {
      return;  // "a Kenyan journalist" once more is somebody else
    }
    if (fresh) {
      coref_.clusters.emplace_back();
      coref_.clusters.back().kind = it.kind;
      coref_.clusters.back().unnamed = is_of_people(person) ? 1.0F : 0.0F;  // their country tells them apart for sure
    }
    it.cluster = known->second;
    coref_.mentions.by_head[person] = None;  // replaces a description without an actor
    const ClusterId c = it.cluster;
    coref_.clusters[c].drafts.push_back(coref_.mentions.add(std::move(it)));
  }

  const Layers& layers_;
  Coreference coref_;
  const UnnamedWords& words_;
  static constexpr TokenId LongestName = 8;  // tokens
  std::map<std::string, ClusterId, std::less<>> called_;
};

}  // namespace

Coreference find_unnamed(const Layers& layers, Coreference coref) {
  return UnnamedFinder(layers, std::move(coref)).run();
}

}  // namespace entente
