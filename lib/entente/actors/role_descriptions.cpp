// Roles that no name bears become mentions of their own: "the Afghan government", "the president".
#include <algorithm>

#include <entente/actors/draft.hpp>

namespace entente {

namespace {

class DescriptionAdder {
 public:
  DescriptionAdder(const Layers& layers, Drafts& drafts) : layers_(layers), drafts_(drafts) {}

  void add() {
    std::vector<MentionDraft> added;
    for (std::uint32_t r = 0; r < drafts_.roles.size(); ++r) {
      const Role& role = drafts_.roles[r];
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
  }

 private:
  std::string_view form(TokenId t) const { return layers_.form(t); }

  bool describes(const Role& role) const {
    if (role.kind != nullptr && (role.kind->form == KindForm::Stands || role.kind->form == KindForm::Arm)) {
      return true;
    }
    return role.definite && drafts_.by_head[role.head] == None;
  }

  // "the Afghan government", "Russian forces", "the regime in Pyongyang"
  void stand_for_country(const Role& role, MentionDraft& draft) const {
    if (role.kind == nullptr || (role.kind->form != KindForm::Stands && role.kind->form != KindForm::Arm)) {
      return;
    }
    if ((role.kind->form == KindForm::Arm && !role.definite) || changes_hands(role)) {
      return;
    }
    if (role.determiner != None && (form(role.determiner) == "no" || form(role.determiner) == "any")) {
      return;
    }
    DraftId land = None;
    for (const DraftId d : role.of) {
      const MentionDraft& of = drafts_.drafts[d];
      const bool country = of.entry != None && layers_.world.entries[of.entry].kind == ActorKind::Country;
      const bool body =
          of.kind == ActorKind::Organisation && of.form == MentionForm::Name && of.tokens.end == role.tokens.begin;
      if ((country || body) && land == None) {
        land = d;
      } else if (country && drafts_.drafts[land].entry != of.entry) {
        return;  // "the Russian-Ukrainian forces"
      }
    }
    if (land != None) {
      draft.entry = drafts_.drafts[land].entry;
      draft.antecedent = land;
      draft.kind = drafts_.drafts[land].kind == ActorKind::Place ? ActorKind::Country : drafts_.drafts[land].kind;
    }
  }

  // "sold Taiwan jets": not what Taiwan does with its jets.
  bool changes_hands(const Role& role) const {
    const Deprel d = layers_.deprel(role.head);
    const bool object = (d == Deprel::Obj || d == Deprel::NsubjPass) && role.determiner == None;
    return object && layers_.world.name_word(layers_.lemma(layers_.head(role.head))).transfer;
  }

  // Puts the descriptions among the names, in text order, and turns all indices that point at drafts.
  void insert(const std::vector<MentionDraft>& added) {
    const std::size_t old = drafts_.drafts.size();
    std::vector<MentionDraft> all = std::move(drafts_.drafts);
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
    drafts_.drafts.clear();
    for (const DraftId d : order) {
      drafts_.drafts.push_back(std::move(all[d]));
    }
    turn(turned);
    for (DraftId a = 0; a < added.size(); ++a) {
      const DraftId d = turned[old + a];
      if (drafts_.by_head[drafts_.drafts[d].head] == None) {
        drafts_.by_head[drafts_.drafts[d].head] = d;
      }
    }
  }

  void turn(const std::vector<DraftId>& turned) {
    const auto one = [&](DraftId& d) { d = d == None ? None : turned[d]; };
    for (DraftId& d : drafts_.by_head) {
      one(d);
    }
    for (DraftId& d : drafts_.name_of) {
      one(d);
    }
    for (MentionDraft& draft : drafts_.drafts) {
      one(draft.antecedent);
    }
    for (Role& role : drafts_.roles) {
      one(role.bearer);
      for (DraftId& d : role.of) {
        one(d);
      }
    }
  }

  const Layers& layers_;
  Drafts& drafts_;
};

}  // namespace

void add_descriptions(const Layers& layers, Drafts& drafts) { DescriptionAdder(layers, drafts).add(); }

}  // namespace entente
