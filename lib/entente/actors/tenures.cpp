#include <entente/actors/tenures.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::inline v0_1 {

namespace {

// Can the office be held for that kind of actor?
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

// The name in the phrase that the office is held for: preferably of the office's kind, then the nearest.
DraftId choose_of(const Layers& layers, const MentionDrafts& mentions, const Role& role) {
  const Office& office = layers.world.offices[role.office];
  DraftId best = None;
  int best_score = -1;
  for (const DraftId d : role.of) {
    const MentionDraft& of = mentions[d];
    if (of.cluster == None || !fits(office, of)) {
      continue;
    }
    int score = of.kind == office.of ? 2 : of.kind == ActorKind::Organisation ? 1 : 0;
    if (office.tie == OfficeTie::Member && of.form == MentionForm::Adjective) {
      score = -1;  // "a German journalist" is not a member of Germany
    }
    if (score > best_score) {
      best = d;
      best_score = score;
    }
  }
  return best;
}

// "Prime Minister Roe said … Roe resigned as prime minister": an office that was given up is former in the whole
// article.
void end_what_was_left(const Coreference& coref, std::vector<Tenure>& tenures) {
  const auto cluster = [&](DraftId d) { return d == None ? None : coref.mentions[d].cluster; };
  std::set<std::tuple<ClusterId, OfficeId>> given_up;
  for (const Tenure& tenure : tenures) {
    if (tenure.given_up) {
      given_up.emplace(cluster(tenure.holder), tenure.office);
    }
  }
  for (Tenure& tenure : tenures) {
    tenure.former = tenure.former || given_up.contains({cluster(tenure.holder), tenure.office});
  }
}

}  // namespace

std::vector<Tenure> find_tenures(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles) {
  std::vector<Tenure> tenures;
  const auto add = [&](DraftId holder, const Role& role) {
    tenures.push_back({holder, choose_of(layers, coref.mentions, role), role.tokens, role.office, role.head,
                       role.former, role.given_up});
  };
  for (const Role& role : roles) {
    const bool held = role.office != None && role.bearer != None && !role.plural;
    if (held && coref.mentions[role.bearer].cluster != None) {
      add(role.bearer, role);
    }
  }
  // a description that is an actor of its own ("the Chinese president") holds an office too
  for (DraftId d = 0; d < coref.mentions.size(); ++d) {
    const MentionDraft& draft = coref.mentions[d];
    if (draft.form != MentionForm::Description || draft.role == None || draft.cluster == None) {
      continue;
    }
    const Role& role = roles[draft.role];
    if (role.office != None && role.bearer == None && !role.plural) {
      add(d, role);
    }
  }
  end_what_was_left(coref, tenures);
  std::stable_sort(tenures.begin(), tenures.end(),
                   [](const Tenure& a, const Tenure& b) { return a.tokens.begin < b.tokens.begin; });
  return tenures;
}

}  // namespace entente
