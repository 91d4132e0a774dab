// Which mentions refer to the same actor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

// The mentions of one actor.
struct Cluster {
  ActorKind kind = ActorKind::Other;
  EntryId entry = None;
  ActorGender gender = ActorGender::Unknown;
  ActorGender guess = ActorGender::Unknown;  // from a single name that may be a given name or a surname
  Classes classes;
  std::vector<DraftId> drafts;     // in text order
  std::vector<std::string> words;  // folded words of the best name
  Span best;                       // tokens of the best name
  float unnamed = 0.0F;            // probability that a description without a name is an actor
  std::string_view called;         // the name that the user's file gives it, owned by World; may be empty
};

struct Coreference {
  MentionDrafts mentions;
  std::vector<Cluster> clusters;

  // The cluster of a mention that has one.
  Cluster& cluster_of(DraftId d) { return clusters[mentions[d].cluster]; }
  const Cluster& cluster_of(DraftId d) const { return clusters[mentions[d].cluster]; }
};

// Fills the lists of mentions of the clusters. A description that stands for a name ("the Afghan government") gets the
// cluster of that name.
Coreference list_mentions(Coreference coref);

// The country that the text is about: mentioned at least twice, and at least twice as often as any other. None if there
// is no such country.
ClusterId main_country(const std::vector<Cluster>& clusters);

}  // namespace entente
