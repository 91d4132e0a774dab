// News text of any length: our own articles and cases one after the other, as they are or with ever new names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/pipeline.hpp>

namespace entente::bench {

// The prose of articles and cases, cut at the surnames of persons and the one-word names of organizations.
class GrowingText {
 public:
  // Reads data/articles and tests/cases below `root`, the folder of the sources. Throws Error where it cannot.
  GrowingText(const Pipeline& pipeline, const std::string& root);
  // The texts over and over, paragraph by paragraph, up to about `bytes`: as they are, or (`fresh`) with other surnames
  // and names of organizations in each round, so that the number of actors grows with the text.
  std::string text(std::size_t bytes, bool fresh) const;

 private:
  struct Piece {
    std::string words;     // as written
    std::size_t name = 0;  // the name that follows the words, or the number of names for none
  };
  void add(const Pipeline& pipeline, const Article& article);

  std::vector<Piece> pieces_;
  std::vector<std::string> names_;
};

}  // namespace entente::bench
