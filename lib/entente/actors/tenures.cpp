#include <algorithm>
#include <set>
#include <tuple>

#include <entente/actors/draft.hpp>

namespace entente {

namespace {

// Whether the office can be one of that kind of actor.
bool fits(const Office& office, const MentionDraft& of) {
  if (of.kind == ActorKind::Person) {
    return false;
  }
  switch (office.of) {
    case ActorKind::Organisation:
      return of.kind == ActorKind::Organisation || of.kind == ActorKind::Group || of.kind == ActorKind::Other;
    case ActorKind::Group:
      return of.kind == ActorKind::Organisation || of.kind == ActorKind::Group || of.kind == ActorKind::Country;
    case ActorKind::Place:
      return of.kind == ActorKind::Place || of.kind == ActorKind::Country;
    default:
      return true;
  }
}

// Of several names in the phrase the one that the office is held for: the best of the wanted kind, the nearest first.
DraftId choose_of(const Layers& layers, const Drafts& drafts, const Role& role) {
  const Office& office = layers.world.offices[role.office];
  DraftId best = None;
  int best_score = -1;
  for (const DraftId d : role.of) {
    const MentionDraft& of = drafts.drafts[d];
    if (of.cluster == None || !fits(office, of)) {
      continue;
    }
    int score = of.kind == office.of ? 2 : of.kind == ActorKind::Organisation ? 1 : 0;
    if (office.tie == OfficeTie::Member && of.form == MentionForm::Adjective) {
      score = -1;  // "a German journalist" is no member of Germany
    }
    if (score > best_score) {
      best = d;
      best_score = score;
    }
  }
  return best;
}

// "Prime Minister Roe said … Roe resigned as prime minister": whoever left an office holds it nowhere in the article.
void end_what_was_left(Drafts& drafts) {
  const auto cluster = [&](DraftId d) { return d == None ? None : drafts.drafts[d].cluster; };
  std::set<std::tuple<ClusterId, OfficeId>> left;
  for (const Tenure& tenure : drafts.tenures) {
    if (tenure.left) {
      left.emplace(cluster(tenure.holder), tenure.office);
    }
  }
  for (Tenure& tenure : drafts.tenures) {
    tenure.former = tenure.former || left.contains({cluster(tenure.holder), tenure.office});
  }
}

}  // namespace

void find_tenures(const Layers& layers, Drafts& drafts) {
  drafts.tenures.clear();
  for (Role& role : drafts.roles) {
    if (role.tie == RoleTie::Copula && role.bearer == None && role.subject != None) {  // "She is the mayor of Paris."
      const DraftId subject = drafts.by_head[role.subject];
      role.bearer = subject != None && drafts.drafts[subject].kind == ActorKind::Person ? subject : None;
    }
    if (role.office == None || role.bearer == None || role.plural || drafts.drafts[role.bearer].cluster == None) {
      continue;
    }
    drafts.tenures.push_back(
        {role.bearer, choose_of(layers, drafts, role), role.tokens, role.office, role.head, role.former, role.left});
  }
  // a description that is somebody by itself ("the Chinese president") tells an office too
  for (DraftId d = 0; d < drafts.drafts.size(); ++d) {
    const MentionDraft& draft = drafts.drafts[d];
    if (draft.form != MentionForm::Description || draft.role == None || draft.cluster == None) {
      continue;
    }
    const Role& role = drafts.roles[draft.role];
    if (role.office != None && role.bearer == None && !role.plural) {
      drafts.tenures.push_back(
          {d, choose_of(layers, drafts, role), role.tokens, role.office, role.head, role.former, role.left});
    }
  }
  end_what_was_left(drafts);
  std::stable_sort(drafts.tenures.begin(), drafts.tenures.end(),
                   [](const Tenure& a, const Tenure& b) { return a.tokens.begin < b.tokens.begin; });
}

}  // namespace entente
