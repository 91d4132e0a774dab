// A small stage for this room's tests: annotated sentences whose names are the actors, and one-line dumps of findings.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include <entente/actors/actors.hpp>
#include <entente/relations/reader.hpp>

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

}  // namespace entente::test
