// What the pipeline found in one case, as plain words, and whether an expectation holds for it.
#pragma once

#include <string>
#include <vector>

namespace entente::cases {

struct FoundActor {
  std::string id;
  std::string name;
  std::string kind;
  std::string gender;
  std::string description;
  std::vector<std::string> aliases;
};

struct FoundMention {
  std::string words;       // "the Chinese president Xi Jinping"
  std::string name_words;  // "Xi Jinping"; may be empty
  std::string actor;       // id
};

struct FoundRelation {
  std::string source;  // id
  std::string type;
  std::string target;  // id
  bool symmetric = false;
  std::string status;
  std::string speaker;  // id, or empty
  std::string predicate;
  std::string time;  // as written
  std::string from;
  std::string to;
  std::string evidence;  // the sentences
};

struct FoundTitle {
  std::string holder;  // id
  std::string office;
  std::string of;  // id, or empty
};

struct Found {
  std::string headline;
  std::vector<FoundActor> actors;
  std::vector<FoundMention> mentions;  // in text order
  std::vector<FoundRelation> relations;
  std::vector<FoundTitle> titles;
};

// "" where the expectation (case_file.hpp lists the forms) holds; else what is wrong, in one line.
std::string check(const Found& found, const std::string& expectation);
// The actors and relations in a few lines, for the report of a failed case.
std::string describe(const Found& found);

}  // namespace entente::cases
