// Who is mentioned, and who is who: every mention of an actor, and one entry per actor.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/export.hpp>

namespace entente::inline v0_1 {

// What an actor is.
enum class ActorKind : std::uint8_t { Person, Country, Organisation, Place, Group, Other };
// What the text says of a person's gender.
enum class ActorGender : std::uint8_t { Unknown, Feminine, Masculine };

// How a mention names its actor.
enum class MentionForm : std::uint8_t {
  Name,         // "Xi Jinping"
  Adjective,    // "Russian" (aggression)
  Metonym,      // "the Kremlin" (said), "Beijing" (fears)
  Description,  // "the Chinese president"
  Pronoun,      // "he"
};

// One place that names or means an actor.
struct Mention {
  Span tokens;          // the whole phrase: "the Belarusian ruler Alexander Lukashenko"
  TokenId head = None;  // the token of the phrase that depends on a word outside it
  Span name;            // the tokens of the name inside it; empty for descriptions and pronouns
  MentionForm form = MentionForm::Name;
  ActorId actor = None;
  MentionId antecedent = None;  // the mention that it was merged with, where there was one
  std::string reason;           // why it is this actor: "surname of Xi Jinping", "he ← last masculine subject"
  // Of a description or pronoun: the probability that the learned links give to this actor. 1 for names, for the first
  // mention of an actor, and where the model has no links.
  float confidence = 1.0F;
};

// An office or tie that the mention itself states: "China's President Xi Jinping" → office "President", of China.
struct Title {
  MentionId holder = None;
  MentionId of = None;  // the country or organisation, where the text says so; else None
  Span tokens;          // the words of the office
  std::string office;   // "president": key into the lexicon of offices
  bool former = false;  // "former president": held once and no longer
};

// What each source says of the kind of a name, added over all places where the name stands; by ActorKind.
struct KindVotes {
  std::array<float, 6> tagger{};  // certainty of the tagger of names
  std::array<float, 6> layer{};   // probability of the layer of mentions
  std::array<float, 6> words{};   // weights of the words of the name itself: "University", a given name
};

// How the kind of a name that the lexicon does not know was decided.
struct KindDecision {
  std::string name;
  KindVotes votes;
  ActorKind kind = ActorKind::Other;  // of the last place where it stands
  std::string reason;                 // what overruled the votes: "surname of a person of the article"; may be empty
};

// One actor of an article.
struct ActorEntry {
  std::string id;    // slug, unique in the article: "xi-jinping"
  std::string name;  // the best name: "Xi Jinping"
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  std::vector<std::string> aliases;  // other names as the text has them, sorted, without name
  std::string description;           // "President of China"; may be empty
  std::string country;               // slug of the country that the text gives it; may be empty
  std::string known_country;         // name of the country that a known leader leads or has led; may be empty
  float salience = 0.0F;             // 0 to 1; all of an article sum to about 1
  bool natural = false;              // a storm: it is somewhere, but does nothing to anybody
  bool provisional = false;          // without a name, or an event or a thing: an actor only where a relation names it
  bool doubtful = false;             // … and may not be an actor at all: its relations must be surer
  bool party = false;                // a political party
  bool company = false;              // a firm
  bool private_body = false;         // a firm, a club, a newspaper: in its country, and no part of it
  std::vector<MentionId> mentions;   // in text order
};

// The layer: all mentions of an article, and who they are.
struct Actors {
  std::vector<Mention> mentions;   // in text order (begin, then longer first); they may nest
  std::vector<ActorEntry> actors;  // in order of first mention
  std::vector<Title> titles;
  std::vector<KindDecision> kind_decisions;  // by name
  // The mention whose head is token t, or None; one per token.
  std::vector<MentionId> by_head;
};

// "person", "country", "organisation", "place", "group", "other".
ENTENTE_EXPORT std::string_view actor_kind_name(ActorKind kind);
// "name", "adjective", "metonym", "description", "pronoun".
ENTENTE_EXPORT std::string_view mention_form_name(MentionForm form);

}  // namespace entente
