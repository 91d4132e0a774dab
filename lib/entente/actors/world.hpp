// World knowledge: what data/lexicon and the user's file say about names, offices and kinds of actors.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/actors/phrase_table.hpp>
#include <entente/actors/pronoun_features.hpp>
#include <entente/actors/word_table.hpp>
#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

using EntryId = std::uint32_t;   // index into World::entries
using OfficeId = std::uint32_t;  // index into World::offices
using Classes = std::bitset<128>;

// Someone or something that the lexicons name.
struct WorldEntry {
  std::string_view name;
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  Classes classes{};       // "bloc", "company", "city": nouns that may describe it
  EntryId country = None;  // the country it belongs to, if any
  bool region = false;     // a continent, a sea, a part of a country
  bool user = false;       // the user's own entry
};

enum class UseForm : std::uint8_t {
  Name,
  Adjective,   // "Russian"
  Citizen,     // "a Frenchman"
  People,      // "Russians", "the French"
  Capital,     // "Moscow" for Russia
  Seat,        // "the Kremlin" for Russia
  ActingSeat,  // "Whitehall" for the United Kingdom, but only where it acts
  Person,      // the name of a known person; evidence for the kind only
  NoActor,     // "Cold War": a name that does not refer to an actor
};

// Whether a name counts everywhere, only after another name of the same actor, or only where the tagger finds a name.
enum class Trust : std::uint8_t { Sure, AfterAnother, IfTagged, User };

struct Use {
  EntryId entry = None;
  UseForm form = UseForm::Name;
  Trust trust = Trust::Sure;
  EntryId city = None;  // of a capital: the city itself, where `entry` is the country
};

enum class OfficeTie : std::uint8_t { Nothing, Leads, Represents, Member, Advises, Founds, Owns, Citizen };

// "president": a noun for a person, and the relation that the office implies.
struct Office {
  std::string_view name;
  ActorGender gender = ActorGender::Unknown;
  OfficeTie tie = OfficeTie::Nothing;
  ActorKind of = ActorKind::Other;  // kind of what the office is held for; Other: any
};

// The country that a person leads or has led, and in which offices.
struct KnownLeader {
  EntryId country = None;
  std::vector<OfficeId> offices;
};

// What a noun of kind_words.tsv means with a country before it.
enum class KindForm : std::uint8_t {
  Other,
  Part,    // a body of its own: "the Afghan company"
  Arm,     // the country, where it has one such body: "the Afghan army"
  Stands,  // the country itself: "the Afghan government"
};

// "company": a noun that can refer to an actor.
struct KindWord {
  ActorKind kind = ActorKind::Other;
  Classes classes;  // empty: any of the kind
  KindForm form = KindForm::Other;
};

