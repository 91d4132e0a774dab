#include <entente/actors/nominals.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

class NominalReader {
 public:
  NominalReader(const Layers& layers, const std::vector<Role>& roles, Coreference coref)
      : layers_(layers), coref_(std::move(coref)) {
    for (const Role& role : roles) {
      if (role.bearer != None && role.tie != RoleTie::Free && !role.plural) {
        told_.emplace(role.head, coref_.mentions[role.bearer].cluster);
      }
    }
  }

  Coreference run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      sentence_ = layers_.document.sentences[s].tokens;
      if (layers_.is_prose[s] == 0) {
        continue;
      }
      for (TokenId t = sentence_.begin; t < sentence_.end; ++t) {
        if (coref_.mentions.name_of[t] == None && layers_.upos(t) == Upos::Noun && !layers_.is_plural(t)) {
          read(t);
        }
      }
    }
    return std::move(coref_);
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }
  TokenId child(TokenId t, Deprel deprel) const { return layers_.child(t, deprel); }

  // The mention of an actor at the token, or None.
  DraftId actor_at(TokenId t) const {
    const DraftId d = t == None ? None : coref_.mentions.by_head[t];
    return d == None || coref_.mentions[d].cluster == None ? None : d;
  }

  void read(TokenId noun) {
    if (actor_at(noun) != None) {
      return learn(noun, coref_.mentions[coref_.mentions.by_head[noun]].cluster);
    }
    if (const auto told = told_.find(noun); told != told_.end() && told->second != None) {
      learn(noun, told->second);
    }
    if (const DraftId d = said_of(noun); d != None) {
      give(noun, d, "said of");
      learn(noun, coref_.mentions[d].cluster);
    } else if (const ClusterId c = known(noun); c != None) {
      give(noun, coref_.clusters[c].drafts.front(), "as said of");
    }
  }

  // ── statements ──────────────────────────────────────────────────────────────────────────────────────
  DraftId said_of(TokenId noun) const {
    if (const DraftId d = subject_of_copula(noun); d != None) {
      return d;
    }
    const DraftId d = in_apposition_to(noun);
    return d != None ? d : named_beside(noun);
  }

  // "their child, Gloria", "my friend Andrea"
  DraftId named_beside(TokenId noun) const {
    const TokenId name = child(noun, Deprel::Appos);
    const DraftId bearer = name < noun ? None : actor_at(name);
    const bool named = bearer != None && coref_.mentions[bearer].form == MentionForm::Name;
    return named && child(noun, Deprel::Conj) == None && fits(noun, bearer) ? bearer : None;
  }

  // "Norton was a businessman", "Belvar remains a small town", "Norton was named the best player": not if it is
  // negated, a question or only possible.
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
      // "elected Peter Lang treasurer", as the parser analyzes it
      clause = layers_.world.name_word(layers_.lemma(layers_.head(head))).becoming ? layers_.head(head) : None;
      subject = head;
    }
    if (clause == None || is_open(clause) || layers_.case_of(noun) != None) {
      return None;
    }
    const DraftId bearer = subject < noun ? actor_at(subject) : None;
    const bool one = bearer != None && child(subject, Deprel::Conj) == None && !coref_.mentions[bearer].plural;
    return one && coref_.mentions[bearer].form != MentionForm::Adjective && fits(noun, bearer) ? bearer : None;
  }

  // The subject of the verb, or of the verb that it is joined to: "She left home and became a painter".
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

  // The object, or the subject of a passive: "made him captain", "was crowned queen".
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
    const bool named = bearer != None && coref_.mentions[bearer].form == MentionForm::Name;
    return named && !list && fits(noun, bearer) ? bearer : None;
  }

  // Can the noun describe an actor of that kind?
  bool fits(TokenId noun, DraftId bearer) const {
    const auto* const kind = layers_.world.kind_words.find(layers_.lemma(noun));
    const ActorKind is = coref_.clusters[coref_.mentions[bearer].cluster].kind;
    if (is != ActorKind::Other && layers_.world.name_word(layers_.lemma(noun)).abstract) {
      return false;  // "took money from Maersk, a charge that …"
    }
    const bool office = layers_.world.office_words.find(layers_.lemma(noun)) != nullptr;
    const bool person = office || (kind != nullptr && kind->kind == ActorKind::Person);
    return (kind == nullptr && !office) || person == (is == ActorKind::Person);
  }

  // ── later uses ─────────────────────────────────────────────────────────────────────────────────────────────
  void learn(TokenId noun, ClusterId cluster) { learn(layers_.world.same_noun(layers_.lemma(noun)), cluster); }

  void learn(std::string_view word, ClusterId cluster) {
    if (!layers_.world.name_word(word).vague) {
      const auto [at, fresh] = called_.try_emplace(std::string(word), cluster);
      at->second = fresh || at->second == cluster ? cluster : None;  // two that are called so: neither
    }
  }

  // "the homeopath": the only actor that the noun has described before.
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
    return found == called_.end() || modifier || (above != None && coref_.mentions.name_of[above] != None)
               ? None
               : found->second;
  }

  // ── mentions ────────────────────────────────────────────────────────────────────────────────────────────────────
  void give(TokenId noun, DraftId antecedent, std::string_view why) {
    const MentionDraft& before = coref_.mentions[antecedent];
    const Span words = before.name.empty() ? before.tokens : before.name;
    describe(layers_, coref_, noun, before.cluster, antecedent,
             fmt::format("{} {}", why, layers_.document.view_tokens(words)));
  }

  const Layers& layers_;
  Coreference coref_;
  Span sentence_;
  std::map<TokenId, ClusterId> told_;                     // heads of roles that a name bears
  std::map<std::string, ClusterId, std::less<>> called_;  // by lemma; None where two are called so
};

}  // namespace

Coreference resolve_nominals(const Layers& layers, const std::vector<Role>& roles, Coreference coref) {
  return NominalReader(layers, roles, std::move(coref)).run();
}

}  // namespace entente
