// Mentions while they are being found and merged: what the stages inside this room hand to each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/actors/world.hpp>
#include <entente/mentions/links.hpp>
#include <entente/mentions/readings.hpp>
#include <entente/names/names.hpp>
#include <entente/syntax/sentence_view.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

using DraftId = std::uint32_t;    // index into Drafts::drafts
using ClusterId = std::uint32_t;  // index into Drafts::clusters

// The layers that came before, with the questions that this room asks them.
struct Layers : SentenceView {
  const Names& names;
  const Readings& readings;
  const World& world;
  std::vector<std::uint8_t> shouting{};   // one per sentence: it is written in capitals
  std::vector<std::uint8_t> of_actors{};  // one per sentence: it is prose, no credit or byline

  bool is_noun(TokenId t) const { return upos(t) == Upos::Noun || upos(t) == Upos::Propn; }
  bool is_plural(TokenId t) const { return features(t).number == Number::Plural; }
  // The preposition (or "'s") that t hangs by, or None.
  TokenId case_of(TokenId t) const { return child(t, Deprel::Case); }
};

enum class RoleTie : std::uint8_t {
  Free,        // "the Chinese president said"
  Title,       // "Chinese President Xi Jinping"
  Apposition,  // "Tim Cook, chief executive of Apple"
  Copula,      // "Merkel is the chancellor"
};

// Words of an office or of a kind with what stands around them: "China's top foreign policy leader".
struct Role {
  Span phrase;  // all of it
  RoleTie tie = RoleTie::Free;
  DraftId bearer = None;   // whose role it is, where the sentence says so
  TokenId subject = None;  // of a copula: the token that the bearer, or a pronoun, stands at
  Span tokens;             // the words of the office itself: "foreign policy leader"
  TokenId head = None;     // "leader"
  OfficeId office = None;  // None for words of a kind
  const KindWord* kind = nullptr;
  std::vector<DraftId> of;    // mentions inside that say of whom: "China"
  TokenId determiner = None;  // "the", "a", "his"
  bool definite = false;      // "the", a possessive, or a nationality without "a"
  bool possessive_pronoun = false;
  bool former = false;
  bool left = false;  // the text tells that it was given up or taken away: "resigned as"
  bool plural = false;
};

struct MentionDraft {
  Span tokens;
  TokenId head = None;
  Span name;
  MentionForm form = MentionForm::Name;
  ActorKind kind = ActorKind::Other;
  float certainty = 0.5F;  // of the kind
  EntryId entry = None;    // what the lexicon says it is
  EntryId city = None;     // of a capital: the place, where `entry` is the power
  UseForm use = UseForm::Name;
  ActorGender gender = ActorGender::Unknown;
  bool plural = false;
  bool tagged = false;         // seen by the trained tagger
  bool tagged_person = false;  // as a person
  bool guessed = false;        // of a description: given to the last of its kind
  bool storm = false;          // "Hurricane Ian"
  Classes classes;             // what kind words say of it: "the airline Spicejet"
  std::uint32_t role = None;   // of a description: index into Drafts::roles
  ClusterId cluster = None;
  DraftId antecedent = None;
  std::string reason;
  float confidence = 1.0F;  // as in Mention
};

// One actor in the making.
struct Cluster {
  ActorKind kind = ActorKind::Other;
  EntryId entry = None;
  ActorGender gender = ActorGender::Unknown;
  ActorGender guess = ActorGender::Unknown;  // what a single name tells that may be given name or surname
  Classes classes;
  std::vector<DraftId> drafts;     // in text order
  std::vector<std::string> words;  // folded words of the best name
  Span best;                       // tokens of the best name
  float unnamed = 0.0F;            // probability that a description without a name is an actor
  std::string_view called;         // by the user (of World)
};

// An office that the text gives to an actor.
struct Tenure {
  DraftId holder = None;
  DraftId of = None;
  Span tokens;
  OfficeId office = None;
  TokenId head = None;
  bool former = false;
  bool left = false;  // the text tells that it was given up or taken away
};

struct Drafts {
  std::vector<MentionDraft> drafts;  // in text order
  std::vector<Role> roles;
  std::vector<Cluster> clusters;
  std::vector<Tenure> tenures;
  std::vector<KindDecision> kind_decisions;
  std::vector<DraftId> by_head;  // one per token
  std::vector<DraftId> name_of;  // one per token: the name that covers it, or None

  // The name that covers t, or None; None for None.
  DraftId name_at(TokenId t) const { return t == None ? None : name_of[t]; }
  Cluster& cluster_of(DraftId d) { return clusters[drafts[d].cluster]; }
  const Cluster& cluster_of(DraftId d) const { return clusters[drafts[d].cluster]; }
};

// Looks at every sentence once: which ones shout, which ones are credits.
Layers layers_of(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                 const Readings& readings, const World& world);

// The confidence of each description and pronoun (link_confidence.cpp).
void weigh_links(const Layers& layers, Links& links, Drafts& drafts);
// The names of the text, from the tagger and the lexicon (names.cpp). Sorted, never overlapping but for nationality
// inside a longer name.
void find_names(const Layers& layers, Drafts& drafts);
// The words of office and kind, and the phrases that they make with names (roles.cpp).
void find_roles(const Layers& layers, Drafts& drafts);
// Which of them are held no longer (left_offices.cpp); find_roles calls it.
void find_left_offices(const Layers& layers, Drafts& drafts);
// The mentions that roles without a name beside them are (role_descriptions.cpp); find_roles ends with it.
void add_descriptions(const Layers& layers, Drafts& drafts);
// Which capitals and seats of power stand for a country (place_or_power.cpp).
void tell_power_from_place(const Layers& layers, Drafts& drafts);
// One cluster per actor that has a name (merge_names.cpp).
void merge_names(const Layers& layers, Drafts& drafts);
// Clusters that are one by the user's word; merge_names ends with it (same_names.cpp).
void join_same_names(const Layers& layers, Drafts& drafts);
// Who holds which office (tenures.cpp).
void find_tenures(const Layers& layers, Drafts& drafts);
// The country that the text is about: named more than once, and twice as often as any other; None where there is none.
ClusterId main_country(const Drafts& drafts);
// Of which country a title is that names none (countries_of_titles.cpp).
void find_countries_of_titles(const Layers& layers, Drafts& drafts);
// "the Chinese president", "the company" (descriptions.cpp).
void resolve_descriptions(const Layers& layers, Drafts& drafts);
// "the pope" after "Pope Leo" (titled_descriptions.cpp).
void read_titles_alone(const Layers& layers, Drafts& drafts);
// "the couple", "the former", "the two presidents" (pairs.cpp).
void read_pairs(const Layers& layers, Drafts& drafts);
// "the rebels", "the coastal town": what the trained layers take for mentions, and whom they link them with
// (linked_descriptions.cpp).
void link_descriptions(const Layers& layers, Links& links, Drafts& drafts);
// "Norton was a businessman", "the homeopath": after the pronouns, which may be what is said of (nominals.cpp).
void resolve_nominals(const Layers& layers, Drafts& drafts);
// All of the above but the last in order: what pronouns are resolved against.
Drafts draft_actors(const Layers& layers, Links& links);
// The layer that users see (entries.cpp).
Actors make_entries(const Layers& layers, Drafts& drafts);

}  // namespace entente
