// What a text says of its names tells their kind where the names do not: "Belvar is a small town" is no person, "the
// Ardoins" are many. Only for
// names of whose kind nothing but the tagger speaks.
#include <algorithm>

#include <entente/actors/draft.hpp>
#include <entente/actors/surface.hpp>

namespace entente {

namespace {

class KindTeller {
 public:
  KindTeller(const Layers& layers, Drafts& drafts) : layers_(layers), drafts_(drafts) {}

  void run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.of_actors[s] != 0 && t < tokens.end; ++t) {
        if (layers_.upos(t) == Upos::Noun && !layers_.is_plural(t)) {
          said(t);
        }
      }
    }
    for (Cluster& cluster : drafts_.clusters) {
      if (is_open(cluster) && are_many(cluster)) {
        set(cluster, cluster.kind == ActorKind::Person ? ActorKind::Group : cluster.kind);
      }
    }
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }

  // A noun of places or bodies that is said of a name.
  void said(TokenId noun) {
    const KindWord* word = layers_.world.kind_words.find(layers_.lemma(noun));
    const bool known = word != nullptr && word->classes.any() &&
                       (word->kind == ActorKind::Place || word->kind == ActorKind::Organisation);
    const TokenId which = known || layers_.child(noun, Deprel::Cop) != None ? name_before_which(noun) : None;
    const DraftId d = which != None ? named(which) : known ? bearer(noun) : None;
    if (d == None) {
      return;
    }
    Cluster& cluster = drafts_.cluster_of(d);
    const bool may_be_person =  // "the publisher", "a giant"
        which == None && word->kind == ActorKind::Organisation &&
        !layers_.world.name_word(layers_.lemma(noun)).impersonal;
    const ActorKind kind = known ? word->kind : ActorKind::Other;
    if (cluster.kind != kind && is_open(cluster) && !may_be_person && (known || cluster.kind == ActorKind::Person)) {
      set(cluster, kind);
    }
    if (known && cluster.kind == kind) {
      cluster.classes |= word->classes;
    }
  }

  // "Harlan's, which is a bookshop": no person is a "which".
  TokenId name_before_which(TokenId noun) const {
    const TokenId subject = layers_.child(noun, Deprel::Nsubj);
    if (form(subject) != "which") {
      return None;
    }
    TokenId name = layers_.before(subject);
    for (const std::string_view word : {",", "'s"}) {
      name = form(name) == word ? layers_.before(name) : name;
    }
    const DraftId d = drafts_.name_at(name);
    return d == None ? None : drafts_.drafts[d].name.end - 1;
  }

  // "Belvar is a town", "Belvar was registered as a town", "Belvar, a town on the island", "the town of Belvar"
  DraftId bearer(TokenId noun) const {
    TokenId name = None;
    const TokenId head = layers_.head(noun);
    if (layers_.child(noun, Deprel::Cop) != None) {
      name = is_denied(noun) ? None : layers_.child(noun, Deprel::Nsubj);
    } else if (layers_.deprel(noun) == Deprel::Appos && head != None && head < noun) {
      name = head;
    } else if (const TokenId as = layers_.case_of(noun); as != None && form(as) == "as" && head != None &&
                                                         layers_.world.name_word(layers_.lemma(head)).capacity) {
      name = layers_.child(head, Deprel::NsubjPass);
    } else if (const TokenId of = layers_.after(noun); form(of) == "of" && layers_.head(layers_.after(of)) == noun) {
      name = layers_.after(of);
    }
    return name == None || layers_.child(name, Deprel::Conj) != None ? None : named(name);
  }

  DraftId named(TokenId name) const {
    const DraftId d = drafts_.name_of[name];
    const bool is_name = d != None && drafts_.drafts[d].cluster != None &&
                         drafts_.drafts[d].form == MentionForm::Name && drafts_.drafts[d].name.contains(name);
    return is_name ? d : None;
  }

  bool is_denied(TokenId noun) const {
    for (const TokenId c : layers_.children(noun)) {
      const bool modal = layers_.deprel(c) == Deprel::Aux && layers_.lemma(c) != "have" && layers_.lemma(c) != "be";
      if (modal || layers_.world.name_word(lower_case(form(c))).doubtful || layers_.deprel(c) == Deprel::Case) {
        return true;
      }
    }
    return false;
  }

  bool is_open(const Cluster& cluster) const {
    return cluster.entry == None && cluster.gender == ActorGender::Unknown &&
           (cluster.doubtful || cluster.kind == ActorKind::Person) &&
           std::none_of(cluster.drafts.begin(), cluster.drafts.end(), [&](DraftId d) { return tells_person(d); });
  }

  // A title, a given name: nothing that is said will make a town of it.
  bool tells_person(DraftId d) const {
    const MentionDraft& draft = drafts_.drafts[d];
    return draft.form == MentionForm::Name &&
           (draft.titled || (draft.name.size() > 1 && layers_.world.given_name(form(draft.name.begin)) != nullptr));
  }

  // "The Ardoins": all of its names are one word in the plural with an article.
  bool are_many(const Cluster& cluster) const {
    return std::all_of(cluster.drafts.begin(), cluster.drafts.end(),
                       [&](DraftId d) { return is_many(drafts_.drafts[d]); });
  }
  bool is_many(const MentionDraft& draft) const {
    if (draft.form != MentionForm::Name || draft.name.size() != 1) {
      return false;
    }
    const std::string_view word = form(draft.name.begin);
    const Deprel d = layers_.deprel(draft.name.begin);
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") &&
           lower_case(form(layers_.before(draft.name))) == "the" && d != Deprel::Compound && d != Deprel::Flat;
  }

  void set(Cluster& cluster, ActorKind kind) {
    cluster.kind = kind;
    cluster.doubtful = false;
    for (const DraftId d : cluster.drafts) {
      drafts_.drafts[d].kind = kind;
    }
  }

  const Layers& layers_;
  Drafts& drafts_;
};

}  // namespace

void tell_kinds(const Layers& layers, Drafts& drafts) { KindTeller(layers, drafts).run(); }

}  // namespace entente