// Roles of words in and around names; a word may have several.
struct NameWord {
  bool honorific = false;
  ActorGender gender = ActorGender::Unknown;  // of the honorific
  bool regal = false;                         // an honorific before a first name alone: "Pope Francis"
  bool particle = false;
  bool suffix = false;        // ends the name of a person: "Jr.", "III", "PhD"
  bool degree = false;        // a suffix that does not tell generations apart: "PhD"
  bool party_letter = false;  // "R" of "(R-Ohio)"
  bool organisation = false;
  bool strong_organisation = false;  // certain: "University"
  bool place = false;
  bool event = false;
  bool work = false;
  bool family_first = false;   // a family name that stands before the given name: "Kim"
  bool motion = false;         // lemmas of verbs and nouns of motion: "fly", "trip"
  bool place_object = false;   // lemmas of verbs whose object is a place: "leave"
  bool place_noun = false;     // nouns that belong to a city: "streets"
  bool speech = false;         // lemmas of verbs of saying
  bool weather = false;        // lemmas whose subject "it" refers to nothing: "rain", "seem"
  bool joint = false;          // joins the words of a name: "of"
  bool between_noun = false;   // lemmas of nouns for what two countries have with each other: "relationship"
  bool abstract = false;       // lemmas of nouns for acts and statements, never for actors: "charge"
  bool utterance = false;      // lemmas of nouns for texts that speak for their author: "statement"
  bool stance = false;         // lemmas of nouns for what governments express: "criticism"
  bool power_object = false;   // lemmas of verbs whose object is a government, not a place: "accuse"
  bool person_noun = false;    // nouns for what only persons have: "wife"
  bool bodily_verb = false;    // lemmas of physical actions of people: "walk"
  bool credit = false;         // a label of credits: "Author"
  bool learned = false;        // is followed by a field of study: "professor of"
  bool vague = false;          // lemmas of nouns too general to identify anyone: "man", "example"
  bool elsewhere = false;      // before a noun: it is not the one mentioned before: "other", "new"
  bool doubtful = false;       // with a predicate: it is denied or open: "not", "if"
  bool linking = false;        // lemmas of verbs with a predicate noun: "become"
  bool becoming = false;       // lemmas of verbs before an office that a person gets: "become", "elect"
  bool legal_form = false;     // ends the name of a firm: "Inc."
  bool trade = false;          // line of business at the end of a firm's full name: "Electronics"
  bool noble = false;          // a title that forms a name with a place: "Duke of Sussex"
  bool storm = false;          // stands before the name of a storm: "Hurricane Ian"
  bool ship = false;           // before the name of a ship: "USS"
  bool transfer = false;       // lemmas of verbs whose objects change hands: "sell"
  bool pair = false;           // lemmas of nouns for two persons: "couple"
  bool leaving = false;        // lemmas of verbs whose subject gives up an office: "resign"
  bool removing = false;       // lemmas of verbs whose object loses an office: "sack"
  bool with_particle = false;  // lemmas of `leaving` that need a particle: "step down"
  bool away = false;           // these particles: "down"
  bool language = false;       // lemmas before the name of a language: "in (German)", "speak (French)"
  bool to_place = false;       // prepositions that mark a place: "in"
  bool before_noble = false;   // words before a noble title that make it a rank without a name: "Crown Prince of"
  bool to_power = false;    // prepositions that mark a government rather than a place, whatever governs them: "against"
  bool of_stance = false;   // prepositions between a noun of `stance` and a government: "criticism from (Warsaw)"
  bool on_power = false;    // lemmas before "on" and a government: "pressure on (Moscow)"
  bool any_leader = false;  // offices that can mean a leader of any title: "ruler"
  bool former = false;      // adverbs and adjectives of an office that is no longer held: "former", "once", "then"
};

// Names of one actor according to the user's file.
struct SameNames {
  std::string_view name;  // what the actor is called
  std::vector<std::string_view> others;
};

// Immutable after construction; may serve many threads.
struct World {
  explicit World(const std::string& user_actors, const std::string& name = "actors file");

  std::vector<WorldEntry> entries;
  std::vector<Use> uses;  // what the phrases mean
  PhraseTable phrases;
  std::vector<Office> offices;
  WordTable<OfficeId> office_words{1024};  // by words in small letters: "foreign minister"
  std::vector<KnownLeader> leaders;
  WordTable<std::uint32_t> leader_names{512};  // by the person's name as it is written → index into leaders
  WordTable<KindWord> kind_words{256};         // by lemma or plural
  WordTable<ActorGender> given_names{6000};    // by the name as it is written
  WordTable<std::string_view> kin{64};         // nouns of kinship → the first noun of their row
  WordTable<NameWord> name_words{1024};        // by the word as it is written
  PronounWeights pronoun_weights{};
  WordTable<std::uint8_t> classes{128};  // "company" → its bit
  Classes crowds;                        // of organisations that consist of people: "militia", "club"
  Classes private_bodies;                // of organisations that are in a country, and no part of it: "newspaper"
  std::vector<SameNames> same_names;     // the user's

  const NameWord& name_word(std::string_view word) const;
  // The same noun for all that may denote the same relative: "daughter" → "child". Other nouns stay as they are.
  std::string_view same_noun(std::string_view lemma) const;
  bool is_kin(std::string_view noun) const { return kin.contains(noun); }
  // The gender of a given name; null where the word is not one.
  const ActorGender* given_name(std::string_view word) const { return given_names.find(word); }
  Classes classes_of(std::string_view names) const;  // of names divided by "|"; unknown names are skipped

 private:
  std::string user_text_;
};

}  // namespace entente
