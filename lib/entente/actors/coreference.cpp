#include <entente/actors/coreference.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

Coreference list_mentions(Coreference coref) {
  for (Cluster& cluster : coref.clusters) {
    cluster.drafts.clear();
  }
  for (DraftId d = 0; d < coref.mentions.size(); ++d) {
    MentionDraft& draft = coref.mentions[d];
    if (draft.cluster == None && draft.form == MentionForm::Description && draft.antecedent != None) {
      draft.cluster = coref.mentions[draft.antecedent].cluster;
      draft.reason = "stands for the name before it";
    }
    if (draft.cluster != None) {
      coref.clusters[draft.cluster].drafts.push_back(d);
    }
  }
  return coref;
}

ClusterId main_country(const std::vector<Cluster>& clusters) {
  ClusterId main = None;
  std::size_t most = 1;
  std::size_t second = 0;
  for (ClusterId c = 0; c < clusters.size(); ++c) {
    const std::size_t count = clusters[c].kind == ActorKind::Country ? clusters[c].drafts.size() : 0;
    if (count > most) {
      second = main == None ? second : most;
      most = count;
      main = c;
    } else {
      second = std::max(second, count);
    }
  }
  return main != None && most >= 2 * second ? main : None;
}

}  // namespace entente
