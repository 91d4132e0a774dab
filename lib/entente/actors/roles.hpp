// Roles: nouns for an office or a kind, with the words that belong to them: "China's top foreign policy leader".
#pragma once

#include <cstdint>
#include <vector>

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

enum class RoleTie : std::uint8_t {
  Free,        // "the Chinese president said"
  Title,       // "Chinese President Xi Jinping"
  Apposition,  // "Tim Cook, chief executive of Apple"
  Copula,      // "Merkel is the chancellor"
};

struct Role {
  Span phrase;  // all of it
  RoleTie tie = RoleTie::Free;
  DraftId bearer = None;   // who has the role, if the sentence says so
  TokenId subject = None;  // of a copula: the token of the bearer, which may be a pronoun
  Span tokens;             // the words of the office itself: "foreign policy leader"
  TokenId head = None;     // "leader"
  OfficeId office = None;  // None for a kind
  const KindWord* kind = nullptr;
  std::vector<DraftId> of;    // mentions inside the phrase that the role belongs to: "China"
  TokenId determiner = None;  // "the", "a", "his"
  bool definite = false;      // "the", a possessive, or a nationality without "a"
  bool possessive_pronoun = false;
  bool former = false;
  bool given_up = false;  // the text says that the office was given up or taken away: "resigned as"
  bool plural = false;
};

struct MentionsAndRoles {
  MentionDrafts mentions;
  std::vector<Role> roles;  // in text order
};

// Reads the roles and attaches them to names. The phrase of a name with a title includes the title, and the name takes
// the gender and classes of its role.
MentionsAndRoles find_roles(const Layers& layers, MentionDrafts names);

// Sets the bearer of roles whose subject has been resolved since: "She is the mayor of Paris".
std::vector<Role> add_bearers(const MentionDrafts& mentions, std::vector<Role> roles);

}  // namespace entente
