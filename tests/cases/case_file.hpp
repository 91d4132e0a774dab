// Cases: a few sentences, and what entente must and must not find in them. Adding one needs no C++.
//
// Two forms, in tests/cases/<topic>/:
//
// 1. <name>.txt and <name>.expect beside it: the text, and one expectation per line. Leading lines of the text such
//    as "# date: 2023-03-18" are directives: date, title, format (text, markdown, html).
//
// 2. <name>.cases: many small cases in one file, with a blank line between them:
//
//      # What follows "# " is a comment; a directive before the first case ("# date: 2023-03-18") holds for all.
//
//      ## a planned trip
//      # date: 2023-03-18
//      > Xi Jinping will travel to Moscow next week. He is to
//      > meet Vladimir Putin.
//      actor Xi Jinping person
//      Xi Jinping -visits-> Russia | Moscow planned
//      todo Xi -meets-> Putin planned
//
//    The lines of "> " are joined by spaces; a lone ">" begins a new paragraph.
//
// Expectations, one per line. An actor is named by any of its names: its id, name, aliases, or the words of one of
// its mentions, whatever their case and with or without "the". "he#2" is the second mention that reads "he".
//
//   actor NAME [KIND]             someone of that name is found (person, country, organisation, place, group, other)
//   no-actor NAME                 nobody of that name is
//   actors A | B | C              these are found, and nobody else
//   same A | B [| C …]            the names stand for one actor
//   not-same A | B [| C …]        the names stand for actors that are all different
//   A -TYPE-> B [STATUS] [FIELD: VALUE …]
//                                 a relation is found. Both ends and TYPE may list alternatives ("A | B",
//                                 "meets|visits"); TYPE "*" is any. Symmetric types match both ways round. Without
//                                 STATUS (asserted, planned, possible, requested, negated, ended) every status but
//                                 negated and ended will do. Fields: speaker (a name, or "none"), predicate, time (as
//                                 written), from, to (dates), evidence (words of the sentence).
//   not A -TYPE-> B [STATUS] …    no such relation; without STATUS, whatever its status
//   pair A | B                    some relation between the two, of any type, direction and status
//   no-pair A | B                 none at all
//   no-relations                  the text gives no relation
//   title A | OFFICE [| OF]       A is said to hold that office (the lexicon's key) of OF ("-": of nobody)
//   description A: WORDS          what the graph says about A under its name
//   gender A feminine|masculine|unknown
//   headline: WORDS               the title that the reader found
//
// "todo " before an expectation says that it is known to fail: it is run and counted, and does not fail the test. When
// it begins to pass the runner says so and fails, so that the mark is taken away.
#pragma once

#include <string>
#include <vector>

namespace entente::cases {

struct Expectation {
  int line = 0;
  bool todo = false;
  std::string text;  // without "todo "
};

struct Case {
  std::string file;
  int line = 0;
  std::string name;
  std::string text;
  std::string date;
  std::string title;
  std::string format = "text";
  std::vector<Expectation> expectations;
};

// The cases of one .cases file, or the one case of a .txt file. Throws Error (NotFound, BadFormat) with path and line.
std::vector<Case> load_cases(const std::string& path);
// Reads the content of a .cases file; `path` names it in errors.
std::vector<Case> parse_cases(const std::string& content, const std::string& path);
// Reads a .txt file and its .expect file.
Case parse_text_case(const std::string& text, const std::string& expect, const std::string& path);
// All .cases and .txt files below a folder, sorted by path; a file is itself.
std::vector<std::string> find_case_files(const std::string& path);

std::string trimmed(const std::string& text);

}  // namespace entente::cases
