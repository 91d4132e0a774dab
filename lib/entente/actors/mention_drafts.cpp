#include <entente/actors/mention_drafts.hpp>

#include <utility>

namespace entente::inline v0_1 {

DraftId MentionDrafts::add(MentionDraft draft) {
  const auto d = static_cast<DraftId>(drafts.size());
  if (by_head[draft.head] == None) {
    by_head[draft.head] = d;
  }
  drafts.push_back(std::move(draft));
  return d;
}

}  // namespace entente
