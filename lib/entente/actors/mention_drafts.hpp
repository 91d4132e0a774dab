// Mentions while the stages of this room work on them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/actors/world.hpp>
#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>

namespace entente::inline v0_1 {

using DraftId = std::uint32_t;    // index into MentionDrafts::drafts
using ClusterId = std::uint32_t;  // index into Coreference::clusters

struct MentionDraft {
  Span tokens;
  TokenId head = None;
  Span name;
  MentionForm form = MentionForm::Name;
  ActorKind kind = ActorKind::Other;
  float certainty = 0.5F;  // of the kind
  EntryId entry = None;    // what it is according to the lexicon
  EntryId city = None;     // of a capital whose `entry` is the country: the city
  UseForm use = UseForm::Name;
  ActorGender gender = ActorGender::Unknown;
  bool plural = false;
  bool tagged = false;         // found by the name tagger
  bool tagged_person = false;  // … as a person
  bool guessed = false;        // of a description: resolved to the last actor of its kind, for want of better evidence
  bool storm = false;          // "Hurricane Ian"
  Classes classes;             // from kind words beside it: "the airline Spicejet"
  std::uint32_t role = None;   // of a description: index into the roles
  ClusterId cluster = None;    // the actor; None until a stage decides it
  DraftId antecedent = None;
  std::string reason;
  float confidence = 1.0F;  // as in Mention
};

// The mentions of one article, and the tokens that they cover.
struct MentionDrafts {
  std::vector<MentionDraft> drafts;  // names and role descriptions in text order, then those of later stages
  std::vector<DraftId> by_head;      // for each token: the mention that it heads, or None
  std::vector<DraftId> name_of;      // for each token: the name that covers it, or None

  // The name that covers t, or None; None for None.
  DraftId name_at(TokenId t) const { return t == None ? None : name_of[t]; }

  // Appends a mention. Its head is registered for it unless it already heads another mention.
  DraftId add(MentionDraft draft);

  std::size_t size() const { return drafts.size(); }
  MentionDraft& operator[](DraftId d) { return drafts[d]; }
  const MentionDraft& operator[](DraftId d) const { return drafts[d]; }
  auto begin() { return drafts.begin(); }
  auto begin() const { return drafts.begin(); }
  auto end() { return drafts.end(); }
  auto end() const { return drafts.end(); }
};

}  // namespace entente
