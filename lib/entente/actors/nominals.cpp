// Nouns that say what a named actor is, and come back for it: "Norton was a businessman", "Thomas Sam, a practising
// homeopath, …" and later "the homeopath". The text itself tells who is meant, by its grammar; what else could be
// someone who is not named is left alone.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include <entente/actors/draft.hpp>
#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente {

namespace {

class NominalReader {
 public:
  NominalReader(const Layers& layers, Drafts& drafts) : layers_(layers), drafts_(drafts) {
    for (const Role& role : drafts_.roles) {
      if (role.bearer != None && role.tie != RoleTie::Free && !role.plural) {
        told_.emplace(role.head, drafts_.drafts[role.bearer].cluster);
      }
    }
  }

  void run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      sentence_ = layers_.document.sentences[s].tokens;
      if (layers_.of_actors[s] == 0) {
        continue;
      }
      for (TokenId t = sentence_.begin; t < sentence_.end; ++t) {
        learn_from_name(t);
        if (drafts_.name_of[t] != None) {
          continue;
        }
        if (layers_.upos(t) == Upos::Noun && !layers_.is_plural(t)) {
          read(t);
        } else if (!layers_.is_plural(t) && is_one_of_many(t)) {
          read_one(t);
        }
      }
    }
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }
  TokenId child(TokenId t, Deprel deprel) const { return layers_.child(t, deprel); }

  // The mention at the token, where it is one of an actor.
  DraftId actor_at(TokenId t) const {
    const DraftId d = t == None ? None : drafts_.by_head[t];
    return d == None || drafts_.drafts[d].cluster == None ? None : d;
  }

  void read(TokenId noun) {
    if (actor_at(noun) != None) {
      return learn(noun, drafts_.drafts[drafts_.by_head[noun]].cluster);
    }
    if (const auto told = told_.find(noun); told != told_.end() && told->second != None) {
      learn(noun, told->second);
    }
    if (const DraftId d = said_of(noun); d != None) {
      give(noun, d, "said of");
      said_.insert(noun);
      learn(noun, drafts_.drafts[d].cluster);
    } else if (const ClusterId c = known(noun); c != None) {
      give(noun, drafts_.clusters[c].drafts.front(), "as said of");
    }
  }

  TokenId many_of(TokenId t) const {
    const TokenId many = child(t, Deprel::Nmod);
    return many != None ? many : child(t, Deprel::Obl);
  }

  // "one of the first novelists", "the youngest of five": what else may be said of somebody.
  bool is_one_of_many(TokenId t) const {
    const TokenId many = many_of(t);
    const TokenId of = many == None ? None : layers_.case_of(many);
    const TokenId the = child(t, Deprel::Det);
    const bool superlative = layers_.upos(t) == Upos::Adj && the != None && lower_case(form(the)) == "the";
    return of != None && form(of) == "of" &&
           (superlative || (layers_.upos(t) == Upos::Num && layers_.lemma(t) == "one"));
  }
  void read_one(TokenId t) {
    const DraftId d = actor_at(t) == None ? said_of(t) : None;
    if (d != None) {
      give(t, d, "said of");
      learn(many_of(t), drafts_.drafts[d].cluster);
    }
  }

  // ── what the grammar tells ──────────────────────────────────────────────────────────────────────────────────────
  DraftId said_of(TokenId noun) const {
    if (const DraftId d = subject_of_copula(noun); d != None) {
      return d;
    }
    for (const DraftId d : {in_apposition_to(noun), named_beside(noun), in_front_of(noun), joined_to(noun)}) {
      if (d != None) {
        return d;
      }
    }
    return in_capacity(noun);
  }

  // "their child, Gloria", "my friend Andrea"
  DraftId named_beside(TokenId noun) const {
    const TokenId name = child(noun, Deprel::Appos);
    const DraftId bearer = name < noun ? None : actor_at(name);
    const bool named = bearer != None && drafts_.drafts[bearer].form == MentionForm::Name;
    return named && child(noun, Deprel::Conj) == None && fits(noun, bearer) ? bearer : None;
  }

  // "Norton was a businessman", "Belvar remains a small town", "Norton was named the best player": not where it is
  // denied, asked or only possible.
  DraftId subject_of_copula(TokenId noun) const {
    const TokenId head = layers_.head(noun);
    const Deprel d = layers_.deprel(noun);
    TokenId subject = None;
    TokenId clause = None;
    if (child(noun, Deprel::Cop) != None) {
      clause = noun;
      subject = subject_of(noun);
    } else if (head != None && (d == Deprel::Xcomp || d == Deprel::Obj)) {
      const NameWord& verb = layers_.world.name_word(layers_.lemma(head));
      const bool made = verb.becoming && (d == Deprel::Xcomp || child(head, Deprel::NsubjPass) != None);
      clause = verb.linking || made ? head : None;
      subject = clause == None ? None : verb.linking ? subject_of(head) : object_of(head);
    } else if (head != None && d == Deprel::Flat && layers_.deprel(head) == Deprel::Obj) {
      // "elected Peter Lang treasurer", as the trees have it
      clause = layers_.world.name_word(layers_.lemma(layers_.head(head))).becoming ? layers_.head(head) : None;
      subject = head;
    }
    if (clause == None || is_open(clause) || layers_.case_of(noun) != None) {
      return None;
    }
    const DraftId bearer = subject < noun ? actor_at(subject) : None;
    const bool one = bearer != None && child(subject, Deprel::Conj) == None && !drafts_.drafts[bearer].plural;
    return one && drafts_.drafts[bearer].form != MentionForm::Adjective && fits(noun, bearer) ? bearer : None;
  }

  // Of the verb, or of the one that it is joined to: "She left home and became a painter".
  TokenId subject_of(TokenId verb) const {
    for (int steps = 0; steps < 4 && verb != None; ++steps) {
      for (const Deprel d : {Deprel::Nsubj, Deprel::NsubjPass}) {
        if (const TokenId subject = child(verb, d); subject != None) {
          return subject;
        }
      }
      verb = layers_.deprel(verb) == Deprel::Conj ? layers_.head(verb) : None;
    }
    return None;
  }

  // Whom something is done to: "made him captain", "was crowned queen".
  TokenId object_of(TokenId verb) const {
    const TokenId subject = child(verb, Deprel::NsubjPass);
    return subject != None ? subject : child(verb, Deprel::Obj);
  }

  bool is_open(TokenId clause) const {
    for (const TokenId c : layers_.children(clause)) {
      const Deprel d = layers_.deprel(c);
      const auto word = lower_case(form(c));
      const bool open = ((d == Deprel::Advmod || d == Deprel::Mark) && layers_.world.name_word(word).doubtful) ||
                        (d == Deprel::Det && word == "no");
      const bool modal = d == Deprel::Aux && layers_.lemma(c) != "have" && layers_.lemma(c) != "be" && word != "will";
      if (open || modal) {
        return true;
      }
    }
    return false;
  }

  // "Thomas Sam, a practising homeopath, …"
  DraftId in_apposition_to(TokenId noun) const {
    const TokenId name = layers_.head(noun);
    if (layers_.deprel(noun) != Deprel::Appos || name == None || name > noun ||
        form(layers_.before(noun_phrase(layers_, noun))) != ",") {
      return None;
    }
    const DraftId bearer = actor_at(name);
    const TokenId joined = child(noun, Deprel::Conj);
    const bool list = joined != None && layers_.upos(joined) != Upos::Noun;
    const bool named = bearer != None && drafts_.drafts[bearer].form == MentionForm::Name;
    return named && !list && fits(noun, bearer) ? bearer : None;
  }

  // "A student of law, he left the city": a second subject before the first.
  DraftId in_front_of(TokenId noun) const {
    const TokenId verb = layers_.head(noun);
    const bool first = layers_.deprel(noun) == Deprel::Nsubj && noun_phrase(layers_, noun).begin == sentence_.begin;
    if (!first || verb == None) {
      return None;
    }
    for (const TokenId subject : layers_.children(verb)) {
      const bool second = layers_.deprel(subject) == Deprel::Nsubj && subject > noun + 1 && subject < verb;
      const DraftId bearer = second ? actor_at(subject) : None;
      if (bearer != None && form(layers_.before(drafts_.drafts[bearer].tokens)) == "," && fits(noun, bearer)) {
        return bearer;
      }
    }
    return None;
  }

  // "She is an author and mathematician": what is joined to what is said of her.
  DraftId joined_to(TokenId noun) const {
    const TokenId head = layers_.head(noun);
    const bool joined = layers_.deprel(noun) == Deprel::Conj && head != None && said_.contains(head);
    if (!joined || subject_of_own(noun) || layers_.case_of(noun) != None) {
      return None;
    }
    const DraftId d = drafts_.drafts[drafts_.by_head[head]].antecedent;
    return fits(noun, d) ? d : None;
  }
  bool subject_of_own(TokenId noun) const {
    return child(noun, Deprel::Nsubj) != None || child(noun, Deprel::Appos) != None;
  }

  // "Norton worked as a businessman", "York was registered as a port", "started his career as a dancer"
  DraftId in_capacity(TokenId noun) const {
    const TokenId head = layers_.head(noun);
    const TokenId preposition = layers_.case_of(noun);
    const bool below = layers_.deprel(noun) == Deprel::Obl || layers_.deprel(noun) == Deprel::Nmod;
    if (!below || head == None || preposition == None || form(preposition) != "as" || is_open(head)) {
      return None;
    }
    TokenId bearer = child(head, Deprel::NmodPoss);
    bool capacity = layers_.world.name_word(layers_.lemma(head)).capacity;
    if (layers_.upos(head) == Upos::Verb) {
      const TokenId object = object_of(head);
      const bool career = object != None && layers_.upos(object) == Upos::Noun &&
                          layers_.world.name_word(layers_.lemma(object)).capacity;
      capacity = capacity || career;
      bearer = object == None || career ? subject_of(head) : object;
    }
    if (!capacity) {
      return None;
    }
    DraftId d = actor_at(bearer);
    if (d != None && !fits(noun, d)) {  // "served Norway as a diplomat"
      d = actor_at(subject_of(head));
    }
    return d != None && fits(noun, d) ? d : None;
  }

  // Whether an actor of that kind can be called so.
  bool fits(TokenId noun, DraftId bearer) const {
    const auto* const kind = layers_.world.kind_words.find(layers_.lemma(noun));
    const ActorKind is = drafts_.clusters[drafts_.drafts[bearer].cluster].kind;
    if (is != ActorKind::Other && layers_.world.name_word(layers_.lemma(noun)).abstract) {
      return false;  // "took money from Maersk, a charge that …"
    }
    const bool office = layers_.world.office_words.find(layers_.lemma(noun)) != nullptr;
    const bool person = office || (kind != nullptr && kind->kind == ActorKind::Person);
    return (kind == nullptr && !office) || person == (is == ActorKind::Person);
  }

  // ── what comes back ─────────────────────────────────────────────────────────────────────────────────────────────
  void learn(TokenId noun, ClusterId cluster) { learn(layers_.world.same_noun(layers_.lemma(noun)), cluster); }

  void learn(std::string_view word, ClusterId cluster) {
    if (!layers_.world.name_word(word).vague) {
      const auto [at, fresh] = called_.try_emplace(std::string(word), cluster);
      at->second = fresh || at->second == cluster ? cluster : None;  // two that are called so: neither
    }
  }

  // "Crater Lake" is a lake, "Harrow School" a school.
  void learn_from_name(TokenId t) {
    const DraftId d = drafts_.name_of[t];
    if (d == None || drafts_.drafts[d].name.end != t + 1 || drafts_.drafts[d].name.size() < 2 ||
        drafts_.drafts[d].cluster == None) {
      return;
    }
    const ActorKind kind = drafts_.clusters[drafts_.drafts[d].cluster].kind;
    if (kind == ActorKind::Organisation || kind == ActorKind::Place) {
      learn(lower_case(form(t)), drafts_.drafts[d].cluster);
    }
  }

  // "the homeopath": the only actor that has been called so.
  ClusterId known(TokenId noun) const {
    const Span words = noun_phrase(layers_, noun);
    const auto first = lower_case(form(words.begin));
    const std::string_view word = layers_.world.same_noun(layers_.lemma(noun));
    const TokenId owner = child(noun, Deprel::NmodPoss);
    const bool owned = owner != None && layers_.upos(owner) == Upos::Pron && layers_.world.is_kin(word);
    if ((first != "the" && first != "this" && first != "that" && !owned) || words.size() > 3 ||
        child(noun, Deprel::Nmod) != None || child(noun, Deprel::Acl) != None ||
        child(noun, Deprel::AclRelcl) != None || (owner != None && !owned)) {
      return None;
    }
    for (TokenId t = words.begin + 1; t < noun; ++t) {
      if (layers_.upos(t) != Upos::Adj || layers_.world.name_word(lower_case(form(t))).elsewhere) {
        return None;
      }
    }
    const TokenId above = layers_.head(noun);
    const bool modifier = layers_.deprel(noun) == Deprel::Compound || layers_.deprel(noun) == Deprel::Appos;
    const auto found = called_.find(word);
    return found == called_.end() || modifier || (above != None && drafts_.name_of[above] != None) ? None
                                                                                                   : found->second;
  }

  // ── mentions ────────────────────────────────────────────────────────────────────────────────────────────────────
  void give(TokenId noun, DraftId antecedent, std::string_view why) {
    const MentionDraft& before = drafts_.drafts[antecedent];
    const Span words = before.name.empty() ? before.tokens : before.name;
    describe(layers_, drafts_, noun, before.cluster, antecedent,
             fmt::format("{} {}", why, layers_.document.view_tokens(words)));
  }

  const Layers& layers_;
  Drafts& drafts_;
  Span sentence_;
  std::set<TokenId> said_;                                // nouns that are said of an actor
  std::map<TokenId, ClusterId> told_;                     // heads of roles that a name bears
  std::map<std::string, ClusterId, std::less<>> called_;  // by lemma; None where two are called so
};

}  // namespace

void resolve_nominals(const Layers& layers, Drafts& drafts) { NominalReader(layers, drafts).run(); }

}  // namespace entente
