// A small stage for this room's tests: annotated sentences whose names are the actors, and one-line dumps of findings.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/arguments.hpp>
#include <entente/relations/belonging.hpp>
#include <entente/relations/frames.hpp>
#include <entente/relations/governors.hpp>
#include <entente/relations/reader.hpp>
#include <entente/relations/time.hpp>

#include "notation.hpp"

namespace entente::test {

struct Scene {
  Annotated text;
  Actors actors;
};

// One actor for each different name; its id is the name in small letters, without spaces and dots. A nationality is
// the country of that adjective ("russian").
Scene scene(std::string_view notation, std::string_view date = "");

// "xi -visits-> russia planned": asserted is left unsaid; findings are joined by "; ".
std::string findings_of(const Scene& scene, const RelationReader& reader);
// The same with the speaker and the time: "xi -visits-> russia planned [putin] (2023-03-20)".
std::string full_findings_of(const Scene& scene, const RelationReader& reader);

// The reader of the shipped lexicon, built once.
const RelationReader& shipped_reader();

// What is found in annotated sentences, as findings_of and full_findings_of write it.
struct FindingsRow {
  const char* text;
  const char* found;
};
void check_findings(std::initializer_list<FindingsRow> rows);
void check_full_findings(std::initializer_list<FindingsRow> rows);

// ── one stage alone ──────────────────────────────────────────────────────────────────────────────────────────────────

// The lexicons of this room, with rows of the user's.
struct Lexicons {
  explicit Lexicons(std::string_view user_relations = "");
  // The first frame of a verb or noun, which is the user's where there is one.
  const Frame& frame(std::string_view anchor) const;

  RelationTypes types;
  PredicateLexicon predicates;
  StatusWords status_words;
  TimeWords time_words;
  Governors governors;
  BelongingWords belonging;
};
// Those that ship, built once.
const Lexicons& shipped_lexicons();

// A scene as the stages of this room read it, with one-line dumps of what they return.
struct SceneReading {
  explicit SceneReading(std::string_view notation, std::string_view date = "",
                        const Lexicons& lexicons = shipped_lexicons());
  SceneReading(const SceneReading&) = delete;
  SceneReading& operator=(const SceneReading&) = delete;

  TokenId at(std::string_view form, int n = 1) const { return token(scene.text.document, form, n); }
  std::string form(TokenId t) const { return t == None ? "-" : std::string(scene.text.document.form(t)); }
  std::string id(MentionId m) const { return scene.actors.actors[scene.actors.mentions[m].actor].id; }
  // "Roe (direct), Doe (conjunct)"
  std::string dump(const Arguments& arguments) const;
  // "roe (direct), norland (direct, standing)"
  std::string dump(const Fillers& fillers) const;
  // "roe -visits-> norland; doe -meets-> roe"
  std::string dump(const std::vector<Match>& matches) const;

  const Lexicons& lexicons;
  Scene scene;
  Reading reading;
};

}  // namespace entente::test
