#include <entente/actors/role_descriptions.hpp>

#include <algorithm>
#include <utility>

#include <entente/actors/phrases.hpp>

namespace entente::inline v0_1 {

namespace {

class DescriptionAdder {
 public:
  DescriptionAdder(const Layers& layers, MentionsAndRoles found)
      : layers_(layers), mentions_(std::move(found.mentions)), roles_(std::move(found.roles)) {}

  MentionsAndRoles add() {
    std::vector<MentionDraft> added;
    for (std::uint32_t r = 0; r < roles_.size(); ++r) {
      const Role& role = roles_[r];
      const bool named_beside = role.tie == RoleTie::Title && role.bearer != None;
      if (named_beside || role.tie == RoleTie::Copula || !describes(role)) {
        continue;
      }
      MentionDraft draft;
      draft.tokens = role.phrase;
      draft.head = role.head;
      draft.form = MentionForm::Description;
      draft.role = r;
      draft.kind = role.office != None ? ActorKind::Person : role.kind->kind;
      draft.classes = role.kind != nullptr ? role.kind->classes : Classes();
      draft.gender = role.office != None ? layers_.world.offices[role.office].gender : ActorGender::Unknown;
      draft.plural = role.plural;
      stand_for_country(role, draft);
      added.push_back(draft);
    }
    insert(added);
    return {std::move(mentions_), std::move(roles_)};
  }

 private:
  bool describes(const Role& role) const {
    if (role.kind != nullptr && (role.kind->form == KindForm::Stands || role.kind->form == KindForm::Arm)) {
      return true;
    }
    return role.definite && mentions_.by_head[role.head] == None;
  }

  // "the Afghan government", "Russian forces", "the regime in Pyongyang"
  void stand_for_country(const Role& role, MentionDraft& draft) const {
    if (role.kind == nullptr || (role.kind->form != KindForm::Stands && role.kind->form != KindForm::Arm)) {
      return;
    }
    if ((role.kind->form == KindForm::Arm && !role.definite) || changes_hands(role)) {
      return;
    }
    if (is_no_or_any(layers_, role.determiner)) {
      return;
    }
    DraftId owner = None;
    for (const DraftId d : role.of) {
      const MentionDraft& of = mentions_[d];
      const bool country = of.entry != None && layers_.world.entries[of.entry].kind == ActorKind::Country;
      const bool body =
          of.kind == ActorKind::Organisation && of.form == MentionForm::Name && of.tokens.end == role.tokens.begin;
      if ((country || body) && owner == None) {
        owner = d;
      } else if (country && mentions_[owner].entry != of.entry) {
        return;  // "the Russian-Ukrainian forces"
      }
    }
    if (owner != None) {
      draft.entry = mentions_[owner].entry;
      draft.antecedent = owner;
      draft.kind = mentions_[owner].kind == ActorKind::Place ? ActorKind::Country : mentions_[owner].kind;
    }
  }

  // "sold Taiwan jets": the jets are not Taiwan's.
  bool changes_hands(const Role& role) const {
    const Deprel d = layers_.deprel(role.head);
    const bool object = (d == Deprel::Obj || d == Deprel::NsubjPass) && role.determiner == None;
    return object && layers_.world.name_word(layers_.lemma(layers_.head(role.head))).transfer;
  }

  // Inserts the descriptions among the names in text order, and renumbers all indices of drafts.
  void insert(const std::vector<MentionDraft>& added) {
    const std::size_t old = mentions_.size();
    std::vector<MentionDraft> all = std::move(mentions_.drafts);
    all.insert(all.end(), added.begin(), added.end());
    std::vector<DraftId> order(all.size());
    for (DraftId d = 0; d < order.size(); ++d) {
      order[d] = d;
    }
    std::stable_sort(order.begin(), order.end(), [&](DraftId a, DraftId b) {
      return all[a].tokens.begin != all[b].tokens.begin ? all[a].tokens.begin < all[b].tokens.begin
                                                        : all[a].tokens.end > all[b].tokens.end;
    });
    std::vector<DraftId> turned(all.size());
    for (DraftId d = 0; d < order.size(); ++d) {
      turned[order[d]] = d;
    }
    mentions_.drafts.clear();
    for (const DraftId d : order) {
      mentions_.drafts.push_back(std::move(all[d]));
    }
    turn(turned);
    for (DraftId a = 0; a < added.size(); ++a) {
      const DraftId d = turned[old + a];
      if (mentions_.by_head[mentions_[d].head] == None) {
        mentions_.by_head[mentions_[d].head] = d;
      }
    }
  }

  void turn(const std::vector<DraftId>& turned) {
    const auto one = [&](DraftId& d) { d = d == None ? None : turned[d]; };
    for (DraftId& d : mentions_.by_head) {
      one(d);
    }
    for (DraftId& d : mentions_.name_of) {
      one(d);
    }
    for (MentionDraft& draft : mentions_) {
      one(draft.antecedent);
    }
    for (Role& role : roles_) {
      one(role.bearer);
      for (DraftId& d : role.of) {
        one(d);
      }
    }
  }

  const Layers& layers_;
  MentionDrafts mentions_;
  std::vector<Role> roles_;
};

}  // namespace

MentionsAndRoles add_role_descriptions(const Layers& layers, MentionsAndRoles found) {
  return DescriptionAdder(layers, std::move(found)).add();
}

}  // namespace entente
