// Who a mention refers to, according to the learned links: a share for each actor mentioned before it.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// A place in the text where an actor is mentioned.
struct Spot {
  TokenId token = None;
  DraftId draft = None;
  ClusterId cluster = None;
  SentenceId sentence = None;
  MentionForm form = MentionForm::Name;
  bool quoted = false;
  bool plural = false;
  bool full_name = false;
};

struct LinkShare {
  ClusterId cluster = None;
  DraftId draft = None;  // the latest mention of the actor
  float share = 0.0F;    // 0 to 1; the rest up to 1 is the probability that it means none of them
  bool plural = false;   // `draft` is plural
};

LinkForm link_form(MentionForm form);

// The shares of the actors of `before`, which is in text order, for the mention that token t of sentence s heads; the
// largest share first. Considers the last 80 places within 15 sentences.
std::vector<LinkShare> link_shares(Links& links, TokenId t, LinkForm form, SentenceId s, std::span<const Spot> before);

// The two actors that a plural mention refers to ("the two leaders", "both", "they"), if two clearly stand out.
std::optional<std::pair<LinkShare, LinkShare>> two_that_share(std::span<const LinkShare> shares,
                                                              const std::vector<Cluster>& clusters);

}  // namespace entente
