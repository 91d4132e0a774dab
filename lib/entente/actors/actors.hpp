// The layer of actors: every mention of an actor, and one entry per actor.
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
// The gender of a person, as far as the text shows it.
enum class ActorGender : std::uint8_t { Unknown, Feminine, Masculine };

// How a mention names its actor.
enum class MentionForm : std::uint8_t {
  Name,         // "Xi Jinping"
  Adjective,    // "Russian" (aggression)
  Metonym,      // "the Kremlin" (said), "Beijing" (fears)
  Description,  // "the Chinese president"
  Pronoun,      // "he"
};

// One place in the text that refers to an actor.
struct Mention {
  Span tokens;          // the whole phrase: "the Belarusian ruler Alexander Lukashenko"
  TokenId head = None;  // the token of the phrase that depends on a word outside it
  Span name;            // the tokens of the name inside it; empty for descriptions and pronouns
  MentionForm form = MentionForm::Name;
  ActorId actor = None;
  MentionId antecedent = None;  // the earlier mention that decided the actor, if any
  std::string reason;           // why it is this actor: "surname of Xi Jinping"
  // For a description or pronoun: the probability, according to the learned links, that it means this actor. 1 for
  // names, for the first mention of an actor, and where the model has no links.
  float confidence = 1.0F;
};

// An office or tie that a mention states: "China's President Xi Jinping" → office "president", of China.
struct Title {
  MentionId holder = None;
  MentionId of = None;  // the country or organisation, or None where the text does not say it
  Span tokens;          // the words of the office
  std::string office;   // "president": a key of data/lexicon/offices.tsv
  bool former = false;  // no longer held: "former president"
};

// Votes for each kind (by ActorKind) of a name, by source, summed over all mentions of the name.
struct KindVotes {
  std::array<float, 6> tagger{};    // certainty of the name tagger
  std::array<float, 6> mentions{};  // probability that the mention model gives
  std::array<float, 6> words{};     // weights of the words in the name: "University", a given name
};

// How the kind of a name was decided that is not in the lexicon.
struct KindDecision {
  std::string name;
  KindVotes votes;
  ActorKind kind = ActorKind::Other;  // at its last mention
  std::string reason;                 // what overruled the votes, if anything: "surname of a person of the article"
};

// One actor of an article.
struct ActorEntry {
  std::string id;    // slug, unique in the article: "xi-jinping"
  std::string name;  // the best name: "Xi Jinping"
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  std::vector<std::string> aliases;  // other names as the text has them, sorted, without name
  std::string description;           // "President of China"; may be empty
  std::string country;               // id of the country that the text connects it with; may be empty
  std::string known_country;         // for a leader in the lexicon: the country's name; may be empty
  float salience = 0.0F;             // prominence, 0 to 1; the sum over an article is about 1
  bool natural = false;              // a storm: it can be somewhere, but cannot act on anybody
  bool provisional = false;          // unnamed, an event or a thing: kept as an actor only if it has a relation
  bool doubtful = false;             // … and may not be an actor at all: its relations need a higher confidence
  bool party = false;                // a political party
  bool company = false;              // a firm
  bool private_body = false;         // a firm, a club, a newspaper: in its country, and no part of it
  std::vector<MentionId> mentions;   // in text order
};

// The layer: all mentions of an article and the actors they refer to.
struct Actors {
  std::vector<Mention> mentions;   // in text order (begin, then longer first); they may nest
  std::vector<ActorEntry> actors;  // in order of first mention
  std::vector<Title> titles;
  std::vector<KindDecision> kind_decisions;  // by name
  // For each token: the mention that it heads, or None.
  std::vector<MentionId> by_head;
};

inline constexpr std::size_t ActorKindCount = static_cast<std::size_t>(ActorKind::Other) + 1;
// "person", "country", "organisation", "place", "group", "other".
ENTENTE_EXPORT std::string_view actor_kind_name(ActorKind kind);
// "name", "adjective", "metonym", "description", "pronoun".
ENTENTE_EXPORT std::string_view mention_form_name(MentionForm form);

}  // namespace entente
