#include <entente/actors/place_or_power.hpp>

#include <utility>

#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

class PowerFinder {
 public:
  PowerFinder(const Layers& layers, MentionDrafts mentions) : layers_(layers), mentions_(std::move(mentions)) {}

  MentionDrafts run() {
    find_countries_in_play();
    for (MentionDraft& draft : mentions_) {
      if (draft.entry == None) {
        continue;
      }
      if (draft.use == UseForm::Capital && draft.form == MentionForm::Name) {
        acts(draft) ? power(draft) : place(draft);
      } else if (draft.use == UseForm::ActingSeat) {
        acts(draft) ? power(draft) : drop(draft);
      } else if (draft.use == UseForm::Seat) {
        power(draft);
      }
    }
    return std::move(mentions_);
  }

 private:
  std::string_view lemma(TokenId t) const { return layers_.lemma(t); }

  // Finds the countries that the text names by more than their capital.
  void find_countries_in_play() {
    in_play_.assign(layers_.world.entries.size(), 0);
    for (const MentionDraft& draft : mentions_) {
      if (draft.entry != None && draft.use != UseForm::Capital) {
        in_play_[draft.entry] = 1;
      }
    }
  }

  static void power(MentionDraft& draft) { draft.form = MentionForm::Metonym; }

  void place(MentionDraft& draft) const {
    draft.entry = draft.city;
    draft.kind = ActorKind::Place;
    draft.classes = layers_.world.entries[draft.city].classes;
  }

  // A street or building that does not act.
  static void drop(MentionDraft& draft) {
    draft.entry = None;
    draft.kind = ActorKind::Place;
    draft.use = UseForm::Name;
  }

  bool acts(const MentionDraft& draft) const { return acts(draft.head, draft, 0); }

  bool acts(TokenId t, const MentionDraft& draft, int depth) const {
    const TokenId head = layers_.head(t);
    if (head == None || depth > 3) {
      return false;
    }
    switch (layers_.deprel(t)) {
      case Deprel::Conj:
        return !layers_.is_noun(head) || layers_.case_of(t) != None
                   ? by_preposition(t, head, draft) || acts(head, draft, depth + 1)
                   : acts(head, draft, depth + 1);
      case Deprel::Nsubj:
      case Deprel::NsubjOuter:
        return subject_acts(head);
      case Deprel::NsubjPass:
        return !layers_.world.name_word(lemma(head)).place_object;
      case Deprel::Obj:
      case Deprel::Iobj:
        return object_acts(head);
      case Deprel::OblAgent:
        return true;
      case Deprel::NmodPoss:
        return owner_acts(head, draft);
      case Deprel::Obl:
      case Deprel::Nmod:
        return by_preposition(t, head, draft);
      case Deprel::Compound:
        return is_of_pair(draft);
      default:
        return false;
    }
  }

  // "Moscow wants", "Moscow is ready to talk", but not "Moscow is cold"
  bool subject_acts(TokenId head) const {
    return layers_.upos(head) == Upos::Verb ||
           (layers_.upos(head) == Upos::Adj &&
            (layers_.child(head, Deprel::Xcomp) != None || layers_.child(head, Deprel::Ccomp) != None));
  }

  bool object_acts(TokenId head) const {
    return layers_.upos(head) == Upos::Verb && layers_.world.name_word(lemma(head)).power_object;
  }

  // "Beijing's willingness", but "Moscow's streets"
  bool owner_acts(TokenId head, const MentionDraft& draft) const {
    return !layers_.world.name_word(lemma(head)).place_noun && layers_.upos(head) != Upos::Propn &&
           in_play_[draft.entry] != 0;
  }

  // "the Delhi-Islamabad talks": talks between two capitals are talks between their countries.
  bool is_of_pair(const MentionDraft& draft) const {
    const TokenId left = layers_.before(draft.name);
    const TokenId right = layers_.after(draft.name);
    const DraftId second = other_capital(right, layers_.after(right), draft);
    if (second == None && other_capital(left, layers_.before(left), draft) == None) {
      return false;
    }
    const TokenId noun = second == None ? right : layers_.after(mentions_[second].name);
    return layers_.world.name_word(lemma(noun)).between_noun;
  }
  // The other capital at t, on the other side of the hyphen, or None.
  DraftId other_capital(TokenId hyphen, TokenId t, const MentionDraft& draft) const {
    const DraftId d = layers_.form(hyphen) == "-" ? mentions_.name_at(t) : None;
    return d != None && mentions_[d].use == UseForm::Capital && mentions_[d].name != draft.name ? d : None;
  }

  bool by_preposition(TokenId t, TokenId head, const MentionDraft& draft) const {
    const TokenId preposition = layers_.case_of(t);
    if (preposition == None) {
      return false;
    }
    const auto word = lower_case(layers_.form(preposition));
    const auto& marks = layers_.world.name_word(word);
    const auto& governor = layers_.world.name_word(lemma(head));
    const bool moves = governor.motion || layers_.upos(head) == Upos::Propn;
    if (marks.to_power) {
      return true;
    }
    if (marks.of_stance && governor.stance) {
      return true;  // "criticism from Warsaw"
    }
    if (word == "to" || word == "for" || word == "from" || word == "toward" || word == "towards") {
      const bool noun_from = word == "from" && layers_.is_noun(head) && !layers_.is_plural(head);
      return !moves && !governor.place_noun && (word != "from" || noun_from) && in_play_[draft.entry] != 0;
    }
    return word == "on" && governor.on_power;
  }

  const Layers& layers_;
  MentionDrafts mentions_;
  std::vector<std::uint8_t> in_play_;  // one per entry
};

}  // namespace

MentionDrafts decide_place_or_power(const Layers& layers, MentionDrafts mentions) {
  return PowerFinder(layers, std::move(mentions)).run();
}

}  // namespace entente
