#include <entente/actors/link_confidence.hpp>

#include <algorithm>

#include <entente/actors/link_shares.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_linked(const MentionDraft& draft) {
  return draft.form == MentionForm::Description || draft.form == MentionForm::Pronoun;
}

std::vector<DraftId> in_text_order(const MentionDrafts& drafts) {
  std::vector<DraftId> order;
  for (DraftId d = 0; d < drafts.size(); ++d) {
    if (drafts[d].cluster != None && drafts[d].head != None) {
      order.push_back(d);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](DraftId a, DraftId b) { return drafts[a].head < drafts[b].head; });
  return order;
}

float share_of(ClusterId cluster, const std::vector<LinkShare>& shares) {
  const auto own =
      std::find_if(shares.begin(), shares.end(), [&](const LinkShare& it) { return it.cluster == cluster; });
  return own == shares.end() ? 0.0F : own->share;
}

}  // namespace

Coreference add_link_confidence(const Layers& layers, Links& links, Coreference coref) {
  if (links.empty()) {
    return coref;
  }
  std::vector<Spot> before;
  SentenceId s = 0;
  for (const DraftId d : in_text_order(coref.mentions)) {
    MentionDraft& draft = coref.mentions[d];
    while (draft.head >= layers.document.sentences[s].tokens.end) {
      ++s;
    }
    const bool first = draft.cluster != None && coref.clusters[draft.cluster].drafts.front() == d;
    if (is_linked(draft) && !first) {
      draft.confidence = share_of(draft.cluster, link_shares(links, draft.head, link_form(draft.form), s, before));
    }
    before.push_back({draft.head, d, draft.cluster, s, draft.form, false, draft.plural, false});
  }
  return coref;
}

}  // namespace entente
