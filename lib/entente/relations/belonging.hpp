// Finds offices and belonging that are expressed without a predicate: titles ("China's President Xi"), nationalities
// ("a German journalist"), parts and places ("Germany's Adidas", "Baltimore-based").
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/relations/frames.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// The words of data/lexicon/offices.tsv and belonging_words.tsv. Immutable after construction.
class BelongingWords {
 public:
  BelongingWords(const RelationTypes& types, Words& words);

  // The frame (leads, represents, member …) of an office that is held, or was held; null if the office is unknown.
  const Frame* office(std::string_view office, bool former = false) const;
  // Is the office always held in an organisation, never for a country: "army chief"?
  bool is_of_organisation(std::string_view office) const;
  // Has the name a word of parties: "party", "front"?
  bool is_party(const Words& words, std::string_view name) const;
  // Is it a verb whose "from" names the organisation that a person leaves: "sign", "join"?
  bool is_transfer(WordId word) const { return word < transfers_.size() && transfers_[word] != 0; }

  Frame citizen, located, part, member;

 private:
  struct Office {
    std::string name;
    std::uint8_t frame;  // index into office_frames_
    bool of_organisation;
  };
  void read_offices(const RelationTypes& types);
  void read_words(Words& words);
  const Office* find(std::string_view name) const;

  std::vector<Office> offices_;          // sorted by name
  std::vector<Frame> office_frames_;     // one for each relation of offices.tsv
  std::vector<Frame> former_frames_;     // the same, ended
  std::vector<std::uint8_t> parties_;    // by WordId
  std::vector<std::uint8_t> transfers_;  // by WordId
};

// Appends a match for every office and belonging in the article.
void match_belonging(const Reading& reading, const BelongingWords& words, std::vector<Match>& out);

}  // namespace entente
